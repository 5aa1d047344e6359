"""The benchmark of photographs: a project that checks clean, and a second run that makes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from macros.project.check import check_project
from macros.project.project import Project
from scripts.bench import photographs
from scripts.bench.measure import Run
from scripts.bench.prepare import alone


def test_the_project_has_no_problem_and_shows_every_photograph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(photographs, "SIZE", (400, 300))
    alone(tmp_path / "bench", 1)
    project = tmp_path / "bench" / "project"
    photographs.write_album(project, 9)
    report = check_project(Project(project))
    assert report.problems == []
    assert len(report.archive.picture_files) == len(report.archive.pictures) == 9
    text = "".join(one.read_text(encoding="utf-8") for one in project.glob("docs/*/*.md"))
    assert all(text.count(f'"anh-{number}"') == 1 for number in range(9))


def test_each_photograph_is_another_of_twelve_megapixels(tmp_path: Path) -> None:
    for name in ("anh-1", "anh-2"):
        photographs._photograph(tmp_path, name)
    one, other = (tmp_path / f"{name}.jpg" for name in ("anh-1", "anh-2"))
    assert one.read_bytes() != other.read_bytes()
    with Image.open(one) as picture:
        assert picture.width * picture.height == 12_000_000
    assert 1_000_000 < one.stat().st_size < 5_000_000


def test_the_table_says_time_memory_and_output() -> None:
    one = Run(wall=61.26, cpu=120.0, memory=200_000_000, size=90_000_000, pages=60)
    album = photographs.Album(500, 1_000_000_000, (("make site, lần sau", one),))
    table = photographs.photographs_to_markdown([album])
    assert "## 500 ảnh 12 triệu điểm, trung bình 2.000 KB" in table
    assert "| make site, lần sau | 61,3 | 120,0 | 200 | 90 |" in table
    assert json.loads(json.dumps(photographs.photographs_to_json([album])))[0]["count"] == 500
