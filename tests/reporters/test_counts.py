"""The figures of a run are the same whether its lists kept them or are gone through anew."""

import pytest

from perf_lint.reporters.counts import FilesTally, FindingsTally, count, of_files, of_findings, remarked, unusable
from tests.reporters.sample_run import REPORT


class Kept(list):
    """A list that kept a tally while it grew."""

    def __init__(self, items, tally):
        super().__init__(items)
        self.tally = tally
        for item in items:
            tally.add(item)


def test_every_list_is_in_the_sum():
    counts = count(REPORT)
    assert counts.files == len(REPORT.files)
    assert counts.forms == sum(len(file.forms) for file in REPORT.files)
    marked = {(f.place.file, f.form) for f in REPORT.findings if f.form is not None}
    assert 0 < counts.clean_forms == counts.forms - len(marked)
    assert counts.unreadable == sum(file.problem is not None for file in REPORT.files) > 0
    assert counts.indicators == sum(len(read.form.indicators) for file in REPORT.files for read in file.forms)
    assert counts.unread == sum(len(read.form.unread) for file in REPORT.files for read in file.forms)
    severities = [finding.severity for finding in REPORT.findings]
    assert [counts.error, counts.warning, counts.info] == [severities.count(s) for s in ("error", "warning", "info")]
    others = (REPORT.suppressed, REPORT.not_evaluated, REPORT.crashes)
    assert (counts.suppressed, counts.not_evaluated, counts.crashes) == tuple(map(len, others))


def test_a_list_that_kept_its_tally_is_not_gone_through():
    class Closed(Kept):
        def __iter__(self):
            raise AssertionError("gone through")

    files, findings = Closed(REPORT.files, FilesTally()), Closed(REPORT.findings, FindingsTally())
    assert count(REPORT._replace(files=files, findings=findings)) == count(REPORT)
    assert list(unusable(files)) == [file for file in REPORT.files if file.problem]
    assert list(remarked(files)) == [file for file in REPORT.files if file.remarks]


@pytest.mark.parametrize("by", [-1, 1])
def test_a_tally_that_an_interrupt_spoiled_is_made_anew(by):
    files, findings = Kept(REPORT.files, FilesTally()), Kept(REPORT.findings, FindingsTally())
    for tally in (files.tally, findings.tally):
        tally.seen += by
        tally.forms += 7
    assert of_files(files).forms == of_files(REPORT.files).forms
    assert of_findings(findings).forms == of_findings(REPORT.findings).forms
