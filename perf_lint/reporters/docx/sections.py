"""Write the parts of 审核意见: scope, findings by form, what was not evaluated or read, opinion and signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from perf_lint.model.finding import SEVERITIES, FileReport, Finding, Report
from perf_lint.model.form import ReadForm
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang
from perf_lint.reporters.counts import count
from perf_lint.reporters.docx.style import labelled, printable, table, title
from perf_lint.reporters.grouping import by_file, by_number
from perf_lint.reporters.places import place_words
from perf_lint.reporters.remarks import notes
from perf_lint.text.numbers import in_wan

Say = Callable[[str, str], str]

_NUMBERS = "一二三四五六七八九"


def write_sections(document: Any, report: Report, lang: Lang) -> None:
    """Write the whole document in order."""

    def say(chinese: str, english: str) -> str:
        return chinese if lang == "zh" else english

    title(document, say("项目支出绩效目标审核意见", "Review of project performance targets"))
    _units(document, report, say)
    parts = (
        (say("审核范围", "Scope"), _scope),
        (say("审核发现", "Findings"), _findings),
        (say("未能评估的事项", "Not evaluated"), _not_evaluated),
        (say("未能读取的内容", "Not read"), _not_read),
        *([(say("需要说明的事项", "Notes"), _notes)] if notes(report, lang) else []),
        (say("审核意见", "Opinion"), _opinion),
    )
    for number, (name, write) in enumerate(parts):
        document.add_heading(f"{_NUMBERS[number]}、{name}" if lang == "zh" else f"{number + 1}. {name}", 1)
        write(document, report, lang, say)


def _forms(report: Report) -> list[tuple[FileReport, ReadForm]]:
    return [(file, read) for file in report.files for read in file.forms]


def _found(report: Report) -> Iterator[tuple[FileReport, ReadForm, list[Finding]]]:
    """Give each form with its findings."""
    for file, findings, _waiting in by_file(report):
        found = by_number(findings)
        for read in file.forms:
            yield file, read, found.get(read.form.index, [])


def _units(document: Any, report: Report, say: Say) -> None:
    units = dict.fromkeys(read.form.implementing_unit or read.form.department or "" for _, read in _forms(report))
    names = [unit for unit in units if unit]
    text = say("、", ", ").join(names[:6])
    if len(names) > 6:
        text += say(f"等 {len(names)} 个单位", f" and {len(names) - 6} more")
    labelled(document, say("填报单位", "Units"), text or say("（未填写）", "(not stated)"), indent=0)
    if report.packs:
        labelled(document, say("审核规则", "Rules"), say("，", ", ").join(report.packs), indent=0)


def _scope(document: Any, report: Report, lang: Lang, say: Say) -> None:
    del lang
    rows = []
    for number, (_file, read, found) in enumerate(_found(report), 1):
        form = read.form
        counts = [sum(f.severity == name for f in found) for name in SEVERITIES]
        total = form.funding.total.yuan if form.funding.total else None
        rows.append(
            [
                str(number),
                form.project_name or form.title or "—",
                form.implementing_unit or form.department or "—",
                "—" if total is None else in_wan(total),
                str(len(form.indicators)),
                " / ".join(map(str, counts)),
            ]
        )
    header = [
        say("序号", "No."),
        say("项目名称", "Project"),
        say("单位", "Unit"),
        say("资金总额（万元）", "Total (10k yuan)"),
        say("指标数", "Indicators"),
        say("错误 / 警告 / 提示", "Errors / warnings / notes"),
    ]
    table(document, header, rows, [1.1, 5.2, 3.9, 2.1, 1.4, 2.1])


def _findings(document: Any, report: Report, lang: Lang, say: Say) -> None:
    if not report.findings:
        document.add_paragraph(say("未发现问题。", "Nothing was found."))
        return
    whole = [f for f in report.findings if f.form is None]
    for finding in whole:
        _finding(document, finding, report, lang, say)
    for number, (file, read, found) in enumerate(_found(report), 1):
        if not found:
            continue
        name = read.form.project_name or read.form.title or file.path
        document.add_heading(printable(f"{number}. {name}"), 2)
        source = f"{file.path} {say('第', 'form ')}{read.form.index}{say('张表', '')}"
        labelled(document, say("来源", "Source"), source, leads=True)
        for finding in found:
            _finding(document, finding, report, lang, say)


def _finding(document: Any, finding: Finding, report: Report, lang: Lang, say: Say) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    severity = SEVERITY_WORDS[finding.severity].to(lang).capitalize()
    paragraph.add_run(say(f"【{severity}】", f"{severity}: ")).bold = True
    paragraph.add_run(printable(finding.message))
    rule = report.rules.get(finding.rule)
    comma, semicolon = say("，", ", "), say("；", "; ")
    file = [finding.place.file] if finding.form is None else []  # nothing else names it
    said = [f"“{finding.text}”"] if finding.text else []
    labelled(document, say("位置", "Place"), comma.join([*file, place_words(finding.place, lang), *said]))
    if finding.show:
        labelled(document, say("算式", "Arithmetic"), finding.show)
    if finding.related:
        places = semicolon.join(f"{place_words(r.place, lang)} {r.note or r.place.snippet}" for r in finding.related)
        labelled(document, say("相关位置", "Related places"), places)
    asked = report.to_do(finding)
    if finding.repair:
        labelled(document, say("可能的改法", "Likely repair"), finding.repair)
    if asked:
        labelled(document, say("请单位", "Asked of the unit"), semicolon.join(asked))
    if rule and rule.basis:
        labelled(document, say("依据", "Basis"), semicolon.join(rule.basis))
    labelled(document, say("规则", "Rule"), finding.rule)


def _not_evaluated(document: Any, report: Report, lang: Lang, say: Say) -> None:
    if not report.not_evaluated and not report.crashes:
        document.add_paragraph(say("无。", "None."))
        return
    document.add_paragraph(
        say("下列规则因表中缺少内容而不能判断，不等于通过。", "These rules could not be decided; that is not a pass.")
    )
    rows = [[n.rule, n.project or "—", place_words(n.place, lang), n.reason] for n in report.not_evaluated]
    rows += [[c.rule, c.path, "—", c.cause] for c in report.crashes]
    header = [say("规则", "Rule"), say("项目", "Project"), say("位置", "Place"), say("原因", "Reason")]
    table(document, header, rows, [1.8, 4.6, 3.4, 6.0])


def _not_read(document: Any, report: Report, lang: Lang, say: Say) -> None:
    rows = [[file.path, "—", file.problem.to(lang)] for file in report.files if file.problem is not None]
    for file, read in _forms(report):
        for index, text in enumerate(read.form.unread):
            rows.append([file.path, place_words(read.source.place(f"unread[{index}]"), lang), text])
    if not rows:
        document.add_paragraph(say("无。", "None."))
        return
    header = [say("文件", "File"), say("位置", "Place"), say("内容或原因", "Text or reason")]
    table(document, header, rows, [5.0, 3.4, 7.4])


def _notes(document: Any, report: Report, lang: Lang, say: Say) -> None:
    header = [say("文件", "File"), say("位置", "Place"), say("说明", "Note")]
    rows = [[note.file or "—", note.place or "—", note.text] for note in notes(report, lang)]
    table(document, header, rows, [5.0, 3.4, 7.4])


def _opinion(document: Any, report: Report, lang: Lang, say: Say) -> None:
    del lang
    counts = count(report)
    document.add_paragraph(
        say(
            f"本次共审核绩效目标表 {counts.forms} 张，"
            f"发现错误 {counts.error} 处、警告 {counts.warning} 处、提示 {counts.info} 处，"
            f"未评估 {counts.not_evaluated} 项，已屏蔽 {counts.suppressed} 处。",
            f"{counts.forms} forms were reviewed: "
            f"{counts.error} errors, {counts.warning} warnings, {counts.info} notes, "
            f"{counts.not_evaluated} not evaluated, {counts.suppressed} suppressed.",
        )
    )
    document.add_paragraph(
        say("审核结论：□ 通过　□ 修改后通过　□ 退回重报", "Conclusion: □ pass  □ pass after repair  □ return")
    )
    for line in (
        say("审核人：　　　　　　　　　　复核人：", "Reviewer:                    Checked by:"),
        say("审核单位（盖章）：", "Office (seal):"),
        say("　　　　年　　月　　日", "Date:"),
    ):
        document.add_paragraph(line).paragraph_format.space_before = 12 * 12700
