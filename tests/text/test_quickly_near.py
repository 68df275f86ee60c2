"""The quick comparison of two texts may let strangers pass, but never turns away a pair that is alike."""

from __future__ import annotations

import random

import pytest

from perf_lint.text import near
from perf_lint.text.near import _may_be_near, likeness, near_pairs, quick_view


@pytest.mark.parametrize("last_bit", [7, 63, 1023])
def test_what_is_alike_is_never_turned_away(last_bit, monkeypatch):
    monkeypatch.setattr(near, "LAST_BIT", last_bit)
    rng = random.Random(last_bit)
    turned_away = 0
    for _ in range(2000):
        pool = [rng.getrandbits(32) for _ in range(rng.randint(1, 60))]
        one, other = (frozenset(rng.sample(pool, rng.randint(1, len(pool)))) for _ in range(2))
        for least in (0.3, 0.5, 0.8, likeness(one, other)):
            passes = [*_may_be_near([0], [quick_view(one)], quick_view(other), least)]
            assert passes or likeness(one, other) < least
            turned_away += not passes
    assert turned_away > 500 or last_bit == 7


def test_pairs_are_those_that_comparing_in_full_finds(monkeypatch):
    base = "完成全年饮水安全维修任务保障群众受益规范使用资金按时完成支出"
    texts = [base + end for end in ("", "一", "二三四五", "请各单位认真落实各项工作要求")]
    found = list(near_pairs(texts, 0.8))
    monkeypatch.setattr(near, "_may_be_near", lambda others, *_: list(others))
    assert found == list(near_pairs(texts, 0.8)) == [(0, 1), (0, 2)]
