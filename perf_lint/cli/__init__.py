"""The command line: the only room that prints or exits."""

import gc

YOUNG_OBJECTS = 500_000
"""How many new objects start a search for cycles: more than a run keeps in memory, which makes hardly a cycle."""
gc.set_threshold(YOUNG_OBJECTS)  # here, because already the imports would be searched through some thirty times
