"""The command line: the only room that prints or exits."""

import gc

YOUNG_OBJECTS = 200_000
"""How many new objects start a search for cycles: more than a short run makes, where a search finds nothing."""
gc.set_threshold(YOUNG_OBJECTS)  # here, because already the imports would be searched through some thirty times
