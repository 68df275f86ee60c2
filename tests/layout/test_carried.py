"""A form that went through a pipe or the disk is the same form, and each of its fields stands where it stood."""

import pickle
import re

import pytest

from benchmarks.forms import as_tabs, make
from perf_lint.layout import places, recognise
from perf_lint.layout.carried import CarriedPlaces
from perf_lint.model.document import Document, Grid
from perf_lint.model.form import Indicator, ReadForm, SourceMap
from perf_lint.readers import read_bytes
from tests.factory.drawing import draw
from tests.factory.example_files import CARE, FARMLAND
from tests.factory.formats import WRITERS


def told(read: ReadForm) -> list[object]:
    where = read.source.paths()
    return [read.form, read.form.framework, list(where.items()), read.source.place(""), read.source.place("goal[7]")]


def carried(read: ReadForm) -> ReadForm:
    again: ReadForm = pickle.loads(pickle.dumps(read, pickle.HIGHEST_PROTOCOL))
    return again


def documents() -> list[Document]:
    """Forms of every format; several in one file; one with columns of its own, cells left over and two sheets."""
    files = [(f"表.{suffix}", write(draw(form))) for suffix, write in WRITERS.items() for form in (CARE, FARMLAND)]
    texts = "\n".join(as_tabs(make(3, number)) for number in range(4))
    odd = as_tabs(make(4, 1)).replace("指标值", "指标值\t权重\t说明", 1) + "\n旁注\t又一处\n"
    files += [("几张.txt", texts.encode()), ("怪.txt", odd.encode())]
    found = [read_bytes(content, name) for name, content in files]
    first = next(document for document in found if document.format == "xlsx")
    blocks = [
        block._replace(sheet=f"{n}月") if isinstance(block, Grid) else block for n, block in enumerate(first.blocks)
    ]
    return [*found, first._replace(blocks=tuple(blocks))]


@pytest.fixture(scope="module")
def forms() -> list[ReadForm]:
    return [read for document in documents() for read in recognise(document)]


def test_forms_and_places_come_back(forms: list[ReadForm]) -> None:
    assert len(forms) >= 2 * len(WRITERS) + 4
    for read in forms:
        once = carried(read)
        assert told(carried(once)) == told(read)  # sent on before anybody asked for a place
        assert told(once) == told(carried(once)) == told(read)
        assert all(type(row) is Indicator for row in (*once.form.indicators, *once.form.long_term_indicators))


def test_rows_of_the_longer_term_stay_apart(forms: list[ReadForm]) -> None:
    form, source = forms[0]
    both = ReadForm(form._replace(long_term_indicators=form.indicators[:2], has=frozenset(("goal",))), source)
    assert carried(both).form == both.form
    assert len(both.form.long_term_indicators) == 2


def test_places_are_read_when_one_is_asked_for(forms: list[ReadForm]) -> None:
    once = carried(carried(forms[0]))
    where = once.source.paths()
    assert isinstance(where, CarriedPlaces)
    assert (once.form.title, "_packed" in vars(where)) == (forms[0].form.title, False)
    assert once.source.place("funding.total") == forms[0].source.place("funding.total")
    assert "_packed" in vars(where)


def test_what_has_no_place_has_none_afterwards(forms: list[ReadForm]) -> None:
    for read in (forms[0], carried(forms[0])):
        where = read.source.paths()
        assert len(where) == len(list(where)) > 40
        for path in (
            "目标",
            "indicators[99].name",
            "indicators[-1]",
            "indicators[x]",
            "indicators[0].weight",
            "plan[0]",
        ):
            assert path not in where
            with pytest.raises(KeyError, match=re.escape(path)):
                where[path]


def test_any_text_may_stand_in_a_cell(forms: list[ReadForm]) -> None:
    where = forms[0].source.paths()
    assert isinstance(where, places.LazyPlaces)
    for text in ("", "\0", "甲\0乙"):
        odd = where.changed(lambda cell, text=text: cell._replace(text=text) if cell.row == 3 else cell, {})  # type: ignore[misc]
        again = carried(ReadForm(forms[0].form, SourceMap(odd, forms[0].source.place("")))).source.paths()
        assert list(again.items()) == list(odd.items()) != list(where.items())
