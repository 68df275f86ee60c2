"""Hold a checked rule and run it; expressions are compiled when first needed."""

import marshal
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from perf_lint.expr.errors import RefusedError, Unknown
from perf_lint.expr.labels import labels
from perf_lint.expr.made import Decide, Part, Written, unpacked
from perf_lint.expr.places import Ref
from perf_lint.expr.template import printed
from perf_lint.facts.marks import LISTED_MARKS
from perf_lint.model.finding import RuleInfo
from perf_lint.model.form import Form
from perf_lint.model.words import Lang, Words

if TYPE_CHECKING:
    from perf_lint.expr.program import Source

Decided = list[tuple[Any, Unknown | None]]
"""What a rule says: an item with None is a finding, one with Unknown was not evaluated."""
Functions = dict[tuple[str, ...], bytes]
"""Functions of a rule as `Written.packed` gives them, by what they compute."""
FORM_STEPS = 500_000
"""How many loop steps a rule may take on one form."""
RUN_STEPS = 200_000
"""How many more for each form, for a rule that looks at all forms of a run."""


class Proposal(NamedTuple):
    """A proposed change as the rule computed it."""

    safety: str
    text: str
    at: Ref | None
    new: str | None


class Detail(NamedTuple):
    """What a rule says of one finding."""

    at: Ref
    related: Sequence[Ref]
    message: str
    show: str
    repair: str
    level: str
    proposals: Sequence[Proposal]


