"""Show a text file as a web page, line by line, with findings marked where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from perf_lint.model.colours import INK, TINT
from perf_lint.model.finding import Finding, Report
from perf_lint.model.words import Lang
from perf_lint.text.undecoded import readable
from perf_lint.writeback.notes import gravest, note_text

_STYLE = (
    "body{margin:2em auto;max-width:1100px;padding:0 1em;color:#26292e;background:#fbfaf7;"
    "font:15px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif}"
    "h1{font-size:20px;font-weight:600}pre{margin:0;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}"
    ".row{display:grid;grid-template-columns:3.5em 1fr}.row>span{color:#a0a4aa;text-align:right;padding-right:1em}"
    ".note{margin:2px 0 8px 3.5em;padding:4px 12px;border-left:3px solid;white-space:pre-wrap;background:#fff}"
    "mark{padding:1px 2px;color:inherit}" + "".join(f".{name}{{border-color:#{ink}}}" for name, ink in INK.items())
)


def annotate(text: str, path: str, report: Report, lang: Lang = "zh") -> str:
    """Give a self-contained page of `text` with the report's findings of `path` below their lines."""
    found: dict[int, list[Finding]] = {}
    for finding in report.findings:
        if finding.place.file == path:
            found.setdefault(finding.place.line or 1, []).append(finding)
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        here = found.get(number, [])
        rows.append(f'<div class="row"><span>{number}</span><pre>{_marked(line, here)}</pre></div>')
        rows += [f'<div class="note {f.severity}">{escape(note_text(f, report, lang))}</div>' for f in here]
    title = escape(readable(path))
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        '<meta name="generator" content="perf-lint">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n"
        + "\n".join(rows)
        + "\n</body></html>\n"
    )


def _marked(line: str, findings: Sequence[Finding]) -> str:
    """Mark each finding's text within its line; cells that overlap are marked once, by the gravest."""
    spans: dict[tuple[int, int], list[Finding]] = {}
    for finding in findings:
        start = (finding.place.char or 1) - 1
        length = len(finding.text.split("\n")[0])
        if length and line[start : start + length].strip():
            spans.setdefault((start, start + length), []).append(finding)
    parts, at = [], 0
    for (start, end), group in sorted(spans.items()):
        if start < at:
            continue
        parts.append(escape(line[at:start]))
        parts.append(f'<mark style="background:#{TINT[gravest(group)]}">{escape(line[start:end])}</mark>')
        at = end
    return "".join(parts) + escape(line[at:])
