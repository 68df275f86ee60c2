"""`perf-lint annotate`: copies, their names, and what happens where there can be none."""

import re
import zipfile
from io import BytesIO
from types import SimpleNamespace

import pytest

from tests.factory.drawing import draw
from tests.factory.formats import WRITERS
from tests.writeback.parts import word_notes
from tests.writeback.test_round_trip import FORMS


@pytest.fixture
def slips(home):
    """Write the form with slips in a format."""

    def write(name):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(WRITERS[file.suffix[1:]](draw(FORMS["standard"])))
        return name

    return write


@pytest.fixture
def annotate(perf_lint):
    """Run the command with two rules only, so that new rules change nothing here."""
    return lambda *words: perf_lint("annotate", *words, "--select", "VAL512", "--select", "DAT301")


def names(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and "cache" not in str(path)
    )


def test_a_copy_beside_the_file(annotate, slips, home):
    before = (home / slips("表.docx")).read_bytes()
    assert annotate("表.docx") == (0, "", "表-批注.docx（批注 2 处）\n")
    assert names(home) == ["表-批注.docx", "表.docx"]
    assert (home / "表.docx").read_bytes() == before
    assert len(word_notes((home / "表-批注.docx").read_bytes())) == 2


def test_nothing_is_overwritten_unasked(annotate, slips, home):
    slips("表.docx")
    (home / "表-批注.docx").write_text("王科长的批注")
    refusal = "表.docx：表-批注.docx 已经存在；要覆盖请加 --force，或用 -o 写到别的目录\n"
    assert annotate("表.docx") == (2, "", refusal)
    assert (home / "表-批注.docx").read_text() == "王科长的批注"
    assert annotate("表.docx", "--force")[0] == 0
    assert (home / "表-批注.docx").read_bytes()[:2] == b"PK"


def test_english_names_and_words(annotate, slips):
    slips("表.docx")
    assert annotate("表.docx", "--lang", "en") == (0, "", "表-annotated.docx (2 notes)\n")
    again = "表.docx: 表-annotated.docx exists already; add --force to overwrite, or -o for another folder\n"
    assert annotate("表.docx", "--lang", "en") == (2, "", again)


def test_a_folder_of_copies(annotate, slips):
    for name in ("甲/表.docx", "乙/表.docx", "乙/表.xlsx", "乙/表.txt", "乙/表.md"):
        slips(name)
    code, _, err = annotate("甲", "乙", "-o", "批")
    assert code == 0
    assert [line.split("（")[0] for line in err.splitlines()] == [
        "批/表-批注.docx", "批/表-批注-2.docx", "批/表-批注.html", "批/表-批注-2.html", "批/表-批注.xlsx",
    ]  # fmt: skip


def test_copies_of_an_earlier_run_are_not_annotated_again(annotate, slips, home):
    slips("表.docx")
    slips("表.txt")
    for _ in range(2):
        assert annotate(".", "--force")[0] == 0
    assert names(home) == ["表-批注.docx", "表-批注.html", "表.docx", "表.txt"]


def test_members_of_an_archive(annotate, slips, home):
    with zipfile.ZipFile(home / "报送.zip", "w") as archive:
        for name in ("教育/表.docx", "表.txt"):
            archive.write(home / slips(name), name)
    (home / "教育" / "表.docx").unlink()
    (home / "表.txt").unlink()
    code, _, err = annotate("报送.zip")
    assert (code, err) == (0, "报送.zip_教育_表-批注.docx（批注 2 处）\n报送.zip_表-批注.html（批注 2 处）\n")
    assert len(word_notes((home / "报送.zip_教育_表-批注.docx").read_bytes())) == 2


