"""Reasons of the system are told in Chinese where they are known, and never lost."""

import errno

from perf_lint.model.words import Words
from perf_lint.text.reasons import why


def test_a_known_reason_in_both_languages():
    assert why(OSError(errno.ENOSPC, "No space left on device")) == Words("磁盘已满", "No space left on device")
    assert why(PermissionError(errno.EACCES, "Permission denied")) == Words("没有权限", "Permission denied")


def test_an_unknown_reason_keeps_the_systems_words():
    assert why(OSError(errno.EDOM, "Argument out of domain")) == Words(*["Argument out of domain"] * 2)
    assert why(OSError("odd")) == Words("odd", "odd")
