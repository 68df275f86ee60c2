"""One form, every format: the same reading, places apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read
from tests.factory.drawing import draw
from tests.factory.formats import WRITERS
from tests.factory.spec import spec_of
from tests.factory.specs import ALL, STANDARD
from tests.readers.reading import plain, readings

EXAMPLES = Path(__file__).parents[2] / "examples"


def _all_drawings():
    drawings = {name: draw(spec) for name, spec in ALL.items()}
    for path in sorted(EXAMPLES.glob("*")):
        for found in recognise(read(path)):
            drawings[f"{path.stem}-{found.form.index}"] = draw(spec_of(found.form))
    return drawings


DRAWINGS = _all_drawings()


@pytest.mark.parametrize("suffix", [suffix for suffix in WRITERS if suffix != "txt"])
@pytest.mark.parametrize("name", DRAWINGS)
def test_every_format_reads_as_text_does(name, suffix):
    drawing = DRAWINGS[name]
    expected = readings(WRITERS["txt"](drawing), "表.txt")
    assert len(expected) == 1
    assert readings(WRITERS[suffix](drawing), f"表.{suffix}") == expected


def test_the_text_reading_is_the_form_that_was_written():
    (form,) = readings(WRITERS["txt"](draw(STANDARD)), "表.txt")
    assert form["project_name"] == "农村生活垃圾清运项目"
    assert [(i["level2"], i["name"], i["value"]) for i in form["indicators"]] == [
        ("数量指标", "清运生活垃圾数量", "≥18000吨"),
        ("数量指标", "更新密闭式垃圾箱数量", "300个"),
        ("质量指标", "垃圾无害化处理率", "≥98%"),
        ("时效指标", "垃圾箱更新完成时间", "2025年6月30日前"),
        ("成本指标", "垃圾清运费", "约62万元"),
        ("成本指标", "垃圾箱购置费", "约24.5万元"),
        ("生态效益指标", "农村人居环境", "明显改善"),
        ("服务对象满意度指标", "村民满意度", "≥90%"),
    ]
    assert form["unread"] == []


def test_content_decides_before_the_suffix():
    drawing = draw(STANDARD)
    expected = readings(WRITERS["txt"](drawing), "表.txt")
    for suffix, wrong in (("html", "表.xls"), ("docx", "表.doc"), ("pdf", "表"), ("xlsx", "表.et"), ("mht", "表.doc")):
        assert readings(WRITERS[suffix](drawing), wrong) == expected


def test_plain_takes_blanks_away():
    assert plain(("a b\n", 1)) == ["ab", 1]
