"""Find what to check: files, folders, patterns, standard input, and the files inside zip archives."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from perf_lint.model.document import Document
from perf_lint.model.words import Words
from perf_lint.readers import choose, fetch, read_bytes, suffixes
from perf_lint.readers.base import DEFAULT_LIMITS, HEAD_BYTES, LIKELY, Limits, ReadError, parted
from perf_lint.readers.members import is_archive, list_members, read_member, why_unreadable
from perf_lint.readers.own import is_own, is_report
from perf_lint.readers.passed import Passed
from perf_lint.readers.patterns import Patterns
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.reasons import why

STDIN = "-"
_LOCKS = ("~$", ".~", "._")
"""How names start that Office, WPS and macOS leave beside a file in use."""


_OUR_REPORT = Words("这是本程序写的检查报告，不是绩效目标表", "this is a report that perf-lint wrote, not a form")
_FORMAT = lazy_pattern(r"\.[0-9A-Za-z]{1,8}")
"""A suffix that names a format; 附件2.绩效目标表 has none."""


class Input(NamedTuple):
    """One thing to read: a file, a member of an archive (`a.zip!b.docx`), standard input, or why there is none."""

    path: str
    data: bytes | None = None
    """The content, of standard input."""
    problem: Words | None = None
    """Why this cannot be read; the other inputs go on."""


def find(
    paths: Iterable[str],
    exclude: Iterable[str] = (),
    *,
    limits: Limits = DEFAULT_LIMITS,
    stdin: BinaryIO | None = None,
    passed: Passed | None = None,
) -> list[Input]:
    """List the inputs: arguments in the order given, a folder's files by name, each file once however it is spelled.

    What folders and archives hold besides is noted in `passed`.
    """
    finder = _Finder(Patterns(exclude), limits, passed or Passed.nothing())
    found: dict[str, Input] = {}
    folders: dict[str, str] = {}
    for path in paths:
        items = [_from_stdin(stdin, limits)] if path == STDIN and stdin is not None else finder.argument(path)
        for item in items:
            found.setdefault(item.path if item.path == STDIN else _absolute(item.path, folders), item)
    return list(found.values())


def _absolute(path: str, folders: dict[str, str]) -> str:
    """Do what `abspath` does, but make each folder absolute once; `folders` are those met so far."""
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        return os.path.abspath(path)  # noqa: PTH100
    if folder not in folders:
        folders[folder] = os.path.abspath(folder)  # noqa: PTH100
    return os.path.join(folders[folder], name)  # noqa: PTH118


def load(item: Input, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one input; raise ReadError where it cannot be read."""
    return read_bytes(content(item, limits), item.path, limits)


def content(item: Input, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Give an input's bytes; raise ReadError where there are none."""
    if item.problem is not None:
        raise ReadError(item.path, item.problem)
    if item.data is not None:
        return item.data
    if "!" in item.path and not Path(item.path).exists():
        return read_member(item.path, limits)
    return fetch(item.path, limits)


class _Finder:
    """Expands arguments; a folder that links lead back to is entered once."""

    def __init__(self, exclude: Patterns, limits: Limits, passed: Passed) -> None:
        self._exclude = exclude
        self._passed = passed
        self._limits = limits
        self._suffixes = suffixes()
        self._listed = self._suffixes | {".zip"}

    def argument(self, path: str) -> Iterator[Input]:
        """Give what one argument names; what is named outright is read whatever its suffix, a report of ours aside."""
        if os.path.lexists(path):
            if not self._exclude.match(path):
                yield from self._folder(path, set()) if Path(path).is_dir() else self._outright(path)
        elif "!" in path:
            yield Input(path)
        elif any(sign in path for sign in "*?["):
            import glob

            matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  # takes absolute patterns too
            if not matches:
                yield Input(path, problem=Words("没有文件与这个模式相符", "no file matches this pattern"))
            for match in matches:
                if not Path(match).name.startswith(_LOCKS):
                    yield from self.argument(match)
        else:
            yield Input(path, problem=Words("文件不存在", "no such file"))

    def _outright(self, path: str) -> Iterator[Input]:
        if is_report(path):
            yield Input(path, problem=_OUR_REPORT)
        else:
            yield from self._file(path)

    def _folder(self, path: str, above: set[tuple[int, int]]) -> Iterator[Input]:
        try:
            status = Path(path).stat()
            with os.scandir(path) as listed:
                entries = {entry.name: entry for entry in listed}
        except OSError as error:
            reason = why(error)
            yield Input(path, problem=Words(f"文件夹打不开：{reason.zh}", f"the folder cannot be opened: {reason.en}"))
            return
        here = (status.st_dev, status.st_ino)
        if here in above:
            return
        above.add(here)
        stems = {parted(name)[0] for name in entries}
        for name in sorted(entries):
            child = os.path.join(path, name)  # noqa: PTH118  # keeps `./` and separators as the user typed them
            if name.startswith((".", *_LOCKS)) or self._exclude.match(child):
                continue
            if _is_folder(entries[name], child):
                yield from self._folder(child, above)
            elif parted(name)[1].lower() not in self._listed and not _is_unnamed_document(child):
                self._passed.other(child)
            elif is_own(child, stems):
                self._passed.own.append(child)
            else:
                yield from self._file(child, plain=entries[name].is_file(follow_symlinks=False))

    def _file(self, path: str, *, plain: bool = False) -> Iterator[Input]:
        """Give what one file holds; a `plain` one is known to be neither a link nor a device."""
        problem = None if plain else why_unreadable(path)
        if problem is not None:
            yield Input(path, problem=problem)
        elif is_archive(path):
            yield from self._archive(path)
        else:
            yield Input(path)

    def _archive(self, path: str) -> Iterator[Input]:
        try:
            members = list_members(path, self._limits)
        except ReadError as error:
            yield Input(path, problem=error.words)
            return
        wanted = [name for name in members if self._wanted(name)]
        if not wanted:
            yield Input(path, problem=Words("压缩包里没有能读的文件", "the archive holds no file that can be read"))
        for name in wanted:
            yield Input(name)

    def _wanted(self, path: str) -> bool:
        name = path.rpartition("!")[2]
        parts = name.split("/")
        hidden = any(part.startswith((".", "__MACOSX", *_LOCKS)) for part in parts)
        if hidden or self._exclude.match(path):
            return False
        if Path(name).suffix.lower() in self._suffixes:
            return True
        self._passed.other(path)
        return False


def _is_folder(entry: os.DirEntry[str], path: str) -> bool:
    """Tell whether an entry is a folder or a link to one; of all but links the listing says so already."""
    return os.path.isdir(path) if entry.is_symlink() else entry.is_dir()  # noqa: PTH112  # a broken link is none


def _is_unnamed_document(path: str) -> bool:
    """Tell whether a file whose name says no format is plainly a document: an Office file, a PDF, a page."""
    if _FORMAT.fullmatch(Path(path).suffix) or not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as handle:
            head = handle.read(HEAD_BYTES)
    except OSError:
        return False
    reader = choose(head, path) if head.strip() else None
    return reader is not None and reader.sniff(head, path) >= LIKELY


def _from_stdin(stdin: BinaryIO, limits: Limits) -> Input:
    data = stdin.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return Input(STDIN, problem=Words("标准输入太长，超过上限", "standard input is over the size limit"))
    return Input(STDIN, data=data)
