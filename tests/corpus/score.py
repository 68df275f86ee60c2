"""Compare the findings on real documents with the defects that careful people found in them; print the figures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perf_lint.engine.run import run
from perf_lint.layout import recognise
from perf_lint.model.finding import Finding
from perf_lint.model.form import ReadForm
from perf_lint.pack.load import load
from perf_lint.readers import read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NOTED = {
    "approximate_value": "VAL511",
    "boilerplate_indicator": "XRF605",
    "compound_indicator": "TXT702",
    "copy_paste": "XRF604 XRF605 VAL506",
    "cost_not_itemised": "AMT209",
    "cost_sum_mismatch": "AMT201",
    "cost_unquantified": "AMT204 VAL501 VAL502",
    "cross_form_contradiction": "XRF604",
    "cross_form_duplicate": "XRF605",
    "duplicate_indicator": "XRF601",
    "duplicate_numbering": "XRF603",
    "empty_required_indicator": "REQ101",
    "goal_too_general": "TXT704",
    "goal_without_indicator": "TXT706",
    "impossible_date": "DAT301",
    "imprecise_date": "DAT306",
    "indicator_without_goal": "TXT706",
    "internal_contradiction": "AMT212 XRF604 TXT703",
    "level_cell_wrong": "LVL401 LVL402 LVL405",
    "malformed_value": "VAL503 VAL504 SRC004 REQ106",
    "misfiled_indicator": "LVL401 LVL406 DAT305",
    "missing_comparator": "VAL510",
    "missing_department_name": "REQ104",
    "missing_required_indicator": "REQ101 REQ102",
    "name_mismatch": "XRF606",
    "name_not_indicator": "VAL503 VAL505 TXT702 LVL401",
    "narrative_arithmetic": "AMT206 AMT207",
    "nonstandard_format": "VAL512",
    "nonstandard_unit": "AMT203 VAL504",
    "not_an_output": "LVL401 LVL406",
    "number_contradiction": "VAL507",
    "placeholder_value": "REQ106 VAL501 VAL503 AMT204",
    "truncated_name": "TXT701",
    "truncated_text": "TXT701 TXT703",
    "typo": "TXT703",
    "unit_cost_vs_total": "AMT208",
    "unit_header_mismatch": "AMT203",
    "unquantified_value": "VAL501 VAL502 VAL506 DAT305",
    "unreasonable_target": "VAL508 VAL509",
    "vague_value": "VAL502 VAL501",
    "value_name_mismatch": "VAL501 VAL502 VAL503 VAL505 VAL506 LVL401 DAT305",
    "wrong_direction": "VAL508",
    "year_mismatch": "DAT302 DAT303",
}
"""Which rules say the same as a reviewer's remark of that kind."""


class Score:
    """What was found of what people found, and what was said beyond it."""

    def __init__(self) -> None:
        self.wanted: dict[int, list[tuple[str, bool]]] = {1: [], 2: []}
        self.said: list[tuple[Finding, bool]] = []

    def recall(self, tier: int) -> tuple[int, int]:
        """Give how many defects of a tier were found, and how many there are."""
        return sum(found for _, found in self.wanted[tier]), len(self.wanted[tier])

    def missed(self, tier: int) -> list[str]:
        """Give the defects of a tier that were not found."""
        return [text for text, found in self.wanted[tier] if not found]

    def loud(self, severity: str) -> tuple[int, int]:
        """Give how many findings of a severity people support, and how many there are."""
        verdicts = [supported for finding, supported in self.said if finding.severity == severity]
        return sum(verdicts), len(verdicts)

    def unsupported(self) -> list[str]:
        """Give the errors and warnings that nobody remarked."""
        return [
            f"{finding.place.file}:{finding.place.line} {finding.severity} {finding.rule} {finding.message}"
            for finding, supported in self.said
            if not supported and finding.severity != "info"
        ]


def score(folder: Path) -> Score:
    """Check every document of the folder, each as a run of its own."""
    result = Score()
    pack = load(cache=False)
    for gold_file in sorted(folder.glob("*.gold.json")):
        name = gold_file.name.removesuffix(".gold.json")
        gold = json.loads(gold_file.read_text(encoding="utf-8"))["forms"]
        document = read(folder / f"{name}.txt")
        forms = recognise(document)
        findings = run(pack, [(f"{name}.txt", form) for form in forms]).findings
        for number, (form, wanted) in enumerate(zip(forms, gold, strict=True), 1):
            own = [finding for finding in findings if finding.form == number]
            _recall(f"{name}#{number}", own, wanted["findings"], result)
            result.said.extend((finding, _supported(finding, form, wanted)) for finding in own)
    return result


def _recall(where: str, own: list[Finding], wanted: list[dict[str, Any]], result: Score) -> None:
    for defect in wanted:
        found = any(_same(finding, defect) for finding in own)
        text = f"{where} {'/'.join(defect['codes'])} lines {defect['lines']}: {defect['explain']}"
        result.wanted[defect["tier"]].append((text, found))


def _same(finding: Finding, defect: dict[str, Any]) -> bool:
    return finding.rule in defect["codes"] and any(line in defect["lines"] for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[int | None]:
    yield finding.place.line
    for related in finding.related:
        yield related.place.line


def _supported(finding: Finding, form: ReadForm, wanted: dict[str, Any]) -> bool:
    if any(_same(finding, defect) for defect in wanted["findings"]):
        return True
    return any(_says_so(note, finding, form) for note in wanted["also_noted"])


def _says_so(note: dict[str, Any], finding: Finding, form: ReadForm) -> bool:
    """Tell whether a remark is about the same thing: the kind fits, and the row where the remark names one."""
    if finding.rule not in NOTED.get(note["type"], "").split():
        return False
    _, named, name = note["where"].partition(" / ")
    if not named:
        return True
    paths = (finding.at, *(related.at for related in finding.related if not related.project))
    rows = {int(path[11:].partition("]")[0]) for path in paths if path.startswith("indicators[")}
    return any(row.name == name for n, row in enumerate(form.form.indicators) if n in rows)


def report(result: Score) -> str:
    """Give the figures, then every miss and every unsupported finding."""
    lines = []
    for tier in (1, 2):
        found, there = result.recall(tier)
        lines.append(f"tier {tier} found       {found:>3} / {there:<3} {100 * found / max(there, 1):6.2f} %")
    for severity in ("error", "warning", "info"):
        supported, said = result.loud(severity)
        lines.append(
            f"{severity + 's supported':<18} {supported:>3} / {said:<3} {100 * supported / max(said, 1):6.2f} %"
        )
    lines += [f"missed, tier {tier}: {text}" for tier in (1, 2) for text in result.missed(tier)]
    lines += [f"unsupported: {text}" for text in result.unsupported()]
    return "\n".join([*lines, ""])


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not folder.is_dir():
        sys.stdout.write(f"no real documents at {folder}\n")
        return 0
    result = score(folder)
    sys.stdout.write(report(result))
    return 1 if result.missed(1) or result.unsupported() else 0


if __name__ == "__main__":
    sys.exit(main())
