"""Hold the words for severity and confidence, the same in every report and listing."""

from perf_lint.model.words import Words

SEVERITY_WORDS = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "info": Words("提示", "info"),
}
SETTABLE = (*SEVERITY_WORDS, "off")
"""What a change may make of a rule's severity."""
FAIL_ON = (*SEVERITY_WORDS, "never")
"""From which severity on a run fails."""
CONFIDENCE_WORDS = {
    "high": Words("确定", "certain"),
    "medium": Words("推断", "likely"),
    "low": Words("线索", "hint"),
}
