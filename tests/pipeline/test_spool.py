import errno
import pickle

import pytest

from perf_lint.pipeline import spool as spool_module
from perf_lint.pipeline.spool import Spool, SpoolError, small_items

SHAPES = [(0, 1), (1, 1), (3, 1), (100, 1), (0, 4), (2, 4), (9, 4), (10, 4), (0, 10), (0, 11)]


def filled(kept, block, items):
    spool = Spool(kept, block)
    spool.extend(items)
    return spool


@pytest.mark.parametrize(("kept", "block"), SHAPES)
def test_a_spool_reads_like_a_list_wherever_its_items_are(kept, block):
    items = [("甲" * n, {"n": n}) for n in range(10)]
    spool = filled(kept, block, items)
    assert len(spool) == 10
    assert list(spool) == list(spool) == items
    assert (spool[0], spool[-1], spool[2:5], spool[::-3]) == (items[0], items[-1], items[2:5], items[::-3])
    assert list(spool.span(3, 9)) == items[3:9]
    with pytest.raises(IndexError):
        spool[10]


@pytest.mark.parametrize(("kept", "block"), SHAPES)
def test_reading_between_appending_changes_nothing(kept, block):
    spool = Spool(kept, block)
    for number in range(12):
        spool.append(number)
        assert list(spool) == list(range(number + 1))


def test_two_readers_do_not_disturb_each_other():
    for block in (1, 3):
        spool = filled(0, block, range(4))
        assert list(zip(spool, reversed(spool), strict=True)) == [(0, 3), (1, 2), (2, 1), (3, 0)]


def test_an_empty_spool_is_false():
    assert not Spool()


def test_frozen_is_a_tuple_where_everything_is_in_memory():
    assert filled(3, 1, range(3)).frozen() == (0, 1, 2)
    spool = filled(3, 1, range(4))
    assert spool.frozen() is spool


class Numbers:
    """Counts what it is told, and is interrupted at 5, as by Ctrl-C."""

    def __init__(self):
        self.told = []

    def add(self, item):
        if item == 5:
            raise KeyboardInterrupt
        self.told.append(item)


@pytest.mark.parametrize("block", [1, 4])
def test_a_tally_is_told_each_item_once(block):
    spool = Spool(2, block, Numbers())
    with pytest.raises(KeyboardInterrupt):
        spool.extend(range(9))
    assert (list(spool), spool.tally.told) == ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4])
    spool.extend(range(6, 9))
    assert (list(spool), spool.tally.told) == (list(range(9)), [0, 1, 2, 3, 4, 6, 7, 8])


@pytest.mark.parametrize("at_once", [1, 2, 3, 16])
def test_how_many_are_written_at_once_makes_no_difference(monkeypatch, at_once):
    monkeypatch.setattr(spool_module, "AT_ONCE", at_once)
    for block in (1, 4):
        spool = Spool(5, block)
        for number in range(40):
            spool.append(number)
            assert list(spool) == list(range(number + 1))


def test_how_much_is_kept_is_asked_when_a_spool_is_made(monkeypatch):
    monkeypatch.setattr(spool_module, "KEPT", 2)
    monkeypatch.setattr(spool_module, "BLOCK", 2)
    assert small_items("甲乙").frozen() == ("甲", "乙")
    assert isinstance(small_items("甲乙丙").frozen(), Spool)


class Interrupting:
    """Interrupts the first attempt to pickle it, as Ctrl-C does at that moment."""

    armed = True

    def __reduce__(self):
        if Interrupting.armed:
            Interrupting.armed = False
            raise KeyboardInterrupt
        return (str, ("后来",))


@pytest.mark.parametrize("block", [1, 2, 4])
def test_an_interrupt_while_writing_leaves_a_sound_list(block):
    Interrupting.armed = True
    spool = Spool(4, block)
    with pytest.raises(KeyboardInterrupt):
        spool.extend([0, 1, 2, Interrupting(), 4, 5])
    assert Interrupting.armed is False
    found = list(spool)
    assert (len(found), found[:3]) == (len(spool), [0, 1, 2])
    spool.append(6)
    spool.append(7)
    assert [item for item in spool if isinstance(item, int)][-2:] == [6, 7]
    assert len(spool) == len(found) + 2


def test_an_interrupt_behind_a_written_block_doubles_nothing(monkeypatch):
    spool = filled(1, 2, range(2))
    whole = Spool._write

    def interrupted(self, items):
        whole(self, items)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Spool, "_write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            spool.extend(range(2, 6))
    done = len(spool)
    assert list(spool) == list(range(done))
    spool.extend(range(done, 9))
    assert list(spool) == list(range(9))


def test_a_full_disk_is_said(monkeypatch):
    class Full:
        def seek(self, _at):
            pass

        def write(self, _content):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Spool, "_opened", lambda _self: Full())
    with pytest.raises(SpoolError) as error:
        filled(1, 1, range(3))
    assert error.value.words.zh == "临时文件写不了（磁盘已满）；可用环境变量 TMPDIR 换一个目录"


def test_what_cannot_be_pickled_is_an_error_of_its_own():
    with pytest.raises((pickle.PicklingError, AttributeError)):
        filled(0, 1, [lambda: None])
