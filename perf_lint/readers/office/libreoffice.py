"""Run LibreOffice out of sight: own profile, no macros, no links, no network, a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from threading import Lock

from perf_lint.model.words import Words

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nobody, should a document ask for something on the net."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
"""Macros never run, links are never followed or brought up to date."""

_ONE_AT_A_TIME = Lock()


class ConversionError(Exception):
    """LibreOffice is missing or did not convert the file."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@cache
def find_program() -> str | None:
    """Give the path of LibreOffice, or None where it is not installed."""
    named = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    return named or next((place for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, kind: str, target: str, seconds: float) -> bytes:
    """Turn a file of `kind` (a suffix without dot) into one of `target`; raise ConversionError where that fails."""
    program = find_program()
    if program is None:
        raise ConversionError(
            Words("读这种文件需要 LibreOffice，没有找到它", "LibreOffice is needed and was not found")
        )
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="perf-lint-") as folder:
        source = Path(folder, f"form.{kind}")
        source.write_bytes(data)
        made = Path(folder, "out", f"form.{target}")
        _run([program, *_options(target, made.parent), str(source)], Path(folder), seconds)
        if not made.is_file():
            words = Words("LibreOffice 没能转换这个文件，它可能已损坏或加密", "LibreOffice could not convert the file")
            raise ConversionError(words)
        return made.read_bytes()


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Make a profile of our own, kept for the life of the process: a new one costs a second or two."""
    folder = tempfile.TemporaryDirectory(prefix="perf-lint-office-", ignore_cleanup_errors=True)
    user = Path(folder.name, "user")
    user.mkdir()
    (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return folder


def _options(target: str, folder: Path) -> list[str]:
    return [
        f"-env:UserInstallation={Path(_profile().name).as_uri()}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
    ]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run a command in a process group of its own and end the whole group when the time is up."""
    environment = {**os.environ, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "no_proxy": ""}
    process = subprocess.Popen(  # noqa: S603  # a fixed program, and files that we named
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        _profile.cache_clear()
        words = Words(
            f"LibreOffice 用了 {seconds:g} 秒还没有转换完", f"LibreOffice did not finish in {seconds:g} seconds"
        )
        raise ConversionError(words) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
