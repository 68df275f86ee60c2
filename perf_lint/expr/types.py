"""Compare and combine the type names of the rule language.

A type is a string: `string int decimal bool date null`, the name of a facts type, `list(…)`, `any` (the element of an
empty list), or in a function's signature one upper-case letter that stands for any type.
"""

from __future__ import annotations

ALIASES = {"money": "decimal", "percent": "decimal"}
NUMBERS = ("int", "decimal")
ORDERED = ("int", "decimal", "string", "date")

CHINESE = {
    "string": "文字", "int": "整数", "decimal": "数", "bool": "是否", "date": "日期", "null": "空值", "any": "任意",
    "Form": "绩效目标表", "Indicator": "指标行", "Value": "指标值", "Amount": "金额", "Funding": "项目资金",
}  # fmt: skip


def plain(type_: str) -> str:
    """Give the type that counts: `money` is `decimal`."""
    if type_.startswith("list("):
        return f"list({plain(type_[5:-1])})"
    return ALIASES.get(type_, type_)


def is_list(type_: str) -> bool:
    """Tell whether a type is a list."""
    return type_.startswith("list(")


def element(type_: str) -> str:
    """Give the type of a list's elements."""
    return type_[5:-1] if is_list(type_) else "any"


def spoken(type_: str) -> str:
    """Name a type in Chinese; in English its own name is plain enough."""
    if is_list(type_):
        return f"{spoken(element(type_))}的列表"
    return CHINESE.get(type_, type_)


def joined(left: str, right: str) -> str | None:
    """Give the type that covers both, or None."""
    if left == right or right in ("any", "null"):
        return left
    if left in ("any", "null"):
        return right
    if left in NUMBERS and right in NUMBERS:
        return "decimal"
    if is_list(left) and is_list(right):
        inner = joined(element(left), element(right))
        return None if inner is None else f"list({inner})"
    return None


def unify(wanted: str, given: str, letters: dict[str, str]) -> bool:
    """Tell whether a value of type `given` may be passed where `wanted` stands; bind letters on the way."""
    if len(wanted) == 1:
        both = joined(letters.get(wanted, "any"), given)
        if both is None:
            return False
        letters[wanted] = both
        return True
    if is_list(wanted):
        return given == "any" or (is_list(given) and unify(element(wanted), element(given), letters))
    return given in (wanted, "any") or (wanted == "decimal" and given == "int")


def filled(type_: str, letters: dict[str, str]) -> str:
    """Put bound letters into a result type."""
    if is_list(type_):
        return f"list({filled(element(type_), letters)})"
    return letters.get(type_, "any") if len(type_) == 1 else type_
