"""Derive from a form what rules need before any rule runs."""

import pkgutil
from importlib import import_module

from perf_lint.facts.form_view import FormFacts, derive

for _module in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["FormFacts", "derive"]
