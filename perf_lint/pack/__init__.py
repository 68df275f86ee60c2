"""Turn rule files into checked rules."""

from perf_lint.model.suppression import Change
from perf_lint.pack.load import load
from perf_lint.pack.pack import Pack
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.rule import Rule

__all__ = ["Change", "Pack", "PackError", "Problem", "Rule", "load"]
