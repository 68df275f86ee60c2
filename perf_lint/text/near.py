"""Find texts that are nearly the same among many, without comparing every pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

SHINGLE = 4
SKETCH = 6
"""Smallest shingle hashes kept of a text; near duplicates share some of them."""
LAST_BIT = 1023
"""Highest bit of a mask; a goal has some hundred shingles."""
ROUNDING = 1e-6
Quick = tuple[int, int, int]
"""How many hashes a text has, its mask, and how many bits that lacks since hashes fall on one."""
BUCKET = 24
"""Texts compared within one bucket; a phrase that more texts share tells nothing."""


def shingles(text: str) -> frozenset[int]:
    """Hash every run of four characters, the same way in every process."""
    data = text.encode("utf-32-le", "surrogatepass")
    return frozenset([crc32(data[start : start + 4 * SHINGLE]) for start in range(0, len(data) - 4 * SHINGLE + 1, 4)])


def quick_view(hashes: frozenset[int]) -> Quick:
    """Set one bit for each hash: what two texts share, they share here too."""
    mask = 0
    for hashed in hashes:
        mask |= 1 << (hashed & LAST_BIT)
    return len(hashes), mask, len(hashes) - mask.bit_count()


def _may_be_near(others: Iterable[int], quick: Sequence[Quick], own: Quick, least: float) -> Iterator[int]:
    """Yield the texts that by size and mask can be as like as `least`: most that share a hash cannot.

    Hashes of one text that fall on one bit may all be shared: the bits in common are too few by so many.
    """
    own_size, own_mask, _ = own
    more = 1 + least
    for other in others:
        size, mask, spare = quick[other]
        if more * ((mask & own_mask).bit_count() + spare) >= least * (size + own_size) - ROUNDING:
            yield other


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share of shingles that two texts have in common, 0 to 1."""
    common = len(one & other)
    union = len(one) + len(other) - common
    return common / union if union else 0.0


def near_pairs(texts: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Yield (earlier, later) for each text that is nearly an earlier one; time grows with the number of texts.

    A text is compared with the first few that share one of its smallest hashes, so a pair just above `least` may be
    missed; one well above it is not.
    """
    if len(texts) < 2:
        return
    buckets: dict[int, list[int]] = defaultdict(list)
    sets: list[frozenset[int]] = []
    quick: list[Quick] = []
    for index, text in enumerate(texts):
        own = shingles(text)
        sets.append(own)
        quick.append(quick_view(own))
        sketch = sorted(own)[:SKETCH]
        seen: set[int] = set()
        for hashed in sketch:
            seen.update(buckets[hashed])
        near = _may_be_near(sorted(seen), quick, quick[index], least)
        match = next((other for other in near if likeness(sets[other], own) >= least), None)
        if match is not None:
            yield match, index
        for hashed in sketch:
            if len(buckets[hashed]) < BUCKET:
                buckets[hashed].append(index)
