"""Write folders of generated forms: `python -m benchmarks.folders FOLDER COUNT [SUFFIX] [SEED]`.

Suffixes: txt, md, html, mht, csv, doc, docx, xlsx, pdf. The same seed writes the same forms.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.forms import Spec, as_markdown, as_tabs, make, named_apart

SHELF = 1000
"""Files in one folder."""


def content(spec: Spec, suffix: str) -> bytes:
    """Write one form."""
    if suffix in ("txt", "md"):
        return (as_tabs if suffix == "txt" else as_markdown)(spec).encode()
    from benchmarks.drawn import drawing
    from tests.factory.formats import WRITERS

    return WRITERS[suffix](drawing(spec))


def fill(folder: Path, count: int, suffix: str = "txt", seed: int = 1, *, apart: bool = False) -> Path:
    """Write `count` forms, one a file, 1000 files a folder; with `apart` no two have an indicator name in common."""
    for number in range(count):
        if number % SHELF == 0:
            shelf = folder / f"{number // SHELF:04}"
            shelf.mkdir(parents=True, exist_ok=True)
        spec = named_apart(make(seed, number), number) if apart else make(seed, number)
        (shelf / f"{number:06}.{suffix}").write_bytes(content(spec, suffix))
    return folder


def as_data(spec: Spec) -> dict[str, object]:
    """Give the same content as plain data, for tools that check JSON, YAML or Python."""
    rows = [{"level1": row.level1, "level2": row.level2, "name": row.name, "value": row.value} for row in spec.rows]
    return {
        "project": spec.project, "department": spec.department, "year": spec.year, "total": spec.total,
        "goal": spec.goal, "indicators": rows,
    }  # fmt: skip


def as_yaml(spec: Spec) -> str:
    """Write the same content as YAML."""
    data = as_data(spec)
    rows = data.pop("indicators")
    assert isinstance(rows, list)
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items()), "indicators:"]
    for row in rows:
        pairs = [f'{key}: "{value}"' for key, value in row.items()]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the folder named on the command line."""
    folder, count, *rest = sys.argv[1:]
    fill(Path(folder), int(count), rest[0] if rest else "txt", int(rest[1]) if len(rest) > 1 else 1)


if __name__ == "__main__":
    main()
