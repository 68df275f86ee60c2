"""Turn places into SARIF locations: a line where the file has lines, else the cell as a logical location."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from perf_lint.model.place import Place
from perf_lint.model.words import Lang
from perf_lint.reporters.places import place_words

Record = dict[str, Any]


def uri(path: str) -> str:
    """Give a file's name as a URI: relative as given, absolute with its scheme."""
    forward = path.replace("\\", "/")
    if forward.startswith("/"):
        return "file://" + _quoted(forward)
    if len(forward) > 1 and forward[1] == ":":
        return f"file:///{forward[0]}:{_quoted(forward[2:])}"
    return _quoted(forward)


def _quoted(path: str) -> str:
    return quote(os.fsencode(path))  # the bytes of the name, whatever their encoding


def location(place: Place, files: Mapping[str, int], at: str, form: int | None, lang: Lang) -> Record:
    """Give a location; `at` and `form` name the field within the document."""
    artifact: Record = {"uri": uri(place.file)}
    if place.file in files:
        artifact["index"] = files[place.file]
    physical: Record = {"artifactLocation": artifact}
    if place.line is not None:
        physical["region"] = _region(place)
    logical = _logical(place, at, form, lang)
    return {"physicalLocation": physical} | ({"logicalLocations": logical} if logical else {})


def _region(place: Place) -> Record:
    region: Record = {"startLine": place.line}
    if place.char is not None:
        region["startColumn"] = place.char
    if place.snippet:
        region["snippet"] = {"text": place.snippet}
    return region


def _logical(place: Place, at: str, form: int | None, lang: Lang) -> list[Record]:
    """Name the cell (where there are no lines) and the field."""
    found: list[Record] = []
    if place.line is None and (place.cell or place.row is not None or place.page is not None):
        words = place_words(place, lang)
        found.append({"name": place.cell or words, "fullyQualifiedName": words, "kind": "cell"})
    if at and form is not None:
        found.append({"name": at, "fullyQualifiedName": f"forms[{form}].{at}", "kind": "member"})
    return found
