"""Install this project and the programs to compare with into one environment: `python -m benchmarks.peers`."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE / ".venv-peers"
NAMES = ("yamllint", "check-jsonschema", "ruff", "duckdb", "pyarrow")
OURS = str(FOLDER / "bin" / "perf-lint")


def peer(name: str) -> str:
    """Give the path of a command of the environment."""
    return str(FOLDER / "bin" / name)


def versions() -> dict[str, str]:
    """Give the version of each program."""
    names = ("perf-lint", *NAMES)
    code = f"import importlib.metadata as m; print(*(m.version(name) for name in {names!r}))"
    said = subprocess.run([peer("python"), "-c", code], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(names, said, strict=True))


def main() -> None:
    """Install everything, the project as a wheel as its users have it, and print the versions."""
    if not Path(peer("python")).exists():
        venv.create(FOLDER, with_pip=True)
    install = [peer("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, *NAMES, str(HERE.parent)], check=True)
    subprocess.run([*install, "--force-reinstall", "--no-deps", str(HERE.parent)], check=True)
    print("、".join(f"{name} {version}" for name, version in versions().items()), "\n")


if __name__ == "__main__":
    main()
