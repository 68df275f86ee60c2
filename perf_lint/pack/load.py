"""Load packs and choose among their rules: by profile, by code, by what a configuration changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from perf_lint.expr.errors import RefusedError
from perf_lint.model.suppression import Change, meets
from perf_lint.model.terms import SETTABLE
from perf_lint.model.words import Words
from perf_lint.pack.checked import checked
from perf_lint.pack.locate import DEFAULT_PACKS
from perf_lint.pack.pack import Pack
from perf_lint.pack.problem import PackError, Problem, nearest
from perf_lint.pack.rule import Rule, param_value

FEW = 8
"""So many names can be listed in a message."""
SEVERAL = Words("；几个编号要分开写", "; give several codes one by one")
PARAMS_BY_ELEMENT = Words(
    "参数不能只对某些指标（elements）改；级别可以，参数可以按文件（files）改",
    "parameters cannot change for some elements only; severities can, and parameters can by files",
)


def load(  # noqa: PLR0913  # settings of a run
    packs: Sequence[str] = (),
    *,
    profile: str = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    overrides: Sequence[Change] = (),
    origins: Mapping[str, str] = {},
    cache: bool = True,
) -> Pack:
    """Give the rules of packs (the shipped ones if none is named), selected and changed; raise PackError.

    `select` and `ignore` hold codes or their beginnings; `select` overrules what the profile leaves out. `origins` are
    the places where a configuration file gives them, by the name of the setting, for messages.
    """
    made = checked(tuple(packs) or DEFAULT_PACKS, cache=cache)
    data = made.data
    chosen = _profile(data["profiles"], profile, origins.get("profile", ""))
    own = [_change(entry) for entry in (*data["changes"], *chosen["overrides"])]
    changes = [*own, *overrides]
    codes = sorted({rule["code"] for rule in data["rules"]})
    for setting, patterns in (("select", select), ("ignore", ignore)):
        _refuse_unknown(codes, [(pattern, origins.get(setting, "")) for pattern in patterns])
    _refuse_unknown(codes, [(pattern, change.origin) for change in overrides for pattern in change.rules])
    rules = tuple(
        Rule(rule, made.functions.setdefault(rule["code"], {}))
        for rule in data["rules"]
        if not meets(rule["code"], ignore)
        and (meets(rule["code"], select) if select else _in_profile(rule, chosen))
        and not _off(rule["code"], changes)
    )
    _refuse_params(data["rules"], changes)
    return Pack(rules, tuple(data["packs"]), tuple(changes))


def _change(entry: Mapping[str, Any]) -> Change:
    return Change(
        tuple(entry["rules"]),
        "off" if entry["off"] else entry["severity"] or "",
        entry["params"],
        tuple(entry["files"]),
        tuple(entry["elements"]),
        entry["origin"],
    )


def _profile(profiles: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    wanted = name or "accountant"
    if wanted not in profiles:
        raise _refused(where, Words("没有档次", "no profile"), wanted, list(profiles))
    found: Mapping[str, Any] = profiles[wanted]
    return found


def _in_profile(rule: Mapping[str, Any], profile: Mapping[str, Any]) -> bool:
    return (
        rule["status"] in profile["status"]
        and rule["confidence"] in profile["confidence"]
        and (not profile["select"] or meets(rule["code"], profile["select"]))
        and not meets(rule["code"], profile["ignore"])
    )


def _off(code: str, changes: Sequence[Change]) -> bool:
    """Tell whether a rule is switched off everywhere."""
    severities = [c.severity for c in changes if c.severity and c.meets_rule(code) and not c.files and not c.elements]
    partly = any(c.severity not in ("", "off") and c.meets_rule(code) for c in changes if c.files or c.elements)
    return bool(severities) and severities[-1] == "off" and not partly


def _refuse_unknown(codes: Sequence[str], patterns: Sequence[tuple[str, str]]) -> None:
    """Refuse codes that no rule has; each comes with the place where it is written."""
    for pattern, where in patterns:
        if pattern != "*" and not any(code.startswith(pattern) for code in codes):
            raise _refused(where, Words("没有规则", "no rule"), pattern, codes, SEVERAL if "," in pattern else None)


def _refuse_params(rules: Sequence[Mapping[str, Any]], changes: Sequence[Change]) -> None:
    """Refuse an unknown severity, an unknown parameter, and a value of a wrong type."""
    for change in changes:
        if change.severity and change.severity not in SETTABLE:
            raise _refused(change.origin, Words("没有级别", "no severity"), change.severity, SETTABLE)
        if change.params and change.elements:
            raise PackError([Problem(change.origin, 0, 0, PARAMS_BY_ELEMENT)])
        met = [rule for rule in rules if change.meets_rule(rule["code"])]
        for name, text in change.params.items():
            declared = [rule["params"][name] for rule in met if name in rule["params"]]
            if not declared:
                known = sorted({param for rule in met for param in rule["params"]})
                zh, en = f"{'、'.join(change.rules)} 没有参数", f"{', '.join(change.rules)} has no parameter"
                raise _refused(change.origin, Words(zh, en), name, known)
            for param in declared:
                try:
                    param_value(param["type"], text)
                except RefusedError as error:
                    words = Words(f"参数 {name}：{error.words.zh}", f"parameter {name}: {error.words.en}")
                    raise PackError([Problem(change.origin, 0, 0, words)]) from None


def _refused(where: str, what: Words, name: str, known: Sequence[str], hint: Words | None = None) -> PackError:
    near = hint or nearest(name, known, otherwise=len(known) <= FEW)
    words = Words(f"{what.zh}「{name}」{near.zh}", f"{what.en} “{name}”{near.en}")
    return PackError([Problem(where, 0, 0, words)])