class Rule:
    """One rule of a pack, ready to run; built from plain checked data."""

    def __init__(self, data: Mapping[str, Any], functions: Functions | None = None) -> None:
        """Take checked data and the functions compiled so far, to which those compiled later are added."""
        self.data = data
        self.functions: Functions = {} if functions is None else functions
        self.code: str = data["code"]
        self.name: str = data["name"]
        self.pack: str = data["pack"]
        self.title = Words(*data["title"])
        self.severity: str = data["severity"]
        self.confidence: str = data["confidence"]
        self.status: str = data["status"]
        self.scope: str = data["scope"]
        self.frameworks = frozenset(data["applies_to"]["framework"])
        self.kinds = frozenset(data["applies_to"]["kind"])
        self.columns = frozenset(data["applies_to"]["columns"])
        self.basis: tuple[str, ...] = tuple(data["basis"])
        self.params: Mapping[str, Any] = {name: read_param(entry) for name, entry in data["params"].items()}
        self._parts: dict[tuple[str, ...], Any] = {}
        self._sentences: dict[tuple[str, ...], tuple[str | Part, ...]] = {}

    def fits(self, form: Form) -> bool:
        """Tell whether the rule is for this form at all."""
        return (
            (not self.frameworks or form.framework in self.frameworks)
            and (not self.kinds or form.kind in self.kinds)
            and self.columns <= form.has
        )

    def info(self, lang: Lang) -> RuleInfo:
        """Give what reports say of the rule."""
        explain = self.data["explain" if lang == "zh" else "explain_en"]
        # A finding about a whole file brings the advice that fits its cause, so the general one stays in the manual.
        fix = "" if self.scope == "pipeline" else explain["fix"]
        return RuleInfo(
            self.code, self.name, self.title.to(lang), self.severity, self.confidence,
            explain["why"], fix, explain["not_a_problem_when"], self.basis,
        )  # fmt: skip

    @cached_property
    def trees(self) -> Mapping[str, Any]:
        """Give the trees that decide."""
        found: Mapping[str, Any] = opened(self.data["trees"])
        return found

    @cached_property
    def source(self) -> "Source":
        """Give the trees that decide, ready to be compiled."""
        from perf_lint.expr.program import Source

        trees = self.trees
        root = "forms" if self.scope == "run" else "form"
        lets = [(name, node) for name, node in trees["let"]]
        params = tuple(self.params)
        return Source(
            root,
            trees["each"],
            self.data["as"],
            lets,
            trees["when"],
            trees["assert"],
            params,
            self.data["words"],
            self.data["used"],
        )

    @cached_property
    def listed(self) -> str:
        """Give the attribute of a form whose items the rule goes through; without items nothing need be compiled."""
        name: str = self.data["listed"]
        return name if name in labels().safe else ""

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """Give the trees of what is said of a finding: most runs need those of a few rules only."""
        said: Mapping[str, Any] = opened(self.data["said"])
        return said

    @cached_property
    def decide(self) -> Decide:
        """Give the compiled decision."""
        return self._function(("decide",), self._write_decide)  # type: ignore[no-any-return]

    @cached_property
    def marks(self) -> int:
        """Give the questions of which one must be worth asking of a row of the form; 0 where the rule runs anyway."""
        return LISTED_MARKS.get(self.listed, 0)

    def run(self, root: Any, params: tuple[Any, ...], forms: int = 1) -> Decided:
        """Decide on a form (or on all forms)."""
        if self.listed and getattr(root, self.listed) == ():
            return []
        limit = FORM_STEPS if self.scope != "run" else FORM_STEPS + RUN_STEPS * forms
        return self.decide(root, params, limit)

    def detail(self, root: Any, item: Any, params: tuple[Any, ...], lang: Lang) -> Detail:
        """Say where a finding is and what is wrong there; like `run`, within `exact()`."""
        call = (root, item, params, RUN_STEPS * 50)
        said = self.said
        places = self._list("at", call)
        return Detail(
            places[0] if places else Ref((root, item), ""),
            self._list("related", call) if said["related"] is not None else (),
            self._sentence("message", lang, call),
            self._show(call, lang) if said["show"] is not None else "",
            self._repair(call, lang) if said["repair"] else "",
            (self._text("level", call) if said["level"] is not None else "") or self.severity,
            self._proposals(call, lang) if said["fix"] else (),
        )

    def _part(self, key: tuple[str, ...], node: Any, places: bool = False) -> Part:
        part: Part | None = self._parts.get(key)
        if part is None:
            part = self._parts[key] = self._function(key, partial(self._write_part, node, places))
        return part

    def _function(self, key: tuple[str, ...], write: Callable[[], Written]) -> Any:
        """Make a function of what was compiled before, in this run or an earlier one, or is compiled now."""
        body = self.functions.get(key)
        if body is None:
            body = self.functions[key] = write().packed()
        return unpacked(body).made()

    def _write_decide(self) -> Written:
        from perf_lint.expr.program import write_decide

        return write_decide(self.source)

    def _write_part(self, node: Any, places: bool) -> Written:
        from perf_lint.expr.placing import write_places
        from perf_lint.expr.program import write_part

        return write_part(self.source, node, write_places if places else None)

    def _list(self, name: str, call: tuple[Any, ...], node: Any = None, key: str = "") -> list[Ref]:
        node = self.said[name] if node is None else node
        if node is None:
            return []
        try:
            found: list[Ref] = self._part((name, key), node, places=True)(*call)
        except Unknown:
            return []
        return found

    def _value(self, key: tuple[str, ...], node: Any, call: tuple[Any, ...]) -> Any:
        return None if node is None else _answer(self._part(key, node), call)

    def _text(self, name: str, call: tuple[Any, ...]) -> str:
        value = self._value((name,), self.said[name], call)
        return "" if value is None else str(value)

    def _sentence(self, name: str, lang: Lang, call: tuple[Any, ...], owner: Any = None, key: str = "") -> str:
        pieces = self._sentences.get((name, lang, key))
        if pieces is None:
            said = (self.said if owner is None else owner)[name if lang == "zh" else f"{name}_en"]
            pieces = tuple(
                part if isinstance(part, str) else self._part((name, lang, key, str(n)), part)
                for n, part in enumerate(said)
            )
            self._sentences[name, lang, key] = pieces
        return "".join([piece if isinstance(piece, str) else printed(_answer(piece, call), lang) for piece in pieces])

    def _show(self, call: tuple[Any, ...], lang: Lang) -> str:
        value = self._value(("show",), self.said["show"], call)
        if isinstance(value, list | tuple):
            return " + ".join(printed(part, lang) for part in value)
        return "" if value is None else printed(value, lang)

    def _repair(self, call: tuple[Any, ...], lang: Lang) -> str:
        trees = self.said
        if trees["repair_when"] is not None and not self._value(("repair_when",), trees["repair_when"], call):
            return ""
        return self._sentence("repair", lang, call)

    def _proposals(self, call: tuple[Any, ...], lang: Lang) -> list[Proposal]:
        found = []
        for number, fix in enumerate(self.said["fix"]):
            key = f"fix{number}"
            if fix["when"] is not None and not self._value((key, "when"), fix["when"], call):
                continue
            at = self._list("fix.at", call, fix["at"], key) if fix["at"] is not None else self._list("at", call)
            new = self._value((key, "replace"), fix["replace"], call)
            if fix["replace"] is not None and new is None:
                continue
            found.append(
                Proposal(fix["safety"], self._sentence("propose", lang, call, fix, key), at[0] if at else None, new)
            )
        return found


