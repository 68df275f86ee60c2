"""Name every format with its writer."""

from __future__ import annotations

from collections.abc import Callable

from tests.factory import markup, office, paper
from tests.factory.drawing import Drawing
from tests.factory.word97 import to_doc

WRITERS: dict[str, Callable[[Drawing], bytes]] = {
    "txt": lambda drawing: markup.to_text(drawing).encode(),
    "md": lambda drawing: markup.to_markdown(drawing).encode(),
    "html": lambda drawing: markup.to_html(drawing).encode(),
    "mht": markup.to_mht,
    "csv": lambda drawing: markup.to_csv(drawing).encode("gb18030"),
    "doc": to_doc,
    "docx": office.to_docx,
    "xlsx": office.to_xlsx,
    "pdf": paper.to_pdf,
}
"""Suffix to writer."""
