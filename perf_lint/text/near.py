"""Find texts that are nearly the same among many, without comparing every pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from zlib import crc32

SHINGLE = 4
SKETCH = 6
"""Smallest shingle hashes kept of a text; near duplicates share some of them."""
LAST_BIT = 1023
"""Highest bit of a mask; a goal has some hundred shingles."""
ROUNDING = 1e-6
Quick = tuple[int, int]
"""How many hashes a text has, and its mask."""
BUCKET = 24
"""Texts compared within one bucket; a phrase that more texts share tells nothing."""


def shingles(text: str) -> frozenset[int]:
    """Hash every run of four characters, the same way in every process."""
    data = text.encode("utf-32-le", "surrogatepass")
    return frozenset([crc32(data[start : start + 4 * SHINGLE]) for start in range(0, len(data) - 4 * SHINGLE + 1, 4)])


def _mask(hashes: frozenset[int]) -> int:
    """Set one bit for each hash: what two texts share, they share here too."""
    mask = 0
    for hashed in hashes:
        mask |= 1 << (hashed & LAST_BIT)
    return mask


def _may_be_near(one: Quick, other: Quick, least: float) -> bool:
    """Say from size and mask of two texts whether they can be as like as `least`: most that share a hash cannot.

    Hashes of one text that fall on one bit may all be shared: the bits in common are too few by so many.
    """
    (size, mask), (other_size, other_mask) = one, other
    common = (mask & other_mask).bit_count() + size - mask.bit_count()
    return common >= least * (size + other_size - common) - ROUNDING


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
    buckets: dict[int, list[int]] = defaultdict(list)
    sets: list[frozenset[int]] = []
    quick: list[Quick] = []
    for index, text in enumerate(texts):
        own = shingles(text)
        sets.append(own)
        quick.append((len(own), _mask(own)))
        sketch = nsmallest(SKETCH, own)
        seen: set[int] = set()
        for hashed in sketch:
            seen.update(buckets[hashed])
        near = (other for other in sorted(seen) if _may_be_near(quick[other], quick[index], least))
        match = next((other for other in near if likeness(sets[other], own) >= least), None)
        if match is not None:
            yield match, index
        for hashed in sketch:
            if len(buckets[hashed]) < BUCKET:
                buckets[hashed].append(index)
