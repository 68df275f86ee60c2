"""Make the fingerprint of a finding: what it says of which field of which project, wherever the file lies."""

from __future__ import annotations

from perf_lint.model.form import Form
from perf_lint.text.blanks import one_width
from perf_lint.text.digest import blake2b
from perf_lint.values import parse_value


def fingerprint(rule: str, form: Form, named: str, text: str) -> str:
    """Give 16 hexadecimal digits of rule, project and department, a place's path by names, and its normalised text."""
    department = form.department_code or form.department or ""
    parts = (rule, form.project_name or form.title, department, named, normalised(text))
    return blake2b("\x1f".join(map(one_width, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def normalised(text: str) -> str:
    """Give a text so that spellings of the same value are one: ≥95% and 95%以上."""
    if not text:
        return ""
    value = parse_value(text)
    if value.number_base is None or value.kind in ("mixed", "multi", "malformed"):
        return one_width(text)
    numbers = (value.comparator, value.number_base.normalize(), value.number2_base, value.unit_base, value.approx)
    return "|".join("" if part is None else str(part) for part in numbers)
