"""Build a small form from the notation of examples; it holds what is written there and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from perf_lint.facts.required import LEVELS
from perf_lint.model.form import Amount, Form, Funding, FundingItem, Indicator, PlanStep, ReadForm, SourceMap
from perf_lint.model.levels import COST, OUTPUT
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from perf_lint.pack.inputmethod import ime
from perf_lint.pack.problem import nearest

LEVEL1 = LEVELS["cn-2021"] | LEVELS["cn-2015"]
"""二级指标 with the 一级指标 above it; of 成本指标 the one of 2015."""
TEXTS = {
    "title": "title", "project": "project_name", "project_code": "project_code", "department": "department",
    "department_code": "department_code", "unit": "implementing_unit", "attribute": "attribute", "period": "period",
    "goal": "goal", "long_term_goal": "long_term_goal", "purpose": "purpose", "framework": "framework", "kind": "kind",
}  # fmt: skip
AMOUNTS = ("total", "fiscal", "other")
OTHERS = ("year", "year_inferred", "years", "rows", "plan", "columns", "unread", "header_unit", "items")
KEYS = (*TEXTS, *AMOUNTS, *OTHERS)
ROW_TEXTS = (
    "level1", "level2", "level1_text", "level2_text", "mark", "label", "name", "value", "description", "basis", "sign",
    "unit", "weight", "direction", "actual", "score", "reason", "long_term_value",
)  # fmt: skip

ONLY_FORMS = Words("forms 之外不能再有别的键", "nothing can stand beside forms")
ROW_SHAPE = Words(
    "一行写作 二级指标|三级指标|指标值，或 一级指标|二级指标|三级指标|指标值；竖线用半角 |",
    "a row is level 2|name|value, or level 1|level 2|name|value",
)


class ExampleError(Exception):
    """An example that is not in the notation; `path` leads to the part of it."""

    def __init__(self, words: Words, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(words.zh)
        self.words = words
        self.path = path


def build_forms(data: Mapping[str, Any]) -> tuple[ReadForm, ...]:
    """Build the forms of an example: one, or those of `forms:`."""
    if "forms" not in data:
        return (_read(build_form(data)),)
    extra = [key for key in data if key != "forms"]
    if extra or not isinstance(data["forms"], list):
        raise ExampleError(ONLY_FORMS, (extra[0],) if extra else ("forms",))
    forms = []
    for number, entry in enumerate(data["forms"]):
        try:
            forms.append(_read(build_form(entry, number + 1)))
        except ExampleError as error:
            raise ExampleError(error.words, ("forms", number, *error.path)) from None
    return tuple(forms)


def build_form(data: Mapping[str, Any], index: int = 1) -> Form:
    """Build one form."""
    if not isinstance(data, Mapping):
        raise ExampleError(Words("表要写成 键: 值", "a form is written key: value"))
    for key in data:
        if key not in KEYS:
            raise ExampleError(_no_key(key, KEYS), (key,))
    fields: dict[str, Any] = {attribute: data[key] for key, attribute in TEXTS.items() if key in data}
    rows = tuple(_row(row, data, ("rows", n)) for n, row in enumerate(data.get("rows", [])))
    if "framework" not in fields:
        fields["framework"] = _framework(rows)
    columns = set(data.get("columns", []))
    for name in ("basis", "weight", "description", "mark", "actual"):
        if any(getattr(row, name) is not None for row in rows):
            columns.add({"mark": "marks"}.get(name, name))
    return Form(
        index=index,
        year=_year(data),
        year_inferred=_flag(data, "year_inferred"),
        year_texts=tuple(data.get("years", [])),
        funding=_funding(data),
        indicators=rows,
        plan=_plan(data.get("plan", [])),
        unread=tuple(data.get("unread", [])),
        has=frozenset(columns | ({"plan"} if "plan" in data else set())),
        **fields,
    )


def _year(data: Mapping[str, Any]) -> int | None:
    text = data.get("year")
    if text is None or (isinstance(text, str) and text.isascii() and text.isdigit() and len(text) == 4):
        return None if text is None else int(text)
    raise ExampleError(
        Words(f"year 要写成 2024 这样的四位数，写的是「{text}」", "year must have four digits"), ("year",)
    )


def _flag(data: Mapping[str, Any], key: str) -> bool:
    text = data.get(key, "false")
    if text not in ("true", "false"):
        words = Words(f"{key} 要写 true 或 false，写的是「{text}」", f"{key} must be true or false, not “{text}”")
        raise ExampleError(words, (key,))
    return bool(text == "true")


def _row(row: Any, data: Mapping[str, Any], path: tuple[str | int, ...]) -> Indicator:
    if isinstance(row, str):
        parts = [part.strip() for part in row.split("|")]
        if len(parts) == 3:
            return _indicator({"level2": parts[0], "name": parts[1], "value": parts[2]}, data)
        if len(parts) == 4:
            return _indicator(dict(zip(("level1", "level2", "name", "value"), parts, strict=True)), data)
        raise ExampleError(ROW_SHAPE, path)
    if not isinstance(row, Mapping):
        raise ExampleError(Words("一行写成文字或 键: 值", "a row is a text or key: value"), path)
    for key in row:
        if key not in ROW_TEXTS:
            raise ExampleError(_no_key(key, ROW_TEXTS), (*path, key))
    return _indicator(row, data)


def _indicator(row: Mapping[str, Any], data: Mapping[str, Any]) -> Indicator:
    fields = dict(row)
    level2 = _level(row.get("level2", ""), LEVEL1)
    level1 = row.get("level1", "")
    if not level1 and level2:
        own = data.get("framework") == "cn-2021" and level2 == COST
        level1 = COST if own else LEVEL1.get(level2, "")
    fields["level1"] = _level(level1, LEVEL1.values()) or None
    fields["level2"] = level2 or None
    fields.setdefault("level1_text", level1)
    fields.setdefault("level2_text", row.get("level2", ""))
    return Indicator(**fields)


def _level(text: str, known: Any) -> str:
    return text if not text or text in known or f"{text}指标" not in known else f"{text}指标"


def _framework(rows: tuple[Indicator, ...]) -> str | None:
    levels = {(row.level1, row.level2) for row in rows}
    first = any(level1 == COST for level1, _ in levels)
    second = any(level1 == OUTPUT and level2 == COST for level1, level2 in levels)
    if first and second:
        return "mixed"
    if first:
        return "cn-2021"
    return "cn-2015" if rows else None


def _funding(data: Mapping[str, Any]) -> Funding:
    unit = data.get("header_unit", "")
    parts = {key: _amount(data[key], unit) for key in AMOUNTS if key in data}
    items = tuple(FundingItem(label, _amount(text, unit)) for label, text in data.get("items", {}).items())
    return Funding(**parts, items=items, header_unit=unit)


def _amount(text: str, header_unit: str) -> Amount:
    from perf_lint.values import parse_money  # only examples need it here

    reading = parse_money(text)
    if reading is None:
        return Amount(text)
    if reading.unit or not header_unit:
        return Amount(text, reading.yuan, reading.unit or "", "cell" if reading.unit else "")
    whole = parse_money(text.strip() + header_unit)
    return Amount(text, whole.yuan if whole else None, header_unit, "header")


def _plan(entries: Any) -> tuple[PlanStep, ...]:
    if isinstance(entries, Mapping):
        return tuple(PlanStep(label, text) for label, text in entries.items())
    labels = ("3月底", "6月底", "10月底", "12月底")
    return tuple(PlanStep(labels[n] if n < len(labels) else "", text) for n, text in enumerate(entries))


def _read(form: Form) -> ReadForm:
    place = Place("example", line=form.index)
    return ReadForm(form, SourceMap({}, place))


def _no_key(key: str, known: Sequence[str]) -> Words:
    hint = ime(key) if ime(key).zh else nearest(key, known, otherwise=True)
    return Words(f"不认识的键「{key}」{hint.zh}", f"unknown key “{key}”{hint.en}")
