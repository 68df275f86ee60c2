"""Read the plain word lists under `rules/words/` without a YAML parser: they are needed at every start."""

from __future__ import annotations

from functools import cache, lru_cache

from perf_lint.text.data import words_text

KEPT_READINGS = 16384
"""Names and values repeat within a run; more distinct ones than this are simply read again."""


_SPECIAL = frozenset("#\"'")
"""What needs a closer look at a line: a remark behind the word, quotes around it."""


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Give the entries of `rules/words/<name>.yaml`, in file order.

    A list has `source:` and then `entries:` with one `- word` a line; blanks around and quotes are removed.
    """
    _, entries = words_text(name).split("\nentries:\n")
    lines = entries.splitlines()
    if _SPECIAL.isdisjoint(entries):
        return tuple(entry[2:].lstrip() for entry in map(str.strip, lines) if entry.startswith("- "))
    return tuple(_entry(line) for line in lines if line.lstrip().startswith("- "))


def _entry(line: str) -> str:
    return line.partition(" #")[0].strip()[1:].strip().strip("\"'")


@lru_cache(KEPT_READINGS)
def ends_with_word(text: str, name: str) -> bool:
    """Tell whether `text` ends with a word of the list, a bracketed unit behind it aside."""
    return strip_unit(text).endswith(word_list(name))


@lru_cache(KEPT_READINGS)
def strip_unit(name: str) -> str:
    """Remove closing punctuation and a bracketed unit behind a name: 办公经费（万元） gives 办公经费."""
    name = name.rstrip(" 。.;；:：")
    if name.endswith((")", "）")):
        cut = max(name.rfind("("), name.rfind("（"))
        if cut > 0:
            name = name[:cut].rstrip()
    return name


@lru_cache(KEPT_READINGS)
def contains_word(text: str, name: str) -> bool:
    """Tell whether a word of the list stands anywhere in `text`."""
    if first_characters(name).isdisjoint(text):
        return False
    for word in word_list(name):  # noqa: SIM110  # a loop costs half of any()
        if word in text:
            return True
    return False


@cache
def first_characters(name: str) -> frozenset[str]:
    """Give the characters with which the words of the list begin: most texts have none of them."""
    return frozenset([word[0] for word in word_list(name)])
