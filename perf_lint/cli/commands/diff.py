"""`perf-lint diff OLD NEW`: what was repaired between two versions, what is left, what is new."""

from __future__ import annotations

from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import FormatOption, color_option, language_option, selection_options, stated
from perf_lint.cli.outcome import CLEAN, UNUSABLE, exit_code
from perf_lint.cli.written import note_unusable
from perf_lint.model.finding import Report
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "整改对照：两个版本之间改好了什么、还剩什么、新出现什么。\n\n退出码按新版本计算，只看新出现的问题。",
        "Compare two versions: what was repaired, what is left, what is new.\n\n"
        "The exit code is that of the new version, for new findings only.",
    )
    params: list[click.Parameter] = [
        click.Argument(["old"], metavar=say("旧版本", "OLD")),
        click.Argument(["new"], metavar=say("新版本", "NEW")),
        FormatOption(say),
        color_option(say),
        *selection_options(say),
        language_option(say),
    ]
    return Command("diff", say=say, callback=diff, words=words, params=params)


def diff(*, old: str, new: str, outputs: tuple[str, ...], color: str, config_file: str | None, **options: Any) -> int:
    """Check both, compare, and write the comparison."""
    from perf_lint.config.settings import parse_output

    formats = tuple(parse_output(entry) for entry in outputs)
    settings = config.resolve((new,), config_file, stated(outputs=formats, **options)).settings
    before, after = _compared(old, new, settings)
    note_unusable(before, settings.lang)
    _write(after, formats, settings, color)
    fresh = tuple(finding for finding in after.findings if finding.state != "unchanged")
    return max(exit_code(_only(after, fresh), settings.fail_on), _unusable(before))


def _compared(old: str, new: str, settings: config.Settings) -> tuple[Report, Report]:
    from perf_lint import api
    from perf_lint.engine.baseline import entry_of
    from perf_lint.engine.states import with_states

    # What one person decided not to count is no repair, so suppressions stay out of the comparison.
    plain = settings._replace(baseline="", suppressions=())
    before = api.lint((old,), plain)
    return before, with_states(api.lint((new,), plain), [entry_of(finding) for finding in before.findings])


def _write(report: Report, outputs: tuple[config.Output, ...], settings: config.Settings, color: str) -> None:
    from perf_lint.cli.outputs import checked, write_all
    from perf_lint.cli.streams import columns, wants_colour, write
    from perf_lint.reporters.terminal.comparison import comparison_lines
    from perf_lint.reporters.terminal.style import printed

    checked(outputs)
    if all(output.file not in {"", "-"} for output in outputs):
        write(printed(comparison_lines(report, settings.lang, columns()), wants_colour(color)))
    write_all(report, outputs, settings.lang, color, False)


def _only(report: Report, findings: tuple[Any, ...]) -> Report:
    return report._replace(findings=findings)


def _unusable(report: Report) -> int:
    return UNUSABLE if any(file.problem is not None for file in report.files) else CLEAN
