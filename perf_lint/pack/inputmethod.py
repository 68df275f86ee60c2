"""Notice what a Chinese input method leaves in files that want half-width signs: ：，｜“” and full-width letters."""

from __future__ import annotations

import unicodedata

from perf_lint.model.words import Words
from perf_lint.text.pattern import lazy_pattern

QUOTES = "“”‘’＂＇「」『』"
NAMES = {"：": Words("全角冒号", "full-width colon"), "，": Words("全角逗号", "full-width comma"),
         "｜": Words("全角竖线", "full-width bar"), "\u3000": Words("全角空格", "full-width blank")}  # fmt: skip
PLAIN = {"：": ": ", "，": ", ", "｜": "|", "\u3000": " "}
KEY = lazy_pattern(r"(?:^|[\s{\[,，-])[\"']?[a-z][a-z_0-9]*[\"']?[ \t]*(：)")
"""A key with a full-width colon behind it."""
NONE = Words("", "")


def ime(text: str) -> Words:
    """Say, as the end of a sentence, which full-width sign spoils a plain text; empty where none does."""
    for sign, name in NAMES.items():
        if sign in text:
            plain = PLAIN[sign].rstrip() or " "
            return Words(f"；有{name.zh}「{sign}」，要用半角「{plain}」", f"; {name.en} “{sign}”: write “{plain}”")
    quote = next((c for c in text[:1] + text[-1:] if c in QUOTES), "")
    if quote:
        return Words(
            f'；有全角引号「{quote}」，要用半角 " 或不写', f'; full-width quotation mark {quote}: write " or none'
        )
    wide = next((c for c in text if "！" <= c <= "～"), "")
    if wide:
        plain = unicodedata.normalize("NFKC", wide)
        return Words(f"；有全角字符「{wide}」，要用半角「{plain}」", f"; full-width “{wide}”: write “{plain}”")
    return NONE


def colon_at(line: str) -> int | None:
    """Give the place of a full-width colon that stands behind a key, from 0."""
    match = KEY.search(line)
    return match.start(1) if match else None
