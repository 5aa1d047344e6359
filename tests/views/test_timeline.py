"""What the timeline draws says no more than the sources do."""

from __future__ import annotations

from pathlib import Path

from macros.archive import Archive
from macros.dates import parse_edtf
from macros.rules.terms import Tenure
from macros.views.common import Page
from macros.views.timeline import Axis, Bar, Lane, shapes_of, timeline
from tests.support import load_sound, write_site
from tests.views.fabricated import page_of
from tests.views.merged import FILES as MERGED


def lanes(page: Page) -> dict[str, Lane]:
    drawn = timeline(page, page.archive.dossiers["xa-an-lac"])
    return {lane.post: lane for lane in drawn.lanes}


def bar(page: Page, post: str, name: str) -> Bar:
    (found,) = (
        one for one in lanes(page)[post].bars if one.name.text.replace("\u00a0", " ") == name
    )
    return found


def kinds(one: Bar) -> list[str]:
    return [shape.kind for shape in one.shapes]


def test_inferred_end_is_hollow(page: Page) -> None:
    one = bar(page, "Bí thư", "Lý Văn Một")
    assert kinds(one) == ["solid", "hollow"]
    solid, hollow = one.shapes
    assert hollow.x == round(solid.x + solid.width, 2)
    assert one.term == "02/1960 – 06/1965"


def test_year_is_soft_until_its_last_day(page: Page) -> None:
    one = bar(page, "Bí thư", "Lý Thị Hai")
    assert kinds(one) == ["soft", "solid"]
    soft, solid = one.shapes
    assert solid.x == round(soft.x + soft.width, 2)


def test_unknown_end_is_solid_up_to_the_reelection_and_dashed_beyond(page: Page) -> None:
    one = bar(page, "Bí thư", "Lý Văn Ba")
    assert kinds(one) == ["hollow", "solid", "dashes"]
    assert one.inferred == "suy ra ngày nhận"
    assert one.term == "10/01/1975 – không\u00a0rõ"


def test_last_holder_of_a_single_seat_is_unknown_as_far_as_the_source_speaks(page: Page) -> None:
    _, solid, dashes = bar(page, "Bí thư", "Lý Văn Ba").shapes
    assert round(dashes.x + dashes.width, 2) == 100
    assert round(solid.x + solid.width, 2) == dashes.x


def test_the_axis_reaches_the_last_day_on_which_a_post_was_surely_held() -> None:
    start, again = parse_edtf("2015-06"), parse_edtf("2020-08-04")
    elected_again = Tenure("a", "b", start, None, "stated", (), (), lasted=again)
    axis = Axis.over([elected_again], None)
    assert axis.last.year == 2020
    shapes = shapes_of(elected_again, axis, 10)
    assert max(shape.x + shape.width for shape in shapes) <= 100


def test_unknown_end_of_a_single_election_is_never_solid() -> None:
    start, end = parse_edtf("1975-01-10"), parse_edtf("1990-05-01")
    known = Tenure("a", "b", start, None, "stated", (), ())
    axis = Axis.of([start, end])
    assert [one.kind for one in shapes_of(known, axis, 4.0)] == ["edge", "dashes"]


def test_inferred_side_of_a_term_with_an_unknown_side_is_hollow() -> None:
    start, end = parse_edtf("1975-01-10"), parse_edtf("1990-05-01")
    axis = Axis.of([start, end])
    begun = Tenure("a", "b", start, None, "stated", (), (), start_basis="inferred")
    ended = Tenure("a", "b", None, end, "inferred", (), ())
    assert [one.kind for one in shapes_of(begun, axis, 4.0)] == ["hollow", "dashes"]
    assert [one.kind for one in shapes_of(ended, axis, 4.0)] == ["dashes", "hollow"]


def test_unknown_start_is_dashed(page: Page) -> None:
    one = bar(page, "Phó Bí thư", "Tô Văn Tư")
    assert kinds(one) == ["dashes", "edge"]
    assert one.term == "không\u00a0rõ – 05/1980"


def test_attested_days_are_points(page: Page) -> None:
    one = bar(page, "Phó Bí thư", "Tô Thị Mai")
    assert kinds(one) == ["point"]
    assert one.term == "chỉ được nhắc đến vào ngày\u00a002/07/1981"


def test_time_without_holder_is_an_empty_box(page: Page) -> None:
    bars = lanes(page)["Bí thư"].bars
    assert [one.vacant for one in bars] == [False, True, False, True, False]
    assert kinds(bars[1]) == ["vacant"]
    assert bars[1].term == "06/1965 – 1967"


def test_nothing_is_drawn_outside_the_axis(page: Page) -> None:
    for lane in lanes(page).values():
        for one in lane.bars:
            for shape in one.shapes:
                assert 0 <= shape.x <= 100
                assert round(shape.x + shape.width, 2) <= 100


def test_legend_explains_what_is_drawn_and_nothing_else(page: Page) -> None:
    drawn = timeline(page, page.archive.dossiers["xa-an-lac"])
    assert [key.text for key in drawn.legend] == [
        "thời gian giữ chức",
        "ngày suy ra",
        "ngày nằm trong khoảng",
        "không rõ ngày bắt đầu hoặc kết thúc",
        "ngày được nhắc đến",
        "không rõ ai giữ chức",
    ]


def test_organization_without_leaders_has_an_empty_picture(archive: Archive) -> None:
    drawn = timeline(page_of(archive, "huyen-binh"), archive.dossiers["huyen-binh"])
    assert drawn.lanes == ()
    assert drawn.legend == ()


def test_the_founding_has_a_mark_of_its_own(tmp_path: Path) -> None:
    archive = load_sound(write_site(tmp_path, MERGED))
    found = timeline(page_of(archive, "lon"), archive.dossiers["lon"]).founded
    assert found is not None
    assert found.text == "lập"
    path = "data/organizations/lon/organization.yml"
    unsure = {**MERGED, path: MERGED[path].replace('"1976-05-01"', '"[1975..1976]"')}
    archive = load_sound(write_site(tmp_path / "unsure", unsure))
    assert timeline(page_of(archive, "lon"), archive.dossiers["lon"]).founded is None
