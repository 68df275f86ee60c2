"""What to check: folders, patterns, standard input, archives; and what is refused without harm."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from perf_lint.readers.inputs import Input, find, load
from perf_lint.readers.passed import Passed
from perf_lint.readers.patterns import Patterns

TEXT = "项目名称\t甲\n数量指标\t≥2次\n".encode()


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Lay out a folder as departments leave it, and stand in it."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.md",
        "sub/c.csv",
        "sub/old/d.txt",
        ".git/x.txt",
        "~$e.docx",
        "sub/notes.log.bak",
        "图.png",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT)
    return tmp_path


def _paths(found):
    return [item.path for item in found]


@pytest.mark.usefixtures("tree")
def test_a_folder_gives_its_files_by_name():
    assert _paths(find(["in"])) == ["in/a.md", "in/b.txt", "in/sub/c.csv", "in/sub/old/d.txt"]
    assert all(item.problem is None for item in find(["in"]))


@pytest.mark.usefixtures("tree")
def test_arguments_keep_their_order_and_each_path_comes_once():
    assert _paths(find(["in/sub", "in/b.txt", "in"])) == ["in/sub/c.csv", "in/sub/old/d.txt", "in/b.txt", "in/a.md"]


def test_each_file_comes_once_however_it_is_spelled(tree):
    spelled = ["in/b.txt", "./in/b.txt", "in/sub/../b.txt", str(tree / "in" / "b.txt"), "in/*.txt"]
    assert _paths(find(spelled)) == ["in/b.txt"]
    assert _paths(find([str(tree / "in" / "sub"), "in"])) == [
        str(tree / "in" / "sub" / "c.csv"),
        str(tree / "in" / "sub" / "old" / "d.txt"),
        "in/a.md",
        "in/b.txt",
    ]


def test_documents_whose_names_say_no_format_are_found_by_content(tree):
    office = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}
    contents = {
        "附件1": _zip(office),
        "2.绩效目标表": b"%PDF-1.7\n",
        "LICENSE": TEXT,
        "无": b"",
        "旧.v2": b"%PDF-1.7\n",
    }
    folder = tree / "in" / "sub"
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    assert _paths(find(["in/sub"])) == ["in/sub/2.绩效目标表", "in/sub/c.csv", "in/sub/old/d.txt", "in/sub/附件1"]


@pytest.mark.usefixtures("tree")
def test_what_is_named_outright_is_read_whatever_its_name():
    (item,) = find(["in/sub/notes.log.bak"])
    assert load(item).format == "text"


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        (["old"], ["in/a.md", "in/b.txt", "in/sub/c.csv"]),
        (["*.txt"], ["in/a.md", "in/sub/c.csv"]),
        (["sub/**"], ["in/a.md", "in/b.txt"]),
        (["in/sub/"], ["in/a.md", "in/b.txt"]),
        (["?.md", "**/c.*"], ["in/b.txt", "in/sub/old/d.txt"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_excluded_paths(exclude, left):
    assert _paths(find(["in"], exclude)) == left


@pytest.mark.usefixtures("tree")
def test_patterns_as_arguments():
    assert _paths(find(["in/*.txt"])) == ["in/b.txt"]
    assert _paths(find(["in/**/*.txt"])) == ["in/b.txt", "in/sub/old/d.txt"]
    (missing,) = find(["in/*.pdf"])
    assert missing.problem.zh == "没有文件与这个模式相符"


@pytest.mark.usefixtures("tree")
def test_a_missing_file_stops_nothing():
    first, second = find(["none.txt", "in/b.txt"])
    assert (first.path, first.problem.zh, second.problem) == ("none.txt", "文件不存在", None)
    with pytest.raises(ReadError) as caught:
        load(first)
    assert str(caught.value) == "none.txt: no such file"


@pytest.mark.usefixtures("tree")
def test_links_that_go_round_or_nowhere():
    Path("in/sub/up").symlink_to("..")
    Path("in/x.txt").symlink_to("nowhere")
    Path("in/y.txt").symlink_to("y.txt")
    Path("in/z.txt").symlink_to("b.txt")
    found = {item.path: item.problem.zh if item.problem else "" for item in find(["in"])}
    assert found == {
        "in/a.md": "",
        "in/b.txt": "",
        "in/sub/c.csv": "",
        "in/sub/old/d.txt": "",
        "in/x.txt": "链接指向的文件不存在，或链接绕成了圈",
        "in/y.txt": "链接指向的文件不存在，或链接绕成了圈",
        "in/z.txt": "",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.usefixtures("tree")
def test_pipes_and_devices_are_refused():
    os.mkfifo("in/p.txt")
    os.mkfifo("in/无后缀")
    problems = [item.problem.zh for item in find(["in/p.txt", os.devnull])]
    assert problems == ["不是普通文件（是设备、管道或套接字）"] * 2
    assert "in/p.txt" in _paths(find(["in"]))


def test_standard_input():
    (item,) = find(["-"], stdin=io.BytesIO(TEXT))
    assert item == Input("-", data=TEXT)
    assert load(item).path == "-"
    (item,) = find(["-"], stdin=io.BytesIO(TEXT), limits=DEFAULT_LIMITS._replace(max_bytes=5))
    assert item.problem.zh == "标准输入太长，超过上限"


def test_members_of_archives(tree):
    inner = _zip({"q.txt": TEXT})
    data = _zip({"b/二.txt": TEXT, "a.md": TEXT, "__MACOSX/a.md": b"", "~$a.docx": b"", "图.png": b"", "in.zip": inner})
    (tree / "forms.zip").write_bytes(data)
    found = find(["forms.zip"])
    assert _paths(found) == ["forms.zip!a.md", "forms.zip!b/二.txt", "forms.zip!in.zip!q.txt"]
    assert [load(item).path for item in found] == _paths(found)
    assert load(found[0]).format == "md"
    assert _paths(find(["forms.zip!b/二.txt"], ["*.md"])) == ["forms.zip!b/二.txt"]
    assert _paths(find(["."], ["in", "b"])) == ["./forms.zip!a.md", "./forms.zip!in.zip!q.txt"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_zip({"a.png": b"x"}), "压缩包里没有能读的文件"),
        (_zip({}), "压缩包里没有能读的文件"),
        (_zip({"a.txt": TEXT})[:40], "文件已损坏或不完整，压缩包无法解开；请重新取得文件，或用原软件打开后另存"),
    ],
)
def test_archives_without_use(tree, data, message):
    (tree / "x.zip").write_bytes(data)
    (item,) = find(["x.zip"])
    assert item.problem.zh == message


def test_a_member_that_is_not_there(tree):
    (tree / "x.zip").write_bytes(_zip({"a.txt": TEXT}))
    for path, message in (
        ("x.zip!b.txt", "压缩包里没有这个文件"),
        ("none.zip!b.txt", "无法读取：路径不存在"),
    ):
        with pytest.raises(ReadError) as caught:
            load(Input(path))
        assert caught.value.words.zh == message


def test_an_office_file_under_the_name_of_an_archive_of_forms_is_no_archive(tree):
    from tests.factory.drawing import draw
    from tests.factory.office import to_docx
    from tests.factory.specs import DESCRIBED

    (tree / "无后缀").write_bytes(to_docx(draw(DESCRIBED)))
    (item,) = find(["无后缀"])
    assert load(item).format == "docx"


def test_a_damaged_file_named_like_a_report_of_ours_is_read_and_refused(tree):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", "x" * 5000)
    data = bytearray(out.getvalue())
    start = data.index(b"core.xml") + len("core.xml")
    data[start : start + 10] = b"\xff" * 10
    (tree / "审核意见.docx").write_bytes(data)
    item = next(item for item in find(["."]) if item.path == "./审核意见.docx")
    with pytest.raises(ReadError):
        load(item)


@pytest.mark.parametrize("name", ["报送", "报送.rarx", "报送.ZIP"])
def test_an_archive_is_known_by_its_content_whatever_its_name(tree, name):
    (tree / name).write_bytes(_zip({"a.txt": TEXT}))
    assert _paths(find([name])) == [f"{name}!a.txt"]


def test_an_archive_too_deep_in_others_is_passed_over_aloud(tree):
    data = _zip({"深.txt": TEXT})
    for name in ("丁.zip", "丙.zip", "乙.zip"):
        data = _zip({name: data, f"{name[0]}.txt": TEXT})
    (tree / "甲.zip").write_bytes(data)
    passed = Passed.nothing()
    inside = ["甲.zip!乙.txt", "甲.zip!乙.zip!丙.txt", "甲.zip!乙.zip!丙.zip!丁.txt"]
    assert sorted(_paths(find(["甲.zip"], passed=passed))) == sorted(inside)
    assert passed.unread == ["甲.zip!乙.zip!丙.zip!丁.zip"]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.txt", "a/b.txt", True),
        ("*.txt", "a/b.txt.md", False),
        ("a/*.txt", "x/a/b.txt", True),
        ("a/*.txt", "a/c/b.txt", False),
        ("a/**/b.txt", "a/b.txt", True),
        ("a/**/b.txt", "a/c/d/b.txt", True),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("(1).txt", "(1).txt", True),
        ("草稿", "项目/草稿/b.txt", True),
        ("b.txt", "x.zip!b.txt", True),
        ("[z-a].txt", "[z-a].txt", True),
        ("[z-a].txt", "z.txt", False),
        ("[!].txt", "a.txt", False),
        ("[a&&b].txt", "&.txt", True),
    ],
)
def test_patterns(pattern, path, fits):
    assert Patterns([pattern]).match(path) is fits


@pytest.mark.parametrize("name", ["表.ofd", "表.pages", "表.pptx"])
def test_packages_of_other_programs_are_no_archives_of_forms(tree, name):
    (tree / name).write_bytes(_zip({"OFD.xml": b"<x/>", "a.txt": TEXT}))
    assert _paths(find([name])) == [name]
    with pytest.raises(ReadError) as caught:
        load(find([name])[0])
    assert caught.value.words.zh == "不是能识别的文件格式（内容是二进制数据）"
