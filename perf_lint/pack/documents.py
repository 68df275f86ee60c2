"""Bring the generated documents up to date: `python -m perf_lint.pack.documents [docs]`."""

from __future__ import annotations

import sys
from pathlib import Path

from perf_lint.expr.reference import with_reference
from perf_lint.pack.catalogue import entries
from perf_lint.pack.pages import pages

LANGUAGE_PAGE = "rule-language.md"


def documents(folder: Path) -> dict[Path, str]:
    """Give every generated document under `folder` with the text that it should have."""
    found = {folder / "rules" / name: text for name, text in pages(entries()).items()}
    language = folder / LANGUAGE_PAGE
    return {**found, language: with_reference(language.read_text("utf-8"))}


def write(folder: Path) -> list[Path]:
    """Write the documents, remove pages of rules that are gone, and give the files that changed."""
    wanted = documents(folder)
    changed = []
    for path, text in wanted.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(path)
    for path in (folder / "rules").glob("*.md"):
        if path not in wanted:
            path.unlink()
            changed.append(path)
    return changed


if __name__ == "__main__":
    for _path in write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")):
        sys.stdout.write(f"{_path}\n")
