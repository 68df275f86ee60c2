"""Labels in the middle of their groups: the quick count of ways agrees with trying them one by one."""

import random

from perf_lint.readers.page import centred
from perf_lint.readers.page.centred import MAX_WAYS, _edges, _grouped, _labels
from perf_lint.readers.page.lines import Line

ROW = 14.0


def line(at):
    return Line((), ROW * at, 10.0)


def one_by_one(column, edges, first, more):
    """Give every way to take the lines for labels of the rows from `first` on."""
    if not column:
        return [{}] if first == len(edges) - 1 else []
    return [
        {first: block, **rest}
        for block, last in _labels(column, edges, first, more)
        for rest in one_by_one(column[len(block.lines) :], edges, last + 1, more)
    ]


def expected(column, rows, more):
    ways = sorted(one_by_one(column, _edges(rows), 0, more), key=len)
    unsure = len(ways) >= MAX_WAYS or (len(ways) > 1 and len(ways[-2]) == len(ways[-1]))
    return None if unsure or not ways else ways[-1]


def test_ways_are_counted_as_if_each_was_tried():
    chance = random.Random(5)
    found = 0
    for _ in range(3000):
        rows = [ROW * number for number in range(chance.randrange(3, 9))]
        places = sorted({chance.randrange(2 * len(rows)) / 2 for _ in range(chance.randrange(1, 8))})
        column, more = [line(at) for at in places], chance.random() < 0.3
        groups = _grouped(column, rows, more)
        assert groups == expected(column, rows, more), (places, len(rows), more)
        found += groups is not None
    assert found > 300


def test_a_label_for_two_rows_and_one_for_a_row():
    rows = [0.0, ROW, 2 * ROW]
    groups = _grouped([line(0.5), line(2)], rows, more=False)
    assert {first: block.lines[0].base for first, block in groups.items()} == {0: ROW / 2, 2: 2 * ROW}


def test_many_narrow_rows_with_one_text_beside_them_are_soon_given_up(monkeypatch):
    tried = 0

    def counted(*given):
        nonlocal tried
        tried += 1
        return _labels(*given)

    monkeypatch.setattr(centred, "_labels", counted)
    column = [line(number) for number in range(59)] + [line(59.36)]
    assert _grouped(column, [ROW * number for number in range(60)], more=False) is None
    assert tried <= 60 * 8
