import json
from pathlib import Path

import jsonschema
import pytest

from perf_lint.model.finding import Known
from perf_lint.model.place import Place
from perf_lint.reporters.sarif import render
from perf_lint.reporters.sarif.places import uri
from tests.reporters.sample import DATE, EMPTY, EXCEL_FILE, FULL, SPELLING, SUM

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-errata01.json").read_text("utf-8"))
GONE = Known("VAL503", "两个值粘在一起", "禁毒工作经费", "indicators[0].value", "99")
COMPARED = FULL._replace(
    findings=(SUM._replace(state="unchanged"), DATE._replace(state="changed"), SPELLING._replace(state="new")),
    gone=(GONE,),
)
PDF = FULL._replace(findings=(SUM._replace(place=Place("a.pdf", page=2, table=1, row=3, column=2)),))
VARIANTS = pytest.mark.parametrize("report", [FULL, EMPTY, COMPARED, PDF], ids=["full", "empty", "compared", "pdf"])


def the_run(report, lang="zh"):
    (run,) = json.loads(render(report, lang))["runs"]
    return run


@VARIANTS
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_official_schema_accepts_it(report, lang):
    jsonschema.Draft7Validator(SCHEMA).validate(json.loads(render(report, lang)))


@VARIANTS
def test_what_the_schema_does_not_check(report):
    run = the_run(report)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    for result in run["results"]:
        assert result["kind"] == "fail" or "level" not in result
        assert result["message"]["text"]
        assert result.get("baselineState") == "absent" or rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for place in (*result.get("locations", ()), *result.get("relatedLocations", ())):
            artifact = place["physicalLocation"]["artifactLocation"]
            assert "index" not in artifact or run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
    compared = ["baselineState" in result for result in run["results"]]
    assert all(compared) or not any(compared)


def test_a_cell_of_a_binary_file_is_a_logical_location():
    result = next(result for result in the_run(FULL)["results"] if result["ruleId"] == "DAT301")
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "2024/%E7%9B%AE%E6%A0%87%E8%A1%A8.xlsx", "index": 1}},
            "logicalLocations": [
                {"name": "D12", "fullyQualifiedName": "项目表!D12", "kind": "cell"},
                {"name": "indicators[0].value", "fullyQualifiedName": "forms[1].indicators[0].value", "kind": "member"},
            ],
        }
    ]
    assert "startLine" not in json.dumps(result)


def test_a_line_of_a_text_file_is_a_region():
    result = next(result for result in the_run(FULL)["results"] if result["ruleId"] == "AMT201")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 9,
        "startColumn": 1,
        "snippet": {"text": "6"},
    }
    assert [place["physicalLocation"]["region"]["startLine"] for place in result["relatedLocations"]] == [15, 16]
    assert result["partialFingerprints"] == {"perfLint/v1": "0123456789abcdef"}


def test_suppressed_and_unanswered_results():
    results = {result["ruleId"]: result for result in the_run(FULL)["results"]}
    assert results["VAL511"]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "年中追加，金额以批复为准",
            "properties": {"approver": "李处长", "expires": "2024-12-31"},
        }
    ]
    assert (results["AMT202"]["kind"], results["AMT202"]["message"]["text"]) == ("open", "没有填写其他资金")


def test_states_against_a_baseline():
    states = [(result["ruleId"], result["baselineState"]) for result in the_run(COMPARED)["results"]]
    assert states == [
        ("AMT201", "unchanged"),
        ("DAT301", "updated"),
        ("VAL512", "new"),
        ("VAL511", "unchanged"),
        ("AMT202", "new"),
        ("VAL503", "absent"),
    ]


def test_the_invocation_tells_what_went_wrong():
    invocation = the_run(FULL)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notes = [(note["level"], note["message"]["text"]) for note in invocation["toolExecutionNotifications"]]
    assert notes == [
        ("error", "不是 Word 文件，内容是一张图片"),
        ("note", "第 7 行是隐藏行，内容一并检查"),
        ("error", "ZeroDivisionError"),
    ]
    assert the_run(EMPTY)["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/表.txt", "a%20b/%E8%A1%A8.txt"),
        ("/tmp/a#1.txt", "file:///tmp/a%231.txt"),
        ("C:\\表\\a.txt", "file:///C:/%E8%A1%A8/a.txt"),
        ("包.zip!内/a.txt", "%E5%8C%85.zip%21%E5%86%85/a.txt"),
    ],
)
def test_file_names_as_uris(path, expected):
    assert uri(path) == expected


def test_it_speaks_the_report_s_language():
    assert the_run(FULL)["language"] == "zh-CN"
    assert the_run(FULL, "en")["language"] == "en-US"
    assert EXCEL_FILE not in render(FULL)
