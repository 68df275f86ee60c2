"""Explain where a text stops being YAML, in words for people who never heard of YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from perf_lint.model.words import Words
from perf_lint.pack.inputmethod import colon_at
from perf_lint.text.pattern import lazy_pattern

NO_BLANK = lazy_pattern(r"^[ ]*(?:- )*[A-Za-z_]\w*(:)[^\s/]")
"""A key whose colon has no blank behind it."""
OPENED = lazy_pattern(r"^[ ]*(?:- )*[A-Za-z_]\w*: ([\"'])")
"""A key whose value begins with a quotation mark."""
NEAR = 4
"""How many lines before the place of an error may hold its cause."""

QUOTE = Words(
    "含有 { }、冒号加空格或 # 的文字要用引号括起来，或写 | 另起一行",
    "quote a text that holds { }, a colon with a blank, or #, or write | and start a new line",
)
INDENT = Words("缩进不对：同一层的要对齐，用空格", "the indentation is off: align what is on one level, with blanks")
COLON = Words("全角冒号「：」，请改为半角「: 」", "full-width colon “：”: write “: ”")
BLANK = Words("冒号后面要有一个空格", "a blank must follow the colon")
TAB = Words("缩进不能用制表符（Tab），请改为空格", "no tabs in the indentation: use blanks")
COMMA = Words("全角逗号「，」，请改为半角「, 」", "full-width comma “，”: write “, ”")
FIRST = Words("以 @ % * & ! ` 开头的文字要用引号括起来", "quote a text that begins with @ % * & ! or `")
WIDE = Words("缩进里有全角空格，请改为半角空格", "full-width blanks in the indentation: use plain ones")
QUOTES = Words('全角引号，请改为半角引号 "', 'full-width quotation mark: write "')
UNCLOSED = Words("引号没有成对", "a quotation mark is not closed")
BY_HAND = {"，": COMMA, "“": QUOTES, "”": QUOTES}

CAUSES = {
    "unexpected end of stream": UNCLOSED,
    "cannot start any token": FIRST,
    "scanning an alias": FIRST,
    "scanning an anchor": FIRST,
    "scanning a tag": FIRST,
    "did not find expected ',' or": Words(
        "括号没有成对，或缺少逗号；含有 { } [ ] , 的文字要用引号括起来",
        "a bracket is not closed or a comma is missing; quote a text that holds { } [ ] ,",
    ),
    "did not find expected '-'": INDENT,
    "block sequence entries are not allowed": INDENT,
    "could not find expected ':'": Words(
        "缺少冒号「: 」，或缩进不对", "the colon “: ” is missing, or the indentation is off"
    ),
    "control characters": Words("有看不见的控制字符，请删去", "there is an invisible control character: remove it"),
    "<document start>": Words("一个文件只写一条规则，不分段", "one rule a file, no --- between"),
    "single document": Words("一个文件只写一条规则，不分段", "one rule a file, no --- between"),
    "unknown escape": Words(
        "双引号里的 \\ 要写两个，或改用单引号", "double the \\ between double quotes, or use single quotes"
    ),
}


class Cause(NamedTuple):
    """What is wrong, and where (from 0)."""

    words: Words
    line: int
    column: int


def cause(lines: Sequence[str], error: Any) -> Cause:
    """Find the likely cause of a YAML error; `error` is a MarkedYAMLError."""
    mark = error.problem_mark
    said = f"{error.context or ''} {error.problem or ''}"
    if mark is None:
        return Cause(_named(said), 0, 0)
    found = _slip(lines, mark.line)
    if found is not None:
        return found
    if "quoted scalar" in said and error.context_mark is not None:
        mark = error.context_mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "expected ','" in said:
        typed = max(line.rfind(sign, 0, mark.column + 1) for sign in BY_HAND)
        if typed >= 0:
            return Cause(BY_HAND[line[typed]], mark.line, typed)
    first = mark.column <= len(line) - len(line.lstrip())
    if "expected key" in said or "mapping values" in said:
        alone = first or ":" not in line[: mark.column]
        return Cause(INDENT if alone else QUOTE, mark.line, mark.column)
    return Cause(_named(said), mark.line, mark.column)


def _slip(lines: Sequence[str], at: int) -> Cause | None:
    """Find a slip of the keyboard in the line of the error or a little before it."""
    for number in range(min(at, len(lines) - 1), max(at - NEAR, -1), -1):
        line = lines[number]
        colon = colon_at(line)
        if colon is not None:
            return Cause(COLON, number, colon)
        indent = line[: len(line) - len(line.lstrip())]
        for sign, words in (("\t", TAB), ("\u3000", WIDE), ("\xa0", WIDE)):
            if sign in indent:
                return Cause(words, number, line.index(sign))
        glued = NO_BLANK.match(line)
        if glued:
            return Cause(BLANK, number, glued.start(1))
        opened = OPENED.match(line)
        if opened and line.count(opened[1]) == 1:
            return Cause(UNCLOSED, number, opened.start(1))
    return None


def _named(said: str) -> Words:
    return next((words for part, words in CAUSES.items() if part in said), Words(said.strip(), said.strip()))
