"""Archives are opened within limits, and refused in words that name the cause."""

from __future__ import annotations

import io
import zipfile

import pytest

from perf_lint.readers.archive import Archive
from perf_lint.readers.base import DEFAULT_LIMITS, Limits, ReadError
from tests.readers.word.factory import zipped


def refused(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    """Give the Chinese words with which every member of `data`, or the whole, is refused."""

    def unpack_all() -> None:
        archive = Archive(data, "包.zip", limits)
        for member in archive.members:
            archive.unpack(member)

    with pytest.raises(ReadError) as caught:
        unpack_all()
    assert caught.value.path == "包.zip"
    return caught.value.words.zh


def test_names_and_contents():
    archive = Archive(zipped({"a/b.txt": "甲", "A/C.TXT": "乙", "dir/": ""}), "包.zip", DEFAULT_LIMITS)
    assert [(member.name, member.size) for member in archive.members] == [("a/b.txt", 3), ("A/C.TXT", 3)]
    assert archive.read("/a/c.txt") == "乙".encode()
    assert archive.read("x") is None
    assert "A/B.txt" in archive


def test_names_written_on_chinese_windows():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Zm.txt", "x")
    data = out.getvalue().replace(b"Zm.txt", "表".encode("gb18030") + b".txt")
    assert [member.name for member in Archive(data, "包.zip", DEFAULT_LIMITS).members] == ["表.txt"]


def test_bomb_by_ratio():
    assert refused(zipped({"a": b"0" * 30_000_000})) == "a 的压缩比超过 200 倍，像是压缩炸弹，没有解开"


def test_too_large_by_part_and_in_all():
    data = zipped({"a": bytes(range(256)) * 8, "b": bytes(range(256)) * 8})
    assert refused(data, Limits(max_part=1000)) == "a 解开后有 0.0 MB，超出上限 0.0 MB"
    assert refused(data, Limits(max_expanded=3000)).startswith("b 解开后有")


def test_too_many_members():
    assert refused(zipped({str(index): "" for index in range(20)}), Limits(max_members=19)) == (
        "压缩包里的文件多于 19 个，超出上限"
    )


def test_password():
    data = bytearray(zipped({"a": "x"}))
    data[6] |= 1
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert refused(bytes(data)) == "压缩包里的 a 有密码；请去掉密码后再检查"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_whose_size_cannot_be_bounded(method):
    assert refused(zipped({"a": "x"}, method)) == f"压缩方式不受支持（method {method}）；请重新压缩或另存"


@pytest.mark.parametrize("cut", [1, 30, -1, -30])
def test_truncated(cut):
    assert refused(zipped({"a": "x" * 100})[:cut]) == (
        "文件已损坏或不完整，压缩包无法解开；请重新取得文件，或用原软件打开后另存"
    )


def test_size_that_lies_and_broken_sum():
    data = zipped({"a": b"x" * 100}, zipfile.ZIP_STORED)
    assert "（a）" in refused(data.replace(b"xxxx", b"yyyy", 1))
    directory = data.index(b"PK\x01\x02")
    assert "（a）" in refused(data[: directory + 24] + b"\x05\0\0\0" + data[directory + 28 :])


def test_member_without_a_name():
    """Found by mutation: the directory entry of a nameless member broke the listing itself."""
    data = bytearray(zipped({"a": "x"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 46] = 0
    assert Archive(bytes(data), "包.zip", DEFAULT_LIMITS).members == ()
