"""Writing the generated documents: only what changed, and nothing left over."""

import pytest

from perf_lint.expr.reference import with_reference
from perf_lint.pack import documents
from perf_lint.pack.catalogue import entries
from perf_lint.pack.pages import pages
from tests.pack.packs import pack, rule

PAGE = """\
<!-- 由 rules/ 生成，请改规则文件，不要改这里。 -->
# XYZ101 名称太长

`name-too-long` · 警告 · 把握：确定 · 规则包 mine · 适用 cn-2015 · 自 1

## 为什么

太长

## 依据

- 《试验办法》（试〔2024〕1号），财政局：仅供试验

## 错误的写法

**例 1**

| 级次 | 三级指标 | 指标值 |
|---|---|---|
| 数量指标 | 培训人员数量 | 20人 |

> **警告** `indicators[0].name` 名称有 6 个字

## 正确的写法

**例 1**

| 级次 | 三级指标 | 指标值 |
|---|---|---|
| 数量指标 | 培训人数 | 20人 |

## 怎么改

改短

## 参数

| 名称 | 类型 | 默认 | 说明 |
|---|---|---|---|
| `limit` | int | 4 | 最多几个字 |

规则文件：`rules/mine/XYZ101.yaml`
"""


def test_a_whole_page_and_the_index(tmp_path):
    authority = "[{ref: T1, title: 试验办法, number: 试〔2024〕1号, issuer: 财政局}]"
    text = rule(basis="[{ref: T1, note: 仅供试验}]")
    mine = pack(tmp_path / "mine", {"XYZ101": text}, framework="[cn-2015]", authorities=authority)
    made = pages(entries([mine]))
    assert sorted(made) == ["XYZ101.md", "index.md"]
    assert made["XYZ101.md"] == PAGE
    assert "| [XYZ101](XYZ101.md) | 名称太长 | 警告 | 确定 | mine |" in made["index.md"]


def test_only_what_changed_is_written_and_leftovers_go(tmp_path, monkeypatch):
    mine = entries([pack(tmp_path / "mine", {"XYZ101": rule()})])
    monkeypatch.setattr(documents, "entries", lambda: mine)
    docs = tmp_path / "docs"
    (docs / "rules").mkdir(parents=True)
    (docs / "rule-language.md").write_text(
        "<!-- functions -->\n<!-- /functions --><!-- fields --><!-- /fields -->", "utf-8"
    )
    (docs / "rules" / "OLD101.md").write_text("x", "utf-8")
    changed = [path.name for path in documents.write(docs)]
    assert sorted(changed) == ["OLD101.md", "XYZ101.md", "index.md", "rule-language.md"]
    assert documents.write(docs) == []
    assert sorted(path.name for path in (docs / "rules").iterdir()) == ["XYZ101.md", "index.md"]


def test_a_page_without_the_markers_is_refused():
    with pytest.raises(ValueError, match="lacks <!-- functions -->"):
        with_reference("nothing here")
