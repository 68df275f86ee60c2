"""Hold the terminal report's own words in both languages."""

from perf_lint.model.words import Words

COUNTED = {
    "error": Words("个错误", "error"),
    "warning": Words("个警告", "warning"),
    "info": Words("条提示", "note"),
}
"""Word behind a count; the English one in the singular."""

ARITHMETIC = Words("算式", "sum")
RELATED = Words("相关", "see")
FIX = Words("怎么改", "to do")
REPAIR = Words("可能是", "likely")
NOT_EVALUATED = Words("未评估", "open")
UNREAD = Words("未读", "unread")
NOTE = Words("注意", "note")
UNREADABLE = Words("读不了", "failed")
CRASHED = Words("故障", "broken")

OTHER_NOTES = Words("读取文件时注意到", "Noticed while reading")
RUN_NOTES = Words("关于这次运行", "About this run")
UNREADABLE_TITLE = Words("读不了的文件（没有检查，不等于没有问题）", "Files that could not be read (not checked)")
CRASHED_TITLE = Words("没有运行成功的规则（是规则的毛病，不是表的毛病）", "Rules that failed (a fault of the rule)")
NO_PROJECT = Words("（没有项目名称）", "(no project name)")
UNREAD_TEXT = Words("下列内容没有归入任何栏目，未参与检查", "these texts belong to no known field and were not checked")
NOTHING_FOUND = Words("没有发现问题", "nothing found")
NOTHING_CHECKED = Words("没有找到绩效目标表", "no form was found")
INFO_FOLDED = Words("共 {n} 处", "{n} places")
