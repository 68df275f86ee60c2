import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from inline_snapshot import snapshot

from perf_lint.model.finding import FileReport
from perf_lint.model.form import Amount, Funding, ReadForm
from perf_lint.reporters import contract, jsonl
from perf_lint.reporters import json as json_format
from perf_lint.reporters.form_record import documents_record, form_record
from perf_lint.text.numbers import plain_number
from tests.reporters.sample import DATE, EMPTY, FULL, SUM, text_form

DOCS = Path(__file__).parents[2] / "docs" / "schema"
NOWHERE = {"line": None, "table": None, "row": None, "column": None, "cell": None, "sheet": None, "page": None}


def test_a_finding_with_everything():
    assert json.loads(json_format.render(FULL._replace(findings=(SUM,))))["findings"] == snapshot(
        [
            {
                "rule": "AMT201",
                "name": "cost-sum-mismatch",
                "severity": "error",
                "confidence": "high",
                "message": "成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元",
                "show": "3 + 4 = 7 ≠ 6 万元",
                "path": "2024/禁毒.txt",
                "form": 1,
                "project": "禁毒工作经费",
                "at": "funding.total",
                "location": {"line": 9, "table": 1, "row": 6, "column": 2, "cell": None, "sheet": None, "page": None},
                "related": [
                    {
                        "at": "indicators[1].value",
                        "path": "2024/禁毒.txt",
                        "location": {
                            "line": 15,
                            "table": 1,
                            "row": 12,
                            "column": 2,
                            "cell": None,
                            "sheet": None,
                            "page": None,
                        },
                    },
                    {
                        "at": "indicators[2].value",
                        "path": "2024/禁毒.txt",
                        "location": {
                            "line": 16,
                            "table": 1,
                            "row": 13,
                            "column": 2,
                            "cell": None,
                            "sheet": None,
                            "page": None,
                        },
                    },
                ],
                "fixes": [
                    {
                        "safety": "display",
                        "text": "奖励资金写作约3万元时，3 + 3 = 6，与总额一致",
                        "at": "funding.total",
                        "old": "",
                        "new": "",
                    }
                ],
                "fingerprint": "0123456789abcdef",
            }
        ]
    )


def test_a_cell_of_a_spreadsheet():
    (finding,) = json.loads(json_format.render(FULL._replace(findings=(DATE,))))["findings"]
    assert finding["location"] == NOWHERE | {"sheet": "项目表", "cell": "D12", "table": 1, "row": 12, "column": 4}
    assert finding["fixes"] == [
        {
            "safety": "display",
            "text": "核对后改为该月的最后一天：2024年6月30日",
            "at": "indicators[0].value",
            "old": "",
            "new": "",
        }
    ]


def test_nothing_vanishes():
    written = json.loads(json_format.render(FULL))
    assert [(item["rule"], item["reason"], item["approver"], item["expires"]) for item in written["suppressed"]] == [
        ("VAL511", "年中追加，金额以批复为准", "李处长", "2024-12-31")
    ]
    assert [(item["rule"], item["reason"], item["location"]["line"]) for item in written["not_evaluated"]] == [
        ("AMT202", "没有填写其他资金", 9)
    ]
    assert written["summary"] == snapshot(
        {
            "files": 3,
            "unreadable": 1,
            "forms": 2,
            "clean_forms": 0,
            "indicators": 5,
            "error": 2,
            "warning": 0,
            "info": 1,
            "suppressed": 1,
            "not_evaluated": 1,
            "unread": 1,
            "crashes": 1,
            "version": "0.1.0",
            "packs": ["cn-2015 2026.1"],
            "problems": [{"path": "2024/坏.docx", "reason": "不是 Word 文件，内容是一张图片"}],
            "failed_rules": [{"rule": "TXT701", "path": "2024/目标表.xlsx", "form": 1, "cause": "ZeroDivisionError"}],
            "warnings": ["perf-lint.yaml:12：这条不计理由没有对应的问题"],
        }
    )


def test_json_lines_hold_the_same_records():
    whole = json.loads(json_format.render(FULL))
    lines = [json.loads(line) for line in jsonl.render(FULL).splitlines()]
    assert [line.pop("type") for line in lines] == ["finding"] * 3 + ["suppressed", "not_evaluated", "summary"]
    assert lines == [
        *whole["findings"],
        *whole["suppressed"],
        *whole["not_evaluated"],
        {"schema": whole["schema"]} | whole["summary"],
    ]


