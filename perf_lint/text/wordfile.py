"""Read the plain subset of YAML that word lists are written in, without the cost of importing a YAML library.

Understood: comments, `key: text`, `key: [a, b]` (over several lines), one level of nesting, and `- item` lists.
Texts may stand in double quotes. Everything else is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from perf_lint.text.data import words_text
from perf_lint.text.derived import of_file
from perf_lint.text.pattern import lazy_pattern

Entry = str | list[str] | dict[str, str | list[str]]

_LINE = lazy_pattern(r'( *)("[^"]*"|[^\s:\[\]{}&*!|>#\'"][^:]*?):(?: +(\[.*\].*|[^\[].*))?$')
_ITEM = lazy_pattern(r" *- +(.+)$")


@cache
def load_words(name: str) -> dict[str, Entry]:
    """Load `rules/words/<name>.yaml`; raise ValueError with the line number where it is not plain."""
    text = words_text(name)
    found: dict[str, Entry] = of_file(f"words-{name}", text.encode(), lambda _: parse_words(text, f"{name}.yaml"))
    return found


def parse_words(text: str, name: str) -> dict[str, Entry]:
    """Parse a word list; `name` is for the message of a ValueError."""
    top: dict[str, Entry] = {}
    inner: dict[str, str | list[str]] | None = None
    items: list[str] | None = None
    key = ""
    for number, line in _lines(text):
        item = _ITEM.match(line)
        if item and key:
            if items is None:
                items = []
                top[key] = items
            items.append(_text(item[1]))
            continue
        found = _LINE.match(line)
        if found is None:
            raise ValueError(f"{name}:{number}: {line.strip()!r}")
        indent, label, value = found[1], _text(found[2]), _value(found[3])
        if not indent:
            key, inner, items = label, None, None
            top[key] = value if value is not None else {}
        else:
            if inner is None:
                inner = {}
                top[key] = inner
            inner[label] = value if value is not None else []
    return top


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that say something with their numbers; a list over several lines is one."""
    first, opened = 0, ""
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip()
        if not line or line.lstrip().startswith("#"):
            continue
        if opened:
            line = f"{opened} {line.lstrip()}"
        else:
            first = number
        opened = line if line.count("[") > line.count("]") else ""
        if not opened:
            yield first, line
    if opened:
        yield first, opened


def _value(written: str | None) -> str | list[str] | None:
    if not written:
        return None
    if written.startswith("["):
        return [_text(part) for part in written[1 : written.rindex("]")].split(",") if part.strip()]
    return _text(written)


def _text(written: str) -> str:
    stripped = written.strip()
    return stripped[1:-1] if stripped[:1] == '"' == stripped[-1:] and len(stripped) > 1 else stripped
