"""Gather what people should know of an Office file besides its text: one remark a kind, counted, at its first place."""

from __future__ import annotations

from perf_lint.model.document import Remark
from perf_lint.model.place import Place
from perf_lint.model.words import Words

_SENTENCES = {
    "tracked-changes": (
        "文档有 {count} 处未接受的修订，按全部接受后的内容读取",
        "{count} tracked changes are not accepted yet; the text is read as if they were",
    ),
    "hidden-text": ("有 {count} 处隐藏文字没有读取", "{count} pieces of hidden text were not read"),
    "merged-away-text": (
        "有 {count} 个被合并单元格盖住的单元格仍有文字，没有读取",
        "{count} cells covered by a merged cell still hold text, which was not read",
    ),
    "comment": ("文档有 {count} 条批注，没有读取", "{count} comments were not read"),
    "unknown-symbol": (
        "有 {count} 个符号字体的字符认不出，以 \N{REPLACEMENT CHARACTER} 表示",
        "{count} characters of symbol fonts are unknown, shown as \N{REPLACEMENT CHARACTER}",
    ),
    "embedded-object": (
        "有 {count} 个嵌入的对象或文件，其中的内容没有读取",
        "{count} embedded objects or files were not read",
    ),
    "picture": ("有 {count} 张图片，图片里的文字没有读取", "{count} pictures; text inside them was not read"),
    "formula-without-value": (
        "有 {count} 个公式没有保存计算结果，内容未知，与它有关的规则不作判断；请用 Excel 打开后保存一次再检查",
        "{count} formulas have no saved result: rules on them are not evaluated; open and save the file in Excel first",
    ),
    "cell-error": ("有 {count} 个单元格显示错误值（如 #REF!）", "{count} cells show an error such as #REF!"),
    "damaged-cell": ("有 {count} 个单元格已损坏，内容读不出来", "{count} damaged cells could not be read"),
    "rounded-display": (
        "有 {count} 个数按显示格式取了舍入后的值",
        "{count} numbers were read as displayed, which rounds them",
    ),
    "hidden-row": ("有 {count} 个隐藏行，已照常读取", "{count} hidden rows were read like the others"),
    "hidden-column": ("有 {count} 个隐藏列，已照常读取", "{count} hidden columns were read like the others"),
    "hidden-sheet": ("有 {count} 张隐藏工作表，已照常读取", "{count} hidden sheets were read like the others"),
    "sheet-unread": (
        "有 {count} 张工作表不是普通表格或已缺失，没有读取",
        "{count} sheets are missing or not worksheets and were not read",
    ),
    "overlapping-merge": (
        "有 {count} 处合并区域相互重叠，没有采用",
        "{count} merged areas overlap others and were ignored",
    ),
    "placeholder-text": (
        "有 {count} 个内容控件仍是提示文字，没有填写",
        "{count} content controls still show their prompt instead of a value",
    ),
}


class Notes:
    """Count what was noticed, by kind, and remember where each kind came first."""

    __slots__ = ("_counts", "_first")

    def __init__(self) -> None:
        """Start with nothing noticed."""
        self._counts: dict[str, int] = {}
        self._first: dict[str, Place | None] = {}

    def add(self, code: str, place: Place | None, count: int = 1) -> None:
        """Count `count` occurrences of `code`."""
        if count:
            self._counts[code] = self._counts.get(code, 0) + count
            self._first.setdefault(code, place)

    def remarks(self) -> tuple[Remark, ...]:
        """Give one remark for each kind, in the order of first sight."""
        return tuple(
            Remark(code, Words(*(sentence.format(count=count) for sentence in _SENTENCES[code])), self._first[code])
            for code, count in self._counts.items()
        )
