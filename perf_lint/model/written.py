"""Name the files that this program writes."""

from perf_lint.model.words import Words

ANNOTATED = Words("-批注", "-annotated")
FIXED = Words("-已改", "-fixed")
"""What the name of a copy gets behind the name of its original."""
REPORTS = {
    "docx": Words("审核意见.docx", "review.docx"),
    "xlsx": Words("问题清单.xlsx", "findings.xlsx"),
    "html": Words("检查报告.html", "report.html"),
}
"""The three files of `perf-lint report`, by format."""
AUTHOR = "perf-lint"
"""Stands as the author in every Word or Excel report."""
