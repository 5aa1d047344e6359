"""A bare machine: the setup needs no git, and its scripts are the same bytes on every system."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def without_git(tmp_path: Path) -> dict[str, str]:
    """An environment in which every command of this machine is found, but git."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for folder in os.environ["PATH"].split(os.pathsep):
        for file in Path(folder).iterdir() if Path(folder).is_dir() else ():
            if file.name != "git" and not os.path.lexists(commands / file.name):
                (commands / file.name).symlink_to(file)
    return {**os.environ, "PATH": str(commands)}


def test_what_is_installed_is_known_without_git(
    tmp_path: Path, without_git: dict[str, str]
) -> None:
    project = tmp_path / "du-an"
    shutil.copytree(ROOT / "scripts", project / "scripts")
    shutil.copytree(ROOT / "requirements", project / "requirements")
    (project / ".venv" / "bin").mkdir(parents=True)
    # In the place of Python: it notes what it is asked for.
    python = project / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@" >> asked\n', encoding="utf-8")
    python.chmod(0o755)
    for _ in range(2):
        done = subprocess.run(
            ["bash", "scripts/setup.sh", "site"],
            cwd=project,
            env=without_git,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    asked = (project / "asked").read_text(encoding="utf-8")
    assert asked.count("pip install") == 1


def test_no_script_gets_the_ends_of_lines_of_windows(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this copy has no repository")
    clone = tmp_path / "ban-sao"
    subprocess.run(
        ["git", "-c", "core.autocrlf=true", "clone", "-q", "--depth=1", f"file://{ROOT}", clone],
        check=True,
    )
    # As they are here, since what is being changed is not committed yet.
    shutil.copy(ROOT / ".gitattributes", clone / ".gitattributes")
    for name in ("scripts/setup.sh", "data/posts.yml", "docs/index.md"):
        (clone / name).unlink()
        subprocess.run(
            ["git", "-C", clone, "-c", "core.autocrlf=true", "checkout", "-q", "--", name],
            check=True,
        )
        assert b"\r" not in (clone / name).read_bytes()


@pytest.mark.parametrize(
    "path", [".cache/templates/a.cache", ".venv/bin/python", "node_modules/a.js"]
)
def test_what_a_machine_makes_for_itself_does_not_come_with_the_repository(
    tmp_path: Path, path: str
) -> None:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / ".gitignore", tmp_path / ".gitignore")
    python = tmp_path / ".venv" / "bin" / "python"
    for file in (tmp_path / path, python):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("#!/bin/sh\ntouch run\n", encoding="utf-8")
        file.chmod(0o755)
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--force", path], check=True)
    done = subprocess.run(
        ["bash", "scripts/setup.sh", "site"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"lỗi: {path} nằm trong kho Git")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "run").exists()
