"""Damaged forms are read like whole ones: every kind of damage alone, and several together."""

from __future__ import annotations

from random import Random

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read_bytes
from tests.layout.stress import damage
from tests.layout.stress.bases import Page, names, page
from tests.layout.stress.compare import differences, form_differences, write, write_lines, write_tabbed
from tests.layout.stress.tables import draw

SEEDS = range(6)
GROUPS = (
    damage.MOVES,
    damage.SPLITS,
    damage.SPELLINGS,
    [operator for operator in damage.CONTENTS if operator is not damage.empty_value],
)
"""A value left blank is told from a torn one only in a row that is otherwise whole."""


def damaged(name: str, operators: list[damage.Operator], seed: str) -> Page:
    made, rng = page(name), Random(seed)
    for operator in sorted(operators, key=damage.ALL.index):
        operator(made, rng)
    return made


@pytest.mark.parametrize("name", names())
def test_whole_form(name: str):
    assert differences(page(name)) == []


@pytest.mark.parametrize("operator", damage.ALL, ids=lambda operator: operator.__name__)
def test_one_kind_of_damage(operator: damage.Operator):
    found = {}
    for name in names():
        for seed in SEEDS:
            made = damaged(name, [operator], f"{name}{operator.__name__}{seed}")
            if wrong := differences(made):
                found[name, seed] = (wrong, write(made))
    assert found == {}


@pytest.mark.parametrize("name", names())
def test_several_kinds_of_damage(name: str):
    found = {}
    for seed in range(40):
        rng = Random(f"{name}{seed}")
        operators = [rng.choice(group) for group in rng.sample(GROUPS, 3)]
        made = damaged(name, operators, f"{seed}")
        if wrong := differences(made):
            found[seed] = ([operator.__name__ for operator in operators], wrong, write(made))
    assert found == {}


@pytest.mark.parametrize("name", names())
def test_one_cell_a_line(name: str):
    made = page(name)
    assert differences(made, write_tabbed(made)) == []
    if made.shape != "hebei":  # its plan needs its rows
        assert differences(made, write_lines(made, "\n")) == []
        assert differences(made, write_lines(made, "\n\n")) == []


@pytest.mark.parametrize(
    "operator", [*damage.SPLITS, *damage.SPELLINGS, *damage.CONTENTS], ids=lambda each: each.__name__
)
def test_damaged_tables(operator: damage.Operator):
    found = {}
    for name in names():
        for seed in SEEDS:
            made = damaged(name, [operator], f"{name}{seed}")
            forms = recognise(draw(made))
            assert len(forms) == 1
            if wrong := form_differences(made, forms[0], []):
                found[name, seed] = (wrong, write(made))
    assert found == {}


@pytest.mark.parametrize("seed", range(8))
def test_all_forms_in_one_file(seed: int):
    rng = Random(seed)
    order = rng.sample(names(), len(names()))
    pages = [damaged(name, [rng.choice(damage.SPLITS)], f"{seed}{name}") for name in order]
    text = (
        "\n某县2025年部门预算说明\n\n"
        + "\n\n".join(map(write, pages))
        + "\n名词解释\n一、财政拨款：指县级财政拨付的资金。\n"
    )
    forms = recognise(read_bytes(text.encode(), "a.txt"))
    assert len(forms) == len(pages)
    lines = text.split("\n")
    found = {
        made.name: wrong
        for made, form in zip(pages, forms, strict=True)
        if (wrong := form_differences(made, form, lines))
    }
    assert found == {}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"], ids=["windows", "unix", "mac"])
def test_encodings(encoding: str, newline: str):
    made = page("plain_school")
    assert differences(made, data=write(made).replace("\n", newline).encode(encoding)) == []
