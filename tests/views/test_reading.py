"""The pages that lead into the volumes and look across them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from macros.archive import Archive
from macros.archive.contents import Entry
from macros.catalogue import home as home_macros
from macros.catalogue import organization, statistics
from macros.catalogue.pages import generated_pages
from macros.rules import offices
from macros.rules.terms import tenures
from macros.views import home
from macros.views.as_of import as_of, bounds_of
from macros.views.common import Page
from macros.views.series import chart
from tests.support import load_sound, write_site
from tests.views.fabricated import page_of
from tests.views.html_rules import faults
from tests.views.merged import FILES


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return load_sound(write_site(tmp_path_factory.mktemp("merged"), FILES))


@pytest.fixture
def lon(merged: Archive) -> Page:
    return page_of(merged, "lon")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def state(page: Page, person: str, day: str) -> str:
    """Return what the page's own data says of a person on a day, as the script reads it."""
    rows = [
        one
        for volume in as_of(page).volumes
        for body in volume.bodies
        for post in body.posts
        for one in post.holders
    ]
    (one,) = (row for row in rows if plain(row.person.text) == person)
    if (one.earliest and day < one.earliest) or (one.latest and day > one.latest):
        return "no"
    held = one.sure_from and one.sure_to and one.sure_from <= day <= one.sure_to
    if not held and day not in one.days.split():
        return "possible"
    return "inferred" if one.inferred else "certain"


def test_states_of_a_day_tell_certain_inferred_and_unknown_apart(lon: Page) -> None:
    assert state(lon, "Lý Văn Một", "1977-01-01") == "certain"
    assert state(lon, "Lý Văn Một", "1979-07-01") == "no"
    assert state(lon, "Lý Thị Hai", "1979-07-15") == "possible"
    assert state(lon, "Lý Thị Hai", "1981-01-01") == "inferred"
    assert state(lon, "Lý Văn Ba", "1983-01-05") == "certain"
    assert state(lon, "Lý Văn Ba", "1995-01-01") == "possible"


def test_who_is_only_named_on_a_day_is_told_of_for_that_day(lon: Page) -> None:
    assert state(lon, "Tô Văn Tư", "1981-07-02") == "certain"
    assert state(lon, "Tô Văn Tư", "1981-07-03") == "no"


def test_bounds_agree_with_the_term_wherever_the_seat_says_nothing(archive: Archive) -> None:
    dossier = archive.dossiers["xa-an-lac"]
    held = [one for one in tenures(archive, dossier) if not one.attested]
    bounds = bounds_of(held, single=False, lives=((None, None),))
    days = [date(1959, 1, 1) + timedelta(days=50 * n) for n in range(200)]
    for one, known in zip(held, bounds, strict=True):
        assert [known.covers(day) for day in days] == [one.term.covers(day) for day in days]


def test_nobody_holds_a_single_seat_after_the_next_began(archive: Archive) -> None:
    dossier = archive.dossiers["xa-an-lac"]
    held = tenures(archive, dossier, "secretary")
    open_ended = [replace(one, end=None) for one in held]
    first, *_ = bounds_of(open_ended, single=True, lives=((None, None),))
    assert first.covers(date(1966, 1, 1)) == "possible"
    assert first.covers(date(1968, 1, 1)) == "no"


