"""Check one input from its bytes to its findings: what a worker does for one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from perf_lint.engine.outcome import Outcome
from perf_lint.engine.run import run_single
from perf_lint.layout import recognise
from perf_lint.model.finding import FileReport, Finding
from perf_lint.model.place import Place
from perf_lint.model.words import Lang, Words
from perf_lint.pack.pack import Pack
from perf_lint.readers.base import Limits, ReadError
from perf_lint.readers.inputs import Input, load

NO_FORM = Words("文件里没有找到绩效目标表", "no performance-target form was found in the file")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one input, and what the rules on single forms found in it."""

    file: FileReport
    outcome: Outcome = field(default_factory=Outcome)


def read_forms(item: Input, limits: Limits) -> FileReport:
    """Read an input and recognise its forms; a problem with the input is part of the answer."""
    try:
        document = load(item, limits)
    except ReadError as error:
        return FileReport(item.path, problem=error.words)
    except (MemoryError, RecursionError):
        return FileReport(item.path, problem=Words("文件太大或嵌套太深", "the file is too large or nested too deeply"))
    return FileReport(item.path, document.format, recognise(document), remarks=document.remarks)


def check_input(item: Input, pack: Pack, limits: Limits, lang: Lang) -> FileResult:
    """Read an input and run every rule that needs one form only."""
    file = read_forms(item, limits)
    if file.problem is not None:
        return unusable(file, pack, lang)
    if not file.forms:
        return FileResult(file, Outcome(_about_file("SRC002", file.path, NO_FORM, pack, lang)))
    return FileResult(file, run_single(pack, [(file.path, read) for read in file.forms], lang))


def unusable(file: FileReport, pack: Pack, lang: Lang) -> FileResult:
    """Turn a file's problem into its finding."""
    problem = file.problem or Words("", "")
    return FileResult(file, Outcome(_about_file("SRC001", file.path, problem, pack, lang)))


def _about_file(code: str, path: str, words: Words, pack: Pack, lang: Lang) -> tuple[Finding, ...]:
    """Make the finding of a rule that speaks of whole files, unless the run leaves that rule out."""
    rule = next((rule for rule in pack.rules if rule.code == code), None)
    if rule is None:
        return ()
    severity = pack.severity_of(code, rule.severity, path, ())
    if severity == "off":
        return ()
    return (
        Finding(
            rule=code,
            name=rule.name,
            severity=severity,
            confidence=rule.confidence,
            message=words.to(lang),
            show="",
            at="",
            place=Place(path),
            fingerprint=f"{code}:{path}",
        ),
    )
