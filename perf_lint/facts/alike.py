"""Give for a plain number the one that leaves the same questions open, so that a new number need not be read for it.

Nothing that a question asks of a value alone tells ≥85% from ≥90%, or 350人 from 420人; what it may ask is how the
number stands to 100%, to the days of a month, to a year. `tests/facts/test_alike.py` compares both.
"""

from __future__ import annotations

from perf_lint.text.pattern import lazy_pattern

EXACT = 32
"""Below stand days, hours and the months of a year: such a number stands for itself."""
SIZES = (
    (100, "50"),
    (101, "100"),
    (1_000, "500"),
    (1_900, "1500"),
    (2_100, ""),
    (10_000, "5000"),
    (1_000_000, "50000"),
)
"""Up to which number what stands for it; nothing stands for what may be a year."""
_PLAIN = lazy_pattern(
    r"([≥≤]?)([1-9][0-9]{0,5})(\.[0-9]{1,4})?"
    r"(%|(?:(?![一二两三四五六七八九十每半年月日号季旬周天时分秒点])[\u4e00-\u9fff]){1,2})"
)
"""A sign, a number and a unit that measures no time."""


def alike(text: str) -> str | None:
    """Give the target that stands for all numbers of this size with this sign and unit; None for anything else."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    sign, whole, rest, unit = found.groups()
    number = int(whole)
    if number >= EXACT:
        for limit, standing in SIZES:
            if number < limit:
                whole = standing
                break
    return f"{sign}{whole}{'.5' if rest and rest.strip('.0') else ''}{unit}" if whole else None
