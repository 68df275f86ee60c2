"""With --lang en no Chinese comes out but the words of documents and of cited regulations, over all examples."""

import re
import shutil
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from perf_lint import api
from perf_lint.config import Settings
from perf_lint.model.document import Grid
from perf_lint.readers import read
from tests.writeback.parts import sheet_notes, word_notes

EXAMPLES = Path(__file__).parents[2] / "examples"
CJK = re.compile(r"[\u3400-\u9fff]+")
LEVELS = (
    "一级指标 二级指标 三级指标 指标值 产出指标 效益指标 满意度指标 成本指标 数量指标 质量指标 时效指标 经济效益指标"
)
TERMS = (
    f"{LEVELS} 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标 经济成本指标 元 万元 亿元 千元 其中 年 月 日"
)
"""Words of the forms themselves, which English messages name as they are printed."""


@pytest.fixture(scope="module")
def allowed():
    """Give every run of Chinese that the examples, their names, the terms and the cited regulations hold."""
    texts = [TERMS]
    for path in EXAMPLES.iterdir():
        texts.append(path.stem)
        for block in read(path).blocks:
            texts += [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]
    texts += [title for rule in api.lint([EXAMPLES]).rules.values() for title in rule.basis]
    return "\n".join("".join(text.split()) for text in [*texts, *quoted()])


def explanations():
    for rule in api.lint([EXAMPLES], Settings(lang="en")).rules.values():
        yield from (rule.title, rule.why, rule.fix, rule.not_a_problem_when)


def quoted():
    """Give the words of forms that the English explanations of rules quote."""
    return [run for text in explanations() for run in CJK.findall(text)]


def test_explanations_quote_and_do_not_speak_chinese():
    assert [text for text in explanations() if len("".join(CJK.findall(text))) * 3 > len(text)] == []


def foreign(text, allowed):
    """Give the Chinese in a text that stands in no document."""
    return sorted({run for run in CJK.findall(text) if run not in allowed})


@pytest.fixture
def examples(home):
    shutil.copytree(EXAMPLES, home / "examples")
    (home / "broken.docx").write_bytes(b"PK\x03\x04")
    (home / "letter.txt").write_text("Dear all\n", "utf-8")
    (home / "perf-lint.yaml").write_text(
        "suppressions:\n- {rule: AMT999, reason: none}\n- {rule: AMT, reason: old, expires: 2020-01-01}\n", "utf-8"
    )
    return home


@pytest.mark.parametrize(
    "name", ["terminal", "json", "jsonl", "csv", "markdown", "html", "junit", "gitlab", "github", "sarif"]
)
def test_check(perf_lint, examples, allowed, name):  # noqa: ARG001
    code, out, err = perf_lint(
        "check", "examples", "broken.docx", "letter.txt", "gone.txt", "-f", name, "--lang", "en", "-v"
    )
    assert code == 2
    assert foreign(unescaped(out) + err, allowed) == []


def unescaped(text):
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize(
    "words",
    [
        ("show", "examples/校园安全防护.txt"),
        ("show", "broken.docx"),
        ("value", "≥95%", "20 days", "2025-02-30", "3-5", "95% or more"),
        ("rules", "list"),
        ("rules", "explain", "AMT201"),
        ("rules", "explain", "AMT"),
        ("rules", "explain", "NOPE"),
        ("diff", "examples", "examples"),
        ("fix", "examples"),
        ("baseline", "check", "examples"),
        ("baseline", "create", "examples"),
        ("check", "examples", "--baseline", "perf-lint.yaml"),
        ("check", "examples", "--select", "NOPE"),
        ("check", "examples", "-f", "nope"),
        ("check", "examples", "--fail-on", "nope"),
        ("check", "--nope"),
        ("check", "examples", "--show-config"),
        ("init",),
        ("--help",),
        *((name, "--help") for name in ("check", "show", "value", "diff", "fix", "report", "annotate", "init")),
    ],
    ids=" ".join,
)
def test_commands(perf_lint, examples, allowed, words):  # noqa: ARG001
    _, out, err = perf_lint(*words, "--lang", "en")
    assert foreign(out + err, allowed) == []
    assert out + err


def test_report(perf_lint, examples, allowed):
    _, out, err = perf_lint("report", "examples", "broken.docx", "--lang", "en", "-o", "out")
    assert foreign(out + err, allowed) == []
    made = docx.Document(examples / "out" / "review.docx")
    texts = [p.text for p in made.paragraphs]
    texts += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    book = openpyxl.load_workbook(BytesIO((examples / "out" / "findings.xlsx").read_bytes()))
    texts += [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    texts += [sheet.title for sheet in book]
    texts.append((examples / "out" / "report.html").read_text("utf-8"))
    assert foreign("\n".join(texts), allowed) == []


def test_annotate(perf_lint, examples, allowed):
    _, out, err = perf_lint("annotate", "examples", "--lang", "en", "-o", "out")
    assert foreign(out + err, allowed) == []
    texts = []
    for path in (examples / "out").iterdir():
        data = path.read_bytes()
        texts += [note for _, note in word_notes(data)] if path.suffix == ".docx" else []
        texts += [note for _, _, note in sheet_notes(data)] if path.suffix == ".xlsx" else []
        texts += [data.decode()] if path.suffix == ".html" else []
    assert foreign("\n".join(texts), allowed) == []
