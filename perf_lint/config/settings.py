"""Hold the settings of a run, ready to use."""

from collections.abc import Mapping
from typing import NamedTuple

from perf_lint.model.suppression import Change, Suppression
from perf_lint.model.words import Lang


class Output(NamedTuple):
    """A report to write; an empty file name means standard output."""

    format: str
    file: str = ""


def parse_output(entry: str) -> Output:
    """Split `format=file`."""
    format_name, _, target = entry.partition("=")
    return Output(format_name.strip(), target.strip())


class Settings(NamedTuple):
    """Everything a run can be told; the defaults are those of a run without any configuration."""

    packs: tuple[str, ...] = ()
    """Names or paths of rule packs; empty for the packs that come with the tool."""
    profile: str = ""
    select: tuple[str, ...] = ()
    """Codes or their leading letters; empty for what the profile says."""
    ignore: tuple[str, ...] = ()
    overrides: tuple[Change, ...] = ()
    """Changes of rules; the later of two wins."""
    suppressions: tuple[Suppression, ...] = ()
    outputs: tuple[Output, ...] = ()
    limits: Mapping[str, int] = {}
    """Safety limits of the readers, by name; those not named keep their defaults."""
    jobs: int = 0
    """Processes to use; 0 lets the run decide."""
    exclude: tuple[str, ...] = ()
    """Globs of files to leave out when a folder is searched."""
    lang: Lang = "zh"
    fail_on: str = "error"
    """`error`, `warning`, `info` or `never`."""
    cache: bool = True
    baseline: str = ""
    """A baseline file; findings in it do not count."""
    origins: Mapping[str, str] = {}
    """Where the configuration file gives a setting, by its name: perf-lint.yaml:3; for messages only."""
