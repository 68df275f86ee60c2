"""`perf-lint value`: read 指标值 texts and print what they mean."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option, text_or_json
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang, Words


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "说明指标值是什么意思：类型、比较符、数字、单位、日期。\n\n--stdin 时每行一个值，每行输出一条，空行也有。",
        "Say what target values mean: kind, comparator, numbers, unit, dates.\n\n"
        "With --stdin, one value a line in and one record a line out, empty lines too.",
    )
    params: list[click.Parameter] = [
        click.Argument(["texts"], nargs=-1, metavar=say("文字…", "TEXT…")),
        click.Option(["--stdin"], is_flag=True, help=say("从标准输入读，每行一个", "Read standard input, one a line.")),
        text_or_json(say, "jsonl"),
        language_option(say),
    ]
    return Command("value", say=say, callback=value, words=words, params=params)


def value(*, texts: tuple[str, ...], stdin: bool, form: str) -> int:
    """Print a reading for each text, in order."""
    if bool(texts) == stdin:
        words = Words("给出要读的文字，或用 --stdin", "give texts, or --stdin")
        raise click.UsageError(words.to(language()), click.get_current_context())
    given = _lines() if stdin else map(_written, texts)
    if form == "text":
        _as_text(given)
    elif form == "jsonl":
        for record in _records(given):
            write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        write(json.dumps(list(_records(given)), ensure_ascii=False, indent=1) + "\n")
    return 0


def _records(texts: Iterable[str]) -> Iterator[dict[str, object]]:
    from perf_lint.values import parse_value, to_record

    return (to_record(parse_value(text)) for text in texts)


def _as_text(texts: Iterable[str]) -> None:
    from perf_lint.text.width import visible
    from perf_lint.values import describe, parse_value

    lang = language()
    for text in texts:
        write(f"{visible(text)}\t{describe(parse_value(text), lang)}\n")


def _lines() -> Iterator[str]:
    """Give the lines of standard input: UTF-8, ended by a line feed, nothing else splits them."""
    for number, raw in enumerate(sys.stdin.buffer):
        text = raw.decode("utf-8-sig" if number == 0 else "utf-8", "replace")
        yield text.removesuffix("\n").removesuffix("\r")


def _written(text: str) -> str:
    """Undo the reading of an argument by a locale that knows no Chinese."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(text).decode("utf-8", "replace")
    return text
