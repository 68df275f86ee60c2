"""Lay out the end of the report: files that could not be read, faults, notes, and the closing line."""

from __future__ import annotations

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.counts import Counts, count
from perf_lint.reporters.grouping import untold
from perf_lint.reporters.remarks import notes
from perf_lint.reporters.terminal import phrases
from perf_lint.reporters.terminal.blocks import labelled
from perf_lint.reporters.terminal.style import BLANK, Line, Span
from perf_lint.text.width import wrap


def trouble(report: Report, lang: Lang, columns: int) -> list[Line]:
    """List what stands outside every form: unreadable files, failed rules, notes on the run."""
    unreadable = [
        (phrases.UNREADABLE, f"{file.path}  {file.problem.to(lang)}")
        for file in untold(report)
        if file.problem is not None
    ]
    crashed = [(phrases.CRASHED, f"{c.rule}  {c.path} #{c.form}  {c.cause}") for c in report.crashes]
    listed = notes(report, lang)
    reading = [(phrases.NOTE, f"{n.file}  {n.place}{' ' if n.place else ''}{n.text}") for n in listed if n.file]
    running = [(phrases.NOTE, n.text) for n in listed if not n.file]
    sections = (
        (phrases.UNREADABLE_TITLE, unreadable),
        (phrases.CRASHED_TITLE, crashed),
        (phrases.OTHER_NOTES, reading),
        (phrases.RUN_NOTES, running),
    )
    return [line for title, items in sections if items for line in _section(title, items, lang, columns)]


def closing(report: Report, lang: Lang, columns: int) -> list[Line]:
    """Count everything, in words."""
    counts = count(report)
    lines: list[Line] = [(Span("─" * (columns // 2), "dim"),)] if report.files else []
    checked, found = _checked(counts, lang), _found(counts, lang)
    colon = "：" if lang == "zh" else ": "
    first = wrap(f"{checked}{colon}{found}", columns)
    lines += [(Span(checked + colon), *_coloured(counts, lang))] if len(first) == 1 else [(Span(x),) for x in first]
    others = _others(counts, lang)
    lines += [(Span(line, "dim"),) for line in (wrap(others, columns) if others else ())]
    return lines


def _section(title: Words, items: list[tuple[Words, str]], lang: Lang, columns: int) -> list[Line]:
    body = [line for label, text in items for line in labelled(label, text, lang, columns)]
    heading: list[Line] = [(Span(line, "bold"),) for line in wrap(title.to(lang), columns)]
    return [*heading, *body, BLANK]


def _checked(counts: Counts, lang: Lang) -> str:
    if lang == "zh":
        return f"检查了 {counts.files} 个文件、{counts.forms} 张表、{counts.indicators} 条指标"
    numbers = (("file", counts.files), ("form", counts.forms), ("indicator", counts.indicators))
    return "Checked " + ", ".join(plural(number, word) for word, number in numbers)


def _found(counts: Counts, lang: Lang) -> str:
    return "".join(span.text for span in _coloured(counts, lang))


def _coloured(counts: Counts, lang: Lang) -> list[Span]:
    """Say how much was found, each severity in its colour."""
    if not counts.forms:
        return [Span(phrases.NOTHING_CHECKED.to(lang), "warning")]
    numbers = {"error": counts.error, "warning": counts.warning, "info": counts.info}
    said = [Span(_number(number, name, lang), name) for name, number in numbers.items() if number]
    if not said:
        return [Span(phrases.NOTHING_FOUND.to(lang), "good")]
    comma = Span("，" if lang == "zh" else ", ")
    return [part for span in said for part in (comma, span)][1:]


def _number(number: int, severity: str, lang: Lang) -> str:
    words = phrases.COUNTED[severity]
    return f"{number} {words.zh}" if lang == "zh" else plural(number, words.en)


def _others(counts: Counts, lang: Lang) -> str:
    numbers = (
        (counts.suppressed, "处已屏蔽", "suppressed"),
        (counts.not_evaluated, "处未评估", "not evaluated"),
        (counts.unread, "格未读", _word(counts.unread, "unread cell")),
        (counts.unreadable, "个文件读不了", _word(counts.unreadable, "unreadable file")),
        (counts.crashes, "次规则故障", _word(counts.crashes, "rule failure")),
    )
    said = [f"{number} {zh if lang == 'zh' else en}" for number, zh, en in numbers if number]
    clean = counts.clean_forms
    if clean and clean < counts.forms:
        said.insert(0, f"{clean} 张表没有问题" if lang == "zh" else f"{plural(clean, 'form')} without findings")
    return ("另有：" + "，".join(said) if lang == "zh" else "Also: " + ", ".join(said)) if said else ""


def plural(number: int, word: str) -> str:
    """Count an English word: 1 form, 2 forms."""
    return f"{number} {_word(number, word)}"


def _word(number: int, word: str) -> str:
    return word if number == 1 else f"{word}s"
