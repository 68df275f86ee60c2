"""Load small packs and run them over example forms."""

from perf_lint.engine import run
from perf_lint.pack import load
from perf_lint.pack.example import build_forms
from tests.pack.packs import pack, rule

LONG = "数量指标|培训人员数量|20人"
SHORT = "数量指标|培训人数|20人"


def loaded(tmp_path, overrides=(), **rules):
    return load([pack(tmp_path / "mine", rules or {"XYZ101": rule()})], overrides=overrides, cache=False)


def forms(*examples):
    """Give forms with paths a.txt, b.txt …"""
    return [(f"{'abcdefgh'[n]}.txt", form) for n, example in enumerate(examples) for form in build_forms(example)]


def found(pack_, *examples, lang="zh"):
    return run(pack_, forms(*examples), lang)
