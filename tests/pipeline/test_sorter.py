import random

import pytest

from perf_lint.pipeline import sorter
from perf_lint.pipeline.sorter import Sorter


def pairs(seed, count, most):
    draw = random.Random(seed)
    return [(draw.randrange(most), number) for number in range(count)]


@pytest.mark.parametrize("kept", [0, 1, 7, 1000])
@pytest.mark.parametrize("seed", range(5))
def test_it_sorts_and_keeps_equal_items_in_their_order(monkeypatch, kept, seed):
    monkeypatch.setattr(sorter, "BLOCK", 4)
    items = pairs(seed, 100, 20)
    made = Sorter(lambda item: item[0], kept)
    draw = random.Random(seed)
    at = 0
    while at < len(items):
        step = draw.randrange(1, 15)
        made.extend(items[at : at + step])
        at += step
    assert list(made) == list(made) == sorted(items, key=lambda item: item[0])


def test_items_in_order_are_one_stretch():
    made = Sorter(lambda item: item, 3)
    for number in range(50):
        made.extend([number])
    assert made._state[0] == ((0, 48, 47),)
    made.extend([-1, -2, -3])
    assert len(made._state[0]) == 2
    assert list(made) == [-3, -2, -1, *range(50)]


def test_an_interrupt_loses_and_doubles_nothing(monkeypatch):
    made = Sorter(lambda item: item, 3)
    made.extend([5, 1, 4, 2])
    with monkeypatch.context() as patch:
        patch.setattr(made._spool, "append", _interrupting(made._spool.append, 2))
        with pytest.raises(KeyboardInterrupt):
            made.extend([3, 9, 0, 7])
    assert list(made) == [0, 1, 2, 3, 4, 5, 7, 9]
    made.extend([6, 8])
    assert list(made) == list(range(10))


def _interrupting(append, after):
    calls = []

    def append_or_stop(item):
        if len(calls) == after:
            raise KeyboardInterrupt
        calls.append(item)
        append(item)

    return append_or_stop
