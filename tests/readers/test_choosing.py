"""What is asked of every file before it is read: the ending of its name, and whether it is text."""

from pathlib import PurePosixPath

import pytest

from perf_lint.readers.base import HEAD_BYTES, ReadError, suffix_of
from perf_lint.readers.encoding import decode, looks_like_text


@pytest.mark.parametrize(
    "name",
    ["a.txt", "b/表.TXT", "a.b/c", "a.b/.txt", ".txt", "a.", "a", "x.zip!b.docx", "x.zip!b", "x.zip!.txt", "a.d-1"],
)
def test_the_ending_of_a_name(name):
    assert suffix_of(name) == PurePosixPath(name.rpartition("!")[2] or name).suffix.lower()


def test_a_short_file_is_decoded_as_a_long_one():
    for start in (
        "项目\t1\n".encode(),
        "\ufeff项目".encode(),
        "项目".encode("gb18030"),
        "项目".encode() * 20 + b"\xe9",
    ):
        long = start + b" " * HEAD_BYTES
        text, guessed = decode(long, "form.txt")
        assert decode(start, "form.txt") == (text.rstrip(" "), guessed)
        assert looks_like_text(start) is looks_like_text(long[:HEAD_BYTES]) is True


def test_a_short_file_of_signals_is_no_text():
    assert not looks_like_text("项目\x01".encode())
    with pytest.raises(ReadError):
        decode("项目\x01".encode(), "form.txt")
