"""Hold the words for severity and confidence, the same in every report and listing."""

from perf_lint.model.words import Words

SEVERITY_WORDS = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "info": Words("提示", "info"),
}
CONFIDENCE_WORDS = {
    "high": Words("确定", "certain"),
    "medium": Words("推断", "likely"),
    "low": Words("线索", "hint"),
}
