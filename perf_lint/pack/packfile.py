"""Say what a pack.yaml may hold."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from perf_lint.pack.rulefile import Code, Severity, Strict, Text


class Authority(Strict):
    """A document that rules rest on."""

    ref: str
    title: Text
    number: str = ""
    issuer: str = ""
    verified: bool = False
    """True where somebody read the document itself; else only its number and title are printed."""
    note: str = ""

    def printed(self) -> str:
        """Give the document as cited: 《…》（财预〔2015〕88号）."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


class Override(Strict):
    """A change to rules of the packs below."""

    rules: list[str]
    """Codes or prefixes: AMT201, AMT, `*`."""
    off: bool = False
    severity: Severity | None = None
    params: dict[str, Any] = Field(default_factory=dict)
    files: list[str] = Field(default_factory=list)
    """File globs; empty for all files."""
    elements: list[str] = Field(default_factory=list)
    """Second or first levels (成本指标), or names of indicators (globs), whose findings are meant; empty for all."""


class PackFile(Strict):
    """A pack as written in `rules/<pack>/pack.yaml`."""

    name: str
    version: str
    title: Text
    title_en: str = ""
    extends: list[str] = Field(default_factory=list)
    framework: list[str] = Field(default_factory=list)
    """Forms that the rules of this pack are for, where a rule does not say; empty for all."""
    authorities: list[Authority] = Field(default_factory=list)
    overrides: list[Override] = Field(default_factory=list)
    functions: list[str] = Field(default_factory=list)
    """Names of `perf_lint.functions` entry points that the rules need."""
    codes: list[Code] = Field(default_factory=list)
    """Rules to take from the pack below; empty for all."""