@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_keeps_to_its_contract(report, lang):
    written = json_format.render(report, lang)
    contract.ReportDocument.model_validate_json(written)
    jsonschema.validate(json.loads(written), json.loads(contract.page("report-1.json")))


def test_forms_keep_to_their_contract():
    written = json.dumps(documents_record(FULL.files, "zh"), ensure_ascii=False)
    contract.FormsDocument.model_validate_json(written)
    jsonschema.validate(json.loads(written), json.loads(contract.page("forms-1.json")))


def test_a_form_as_read():
    record = documents_record((FileReport("a.txt", "text", (text_form(),)),), "zh")
    record["documents"][0]["forms"][0]["indicators"] = record["documents"][0]["forms"][0]["indicators"][1:2]
    assert record == snapshot(
        {
            "schema": "perf-lint/forms@1",
            "documents": [
                {
                    "path": "a.txt",
                    "problem": None,
                    "forms": [
                        {
                            "index": 1,
                            "kind": "target",
                            "title": "项目支出预算绩效目标表（2024年度）",
                            "year": 2024,
                            "year_inferred": False,
                            "project_name": "禁毒工作经费",
                            "project_code": None,
                            "department": "某县公安局 (075001)",
                            "department_code": "075001",
                            "implementing_unit": "某县禁毒办",
                            "attribute": "延续项目",
                            "period": "2024年",
                            "framework": "cn-2015",
                            "goal": "开展禁毒宣传12次。",
                            "long_term_goal": None,
                            "purpose": None,
                            "plan": [],
                            "funding": {
                                "total": {"text": "6", "yuan": "60000"},
                                "fiscal": {"text": "6", "yuan": "60000"},
                                "other": None,
                                "items": [],
                            },
                            "indicators": [
                                {
                                    "level1": "产出指标",
                                    "level2": "成本指标",
                                    "mark": "必填",
                                    "label": "指标1",
                                    "name": "宣传费",
                                    "description": None,
                                    "basis": None,
                                    "weight": None,
                                    "value": {
                                        "text": "约3万元",
                                        "kind": "money",
                                        "comparator": "=",
                                        "approx": True,
                                        "number": "3",
                                        "unit": "万元",
                                        "number2": None,
                                        "number_base": "30000",
                                        "unit_base": "元",
                                        "number2_base": None,
                                        "dimension": "money",
                                        "qualitative": None,
                                        "direction": None,
                                        "label": None,
                                        "remark": None,
                                        "date": None,
                                        "parts": [],
                                    },
                                    "location": {
                                        "line": 3,
                                        "table": 1,
                                        "row": 0,
                                        "column": 2,
                                        "cell": None,
                                        "sheet": None,
                                        "page": None,
                                    },
                                }
                            ],
                            "unread": [
                                {
                                    "text": "附：另行说明",
                                    "location": {
                                        "line": 18,
                                        "table": 1,
                                        "row": 15,
                                        "column": 2,
                                        "cell": None,
                                        "sheet": None,
                                        "page": None,
                                    },
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    )


def test_a_part_that_the_form_does_not_print_is_null_and_a_blank_one_is_not():
    read = text_form()
    form = read.form._replace(funding=Funding(total=Amount("50万元", Decimal("5E+5")), other=Amount("")))
    funding = form_record(ReadForm(form, read.source))["funding"]
    assert funding == {
        "total": {"text": "50万元", "yuan": "500000"},
        "fiscal": None,
        "other": {"text": "", "yuan": None},
        "items": [],
    }


@pytest.mark.parametrize(
    ("number", "trimmed"),
    [
        ("5E+5", "500000"),
        ("1.50", "1.5"),
        ("100", "100"),
        ("0.000", "0"),
        ("1E-7", "0.0000001"),
        ("0", "0"),
    ],
)
def test_amounts_have_no_exponent_and_no_idle_zero(number, trimmed):
    assert plain_number(Decimal(number)) == trimmed


@pytest.mark.parametrize("name", list(contract.PAGES))
def test_schema_pages_are_current(name):
    assert (DOCS / name).read_text("utf-8") == contract.page(name), "run: make docs"
