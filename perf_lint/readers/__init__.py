"""Turn files into documents: one module a format, chosen by content first and by suffix second."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from perf_lint.model.document import Document
from perf_lint.model.words import Words
from perf_lint.readers.base import (
    DEFAULT_LIMITS,
    HEAD_BYTES,
    SAVE_ANEW,
    Limits,
    OtherFormat,
    Reader,
    ReadError,
    suffix_of,
)
from perf_lint.text.modules import module_names
from perf_lint.text.reasons import why

__all__ = ["DEFAULT_LIMITS", "Limits", "ReadError", "choose", "fetch", "read", "read_bytes", "suffixes"]


@cache
def _readers() -> tuple[Reader, ...]:
    """Import every module of this folder that reads a format, in the order of their names."""
    found = []
    for name in module_names(__path__, packages=False):
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "sniff"):
            found.append(cast("Reader", module))
    return tuple(found)


def suffixes() -> frozenset[str]:
    """Give every file name ending that some reader takes."""
    return frozenset(suffix for reader in _readers() for suffix in reader.SUFFIXES)


def choose(data: bytes, name: str) -> Reader | None:
    """Pick the reader that is surest of the content; the suffix decides between equals."""
    head, suffix = data[:HEAD_BYTES], suffix_of(name)
    best, best_rank = None, (0, False)
    for reader in _readers():
        surety = reader.sniff(head, name)
        if surety > 0 and (rank := (surety, suffix in reader.SUFFIXES)) > best_rank:
            best, best_rank = reader, rank
    return best


def read(path: str | Path, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file; raise ReadError with the reason where it is missing, a folder, too large or of no known format."""
    return read_bytes(fetch(path, limits), str(path), limits)


MORE = 1_000_000
"""Bytes read at once of a file that is longer than it said."""
_FETCH_AGAIN = Words("重新取得这个文件", "get the file again")


def fetch(path: str | Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Give a file's content; raise ReadError where it is missing, a folder or too large."""
    name = str(path)
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # a province has a hundred thousand files
        try:
            size = os.fstat(file).st_size
            if size > limits.max_bytes:
                raise ReadError(name, _too_large(size, limits))
            data = os.read(file, size + 1)
            while len(data) != size and (more := os.read(file, MORE)):  # of some files the size is not known before
                data += more
            return data
        finally:
            os.close(file)
    except OSError as error:
        raise ReadError(name, _unreachable(error)) from error


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file's content; `name` is used in messages, in places and, where content does not tell, for the suffix."""
    if len(data) > limits.max_bytes:
        raise ReadError(name, _too_large(len(data), limits))
    if not data.strip(b"\x00 \t\r\n"):
        raise ReadError(name, Words("文件是空的", "the file is empty"), _FETCH_AGAIN)
    reader = choose(data, name)
    if reader is None:
        raise ReadError(
            name,
            Words("不是能识别的文件格式（内容是二进制数据）", "not a known file format (binary content)"),
            SAVE_ANEW,
        )
    try:
        return reader.read(data, name, limits)
    except OtherFormat as other:
        return cast("Reader", import_module(f"{__name__}.{other.name}")).read(data, name, limits)


def _too_large(size: int, limits: Limits) -> Words:
    mega, most = size // 1_000_000, limits.max_bytes // 1_000_000
    return Words(f"文件太大：{mega} MB，上限 {most} MB", f"the file is too large: {mega} MB, at most {most} MB")


def _unreachable(error: OSError) -> Words:
    if isinstance(error, FileNotFoundError):
        return Words("文件不存在", "no such file")
    if isinstance(error, IsADirectoryError):
        return Words("这是文件夹，不是文件", "this is a folder, not a file")
    if isinstance(error, PermissionError):
        return Words("没有读取权限", "permission denied")
    reason = why(error)
    return Words(f"无法读取：{reason.zh}", f"cannot be read: {reason.en}")
