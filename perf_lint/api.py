"""Lint forms from Python: the whole pipeline, from paths to a report, in a page."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from functools import partial
from pathlib import Path

from perf_lint.config.beside import suppressions_beside
from perf_lint.config.settings import Settings
from perf_lint.engine.outcome import Outcome
from perf_lint.engine.run import run as run_rules
from perf_lint.engine.suppress import Decisions
from perf_lint.layout import recognise
from perf_lint.model.document import Document
from perf_lint.model.finding import FileReport, Finding, Known, Report, Suppressed
from perf_lint.model.words import Words
from perf_lint.pack import ready
from perf_lint.pack.load import load
from perf_lint.pack.pack import Pack
from perf_lint.pipeline.across import across
from perf_lint.pipeline.gather import processes, results
from perf_lint.pipeline.gathered import Gathered
from perf_lint.pipeline.job import FileResult, read_forms
from perf_lint.pipeline.spool import Spool, small_items
from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.readers.inputs import STDIN, Input, find
from perf_lint.readers.passed import Passed
from perf_lint.reporters.counts import FindingsTally
from perf_lint.text import compiled

Advance = Callable[[int, int], None]
"""Is told how many inputs are done, and how many there are."""

DEFAULTS = Settings()


class StoppedError(KeyboardInterrupt):
    """The user interrupted a run; `report` holds what was finished."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def lint(paths: Iterable[str | Path], settings: Settings = DEFAULTS, advance: Advance | None = None) -> Report:
    """Check files, folders and archives; a file that cannot be used is part of the report.

    Raises PackError for rules that do not load and ConfigError for a baseline that cannot be used.
    """
    names = [str(path) for path in paths]
    limits = limits_of(settings)
    passed = Passed.nothing()
    stdin = sys.stdin.buffer if STDIN in names else None
    inputs = find(names, settings.exclude, limits=limits, stdin=stdin, passed=passed)
    pack_of(settings)  # a pack that does not load is said before any work, and forked workers share a loaded one
    done = results(inputs, partial(pack_of, settings), limits, settings.lang, settings.jobs)
    report = assemble(inputs, done, settings, advance, (*empty_folders(names, inputs), *passed.words()))
    compiled.keep()
    ready.keep()
    return report


def assemble(
    inputs: Sequence[Input],
    done: Iterable[FileResult],
    settings: Settings,
    advance: Advance | None = None,
    remarks: tuple[Words, ...] = (),
) -> Report:
    """Gather the results of `inputs`, in their order, and compare their forms with each other.

    Raises StoppedError, with the report so far, where the user interrupts; workers are gone by then.
    """
    pack = pack_of(settings)
    found = Gathered([item.path for item in inputs])
    outcomes: Iterable[Outcome] = ()
    stopped = False
    try:
        for result in done:
            found.add(result)
            if advance is not None:
                advance(len(found.files), len(inputs))
        outcomes, said = across(pack, found.files, settings.lang, processes(settings.jobs, len(inputs)))
        for outcome in outcomes:
            found.add_between(outcome)
    except KeyboardInterrupt:
        found.drop_between()
        stopped, said = True, (_cut_short(len(found.files), len(inputs)),)
    finally:
        _close(done, outcomes)
    report = _report(found, pack, settings, (*remarks, *said))
    if stopped:
        raise StoppedError(report)
    return report


def _close(*working: Iterable[object]) -> None:
    """End what still runs, workers with it."""
    for part in working:
        if isinstance(part, Generator):
            part.close()


def _cut_short(done: int, total: int) -> Words:
    return Words(
        f"已中断：{total} 个文件中检查了 {done} 个，没有做跨表比较",
        f"interrupted: {done} of {total} files were checked, and forms were not compared with each other",
    )


def empty_folders(names: Sequence[str], inputs: Sequence[Input]) -> tuple[Words, ...]:
    """Say which of the named folders hold no file of a known kind."""
    folders = [name for name in names if Path(name).is_dir()]
    heads = [(name, name.rstrip(os.sep) + os.sep) for name in folders]
    empty = [name for name, head in heads if not any(item.path.startswith(head) for item in inputs)]
    return tuple(Words(f"{name}：文件夹里没有能读的文件", f"{name}: no file of a known kind") for name in empty)


