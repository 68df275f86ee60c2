"""Hold what a fact noticed, in words for people, so that a rule can print it."""

from __future__ import annotations

from perf_lint.facts.vocabulary import declare
from perf_lint.model.words import Words


class Note:
    """Something noticed at one field: `what` quotes the piece of text, `zh` and `en` say what is the matter."""

    TYPE = "Note"
    __slots__ = ("__dict__", "en", "path", "proposal", "sure", "what", "zh")

    def __init__(self, path: str, what: str, words: Words, proposal: str | None = None, *, sure: bool = True) -> None:
        self.path = path
        self.what = what
        self.zh = words.zh
        self.en = words.en
        self.proposal = proposal
        self.sure = sure

    def __repr__(self) -> str:
        return f"Note({self.path}, {self.what}, {self.zh})"


declare(
    "Note",
    {
        "path": ("string", "字段路径"),
        "what": ("string", "所指文字"),
        "zh": ("string", "说明"),
        "en": ("string", "英文说明"),
        "proposal": ("string", "建议写法"),
        "sure": ("bool", "是否确定"),
    },
)
