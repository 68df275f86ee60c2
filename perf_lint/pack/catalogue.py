"""List rules together with their files: for documents, tests and people who write rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from perf_lint.model.suppression import meets
from perf_lint.model.words import Words
from perf_lint.pack.locate import rule_files, shipped
from perf_lint.pack.packfile import Authority, PackFile
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.readpack import authorities_of, lists_of, read_manifest, with_bases
from perf_lint.pack.readrule import read_rule
from perf_lint.pack.rule import Rule
from perf_lint.pack.rulefile import RuleFile
from perf_lint.pack.shape import validated
from perf_lint.pack.wordfile import Lists
from perf_lint.pack.yamlfile import read_yaml


class Entry(NamedTuple):
    """A rule with the file that it was written in."""

    rule: Rule
    file: RuleFile
    path: Path
    authorities: tuple[Authority, ...]


def entries(packs: Sequence[str] = (), codes: Sequence[str] = ()) -> list[Entry]:
    """Read the rules of packs and of those that they extend (all shipped packs if none is named), sorted by code.

    `codes` are codes or their beginnings. Raises PackError with every mistake in every file.
    """
    found, problems = [], []
    for folder in with_bases(list(packs) or shipped()):
        try:
            found += own_entries(folder, codes)
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    if codes and not found:
        zh, en = f"没有规则「{'、'.join(codes)}」", f"no rule “{', '.join(codes)}”"
        raise PackError(
            [Problem("", 0, 0, Words(f"{zh}；自己的规则写文件名或目录", f"{en}; name your own by file or folder"))]
        )
    return sorted(found, key=lambda entry: (entry.rule.code, entry.rule.pack))


def own_entries(folder: Path, codes: Sequence[str] = ()) -> list[Entry]:
    """Read the rules of one pack, without those that it extends; raise PackError with every mistake."""
    found, problems = [], []
    manifest = read_manifest(folder)
    known, lists = authorities_of(folder), lists_of(folder)
    for path in rule_files(folder):
        if codes and not meets(path.stem, codes):
            continue
        try:
            found.append(_entry(path, manifest, known, lists))
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    return found


def file_entry(path: Path) -> Entry:
    """Read one rule file as a rule of the pack that its folder is; raise PackError with every mistake."""
    folder = path.resolve().parent
    return _entry(folder / path.name, read_manifest(folder), authorities_of(folder), lists_of(folder))


def _entry(path: Path, pack: PackFile, known: dict[str, Authority], lists: Lists) -> Entry:
    name = f"{pack.name}/{path.name}"
    data = read_rule(path, pack.name, {ref: authority.printed() for ref, authority in known.items()}, name, lists)
    data["applies_to"]["framework"] = data["applies_to"]["framework"] or pack.framework
    file: RuleFile = validated(read_yaml(path, name), RuleFile)
    return Entry(Rule(data), file, path, tuple(known[basis.ref] for basis in file.basis))
