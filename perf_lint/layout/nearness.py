"""Find the known spelling that lies a single slip of the pen away."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

SHORTEST = 4
"""Shorter words have too many neighbours."""
WORDS = frozenset(
    (
        *(
            "效益",
            "效率",
            "效果",
            "效能",
            "效应",
            "数量",
            "质量",
            "时效",
            "时间",
            "成本",
            "投入",
            "产出",
            "执行",
            "控制",
        ),
        *("社会", "社区", "生态", "生产", "经济", "环境", "管理", "运行", "履职", "资金", "财务", "业务", "影响"),
    )
)
"""Words of two characters in names of levels: where one stands for another, nobody slipped."""


class Nearness(Generic[T]):
    """An index over spellings of four characters or more, by what is left when any one character is dropped."""

    __slots__ = ("_by_gap", "_known", "_longest", "ends", "heads")

    def __init__(self, spellings: Mapping[str, T]) -> None:
        self._known = {spelling: meaning for spelling, meaning in spellings.items() if len(spelling) >= SHORTEST}
        self._longest = max(map(len, self._known), default=0)
        self.heads = {spelling[:2] for spelling in self._known}
        self.ends = {spelling[-2:] for spelling in self._known}
        self._by_gap: dict[str, list[tuple[int, str]]] = {}  # made when first asked for

    def find(self, key: str) -> tuple[T, str] | None:
        """Give the meaning, and a spelling, from which `key` differs by one character; None if none or several fit."""
        if not SHORTEST <= len(key) <= self._longest + 1 or key in self._known:
            return None
        if key[:2] not in self.heads and key[-2:] not in self.ends:
            return None  # one slip cannot spoil both ends
        by_gap = self._by_gap or self._gaps()
        found = [spelling for _, spelling in by_gap.get(key, ())]
        for index, rest in _rests(key):
            if rest in self._known:
                found.append(rest)
            found += [spelling for at, spelling in by_gap.get(rest, ()) if at == index]
        found = [spelling for spelling in found if not _says_another(key, spelling)]
        meanings = {self._known[spelling] for spelling in found}
        return (meanings.pop(), found[0]) if len(meanings) == 1 else None

    def _gaps(self) -> dict[str, list[tuple[int, str]]]:
        for spelling in self._known:
            for index, rest in _rests(spelling):
                self._by_gap.setdefault(rest, []).append((index, spelling))
        return self._by_gap


def _says_another(key: str, spelling: str) -> bool:
    """Tell whether `key` has a word of its own where `spelling` has another: 管理效益 is no slip for 管理效率."""
    if len(key) != len(spelling):
        return False
    at = next(index for index, (ours, theirs) in enumerate(zip(key, spelling, strict=True)) if ours != theirs)
    return any({key[start : start + 2], spelling[start : start + 2]} <= WORDS for start in (max(at - 1, 0), at))


def _rests(text: str) -> Iterator[tuple[int, str]]:
    return ((index, text[:index] + text[index + 1 :]) for index in range(len(text)))
