"""What is saved, goes or comes back is seen; what nobody reads is not."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from macros.site import watch
from macros.site.watch import Watch, state_of
from tests.small_site import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHANGES: dict[str, Callable[[Path], object]] = {
    "saved": lambda root: put(root, "docs/a.md", "khác"),
    "saved in the same length": lambda root: os.utime(root / "docs/a.md", (1, 1)),
    "new": lambda root: put(root, "docs/sau/b.md", "b"),
    "gone": lambda root: (root / "docs/a.md").unlink(),
    "put in its place": lambda root: (root / "docs/b.md").rename(root / "docs/a.md"),
    "folder gone": lambda root: (root / "docs").rename(root / "cho-khac"),
    "file came": lambda root: put(root, "mkdocs.yml", "x"),
}
NO_CHANGES: dict[str, Callable[[Path], object]] = {
    "hidden": lambda root: put(root, "docs/.a.md.swp", "x"),
    "in a hidden folder": lambda root: put(root, "docs/.git/x", "x"),
    "compiled": lambda root: put(root, "docs/__pycache__/x.pyc", "x"),
    "elsewhere": lambda root: put(root, "site/x", "x"),
}


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    put(tmp_path, "docs/a.md", "a")
    put(tmp_path, "docs/b.md", "b")
    for folder in (".git", "__pycache__"):
        (tmp_path / "docs" / folder).mkdir()
    return [tmp_path / "docs", tmp_path / "mkdocs.yml"]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(
    tmp_path: Path, paths: list[Path], change: Callable[[Path], object]
) -> None:
    before = state_of(paths)
    change(tmp_path)
    assert state_of(paths) != before


@pytest.mark.parametrize("change", NO_CHANGES.values(), ids=NO_CHANGES)
def test_what_nobody_reads_is_not_looked_at(
    tmp_path: Path, paths: list[Path], change: Callable[[Path], object]
) -> None:
    before = state_of(paths)
    change(tmp_path)
    assert state_of(paths) == before


def test_what_goes_and_comes_back_is_seen_each_time(
    tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_SECONDS", 0.02)
    seen = threading.Event()
    watching = Watch(paths, seen.set)
    for _ in range(2):
        for one, other in (("docs", "cho-khac"), ("cho-khac", "docs")):
            (tmp_path / one).rename(tmp_path / other)
            assert seen.wait(20)
            seen.clear()
    watching.close()
    put(tmp_path, "docs/a.md", "sau cùng")
    assert not seen.wait(0.2)
