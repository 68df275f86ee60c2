"""Read the YAML of packs as plain texts, lists and mappings, remembering where each stands.

Nothing is guessed: `on`, `1:30` and `010` stay texts. Aliases, tags, repeated keys and files beyond the limits
are refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from perf_lint.pack.problem import PackError, Problem

MAX_BYTES = 256 * 1024
MAX_NODES = 20_000
MAX_DEPTH = 24

Path_ = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlFile:
    """The content of a file, and where each part of it stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.text = text
        self.marks: dict[Path_, yaml.Node] = {}
        self.keys: dict[Path_, yaml.Node] = {}
        self._count = 0
        self.data: Any = self._read()

    def problem(
        self, message: str, path: Path_, offset: int | None = None, length: int = 1, key: bool = False
    ) -> Problem:
        """Make a problem at a part of the file, or at character `offset` of the text that stands there."""
        key = key and path in self.keys
        while path and path not in self.marks:
            path = path[:-1]
        node = (self.keys if key else self.marks).get(path)
        if node is None:
            return self._at(message, 0, 0, 1)
        if offset is None or not isinstance(node, yaml.ScalarNode):
            return self._at(message, node.start_mark.line, node.start_mark.column, len(node.value) if key else length)
        line, column = self._inside(node, offset)
        return self._at(message, line, column, length)

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

    def _at(self, message: str, line: int, column: int, length: int) -> Problem:
        source = self.lines[line] if line < len(self.lines) else ""
        return Problem(self.name, line + 1, column + 1, message, source, length)

    def _hint(self, mark: Any) -> str:
        line = self.lines[mark.line] if mark is not None and mark.line < len(self.lines) else ""
        special = "{" in line or ": " in line or " #" in line
        return "；含有 { }、冒号加空格或 # 的文字要用引号括起来，或写 | 另起一行" if special else ""

    def _fail(self, message: str, mark: Any) -> PackError:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        return PackError([self._at(message, line, column, 1)])

    def _read(self) -> Any:
        loader: Any = None
        try:
            loader = _Loader(self.text)
            depth = 0
            while not loader.check_event(yaml.StreamEndEvent):
                event = loader.get_event()
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    raise self._fail("规则文件里不用别名（& 和 *），请写全", event.start_mark)
                if getattr(event, "tag", None):
                    raise self._fail("规则文件里不用标签（!）", event.start_mark)
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                self._count += 1
                if depth > MAX_DEPTH or self._count > MAX_NODES:
                    raise self._fail("文件嵌套太深或内容太多", event.start_mark)
            loader.dispose()
            loader = _Loader(self.text)
            node = loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            raise self._fail(
                f"不是合法的 YAML（{error.problem}）{self._hint(error.problem_mark)}", error.problem_mark
            ) from None
        except yaml.YAMLError as error:
            raise self._fail(f"不是合法的 YAML：{error}", None) from None
        finally:
            if loader is not None:
                loader.dispose()
        return None if node is None else self._plain(node, ())

    def _plain(self, node: yaml.Node, path: Path_) -> Any:
        self.marks[path] = node
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, n)) for n, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._fail("键必须是文字", key.start_mark)
            if key.value in result:
                raise self._fail(f"「{key.value}」写了两次", key.start_mark)
            self.keys[*path, key.value] = key
            result[key.value] = self._plain(value, (*path, key.value))
        return result


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """Read a file; raise PackError where it is too large, not UTF-8 or not plain YAML."""
    shown = name or str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PackError([Problem(shown, 1, 1, f"读不了这个文件：{error.strerror}")]) from None
    if len(data) > MAX_BYTES:
        raise PackError([Problem(shown, 1, 1, f"文件太大：{len(data)} 字节，最多 {MAX_BYTES} 字节")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError([Problem(shown, 1, 1, "文件不是 UTF-8 编码")]) from None
    return YamlFile(shown, text)
