import pytest

from perf_lint.cli.outcome import exit_code
from perf_lint.model.finding import Report
from tests.reporters.sample_run import REPORT

FORMS = REPORT.files[:1]


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (Report(files=FORMS), 0),
        (Report(files=FORMS, findings=REPORT.findings), 1),
        (Report(files=FORMS, findings=REPORT.findings[1:]), 0),
        (Report(files=REPORT.files), 2),
        (Report(files=FORMS, crashes=REPORT.crashes), 2),
        (Report(), 3),
    ],
)
def test_exit_codes(report, code):
    assert exit_code(report, "error") == code


def test_never_fails_on_findings_when_told_so():
    assert exit_code(Report(files=FORMS)._replace(findings=REPORT.findings), "never") == 0
