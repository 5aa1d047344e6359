"""Of many volumes, a year's page tells what is rare, and counts the rest by volume."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.catalogue import years
from macros.text.vietnamese import NBSP
from macros.views.year_facts import FEW, MOST_TOLD, figures_in, in_office
from macros.views.year_volumes import OfVolume
from macros.views.years import YearPage, year_page
from tests.support import archive_of
from tests.views.fabricated import page_of
from tests.views.html_rules import faults

MANY = FEW + 1
EACH = MOST_TOLD // FEW
"""So many events has each volume: of a few volumes all are told, of many they are counted."""


def files(volumes: int) -> dict[str, str]:
    found: dict[str, str] = {
        "data/documents/huyen-uy.yml": """
            name: Huyện ủy Sim
            documents:
              - {id: cv-1, kind: letter, symbol: 1-CV/HU, date: "1960-07-30", subject: Chống lũ, cite: ky-yeu#1}
            """,
    }
    for number in range(volumes):
        folder = f"data/organizations/xa-{number}"
        events = "\n".join(
            f'  - {{id: viec-{one}, date: "1960-03-0{one + 1}", summary: Việc {one}., cite: ky-yeu#4}}'
            for one in range(EACH)
        )
        found |= {
            f"{folder}/organization.yml": f"""
                kind: party
                short_name: Đảng bộ xã {number}
                listed: true
                names:
                  - {{id: ten, name: Đảng bộ xã {number}, start_date: "1972-05", cite: ky-yeu#1}}
                """,
            f"{folder}/leadership.yml": """
                memberships:
                  - {id: bt-1, person: ly-van-mot, post: secretary, start_date: "1958-02-05",
                     end_date: "1960-11-03", cite: ky-yeu#2}
                  - {id: bt-2, person: ly-thi-hai, post: secretary, start_date: "1960-11-04", cite: ky-yeu#2}
                  - {id: pbt, person: ly-van-ba, post: deputy-secretary, start_date: "1950-01-02", cite: ky-yeu#2}
                """,
            f"{folder}/events.yml": f"events:\n{events}\n",
            f"{folder}/statistics.yml": """
                observations:
                  - {id: dv-60, indicator: party-members, period: "1960-12", value: 12, cite: ky-yeu#5}
                  - {id: dv-60s, indicator: party-members, period: "1959/1963", aggregation: total, value: 40, cite: ky-yeu#5}
                """,
        }
    found["data/organizations/xa-0/congresses.yml"] = """
        congresses:
          - {id: dh-2, ordinal: II, dates: "1960-01-09/1960-01-10", cite: ky-yeu#3}
        """
    return found


def archive_with(tmp_path: Path, volumes: int) -> Archive:
    return archive_of(tmp_path, files(volumes))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_with(tmp_path, MANY)


def of_1960(archive: Archive) -> YearPage:
    return year_page(page_of(archive, None), 1960)


def test_few_volumes_tell_everything(tmp_path: Path) -> None:
    one = of_1960(archive_with(tmp_path, FEW))
    assert not one.many
    assert sum(len(month.entries) for month in one.months) == FEW * (EACH + 2) + 2
    assert [row.post for row in one.office] == ["Bí thư"] * FEW
    assert len(one.figures) == FEW
    assert len(one.covering) == FEW
    assert [(volume.kinds, volume.changed, volume.figures) for volume in one.volumes] == [
        ("", None, ())
    ] * FEW


def test_of_many_the_rare_is_told_and_the_rest_counted(archive: Archive) -> None:
    one = of_1960(archive)
    assert one.many
    told = {month.name: [entry.kind for entry in month.entries] for month in one.months}
    assert told["Tháng 1"] == ["congress"]
    assert told["Tháng 3"] == []
    assert told["Tháng 7"] == ["document"]
    (march,) = (month for month in one.months if month.name == "Tháng 3")
    assert [(some.label, some.count) for some in march.counted] == [("việc", MANY * EACH)]
    assert (one.figures, one.covering) == ((), ())


def test_of_many_each_volume_says_what_it_has(archive: Archive) -> None:
    first, second, *_ = of_1960(archive).volumes
    assert first.count == 1 + 2 + EACH
    assert first.kinds == f"đại hội, nhân sự (2), việc ({EACH})"
    assert second.kinds == f"nhân sự (2), việc ({EACH})"
    assert [one.text.replace(NBSP, " ") for one in second.figures] == [
        "12 đảng viên (12/1960)",
        "1 số liệu khác",
    ]
    assert of_1960(archive).outside == "văn bản"


def test_only_posts_that_changed_hands_are_told(archive: Archive) -> None:
    one = of_1960(archive)
    # Each has a secretary before and after; the deputy is only known to have been there long ago.
    assert one.changed == MANY
    assert [row.post for row in one.office] == ["Bí thư"] * MANY
    assert [_changed(volume) for volume in one.volumes] == ["1 chức"] * MANY
    assert "?ngay=1960" in (one.volumes[0].changed or ("", ""))[1]
    assert in_office(page_of(archive, None), 1961).rows == ()


def test_posts_that_are_too_many_are_counted(tmp_path: Path) -> None:
    archive = archive_with(tmp_path, MOST_TOLD + 1)
    office = in_office(page_of(archive, None), 1960)
    assert office.rows == ()
    assert set(office.changed.values()) == {1}
    assert "/holders/xa-0/?ngay=1960" in (of_1960(archive).volumes[0].changed or ("", ""))[1]


def test_time_that_passes_changes_no_hands(archive: Archive) -> None:
    # The deputy of 1950 may have stayed for a term; that he is named no longer is no change.
    found = {year: in_office(page_of(archive, None), year) for year in range(1950, 1958)}
    assert [year for year, office in found.items() if office.changed] == [1950]


def test_a_volume_without_anything_is_left_out(archive: Archive) -> None:
    assert len(year_page(page_of(archive, None), 1962).volumes) == MANY
    assert year_page(page_of(archive, None), 1975).volumes == ()


def test_figures_of_a_stretch_are_of_all_its_years(archive: Archive) -> None:
    found = {year: figures_in(archive, year).get("xa-0", ()) for year in range(1958, 1965)}
    assert [[(one.figure.id, one.wide) for one in some] for some in found.values()] == [
        [],
        [("dv-60s", True)],
        [("dv-60", False), ("dv-60s", True)],
        *[[("dv-60s", True)]] * 3,
        [],
    ]


def test_the_page_of_many_is_valid_and_short(archive: Archive) -> None:
    page = page_of(archive, None)
    html = years.year_page(page, "1960")
    assert faults(html) == []
    assert "Năm 1960 ở từng tập" in html
    assert f"việc: {MANY * EACH} mục" in html
    assert "Việc 1." not in html


def _changed(volume: OfVolume) -> str:
    return volume.changed.text if volume.changed else ""
