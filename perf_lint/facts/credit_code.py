"""Check 统一社会信用代码 (GB 32100-2015)."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.notes import Note
from perf_lint.facts.vocabulary import fact
from perf_lint.model.words import Words
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.nfkc import nfkc
from perf_lint.text.pattern import lazy_pattern

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Digits and letters of the standard; I, O, S, V and Z are left out."""
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_CANDIDATE = lazy_pattern(
    r"(?<![0-9A-Za-z])[1-9ANY][1-9A-G](?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|99|10)\d{4}[0-9A-Z]{10}(?![0-9A-Za-z])"
)
_IDENTITY_CARD = lazy_pattern(r"[1-6]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9X]")


@lru_cache(1024)
def check_character(code: str) -> str:
    """Compute the eighteenth character from the first seventeen; raise ValueError for a character outside the set."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(code[:17], WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


@lru_cache(KEPT_READINGS)
def wrong_code(text: str) -> tuple[str, Words] | None:
    """Give the first credit code of a text that cannot be right, and why; None where all are right or none stands."""
    flat = nfkc(text).upper()
    for found in _CANDIDATE.finditer(flat):
        code = found.group()
        if _IDENTITY_CARD.fullmatch(code):
            continue
        alien = next((character for character in code if character not in ALPHABET), None)
        if alien:
            return code, Words(f"含有代码中不用的字母「{alien}」", f"contains “{alien}”, which the code never uses")
        right = check_character(code)
        if right != code[17]:
            return code, Words(
                f"校验位应为「{right}」，实为「{code[17]}」",
                f"the check character should be “{right}”, not “{code[17]}”",
            )
    return None


@fact(FormFacts, "list(Note)", "有误的统一社会信用代码")
def wrong_codes(form: FormFacts) -> tuple[Note, ...]:
    """Notice credit codes with a wrong check character in the department and unit fields."""
    notes: list[Note] = []
    for field in ("department", "department_code", "implementing_unit"):
        found = wrong_code(getattr(form, field) or "")
        if found and not any(note.what == found[0] for note in notes):
            notes.append(Note(field, *found))
    return tuple(notes)
