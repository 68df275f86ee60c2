"""Fill every `console` block of the documentation with what its command prints now: `make docs` runs this.

A block whose first line is `$ perf-lint …` holds that command's output; `[…]` on a line of its own cuts the rest.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"```console\n\$ (perf-lint [^\n]*)\n(.*?)```", re.DOTALL)
CUT = "[…]\n"


def filled(text: str) -> str:
    """Give a page with every console block as it should be."""
    return _BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{_output(block[1], block[2])}```", text)


def _output(command: str, before: str) -> str:
    """Run a command in the project's folder; keep as many lines as the page showed where it cut the output."""
    from perf_lint.cli.main import run

    out = io.StringIO()
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        with contextlib.redirect_stdout(out):
            run(shlex.split(command)[1:])
    finally:
        os.chdir(here)
    text = out.getvalue()
    if CUT in before:
        kept = before[: before.index(CUT)].count("\n")
        text = "".join(line + "\n" for line in text.split("\n")[:kept]) + CUT
    return text


def main() -> None:
    """Rewrite the pages that differ."""
    for page in PAGES:
        text = page.read_text("utf-8")
        new = filled(text)
        if new != text:
            page.write_text(new, "utf-8")
            sys.stdout.write(f"{page.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
