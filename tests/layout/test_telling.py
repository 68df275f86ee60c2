"""Steps that look only at some rows or lines must do what they do when they look at all: over every odd layout."""

import importlib.util
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from perf_lint import layout
from perf_lint.layout import recognise
from perf_lint.model.document import Document
from perf_lint.readers import read_bytes

HERE = Path(__file__).parent
LINES = (
    "项目名称 农村公路养护 主管部门 县交通局\n一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 修路 3公里",
    "绩效目标表\n产出指标 / 数量指标 / 改造户数 / ≥60户\n项目名称：修渠；实施单位：县水利局",
    "附件2 绩效目标表\n年度总 完成改造\n体目标 保障用水\n产出指标-数量指标\n修渠\n3处",
    "项目支出绩效目标表\n项目名称\t修渠\n一级指标\t三级指标\t指标值\n产出指标\t修渠\t3处\n- 2 -\n效益指标\t增收\t5元\n",
    (
        "12\n某县2025年部门预算公开\n项目支出绩效目标表\n项目名称\t修渠\n一级指标\t三级指标\t指标值\n产出指标\t修渠\t3处\n13\n"
        "某县2025年部门预算公开\n效益指标\t增收\t5元\n"
    ),
    "目标表\n项目\n名称\t修渠\n一级指标\t三级指标\t指标值\n产出指标\t修渠\t3处",
)


def _module(name: str):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    shapes, drawn = _module("test_shapes"), _module("drawn")
    texts = [path.read_bytes() for path in sorted((HERE / "forms").glob("*.txt"))]
    pictures = [path.read_text(encoding="utf-8") for path in sorted((HERE / "forms").glob("*.grid"))]
    found = [read_bytes(text, "form.txt") for text in (*texts, *map(str.encode, LINES))]
    return [*found, *map(drawn.draw, pictures), *(shapes.document(body) for _, body, _ in shapes.cases())]


def _told(document: Document) -> list[object]:
    return [(read.form, dict(read.source.paths()), read.source.place("")) for read in recognise(document)]


def _same(documents: list[Document], change: Callable[[], None]) -> None:
    before = [_told(document) for document in documents]
    assert sum(map(len, before)) > len(documents) / 2
    change()
    for document, told in zip(documents, before, strict=True):
        assert _told(document) == told


def test_steps_look_only_at_rows_that_tell_them_something(documents, monkeypatch):
    _same(documents, lambda: monkeypatch.setattr(layout, "_telling", list))


def test_lines_that_are_no_piece_of_a_table_are_left_alone(documents, monkeypatch):
    regroup = import_module("perf_lint.layout.regroup")
    _same(documents, lambda: monkeypatch.setattr(regroup, "_is_alone", lambda _: False))
