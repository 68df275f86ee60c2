"""A run whose results do not fit into memory gives the same bytes, and leaves nothing on the disk."""

import gc
import tempfile
from collections import Counter
from functools import partial

import pytest

from perf_lint import api, reporters
from perf_lint.cli.outcome import UNUSABLE, exit_code
from perf_lint.config import Settings
from perf_lint.config.baseline_file import write_baseline
from perf_lint.engine import baseline
from perf_lint.model.finding import NotEvaluated, RuleCrash
from perf_lint.model.suppression import Suppression
from perf_lint.pipeline import across, job, sorter, spool
from tests.test_api import form

FORMATS = tuple(name for name in reporters.available() if name not in ("docx", "xlsx"))
"""Those two put the time into their files."""
DECIDED = (Suppression("分两年支付", rule="AMT201", file="3.txt"), Suppression("没有用到", rule="DAT"))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "表"
    made.mkdir()
    for number in range(9):
        text = form(f"设备更新{number}", total=60 + number % 4, count=number)
        (made / f"{number}.txt").write_text(text + "\n" + form("图书购置", "", number), "utf-8")
    (made / "4.txt").write_bytes(b"\x00\x01\x02\x03" * 9)
    (made / "6.txt").write_text("会议纪要\n一、略\n", "utf-8")
    return made


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder for temporary files, and the files that were opened there."""
    folder, opened = tmp_path / "tmp", []
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    whole = tempfile.TemporaryFile

    def watched(**options):
        opened.append(whole(**options))
        return opened[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", watched)
    return folder, opened


@pytest.fixture
def troubled(monkeypatch):
    """Let every form have a rule without an answer, and one that crashed."""
    run_single = job.run_single

    def in_trouble(pack, forms, lang):
        places = [(path, read.form.index, read.source.place("title")) for path, read in forms]
        return run_single(pack, forms, lang)._replace(
            not_evaluated=tuple(NotEvaluated("AMT202", "没有填", n, "甲", "funding", place) for _, n, place in places),
            crashes=tuple(RuleCrash("VAL501", path, n, "坏") for path, n, _ in places),
        )

    monkeypatch.setattr(job, "run_single", in_trouble)


def keep_little(monkeypatch):
    monkeypatch.setattr(spool, "KEPT", 2)
    monkeypatch.setattr(spool, "BLOCK", 3)
    monkeypatch.setattr(sorter, "BLOCK", 3)


def written(report):
    modules = {name: reporters.load(name) for name in FORMATS}
    return {name: joined(reporters.pieces(module, report)) for name, module in modules.items()}


def joined(pieces):
    return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)


def gone(temporary):
    folder, opened = temporary
    gc.collect()
    return list(folder.iterdir()) == [] and all(file.closed for file in opened)


@pytest.mark.usefixtures("troubled")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("many", [5, across.MANY])
def test_the_same_bytes_from_memory_and_from_disk(folder, temporary, monkeypatch, jobs, many):
    monkeypatch.setattr(api, "across", partial(across.across, many=many))
    monkeypatch.setattr(across, "WORTH", 2)
    expected = written(api.lint([folder], Settings(jobs=1, suppressions=DECIDED)))
    assert temporary[1] == []
    keep_little(monkeypatch)
    report = api.lint([folder], Settings(jobs=jobs, suppressions=DECIDED))
    lists = (report.files, report.findings, report.not_evaluated, report.crashes)
    assert [type(one) for one in lists] == [spool.Spool] * 4
    assert len(report.suppressed) == 1
    assert written(report) == expected
    assert written(report.loaded()) == expected
    del report, lists
    assert len(temporary[1]) > 4
    assert gone(temporary)


@pytest.mark.parametrize("many", [5, across.MANY])
def test_each_file_is_read_from_the_disk_once_or_twice(folder, monkeypatch, many):
    """Between the forms, and there once more where they are compared unit by unit; not to count or to end.

    Only one that cannot be used is read again, for its reason.
    """
    monkeypatch.setattr(api, "across", partial(across.across, many=many))
    monkeypatch.setattr(spool, "AT_ONCE", 1)
    keep_little(monkeypatch)
    read, whole = Counter(), spool.Spool._read

    def watched(self, number):
        read[self._block, number] += 1
        return whole(self, number)

    monkeypatch.setattr(spool.Spool, "_read", watched)
    report = api.lint([folder], Settings(jobs=1))
    joined(reporters.pieces(reporters.load("jsonl"), report))
    assert exit_code(report, "error") == UNUSABLE
    times = [times for (block, _), times in sorted(read.items()) if block == 1]
    (bad,) = (number for number, file in enumerate(report.files) if file.problem)
    assert times.pop(bad) == 2
    once = [number for number, file in enumerate(report.files) if not file.forms]
    assert times == [1 if many > 5 or number in once else 2 for number in range(9) if number != bad]


def test_a_baseline_makes_no_difference(folder, temporary, monkeypatch):
    known = str(folder / "基线.json")
    write_baseline(known, baseline.create(api.lint([folder / "1.txt", folder / "2.txt"]).findings))
    settings = Settings(jobs=1, baseline=known, suppressions=DECIDED)
    before = api.lint([folder], settings)
    assert len(before.suppressed) > 3
    expected = written(before)
    keep_little(monkeypatch)
    assert written(api.lint([folder], settings)) == expected
    assert gone(temporary)


def test_an_interrupted_run_tells_what_is_finished_and_leaves_no_file(folder, temporary, monkeypatch):
    def advance(done, _total):
        if done == 6:
            raise KeyboardInterrupt

    def interrupted():
        with pytest.raises(api.StoppedError) as stop:
            api.lint([folder], Settings(jobs=1), advance)
        return written(stop.value.report)

    expected = interrupted()
    keep_little(monkeypatch)
    assert interrupted() == expected
    assert len(temporary[1]) > 0
    assert gone(temporary)


def test_a_file_that_was_interrupted_while_it_was_taken_does_not_count(folder, monkeypatch):
    keep_little(monkeypatch)
    whole = spool.Spool.append
    paths = []

    def stopped_at_five(self, item):
        if hasattr(item, "forms"):
            paths.append(item.path)
            if len(paths) == 6:
                raise KeyboardInterrupt
        whole(self, item)

    monkeypatch.setattr(spool.Spool, "append", stopped_at_five)
    with pytest.raises(api.StoppedError) as stop:
        api.lint([folder], Settings(jobs=1))
    report = stop.value.report
    assert [file.path for file in report.files] == paths[:5]
    assert {finding.place.file for finding in report.findings} == set(paths[:5])


def test_an_interrupted_comparison_of_forms_counts_for_nothing(folder, monkeypatch):
    between = {rule.code for rule in api.pack_of(Settings()).run_rules()}
    whole = list(api.lint([folder], Settings(jobs=1)).findings)
    single = [finding for finding in whole if finding.rule not in between]
    assert len(single) < len(whole)
    compare = api.across

    def interrupted(*given):
        yield from compare(*given)[0]
        raise KeyboardInterrupt

    keep_little(monkeypatch)
    monkeypatch.setattr(api, "across", lambda *given: (interrupted(*given), ()))
    with pytest.raises(api.StoppedError) as stop:
        api.lint([folder], Settings(jobs=1))
    assert list(stop.value.report.findings) == single


def test_an_error_leaves_no_file(folder, temporary, monkeypatch):
    keep_little(monkeypatch)

    def broken(*_):
        raise OSError("坏")

    monkeypatch.setattr(api, "across", broken)
    with pytest.raises(OSError, match="坏"):
        api.lint([folder], Settings(jobs=2))
    assert len(temporary[1]) > 0
    assert gone(temporary)
