"""Write a run as one self-contained HTML page."""

from __future__ import annotations

from importlib.resources import files

from perf_lint.model.colours import GOOD, INK, TINT
from perf_lint.model.finding import Report
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang
from perf_lint.reporters.html.labels import LABELS
from perf_lint.reporters.html.plots import bars, rest
from perf_lint.reporters.html.views import page_view

SUFFIX = ".html"


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give the page as text; it asks the network for nothing and every word of a document stays text."""
    import jinja2

    here = files(__package__)
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(here.joinpath("page.html.j2").read_text("utf-8"))
    say = {key: words.to(lang) for key, words in LABELS.items()}
    return template.render(
        lang="zh-CN" if lang == "zh" else "en",
        say=say,
        severity_words={key: words.to(lang) for key, words in SEVERITY_WORDS.items()},
        page=page_view(report.loaded(), lang),
        bars=bars,
        rest=rest,
        css=_light() + here.joinpath("page.css").read_text("utf-8"),
        script=here.joinpath("page.js").read_text("utf-8"),
    )


def _light() -> str:
    """Give the light page the colours of the other reports; the style sheet holds the dark page and the printed."""
    inks = [f"--{severity}: #{ink}; --{severity}-bg: #{TINT[severity]};" for severity, ink in INK.items()]
    return f":root {{ {' '.join(inks)} --ok: #{GOOD}; }}\n"
