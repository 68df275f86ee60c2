"""Draw the pictures of the documentation from real output: `make pictures` (needs Chromium, LibreOffice, poppler)."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from perf_lint.model.colours import GOOD, INK

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
TOOL = [str(Path(sys.executable).parent / "perf-lint")]

PDF_WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'

_RED, _OCHRE, _BLUE, _GREEN, _GREY = (f"#{colour}" for colour in (*INK.values(), GOOD, "7A7F87"))
_COLOURS = {"2": _GREY, "31": _RED, "32": _GREEN, "33": _OCHRE, "34": _BLUE, "36": _BLUE, "90": _GREY, "91": _RED}


def main() -> None:
    """Draw every picture."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        terminal(work, "terminal", ["check", "examples/校园安全防护.txt"])
        run("report", "examples", "-o", str(work))
        shoot(work, work / "检查报告.html", "report-page", 1360, 1180)
        office(work, work / "审核意见.docx", "review")
        run("annotate", "examples/困难老人居家养老服务.docx", "-o", str(work))
        office(work, work / "困难老人居家养老服务-批注.docx", "annotated-word")


def run(*arguments: str) -> str:
    """Run the tool in the project's folder and give what it prints."""
    done = subprocess.run([*TOOL, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout


def terminal(work: Path, name: str, arguments: list[str]) -> None:
    """Picture what a command prints on a terminal."""
    colour = ["--color", "always"] if arguments[0] == "check" else []
    text = run(*arguments, *colour)
    command = html.escape("perf-lint " + " ".join(arguments))
    page = work / f"{name}.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8><style>body{margin:0;background:#fff}"
        "pre{margin:0;padding:22px 26px;font:15px/1.55 'Noto Sans Mono CJK SC',monospace;color:#26292e}</style>"
        f'<pre><span style="color:#7a7f87">$ {command}</span>\n{painted(text)}</pre>',
        "utf-8",
    )
    shoot(work, page, name, 760, 60 + 24 * (text.count("\n") + 1))


def painted(text: str) -> str:
    """Turn terminal colours into HTML."""
    parts = []
    opened = 0
    for piece in re.split(r"(\x1b\[[0-9;]*m)", text):
        if not piece.startswith("\x1b["):
            parts.append(html.escape(piece))
            continue
        codes = [code for code in piece[2:-1].split(";") if code not in {"", "0"}]
        if not codes:
            parts.append("</span>" * opened)
            opened = 0
            continue
        style = "".join(f"color:{_COLOURS[code]};" for code in codes if code in _COLOURS)
        style += "font-weight:600;" if "1" in codes else ""
        parts.append(f'<span style="{style}">')
        opened += 1
    return "".join(parts) + "</span>" * opened


def shoot(work: Path, page: Path, name: str, width: int, height: int) -> None:
    """Picture a page with a browser."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or sys.exit("Chromium is not installed")
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
         "--disable-background-networking", f"--user-data-dir={work / 'browser'}", f"--window-size={width},{height}",
         f"--screenshot={PICTURES / name}.png", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip


def office(work: Path, file: Path, name: str) -> None:
    """Picture the first page of a Word file; a sheet of paper marks each comment."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(work / 'office').as_uri()}", "--convert-to", PDF_WITH_NOTES,
         "--outdir", str(work), str(file)],
        check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        ["pdftoppm", "-r", "80", "-png", "-singlefile", str(file.with_suffix(".pdf")), str(PICTURES / name)], check=True
    )


if __name__ == "__main__":
    main()
