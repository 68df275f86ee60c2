"""Write a report in every format that was asked for."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from perf_lint import reporters
from perf_lint.cli.streams import columns, note, wants_colour, write
from perf_lint.config import ConfigError, Output, unwritable
from perf_lint.model.finding import Report
from perf_lint.model.words import Lang, Words

TERMINAL = (Output("terminal"),)


def checked(outputs: Sequence[Output]) -> Sequence[Output]:
    """Refuse unknown formats, folders that are not there and two reports on one stream, before any work is done."""
    for output in outputs:
        if reporters.load(output.format) is None:
            raise _unknown(output.format)
        if not (_to_screen(output) or Path(output.file).parent.is_dir()):
            raise unwritable(output.file, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
    if sum(_to_screen(output) for output in outputs) > 1:
        raise ConfigError(
            Words(
                "只能有一种格式写到标准输出，其余请写“格式=文件”",
                "only one format can go to standard output; give the others as FORMAT=FILE",
            )
        )
    return outputs or TERMINAL


def write_all(report: Report, outputs: Sequence[Output], lang: Lang, colour: str, verbose: bool) -> None:
    """Render and write each output; raise ConfigError where a file cannot be written."""
    for output in outputs:
        module = reporters.load(output.format)
        if module is None:
            raise _unknown(output.format)
        if _to_screen(output):
            options = {"columns": columns(), "colour": wants_colour(colour), "verbose": verbose}
            _show(reporters.pieces(module, report, lang, **options), output.format)
        else:
            _save(reporters.pieces(module, report, lang, verbose=verbose), output.file)
            note(Words(f"已写入 {output.file}", f"wrote {output.file}").to(lang))


def _to_screen(output: Output) -> bool:
    return output.file in {"", "-"}


def _show(pieces: Iterator[str | bytes], name: str) -> None:
    for piece in pieces:
        if isinstance(piece, bytes) and sys.stdout.isatty():
            raise ConfigError(
                Words(f"{name} 不是文字，请写 {name}=文件", f"{name} is not text; give {name}=FILE"),
            )
        write(piece)


def _save(pieces: Iterator[str | bytes], file: str) -> None:
    first = next(pieces, "")  # a format that cannot be written says so here, and no empty file is left behind
    try:
        with open(file, "wb") as handle:
            handle.writelines(map(encoded, chain((first,), pieces)))
    except OSError as error:
        raise unwritable(file, error) from error


def encoded(piece: str | bytes) -> bytes:
    """Write text as UTF-8, what that cannot hold as its code."""
    return piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece


def _unknown(name: str) -> ConfigError:
    from perf_lint.text.spelling import near_name

    known = reporters.available()
    near = near_name(name.casefold(), known)
    chinese, english = "、".join(known), ", ".join(known)
    return ConfigError(
        Words(
            f"没有输出格式「{name}」{near.zh}（可用：{chinese}）",
            f"there is no format “{name}”{near.en} (known: {english})",
        )
    )
