"""Remember what a search of folders passed over, so that nothing is left out in silence."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from perf_lint.model.words import Words

SHOWN = 5
"""Names given at most."""
MAY_HOLD_FORMS = frozenset(
    (
        *(".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zip"),
        *(".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"),
        *(".caj", ".ceb", ".djvu", ".dps", ".eml", ".msg", ".numbers", ".ofd", ".pages", ".ppt", ".pptx", ".xps"),
    )
)
"""Archives (.zip too deep in others), pictures and documents that people file forms in and that no reader takes."""


class Passed(NamedTuple):
    """Files that a search left out: of a kind that no reader takes, and written by this program."""

    unread: list[str]
    own: list[str]

    @classmethod
    def nothing(cls) -> Passed:
        """Begin with nothing passed over."""
        return cls([], [])

    def other(self, path: str) -> None:
        """Remember a file of another kind, if people file forms in such files."""
        if Path(path).suffix.lower() in MAY_HOLD_FORMS:
            self.unread.append(path)

    def words(self) -> tuple[Words, ...]:
        """Say what was passed over; empty where there is nothing to say."""
        said = (
            (self.unread, "个文件的格式读不了，没有检查", "not checked, of a kind that cannot be read"),
            (self.own, "个文件是本程序写的报告或副本，没有检查", "not checked, written by this program"),
        )
        return tuple(
            Words(f"{len(paths)} {zh}：{_some(paths, '、', ' 等')}", f"{len(paths)} {en}: {_some(paths, ', ', ' …')}")
            for paths, zh, en in said
            if paths
        )


def _some(paths: list[str], comma: str, more: str) -> str:
    return comma.join(paths[:SHOWN]) + (more if len(paths) > SHOWN else "")
