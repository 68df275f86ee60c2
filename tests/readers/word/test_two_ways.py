"""The flat pass and the full walk must read any plain table alike."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from perf_lint.readers.word import body as body_module
from tests.readers.word.factory import cells_of, codes, load, p, tbl, tc, tr

_texts = st.text(alphabet="绩效≥95% \t年", max_size=6)
_paragraphs = st.lists(_texts, min_size=1, max_size=3).map(lambda texts: [p(text) for text in texts])
_cells = st.builds(
    lambda content, span, down: tc(*content, span=span, down=down),
    _paragraphs,
    st.integers(1, 4),
    st.sampled_from(["", "", "restart", "continue"]),
)
_tables = st.lists(st.lists(_cells, min_size=1, max_size=5).map(lambda cells: tr(*cells)), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(_tables)
def test_flat_and_full_agree(rows):
    table = tbl(*rows)
    flat = load(table)
    original = body_module.is_plain
    body_module.is_plain = lambda *_: False
    try:
        full = load(table)
    finally:
        body_module.is_plain = original
    assert cells_of(flat) == cells_of(full)
    assert [code for code, _ in codes(flat)] == [code for code, _ in codes(full)]
