"""Build the options that several commands share."""

from __future__ import annotations

import click

from perf_lint.cli.given import given
from perf_lint.cli.group import Say
from perf_lint.cli.streams import COLOURS
from perf_lint.model.words import Lang


def language_option(say: Say) -> click.Option:
    """`--lang`, accepted everywhere; `main` has read it before parsing."""
    return click.Option(
        ["--lang"],
        type=click.Choice(["zh", "en"]),
        expose_value=False,
        help=say("语言（默认 zh）", "Language (default zh)."),
    )


def selection_options(say: Say) -> list[click.Parameter]:
    """Give the options that say which rules run, and with which configuration."""
    codes = say("编号", "CODE")
    return [
        click.Option(
            ["--select"],
            multiple=True,
            metavar=codes,
            help=say("只用这些规则，可写前缀，可多次", "Only these rules or areas; repeatable."),
        ),
        click.Option(
            ["--ignore"],
            multiple=True,
            metavar=codes,
            help=say("不用这些规则，可写前缀，可多次", "Leave out these rules or areas; repeatable."),
        ),
        click.Option(["--profile"], metavar=say("名称", "NAME"), help=say("规则的档次", "Profile of the rules.")),
        pack_option(say),
        config_option(say),
    ]


def pack_option(say: Say, *, shipped: bool = False) -> click.Option:
    """`--pack`; `shipped` where all packs that come with the tool stand in its place."""
    words = say("规则包的名称或目录，可多次", "Rule pack by name or folder; repeatable")
    default = say("（默认全部自带的）", " (default: all shipped ones)") if shipped else ""
    return click.Option(
        ["--pack", "packs"], multiple=True, metavar=say("规则包", "PACK"), help=f"{words}{default}{say('', '.')}"
    )


def config_option(say: Say) -> click.Option:
    """`--config`."""
    return click.Option(
        ["--config", "config_file"],
        metavar=say("文件", "FILE"),
        help=say("配置文件（默认从被检查的文件向上找）", "Configuration file (default: searched upward)."),
    )


def color_option(say: Say) -> click.Option:
    """`--color`."""
    return click.Option(
        ["--color"],
        type=click.Choice(COLOURS),
        default="auto",
        help=say("是否用颜色（默认 auto，遵从 NO_COLOR）", "Colours (default auto, honours NO_COLOR)."),
    )


def text_or_json(say: Say, *more: str) -> click.Option:
    """`--format` of the commands that print no report."""
    return click.Option(
        ["--format", "-f", "form"],
        type=click.Choice(["text", "json", *more]),
        default="text",
        help=say("输出格式（默认 text）", "Output format (default text)."),
    )


def run_options(say: Say, baseline: str = "") -> list[click.Parameter]:
    """Give the options that say how a run works; `baseline` is what that file is for, if not to be left out."""
    return [
        click.Option(
            ["--exclude"],
            multiple=True,
            metavar=say("通配", "GLOB"),
            help=say("在目录中查找时跳过，可多次", "Skip in folders; repeatable."),
        ),
        click.Option(
            ["--jobs", "-j"],
            type=click.IntRange(min=0),
            metavar="N",
            help=say("同时使用几个进程（0 为自动）", "Processes to use (0: automatic)."),
        ),
        click.Option(
            ["--no-cache", "cache"], flag_value=False, default=None, help=say("不用缓存", "Do without the cache.")
        ),
        click.Option(
            ["--baseline"],
            metavar=say("文件", "FILE"),
            help=baseline or say("基线文件，其中已有的问题不计", "Baseline; what is in it does not count."),
        ),
    ]


def stated(**options: object) -> dict[str, object]:
    """Give the settings that a command line read by click states, the language before the command among them."""
    return given(lang=click.get_current_context().find_root().obj, **options)


def language() -> Lang:
    """Give the language of a command that reads no configuration."""
    chosen: Lang | None = click.get_current_context().find_root().obj
    return chosen or "zh"


class FormatOption(click.Option):
    """`--format`, whose help names the formats that are there; they are looked up only when help is shown."""

    def __init__(self, say: Say) -> None:
        super().__init__(
            ["--format", "-f", "outputs"],
            multiple=True,
            metavar=say("格式[=文件]", "NAME[=FILE]"),
            help=say("输出格式，可多次，如 json=报告.json；可用：", "Output format, repeatable (json=report.json): "),
        )
        self.comma = say("、", ", ")

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give name and help, the formats behind it."""
        from perf_lint import reporters

        record = super().get_help_record(ctx)
        return record and (record[0], record[1] + self.comma.join(reporters.available()))
