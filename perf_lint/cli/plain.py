"""Read the command line of a plain check without click, whose import and use take a fifth of a small run.

Only what leaves no question is read here: whole option names, each with a value that is one. Everything else, mistakes
above all, is left to click, so that it is answered in one place. See docs/decisions/start-up.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from perf_lint.cli.streams import COLOURS
from perf_lint.model.terms import FAIL_ON

FLAGS = {
    "--verbose": ("verbose", True),
    "-v": ("verbose", True),
    "--allow-no-form": ("allow_no_form", True),
    "--no-cache": ("cache", False),
}
ONE = {"--profile": "profile", "--config": "config_file", "--baseline": "baseline"}
"""Options with a value, of which the last counts."""
MANY = {
    "--format": "outputs",
    "-f": "outputs",
    "--select": "select",
    "--ignore": "ignore",
    "--pack": "packs",
    "--exclude": "exclude",
}
CHOICES = {"--fail-on": ("fail_on", FAIL_ON), "--color": ("color", COLOURS), "--lang": ("", ("zh", "en"))}
"""`--lang` is known before: `main` looks for it first."""


def plain_check(argv: Sequence[str]) -> dict[str, Any] | None:
    """Give the arguments for `checking.check`, without those left out; None where click has to read the line."""
    if argv[:1] != ["check"]:
        return None
    paths: list[str] = []
    given: dict[str, Any] = {}
    words = iter(argv[1:])
    for word in words:
        if word in FLAGS:
            key, stated = FLAGS[word]
            given[key] = stated
        elif word.startswith("-"):
            name, equals, value = word.partition("=")
            if not (_take(given, name, value if equals else next(words, "")) and (not equals or name[:2] == "--")):
                return None
        elif word:
            paths.append(word)
        else:
            return None
    return {"paths": tuple(paths), **given}


def _take(given: dict[str, Any], name: str, value: str) -> bool:
    """Add an option and its value; False where it is not for here."""
    if not value or value.startswith("-"):
        return False
    if name in ONE:
        given[ONE[name]] = value
    elif name in MANY:
        given[MANY[name]] = (*given.get(MANY[name], ()), value)
    elif name in CHOICES:
        key, known = CHOICES[name]
        if key:
            given[key] = value
        return value in known
    else:
        return False
    return True
