"""The benchmark measures what it says: sites that check clean, and peers with the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.project.check import check_project
from macros.project.project import Project
from scripts.bench.generate import generate
from scripts.bench.kinds import MOST_SIZE, TIMES, Kind, kinds, together
from scripts.bench.measure import Build, BuildError, Run, Series, in_turn, ours, ratios, run, stock
from scripts.bench.prepare import main as prepare
from scripts.bench.stock import expanded_pages, markdown_tables


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_fabricated_site_has_no_problem_at_all(tmp_path: Path) -> None:
    generate(tmp_path, 2)
    report = check_project(Project(tmp_path))
    assert report.problems == []
    assert len(report.archive.volumes) == 2
    assert min(len(one.observations) for one in report.archive.volumes) >= 150
    assert min(report.evidence.compared.values()) > 500
    assert not report.evidence.not_compared


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        generate(tmp_path / name, 1)
    for folder in ("data", "docs"):
        assert contents(tmp_path / "one" / folder) == contents(tmp_path / "other" / folder)


def test_chapters_have_about_a_thousand_words(tmp_path: Path) -> None:
    generate(tmp_path, 1)
    chapters = list((tmp_path / "docs" / "to-chuc-1").glob("*.md"))
    assert len(chapters) == 6
    for chapter in chapters:
        text = chapter.read_text(encoding="utf-8")
        words = " ".join(part.split("{{")[0] for part in text.split("}}")).split()
        assert 900 < len(words) < 1500


def test_ours_and_the_peer_build_the_same_pages(tmp_path: Path) -> None:
    pages = prepare(tmp_path, 1)
    whole, index, alone = (run(build) for build in ours(tmp_path / "project"))
    peers = [run(build) for build in stock(tmp_path / "stock")]
    # Besides, each site has a page for addresses that are not there; ours may have more.
    assert {one.pages for one in peers} == {pages + 1}
    assert min(one.pages for one in (whole, alone)) > pages
    assert all(one.size > 0 and one.cpu > 0 and one.memory > 0 for one in (whole, index, *peers))
    assert (index.pages, index.size < whole.size) == (0, True)
    costs = {
        one.name: one for one in kinds(tmp_path / "project/site", tmp_path / "project" / TIMES)
    }
    assert {"nhân vật", "tổ chức", "văn bản", "năm"} <= costs.keys()
    assert costs["nhân vật"].pages > 30
    assert all(0 < one.frame < one.size and one.milliseconds > 0 for one in costs.values())
    # What is alike on every page must not grow back: with a branch of the menu it was 14 KB.
    assert max(one.frame for one in costs.values()) < 11_000
    assert max(costs[one].size for one in ("nhân vật", "tổ chức", "văn bản")) < MOST_SIZE


def test_the_mean_of_all_kinds_of_added_pages_is_a_row() -> None:
    costs = (
        Kind("nhân vật", 3, 2.0, 14_000, 8_000),
        Kind("năm", 1, 6.0, 30_000, 8_000),
        Kind("tài liệu", 9, 90.0, 90_000, 8_000),
    )
    assert together(costs) == Kind("cả 2 loại: nhân vật, năm", 4, 3.0, 18_000, 8_000)
    assert together(costs[2:]) is None


def test_the_peer_has_every_fact_of_a_page(tmp_path: Path) -> None:
    generate(tmp_path, 1)
    pages = {path: text for path, _, text in expanded_pages(tmp_path)}
    assert "đảng viên" in pages["to-chuc-1/so-lieu.md"]
    assert not any("{{" in text for text in pages.values())


def test_a_table_of_a_component_becomes_one_in_markdown() -> None:
    html = (
        '<div class="x"><table><thead><tr><th>Năm</th><th>Số</th></tr></thead>'
        '<tbody><tr><td>1996</td><td class="num"><a href="#a">12</a> | 13</td></tr></tbody>'
        "</table></div>"
    )
    assert markdown_tables(html) == (
        '<div class="x"></div>\n\n| Năm | Số |\n|---|---|\n| 1996 | <a href="#a">12</a> &#124; 13 |'
    )


def test_a_build_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    failing = Build("thử", tmp_path, ("sh", "-c", "echo hỏng rồi; exit 3"), "site")
    with pytest.raises(BuildError, match="thử:\nhỏng rồi"):
        run(failing)


def test_builds_are_run_in_turn_and_from_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    write = "test ! -e site && test ! -e kept && mkdir site kept && echo x > site/a.html"
    told: list[str] = []
    builds = [
        Build(name, tmp_path, ("sh", "-c", write), "site", ("kept",)) for name in ("một", "hai")
    ]
    series = in_turn(builds, 2, told.append)
    assert [line.split(",")[1].split(":")[0].strip() for line in told] == ["một", "hai"] * 2
    assert [(one.build, [r.pages for r in one.runs]) for one in series] == [
        ("một", [1, 1]),
        ("hai", [1, 1]),
    ]


def test_ratios_are_of_runs_side_by_side() -> None:
    def series(name: str, *walls: float) -> Series:
        return Series(name, tuple(Run(wall, wall, 1, 1, 1) for wall in walls))

    # A disturbance that doubles both of a pair leaves their ratio as it is.
    assert ratios(series("gốc", 20, 40, 30), series("ta", 10, 20, 10), "wall") == (2, 2, 3)
