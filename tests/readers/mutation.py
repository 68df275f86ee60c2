"""Damage files as disks, mail gateways and attackers do; every seed gives the same damage."""

from __future__ import annotations

import io
import random
import re
import zipfile

from tests.readers.word.factory import zipped

_NUMBER = re.compile(rb'(?<=")\d+(?=")')
_TAG = re.compile(rb"</?[\w:]+")
_HOSTILE = (
    b"99999999",
    b"-1",
    b"0",
    b"1e9",
    b"4294967296",
    b"",
    b"\xff",
    b"9" * 400,
    b"A1:XFD1048576",
    "\u0661".encode(),
)


def damaged(data: bytes, seed: int) -> bytes:
    """Flip, cut, repeat or overwrite raw bytes."""
    chance = random.Random(seed)
    out = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(out))
        length = min(chance.choice((1, 2, 4, 16, 200)), len(out) - at)
        match chance.randrange(5):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = out[at : at + length]
            case 3:
                out[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
            case _:
                out[at : at + length] = chance.choice((b"\0", b"\xff")) * length
        if len(out) < 16:
            break
    return bytes(out[: chance.randrange(len(out))]) if chance.random() < 0.1 else bytes(out)


def damaged_parts(data: bytes, seed: int) -> bytes:
    """Keep the zip whole and damage the XML inside: tags, numbers, order, whole parts."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(files))
        content = files[name]
        files[name] = _twisted(content if isinstance(content, bytes) else content.encode(), chance)
        if chance.random() < 0.1:
            files[chance.choice(sorted(files))] = content
        if chance.random() < 0.05:
            del files[name]
        if not files:
            break
    return zipped(files, zipfile.ZIP_STORED)


def _twisted(part: bytes, chance: random.Random) -> bytes:
    match chance.randrange(5):
        case 0:
            return damaged(part, chance.randrange(1 << 30)) if len(part) > 16 else part
        case 1:
            return _replace_one(part, _NUMBER, lambda _: chance.choice(_HOSTILE), chance)
        case 2:
            tags = _TAG.findall(part) or [b"<x"]
            return _replace_one(part, _TAG, lambda _: chance.choice(tags), chance)
        case 3:
            elements = re.findall(rb"<([\w:]+)[^<>]*>[^<>]*</\1>", part)
            return part if not elements else _moved(part, chance)
        case _:
            return _replace_one(part, re.compile(rb"[\w:]+="), lambda match: b"zz:" + match[0], chance)


def _replace_one(part: bytes, pattern: re.Pattern[bytes], new, chance: random.Random) -> bytes:
    found = list(pattern.finditer(part))
    if not found:
        return part
    match = chance.choice(found)
    return part[: match.start()] + new(match) + part[match.end() :]


def _moved(part: bytes, chance: random.Random) -> bytes:
    """Move one well-formed element somewhere else between two tags."""
    found = list(re.finditer(rb"<([\w:]+)[^<>]*>[^<>]*</\1>", part))
    match = chance.choice(found)
    rest = part[: match.start()] + part[match.end() :]
    gaps = [gap.start() for gap in re.finditer(rb"<(?![?!])", rest)][1:] or [len(rest)]
    at = chance.choice(gaps)
    return rest[:at] + match[0] + rest[at:]