@pytest.mark.parametrize("suffix", ["doc", "html", "mht"])
def test_formats_without_comments_become_a_page(annotate, slips, home, suffix):
    slips(f"表.{suffix}")
    code, _, err = annotate(f"表.{suffix}")
    assert (code, err) == (0, "表-批注.html（批注 2 处；这种文件不能加批注，写成了网页）\n")
    page = (home / "表-批注.html").read_text("utf-8")
    assert re.findall(r'<span class="code">([A-Z]{3}\d+)</span>', page) == ["VAL512", "DAT301"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(annotate, slips, home):
    slips("表.docx")
    (home / "坏.docx").write_bytes(b"PK\x03\x04")
    code, _, err = annotate("坏.docx", "没有.docx", "表.docx")
    assert code == 2
    assert err == (
        "坏.docx：文件已损坏或不完整，压缩包无法解开；请重新取得文件，或用原软件打开后另存\n"
        "没有.docx：文件不存在\n表-批注.docx（批注 2 处）\n"
    )


def test_no_form_at_all(annotate, home):
    (home / "信.txt").write_text("各位同事：明天开会。\n", "utf-8")
    assert annotate("信.txt")[0] == 3
    assert names(home) == ["信.txt"]


def test_a_folder_that_cannot_be_made(annotate, slips, home):
    slips("表.docx")
    (home / "批").write_text("这是文件")
    code, _, err = annotate("表.docx", "-o", "批")
    assert (code, err[:20]) == (2, "表.docx：写不了 批/表-批注.do")


def test_what_an_earlier_run_wrote_is_passed_over_and_said(annotate, perf_lint, slips, home, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("表.txt", "表.docx"):
        slips(name)
    with zipfile.ZipFile(home / "报送.zip", "w") as archive:
        archive.write(home / slips("另.docx"), "另.docx")
    (home / "另.docx").unlink()
    annotate(".")
    perf_lint("fix", ".", "--write")
    perf_lint("report", ".")
    code, out, _ = perf_lint("check", ".", "--select", "SRC")
    assert code == 0
    assert "".join(line.strip() for line in out.splitlines()[1:4]) == (
        "注意    9 个文件是本程序写的报告或副本，没有检查："
        "./审核意见.docx、./报送.zip_另-已改.docx、./报送.zip_另-批注.docx、./检查报告.html、./表-已改.docx 等"
    )
    assert out.endswith("检查了 3 个文件、3 张表、33 条指标：没有发现问题\n")


def test_a_file_of_ones_own_with_such_a_name_is_checked(perf_lint, slips, home):
    (home / "审核意见.docx").write_bytes((home / slips("表.docx")).read_bytes())
    (home / "甲-批注.docx").write_bytes((home / "表.docx").read_bytes())
    (home / "表.docx").unlink()
    assert "检查了 2 个文件、2 张表" in perf_lint("check", ".")[1]


def test_what_no_reader_takes_is_said(perf_lint, slips, home, monkeypatch):
    slips("表.txt")
    for name in ("甲.rar", "乙.JPG", "丙.py", "丁.png"):
        (home / name).write_bytes(b"x")
    with zipfile.ZipFile(home / "报送.zip", "w") as archive:
        archive.writestr("戊.ofd", b"x")
        archive.write(home / "表.txt", "表.txt")
    monkeypatch.setenv("COLUMNS", "100")
    out = perf_lint("check", ".", "--select", "SRC")[1]
    assert "注意    4 个文件的格式读不了，没有检查：./丁.png、./乙.JPG、./报送.zip!戊.ofd、./甲.rar\n" in out
    said = perf_lint("--lang", "en", "check", ".", "--select", "SRC")[1]
    assert "note     4 not checked, of a kind that cannot be read: ./丁.png, ./乙.JPG" in said


def test_standard_input_becomes_a_page_in_the_folder(annotate, slips, home, monkeypatch):
    data = (home / slips("表.docx")).read_bytes()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(data)))
    code, _, err = annotate("-", "-o", "批")
    assert (code, err) == (0, "批/标准输入-批注.html（批注 2 处；这种文件不能加批注，写成了网页）\n")
    assert names(home) == ["批/标准输入-批注.html", "表.docx"]


def test_a_copy_of_a_file_under_a_wrong_name_gets_the_name_of_its_format(annotate, perf_lint, slips, home):
    (home / "表.xlsx").write_bytes((home / slips("原.docx")).read_bytes())
    (home / "原.docx").unlink()
    assert annotate("表.xlsx") == (0, "", "表-批注.docx（批注 2 处）\n")
    assert len(word_notes((home / "表-批注.docx").read_bytes())) == 2
    assert perf_lint("fix", "表.xlsx", "--write")[2] == "已写入 表-已改.docx\n"
