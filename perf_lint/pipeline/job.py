"""Check one input from its bytes to its findings: what a worker does for one file."""

from typing import NamedTuple

from perf_lint.engine.outcome import Outcome
from perf_lint.engine.run import run_single
from perf_lint.layout import recognise
from perf_lint.model.document import Document, Grid, Paragraph
from perf_lint.model.finding import FileReport, Finding, Fix
from perf_lint.model.place import Place
from perf_lint.model.words import Lang, Words
from perf_lint.pack.pack import Pack
from perf_lint.readers.base import Limits, ReadError
from perf_lint.readers.inputs import Input, load

NO_FORM = Words("文件里没有找到绩效目标表", "no performance-target form was found in the file")
_NO_TEXT = Words(
    "文件里没有文字，表可能是图片：请检查原始的 Word、Excel 文件，或先做文字识别（OCR）",
    "the file holds no text, the form may be a picture: check the original Word or Excel file, or run OCR first",
)
_NOT_RECOGNISED = Words(
    "文件里本来有绩效目标表的，用 perf-lint show 看读到了什么",
    "if the file does hold a form, see with perf-lint show what was read",
)


class FileResult(NamedTuple):
    """What became of one input, and what the rules on single forms found in it."""

    file: FileReport
    outcome: Outcome = Outcome()


def read_forms(item: Input, limits: Limits) -> FileReport:
    """Read an input and recognise its forms; a problem with the input is part of the answer."""
    try:
        document = load(item, limits)
    except ReadError as error:
        return FileReport(item.path, problem=error.words, advice=error.advice)
    except (MemoryError, RecursionError):
        return FileReport(item.path, problem=Words("文件太大或嵌套太深", "the file is too large or nested too deeply"))
    forms = recognise(document)
    return FileReport(
        item.path, document.format, forms, remarks=document.remarks, advice=None if forms else _to_do(document)
    )


def _to_do(document: Document) -> Words:
    """Say what to do about a document without a form."""
    if document.binary and not any(_has_text(block) for block in document.blocks):
        return _NO_TEXT
    return _NOT_RECOGNISED


def _has_text(block: Grid | Paragraph) -> bool:
    texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
    return any(map(str.strip, texts))


def check_input(item: Input, pack: Pack, limits: Limits, lang: Lang) -> FileResult:
    """Read an input and run every rule that needs one form only."""
    file = read_forms(item, limits)
    if file.problem is not None:
        return unusable(file, pack, lang)
    if not file.forms:
        return FileResult(file, Outcome(_about_file("SRC002", file, NO_FORM, pack, lang)))
    return FileResult(file, run_single(pack, [(file.path, read) for read in file.forms], lang))


def unusable(file: FileReport, pack: Pack, lang: Lang) -> FileResult:
    """Turn a file's problem into its finding."""
    problem = file.problem or Words("", "")
    return FileResult(file, Outcome(_about_file("SRC001", file, problem, pack, lang)))


def _about_file(code: str, file: FileReport, words: Words, pack: Pack, lang: Lang) -> tuple[Finding, ...]:
    """Make the finding of a rule that speaks of whole files, unless the run leaves that rule out."""
    rule = next((rule for rule in pack.rules if rule.code == code), None)
    if rule is None:
        return ()
    severity = pack.severity_of(code, rule.severity, file.path, ())
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
            place=Place(file.path),
            fixes=(Fix("display", file.advice.to(lang)),) if file.advice else (),
            fingerprint=f"{code}:{file.path}",
        ),
    )
