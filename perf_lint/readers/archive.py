"""Open zip archives without trusting them: counts, sizes, ratios and names are checked before a byte is unpacked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from perf_lint.model.words import Words
from perf_lint.readers.base import Limits, ReadError

if TYPE_CHECKING:
    import zipfile

EMPTY_ZIP = b"PK\x05\x06"

_DIRECTORY_RECORD = b"PK\x01\x02"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_STORED, _DEFLATED = 0, 8
_RATIO_FLOOR = 10_000_000
"""Below this size (bytes) a member may be packed as tightly as it likes."""


class Member(NamedTuple):
    """One file inside an archive."""

    name: str
    """With forward slashes, decoded as UTF-8 or, where it is not that, as GB 18030."""
    size: int
    """Bytes unpacked, as the archive claims; reading never gives more."""
    info: zipfile.ZipInfo


class Archive:
    """A zip archive in memory whose members are read one at a time within the limits."""

    __slots__ = ("_by_name", "_left", "_limits", "_path", "_zip", "members")

    def __init__(self, data: bytes, path: str, limits: Limits) -> None:
        """Read the directory of `data`; raise ReadError for damage or for more members than `limits` allow."""
        import io
        import zipfile

        if data.count(_DIRECTORY_RECORD) > limits.max_members:
            raise ReadError(path, _too_many(limits.max_members))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except NotImplementedError as error:
            raise ReadError(path, _unsupported(str(error))) from error
        except _damage() as error:
            raise ReadError(path, _damaged()) from error
        self._path = path
        self._limits = limits
        self._left = limits.max_expanded
        self.members = tuple(
            Member(_name(info), info.file_size, info)
            for info in self._zip.infolist()
            if info.filename[-1:] not in "/\\"
        )
        self._by_name = {member.name.lower().lstrip("/"): member for member in self.members}

    def __contains__(self, name: str) -> bool:
        return name.lower().lstrip("/") in self._by_name

    def read(self, name: str) -> bytes | None:
        """Unpack the member called `name` (case and a leading slash do not matter); None where there is none."""
        member = self._by_name.get(name.lower().lstrip("/"))
        return None if member is None else self.unpack(member)

    def unpack(self, member: Member) -> bytes:
        """Unpack `member`; raise ReadError where it is encrypted, damaged or over a limit."""
        self._check(member)
        try:
            content = self._zip.read(member.info)
        except NotImplementedError as error:
            raise ReadError(self._path, _unsupported(str(error))) from error
        except RuntimeError as error:
            raise ReadError(self._path, _encrypted(member.name)) from error
        except _damage() as error:
            raise ReadError(self._path, _damaged(member.name)) from error
        self._left -= len(content)
        return content

    def _check(self, member: Member) -> None:
        info = member.info
        if info.flag_bits & _ENCRYPTED:
            raise ReadError(self._path, _encrypted(member.name))
        if info.compress_type not in (_STORED, _DEFLATED):
            # bzip2 and lzma unpack a block at a time however large, so no limit could hold them
            raise ReadError(self._path, _unsupported(f"method {info.compress_type}"))
        if member.size > _RATIO_FLOOR and member.size > self._limits.max_ratio * max(info.compress_size, 1):
            raise ReadError(self._path, _bomb(member, self._limits.max_ratio))
        limit = min(self._limits.max_part, self._left)
        if member.size > limit:
            raise ReadError(self._path, _too_large(member, limit))


@cache
def _damage() -> tuple[type[Exception], ...]:
    """List what unpacking raises for damaged archives (seen under mutation, not all documented)."""
    import struct
    import zipfile
    import zlib

    return (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, IndexError)


def _name(info: zipfile.ZipInfo) -> str:
    """Decode a member's name; archives made on Chinese Windows hold GB 18030 without saying so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        for encoding in ("utf-8", "gb18030"):
            try:
                name = name.encode("cp437").decode(encoding)
            except UnicodeError:
                continue
            break
    return name.replace("\\", "/")


def _damaged(name: str = "") -> Words:
    inside = f"（{name}）" if name else ""
    at = f" ({name})" if name else ""
    return Words(
        f"文件已损坏或不完整，压缩包{inside}无法解开；请重新取得文件，或用原软件打开后另存",
        f"the file is damaged or incomplete: its zip archive{at} cannot be unpacked; get it again, or save it anew",
    )


def _encrypted(name: str) -> Words:
    return Words(
        f"压缩包里的 {name} 有密码；请去掉密码后再检查",
        f"{name} in the archive is protected by a password; remove the password first",
    )


def _unsupported(what: str) -> Words:
    return Words(
        f"压缩方式不受支持（{what}）；请重新压缩或另存", f"unsupported kind of zip ({what}); pack or save it again"
    )


def _too_many(limit: int) -> Words:
    return Words(f"压缩包里的文件多于 {limit} 个，超出上限", f"the archive holds more than {limit} files, the limit")


def _too_large(member: Member, limit: int) -> Words:
    return Words(
        f"{member.name} 解开后有 {_mb(member.size)} MB，超出上限 {_mb(limit)} MB",
        f"{member.name} unpacks to {_mb(member.size)} MB, over the limit of {_mb(limit)} MB",
    )


def _bomb(member: Member, ratio: int) -> Words:
    return Words(
        f"{member.name} 的压缩比超过 {ratio} 倍，像是压缩炸弹，没有解开",
        f"{member.name} is packed more than {ratio} times over, like a zip bomb, and was not unpacked",
    )


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
