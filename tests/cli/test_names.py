"""Files whose names are no UTF-8, as unpacking what Chinese Windows packed leaves them, are checked like all others."""

import json
import os
from io import BytesIO
from urllib.parse import unquote_to_bytes

import openpyxl
import pytest

from perf_lint import reporters

NAME = "绩效表.txt".encode("gb18030")


@pytest.fixture
def home_with_a_name(home, form):
    form(total="57")
    (home / "表.txt").rename(home / os.fsdecode(NAME))
    return home


@pytest.mark.parametrize("name", reporters.available())
def test_every_format_writes_them(perf_lint, home_with_a_name, name):
    code, _, err = perf_lint("check", ".", "--select", "AMT201", "--format", f"{name}=报告")
    assert (code, err) == (1, "已写入 报告\n")
    content = (home_with_a_name / "报告").read_bytes()
    if name in ("terminal", "html", "csv", "markdown"):
        assert "绩效表.txt" in content.decode()
    elif name == "xlsx":
        assert openpyxl.load_workbook(BytesIO(content)).worksheets[0]["F2"].value == "./绩效表.txt"
    elif name == "sarif":
        (result,) = json.loads(content)["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote_to_bytes(uri) == b"./" + NAME
    elif name == "json":
        assert os.fsencode(json.loads(content)["findings"][0]["path"]) == b"./" + NAME


def test_every_command_takes_them(perf_lint, home_with_a_name):
    assert perf_lint("annotate", ".")[0] == 0
    assert "绩效表.txt" in (home_with_a_name / f"{os.fsdecode(NAME[:-4])}-批注.html").read_text("utf-8")
    assert perf_lint("report", ".", "-o", "报告")[0] == 0
    assert perf_lint("fix", ".")[0] == 0
    perf_lint("baseline", "create", ".")
    code, out, _ = perf_lint("check", ".", "--baseline", "perf-lint-baseline.json")
    assert code == 0
    assert "已屏蔽" in out