def opened(trees: Any) -> Any:
    """Give trees that were put away for later: in the cache folder as JSON, beside the program as marshalled data."""
    if isinstance(trees, bytes):
        return marshal.loads(trees)  # noqa: S302  # `ready` alone gives bytes
    if isinstance(trees, str):
        import json

        return json.loads(trees)
    return trees


def _answer(part: Part, call: tuple[Any, ...]) -> Any:
    """Compute one expression of a finding; null where it is not known."""
    try:
        return part(*call)
    except Unknown:
        return None


def read_param(entry: Mapping[str, Any]) -> Any:
    """Turn a parameter's text into its value; raise RefusedError where it is not of its type."""
    return param_value(entry["type"], entry["default"])


def param_value(type_: str, text: Any) -> Any:
    """Read a parameter given as text (or list of texts)."""
    if type_ == "list(string)":
        if not isinstance(text, list | tuple) or not all(isinstance(item, str) for item in text):
            raise RefusedError(Words("要的是文字的列表", "a list of texts is wanted"))
        return tuple(text)
    if isinstance(text, bool):
        text = "true" if text else "false"
    elif isinstance(text, int | float | Decimal):
        text = str(text)
    if not isinstance(text, str):
        raise RefusedError(Words(f"要的是 {type_}", f"{type_} is wanted"))
    if type_ == "string":
        return text
    if type_ == "bool":
        if text not in ("true", "false"):
            raise RefusedError(
                Words(f"要的是 true 或 false，写的是「{text}」", f"true or false is wanted, not “{text}”")
            )
        return text == "true"
    return _number(type_, text)


def _no_number(text: str) -> RefusedError:
    from perf_lint.pack.inputmethod import ime  # only for mistakes

    hint = ime(text)
    return RefusedError(Words(f"要的是数，写的是「{text}」{hint.zh}", f"a number is wanted, not “{text}”{hint.en}"))


def _number(type_: str, text: str) -> int | Decimal:
    percent = type_ == "percent" and text.endswith("%")
    digits = text.rstrip("%").strip() if percent else text.strip()
    if (
        len(digits) > 30
        or not digits.lstrip("-").replace(".", "", 1).isascii()
        or not digits.lstrip("-").replace(".", "", 1).isdigit()
    ):
        raise _no_number(text)
    if type_ == "int":
        if "." in digits:
            raise RefusedError(Words(f"要的是整数，写的是「{text}」", f"a whole number is wanted, not “{text}”"))
        return int(digits)
    return Decimal(digits) / 100 if percent else Decimal(digits)
