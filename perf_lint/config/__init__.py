"""Settings of a run, from `perf-lint.yaml`, `[tool.perf-lint]` and the command line; each knows its origin."""

from perf_lint.config.errors import ConfigError, unwritable
from perf_lint.config.resolve import Resolved, resolve
from perf_lint.config.settings import Output, Settings

__all__ = ["ConfigError", "Output", "Resolved", "Settings", "resolve", "unwritable"]
