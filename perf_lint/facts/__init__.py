"""Derive from a form what rules need before any rule runs."""

from importlib import import_module

from perf_lint.facts.form_view import FormFacts, derive
from perf_lint.text.modules import module_names

for _name in module_names(__path__):
    import_module(f"{__name__}.{_name}")

__all__ = ["FormFacts", "derive"]