def test_of_many_volumes_each_has_its_own_page_of_holders(
    merged: Archive, lon: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = as_of(lon)
    assert together.elsewhere == ()
    assert not any("theo-ngay" in path for path in generated_pages(merged))
    monkeypatch.setattr(offices, "MAX_GROUPS_ON_ONE_PAGE", len(together.volumes) - 1)
    leading = as_of(lon)
    assert leading.volumes == ()
    assert [link.text for link in leading.elsewhere] == [one.title for one in together.volumes]
    assert faults(home_macros.office_holders(lon)) == []
    for link, volume in zip(leading.elsewhere, together.volumes, strict=True):
        page = generated_pages(merged)[f"tra-cuu/theo-ngay/{volume.id}.md"]
        assert f'office_holders("{volume.id}")' in page.body
        assert link.url == f"/holders/{volume.id}/"
        assert [one.bodies for one in as_of(lon, volume.id).volumes] == [volume.bodies]


@pytest.mark.parametrize(
    "name", ["office_holders", "milestones", "organization_cards", "search_box", "ways_in"]
)
def test_component_is_valid_html(name: str, lon: Page) -> None:
    html = getattr(home_macros, name)(lon)
    assert faults(html) == []
    assert "style=" not in html


def test_card_shows_the_latest_whole_figures_and_the_years(lon: Page) -> None:
    (card,) = home.cards(lon)
    assert card.years == "từ năm 1976"
    assert [(one.indicator, one.number) for one in card.figures] == [("Đảng viên", "trên 420")]
    assert all(one.cites for one in card.figures)


def test_a_founding_by_merger_is_one_milestone(lon: Page) -> None:
    (lane,) = home.milestones(lon).lanes
    assert [(mark.kind, plain(mark.when), plain(mark.text)) for mark in lane.marks] == [
        ("founding", "01/05/1976", "thành lập (hợp nhất)"),
        ("congress", "03–04/02/1977", "Đại hội lần thứ I"),
        ("change", "Năm 1978", "chuyển giao"),
        ("change", "04/03/1980", "đổi tên"),
    ]
    assert [mark.x for mark in lane.marks] == sorted(mark.x for mark in lane.marks)


def test_contents_of_a_volume_come_from_its_chapters(merged: Archive) -> None:
    entry = Entry("lon/thanh-lap.md", "Thành lập", "Ba xã gộp một.")
    page = page_of(replace(merged, contents={"lon": (entry,)}), "lon")
    html = home_macros.volume_contents(page)
    assert faults(html) == []
    assert ">Thành lập</a>" in html
    assert "Ba xã gộp một." in html


def test_values_of_different_kinds_are_not_joined(lon: Page) -> None:
    drawn = chart(lon, lon.archive.dossiers["lon"], "admitted")
    assert [panel.label for panel in drawn.panels] == ["Trong kỳ", "Bình quân hằng năm"]
    assert [[bar.label for bar, _ in panel.drawn] for panel in drawn.panels] == [
        ["1976–1980", "1981–1985: không có số liệu", "1986–1990"],
        ["1982–1985"],
    ]
    assert drawn.longest == 40


def test_years_without_a_figure_are_named(lon: Page) -> None:
    (panel,) = chart(lon, lon.archive.dossiers["lon"], "party-members").panels
    assert [(bar.label, bar.value) for bar, _ in panel.drawn] == [
        ("01/05/1976", 300.0),
        ("1977–1987: không có số liệu", None),
        ("1988", 420.0),
    ]


def test_a_chart_of_several_kinds_is_valid(lon: Page) -> None:
    html = statistics.statistics_chart(lon, "admitted")
    assert faults(html) == []
    assert html.count('class="plot"') == 2


def test_every_row_is_told_and_only_plain_numbers_above_zero_are_drawn(lon: Page) -> None:
    html = plain(statistics.targets_chart(lon, "ct"))
    assert faults(html) == []
    for name in ("Lúa", "Cầu", "Hộ nghèo", "Trường"):
        assert name in html
    assert html.count('class="reached__line"') == 2
    # 250 for 200 is a quarter more; 4 for 1 goes beyond the scale of −10% to +100%, and is cut.
    assert "(+25%)" in html
    assert 'x="9.09%" y="7" width="22.73%"' in html
    assert html.count("reached__cut") == 1


def test_rows_can_be_chosen_by_their_assessment(lon: Page) -> None:
    html = statistics.targets_chart(lon, "ct")
    rows = dict(re.findall(r'<tr id="([\w-]+)"[^>]*data-verdict="(\w+)"', html))
    chosen = re.findall(r'type="radio" name="loc-ct" value="(\w+)"', html)
    assert set(rows.values()) == set(chosen) - {"all"}
    # How many there are of each stands beside the choice.
    told = {kind: int(n) for kind, n in re.findall(r'value="(\w+)">[^(]*\((\d+)\)', html)}
    assert sum(told.values()) == html.count('class="reached__verdict"><span')


def test_a_former_units_figures_stand_on_its_own_entry(lon: Page) -> None:
    entry = organization.organization_summary(page_of(lon.archive, "thuong"), "thuong")
    assert "Đảng viên, 1988: 90 đảng viên" in plain(entry)
    assert "<dt>Trong số liệu của Đảng bộ xã Lớn</dt>" in entry
