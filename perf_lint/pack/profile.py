"""Read the profiles: which rules an accountant, a hook or an auditor gets."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from perf_lint.pack.packfile import Override
from perf_lint.pack.rulefile import Strict, Text
from perf_lint.pack.shape import validated
from perf_lint.pack.yamlfile import read_yaml
from perf_lint.text.data import rules_dir


class Profile(Strict):
    """One profile; a rule is in it if it meets every condition."""

    title: Text
    title_en: Text
    status: list[Literal["stable", "preview", "deprecated"]] = Field(default=["stable"])
    confidence: list[Literal["high", "medium", "low"]] = Field(default=["high", "medium", "low"])
    select: list[str] = Field(default_factory=list)
    """Codes or their beginnings; empty for all."""
    ignore: list[str] = Field(default_factory=list)
    overrides: list[Override] = Field(default_factory=list)


class ProfileFile(Strict):
    """`rules/profiles.yaml`."""

    profiles: dict[str, Profile]


def read_profiles() -> dict[str, Any]:
    """Give the profiles as plain data, by name."""
    file: ProfileFile = validated(read_yaml(rules_dir() / "profiles.yaml", "profiles.yaml"), ProfileFile)
    return {name: _plain(name, profile) for name, profile in file.profiles.items()}


def _plain(name: str, profile: Profile) -> dict[str, Any]:
    data = profile.model_dump()
    data["overrides"] = [{**change, "origin": f"profiles.yaml {name}"} for change in data["overrides"]]
    return data
