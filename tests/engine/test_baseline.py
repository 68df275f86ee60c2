"""A baseline knows what was there before, each entry once."""

import json

import pytest

from perf_lint.engine.baseline import BaselineError, compare, create, prune, read
from perf_lint.model.finding import Finding
from perf_lint.model.place import Place


def finding(rule="AMT201", at="funding.total", fingerprint="f1", **more):
    return Finding(
        rule, "n", "error", "high", "相差 1 万元", "", at, Place("a.txt"), 1, "甲", fingerprint=fingerprint, **more
    )


OLD, OTHER = finding(), finding("DAT301", "indicators[2].value", "f2")


def test_what_is_created_survives_json_in_a_stable_order():
    stored = json.loads(json.dumps(create([OTHER, OLD])))
    assert stored == {
        "schema": "perf-lint/baseline@1",
        "findings": [
            {
                "fingerprint": "f1",
                "identity": "AMT201|甲|funding.total",
                "rule": "AMT201",
                "project": "甲",
                "at": "funding.total",
                "message": "相差 1 万元",
            },
            {
                "fingerprint": "f2",
                "identity": "DAT301|甲|indicators[2].value",
                "rule": "DAT301",
                "project": "甲",
                "at": "indicators[2].value",
                "message": "相差 1 万元",
            },
        ],
    }
    assert [entry.fingerprint for entry in read(stored)] == ["f1", "f2"]


def test_new_unchanged_changed_and_gone():
    entries = read(create([OLD, OTHER, finding("VAL501", "indicators[0].value", "f3")]))
    changed = finding("VAL501", "indicators[0].value", "f3-new")
    new = finding("VAL501", "indicators[9].value", "f9")
    result = compare([OLD, changed, new], entries)
    assert result.unchanged == (OLD,)
    assert result.changed == (changed,)
    assert result.new == (new,)
    assert [entry.fingerprint for entry in result.gone] == ["f2"]


def test_the_same_defect_twice_needs_two_entries():
    once, twice = read(create([OLD])), read(create([OLD, OLD]))
    assert compare([OLD, OLD], once).new == (OLD,)
    assert compare([OLD, OLD], twice).new == ()
    assert len(compare([OLD], twice).gone) == 1


def test_several_of_the_same_are_counted_one_by_one():
    entries = read(create([OLD] * 5))
    compared = compare([OLD] * 2, entries)
    assert (len(compared.unchanged), len(compared.gone)) == (2, 3)
    assert len(prune(entries, [OLD] * 2, {"甲"})["findings"]) == 2


def test_prune_drops_what_is_gone_and_takes_nothing_in():
    entries = read(create([OLD, OTHER]))
    assert prune(entries, [OTHER, finding("NEW101", "x", "f7")], {"甲"}) == create([OTHER])


def test_prune_keeps_what_belongs_to_projects_that_were_not_looked_at():
    entries = read(create([OLD, OTHER]))
    assert prune(entries, [], {"乙"}) == create([OLD, OTHER])
    assert prune(entries, [], {"乙", "甲"}) == create([])


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"schema": "other", "findings": []}, {"schema": "perf-lint/baseline@1", "findings": [{"rule": "x"}]},
     {"schema": "perf-lint/baseline@1", "findings": [dict.fromkeys(("fingerprint", "identity", "rule", "project", "at", "message"), 1)]}],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(data):
    with pytest.raises(BaselineError):
        read(data)
