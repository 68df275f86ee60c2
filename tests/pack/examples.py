"""Run the examples of rules, as `perf-lint rules test` does."""

from perf_lint.pack.catalogue import entries
from perf_lint.pack.testing import run_examples


def run_all_examples(packs=(), codes=()):
    return [result for entry in entries(packs, codes) for result in run_examples(entry.rule, entry.file)]
