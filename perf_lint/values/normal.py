"""Bring a value to one spelling: widths, look-alike signs, LaTeX, blanks. The text as written is kept elsewhere."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from perf_lint.text.compiled import compiled
from perf_lint.text.pattern import lazy_pattern

_GROUPS = {
    "≥": "≧⩾≮⋝",
    "≤": "≦⩽≯⋜",
    ":": "∶ː︰",
    "~": "〜∼〰",
    "-": "–—―−‐‑‒─━﹣",
    "·": "•・‧∙⋅●",
    "万": "萬",
    "亿": "億",
    "个": "個箇",
    "%": "﹪",
}
ALIKE = {alike: standard for standard, group in _GROUPS.items() for alike in group}


class _Widths(dict[int, str]):
    """Map every character to its standard form, learning as it goes."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = ALIKE.get(char) or _compatible(char)
        self[code] = found
        return found


def _compatible(char: str) -> str:
    """Give the compatibility form where it is one character of the same sense: never ² as 2 or ① as 1."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category == "No":
        return char
    folded = unicodedata.normalize("NFKC", char)
    return ALIKE.get(folded, folded) if len(folded) == 1 else char


_WIDTHS = _Widths()
_COMMANDS = {
    r"\$": "",
    r"\\(?:geqslant|geqq|geq|ge)(?![a-z])": "≥",
    r"\\(?:leqslant|leqq|leq|le)(?![a-z])": "≤",
    r"\\(?:lt|textless)(?![a-z])": "<",
    r"\\(?:gt|textgreater)(?![a-z])": ">",
    r"\\(?:checkmark|surd)(?![a-z])": "√",
    r"\\[dt]?frac\s*\{\s*([0-9]+)\s*\}\s*\{\s*([0-9]+)\s*\}": r"\1/\2",
    r"\\(?:pm)(?![a-z])": "±",
    r"\{\s*~\s*": "{",
    r"\\%\s*_\{?\s*0\s*\}?": "‰",
    r"\\(?:sim|thicksim)(?![a-z])": "~",
    r"\\approx(?![a-z])": "约",
    r"\\(?:times)(?![a-z])": "×",
    r"\\cdot(?![a-z])": "·",
    r"\\(?:text|mathrm|mathbf|mathsf|textbf|operatorname)\s*\{([^{}]*)\}": r"\1",
    r"\^\s*\{?\s*\\circ\s*\}?\s*C": "℃",
    r"\^\s*\{?\s*2\s*\}?": "²",
    r"\^\s*\{?\s*3\s*\}?": "³",
    r"\\%": "%",
    r"\\[ ,;!]": " ",
    r"\\[()]": "",
}
_FORBIDDEN = "不[得能可应宜准许允会再曾]|不允许|不至于|严禁|禁止|[从并尚]?未曾?|(?:从来?|并)?没有?|[绝决]不"
"""Before a comparison these say no more than 不: 未超过5%, 没有低于95%."""
SIGNS = [
    ("=", lazy_pattern(r">\s*=|=\s*>|≥\s*="), "≥"),
    ("=", lazy_pattern(r"<\s*=|=\s*<|≤\s*="), "≤"),
    ("+", lazy_pattern(r"\+\s*/?\s*-"), "±"),
    ("--", lazy_pattern(r"^((?:-|零下)[0-9.]+[℃度%]?)--(?=[0-9])"), r"\1~-"),
    ("--", lazy_pattern(r"-{2,}"), "-"),
    ("~~", lazy_pattern(r"~{2,}"), "~"),
    ("内", lazy_pattern(r"^([于在]?)(?=年度?内)"), r"\1本"),
    ("年内", lazy_pattern(r"(?<=[0-9]年)年内"), "内"),
    ("以上", lazy_pattern(r"以上(?=[0-9])(?=.*以下)"), "以上且"),
    (")", lazy_pattern(r"^\((?=[^()]*[0-9])([^(),;、]*[^0-9.(),;、][^(),;、]*)\)$"), r"\1"),
    ("**", lazy_pattern(r"^\*\*([^*]+)\*\*$"), r"\1"),
    ("/(", lazy_pattern(r"/\(([^()/]+)\)"), r"/\1"),
    ("¥", lazy_pattern(r"¥([0-9.,]+[万亿]?)(?=/)"), r"\1元"),
    ("廿", lazy_pattern(r"(?:(?<![一-鿿])|(?<=[于约近达少多过超满]))廿(?=[^0-9]{1,8}$)"), "二十"),
    ("卅", lazy_pattern(r"(?:(?<![一-鿿])|(?<=[于约近达少多过超满]))卅(?=[^0-9]{1,8}$)"), "三十"),
    ("个半", lazy_pattern(r"([0-9])个半(?=[小月学])"), r"\1.5个"),
    ("个半", lazy_pattern(r"([一二两三四五六七八九])个半(?=[小月学])"), r"\1点五个"),
    ("分之", lazy_pattern(r"((?:百|千|万)分之)([^至到~-]*[一二三四五六七八九十][至到~-])\1"), r"\1\2"),
    ("", lazy_pattern(rf"(?:{_FORBIDDEN})(?=超[过出]|突破|[高低大小多少]于|[超满足到][0-9])"), "不"),
    ("以", lazy_pattern(r"([0-9][^,;、()及或]{0,8})[及或]\1(?=以[上下])"), r"\1"),
]
"""What a text must hold for the pattern to be tried, the pattern, and what is put in its place."""
ENTITY = lazy_pattern(r"&(?:[A-Za-z]{2,6}|#[0-9]{2,5});")
"""What a web page leaves in its text: &ge;95%."""
FORMULA = lazy_pattern(r"\$[^$]*\$")
BLANK_IN_NUMBER = lazy_pattern(r"(?<=[0-9.])\s+(?=[0-9.])|(?<=[0-9])\s*\\[,:;!]\s*(?=[0-9]{3}(?![0-9]))")
QUOTED = lazy_pattern(r"[\"'“‘「『]([^\"'“”‘’「」『』]*)[\"'”’」』]")
LONG_DASHES = frozenset("—―─━")
"""Before a number these are bullets as often as a minus."""
QUOTES = frozenset("\"'“‘「『")
_BLANKS = lazy_pattern(r"(?<=[0-9])\s+(?=[0-9])|\s+")
_COMMA_BLANK = lazy_pattern(r"(?<=[0-9]),\s+(?=[0-9])")
_CLOSING = lazy_pattern(r"[。.;,、\s]+$")


_UNUSUAL = lazy_pattern(
    r"[^0-9A-Za-z.,%一-鿿≥≤<>/():;~·²³㎡℃‰±¥、-]|[萬億個箇廿卅]|--|~~|年年内|^[于在]?年度?内|以上[0-9]"
    r"|个半|^\(|/\(|¥.*/|分之.+分之|[及或][0-9]|不[得能可应宜准许允会再曾至]|[禁未没]|[绝决]不|[.,;、]\Z"
)
"""What may need work; a text without any of it is spelled in the standard way."""


def normal(text: str) -> str:
    """Give `text` in its standard spelling; a blank between two digits stays, for it may part two numbers."""
    return standard(text) if _UNUSUAL.search(text) else text


def standard(text: str) -> str:
    """Do the work of `normal`, whether it is needed or not."""
    return _CLOSING.sub("", _spelled(text))


def _spelled(text: str) -> str:
    plain = text.strip()
    if "&" in plain and ENTITY.search(plain):
        from html import unescape  # a big table, and entities are rare

        plain = unescape(plain).strip()
    plain = plain.translate(_WIDTHS)
    if plain[:1] == "-" and text.lstrip()[0] in LONG_DASHES and plain.strip("-"):
        plain = "—" + plain[1:]
    if "\\" in plain or plain.count("$") > 1:
        plain = FORMULA.sub(_closed_up, plain)
        for command, sign in _latex():
            plain = command.sub(sign, plain)
    if plain[:1] in QUOTES:
        quoted = QUOTED.fullmatch(plain)
        plain = quoted[1] if quoted else plain
    for held, spelling, sign in SIGNS:
        if held in plain:
            plain = spelling.sub(sign, plain)
    if any(char.isspace() for char in plain):
        plain = _COMMA_BLANK.sub("; ", plain)
        plain = _BLANKS.sub(_blank, plain)
    return plain


@cache
def _latex() -> list[tuple[re.Pattern[str], str]]:
    return [(compiled(pattern), sign) for pattern, sign in _COMMANDS.items()]


def _closed_up(formula: re.Match[str]) -> str:
    """Join the digits of a formula: between dollar signs blanks print nothing, so 9 5 is 95."""
    return BLANK_IN_NUMBER.sub("", formula[0])


def _blank(found: re.Match[str]) -> str:
    return " " if found.start() and found.string[found.start() - 1].isdigit() and _digit_after(found) else ""


def _digit_after(found: re.Match[str]) -> bool:
    return found.end() < len(found.string) and found.string[found.end()].isdigit()


def position(text: str, at: int) -> int:
    """Give the character of `text`, from 1, that stands at `at` (from 0) of its standard spelling."""
    for length in range(1, len(text) + 1):
        if len(_spelled(text[:length])) > at:
            return length
    return len(text) + 1
