"""What is decided at a glance must be what the long way decides: over real shapes, generated forms and damaged ones."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.forms import as_markdown, as_tabs, make
from perf_lint.layout import indicators, kinds, labels, levels, recognise, rows, sum_columns
from perf_lint.layout.columns import Column, Columns
from perf_lint.layout.distribution import distribute
from perf_lint.layout.indicator_draft import IndicatorDraft
from perf_lint.layout.shapes import LOOKS, assign, plans
from perf_lint.layout.slots import Slots
from perf_lint.layout.standing import Under
from perf_lint.model.document import Block, Cell, Document, Grid
from perf_lint.model.form import ReadForm
from perf_lint.readers import read_bytes
from perf_lint.text.blanks import squeeze

BANK = Path(__file__).parents[1] / "bank"
SEED, DAMAGED, GENERATED = 20, 3, 30
STRAY = (
    "",
    "万元",
    "≥90%",
    "1",
    "产出指标",
    "质量指标",
    "指标1",
    "（1）",
    "…",
    "★满意度",
    "经济成本指标",
    "任务",
    "附件2",
)
LINES = (
    "- 3 -",
    "年度绩效目标表",
    "金额单位：万元",
    "项目支出绩效目标表",
    "\t产出指标\t数量指标",
    "合计\t100",
    "项目名称\t另一个",
)


def _texts() -> list[str]:
    real = [path.read_text(encoding="utf-8") for path in sorted(BANK.rglob("*/*.txt"))]
    specs = [make(SEED, number) for number in range(GENERATED)]
    return real + [as_tabs(spec) for spec in specs] + [as_markdown(spec) for spec in specs[:10]]


def _damage(text: str, rng: random.Random) -> str:
    """Lose, double, move and add cells and lines."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(lines))
        cells = lines[at].split("\t")
        cell = rng.randrange(len(cells))
        kind = rng.randrange(6)
        if kind == 0:
            lines.insert(at, rng.choice((lines[at], "", rng.choice(LINES))))
        elif kind == 1:
            cells[cell] = cells[cell][1:] + rng.choice(STRAY)
        elif kind == 2:
            cells.insert(cell, rng.choice(STRAY))
        elif kind == 3:
            del cells[cell]
        elif kind == 4:
            cells = ["  ".join(cells)]
        if kind:
            lines[at] = "\t".join(cells)
    return "\n".join(lines)


