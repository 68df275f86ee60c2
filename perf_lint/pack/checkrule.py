"""Check the expressions of a rule file and put the rule into plain data that needs no further look at its source."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from perf_lint.expr.check import Checker
from perf_lint.expr.errors import ExprError
from perf_lint.expr.labels import labels
from perf_lint.expr.parse import parse
from perf_lint.expr.template import pieces
from perf_lint.expr.tree import Node
from perf_lint.expr.types import element, is_list, spoken
from perf_lint.facts.vocabulary import TYPES
from perf_lint.model.words import Words
from perf_lint.pack.problem import Problem
from perf_lint.pack.rulefile import RuleFile
from perf_lint.pack.yamlfile import YamlFile

RESERVED = ("form", "forms", "params", "true", "false", "null", "in")


class RuleChecker:
    """Check one rule; mistakes are collected, each with its place."""

    def __init__(self, rule: RuleFile, file: YamlFile, lists: Collection[str] = ()) -> None:
        self.rule = rule
        self.file = file
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        labels()
        fields = {type_: {name: entry.type for name, entry in entries.items()} for type_, entries in TYPES.items()}
        fields["params"] = {name: param.type for name, param in rule.params.items()}
        root = {"forms": "list(Form)"} if rule.scope == "run" else {"form": "Form"}
        self.checker = Checker(fields, {**root, "params": "params"}, lists)

    @property
    def used_lists(self) -> list[str]:
        """Name the pack's own word lists that the rule uses."""
        return sorted(self.checker.used_lists)

    def check(self) -> dict[str, Any]:
        """Give the rule's trees by field name; look at `problems` before using them."""
        rule = self.rule
        if rule.scope == "pipeline":
            return {"message": [rule.message], "message_en": [rule.en.message if rule.en else rule.message]}
        self._lets_before_each()
        trees: dict[str, Any] = {"each": self._each()}
        trees["let"] = self._lets()
        trees["when"] = self._expression(rule.when, ("when",), "bool")
        trees["assert"] = self._expression(rule.check, ("assert",), "bool")
        if rule.check is None:
            self.problems.append(
                self.file.problem(Words("缺少 assert：说明什么情况才算对", "assert is missing: say what is right"), ())
            )
        trees["at"] = self._place(rule.at, ("at",)) or self._default_place()
        trees["related"] = self._place(rule.related, ("related",))
        trees["level"] = self._expression(rule.level, ("level",), "string")
        trees["message"] = self._template(rule.message, ("message",))
        trees["message_en"] = self._english("message", trees["message"])
        trees["show"] = self._expression(rule.show, ("show",))
        trees["repair"] = self._template(rule.repair, ("repair",))
        trees["repair_en"] = self._english("repair", trees["repair"])
        trees["repair_when"] = self._expression(rule.repair_when, ("repair_when",), "bool")
        trees["fix"] = [self._fix(number) for number in range(len(rule.fix))]
        return trees

    def _english(self, name: str, chinese: list[str | Node]) -> list[str | Node]:
        """Check an English sentence; a rule without English says the same in Chinese."""
        if self.rule.en is None:
            return chinese
        return self._template(getattr(self.rule.en, name), ("en", name))

    def _each(self) -> Node | None:
        rule = self.rule
        if (rule.each is None) != (rule.as_ is None):
            words = Words("each 和 as 要一起写", "each and as go together")
            self.problems.append(self.file.problem(words, ("each",) if rule.each else ("as",)))
        node = self._expression(rule.each, ("each",))
        if node is not None and not is_list(node.type):
            words = Words(f"each 要的是列表，得到的是{spoken(node.type)}", f"each needs a list, got {node.type}")
            self.problems.append(self.file.problem(words, ("each",)))
        elif node is not None and rule.as_:
            self.checker.variables[rule.as_] = element(node.type)
        return node

    def _lets_before_each(self) -> None:
        """Declare the steps that `each` itself may use: those that do not mention its item."""
        self._early: dict[str, Node] = {}
        if self.rule.each is None:
            return
        for name, text in self.rule.let.items():
            try:
                node = self.checker.check(parse(text))
            except ExprError:
                continue
            self._early[name] = node
            self.checker.variables[name] = node.type

    def _lets(self) -> list[tuple[str, Node]]:
        checked = []
        for name in self._early:
            self.checker.variables.pop(name, None)
        for name, text in self.rule.let.items():
            if name in RESERVED or name in self.checker.variables:
                words = Words(f"名称「{name}」已有别的意思", f"the name “{name}” means something else already")
                self.problems.append(self.file.problem(words, ("let", name), key=True))
            node = self._expression(text, ("let", name))
            if node is None:
                self.broken.add(name)
                self.checker.variables[name] = "any"
            else:
                self.checker.variables[name] = node.type
                checked.append((name, node))
        return checked

    def _place(self, text: str | None, path: tuple[str | int, ...]) -> Node | None:
        if text is None:
            return None
        with self._located(path, 0):
            return self.checker.places(parse(text))
        return None

    def _default_place(self) -> Node | None:
        name = self.rule.as_ or "form"
        if name not in self.checker.variables:
            words = Words("缺少 at：说明问题在哪个字段", "at is missing: say which field is wrong")
            self.problems.append(self.file.problem(words, ()))
            return None
        return self.checker.check(Node("name", 0, "", (name,)))

    def _fix(self, number: int) -> dict[str, Any]:
        fix, path = self.rule.fix[number], ("fix", number)
        proposals = self.rule.en.proposals if self.rule.en else []
        propose = self._template(fix.propose, (*path, "propose"))
        english = self._template(proposals[number], ("en", "proposals", number)) if number < len(proposals) else propose
        if fix.safety != "display" and fix.replace is None:
            words = Words("safe 和 unsafe 的修改要写 replace", "safe and unsafe fixes need replace")
            self.problems.append(self.file.problem(words, path))
        return {
            "safety": fix.safety,
            "propose": propose,
            "propose_en": english,
            "when": self._expression(fix.when, (*path, "when"), "bool"),
            "at": self._place(fix.at, (*path, "at")),
            "replace": self._expression(fix.replace, (*path, "replace"), "string"),
        }

    def _expression(self, text: str | None, path: tuple[str | int, ...], wanted: str = "") -> Node | None:
        if text is None:
            return None
        with self._located(path, 0):
            return self.checker.check(parse(text), wanted)
        return None

    def _template(self, text: str, path: tuple[str | int, ...]) -> list[str | Node]:
        parts: list[str | Node] = []
        with self._located(path, 0):
            for piece in pieces(text):
                if isinstance(piece, str):
                    parts.append(piece)
                    continue
                with self._located(path, piece[1]):
                    parts.append(self.checker.check(parse(piece[0])))
        return parts

    @contextmanager
    def _located(self, path: tuple[str | int, ...], offset: int) -> Iterator[None]:
        try:
            yield
        except ExprError as error:
            self.problems.append(self.file.problem(error.words, path, offset + error.start, error.length))
