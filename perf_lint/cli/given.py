"""Tell what a command line states from what it leaves to the configuration."""

from __future__ import annotations


def given(**options: object) -> dict[str, object]:
    """Keep the settings that the command line states; an option that is repeated and absent is empty."""
    return {name: value for name, value in options.items() if value is not None and value != ()}
