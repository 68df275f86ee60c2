import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from inline_snapshot import snapshot

from perf_lint.reporters import contract


def test_show_as_text(perf_lint, form):
    code, out, err = perf_lint("show", form())
    assert (code, err) == (0, "")
    assert out == snapshot("""\
表.txt · 第 1 张表
项目支出绩效目标表

项目名称    校园安全防护项目
主管部门    清河县教育局 (105001)
实施单位    清河县教育局
项目属性    延续项目
项目期      2025年
年度        2025
资金总额    56 = 560000 元
财政拨款    56 = 560000 元
其他资金
总体目标    目标1：配备保安52人；目标2：更新监控设备。

产出指标
  数量指标（必填）
    指标1 配备保安人数                   ≥52人                    第11行
  质量指标（必填）
    指标1 保安持证上岗率                 ≥95%                     第12行
  时效指标（必填）
    指标1 设备更新完成时间               2025年9月30日前          第13行
  成本指标（必填）
    指标1 保安服务费                     38万元                   第14行
    指标2 设备更新费                     18万元                   第15行
效益指标
  社会效益指标（必填）
    指标1 校园安全事故下降率             ≥10%                     第16行
满意度指标
  服务对象满意度指标（必填）
    指标1 师生满意度                     ≥90%                     第17行

""")


def test_show_as_json_keeps_its_contract(perf_lint, form, home):
    (home / "说明.txt").write_text("这里没有表。\n", encoding="utf-8")
    code, out, _ = perf_lint("show", form(total="6.5"), "说明.txt", "没有.txt", "--format", "json")
    assert code == 2
    contract.FormsDocument.model_validate_json(out)
    documents = json.loads(out)["documents"]
    assert [(document["path"], len(document["forms"])) for document in documents] == [
        ("表.txt", 1),
        ("说明.txt", 0),
        ("没有.txt", 0),
    ]
    form_record = documents[0]["forms"][0]
    assert form_record["funding"]["total"] == {"text": "6.5", "yuan": "65000"}
    assert [
        (row["level2"], row["label"], row["name"], row["value"]["text"], row["location"]["line"])
        for row in form_record["indicators"]
    ] == snapshot(
        [
            ("数量指标", "指标1", "配备保安人数", "≥52人", 11),
            ("质量指标", "指标1", "保安持证上岗率", "≥95%", 12),
            ("时效指标", "指标1", "设备更新完成时间", "2025年9月30日前", 13),
            ("成本指标", "指标1", "保安服务费", "38万元", 14),
            ("成本指标", "指标2", "设备更新费", "18万元", 15),
            ("社会效益指标", "指标1", "校园安全事故下降率", "≥10%", 16),
            ("服务对象满意度指标", "指标1", "师生满意度", "≥90%", 17),
        ]
    )


def test_check_as_json_keeps_its_contract(perf_lint, form):
    code, out, _ = perf_lint("check", form(total="60", day="2025年9月31日"), "--format", "json")
    assert code == 1
    contract.ReportDocument.model_validate_json(out)
    found = {finding["rule"]: finding for finding in json.loads(out)["findings"]}
    assert (found["AMT201"]["at"], found["AMT201"]["location"]["line"]) == ("funding.total", 6)
    assert [item["location"]["line"] for item in found["AMT201"]["related"]] == [14, 15]
    assert found["DAT301"]["location"]["line"] == 13


def test_show_gives_every_file_of_a_folder_and_of_an_archive(perf_lint, form, home):
    with zipfile.ZipFile(home / "报送.zip", "w") as archive:
        archive.write(home / form(), "甲.txt")
        archive.writestr("乙.txt", "各位同事：明天开会。")
    code, out, _ = perf_lint("show", ".", "报送.zip")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith((".", "报"))] == [
        "./报送.zip!乙.txt  没有绩效目标表", "./报送.zip!甲.txt · 第 1 张表", f"./{form()} · 第 1 张表",
        "报送.zip!乙.txt  没有绩效目标表", "报送.zip!甲.txt · 第 1 张表",
    ]  # fmt: skip