def lint_document(document: Document, settings: Settings = DEFAULTS) -> Report:
    """Check the forms of a document that has been read already."""
    file = FileReport(document.path, document.format, recognise(document), remarks=document.remarks)
    pack = pack_of(settings)
    found = Gathered([file.path])
    found.add(FileResult(file, run_rules(pack, [(file.path, read) for read in file.forms], settings.lang)))
    return _report(found, pack, settings)


def show(path: str | Path, settings: Settings = DEFAULTS) -> FileReport:
    """Read one file and give its forms as recognised, or the reason why it cannot be used."""
    return show_all([path], settings)[0]


def show_all(paths: Iterable[str | Path], settings: Settings = DEFAULTS) -> tuple[FileReport, ...]:
    """Read files, and those in folders and archives, and give the forms of each as recognised."""
    limits = limits_of(settings)
    nothing = Words("这里没有可以读取的文件", "nothing here can be read")
    files: dict[str, FileReport] = {}
    for path in map(str, paths):
        inputs = find([path], settings.exclude, limits=limits, stdin=sys.stdin.buffer)
        for item in inputs or [Input(path, problem=nothing)]:
            if item.path not in files:
                files[item.path] = read_forms(item, limits)
    return tuple(files.values())


def _report(found: Gathered, pack: Pack, settings: Settings, remarks: tuple[Words, ...] = ()) -> Report:
    """Set aside what the baseline knows and what is suppressed, and put everything together."""
    findings, known, gone = _against_baseline(found, settings)
    beside = suppressions_beside(found.paths[: len(found.files)])
    decisions = Decisions((*settings.suppressions, *beside), dt.datetime.now().astimezone().date())
    counting: Spool[Finding] = small_items(tally=FindingsTally())
    aside: Spool[Suppressed] = small_items()
    for finding in findings:
        suppressed = decisions.on(finding)
        if suppressed is None:
            counting.append(finding)
        else:
            aside.append(suppressed)
    aside.extend(known)
    return Report(
        files=found.files.frozen(),
        findings=counting.frozen(),
        suppressed=aside.frozen(),
        not_evaluated=small_items(found.not_evaluated()).frozen(),
        crashes=small_items(found.crashes()).frozen(),
        rules=pack.infos(settings.lang),
        packs=pack.names,
        gone=gone,
        warnings=(*remarks, *_repaired(gone), *decisions.warnings()),
    )


def _against_baseline(
    found: Gathered, settings: Settings
) -> tuple[Iterable[Finding], tuple[Suppressed, ...], tuple[Known, ...]]:
    """Give the findings that count, those that the baseline knows, and what is gone since from the forms at hand."""
    if not settings.baseline:
        return found.findings(), (), ()
    from perf_lint.config.baseline_file import read_baseline
    from perf_lint.engine.states import marked, projects_of

    all_marked, gone = marked(found.findings(), read_baseline(settings.baseline), lambda: projects_of(found.files))
    reason = Words(f"基线 {settings.baseline} 中已有", f"known to the baseline {settings.baseline}").to(settings.lang)
    return (
        [finding for finding in all_marked if finding.state != "unchanged"],
        tuple(Suppressed(finding, reason) for finding in all_marked if finding.state == "unchanged"),
        tuple(item for item in gone if item.state == "gone"),
    )


def _repaired(gone: tuple[Known, ...]) -> tuple[Words, ...]:
    if not gone:
        return ()
    said = Words(
        f"基线中有 {len(gone)} 处已经改好，可用 perf-lint baseline prune 清理",
        f"{len(gone)} entries of the baseline are repaired; perf-lint baseline prune removes them",
    )
    return (said,)


def limits_of(settings: Settings) -> Limits:
    """Give the safety limits of a run."""
    return Limits(**dict(settings.limits)) if settings.limits else DEFAULT_LIMITS


def pack_of(settings: Settings) -> Pack:
    """Give the rules of a run, loaded once; raise PackError where they do not load."""
    names = tuple(str(Path(name).resolve()) if Path(name).is_dir() else name for name in settings.packs)
    chosen = (settings.profile, settings.select, settings.ignore, settings.cache, repr(settings.overrides))
    return _loaded((names, *chosen), settings)


_PACKS: dict[tuple[object, ...], Pack] = {}


def _loaded(key: tuple[object, ...], settings: Settings) -> Pack:
    if key not in _PACKS:
        _PACKS[key] = load(
            settings.packs,
            profile=settings.profile,
            select=settings.select,
            ignore=settings.ignore,
            overrides=settings.overrides,
            origins=settings.origins,
            cache=settings.cache,
        )
    return _PACKS[key]
