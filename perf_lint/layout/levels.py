"""Recognise the names of 一级指标 and 二级指标, whole, marked, slipped or broken."""

from functools import cache, lru_cache
from typing import NamedTuple

from perf_lint.layout.labels import is_known
from perf_lint.layout.nearness import Nearness
from perf_lint.model.levels import SATISFACTION
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordfile import load_words

LONGEST = 40
"""No level cell is longer, marks included."""


class Level(NamedTuple):
    """A level cell as understood."""

    first: str | None
    """The 一级 name that the cell can be."""
    second: str | None
    """The 二级 name that the cell can be."""
    text: str
    """As written, without blanks, marks and brackets."""
    mark: str | None = None
    damaged: bool = False
    broken: bool = False
    """The cell ends in the middle: the rest is expected in a following row."""


class LevelNames:
    """The known level names and how they belong together."""

    def __init__(self, words: dict[str, dict[str, list[str]]], marks: list[str], like: dict[str, str]) -> None:
        self.first = _spellings(words["level1"])
        self.second = _spellings(words["level2"])
        self.parents = {child: parent for parent, children in words["parents"].items() for child in children}
        self.children = words["parents"]
        self.like = like
        self.marks = tuple(marks)
        whole = {key for key in (*self.first, *self.second) if key.endswith("指标")}
        self.near = Nearness({key: (self.first.get(key), self.second.get(key)) for key in whole})
        """Without 指标 a neighbour is too often a name of its own: 群众满意度 beside 公众满意度."""
        self.ends = frozenset(key[-1] for key in (*self.first, *self.second)) | frozenset(")）]】")
        """The last characters of level cells, marks included."""
        self.heads = frozenset(key[:2] for key in (*self.first, *self.second)) | self.near.heads
        self.prefixes: dict[str, set[str]] = {}
        for name in (*words["level1"], *words["level2"]):
            for end in range(2, len(name)):
                self.prefixes.setdefault(name[:end], set()).add(name)

    def may_be(self, text: str) -> bool:
        """Say at a glance whether a text may be the name of a level: most cells are not."""
        if _may_begin(text[:2]) or _may_end(text[-2:]):
            return True
        return _SIGN.search(text) is not None and _may_be_marked(text)

    def group(self, first: str | None) -> str | None:
        """Give the standard 一级 name that `first` stands for."""
        return self.like.get(first, first) if first else None

    def is_standard(self, first: str) -> bool:
        """Say whether a 一级 name, or the one it stands for, has 二级 names of its own."""
        return self.like.get(first, first) in self.children

    def parent(self, second: str | None) -> str | None:
        """Give the standard 一级 name to which `second` belongs."""
        return self.parents.get(second) if second else None


@cache
def level_names() -> LevelNames:
    """Load the names once."""
    words = load_words("levels")
    nested = {key: words[key] for key in ("level1", "level2", "parents")}
    return LevelNames(nested, words["marks"], words["like"])  # type: ignore[arg-type]  # the shape of our own file


@lru_cache(maxsize=20_000)
def _may_begin(pair: str) -> bool:
    """Say by its first two characters whether a text may be the name of a level."""
    key = squeeze(pair)
    return len(key) < 2 or key in level_names().heads or key[:1] in _NUMBERS


@lru_cache(maxsize=20_000)
def _may_end(pair: str) -> bool:
    """Say by its last two characters whether a text may be the name of a level."""
    key = squeeze(pair)
    return len(key) < 2 or key in level_names().near.ends


def _may_be_marked(text: str) -> bool:
    """Say whether what stands before the first bracket, between stars and colons, may be the name of a level."""
    name = _OPENING.split(text, 1)[0].strip(_AROUND)
    return not name or _may_begin(name[:2]) or _may_end(name[-2:])


def _spellings(names: dict[str, list[str]]) -> dict[str, str]:
    """Map every spelling, with 指标, without it and with 目标, to its name."""
    found: dict[str, str] = {}
    for name, others in names.items():
        for spelling in (name, *others):
            key = squeeze(spelling)
            found[key] = name
            if key.endswith("指标"):
                found.setdefault(key[:-2], name)
                found.setdefault(key[:-2] + "目标", name)
            else:
                found.setdefault(key + "指标", name)
    return found


