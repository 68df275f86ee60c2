"""Read the labelled spellings of `table/` and compare a reading with its label."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from perf_lint.values import to_record
from perf_lint.values.read import parse_value

FOLDER = Path(__file__).parent / "table"
DATE_FIELDS = ("start", "end", "precision", "end_strict", "valid", "raw")
FLAGS = {"approx": False, "label": None, "remark": None, "direction": None, "number2": None}
"""What a label leaves out is so."""


class Labelled(NamedTuple):
    """One spelling with the fields that its reading must have."""

    kind: str
    """Name of the table it stands in."""
    text: str
    fields: dict[str, Any]


def tables() -> dict[str, dict[str, Any]]:
    """Give every table by name."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}


def labelled() -> list[Labelled]:
    """Give all labelled spellings."""
    found = []
    for name, table in tables().items():
        for case in table["cases"]:
            extra = case[-1] if isinstance(case[-1], dict) else {}
            plain = case[:-1] if extra else case
            fields = dict(zip(table["fields"], plain, strict=True)) | extra
            found.append(Labelled(name, fields.pop("text"), fields))
    return found


def differences(case: Labelled) -> dict[str, tuple[Any, Any]]:
    """Give every field whose reading is not as labelled: (label, reading)."""
    reading = reading_of(case.text)
    wanted = dict(case.fields)
    alternatives = wanted.pop("or", [])
    if reading["kind"] in alternatives:
        return {}
    if "number" in wanted:
        wanted = FLAGS | wanted
    return {name: (value, reading.get(name)) for name, value in wanted.items() if reading.get(name) != value}


def reading_of(text: str) -> dict[str, Any]:
    """Give the record of a text, its date fields beside the others and its parts in one line each."""
    record = to_record(parse_value(text))
    date = record["date"] or {}
    record |= {name: date.get(name) for name in DATE_FIELDS}
    record["parts"] = [part_line(part) for part in record["parts"]]
    return record


def part_line(part: dict[str, Any]) -> str:
    """Write a part as `count = 2 个`."""
    return " ".join(str(part[name]) for name in ("kind", "comparator", "number", "unit") if part[name])
