"""No text in a form makes a rule crash."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from perf_lint.engine.run import run
from perf_lint.model.form import Form, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.pack.load import load

PIECES = st.sampled_from(
    [
        "指标",
        "1",
        "率",
        "、",
        "（",
        "》",
        "“",
        "”",
        "%",
        "≥",
        "9",
        ".",
        "万元",
        "人次",
        "满意度",
        "不",
        "目标1:",
        "①",
        "L",
        "事故",
        "及",
        "的的",
        "经费经费",
        "2024年",
        "$\\geq$",
        "是/否",
        "\n",
        "\u3000",
        "😀",
        "�",
    ]
)
TEXT = st.lists(PIECES, max_size=7).map("".join)
LEVELS = st.sampled_from([None, "数量指标", "质量指标", "社会效益指标", "服务对象满意度指标", "成本指标"])


@st.composite
def rows(draw):
    return Indicator(
        level1=draw(st.sampled_from([None, "产出指标", "效益指标", "满意度指标"])),
        level2=draw(LEVELS),
        level1_text=draw(TEXT),
        level2_text=draw(TEXT),
        mark=draw(st.sampled_from([None, "必填量化", "必填硬性指标"])),
        label=draw(st.sampled_from([None, "指标1", "2."])),
        name=draw(TEXT),
        value=draw(TEXT),
        description=draw(st.none() | TEXT),
        direction=draw(st.none() | TEXT),
    )


@st.composite
def forms(draw, index):
    return Form(
        index=index,
        project_name=draw(st.none() | TEXT),
        department=draw(st.none() | TEXT),
        department_code=draw(st.none() | st.sampled_from(["075001", "11642300MB0W149971"])),
        implementing_unit=draw(st.none() | TEXT),
        goal=draw(st.none() | TEXT),
        purpose=draw(st.none() | TEXT),
        year=draw(st.sampled_from([None, 2024])),
        indicators=tuple(draw(st.lists(rows(), max_size=3))),
    )


@settings(max_examples=40, deadline=None)
@given(st.tuples(forms(index=1), forms(index=2)))
def test_rules_survive_any_text(pair):
    read = [("any", ReadForm(form, SourceMap({}, Place("any", line=form.index)))) for form in pair]
    assert run(load(["core", "cn-2015", "cn-2021"]), read).crashes == ()
