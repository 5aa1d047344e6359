"""The picture of all organizations: families in rows, lines of changes, crowded months apart."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from macros.archive import Archive
from macros.catalogue import organization
from macros.rules.families import families
from macros.views.broken_axis import MOST_FIELDS, broken_axis
from macros.views.common import Page
from macros.views.river import River, Row, river, years_of
from tests.support import load_sound, write_site
from tests.views.fabricated import page_of
from tests.views.html_rules import faults
from tests.views.merged import FILES


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return load_sound(write_site(tmp_path_factory.mktemp("merged"), FILES))


@pytest.fixture
def page(merged: Archive) -> Page:
    return page_of(merged, "lon")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def rows(found: River) -> dict[str, Row]:
    return {plain(row.link.text): row for family in found.families for row in family}


def test_origins_stand_around_what_came_of_them(merged: Archive) -> None:
    (family,) = families(merged)
    names = [one.label or one.key for one in family.members]
    assert names == ["thuong", "ha", "trung", "lon", "dong", "chi bộ trại giống"]
    # A transfer makes no family: who only received a part is no member.
    assert [one.id for one in family.changes] == ["gop-lon", "doi-ten", "gop-xa"]


def test_what_became_of_each_is_said_in_words(page: Page) -> None:
    said = {name: [plain(one) for one in row.said] for name, row in rows(river(page)).items()}
    assert said["Đảng bộ xã Thượng"] == ["Nhập vào Đảng bộ xã Hạ, không rõ ngày"]
    assert said["Đảng bộ xã Hạ"] == [
        "Phần lớn nhập vào Đảng bộ xã Gộp",
        "Hợp nhất, không rõ ngày",
    ]
    assert said["Đảng bộ xã Lớn"] == [
        "Hợp nhất 01/05/1976: Đảng bộ xã Gộp",
        "Đổi tên 04/03/1980: Đảng bộ xã Lớn",
    ]


def test_a_change_without_a_date_is_not_drawn(page: Page) -> None:
    found = rows(river(page))
    assert found["Đảng bộ xã Thượng"].joints == ()
    # The line of the merger of 1976 passes no row that takes no part without going on.
    trung = found["Đảng bộ xã Trung"].joints
    assert [(one.up, one.down, one.into) for one in trung] == [(True, True, False)]
    assert [one.into for one in found["Đảng bộ xã Lớn"].joints] == [True]
    assert len(found["Đảng bộ xã Lớn"].ticks) == 1


def test_nothing_is_solid_of_which_no_fact_tells(page: Page) -> None:
    found = rows(river(page))
    kinds = {one.kind for one in found["Đảng bộ xã Thượng"].stretches}
    assert kinds == {"dots"}
    lon = found["Đảng bộ xã Lớn"].stretches
    assert lon[-1].kind == "solid"
    assert lon[-1].left == found["Đảng bộ xã Lớn"].joints[0].x


def test_the_component_is_valid_and_tells_every_change(page: Page) -> None:
    html = organization.lineage_all(page)
    assert faults(html) == []
    assert "style=" not in html
    assert html.count('class="lineage__when"') == len(page.archive.changes)
    assert years_of(page) == "1976–1980"


def test_crowded_months_have_a_field_of_their_own() -> None:
    summer = (date(2025, 6, 16), date(2025, 6, 20), date(2025, 7, 1))
    axis = broken_axis([date(1994, 1, 27), date(2003, 9, 11), *summer], date(2025, 9, 30))
    assert axis is not None
    assert [one.label for one in axis.fields] == ["", "05/2025–08/2025", ""]
    positions = [axis.x(day) for day in summer]
    assert positions[1] - positions[0] > 1
    assert positions == sorted(positions)


def test_fields_cover_the_width_in_order_of_time() -> None:
    days = [date(year, month, 5) for year in (1930, 1945, 1975, 2025) for month in (3, 4, 6)]
    axis = broken_axis(days)
    assert axis is not None
    assert sum(one.months for one in axis.fields) == MOST_FIELDS
    ends = [(one.left, one.left + one.width) for one in axis.fields]
    assert ends[0][0] == 0
    assert ends[-1][1] == pytest.approx(100, abs=0.1)
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert all(a.end == b.first for a, b in pairwise(axis.fields))


def test_a_single_day_is_an_axis_of_years() -> None:
    axis = broken_axis([date(1950, 3, 2)])
    assert axis is not None
    assert [one.months for one in axis.fields] == [False]
    assert broken_axis([]) is None
