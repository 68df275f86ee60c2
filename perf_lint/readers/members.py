"""Reach into zip archives of forms: `a.zip!folder/b.docx`, archives within archives too."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from perf_lint.model.words import Words
from perf_lint.readers import choose
from perf_lint.readers.archive import EMPTY_ZIP, Archive
from perf_lint.readers.base import HEAD_BYTES, ZIP_MAGIC, Limits, ReadError, suffix_of
from perf_lint.readers.passed import MAY_HOLD_FORMS
from perf_lint.text.reasons import why

MAX_NESTING = 3
"""How deep archives within archives are opened."""


def why_unreadable(path: str) -> Words | None:
    """Say why a path is no file to read: a broken link, a loop of links, a device, a pipe."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # a province has a hundred thousand files
    except OSError as error:
        if Path(path).is_symlink():
            return Words("链接指向的文件不存在，或链接绕成了圈", "a link that leads nowhere or in a circle")
        reason = why(error)
        return Words(f"无法读取：{reason.zh}", f"cannot be read: {reason.en}")
    if not stat.S_ISREG(mode):
        return Words("不是普通文件（是设备、管道或套接字）", "not a regular file but a device, a pipe or a socket")
    return None


def is_archive(path: str) -> bool:
    """Tell a zip of files from an Office file, which is a zip too: no reader claims the former."""
    try:
        if not _first_bytes(path, len(ZIP_MAGIC)).startswith((ZIP_MAGIC, EMPTY_ZIP)):
            return False
        return _is_zip(_first_bytes(path, HEAD_BYTES), path)
    except OSError:
        return False


def _first_bytes(path: str, count: int) -> bytes:
    """Read the beginning of a file without a file object: every file of a folder is asked."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(file, count)
    finally:
        os.close(file)


def _is_zip(head: bytes, name: str) -> bool:
    if not head.startswith((ZIP_MAGIC, EMPTY_ZIP)):
        return False
    suffix = suffix_of(name)
    return suffix == ".zip" or (suffix not in MAY_HOLD_FORMS and choose(head, name) is None)


def _open(path: str, limits: Limits) -> Archive:
    try:
        status = Path(path).stat()
        if status.st_size > limits.max_bytes:
            raise ReadError(path, Words("压缩包太大，超过上限", "the archive is over the size limit"))
        return _opened(path, status.st_mtime_ns, limits)
    except OSError as error:
        raise ReadError(path, Words("压缩包打不开", "the archive cannot be opened")) from error


@lru_cache(maxsize=1)
def _opened(path: str, changed: int, limits: Limits) -> Archive:
    """Keep the archive that is being read, for its members are asked for one after the other."""
    del changed
    return Archive(Path(path).read_bytes(), path, limits)


def list_members(path: str, limits: Limits) -> list[str]:
    """Give `path!member` for every file in an archive, by name, those in archives within it too."""
    return list(_members(_open(path, limits), path, limits))


def _members(archive: Archive, path: str, limits: Limits, depth: int = 1) -> Iterator[str]:
    """Give the paths of all files in an archive by name, those in archives within it too; one too deep is a file."""
    for member in sorted(archive.members, key=lambda member: member.name):
        name = f"{path}!{member.name}"
        if member.name.lower().endswith(".zip") and depth < MAX_NESTING:
            yield from _members(Archive(archive.unpack(member), name, limits), name, limits, depth + 1)
        else:
            yield name


def read_member(path: str, limits: Limits) -> bytes:
    """Give the content of `archive!member`, or of `archive!inner archive!member`."""
    outer, *names = path.split("!")
    problem = why_unreadable(outer)
    if problem is not None:
        raise ReadError(path, problem)
    archive = _open(outer, limits)
    for number, name in enumerate(names, 1):
        data = archive.read(name)
        if data is None:
            raise ReadError(path, Words("压缩包里没有这个文件", "the archive holds no such file"))
        if number == len(names):
            return data
        archive = Archive(data, path, limits)
    raise ReadError(path, Words("没有说明要读压缩包里的哪个文件", "no member of the archive is named"))
