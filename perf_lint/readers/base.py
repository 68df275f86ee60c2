"""Define what every reader shares: its interface, its safety limits and its one error."""

from pathlib import Path
from typing import NamedTuple, Protocol

from perf_lint.model.document import Document
from perf_lint.model.words import Words

HEAD_BYTES = 8192
"""How much of a file `sniff` may see."""

CERTAIN = 100
"""Confidence of a signature that no other format has."""
LIKELY = 60
"""Confidence of content that is nearly always this format."""
POSSIBLE = 20
"""Confidence of content that this reader can try when no other claims it."""
NO = 0

ZIP_MAGIC = b"PK\x03\x04"
"""Signature of an archive that holds anything: of files, or of the parts of an Office file."""
COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Signature of the container of older Office files, and of encrypted new ones."""


class Limits(NamedTuple):
    """Bounds that keep one hostile or broken file from taking the machine down."""

    max_bytes: int = 200_000_000
    """Size of the file itself."""
    max_expanded: int = 500_000_000
    """Bytes after decompression, of all parts together."""
    max_part: int = 100_000_000
    """Bytes of one part of an Office package, or of one file in an archive, after decompression."""
    max_nodes: int = 2_000_000
    """Elements and attributes of one XML part; parsed, each takes some 150 bytes."""
    max_ratio: int = 200
    """Decompressed over compressed size, of parts above 10 MB."""
    max_members: int = 10_000
    """Files within an archive or an Office package."""
    max_depth: int = 64
    """Nested tables, elements or archives."""
    max_cells: int = 1_000_000
    max_pages: int = 5_000
    max_objects: int = 200_000
    """Drawn objects on one PDF page."""
    max_seconds: float = 60.0
    """Time for one file, asked between its pages."""
    max_memory: int = 2_000_000_000
    """Bytes that checking one file may take, where files are checked in processes of their own."""
    max_span: int = 10_000
    """Rows or columns that one merged cell may cover."""


DEFAULT_LIMITS = Limits()


SAVE_ANEW = Words(
    "用原来的软件打开，另存为 .docx、.xlsx 或 .pdf，再检查一次",
    "open it in its own program, save it as .docx, .xlsx or .pdf, and check again",
)
"""Advice for content that no reader knows."""
PASSWORD = Words(
    "文件设有打开密码；请去掉密码另存后再检查", "the file is protected by a password; save it without one first"
)


def suffix_of(name: str) -> str:
    """Give the ending of a file's or an archive member's name in lower case, with its dot; empty if it has none."""
    stem, _, end = name.rpartition(".")
    if end.isalnum() and stem and stem[-1] not in "/\\:!":
        return f".{end.lower()}"
    return Path(name.rpartition("!")[2] or name).suffix.lower()


def parted(name: str) -> tuple[str, str]:
    """Part a name without folders into its stem and its suffix with the dot: Path takes ten times as long."""
    stem, _, end = name.rpartition(".")
    return (stem, f".{end}") if stem and end else (name, "")


class ReadError(Exception):
    """A file that cannot be used, with the reason for people."""

    def __init__(self, path: str, words: Words, advice: Words | None = None) -> None:
        """Keep what happened, and what to do where that is not part of it."""
        super().__init__(f"{path}: {words.en}")
        self.path = path
        self.words = words
        self.advice = advice


def too_many_cells(path: str, limits: Limits) -> ReadError:
    """Say that a file holds more cells than the limits allow."""
    most = limits.max_cells
    return ReadError(path, Words(f"单元格多于 {most} 个，超出上限", f"more than {most} cells, the limit"))


class OtherFormat(Exception):  # noqa: N818  # no error: the file is read by another reader
    """An Office package of another program than its name and its first bytes said."""

    def __init__(self, name: str) -> None:
        """Keep the `NAME` of the reader that can read it."""
        super().__init__(name)
        self.name = name


class Reader(Protocol):
    """One format, as a module of this folder offers it; heavy imports belong inside `read`."""

    NAME: str
    """The format's name in `Document.format`."""
    SUFFIXES: tuple[str, ...]
    """File name endings in lower case, with the dot."""

    def sniff(self, head: bytes, name: str) -> int:
        """Say how surely the first bytes (and, where they cannot tell, the name) are this format, from 0 to 100."""
        ...

    def read(self, data: bytes, path: str, limits: Limits) -> Document:
        """Turn the bytes into a document; raise ReadError where that is impossible."""
        ...
