"""Name and write the files that a command leaves behind; nothing is overwritten unasked."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from perf_lint.cli.group import Say
from perf_lint.config import ConfigError
from perf_lint.model.finding import FileReport, Report
from perf_lint.model.words import Words


def folder_option(say: Say) -> click.Option:
    """`--output-dir`, where copies go."""
    return click.Option(
        ["--output-dir", "-o", "folder"],
        metavar=say("目录", "FOLDER"),
        help=say("写到这个目录（默认在原文件旁边）", "Write here (default: beside the original)."),
    )


def force_option(say: Say) -> click.Option:
    """`--force`, which allows overwriting."""
    return click.Option(["--force"], is_flag=True, help=say("覆盖已有的同名文件", "Overwrite files that are there."))


def beside(path: str, mark: str, ending: str, folder: str | None) -> Path:
    """Name a copy of `path`: its stem, a mark, and its own suffix unless another is given."""
    source = Path(path.replace("!", "_"))
    name = f"{source.stem}{mark}{ending or source.suffix}"
    return (Path(folder) if folder else source.parent) / name


def save_copy(target: Path, content: bytes, force: bool) -> None:
    """Write a file; raise ConfigError where one is there already or the folder cannot be written."""
    if target.exists() and not force:
        raise ConfigError(
            Words(
                f"{target} 已经存在；要覆盖请加 --force，或用 -o 写到别的目录",
                f"{target} exists already; add --force to overwrite, or -o for another folder",
            )
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(Words(f"写不了 {target}（{reason}）", f"cannot write {target} ({reason})")) from error


def only(report: Report, file: FileReport) -> Report:
    """Narrow a report to one of its files."""
    return dataclasses.replace(
        report,
        files=(file,),
        findings=tuple(item for item in report.findings if item.place.file == file.path),
        suppressed=tuple(item for item in report.suppressed if item.finding.place.file == file.path),
        not_evaluated=tuple(item for item in report.not_evaluated if item.place.file == file.path),
        crashes=tuple(item for item in report.crashes if item.path == file.path),
    )