_BRACKETS = lazy_pattern(r"^([★☆*]*)([^(\[]+?)([(\[].*)?$")
_ARABIC = "0123456789"
_NUMBERS = frozenset("一二三四五六七八九十(①②③④⑤⑥⑦⑧⑨" + _ARABIC)
_NUMBER = lazy_pattern(
    r"(?:\((?:[一二三四五六七八九十]{1,2}|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})+[、.]?|(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.)]|[①-⑨]|\d{1,2}(?=[^\d.、)]))"
)
_STARS = ("★", "☆", "*")
_SIGN = lazy_pattern(r"[★☆*＊:：﹕∶꞉(\[（［【〔]")
"""Stand around the name of a level."""
_AROUND = "★☆*＊:：﹕∶꞉ \u3000\xa0"
_OPENING = lazy_pattern(r"[（(［\[【〔]")
_WITHIN = lazy_pattern(r"\s*[（(]([^（()）]+)[)）]$")
_BETWEEN = lazy_pattern(r"\s*(?:[-—–－_/／\\|·•>＞→、:：]+|(?<=指标)(?=\S))\s*")
"""Between two levels in one cell."""
_FRONT = lazy_pattern(r"\s*[-—–－/／\\|·•>＞]+\s*")
_INNER = lazy_pattern(r"[(\[]([^)\]]*)[)\]]?")


@lru_cache(maxsize=20_000)
def read_level(text: str) -> Level | None:
    """Understand a cell as the name of a level; None if it is none."""
    names = level_names()
    if len(text) > LONGEST or not names.may_be(text):
        return None
    key = squeeze(text).rstrip(":")
    if key[:1] in _NUMBERS:
        return _numbered(key)
    stars, core, rest = "", key, ""
    if "(" in key or "[" in key or key[:1] in _STARS or key[-1:] in _STARS:
        parts = _BRACKETS.match(key)
        if parts is None:
            return None
        stars, core, rest = parts[1], parts[2].rstrip("*★☆:"), parts[3] or ""
    first, second = names.first.get(core), names.second.get(core)
    damaged = False
    if first is None and second is None:
        near = None if is_known(core) else names.near.find(core)
        if near is None:
            return None
        (first, second), damaged = near[0], True
    broken = _is_open(rest) or (damaged and core in names.prefixes)
    mark = _mark(rest, names.marks) or stars or None
    return Level(first, second, core, mark, damaged, broken)


def _numbered(key: str) -> Level | None:
    """Understand a level with its number in front: 一、产出指标, (二)质量指标, 1.数量指标."""
    number = _NUMBER.match(key)
    level = read_level(key[number.end() :]) if number else None
    if level is None or level.damaged or not (level.text.endswith("指标") or key[0] not in _ARABIC):
        return None
    return level


def _is_open(rest: str) -> bool:
    return rest.count("(") > rest.count(")") or rest.count("[") > rest.count("]")


def _mark(rest: str, marks: tuple[str, ...]) -> str | None:
    for inner in _INNER.findall(rest):
        if any(mark in inner for mark in marks):
            return str(inner)
    return None


@lru_cache(maxsize=4096)
def both_levels(text: str) -> tuple[str, str] | None:
    """Part a cell that names the 一级指标 and the 二级指标 below it (产出指标-数量指标); None if it does not."""
    if len(text) > LONGEST:
        return None
    level = read_level(text)
    if level:
        within = _WITHIN.search(text) if level.first and not level.second else None
        below = read_level(within[1]) if within else None
        return (text[: within.start()], within[1]) if within and below and below.second and not below.damaged else None
    for found in _BETWEEN.finditer(text):
        outer, inner = text[: found.start()], text[found.end() :]
        one, two = read_level(outer) if outer else None, read_level(inner) if inner else None
        if one and two and one.first and two.second and not (one.damaged or two.damaged):
            return outer, inner
    return None


def front_levels(text: str) -> tuple[str, str, str] | None:
    """Part both levels in front of a name from it (产出-数量-培训人数); 满意度 alone will do."""
    parts = [part.strip() for part in _FRONT.split(text, maxsplit=2)]
    one = read_level(parts[0]) if parts[0] and all(parts) and len(parts) > 1 else None
    if one is None or one.first is None or one.damaged:
        return None
    if len(parts) == 2:
        return (parts[0], "", parts[1]) if one.first == SATISFACTION else None
    whole = parts[1] if read_level(parts[1]) else parts[1] + "效益"  # 效益-经济
    return parts[0], whole if read_level(whole) else parts[1], parts[2]


def read_fragment(text: str) -> Level | None:
    """Understand a cell that breaks off within a level name (社会效, 产出指)."""
    key = squeeze(text)
    names = level_names().prefixes.get(key)
    if not names or len(names) != 1:
        return None
    name = next(iter(names))
    tables = level_names()
    return Level(tables.first.get(name), tables.second.get(name), key, None, True, True)
