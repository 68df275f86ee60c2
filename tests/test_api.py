import datetime as dt
import multiprocessing

import pytest

from perf_lint import api
from perf_lint.config import ConfigError, Settings
from perf_lint.config.baseline_file import write_baseline
from perf_lint.engine import baseline
from perf_lint.model.suppression import Suppression

FORM = """项目支出绩效目标表
（2025年度）
项目名称\t{name}
主管部门及代码\t清河县教育局 105001\t实施单位\t清河县教育局
项目资金（万元）\t年度资金总额：\t{total}
\t其中：财政拨款\t{total}
\t其他资金\t0
年度总体目标\t更新设备{count}套，保障{name}顺利实施。
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
\t产出指标\t数量指标\t更新设备数量\t≥{count}套
\t\t质量指标\t设备验收合格率\t100%
\t\t时效指标\t设备更新完成时间\t2025年10月底前
\t\t成本指标\t设备购置费\t38万元
\t\t\t设备安装费\t22万元
\t效益指标\t社会效益指标\t设备使用覆盖率\t≥95%
\t满意度指标\t服务对象满意度指标\t使用人员满意度\t≥90%
"""
AMOUNTS = Settings(select=("AMT201", "SRC"))


def form(name="设备更新", total=60, count=12):
    return FORM.format(name=name, total=total, count=count)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(form(total=61), "utf-8")
    (tmp_path / "b.txt").write_text("会议纪要\n一、略\n", "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02\x03" * 9)
    (tmp_path / "d.txt").write_text(form("图书购置") + "\n" + form("场馆维修", 59), "utf-8")
    return tmp_path


def summary(report):
    return [(f.rule, f.place.file.rpartition("/")[2], f.place.line, f.message) for f in report.findings]


EXPECTED = [
    ("AMT201", "a.txt", 5, "成本指标合计 60 万元，年度资金总额 61 万元，相差 1 万元"),
    ("SRC002", "b.txt", None, "文件里没有找到绩效目标表"),
    ("SRC001", "c.txt", None, "不是能识别的文件格式（内容是二进制数据）"),
    ("AMT201", "d.txt", 22, "成本指标合计 60 万元，年度资金总额 59 万元，相差 1 万元"),
]


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_one_bad_file_loses_nothing_else_whatever_the_number_of_processes(folder, jobs):
    report = api.lint([folder], Settings(select=AMOUNTS.select, jobs=jobs))
    assert summary(report) == EXPECTED
    assert [len(file.forms) for file in report.files] == [1, 0, 0, 2]


def test_a_missing_path_is_a_finding_of_its_own(folder):
    report = api.lint([folder / "没有.docx", folder / "a.txt"], AMOUNTS)
    assert summary(report) == [("SRC001", "没有.docx", None, "文件不存在"), EXPECTED[0]]


def test_progress_counts_every_input(folder):
    steps = []
    api.lint([folder], AMOUNTS, lambda done, total: steps.append((done, total)))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_suppressed_finding_is_counted_apart(folder):
    settings = Settings(select=AMOUNTS.select, suppressions=(Suppression("已报备", rule="AMT201", file="a.txt"),))
    report = api.lint([folder], settings)
    assert summary(report) == EXPECTED[1:]
    assert [(s.finding.rule, s.reason) for s in report.suppressed] == [("AMT201", "已报备")]


def test_an_expired_suppression_silences_nothing_and_is_said(folder):
    past = dt.date(2020, 1, 1).isoformat()
    settings = Settings(select=AMOUNTS.select, suppressions=(Suppression("旧", rule="AMT201", expires=past),))
    report = api.lint([folder], settings)
    assert summary(report) == EXPECTED
    assert ["2020-01-01" in words.zh for words in report.warnings] == [True]


def test_what_the_baseline_knows_does_not_count(folder):
    file = str(folder / "基线.json")
    write_baseline(file, baseline.create(api.lint([folder], AMOUNTS).findings))
    (folder / "a.txt").rename(folder / "改名.txt")
    (folder / "d.txt").write_text(form("图书购置", 58) + "\n" + form("场馆维修", 59), "utf-8")
    report = api.lint([folder / "改名.txt", folder / "d.txt"], Settings(select=("AMT201",), baseline=file))
    assert summary(report) == [("AMT201", "d.txt", 5, "成本指标合计 60 万元，年度资金总额 58 万元，相差 2 万元")]
    assert [s.finding.project for s in report.suppressed] == ["设备更新", "场馆维修"]


def test_a_broken_baseline_is_refused(folder):
    (folder / "坏.json").write_text("{}", "utf-8")
    with pytest.raises(ConfigError, match="不能用作基线"):
        api.lint([folder], Settings(baseline=str(folder / "坏.json")))


def test_show_gives_forms_without_rules(folder):
    file = api.show(folder / "d.txt")
    assert [read.form.project_name for read in file.forms] == ["图书购置", "场馆维修"]
    assert api.show(folder / "c.txt").problem is not None


def test_an_empty_folder_is_said(folder):
    (folder / "空").mkdir()
    report = api.lint([folder / "空", folder / "a.txt"], AMOUNTS)
    assert [words.zh.rpartition("/")[2] for words in report.warnings] == ["空：文件夹里没有能读的文件"]
    assert summary(report) == EXPECTED[:1]


def test_a_folder_is_empty_whatever_one_with_a_longer_name_holds(folder):
    for name in ("空", "空的"):
        (folder / name).mkdir()
    (folder / "空的" / "a.txt").write_bytes((folder / "a.txt").read_bytes())
    report = api.lint([folder / "空", folder / "空的"], AMOUNTS)
    assert [words.zh.rpartition("/")[2] for words in report.warnings] == ["空：文件夹里没有能读的文件"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_gives_what_is_finished_and_leaves_no_process(folder, jobs):
    def advance(done, _total):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(api.StoppedError) as stop:
        api.lint([folder], Settings(select=AMOUNTS.select, jobs=jobs), advance)
    report = stop.value.report
    assert summary(report) == EXPECTED[:3]
    assert [words.zh for words in report.warnings] == ["已中断：4 个文件中检查了 3 个，没有做跨表比较"]
    assert multiprocessing.active_children() == []
