"""The command line: the only room that prints or exits."""

import gc

YOUNG_OBJECTS = 50_000
"""How many new objects start a search for cycles; Python's own 700 is met many times a form and finds nothing."""
gc.set_threshold(YOUNG_OBJECTS)  # here, because already the imports of a short run are searched through many times
