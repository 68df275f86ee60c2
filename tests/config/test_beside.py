import pytest

from perf_lint.config import ConfigError
from perf_lint.config.beside import suppressions_beside
from perf_lint.model.suppression import Suppression


def written(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("head", ["suppressions:\n", ""])
def test_a_file_beside_a_form_speaks_of_it_alone(tmp_path, monkeypatch, head):
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "表[1].txt.perf-lint.yaml", f"{head}- rule: AMT201\n  reason: 年中追加\n  approver: 李处长\n")
    line = 1 + head.count("\n")
    assert suppressions_beside(["别的.txt", "表[1].txt"]) == (
        Suppression(
            "年中追加", "AMT201", file="表[[]1].txt", approver="李处长", origin=f"表[1].txt.perf-lint.yaml:{line}"
        ),
    )


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("- rule: AMT201\n", "a.txt.perf-lint.yaml:1：suppressions[1] 没有写理由（reason）"),
        ("select: AMT\n", "a.txt.perf-lint.yaml:1：配置里没有「select」"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, monkeypatch, text, zh):
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "a.txt.perf-lint.yaml", text)
    with pytest.raises(ConfigError) as caught:
        suppressions_beside(["a.txt"])
    assert caught.value.words.zh == zh
