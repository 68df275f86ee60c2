"""Styles of one template are parsed once; other styles, other limits and broken parts are never mixed up with them."""

from __future__ import annotations

import pytest
from lxml import etree

from perf_lint.readers.word import styles
from perf_lint.readers.word.names import W
from perf_lint.readers.word.styles import styles_of

SHEET = '<w:styles xmlns:w="{}"><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'.format(
    W.strip("{}")
).encode()
PLAIN = SHEET.replace(b"<w:vanish/>", b"<w:b/>")


@pytest.fixture
def parsed(monkeypatch):
    monkeypatch.setattr(styles, "_known", {})
    seen = []

    def of(raw, limit=100):
        def parse():
            seen.append(raw)
            return etree.fromstring(raw)

        return styles_of(raw, limit, parse)

    of.seen = seen
    return of


def test_the_same_bytes_are_parsed_once(parsed):
    assert parsed(SHEET) is parsed(bytes(bytearray(SHEET)))
    assert parsed.seen == [SHEET]


def test_other_bytes_and_other_limits_are_parsed_anew(parsed):
    assert [parsed(SHEET).hides("a"), parsed(PLAIN).hides("a"), parsed(SHEET, limit=5).hides("a")] == [
        True,
        False,
        True,
    ]
    assert parsed.seen == [SHEET, PLAIN, SHEET]


def test_only_a_few_are_kept(parsed):
    for number in range(6):
        parsed(SHEET.replace(b'"a"', b'"%d"' % number))
    parsed(SHEET.replace(b'"a"', b'"5"'))
    parsed(SHEET.replace(b'"a"', b'"0"'))
    assert len(parsed.seen) == 7
    assert len(styles._known) == 4


def test_what_cannot_be_parsed_fails_each_time(parsed):
    for _ in range(2):
        with pytest.raises(etree.XMLSyntaxError):
            parsed(b"<w:vanish numPr")
