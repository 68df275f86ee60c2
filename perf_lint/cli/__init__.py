"""The command line: the only room that prints or exits."""

import gc

from perf_lint.text.deferred import deferred

YOUNG_OBJECTS = 500_000
"""How many new objects start a search for cycles: more than a run keeps in memory, which makes hardly a cycle."""
gc.set_threshold(YOUNG_OBJECTS)  # here, because already the imports would be searched through some thirty times

with deferred(**{"urllib.parse": ("quote_from_bytes",)}):  # for `Path.as_uri`, which is not used here
    import pathlib  # noqa: F401
