"""Read and write baseline files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from perf_lint.config.errors import ConfigError
from perf_lint.engine.baseline import BaselineError, Entry, read
from perf_lint.model.words import Words
from perf_lint.text.reasons import why


def read_baseline(file: str) -> tuple[Entry, ...]:
    """Give a baseline's entries; raise ConfigError where the file is missing or no baseline."""
    try:
        return read(json.loads(Path(file).read_bytes()))
    except OSError as error:
        reason = why(error)
        raise ConfigError(
            Words(f"基线文件读不了（{reason.zh}）", f"cannot read the baseline ({reason.en})"), file
        ) from error
    except BaselineError as error:
        raise ConfigError(
            Words(f"不能用作基线：{error.words.zh}", f"not a usable baseline: {error.words.en}"), file
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(Words("不能用作基线：不是 JSON 文件", f"not a usable baseline: {error}"), file) from error


def write_baseline(file: str, content: Mapping[str, Any]) -> None:
    """Write a baseline, one line a field so that changes read well; raise ConfigError where that fails."""
    try:
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        Path(file).write_bytes(text.encode("utf-8", "backslashreplace"))  # as JSON itself writes what UTF-8 cannot
    except OSError as error:
        reason = why(error)
        raise ConfigError(
            Words(f"基线文件写不了（{reason.zh}）", f"cannot write the baseline ({reason.en})"), file
        ) from error
