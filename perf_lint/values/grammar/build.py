"""Build `table.json` from `value.lark` and the word lists: `python -m perf_lint.values.grammar.build`.

Lark does the work here, once; at run time only the finished table is read (docs/decisions/value-table.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from perf_lint.text.data import rules_dir
from perf_lint.values.grammar.firsts import firsts

if TYPE_CHECKING:
    from lark import Lark

HERE = Path(__file__).parent
FIRST_WORDS = ("OUTOF", "UPTO", "DOWNTO", "ABOVE", "BELOW", "DONE", "WHOLEYEAR")
"""Word lists tried before the others: 分之 before the unit 分, 减少到 before 减少, 封顶 before the unit 封."""
TABLE = HERE / "table.json"
WORD_PRIORITY = 2
"""Word lists are tried after the numeric patterns and before Chinese numerals (百分之 before 百)."""


def word_lists() -> dict[str, list[str]]:
    """Give the words of every word terminal, units included, longest first."""
    lists = {name: list(words) for name, words in _entries("value-words").items()}
    dated = {word for name in ("YEAR", "MONTH", "DAY", "QUARTER") for word in lists[name]}
    lists["UNIT"] = [word for word in unit_table() if word not in dated]
    return {name: sorted(set(words), key=lambda word: (-len(word), word)) for name, words in sorted(lists.items())}


def unit_table() -> dict[str, list[str | None]]:
    """Give every spelling of a unit with its name, dimension, base unit and factor (None: not convertible)."""
    table: dict[str, list[str | None]] = {}
    for dimension, entry in _entries("units").items():
        for line in entry["units"]:
            head, _, aliases = str(line).partition(" = ")
            name, _, factor = head.partition(" ")
            for spelling in (name, *aliases.split()):
                if spelling in table:
                    raise ValueError(f"units.yaml: {spelling} stands twice ({dimension})")
                table[spelling] = [name, dimension, entry["base"], factor or None]
    return table


def grammar_text(most_words: int | None = None) -> str:
    """Give the whole grammar: `value.lark` and one terminal per word list, of which `most_words` are kept."""
    lines = [(HERE / "value.lark").read_text(encoding="utf-8")]
    for name, words in word_lists().items():
        alternatives = " | ".join(json.dumps(word, ensure_ascii=False) for word in words[:most_words])
        lines.append(f"{name}.{WORD_PRIORITY + (name in FIRST_WORDS)}: {alternatives}")
    return "\n".join(lines) + "\n"


def lark_parser(*, strict: bool = False, most_words: int | None = None) -> Lark:
    """Build the grammar with lark; `strict` also proves that it has no conflict (needs interegular, takes long)."""
    from unittest.mock import patch

    from lark import Lark

    # Wherever interegular is importable, lark compares all terminals with each other, which takes minutes.
    with patch("lark.lexer.has_interegular", new=strict):
        return Lark(
            grammar_text(most_words), parser="lalr", lexer="contextual", strict=strict, maybe_placeholders=False
        )


def build() -> str:
    """Give the text of `table.json`."""
    parser = lark_parser()
    parse_table: Any = parser.parser.parser._parse_table  # noqa: SLF001
    rules = list(parser.rules)
    number = {rule: index for index, rule in enumerate(rules)}
    order = _state_order(parse_table)
    states = [_state(parse_table.states[state], number, order) for state in order]
    words = word_lists()
    table = {
        "start": order[parse_table.start_states["start"]],
        "end": order[parse_table.end_states["start"]],
        "rules": [[str(r.origin.name), len(r.expansion), str(r.alias or r.origin.name)] for r in rules],
        "states": states,
        "regexes": [_regex(t) for t in _by_priority(parser.terminals) if t.name not in words],
        "words": _by_first(words),
        "units": unit_table(),
        "phrases": _entries("value-phrases"),
    }
    parts = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _by_priority(terminals: Iterable[Any]) -> list[Any]:
    return sorted(terminals, key=lambda terminal: (-terminal.priority, terminal.name))


def _regex(terminal: Any) -> list[Any]:
    """Give a terminal's name, its pattern, whether it goes before words, and the characters it may begin with."""
    pattern = terminal.pattern.value
    return [str(terminal.name), pattern, terminal.priority > WORD_PRIORITY, firsts(pattern)]


def _by_first(lists: dict[str, list[str]]) -> dict[str, list[tuple[str, str]]]:
    """Give (terminal, word) by the first character, the longest word first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for terminal, words in lists.items():
        for word in words:
            index.setdefault(word[0], []).append((terminal, word))
    return {first: sorted(found, key=lambda entry: -len(entry[1])) for first, found in index.items()}


def _state_order(parse_table: Any) -> dict[Any, int]:
    """Give every state a number, as they are reached, for the same table on every machine."""
    order: dict[Any, int] = {}
    waiting = [parse_table.start_states["start"]]
    while waiting:
        state = waiting.pop(0)
        if state in order:
            continue
        order[state] = len(order)
        moves = sorted(parse_table.states[state].items(), key=lambda item: str(item[0]))
        waiting.extend(arg for _, (action, arg) in moves if str(action) == "Shift")
    order.setdefault(parse_table.end_states["start"], len(order))
    return order


def _state(moves: Any, number: dict[Any, int], order: dict[Any, int]) -> dict[str, int]:
    """Write one state: a symbol leads to a state (0 or more) or to the reduction of rule -n-1."""
    ready = {
        str(symbol): order[arg] if str(action) == "Shift" else -number[arg] - 1
        for symbol, (action, arg) in moves.items()
    }
    return dict(sorted(ready.items()))


def _entries(name: str) -> dict[str, Any]:
    """Read the entries of a word file."""
    import yaml

    text = (rules_dir() / "words" / f"{name}.yaml").read_text(encoding="utf-8")
    entries: dict[str, Any] = yaml.safe_load(text)["entries"]
    return entries


if __name__ == "__main__":
    TABLE.write_text(build(), encoding="utf-8")
