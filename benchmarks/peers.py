"""Install the programs to compare with into an environment of their own, and give their commands."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE / ".venv-peers"
NAMES = ("yamllint", "check-jsonschema", "ruff", "duckdb")
OURS = str(Path(sys.executable).parent / "perf-lint")


def peer(name: str) -> str:
    """Give the path of a peer's command, installing all peers at the first call."""
    if not (FOLDER / ".installed").exists():
        venv.create(FOLDER, with_pip=True)
        python = str(FOLDER / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *NAMES], check=True)
        (FOLDER / ".installed").touch()
    return str(FOLDER / "bin" / name)


def versions() -> dict[str, str]:
    """Give the version of each peer."""
    code = f"import importlib.metadata as m; print(*(m.version(name) for name in {NAMES!r}))"
    said = subprocess.run([peer("python"), "-c", code], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(NAMES, said, strict=True))
