"""Lay out what deserves one line only: hints, rules without an answer, texts that no field took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perf_lint.model.finding import Finding, NotEvaluated, RuleInfo
from perf_lint.model.form import ReadForm
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.places import place_words
from perf_lint.reporters.terminal import phrases
from perf_lint.reporters.terminal.blocks import GUTTER, labelled, margin, quoted
from perf_lint.reporters.terminal.style import Line, Span
from perf_lint.text.width import harmless, visible, wrap

MOST_PLACES = 8


def info_lines(findings: Sequence[Finding], rules: Iterable[RuleInfo], lang: Lang, columns: int) -> list[Line]:
    """Fold the hints of a form: one line each, several of one rule together."""
    titles = {rule.code: rule.title for rule in rules}
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    lines: list[Line] = []
    for code, group in by_rule.items():
        if len(group) == 1:
            text = f"{place_words(group[0].place, lang)}  {group[0].message}"
        else:
            text = f"{_places(group, lang)}  {titles.get(code) or group[0].message}"
        lines += _with_code(text, code, lang, columns)
    return lines


def not_evaluated_lines(items: Sequence[NotEvaluated], lang: Lang, columns: int) -> list[Line]:
    """Say which rules gave no answer, and why; rules with the same reason share a line."""
    by_reason: dict[str, list[str]] = {}
    for item in items:
        codes = by_reason.setdefault(item.reason, [])
        if item.rule not in codes:
            codes.append(item.rule)
    comma, colon = ("、", "：") if lang == "zh" else (", ", ": ")
    lines: list[Line] = []
    for reason, codes in by_reason.items():
        label: Words | str = phrases.NOT_EVALUATED if not lines else ""
        lines += labelled(label, f"{comma.join(codes)}{colon}{reason}", lang, columns, "dim")
    return lines


def unread_lines(read: ReadForm, covered: frozenset[str], lang: Lang, columns: int) -> list[Line]:
    """List texts that no field took, except those a finding speaks of already."""
    paths = [f"unread[{index}]" for index in range(len(read.form.unread))]
    texts = [
        f"{place_words(read.source.place(path), lang)} {quoted(visible(text))}"
        for path, text in zip(paths, read.form.unread, strict=True)
        if path not in covered
    ]
    if not texts:
        return []
    comma, colon = ("，", "：") if lang == "zh" else (", ", ": ")
    shown = comma.join(texts[:MOST_PLACES]) + ("…" if len(texts) > MOST_PLACES else "")
    return labelled(phrases.UNREAD, f"{phrases.UNREAD_TEXT.to(lang)}{colon}{shown}", lang, columns, "dim")


def _places(group: Sequence[Finding], lang: Lang) -> str:
    """Name the places; lines of a text share one word: 第31、32、35行."""
    lines = list(dict.fromkeys(finding.place.line for finding in group if finding.place.line is not None))
    whole = len(lines) > 1 and all(finding.place.line is not None for finding in group)
    names = [str(line) for line in lines] if whole else [place_words(finding.place, lang) for finding in group]
    comma = "、" if lang == "zh" else (", " if whole else "; ")
    places = list(dict.fromkeys(names))
    shown = comma.join(places[:MOST_PLACES]) + ("…" if len(places) > MOST_PLACES else "")
    more = f" {phrases.INFO_FOLDED.to(lang).format(n=len(group))}" if len(places) > MOST_PLACES else ""
    return (Words(f"第{shown}行", f"lines {shown}").to(lang) if whole else shown) + more


def _with_code(text: str, code: str, lang: Lang, columns: int) -> list[Line]:
    gutter = GUTTER[lang]
    wrapped = wrap(f"{harmless(text)}  {code}", columns - gutter)
    starts = [margin("info", lang), *[Span(" " * gutter)] * (len(wrapped) - 1)]
    lines: list[Line] = [(start, Span(line)) for start, line in zip(starts[:-1], wrapped[:-1], strict=True)]
    body = wrapped[-1].removesuffix(code)
    return [*lines, (starts[-1], Span(body), Span(code, "dim"))]
