"""Find template text that nobody filled in: 是/否, 指标2: alone, ……, ≥**个, （100字以内）."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import column_mark, mark
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.text.blanks import one_width
from perf_lint.text.pattern import lazy_pattern

CHOICE = lazy_pattern(r"[□○☐]?(?:是[/、或]?[□○☐]?否|有/无|能/不能|达标/(?:未|不)达标|合格/不合格|完成/未完成)[□○☐]?")
CHOICE_LEFT = lazy_pattern(r"^(?:[≥≤><=]*\d+(?:\.\d+)?%?)[(/]?是/否\)?$")
MEASURE = (
    r"(?:%|个工作日|工作日|个|人次|人|名|户|次|场|期|件|份|台|套|辆|亩|项|处|公里|千米|平方米|立方米|米|吨"
    r"|天|日|月|年|分钟|小时|万元|元|座|所|条|株|头|只|篇|册)"
)
BLANK_NUMBER = lazy_pattern(
    rf"^[≥≤><=]+(?:[*_xX×○]{{1,6}}{MEASURE}?|(?:[*_○×]{{1,6}}|[xX]{{2,6}})[\u4e00-\u9fff/]{{1,6}}|{MEASURE}?)$"
)
_SURNAMES = "张王李赵刘陈杨黄吴徐孙朱胡郭罗郑谢宋韩冯邓曹彭肖董袁潘蔡蒋杜魏吕沈姚崔谭汪廖韦邹熊孟秦薛侯郝邵顾赖严尹汤陶"
"""Before ×× these make a masked name of a person: 张××户."""
MASKED = lazy_pattern(
    rf"(?<![A-Za-z*])(?<![{_SURNAMES}](?=×))(?:\*{{2,}}|_{{2,}}|[xX×]{{2,}}|○{{2,}})(?=%|个|人|次|元|万|年|月|日|户|亩|件|公里|千米|米|平方|立方|套|头|只|株|吨|辆|$)"
)
_DOTS = ".…·。;"
DOTS = lazy_pattern(r"^[.…·。]{2,}$")
LABEL_ALONE = lazy_pattern(r"^(?:指标|目标)[一二三四五六七八九十\d]*[:.、]?$")
_ASK = "填写|填报|填入|简述|概述|概括|描述|输入|说明|写明"
_LENGTH = r"\((?:限|控制在|不超过)?\d{2,4}字(?:以内|左右|以下|之内)?\)"
INSTRUCTION = lazy_pattern(
    rf"^\((?:请|此处|在此)?(?:简要)?(?:{_ASK})[^()]*\)$|^\((?:简要|详细|如实)(?:{_ASK})[^()]*\)|^\([^()]*\d{{2,4}}字(?:以内|左右|以下|之内)\)$"
    rf"|^{_LENGTH}|(?<![告文稿章件息料结品作述]){_LENGTH}$"
    rf"|^(?:请|此处|在此)(?:{_ASK})|\((?:请|此处|在此)(?:简要|详细|如实|逐项)?(?:{_ASK})[^()]*\)?"
)
"""What a template tells the writer to do; a length counts only at an end: 撰写报告（3000字）2篇 is a task."""
_TWICE = lazy_pattern("[*_xX×○]{2}")
_ASIDES = ("请", "此处", "在此")
"""Without `_TWICE` nothing is masked; an instruction stands in brackets or begins so."""
_BEGINNINGS = frozenset("指目请此在")
"""Of plain names only those that begin so can be template text: 指标一, 请填写."""
_MARKS = ("**", "__", "xx", "XX", "××", "○○")
LABELS = lazy_pattern(r"(?:目标|指标)[一二三四五六七八九十\d]+[:.、]?")


@lru_cache(maxsize=4096)
def value_placeholder(text: str) -> str | None:
    """Give the template text left in a value; null for a filled one."""
    flat = one_width(text)
    for pattern in (DOTS, BLANK_NUMBER, LABEL_ALONE):
        if pattern.match(flat):
            return text.strip()
    if CHOICE.fullmatch(flat) or CHOICE_LEFT.match(flat):
        return "是/否" if "是/否" in flat else flat
    return _inside(flat)


@lru_cache(maxsize=4096)
def text_placeholder(text: str) -> str | None:
    """Give the template text left in a name or a longer text; null for a filled one."""
    flat = one_width(text)
    if DOTS.match(flat) or LABEL_ALONE.match(flat) or (flat and not LABELS.sub("", flat).strip(_DOTS)):
        return text.strip()
    return _inside(flat)


def _inside(flat: str) -> str | None:
    found = MASKED.search(flat) if _TWICE.search(flat) else None
    if found is None and ("(" in flat or flat.startswith(_ASIDES)):
        found = INSTRUCTION.search(flat)
    return found.group() if found else None


def _has_number(text: str) -> bool:
    """Tell a choice glued to a number (>90是/否), which is a malformed value, from one left as it was."""
    flat = one_width(text)
    return CHOICE_LEFT.match(flat) is not None and any(character.isdigit() for character in flat)


class PlaceholderFacts:
    """A field in which template text is left."""

    TYPE = "Placeholder"
    __slots__ = ("__dict__", "answered", "label", "path", "text")

    def __init__(self, path: str, label: str, text: str, answered: bool = False) -> None:
        self.path = path
        self.label = label
        self.text = text
        self.answered = answered


declare(
    "Placeholder",
    {
        "path": ("string", "字段路径"),
        "label": ("string", "栏目"),
        "text": ("string", "留下的模板文字"),
        "answered": ("bool", "要填的内容是否写在指标值里"),
    },
)


@fact(FormFacts, "list(Placeholder)", "未填写的模板文字")
def placeholders(form: FormFacts) -> tuple[PlaceholderFacts, ...]:
    """Give every field with template text left in it: header, goal, names and values."""
    found = [
        PlaceholderFacts(path, label, left)
        for path, label, text in (
            ("project_name", "项目名称", form.project_name),
            ("goal", "总体目标", form.goal),
            ("purpose", "资金用途", form.purpose),
            ("long_term_goal", "实施期目标", form.long_term_goal),
        )
        if text and (left := text_placeholder(text))
    ]
    for row in form.asked(LEFT):
        found.extend(_of_row(row))
    return tuple(found)


@fact(IndicatorFacts, "string", "指标值中的模板文字", "of_value")
def value_template(row: IndicatorFacts) -> str | None:
    """Give the template text left in the target; null for a filled one."""
    return value_placeholder(row.value_text)


LEFT = (
    mark(name=lambda row: text_placeholder(row.name), odd=True)
    | mark(name=lambda row: row.name[:1] in _BEGINNINGS and text_placeholder(row.name))
    | mark(value=lambda row: value_placeholder(row.value_text), odd=True)
    | column_mark("label")
)


def _of_row(row: IndicatorFacts) -> list[PlaceholderFacts]:
    if not row.name and not row.value_text and row.label:
        return [PlaceholderFacts(row.path, "三级指标", row.label)]
    name, target = text_placeholder(row.name), value_template(row)
    if not name and not target:
        return []
    found = []
    masked = name is not None and any(mark in name for mark in _MARKS)
    if name and not (masked and target):
        answered = row.value.is_number and masked
        found.append(PlaceholderFacts(f"{row.path}.name", "三级指标", name, answered))
    if target and not _has_number(row.value_text):
        found.append(PlaceholderFacts(f"{row.path}.value", "指标值", target))
    return found
