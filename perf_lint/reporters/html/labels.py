"""Hold the page's own words in both languages."""

from perf_lint.model.terms import CONFIDENCE_WORDS
from perf_lint.model.words import Words
from perf_lint.reporters.remarks import TITLE
from perf_lint.reporters.states import ABSENT, STATES

LABELS = {
    "colon": Words("：", ": "),
    "semicolon": Words("；", "; "),
    "title": Words("绩效目标表检查报告", "Performance-target form review"),
    "forms": Words("绩效目标表", "forms"),
    "form_number": Words("第 {} 张表", "form {}"),
    "indicators": Words("三级指标", "indicators"),
    "error": Words("错误", "errors"),
    "warning": Words("警告", "warnings"),
    "info": Words("提示", "notes"),
    "suppressed": Words("已屏蔽", "suppressed"),
    "not_evaluated": Words("未评估", "not evaluated"),
    "unread": Words("未读格", "unread cells"),
    "unusable": Words("读不了的文件", "unreadable files"),
    "by_severity": Words("按级别", "By severity"),
    "by_rule": Words("按规则", "By rule"),
    "by_unit": Words("按单位", "By unit"),
    "others": Words("其余 {} 项", "{} more"),
    "search": Words("搜索项目、单位、问题…（按 / 键）", "Search project, unit, finding… (press /)"),
    "only_findings": Words("只看有问题的表", "Only forms with findings"),
    "theme": Words("深浅色", "Dark or light"),
    "keyboard": Words("键盘：/ 搜索，J 下一处，K 上一处", "Keys: / search, J next finding, K previous"),
    "clean": Words("没有发现问题", "Nothing found"),
    "basis": Words("依据", "Basis"),
    "arithmetic": Words("算式", "Arithmetic"),
    "why": Words("为什么", "Why"),
    "fix": Words("怎么改", "What to do"),
    "repair": Words("可能的改法", "Likely repair"),
    "related": Words("相关位置", "Related places"),
    "written": Words("原文", "As written"),
    "reason": Words("原因", "Reason"),
    "no_match": Words("没有符合条件的表。", "No form matches."),
    "table": Words("表中位置", "In the form"),
    "comparison": Words("整改对照", "Comparison"),
    "gone": STATES["gone"],
    "unchanged": STATES["unchanged"],
    "changed": STATES["changed"],
    "new": STATES["new"],
    "absent": STATES["absent"],
    "why_absent": ABSENT,
    "no_project": Words("（没有项目名称）", "(no project name)"),
    "packs": Words("规则包", "Rule packs"),
    "notes": TITLE,
    "crashes": Words("未能运行的规则", "Rules that failed"),
    "whole_file": Words("整个文件", "Whole file"),
    "not_pass": Words(
        "未评估不等于通过：缺少内容，规则不能判断。", "Not evaluated is no pass: the form lacks something."
    ),
    **CONFIDENCE_WORDS,
}
"""Every fixed word of the page, by key."""
