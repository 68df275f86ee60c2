"""Find the folder of rules and word lists: inside the installed package, else beside the source tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rules_dir() -> Path:
    """Give the folder that holds the rule packs and `words/`; raise FileNotFoundError if the installation lacks it."""
    package = Path(__file__).parent.parent
    for candidate in (package / "_rules", package.parent / "rules"):
        if (candidate / "core").is_dir():
            return candidate
    raise FileNotFoundError("perf_lint: the rules folder is missing from this installation")
