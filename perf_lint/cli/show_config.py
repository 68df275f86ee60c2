"""Say what each setting is and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from perf_lint.config import Output, Resolved
from perf_lint.config.resolve import DEFAULT
from perf_lint.model.suppression import Change, Suppression
from perf_lint.text.width import pad, width

NAME_COLUMNS = 14
VALUE_COLUMNS = 36


def settings_text(resolved: Resolved) -> str:
    """Give one line a setting: name, value, origin."""
    settings = resolved.settings
    lang = settings.lang
    origins = resolved.origins
    lines = []
    for name in settings._fields[:-1]:  # the last one says where the others come from
        value = getattr(settings, name)
        lines.append(_row(name, _shown(value), origins.get(name, DEFAULT).to(lang)))
        if name == "overrides" and len(value) > 1:  # each change has a line of its own
            lines[-1] = _row(name, str(len(value)), origins[name].to(lang))
            lines += [_row("", _shown(change), change.origin) for change in value]
    missing = "没有找到配置文件" if lang == "zh" else "no configuration file found"
    return "\n".join([f"# {resolved.file or missing}", *lines, ""])


def _row(name: str, value: str, origin: str) -> str:
    gap = "  " if width(value) > VALUE_COLUMNS else ""
    return f"{pad(name, NAME_COLUMNS)}{pad(value, VALUE_COLUMNS)}{gap}# {origin}"


def _shown(value: object) -> str:
    if value in ("", (), None) or value == {}:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Output):
        return f"{value.format}={value.file}" if value.file else value.format
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    if isinstance(value, Suppression | Change):
        return " ".join(
            f"{part}"
            for name in ("rule", "rules", "fingerprint", "severity", "params", "files", "elements")
            if (part := _part(value, name))
        )
    if isinstance(value, tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)


def _part(value: object, name: str) -> str:
    found = getattr(value, name, "")
    return _shown(found) if found else ""
