"""Annotated files opened by LibreOffice: every text of the form is still there, and so is every comment."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from perf_lint import api
from perf_lint.readers import read_bytes
from perf_lint.readers.office.libreoffice import find_program
from perf_lint.writeback.formats import annotator
from tests.writeback.test_other_content import (
    sheet,
    with_chart,
    with_nested_table,
    with_picture,
    with_tracked_changes,
    word,
)
from tests.writeback.test_round_trip import content

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_program() is None, reason="LibreOffice is not installed"),
]
FILES = {
    "甲.docx": lambda: content("standard", "docx"),
    "图.docx": lambda: word(with_picture),
    "嵌.docx": lambda: word(with_nested_table),
    "改.docx": lambda: word(with_tracked_changes),
    "甲.xlsx": lambda: content("standard", "xlsx"),
    "图.xlsx": lambda: sheet(with_chart),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Convert all annotated copies in three runs of LibreOffice; give the folder with them and the results."""
    folder = tmp_path_factory.mktemp("office")
    for name, make in FILES.items():
        data = make()
        report = api.lint_document(read_bytes(data, name))
        assert report.findings
        copy = annotator(name.rsplit(".")[-1])[0](data, name, report, "zh")
        (folder / name).write_bytes(copy)
    convert(folder, "pdf", FILES)
    convert(folder, "odt", [name for name in FILES if name.endswith("docx")])
    convert(folder, "ods", [name for name in FILES if name.endswith("xlsx")])
    return folder


def convert(folder, target, names):
    profile = (folder / "profile").as_uri()
    out = folder / target
    command = [
        find_program(),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        out,
    ]
    paths = [folder / name for name in names]
    for suffix in ("docx", "xlsx"):  # of one stem in two formats only the last would be left
        some = [path for path in paths if path.suffix == f".{suffix}"]
        if some:
            subprocess.run([*command[:-1], out / suffix, *some], check=True, capture_output=True, timeout=120)


def result(folder, name, target):
    path = Path(name)
    return folder / target / path.suffix[1:] / f"{path.stem}.{target}"


@pytest.mark.parametrize("name", FILES)
def test_the_page_shows_every_text(opened, name):
    document = pypdfium2.PdfDocument(result(opened, name, "pdf"))
    shown = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    grid = next(block for block in read_bytes(FILES[name](), name).blocks if hasattr(block, "cells"))
    assert [cell.text for cell in grid.cells if squeezed(cell.text) not in shown] == []


@pytest.mark.parametrize("name", FILES)
def test_every_comment_arrives(opened, name):
    data = FILES[name]()
    report = api.lint_document(read_bytes(data, name))
    text = flat_comments(result(opened, name, "odt" if name.endswith("docx") else "ods"))
    missing = [finding.message for finding in report.findings if squeezed(finding.message) not in text]
    assert missing == []


def flat_comments(path):
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    return squeezed("".join("".join(node.itertext()) for node in root.iter(f"{office}annotation")))


def squeezed(text):
    return "".join(text.split()).replace("\ufffe", "").replace("\x02", "")
