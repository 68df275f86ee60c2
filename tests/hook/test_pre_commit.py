"""The hook in a real repository, run by the real tools, without installing anything."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.test_api import form

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
MANIFEST = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def hook_config():
    """Take the hook as the manifest states it, with the command of this very environment."""
    (hook,) = MANIFEST
    command = hook["entry"].split()
    entry = " ".join([str(BIN / command[0]), *command[1:]])
    kept = {name: hook[name] for name in ("id", "name", "files", "types_or", "require_serial")}
    return {"repos": [{"repo": "local", "hooks": [{**kept, "entry": entry, "language": "system"}]}]}


@pytest.fixture
def repository(tmp_path):
    config = yaml.safe_dump(hook_config(), allow_unicode=True)
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    run(tmp_path, "git", "init", "-q")
    run(tmp_path, "git", "add", ".")
    return tmp_path


def run(folder, *command):
    safe = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**safe, "PRE_COMMIT_HOME": str(folder / ".home"), "PREK_HOME": str(folder / ".home"),
                   "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
                   "GIT_COMMITTER_EMAIL": "a@example.org", "PATH": f"{BIN}:{os.environ['PATH']}"}  # fmt: skip
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def commit(repository, name, text):
    (repository / name).write_text(text, "utf-8")
    run(repository, "git", "add", name)
    return run(repository, "git", "commit", "-m", name)


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_a_bad_commit_is_stopped_and_a_good_one_goes_through(repository, tool):
    assert run(repository, tool, "install").returncode == 0
    bad = commit(repository, "bad.txt", form(total=61))
    assert bad.returncode == 1
    assert "成本指标合计 60 万元，年度资金总额 61 万元，相差 1 万元" in bad.stdout + bad.stderr
    (repository / "bad.txt").unlink()
    run(repository, "git", "rm", "-q", "--cached", "bad.txt")
    good = commit(repository, "good.txt", form())
    assert (good.returncode, run(repository, "git", "log", "--format=%s").stdout) == (0, "good.txt\n")


def test_what_is_staged_counts_not_what_lies_in_the_folder(repository):
    run(repository, "prek", "install")
    (repository / "form.txt").write_text(form(total=61), "utf-8")
    run(repository, "git", "add", "form.txt")
    (repository / "form.txt").write_text(form(), "utf-8")
    assert run(repository, "git", "commit", "-m", "x").returncode == 1
    assert (repository / "form.txt").read_text("utf-8") == form()


def test_files_without_forms_do_not_stop_a_commit(repository):
    run(repository, "prek", "install")
    done = commit(repository, "notes.md", "# 会议纪要\n\n一、略\n")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_manifest_is_valid(tmp_path):
    assert run(tmp_path, "pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")).returncode == 0


@pytest.mark.parametrize(
    ("name", "looked_at"),
    [
        *((f"表.{suffix}", True) for suffix in ("txt", "md", "csv", "docx", "doc", "wps", "xlsx", "xls", "et", "pdf")),
        *((f"网页.{suffix}", True) for suffix in ("html", "htm", "mht", "mhtml")),
        *((name, False) for name in ("程序.py", "图.png", "docx", "表.docx.bak", "演示.pptx")),
    ],
)
def test_the_hook_looks_at_files_that_are_read_without_another_program(name, looked_at):
    assert (re.search(MANIFEST[0]["files"], name) is not None) is looked_at
