"""Letters of PDF files that take two halves in UTF-16: rare characters of names, and halves without the other."""

from __future__ import annotations

import pytest

from perf_lint.readers import read_bytes


def written(*letters: str) -> bytes:
    """Write a page with one line of letters, each given by its UTF-16 units in hexadecimal digits."""
    mapped = " ".join(f"<{65 + at:02X}> <{units}>" for at, units in enumerate(letters))
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {len(letters)} beginbfchar {mapped} endbfchar endcmap end end"
    )
    line = f"BT /F 12 Tf 72 700 Td ({''.join(chr(65 + at) for at in range(len(letters)))}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(line)}>>stream\n{line}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(table)}>>stream\n{table}\nendstream",
    )
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Size 7/Root 1 0 R>>\n%%EOF".encode()


@pytest.mark.parametrize(
    ("letters", "text", "codes"),
    [
        (("9879", "D842DFB7", "76EE"), "项𠮷目", []),
        (("D842DFB7",), "𠮷", []),
        (("D83DDE00", "D842DFB7"), "😀𠮷", []),
        (("9879", "D842", "76EE"), "项 目", ["low-confidence"]),
        (("9879", "DFB7", "76EE"), "项 目", ["low-confidence"]),
        (("76EE", "D842"), "目", ["low-confidence"]),
    ],
)
def test_both_halves_make_one_letter(letters, text, codes):
    document = read_bytes(written(*letters), "表.pdf")
    assert [block.text for block in document.blocks] == [text]
    assert [remark.code for remark in document.remarks] == codes
