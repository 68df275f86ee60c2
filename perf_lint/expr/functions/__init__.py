"""Offer functions to rules; every module of this folder adds its own."""

from importlib import import_module

from perf_lint.text.modules import module_names

for _name in module_names(__path__):
    import_module(f"{__name__}.{_name}")
