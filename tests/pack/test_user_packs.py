"""Packs and functions of users: from a folder, from an installed package."""

import sys

import pytest

from perf_lint.expr.registry import FUNCTIONS
from perf_lint.pack import PackError, load
from perf_lint.pack.example import build_form
from perf_lint.pack.locate import pack_folder
from tests.pack.packs import pack, rule

PLUGIN = '''
"""A function of a user."""
from perf_lint.expr.registry import function


@function("(string) -> int", "元音个数", "Number of vowels")
def vowels(text):
    return sum(letter in "aeiou" for letter in text)
'''


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a package with a pack and a function, as pip would, into a folder of its own."""
    site = tmp_path / "site"
    package = site / "bureau_rules"
    pack(package, {"XYZ101": rule()}, name="bureau", extends="[core]")
    (package / "__init__.py").write_text("", "utf-8")
    (site / "bureau_functions.py").write_text(PLUGIN, "utf-8")
    info = site / "bureau_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bureau-rules\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[perf_lint.packs]\nbureau = bureau_rules\n\n[perf_lint.functions]\nvowels = bureau_functions\n", "utf-8"
    )
    monkeypatch.syspath_prepend(str(site))
    before = dict(FUNCTIONS)
    yield site
    FUNCTIONS.clear()
    FUNCTIONS.update(before)
    for name in ("bureau_rules", "bureau_functions"):
        sys.modules.pop(name, None)


def test_a_pack_from_an_installed_package(installed):
    assert pack_folder("bureau") == installed / "bureau_rules"
    loaded = load(["bureau"], select=["XYZ"], cache=False)
    assert loaded.names == ("core 2026.1", "bureau 1")
    assert [r.code for r in loaded.rules] == ["XYZ101"]


@pytest.mark.usefixtures("installed")
def test_a_function_from_an_installed_package(tmp_path, cache_folder):
    text = rule(assert_="vowels('education') == 5 && i.name.size() <= params.limit")
    mine = pack(tmp_path / "mine", {"XYZ101": text}, functions="[vowels]")
    form = build_form({"rows": ["数量指标|培训人员数量|20人"]})
    from perf_lint.facts import derive

    for _ in range(2):  # from the files, then from the cache
        (checked,) = load([mine]).rules
        ((item, missing),) = checked.run(derive(form), (4,))
        assert (item.name, missing) == ("培训人员数量", None)
    assert cache_folder.exists()


def test_a_function_that_is_not_installed_is_told(tmp_path):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()}, functions="[vowels]")
    with pytest.raises(PackError, match="没有安装函数插件「vowels」"):
        load([mine], cache=False)


def test_a_folder_named_relative_to_here(tmp_path, monkeypatch):
    pack(tmp_path / "mine", {"XYZ101": rule()})
    monkeypatch.chdir(tmp_path)
    assert load(["./mine"], cache=False).names == ("mine 1",)
