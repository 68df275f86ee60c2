"""A heading that lost a column costs the cells of that column only."""

from __future__ import annotations

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read_bytes

ROWS = [
    ("| 一级指标 | 二级指标 三级指标 | 指标值 |\n | ≥343公里 |\n| 满意度指标 | 服务对象满意度 | 群众满意度 | ≥94% |\n"),
    ("一级指标\t二级指标 三级指标\t指标值\n\t≥3车\n满意度指标\t服务对象满意度\t群众满意度\t≥94%\n"),
    ("一级指标\t二级指标、三级指标\t指标值\n\t≥3车\n产出指标\t数量指标\t里程\t≥9公里\n"),
]


@pytest.mark.parametrize("text", ROWS, ids=["pipes", "tabs", "named together"])
def test_nothing_written_is_lost(text: str):
    (read,) = recognise(read_bytes(text.encode(), "表.txt"))
    taken = "".join(f"{row.level1_text}{row.level2_text}{row.name}{row.value}" for row in read.form.indicators)
    written = text.split("\n", 1)[1].replace("|", " ").split()
    assert [word for word in written if word not in taken and word not in read.form.unread] == []
