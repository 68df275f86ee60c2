"""Read the YAML of packs as plain texts, lists and mappings, remembering where each stands.

Nothing is guessed: `on`, `1:30` and `010` stay texts. Aliases, tags, repeated keys and files beyond the limits
are refused.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import yaml

from perf_lint.model.words import Words
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.syntax import cause
from perf_lint.text.reasons import why

MAX_BYTES = 256 * 1024
MAX_NODES = 20_000
MAX_DEPTH = 24

ALIAS = Words(
    "规则文件里不用别名（& 和 *），请写全；以 & 或 * 开头的文字要用引号括起来",
    "no aliases (& and *) here: write it out, or quote a text that begins so",
)
TAG = Words("规则文件里不用标签（!）；以 ! 开头的文字要用引号括起来", "no tags (!) here; quote a text that begins so")
TOO_MUCH = Words("文件嵌套太深或内容太多", "nested too deep, or too much in one file")
NO_FILE = Words("这不是普通文件，不读", "this is no regular file")
NOT_UTF8 = Words("文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8: save it as UTF-8")

KeyPath = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlFile:
    """The content of a file, and where each part of it stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.text = text
        self.marks: dict[KeyPath, yaml.Node] = {}
        self.keys: dict[KeyPath, yaml.Node] = {}
        self._count = 0
        self.data: Any = self._read()

    def problem(
        self, words: Words, path: KeyPath, offset: int | None = None, length: int = 1, key: bool = False
    ) -> Problem:
        """Make a problem at a part of the file, or at character `offset` of the text that stands there."""
        key = key and path in self.keys
        while path and path not in self.marks:
            path = path[:-1]
        node = (self.keys if key else self.marks).get(path)
        if node is None:
            return self._at(words, 0, 0, 1)
        if offset is None or key or not isinstance(node, yaml.ScalarNode):
            return self._at(words, node.start_mark.line, node.start_mark.column, len(node.value) if key else length)
        line, column = self._inside(node, offset)
        return self._at(words, line, column, length)

    def _inside(self, node: yaml.ScalarNode, offset: int) -> tuple[int, int]:
        """Find a character of a text in the file by counting what is not blank: folding keeps that."""
        wanted = sum(not c.isspace() for c in node.value[:offset])
        line, column = node.start_mark.line, node.start_mark.column
        if node.style in ("|", ">"):
            line, column = line + 1, 0
        elif node.style in ("'", '"'):
            column += 1
        while line < len(self.lines):
            for place, character in enumerate(self.lines[line][column:], column):
                if character.isspace():
                    continue
                if wanted == 0:
                    return line, place
                wanted -= 1
            line, column = line + 1, 0
        return node.end_mark.line, node.end_mark.column

    def _at(self, words: Words, line: int, column: int, length: int) -> Problem:
        source = self.lines[line] if line < len(self.lines) else ""
        return Problem(self.name, line + 1, column + 1, words, source, length)

    def _fail(self, words: Words, mark: Any) -> PackError:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        return PackError([self._at(words, line, column, 1)])

    def _not_yaml(self, error: Any) -> PackError:
        found = cause(self.lines, error)
        words = Words(f"不是合法的 YAML：{found.words.zh}", f"not valid YAML: {found.words.en}")
        return PackError([self._at(words, found.line, found.column, 1)])

    def _read(self) -> Any:
        loader: Any = None
        try:
            loader = _Loader(self.text)
            depth = 0
            while not loader.check_event(yaml.StreamEndEvent):
                event = loader.get_event()
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    raise self._fail(ALIAS, event.start_mark)
                if getattr(event, "tag", None):
                    raise self._fail(TAG, event.start_mark)
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                self._count += 1
                if depth > MAX_DEPTH or self._count > MAX_NODES:
                    raise self._fail(TOO_MUCH, event.start_mark)
            loader.dispose()
            loader = _Loader(self.text)
            node = loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            raise self._not_yaml(error) from None
        except yaml.YAMLError as error:
            raise self._fail(Words(f"不是合法的 YAML：{error}", f"not valid YAML: {error}"), None) from None
        finally:
            if loader is not None:
                loader.dispose()
        return None if node is None else self._plain(node, ())

    def _plain(self, node: yaml.Node, path: KeyPath) -> Any:
        self.marks[path] = node
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, n)) for n, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._fail(Words("键必须是文字", "a key must be a text"), key.start_mark)
            if key.value in result:
                first = self.keys[*path, key.value].start_mark.line + 1
                words = Words(
                    f"「{key.value}」写了两次，第一次在第 {first} 行",
                    f"“{key.value}” is given twice, first in line {first}",
                )
                raise self._fail(words, key.start_mark)
            self.keys[*path, key.value] = key
            result[key.value] = self._plain(value, (*path, key.value))
        return result


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """Read a file; raise PackError where it is too large, not UTF-8 or not plain YAML."""
    shown = name or str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise PackError([Problem(shown, 0, 0, NO_FILE)])  # reading a pipe or a device may never end
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError as error:
        reason = why(error)
        words = Words(f"读不了这个文件：{reason.zh}", f"cannot read this file: {reason.en}")
        raise PackError([Problem(shown, 1, 1, words)]) from None
    if len(data) > MAX_BYTES:
        size = f"{status.st_size}"
        words = Words(f"文件太大：{size} 字节，最多 {MAX_BYTES} 字节", f"too large: {size} bytes, {MAX_BYTES} at most")
        raise PackError([Problem(shown, 1, 1, words)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError([Problem(shown, 1, 1, NOT_UTF8)]) from None
    return YamlFile(shown, text)