def _aligned(document: Document, rng: random.Random) -> Document:
    """Give the same tables as if a file had drawn them, some cells merged."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            merged = [
                cell._replace(row_span=rng.choice((1, 1, 1, 1, 4)), col_span=rng.choice((1, 1, 1, 1, 2)))
                for cell in block.cells
            ]
            blocks.append(block._replace(aligned=True, cells=tuple(merged)))
        else:
            blocks.append(block)
    return document._replace(blocks=tuple(blocks))


def _documents() -> Iterator[Document]:
    rng = random.Random(SEED)
    for text in _texts():
        for version in (text, *(_damage(text, rng) for _ in range(DAMAGED))):
            document = read_bytes(version.encode(), "form.txt")
            yield document
            yield _aligned(document, rng)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(_documents())


def _told(forms: tuple[ReadForm, ...]) -> list[object]:
    return [(read.form, dict(read.source.paths()), read.source.place("")) for read in forms]


def _same(documents: list[Document], change: Callable[[], None]) -> None:
    before = [_told(recognise(document)) for document in documents]
    assert sum(map(len, before)) > len(documents) / 2
    change()
    for document, told in zip(documents, before, strict=True):
        assert _told(recognise(document)) == told


class _Everything(dict[str, int]):
    """Says of every text that it may be all things: no step can pass it over."""

    def __missing__(self, text: str) -> int:
        return -1


def _see_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (rows, sum_columns):
        monkeypatch.setattr(module, "KINDS", _Everything())


def test_bits_only_save_work(documents, monkeypatch):
    _same(documents, lambda: _see_everything(monkeypatch))


def test_shapes_only_save_work(documents, monkeypatch):
    _same(
        documents, lambda: monkeypatch.setattr(indicators, "assign", lambda row, columns, _: distribute(row, columns))
    )


def test_what_is_kept_of_a_shape_is_what_each_row_gives(documents, monkeypatch):
    shared = 0

    def both(row, columns, known):
        nonlocal shared
        shared += len(known) > 0
        kept, own = assign(row, columns, known), distribute(row, columns)
        assert _fields(kept) == _fields(own), row.text
        assert not kept.whole or _is_plain(kept), row.text
        return kept

    monkeypatch.setattr(indicators, "assign", both)
    for document in documents:
        recognise(document)
    assert shared > len(documents)


HEADINGS = (
    ("level1", "level2", "name", "value"),
    ("level1", "level2", "name", "value", "unit", "weight"),
    ("level1", "name", "direction", "value", "unit"),
    ("level2", "name", "sign", "value", "aside"),
    ("block", "level1", "level2", "third", "name", "value"),
    ("level1", "level2", "name_value"),
)
CELLS = (
    "产出指标", "数量指标", "满意度指标", "经济成本指标", "生态效", "产出指", "质量指标（必填）", "≥90%", "＞", "5", "10分", "定性",
    "购置图书", "指标1：购置图书", "★购置图书", "（1）购置图书", "2.购置图书", "…", "。", "就业指标", "群众满意度", "册", "100%", "无",
    "不低于3次", "①验收", "10", "2024年底前",
)  # fmt: skip

USUAL = {
    "level1": ("产出指标", "满意度指标", "数量指标", "成本指标"),
    "level2": ("数量指标", "经济成本指标", "质量指标（必填）", "生态效", "购置图书"),
    "name": ("购置图书", "群众满意度", "指标1：购置图书", "★购置图书", "数量指标", "数量", "…"),
    "value": ("≥90%", "5", "无", "不低于3次", "册"),
    "unit": ("册", "%"),
    "weight": ("10", "10分", "3册", "册"),
}


def test_rows_of_one_shape_stand_alike_below_any_headings():
    rng = random.Random(SEED)
    whole = 0
    for number in range(15_000):
        roles = rng.choice(HEADINGS)
        columns = Columns(tuple(Column(role, at, at) for at, role in enumerate(roles, 1)))
        places = list(range(rng.randint(1, 3), len(roles) + 1))
        if number % 3 == 1:
            places = places[: rng.randint(1, 3)]
        elif number % 3 == 2:
            places = sorted(rng.sample(range(1, len(roles) + 2), rng.randint(1, len(roles) + 1)))
        usual = [USUAL.get(role, CELLS) if rng.random() < 0.9 else CELLS for role in (*roles, "")]
        cells = tuple(Cell(rng.choice(usual[place - 1]), 1, place) for place in places)
        row = rows.Row(cells, rows.Origin("form.txt"), aligned=rng.random() < 0.2)
        kept, own = assign(row, columns, plans(columns)[0]), distribute(row, columns)
        assert _fields(kept) == _fields(own), (roles, cells)
        whole += kept.whole
        assert not kept.whole or _is_plain(kept)
    assert whole > 100


def test_texts_that_are_told_apart_look_different():
    texts = (
        "生态效",
        "购置图书",
        "产出指标",
        "数量指标",
        "成本指标",
        "数量",
        "就业指标",
        "无",
        "≥",
        "10",
        "3册",
        "…",
    )
    assert len({LOOKS[text] for text in texts}) == len(texts)


def _fields(slots: Slots) -> tuple[object, ...]:
    return slots.levels, slots.in_columns, slots.fields, slots.extra


def _is_plain(slots: Slots) -> bool:
    """Say whether nothing is left to do for an indicator of these fields."""
    item = IndicatorDraft(rows.Origin("form.txt"), Under(), dict(slots.fields))
    before = dict(item.texts)
    item.complete()
    return (item.texts, item.label, item.mark, item.is_empty) == (before, None, None, False)


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("三级指标", kinds.COLUMN),
        ("年初预算数", kinds.FUND_COLUMN),
        ("项目名称", kinds.LABEL | kinds.OPENER),
        ("经济成本指标", kinds.LEVEL | kinds.OF_COST | kinds.ENDS_LEVEL),
        ("数量指标", kinds.LEVEL | kinds.ENDS_LEVEL),
        ("任务", kinds.TASK),
        ("填报单位", kinds.HEADS),
        ("购置图书", 0),
    ],
)
def test_bits_of_a_text(text, bits):
    assert rows.KINDS[text] & bits == bits
    assert bits or not rows.KINDS[text]


def test_memory_of_texts_is_bounded(monkeypatch):
    monkeypatch.setattr(kinds, "MOST_KEPT", 3)
    memo = kinds.Memo(len)
    for number in range(10):
        assert memo["x" * number] == number
        assert len(memo) <= 3
    assert memo["长" * (kinds.LONGEST_KEPT + 1)] == kinds.LONGEST_KEPT + 1
    assert all(len(text) <= kinds.LONGEST_KEPT for text in memo)


def test_the_last_character_rules_out_no_amount():
    rng = random.Random(SEED)
    signs = "预算:：¥-0123456789,，. 元万亿千壹拾〇整一十百\n\t　资٣３人民币"
    texts = ["".join(rng.choices(signs, k=rng.randint(2, 6))) for _ in range(20_000)]
    ending = [text for text in texts if labels._AMOUNT.match(text)]
    assert len(ending) > 1000
    assert all(labels._may_end_amount(text[-1:]) for text in ending)


def test_no_long_text_that_is_passed_over_is_a_label(monkeypatch):
    rng = random.Random(SEED)
    known = sorted(labels._known())
    texts = [
        "".join(
            rng.choices(
                ("1、", "一、", "其中：", "目标", "（万元）", "2024年", "Goal", "、", rng.choice(known)), k=size
            )
        )
        for size in (1, 2, 3, 5, 8, 12)
        for _ in range(700)
    ]
    quick = [labels._bare(labels.squeeze(text), text, tolerant=True) for text in texts]
    passed = sum(labels._is_too_long(labels.squeeze(text)) for text in texts)
    monkeypatch.setattr(labels, "_is_too_long", lambda _: False)
    assert [labels._bare(labels.squeeze(text), text, tolerant=True) for text in texts] == quick
    assert passed > 200
    assert sum(map(bool, quick)) > 300


def test_a_comparison_with_a_figure_names_nothing():
    words = [
        *sorted(labels._known()),
        *sorted(labels._columns("columns")),
        *kinds.level_names().first,
        "册",
        "%",
        "（必填）",
    ]
    rng = random.Random(SEED)
    for sign in sorted(kinds._COMPARISONS):
        for _ in range(300):
            text = f"{sign}{rng.choice('0123456789２')}{rng.choice(('', ' ', '5'))}{rng.choice(words)}"
            assert kinds.is_target(text)
            assert kinds._named(text, kinds.level_names()) == 0


def test_rows_passed_over_head_no_sums(monkeypatch):
    rng = random.Random(SEED)
    texts = (
        "2023年",
        "2024",
        "2025年预算",
        "合计",
        "年初预算数",
        "全年执行数",
        "预算数",
        "项目期",
        "其他",
        "延续项目",
        "10",
    )
    cells = [
        tuple(Cell(text, 1, at) for at, text in enumerate(rng.choices(texts, k=rng.randint(1, 5)), 1))
        for _ in range(3000)
    ]
    lines = [rows.Row(one, rows.Origin("form.txt")) for one in cells]
    quick = [len(sum_columns.heads_of_sums(row)) for row in lines]
    monkeypatch.setattr(sum_columns, "_may_head_sums", lambda _: True)
    assert [len(sum_columns.heads_of_sums(row)) for row in lines] == quick
    assert 300 < sum(count > 0 for count in quick) < 2700


def test_what_ends_like_an_amount_is_read_whatever_stands_before_it(documents, monkeypatch):
    _same(documents, lambda: _forget(monkeypatch, labels, "_may_stand_before", lambda _: True))


def test_level_names_are_looked_up_whatever_brackets_follow(documents, monkeypatch):
    _same(documents, lambda: _forget(monkeypatch, levels, "_may_be_marked", lambda _: True))


def _forget(monkeypatch, module, name, instead):
    monkeypatch.setattr(module, name, instead)
    for memo in (kinds.KINDS, LOOKS):
        memo.clear()
    for kept in (labels._strict, labels._tolerant, levels.read_level):
        kept.cache_clear()


ODD = "".join(map(chr, (*range(0x20, 0x7F), *range(0xFF01, 0xFF5F)))) + "【】〔〕﹕∶꞉—–－﹣\t\n\u3000\u200b\ufeff\xa0标"


def test_keys_have_neither_blanks_nor_wide_signs():
    rng = random.Random(SEED)
    table = str.maketrans({sign: squeeze(sign) for sign in ODD})
    for _ in range(2000):
        text = "".join(rng.choices(ODD, k=rng.randint(0, 12)))
        assert squeeze(text) == text.translate(table)
    assert squeeze("（１）【必填】 项\u3000目—名\u200b称：") == "(1)[必填]项目-名称:"


def test_names_with_brackets_may_be_levels_only_by_what_stands_before_them():
    for text in ("质量指标（必填）", "★质 量（选）", "（一）产出指标", "【质量】", "社会效益：", "*服务对象满意度[10]"):
        assert levels.level_names().may_be(text), text
    assert not levels.level_names().may_be("农田水利专项资金（300）")
