"""The small site's volume, laid out once for the tests of what becomes of its pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from macros.book.build import build
from macros.book.command import tasks_of
from macros.book.task import Task
from macros.project.project import Project
from tests.small_site import CHAPTER, put, write_site

PICTURE = "docs/may-thuong/cong-lang.png"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small site with a picture in colour, 300 points wide."""
    root = write_site(tmp_path_factory.mktemp("finishing") / "site")
    picture = Image.new("RGB", (300, 200), (140, 29, 24))
    picture.paste((43, 95, 90), (0, 0, 150, 200))
    data = io.BytesIO()
    picture.save(data, "PNG")
    put(root, PICTURE, data.getvalue())
    path = root / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + "\n![Cổng làng](cong-lang.png)\n")
    return root


def task(site: Path, *kinds: str, folder: str = "dist") -> Task:
    """Return the task of the small site's single volume."""
    tasks, problems = tasks_of(Project(site), kinds=kinds, folder=site / folder)
    assert problems == []
    return next(one for one in tasks if one.plan.name == "may-thuong")


@pytest.fixture(scope="module")
def pages(site: Path) -> bytes:
    """Return the volume as `make book` writes it."""
    result = build(task(site, "pdf"))
    assert not result.failed, result.problems
    return (site / "dist/may-thuong.pdf").read_bytes()
