"""What the code promises of itself: sizes, no state in modules, no HTML in Python.

The layers of the rooms are held by import-linter (pyproject.toml), types by mypy.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES_OF_A_FILE = 420
"""About 400: a file is parted when it has grown, not at the very line."""
LINES_OF_A_FUNCTION = 48
"""About 40, with room for a signature of many lines."""

_ELEMENT = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)\b[^<>]*>.*</(?P=tag)>", re.DOTALL)
_EXCUSED = {"section.py", "collected.py", "random_book.py", "trial.py", "peers.py"}
"""An empty paragraph where a section has no text, an empty page; what books made at random and other search engines are given."""


def kept(*patterns: str) -> list[Path]:
    """Return the files of the project that match, as git knows them."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "-z", *patterns],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


PYTHON = kept("macros/*.py", "scripts/*.py")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in PYTHON:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_files_are_short() -> None:
    code = kept("*.py", "*.js", "*.css", "*.html", "*.jinja", "*.sh")
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in code
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LINES_OF_A_FILE
    }
    assert long == {}


def test_functions_are_short() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    }
    assert long == set()


def test_modules_keep_no_state() -> None:
    """What an engine must keep is an object that is passed; a cache of pure answers is no state."""
    changing = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    }
    assert changing == set()


def docstrings(tree: ast.Module) -> set[int]:
    """Return the constants of a module that are docstrings or stand alone, as those do."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def test_python_holds_no_html() -> None:
    """Templates do; an f-string is looked at as a whole."""
    found = set()
    for path, tree in trees():
        told = docstrings(tree)
        for node in ast.walk(tree):
            text = ""
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = "" if id(node) in told else node.value
            elif isinstance(node, ast.JoinedStr):
                text = ast.unparse(node)
            if _ELEMENT.search(text) and path.name not in _EXCUSED:
                found.add(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == set()


def test_every_room_says_what_it_holds() -> None:
    rooms = {path.parent for path in PYTHON if "macros" in path.parts}
    assert [room.name for room in rooms if not (room / "__init__.py").is_file()] == []
    for room in rooms:
        tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), room


@pytest.mark.parametrize("name", ["DESIGN"])
def test_nothing_cites_a_document_that_is_not_here(name: str) -> None:
    citing = [
        path.relative_to(ROOT).as_posix()
        for path in kept("*.py", "*.js", "*.css", "*.html", "*.md", "*.yml", "*.toml", "Makefile")
        if name in path.read_text(encoding="utf-8") and path != Path(__file__)
    ]
    assert citing == []


def test_the_plan_of_the_house_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = sorted(path.name for path in (ROOT / "macros").iterdir() if path.is_dir())
    assert [room for room in rooms if room != "__pycache__" and f"`{room}`" not in text] == []


def test_the_plan_of_the_house_names_files_that_exist() -> None:
    """A file that is renamed is renamed in the plan too."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+\.(?:py|js|css|html|toml|yml|json))`", text)
    known = [f"/{path.relative_to(ROOT).as_posix()}" for path in kept("*")]
    assert len(named) > 300
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in known)] == []


def test_no_template_in_a_template() -> None:
    """What takes spaces out of the scripts would take them out of the text of the inner one."""
    nested = [
        f"{path.name}:{number}"
        for path in kept("overrides/assets/javascripts/*.js")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\$\{[^}`]*`", line)
    ]
    assert nested == []


def test_all_but_chapters_and_data_needs_consent() -> None:
    """The last line of CODEOWNERS that matches a path counts."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*" and rules[0][1:]
    assert [rule[0] for rule in rules if not rule[1:]] == ["/data/", "/docs/"]


def test_a_check_reads_no_views() -> None:
    """Macros import them when they run: `make check` needs signatures, within two seconds."""
    code = (
        "import sys, scripts.check; print(*(one for one in sys.modules if 'macros.views' in one))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr
