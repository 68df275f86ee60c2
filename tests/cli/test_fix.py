"""`perf-lint fix`: what is shown, what is written, and what is refused."""

import zipfile

import pytest

from tests.factory.drawing import draw
from tests.factory.formats import WRITERS
from tests.writeback.test_round_trip import FORMS


@pytest.fixture
def slips(home):
    def write(name):
        file = home / name
        file.write_bytes(WRITERS[file.suffix[1:]](draw(FORMS["standard"])))
        return name

    return write


@pytest.fixture
def fix(perf_lint):
    """Run the command with two rules only, so that new rules change nothing here."""
    return lambda *words: perf_lint("fix", *words, "--select", "VAL512", "--select", "DAT301")


def shown(name, place):
    return f"{name} {place} VAL512\n  - 达95%以上\n  + ≥95%\n"


def place_of(out):
    return out.split("\n")[0].split(" ", 1)[1].removesuffix(" VAL512")


@pytest.mark.parametrize("suffix", ["txt", "md", "csv", "docx", "xlsx"])
def test_shown_by_default_and_nothing_is_written(fix, slips, home, suffix):
    name = slips(f"表.{suffix}")
    before = (home / name).read_bytes()
    code, out, err = fix(name)
    assert (code, err) == (0, "")
    assert out == shown(name, place_of(out))
    assert [path.name for path in home.glob("*.*")] == [name]
    assert (home / name).read_bytes() == before


@pytest.mark.parametrize("suffix", ["txt", "md", "csv", "docx", "xlsx"])
def test_written_as_a_copy_that_has_nothing_left_to_repair(fix, slips, home, suffix):
    name = slips(f"表.{suffix}")
    before = (home / name).read_bytes()
    code, _, err = fix(name, "--write")
    assert (code, err) == (0, f"已写入 表-已改.{suffix}\n")
    assert (home / name).read_bytes() == before
    assert fix(f"表-已改.{suffix}") == (0, "", f"表-已改.{suffix}：没有可以放心改的\n")


def test_in_place_keeps_a_backup(fix, slips, home):
    name = slips("表.txt")
    before = (home / name).read_bytes()
    code, _, err = fix(name, "--in-place")
    assert (code, err) == (0, "已改 表.txt，原样留在 表.txt.bak\n")
    assert (home / "表.txt.bak").read_bytes() == before
    assert (home / name).read_bytes() == before.replace("达95%以上".encode(), "≥95%".encode())


def test_an_older_backup_is_not_lost(fix, slips, home):
    name = slips("表.txt")
    before = (home / name).read_bytes()
    (home / "表.txt.bak").write_text("更早的")
    code, _, err = fix(name, "--in-place")
    assert (code, err) == (2, "表.txt：表.txt.bak 已经存在；要覆盖请加 --force，或用 -o 写到别的目录\n")
    assert (home / name).read_bytes() == before
    assert (home / "表.txt.bak").read_text() == "更早的"


def test_a_copy_is_not_overwritten_unasked(fix, slips, home):
    name = slips("表.docx")
    (home / "表-已改.docx").write_text("手改的")
    assert fix(name, "--write")[0] == 2
    assert (home / "表-已改.docx").read_text() == "手改的"
    assert fix(name, "--write", "--force")[0] == 0
    assert (home / "表-已改.docx").read_bytes()[:2] == b"PK"


def test_another_folder(fix, slips, home):
    name = slips("表.xlsx")
    code, _, err = fix(name, "--write", "-o", "改/好")
    assert (code, err) == (0, "已写入 改/好/表-已改.xlsx\n")
    assert (home / "改" / "好" / "表-已改.xlsx").exists()


@pytest.mark.parametrize(("mode", "code"), [("--diff", 0), ("--write", 2), ("--in-place", 2)])
def test_formats_that_cannot_be_changed_show_what_to_do(fix, slips, home, mode, code):
    name = slips("表.doc")
    before = (home / name).read_bytes()
    found, out, err = fix(name, mode)
    assert (found, err) == (code, "表.doc：这种格式不能改写，请另存为 docx、xlsx 或文本后再改\n")
    assert out == shown(name, place_of(out))
    assert (home / name).read_bytes() == before


@pytest.mark.parametrize("modes", [("--write", "--in-place"), ("--in-place", "--diff"), ("--diff", "--write")])
def test_two_modes_at_once_are_refused(fix, slips, home, modes):
    name = slips("表.txt")
    before = (home / name).read_bytes()
    said = "perf-lint: 命令行有误：--diff、--write、--in-place 只能选一个\n用法见 perf-lint fix --help\n"
    assert fix(name, *modes) == (2, "", said)
    assert [file.name for file in home.iterdir() if file.suffix == ".txt"] == [name]
    assert (home / name).read_bytes() == before


def test_members_of_an_archive_get_a_copy_beside_it(fix, slips, home):
    with zipfile.ZipFile(home / "报送.zip", "w") as archive:
        archive.write(home / slips("表.txt"), "表.txt")
    (home / "表.txt").unlink()
    before = (home / "报送.zip").read_bytes()
    refusal = "报送.zip!表.txt：压缩包里的文件不能就地修改，请用 --write 写出副本\n"
    code, _, err = fix("报送.zip", "--in-place")
    assert (code, err) == (2, refusal)
    code, _, err = fix("报送.zip", "--write")
    assert (code, err) == (0, "已写入 报送.zip_表-已改.txt\n")
    assert "≥95%" in (home / "报送.zip_表-已改.txt").read_text("utf-8")
    assert (home / "报送.zip").read_bytes() == before


def test_unsafe_repairs_only_on_request(fix, slips):
    name = slips("表.txt")
    _, out, _ = fix(name, "--unsafe")
    assert out.startswith(shown(name, place_of(out)))


def test_the_language(fix, slips):
    name = slips("表.txt")
    code, out, err = fix(name, "--write", "--lang", "en")
    assert (code, err) == (0, "wrote 表-fixed.txt\n")
    assert place_of(out).startswith("line ")


def test_unreadable_and_empty(fix, home):
    (home / "信.txt").write_text("各位同事：明天开会。\n", "utf-8")
    assert fix("信.txt") == (3, "", "")
    assert fix("没有.txt") == (2, "", "没有.txt：文件不存在\n")


def test_no_text_of_a_file_steers_the_terminal(fix, home):
    form = draw(FORMS["standard"])
    text = WRITERS["txt"](form).decode().replace("达95%以上", "达95%以\x1b[2J上")
    (home / "\x1b[31m表.txt").write_text(text, "utf-8")
    code, out, err = fix("\x1b[31m表.txt", "\x1b]0;无.txt")
    assert code == 2
    assert "\x1b" not in out + err
    assert "]0;无.txt：文件不存在\n" in err
