"""Formats that give their text piece by piece give the same text as a whole, and hold no list of a run."""

import json

import pytest

from perf_lint import reporters
from perf_lint.model.finding import FileReport, Report
from perf_lint.reporters.grouping import by_file
from perf_lint.reporters.json_pieces import Members, json_pieces
from perf_lint.reporters.report_record import report_record
from tests.reporters.sample import DATE, EMPTY, FULL, SUM, text_form

STREAMED = ("csv", "github", "gitlab", "json", "jsonl", "junit", "markdown", "parquet", "sarif", "terminal")
MANY = 50


class Watched(list):
    """A list of a report that tells how far it has been read, in the latest of several readings."""

    read = 0

    def __iter__(self):
        for number in range(len(self)):
            type(self).read = number
            yield self[number]


@pytest.mark.parametrize("name", STREAMED)
@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_pieces_make_up_the_whole(name, report):
    module = reporters.load(name)
    pieces = list(reporters.pieces(module, report, "zh"))
    whole = module.render(report, "zh")
    assert type(whole)().join(pieces) == whole


def test_a_format_without_pieces_comes_in_one():
    module = reporters.load("html")
    assert list(reporters.pieces(module, FULL, "en")) == [module.render(FULL, "en")]


@pytest.mark.parametrize("name", [name for name in STREAMED if name != "parquet"])
def test_the_first_finding_is_written_before_the_last_is_read(name):
    places = [SUM.place._replace(file=f"{number}.txt") for number in range(MANY)]
    files = tuple(FileReport(place.file, "text", (text_form(),)) for place in places)
    report = Report(files, Watched(SUM._replace(place=place) for place in places))
    pieces = reporters.pieces(reporters.load(name), report)
    assert any("成本指标合计 7 万元" in piece for piece in pieces)
    assert Watched.read <= 1


@pytest.mark.parametrize(
    "value",
    [
        {"a": [], "b": {}, "c": [1, {"d": "甲\n乙", "e": [None, True]}], "": "\u2028 “”"},
        {},
        [],
        [[], {}, [[]]],
        "文字",
    ],
)
def test_json_in_pieces_is_json(value):
    expected = json.dumps(value, ensure_ascii=False, indent=1)
    assert "".join(json_pieces(_lazy(value))) == expected
    assert "".join(json_pieces(value)) == expected


def test_the_whole_report_in_pieces_is_json():
    lists = report_record(FULL, "zh")
    plain = {name: value if name in ("schema", "summary") else list(value) for name, value in lists.items()}
    pieces = list(json_pieces(report_record(FULL, "zh")))
    assert "".join(pieces) == json.dumps(plain, ensure_ascii=False, indent=1)
    assert max(map(len, pieces)) < len("".join(pieces)) / 3


def _lazy(value):
    if isinstance(value, dict):
        return Members({name: _lazy(member) for name, member in value.items()})
    return iter([_lazy(item) for item in value]) if isinstance(value, list) else value


def test_a_finding_out_of_order_is_no_silent_loss():
    files = (FileReport(DATE.place.file), FileReport(SUM.place.file))
    assert [len(group.findings) for group in by_file(Report(files, (DATE, SUM)))] == [1, 1]
    with pytest.raises(ValueError, match="is not in the order of the files"):
        list(by_file(Report(files, (SUM, DATE))))
