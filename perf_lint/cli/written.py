"""Name and write the files that a command leaves behind; nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from perf_lint.cli.group import Say
from perf_lint.cli.streams import note
from perf_lint.config import ConfigError, unwritable
from perf_lint.model.finding import FileReport, Report
from perf_lint.model.words import Lang, Words


def folder_option(say: Say, default: str = "") -> click.Option:
    """`--output-dir`, where copies go; `default` names the folder where that is not the original's."""
    place = default or say("在原文件旁边", "beside the original")
    return click.Option(
        ["--output-dir", "-o", "folder"],
        metavar=say("目录", "FOLDER"),
        help=say(f"写到这个目录（默认{place}）", f"Write here (default: {place})."),
    )


def force_option(say: Say) -> click.Option:
    """`--force`, which allows overwriting."""
    return click.Option(["--force"], is_flag=True, help=say("覆盖已有的同名文件", "Overwrite files that are there."))


class Copies:
    """Name and write the copies of one run: none takes the name of another, nothing is overwritten unasked."""

    def __init__(self, folder: str | None, force: bool, marks: Words) -> None:
        """Write into `folder` or beside the originals; `marks` are what a copy's name gets in either language."""
        self.folder = folder
        self.force = force
        self.marks = marks
        self.taken: set[Path] = set()

    def is_copy(self, path: str, paths: Collection[str]) -> bool:
        """Tell whether a file is a copy that an earlier run made of another file of this run."""
        file = Path(path)
        stems = {Path(other).stem for other in paths if Path(other).parent == file.parent}
        return any(file.stem.endswith(mark) and file.stem.removesuffix(mark) in stems for mark in self.marks)

    def save(self, path: str, ending: str, content: bytes, lang: Lang) -> Path:
        """Write a copy of `path` and give its name; raise ConfigError where that is refused or fails."""
        target = self._name(path, ending, lang)
        save_copy(target, content, self.force)
        self.taken.add(target)
        return target

    def _name(self, path: str, ending: str, lang: Lang) -> Path:
        """Give stem, mark and suffix (the file's own unless another is given), a number where two would be one."""
        if path == "-":
            path = Words("标准输入", "stdin").to(lang)
        archive, _, member = path.partition("!") if not Path(path).exists() else (path, "", "")
        source = Path(f"{archive}_{member.replace('/', '_').replace('!', '_')}") if member else Path(path)
        parent = Path(self.folder) if self.folder else source.parent
        stem, suffix = f"{source.stem}{self.marks.to(lang)}", ending or source.suffix
        names = (f"{stem}{number}{suffix}" for number in ("", *(f"-{n}" for n in range(2, len(self.taken) + 3))))
        return next(parent / name for name in names if parent / name not in self.taken)


def at_file(path: str, words: Words, lang: Lang) -> str:
    """Give a sentence about a file behind the file's name."""
    return f"{path}：{words.zh}" if lang == "zh" else f"{path}: {words.en}"


def note_unusable(report: Report, lang: Lang) -> None:
    """Name the files that could not be used, where no report of the run is printed that does."""
    for file in report.files:
        if file.problem is not None:
            note(at_file(file.path, file.problem, lang))


ELSEWHERE = Words("-o 写到别的目录", "-o for another folder")


def refuse_existing(target: Path, force: bool, elsewhere: Words = ELSEWHERE) -> None:
    """Raise ConfigError where a file is there already and may not be overwritten; `elsewhere` is the other way."""
    if target.exists() and not force:
        raise ConfigError(
            Words(
                f"{target} 已经存在；要覆盖请加 --force，或用 {elsewhere.zh}",
                f"{target} exists already; add --force to overwrite, or {elsewhere.en}",
            )
        )


def save_copy(target: Path, content: bytes, force: bool) -> None:
    """Write a file; raise ConfigError where one is there already or the folder cannot be written."""
    refuse_existing(target, force)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise unwritable(target, error) from error


def only(report: Report, file: FileReport) -> Report:
    """Narrow a report to one of its files."""
    return report._replace(
        files=(file,),
        findings=tuple(item for item in report.findings if item.place.file == file.path),
        suppressed=tuple(item for item in report.suppressed if item.finding.place.file == file.path),
        not_evaluated=tuple(item for item in report.not_evaluated if item.place.file == file.path),
        crashes=tuple(item for item in report.crashes if item.path == file.path),
    )
