import json
from contextlib import contextmanager

import pytest


def test_a_clean_form(perf_lint, form):
    code, out, err = perf_lint("check", form())
    assert (code, err) == (0, "")
    assert out.endswith("检查了 1 个文件、1 张表、7 条指标：没有发现问题\n")


def test_the_sum_of_costs_at_its_cell(perf_lint, form):
    code, out, _ = perf_lint("check", form(total="60"), "--select", "AMT201")
    assert code == 1
    assert "错误    第6行  资金总额  “60”  AMT201\n" in out
    assert "38 + 18 = 56 ≠ 60 万元" in out
    assert "相关    第14行 保安服务费 38万元，第15行 设备更新费 18万元" in out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(perf_lint, form, fail_on, code):
    assert perf_lint("check", form(total="60"), "--select", "AMT201", "--fail-on", fail_on)[0] == code


def test_a_missing_file_is_said_and_the_rest_goes_on(perf_lint, form):
    code, out, _ = perf_lint("check", "没有.txt", form(total="60"), "--select", "AMT201")
    assert code == 2
    assert "没有.txt" in out
    assert "AMT201" in out


def test_nothing_to_check(perf_lint, home):
    (home / "说明.txt").write_text("这里没有表。\n", encoding="utf-8")
    assert perf_lint("check", "说明.txt")[0] == 3
    (home / "空").mkdir()
    code, out, _ = perf_lint("check", "空")
    assert code in {2, 3}
    assert out


def test_several_outputs_in_one_run(perf_lint, form, home):
    code, out, err = perf_lint("check", form(total="60"), "-f", "terminal", "-f", "json=r.json", "-f", "sarif=r.sarif")
    assert (code, err) == (1, "已写入 r.json\n已写入 r.sarif\n")
    assert out.startswith("校园安全防护项目\n")
    rules = [finding["rule"] for finding in json.loads((home / "r.json").read_text("utf-8"))["findings"]]
    results = json.loads((home / "r.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results if result["kind"] == "fail"] == rules


def test_two_formats_cannot_share_the_screen(perf_lint, form):
    code, out, err = perf_lint("check", form(), "-f", "json", "-f", "csv")
    assert (code, out) == (2, "")
    assert err == "perf-lint: 只能有一种格式写到标准输出，其余请写“格式=文件”\n"


def test_an_unknown_format_gets_a_suggestion(perf_lint, form):
    code, _, err = perf_lint("check", form(), "-f", "sarf", "--lang", "en")
    assert code == 2
    assert err.startswith("perf-lint: there is no format “sarf”; did you mean “sarif”? (known: csv, ")


def test_an_output_that_cannot_be_written(perf_lint, form):
    code, _, err = perf_lint("check", form(), "-f", "json=nowhere/r.json")
    assert (code, err) == (2, "perf-lint: 写不了 nowhere/r.json（路径不存在）\n")


def test_settings_from_a_file_and_from_the_command_line(perf_lint, form, home):
    (home / "perf-lint.yaml").write_text("select: [AMT]\nfail-on: never\n", encoding="utf-8")
    assert perf_lint("check", form(total="60"))[0] == 0
    assert perf_lint("check", form(total="60"), "--fail-on", "error")[0] == 1
    assert perf_lint("check", form(total="60"), "--config", "", "--select", "AMT201")[0] == 1


def test_a_suppression_with_its_reason_counts_apart(perf_lint, form, home):
    (home / "perf-lint.yaml").write_text(
        "suppressions:\n- {rule: AMT201, reason: 年中追加}\n- {rule: VAL501, reason: 旧事}\n", encoding="utf-8"
    )
    code, out, _ = perf_lint("check", form(total="60"))
    assert code == 0
    assert "另有：1 处已屏蔽" in out
    assert "屏蔽没有用到，可以删去：perf-lint.yaml:3 VAL501" in out


def test_a_suppression_beside_the_form_counts_for_it_alone(perf_lint, form, home):
    chosen = ("--select", "AMT201")
    (home / "表.txt.perf-lint.yaml").write_text("- rule: AMT201\n  reason: 年中追加\n", encoding="utf-8")
    assert perf_lint("check", form(total="60"), *chosen)[0] == 0
    code, out, _ = perf_lint("check", form(total="60"), form("别的.txt", total="60"), *chosen)
    assert code == 1
    assert out.count("AMT201") == 1
    assert "另有：1 张表没有问题，1 处已屏蔽" in out


def test_show_config_says_where_settings_come_from(perf_lint, home):
    (home / "perf-lint.yaml").write_text("\nselect: [AMT, DAT]\n", encoding="utf-8")
    code, out, _ = perf_lint("check", "--show-config", "--jobs", "1")
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert code == 0
    assert lines["select"] == "select        AMT, DAT                            # perf-lint.yaml:2"
    assert lines["jobs"] == "jobs          1                                   # 命令行"
    assert lines["cache"] == "cache         true                                # 默认"


def test_a_mistake_in_the_configuration(perf_lint, form, home):
    (home / "perf-lint.yaml").write_text("selct: AMT\n", encoding="utf-8")
    code, out, err = perf_lint("check", form())
    assert (code, out, err) == (2, "", "perf-lint: perf-lint.yaml:1：没有设置项「selct」，是否想写「select」？\n")


def test_an_unknown_rule_is_refused(perf_lint, form):
    code, _, err = perf_lint("check", form(), "--select", "AMT2O1")
    assert code == 2
    assert "AMT2O1" in err


def test_standard_input(perf_lint, form, home, monkeypatch):
    with (home / form(total="60")).open("rb") as handle:
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": handle})())
        code, out, _ = perf_lint("check", "-", "--select", "AMT201")
    assert code == 1
    assert "AMT201" in out


def test_an_interrupted_run_prints_what_is_finished(perf_lint, form, monkeypatch):
    for name in ("1.txt", "2.txt", "3.txt"):
        form(name, total="60")

    @contextmanager
    def stop_after_two(_lang):
        def advance(done, _total):
            if done == 2:
                raise KeyboardInterrupt

        yield advance

    monkeypatch.setattr("perf_lint.cli.progress.progress", stop_after_two)
    code, out, err = perf_lint("check", ".", "--select", "AMT201", "--jobs", "2")
    assert (code, err) == (130, "已中断\n")
    assert [name in out for name in ("1.txt", "2.txt", "3.txt")] == [True, True, False]
    assert out.count("AMT201") == 2
    assert "已中断：3 个文件中检查了 2 个，没有做跨表比较" in out
