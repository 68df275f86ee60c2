import pytest

from perf_lint.pipeline.spool import Spool


@pytest.mark.parametrize("kept", [0, 1, 3, 100])
def test_a_spool_reads_like_a_list_wherever_its_items_are(kept):
    spool = Spool(kept)
    items = [("甲" * n, {"n": n}) for n in range(10)]
    for item in items:
        spool.append(item)
    assert len(spool) == 10
    assert list(spool) == list(spool) == items
    assert (spool[0], spool[-1], spool[2:5]) == (items[0], items[-1], items[2:5])
    with pytest.raises(IndexError):
        spool[10]


def test_two_readers_do_not_disturb_each_other():
    spool = Spool(0)
    for number in range(4):
        spool.append(number)
    assert list(zip(spool, reversed(spool), strict=True)) == [(0, 3), (1, 2), (2, 1), (3, 0)]


def test_an_empty_spool_is_false():
    assert not Spool()
