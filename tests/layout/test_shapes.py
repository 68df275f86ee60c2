"""Each class of odd shapes is read in five forms and more: `shapes/<class>.cases` holds documents and what they say.

A case begins with `=== name`; below `---` stand the project, the sums and goals, every indicator, what stayed unread.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from perf_lint.layout import recognise
from perf_lint.model.document import Document, Paragraph
from perf_lint.model.form import Form
from perf_lint.readers import read_bytes

FOLDER = Path(__file__).parent / "shapes"

_SPEC = importlib.util.spec_from_file_location("drawn", Path(__file__).with_name("drawn.py"))
assert _SPEC
assert _SPEC.loader
drawn = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(drawn)


def cases() -> Iterator[tuple[str, str, str]]:
    """List class and name, document and expected reading of every case."""
    for path in sorted(FOLDER.glob("*.cases")):
        for case in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            name, _, rest = case.partition("\n")
            body, _, expected = rest.partition("\n---\n")
            yield f"{path.stem}: {name}", body, expected.strip()


def document(body: str) -> Document:
    """Make tables of lines that begin with a stroke, paragraphs with tabs of those that begin with ¶, else a text."""
    if body.startswith("¶"):
        return Document("a.docx", "docx", tuple(Paragraph(line.lstrip("¶")) for line in body.split("\n")), binary=True)
    return drawn.draw(body) if "\n|" in f"\n{body}" else read_bytes(body.encode(), "a.txt")


def brief(form: Form) -> Iterator[str]:
    """Say what a form holds, a line for each part."""
    sums = " ".join(
        f"{role} {amount.yuan}" for role in ("total", "fiscal", "other") if (amount := getattr(form.funding, role))
    )
    yield " | ".join(filter(None, (form.project_name, form.department, form.implementing_unit, form.period, sums)))
    for role in ("goal", "long_term_goal"):
        if getattr(form, role):
            yield f"{role}: {getattr(form, role)}"
    if form.plan:
        yield "plan: " + " ".join(f"{step.label}={step.text}" for step in form.plan)
    for items in (form.indicators, form.long_term_indicators):
        for item in items:
            more = "".join(f" {{{role} {text}}}" for role in drawn.OPTIONAL if (text := getattr(item, role)))
            yield f"{item.level1}/{item.level2} {item.name} = {item.value}{more}"
    if form.unread:
        yield "unread: " + " ".join(form.unread)


def told(body: str) -> str:
    """Say what a document holds."""
    return "\n".join(line for read in recognise(document(body)) for line in brief(read.form))


@pytest.mark.parametrize(("body", "expected"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_shape_is_read_exactly(body: str, expected: str):
    assert told(body).strip() == expected


def test_every_class_has_five_cases_and_more():
    names = [case[0].partition(":")[0] for case in cases()]
    assert len(set(names)) >= 12
    assert all(names.count(name) >= 5 for name in set(names))
