"""The front cover: each dated fact a line at its place in time, and what is known of the edition."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.book import cover
from macros.book.compose import Volume, compose
from macros.book.config import read_settings
from macros.book.imprint import imprint_of
from macros.book.matter import Edition
from macros.book.plan import plans
from macros.project.check import check_project
from macros.project.project import Project
from tests.small_site import FILES, ORGANIZATION, STATISTICS, put, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


def volume_of(site: Path, which: int = 1) -> tuple[Volume, Archive]:
    project = Project(site)
    archive = check_project(project).archive
    settings = read_settings(site)
    plan = plans(settings, archive, project.chapters)[which]
    return compose(plan, settings, archive, width=40), archive


def test_each_day_stands_at_its_place(site: Path) -> None:
    volume, archive = volume_of(site)
    days = cover.days_of(volume, archive, top=0)
    assert days
    (row,) = days.rows
    # Founding and figures of 1950 to the second congress of 1958, on a scale of nine years.
    assert [tick.year for tick in days.ticks] == ["1950", "1952", "1954", "1956", "1958"]
    wide = cover.WIDTH - 2 * cover.EDGE
    first, last = row.marks[0], row.marks[-1]
    assert first == pytest.approx(cover.EDGE + wide * (60 / 366) / 9, abs=0.2)
    assert last == pytest.approx(cover.EDGE + wide * (8 + 231 / 366) / 9, abs=0.2)
    assert list(row.marks) == sorted(row.marks)


def test_days_of_one_year_make_no_picture(site: Path) -> None:
    for path in list(FILES):
        if path.startswith("data/organizations/") and path != ORGANIZATION:
            (site / path).unlink()
    put(site, STATISTICS, FILES[STATISTICS].partition("  - id: dang-vien-1955")[0])
    project = Project(site)
    archive = check_project(project).archive
    settings = read_settings(site)
    plan = plans(settings, archive, {})[1]
    assert cover.days_of(compose(plan, settings, archive, width=40), archive, top=0) is None


def test_many_organizations_have_rows_without_names(site: Path) -> None:
    volume, archive = volume_of(site, which=0)
    part = volume.plan.parts[0]
    for count, named in ((2, True), (cover.NAMED, True), (cover.NAMED + 1, False), (60, False)):
        many = replace(volume, plan=replace(volume.plan, parts=(part,) * count))
        days = cover.days_of(many, archive, top=0)
        assert days
        assert len(days.rows) == count
        assert bool(days.rows[0].name) is named
        assert days.bottom <= cover.ROOM + 0.1
        tops = [row.top for row in days.rows]
        assert all(
            b - a >= row.height for a, b, row in zip(tops, tops[1:], days.rows, strict=False)
        )


@pytest.mark.parametrize("title", ["Đảng bộ xã Mây", "Đảng bộ phường " + "Sông Mây Thượng " * 4])
def test_a_title_stays_on_the_cover_whatever_its_length(site: Path, title: str) -> None:
    volume, archive = volume_of(site)
    volume = replace(volume, plan=replace(volume.plan, title=title))
    edition = Edition("", "", "", "2001", imprint_of(archive, "may-thuong", year="2001"))
    drawn = cover.front(volume, archive, edition)
    size = int(re.findall(r'font-size="(\d+)" fill="#fdfcf9">Đảng', drawn)[0])
    lines = re.findall(rf'y="([\d.]+)" font-size="{size}" fill="#fdfcf9">([^<]+)<', drawn)
    assert " ".join(text.replace("\u00a0", " ") for _, text in lines) == title.strip()
    assert all(len(text) * size * cover.LETTER <= cover.WIDTH - cover.EDGE for _, text in lines)
    assert min(float(y) for y, _ in lines) > 150
    assert ">Bản thảo<" in drawn
    assert cover.draw(volume, read_settings(site), archive, edition)[:4] == b"\x89PNG"
