"""Run a pack of rules over forms, and sort what comes out: suppressed, known from a baseline, new."""

from perf_lint.engine.outcome import Outcome, merged
from perf_lint.engine.run import run, run_across, run_single

__all__ = ["Outcome", "merged", "run", "run_across", "run_single"]