def test_show_without_a_form(perf_lint, home):
    (home / "说明.txt").write_text("这里没有表。\n", encoding="utf-8")
    assert perf_lint("show", "说明.txt") == (3, "说明.txt  没有绩效目标表\n\n", "")
    assert perf_lint("show", "说明.txt", "--lang", "en") == (3, "说明.txt  no form found\n\n", "")


def test_value_as_json_lines():
    lines = "≥85%\n\n2024年6月31日\r\n约4万元\n达90%以上"
    done = subprocess.run(
        [sys.executable, "-m", "perf_lint", "value", "--stdin", "--format", "jsonl"],
        input=("\ufeff" + lines).encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [(record["text"], record["kind"], record["comparator"], record["number_base"]) for record in records] == [
        ("≥85%", "percent", ">=", "0.85"),
        ("", "none", None, None),
        ("2024年6月31日", "date", "=", None),
        ("约4万元", "money", "=", "40000"),
        ("达90%以上", "percent", ">=", "0.9"),
    ]


def test_value_of_arguments(perf_lint):
    code, out, err = perf_lint("value", "≥85%", "2534\x1b[31m人次")
    assert (code, err) == (0, "")
    assert [line.split("\t")[0] for line in out.splitlines()] == ["≥85%", "2534[31m人次"]
    assert [record["number"] for record in json.loads(perf_lint("value", "≥85%", "-f", "json")[1])] == ["85"]


def test_init_writes_a_file_that_changes_nothing(perf_lint, form):
    assert perf_lint("init") == (0, "", "已写入 perf-lint.yaml\n")
    assert perf_lint("init") == (2, "", "perf-lint: 已经有 perf-lint.yaml 了，要覆盖请加 --force\n")
    assert perf_lint("init", "--force", "--lang", "en") == (0, "", "wrote perf-lint.yaml\n")
    assert "AMT201" in perf_lint("check", form(total="60"))[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_of_the_template_works(perf_lint, home, lang):
    perf_lint("init", "--lang", lang)
    file = home / "perf-lint.yaml"
    live = [
        line.removeprefix("# ")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith(("# ", "#   ")) and ":" in line
    ]
    settings = [
        line for line in live if line.split(":")[0].strip().replace("- ", "").isidentifier() and "baseline" not in line
    ]
    file.write_text("\n".join(settings), encoding="utf-8")
    code, out, err = perf_lint("check", "--show-config", "--lang", "en")
    assert (code, err) == (0, "")
    assert "suppressions  AMT201" in out
    assert "AMT201 warning tolerance: 100" in out


def test_rules_list_follows_the_selection(perf_lint):
    code, out, _ = perf_lint("rules", "list", "--select", "AMT201", "--lang", "en")
    assert code == 0
    assert out.splitlines()[0] == "AMT201   error    certain  Cost rows do not add up to the yearly total"
    (rule,) = json.loads(perf_lint("rules", "list", "--select", "AMT201", "-f", "json")[1])
    assert (rule["code"], rule["severity"]) == ("AMT201", "error")


def test_rules_explain(perf_lint):
    code, out, _ = perf_lint("rules", "explain", "amt201")
    assert code == 0
    assert out.startswith(
        "AMT201  成本指标合计与年度资金总额不一致\n错误（有的情形级别不同） · 确定 · cost-sum-mismatch\n\n为什么    "
    )
    assert perf_lint("rules", "explain", "DAT301")[1].startswith("DAT301  日期不存在\n错误 · 确定 · ")
    assert perf_lint("rules", "explain", "REQ191")[1].startswith("REQ191  二级指标后印的必填标记不见了\n提示 · 推断")
    assert perf_lint("rules", "explain", "AMT210x") == (2, "", "perf-lint: 没有规则「AMT210x」，是否想写「AMT210」？\n")


def test_rules_test_tells_the_difference(perf_lint, home):
    assert perf_lint("rules", "test", "AMT201")[1].endswith(" 个示例，全部相符\n")
    assert perf_lint("rules", "test", "ZZZ")[0] == 2
    assert perf_lint("rules", "test", "nowhere.yaml") == (2, "", "perf-lint: 没有文件或目录 nowhere.yaml\n")
    rule = """\
code: ZZZ901
name: too-much
title: 太多
severity: error
confidence: high
since: "2026.1"
when: form.total_yuan != null
assert: form.total_yuan <= 50000
at: form.funding.total
message: 太多
explain: {why: 试, fix: 试}
en: {title: too much, message: too much, why: test, fix: test}
examples:
- bad: {total: 6万元}
  expect: [{at: funding.total, message: 太多}]
- good: {total: 7万元}
"""
    (home / "ZZZ901.yaml").write_text(rule, encoding="utf-8")
    code, out, _ = perf_lint("rules", "test", "ZZZ901.yaml")
    assert code == 1
    assert "第 2 个示例（好）" in out
    assert "+ 实际 funding.total：太多（error）" in out
    assert out.endswith("1 条规则，2 个示例，1 条规则与示例不符\n")


def test_a_new_rule_passes_its_own_examples(perf_lint, home):
    code, _, err = perf_lint("rules", "new", "XYZ101")
    target = f".{os.sep}XYZ101.yaml"
    how = "用它检查：perf-lint check --pack . 文件（连同自带的规则）"
    assert (code, err) == (0, f"已写入 {target}；改好后运行 perf-lint rules test {target}\n{how}\n")
    assert perf_lint("rules", "test", "XYZ101.yaml")[::2] == (0, "")
    assert perf_lint("rules", "new", "XYZ101")[::2] == (2, f"perf-lint: 已经有 {target} 了\n")
    assert perf_lint("rules", "new", "xyz")[0] == 2
    assert not (home / "xyz.yaml").exists()


def test_rules_schema_knows_a_rule_file(perf_lint, home):
    import jsonschema
    import yaml

    schema = json.loads(perf_lint("rules", "schema")[1])
    perf_lint("rules", "new", "XYZ101")
    rule = yaml.safe_load((home / "XYZ101.yaml").read_text("utf-8"))
    jsonschema.validate(rule, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(rule | {"serverity": "error"}, schema)


def test_rule_pages_are_written_to_a_folder(perf_lint, home):
    code, _, err = perf_lint("rules", "pages", "docs", "--pack", "core")
    assert code == 0
    assert (home / "docs" / "AMT201.md").read_text("utf-8").startswith("<!-- 由 rules/ 生成")
    assert err == f"已写入 {len(list((home / 'docs').iterdir()))} 页到 docs\n"


def test_a_baseline_lets_only_new_findings_through(perf_lint, form):
    chosen = ("--select", "AMT201", "--select", "DAT301")
    created = perf_lint("baseline", "create", form(total="60"), *chosen)
    assert created == (0, "", "已把 1 个问题记入 perf-lint-baseline.json\n")
    code, out, _ = perf_lint("baseline", "check", form(total="60"), *chosen)
    assert code == 0
    assert "AMT201" not in out
    moved = form("改名.txt", total="60", day="2025年9月31日")
    code, out, _ = perf_lint("baseline", "check", moved, *chosen)
    assert code == 1
    assert re.findall(r"[A-Z]{3}\d{3}", out) == ["DAT301"]
    pruned = perf_lint("baseline", "prune", form(total="56"), *chosen)
    assert pruned == (0, "", "去掉 1 个已改好的，还剩 0 个\n")


def test_a_baseline_is_not_overwritten_unasked(perf_lint, form, home):
    chosen = ("--select", "AMT201")
    perf_lint("baseline", "create", form(total="60"), *chosen)
    before = (home / "perf-lint-baseline.json").read_bytes()
    assert perf_lint("baseline", "create", form(total="56"), *chosen) == (
        2,
        "",
        "perf-lint: perf-lint-baseline.json 已经存在；要覆盖请加 --force，或用 --baseline 写到别的文件\n",
    )
    assert (home / "perf-lint-baseline.json").read_bytes() == before
    assert perf_lint("baseline", "create", form(total="56"), *chosen, "--force")[0] == 0
    assert (home / "perf-lint-baseline.json").read_bytes() != before


def test_diff_tells_what_was_repaired(perf_lint, form):
    old = form("旧.txt", total="60", day="2025年9月31日")
    chosen = ("--select", "AMT201", "--select", "DAT301", "--select", "DAT302")
    code, out, _ = perf_lint("diff", old, form("新.txt", total="60", day="2024年9月30日"), *chosen)
    assert code == 1
    assert re.findall(r"^(\S{2})    ", out, re.MULTILINE) == ["改好", "未改", "新增"]
    assert re.findall(r"[A-Z]{3}\d{3}", out) == ["DAT301", "AMT201", "DAT302"]
    assert out.endswith("\n整改对照：改好 1，未改 1，改动 0，新增 1\n")
    assert perf_lint("diff", old, form("好.txt"), "--select", "AMT201")[0] == 0
    assert perf_lint("diff", old, old, "--select", "AMT201")[0] == 0  # nothing new, though not all is repaired


def test_diff_gives_sarif_its_states(perf_lint, form):
    old, new = form("旧.txt", total="60", day="2025年9月31日"), form("新.txt", total="60")
    out = perf_lint("diff", old, new, "--select", "AMT201", "--select", "DAT301", "-f", "sarif")[1]
    results = json.loads(out)["runs"][0]["results"]
    assert [(result["ruleId"], result["baselineState"]) for result in results if result["kind"] == "fail"] == [
        ("AMT201", "unchanged"),
        ("DAT301", "absent"),
    ]


def test_a_file_that_cannot_be_used_is_named_and_the_rest_recorded(perf_lint, form, home):
    (home / "坏.docx").write_bytes(b"PK\0\1")
    code, out, err = perf_lint("baseline", "create", form(total="60"), "坏.docx", "--select", "AMT201")
    assert (code, out) == (2, "")
    unusable, recorded = err.splitlines()
    assert unusable.startswith("坏.docx：")
    assert recorded == "已把 1 个问题记入 perf-lint-baseline.json"


def test_sarif_against_a_baseline_tells_known_from_new(perf_lint, form):
    chosen = ("--select", "AMT201", "--select", "DAT301")
    perf_lint("baseline", "create", form(total="60"), *chosen)
    changed = form(total="60", day="2025年9月31日")
    out = perf_lint("check", changed, *chosen, "--baseline", "perf-lint-baseline.json", "-f", "sarif")[1]
    results = json.loads(out)["runs"][0]["results"]
    states = [(result["ruleId"], result["baselineState"], "suppressions" in result) for result in results]
    assert states == [("DAT301", "new", False), ("AMT201", "unchanged", False)]


def test_rules_diff_names_what_changed(perf_lint, home):
    for version, severity in (("旧", "warning"), ("新", "error")):
        (home / version).mkdir()
        (home / version / "pack.yaml").write_text(
            'name: own\nversion: "1"\ntitle: 自己的\ntitle_en: own\n', encoding="utf-8"
        )
        for code in ("XYZ101", "XYZ102" if version == "旧" else "XYZ103"):
            perf_lint("rules", "new", code, "-o", version)
            file = home / version / f"{code}.yaml"
            file.write_text(
                file.read_text("utf-8").replace("severity: warning", f"severity: {severity}"), encoding="utf-8"
            )
            if severity == "error":
                file.write_text(
                    file.read_text("utf-8").replace("confidence: medium", "confidence: high"), encoding="utf-8"
                )
    title = "一句话说出错在哪里"
    expected = f"~ XYZ101  级别 警告 → 错误，把握 推断 → 确定\n- XYZ102  {title}\n+ XYZ103  {title}\n"
    assert perf_lint("rules", "diff", "./旧", "./新") == (1, expected, "")
    assert perf_lint("rules", "diff", "./新", "./新") == (0, "没有不同\n", "")
