"""A fingerprint stays with its defect: through moves of lines and files, not through changes of what it is about."""

from perf_lint.engine.fingerprint import fingerprint, normalised
from perf_lint.engine.paths import named_path, text_at
from perf_lint.pack.example import build_form

FORM = build_form(
    {"project": "培训", "department_code": "101", "rows": ["数量指标|人数|20人", "成本指标|会议费|3万元"]}
)


def _at(rule, form, at):
    return fingerprint(rule, form, named_path(form, at), text_at(form, at))


def test_half_a_character_in_a_name_stops_no_rule():
    assert len(fingerprint("A", FORM._replace(project_name="甲\ud842"), "form", "")) == 16


def test_moved_rows_keep_it():
    moved = FORM._replace(index=7, indicators=FORM.indicators[::-1])
    assert _at("AMT201", FORM, "indicators[1].value") == _at("AMT201", moved, "indicators[0].value")


def test_spelling_keeps_it():
    def of(value):
        return _at("A", build_form({"project": "甲", "rows": [f"质量指标|合格率|{value}"]}), "indicators[0].value")

    assert of("≥95%") == of("95%以上") == of("≥ 95％")
    assert of("≥95%") != of("95%")
    assert of("≥95%") != of("≥96%")


def test_rule_project_department_row_and_field_are_in_it():
    other = [
        _at("AMT202", FORM, "indicators[1].value"),
        _at("AMT201", FORM._replace(project_name="会议"), "indicators[1].value"),
        _at("AMT201", FORM._replace(department_code="102"), "indicators[1].value"),
        _at("AMT201", FORM, "indicators[0].value"),
        _at("AMT201", FORM, "indicators[1].name"),
        _at("AMT201", FORM, "funding.total"),
    ]
    one = _at("AMT201", FORM, "indicators[1].value")
    assert len({one, *other}) == 7
    assert one == "12de0a132ceddb10", "stored baselines and suppressions would no longer fit"


def test_texts_that_are_no_values_are_compared_without_blanks():
    assert normalised("有效 提升") == normalised("有效提升")
    assert normalised("") == ""
