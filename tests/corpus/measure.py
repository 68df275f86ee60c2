"""Compare what is read from real documents with what careful people read in them; print the figures."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from perf_lint.layout import recognise
from perf_lint.model.form import Amount, Indicator, ReadForm
from perf_lint.readers import read
from perf_lint.text.blanks import squeeze

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


class Tally:
    """Count what was asked and what was right, by kind, and keep every difference."""

    def __init__(self) -> None:
        self.asked: dict[str, int] = {}
        self.right: dict[str, int] = {}
        self.differences: list[str] = []

    def check(self, kind: str, where: str, got: object, wanted: object) -> None:
        self.asked[kind] = self.asked.get(kind, 0) + 1
        if got == wanted:
            self.right[kind] = self.right.get(kind, 0) + 1
        else:
            self.differences.append(f"{where} {kind}: {got!r}, wanted {wanted!r}")


def compare(name: str, folder: Path, tally: Tally) -> None:
    """Read one document and compare it with its gold."""
    gold = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))
    forms = recognise(read(folder / f"{name}.txt"))
    tally.check("forms", name, len(forms), len(gold["forms"]))
    for found, wanted in zip(forms, gold["forms"], strict=False):
        _header(f"{name}#{found.form.index}", found, wanted, tally)
        _indicators(f"{name}#{found.form.index}", found, wanted["indicators"], tally)
        tally.check("unread", f"{name}#{found.form.index}", found.form.unread, ())


def _header(where: str, found: ReadForm, wanted: dict[str, Any], tally: Tally) -> None:
    form = found.form
    year = str(form.year) if form.year and not form.year_inferred else None
    pairs = {
        "project": (form.project_name, wanted["project"]),
        "year": (year, wanted["budget_year"]),
        "department": (form.department, wanted["department"]),
        "unit": (form.implementing_unit, wanted["unit"]),
        "attribute": (form.attribute, wanted["attribute"]),
        "period": (form.period, wanted["period"]),
        "total": (_yuan(form.funding.total), _decimal(wanted["total_yuan"])),
        "fiscal": (_yuan(form.funding.fiscal), _decimal(wanted["fiscal_yuan"])),
        "other": (_yuan(form.funding.other), _decimal(wanted["other_yuan"])),
        "goal": (squeeze(form.goal or "").startswith(squeeze(wanted["goal_start"])), True),
        "title line": (found.source.place("title").line, wanted["title_line"]),
    }
    for kind, (got, right) in pairs.items():
        tally.check(kind, where, got, right)


def _indicators(where: str, found: ReadForm, wanted: list[dict[str, Any]], tally: Tally) -> None:
    got = found.form.indicators
    tally.check("indicators", where, len(got), len(wanted))
    for index, (one, gold) in enumerate(zip(got, wanted, strict=False)):
        line = found.source.place(f"indicators[{index}]").line
        at = f"{where} line {gold['line']}"
        for kind, value, right in _fields(one, line, gold):
            tally.check(kind, at, value, right)


def _fields(one: Indicator, line: int | None, gold: dict[str, Any]) -> list[tuple[str, object, object]]:
    return [
        ("line", line, gold["line"]),
        ("level 1", one.level1, gold["l1"]),
        ("level 2", one.level2, gold["l2"]),
        ("mark", one.mark, gold["l2_mark"]),
        ("label", one.label, gold["label"]),
        ("name", one.name, gold["name"]),
        ("value", one.value, gold["value_raw"]),
    ]


def _yuan(amount: Amount | None) -> Decimal | None:
    return amount.yuan if amount else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def measure(folder: Path) -> Tally:
    """Compare every document of the folder."""
    tally = Tally()
    for gold in sorted(folder.glob("*.gold.json")):
        compare(gold.name.removesuffix(".gold.json"), folder, tally)
    return tally


def report(tally: Tally) -> str:
    """Give one line a kind, then every difference."""
    lines = []
    for kind, asked in tally.asked.items():
        right = tally.right.get(kind, 0)
        lines.append(f"{kind:<12} {right:>5} / {asked:<5} {100 * right / asked:6.2f} %")
    return "\n".join([*lines, *tally.differences, ""])


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not folder.is_dir():
        sys.stdout.write(f"no real documents at {folder}\n")
        return 0
    tally = measure(folder)
    sys.stdout.write(report(tally))
    return 1 if tally.differences else 0


if __name__ == "__main__":
    sys.exit(main())
