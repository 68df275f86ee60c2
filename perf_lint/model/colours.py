"""Hold the colours of the severities, the same on every page and sheet, as RRGGBB."""

INK = {"error": "B3372B", "warning": "9A6A00", "info": "33658A"}
"""Words and edges, on a light ground."""
TINT = {"error": "FBE3DF", "warning": "FDF0CF", "info": "E4EFF8"}
"""The ground behind a text, by its gravest finding."""
GOOD = "3D7A4E"
"""What is repaired."""
