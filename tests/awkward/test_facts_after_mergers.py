"""The most awkward facts of the six sources, with names and numbers changed: nothing is lost.

Each test is one fact of tests/awkward/site, whose comment bears the same number; here 32 to 59.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.statistics import Observation
from macros.model.targets import Target
from tests.support import bounds, fact_of, load_sound

ROOT = Path(__file__).parent / "site"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load_sound(ROOT)


def figure(archive: Archive, reference: str) -> Observation:
    return fact_of(archive, reference, Observation)


def test_f32_merger_of_all_most_and_part(archive: Archive) -> None:
    change = archive.changes["hop-nhat-an-thuan"]
    sides = [(one.organization, one.role, one.extent) for one in change.participants]
    assert sides == [
        ("go-mai", "from", "whole"),
        ("dong-sen", "from", "most"),
        ("cau-tre", "from", "part"),
        ("an-thuan", "to", None),
    ]
    assert change.participants[2].printed == "phần còn lại"
    assert archive.changes_of["dong-sen"] == (change,)


def test_f33_transfer_to_two_bodies_one_not_ours(archive: Archive) -> None:
    change = archive.changes["chuyen-giao-khoi"]
    moved = change.participants[1]
    assert (moved.role, moved.units, moved.members) == ("moved", 9, 274)
    assert [one.label or one.organization for one in change.participants if one.role == "to"] == [
        "Đảng bộ Khối Doanh nghiệp",
        "quan-tan-lap",
    ]
    assert (str(change.date), change.printed) == ("2003/2008", "trong nhiệm kỳ này")


def test_f34_ward_is_not_its_party_organization(archive: Archive) -> None:
    ward, party = archive.dossiers["an-thuan"], archive.dossiers["dang-bo-an-thuan"]
    assert party.organization.area == ward.id
    assert ward.organization.founding is not None
    assert party.organization.founding is not None
    assert ward.organization.founding.documents == ("nq-301-ubtvqh",)
    assert party.organization.founding.documents == ("qd-0733-2025",)
    assert {one.indicator for one in ward.observations} & {"party-members"} == set()
    assert figure(archive, "dang-bo-an-thuan/dang-vien").value == 1487


def test_f35_two_sources_two_numbers(archive: Archive) -> None:
    key = ("an-thuan", "dan-so-kiem-diem")
    ((_, conflict),) = archive.conflicts_of[key]
    values = {claim.fact: claim.shown for claim in conflict.claims}
    assert values == {"dan-so-du-thao": True, "dan-so-kiem-diem": False}
    assert figure(archive, "an-thuan/dan-so-du-thao").value == 47316
    assert figure(archive, "an-thuan/dan-so-kiem-diem").value == 47313


def test_f36_former_units_by_kind_of_land(archive: Archive) -> None:
    ward = archive.dossiers["an-thuan"]
    cell = figure(archive, "an-thuan/dat-o-go-mai")
    assert (cell.part_of, cell.category) == ("dat-go-mai", "đất ở")
    assert ("go-mai", cell) in ward.parts["dat-o", "former-unit"]
    assert figure(archive, "an-thuan/dat").printed == "51.208.4m2"
    told = {one.id for _, one in archive.figures_within["go-mai"]}
    assert {"dat-go-mai", "dat-o-go-mai"} <= told
    total = sum(one.value or 0 for _, one in ward.parts["dat", "former-unit"])
    assert total == Decimal("51208.7")
    assert figure(archive, "an-thuan/dat").sums is False


def test_f37_value_of_the_same_houses(archive: Archive) -> None:
    worth = figure(archive, "an-thuan/nha-go-mai-tri-gia")
    assert worth.measures is not None
    assert figure(archive, f"an-thuan/{worth.measures}").value == 31
    assert (worth.value, archive.indicators[worth.indicator].unit) == (1842, "triệu đồng")
    assert (worth.category, worth.part_of) == ("go-mai", None)
    assert worth in [one for _, one in archive.figures_within["go-mai"]]


def test_f38_billions_with_three_decimals_and_share_of_plan(archive: Archive) -> None:
    assert str(figure(archive, "an-thuan/thu").value) == "38.216"
    plan = figure(archive, "an-thuan/thu-ke-hoach")
    assert (plan.measures, plan.value) == ("thu", Decimal("112.4"))


def test_f39_percentage_printed_wrong_is_kept_and_told(archive: Archive) -> None:
    ratio = figure(archive, "an-thuan/thu-go-mai").ratio
    assert ratio is not None
    assert ratio.percent_printed == Decimal("134.6")
    assert ("an-thuan", "thu-go-mai") in archive.conflicts_of


def test_f40_each_year_about(archive: Archive) -> None:
    cattle = figure(archive, "an-thuan/trau-bo")
    assert (cattle.aggregation, cattle.qualifier, cattle.unit) == ("each_year", "about", "con/năm")
    news = figure(archive, "an-thuan/tin-bai")
    assert archive.indicators[news.indicator].aggregation == "each_year"


def test_f41_period_from_a_day_to_a_month(archive: Archive) -> None:
    files = figure(archive, "an-thuan/ho-so")
    assert bounds(files.period) == (date(2025, 6, 15), date(2025, 11, 30))
    schools = figure(archive, "an-thuan/truong")
    assert (schools.value, schools.value_to) == (3, 4)


def test_f42_contradiction_about_a_change(archive: Archive) -> None:
    change = archive.changes["hop-nhat-an-thuan"]
    assert archive.fact("changes/hop-nhat-an-thuan", "an-thuan") is change
    assert ("changes", "hop-nhat-an-thuan") in archive.conflicts_of


def test_f43_founding_told_by_two_sources(archive: Archive) -> None:
    founding = archive.dossiers["dang-bo-an-thuan"].organization.founding
    assert founding is not None
    assert (str(founding.date), str(founding.operating_from)) == ("2025-05-30", "2025-06")
    assert {one.source for one in founding.cite} == {"an-thuan-kiem-diem", "an-thuan-tong-ket"}


def test_f44_known_from_a_signature(archive: Archive) -> None:
    signed = fact_of(archive, "dang-bo-an-thuan/bi-thu-uoc", Membership)
    assert (signed.start_date, signed.end_date) == (None, None)
    assert bounds(signed.attested[0]) == (date(2025, 11, 30), date(2026, 12, 31))
    assert signed.printed == "ký báo cáo"


def test_f45_known_from_a_list_of_recipients(archive: Archive) -> None:
    named = fact_of(archive, "dang-bo-an-thuan/phu-trach-ngan", Membership)
    assert [post.role for post in named.concurrent] == [
        "Ủy viên Ban Thường vụ Tỉnh ủy",
        "Giám đốc Sở",
    ]
    assert [str(day) for day in named.attested] == ["2025-09"]


def test_f46_part_of_a_part(archive: Archive) -> None:
    parts = archive.dossiers["dang-bo-an-thuan"].parts
    assert [one.value for _, one in parts["to-chuc", "loại hình"]] == [21, 43]
    assert [one.value for _, one in parts["to-chuc-tt", "nơi"]] == [35, 8]


def test_f47_four_classes_with_printed_percentages(archive: Archive) -> None:
    classes = archive.dossiers["dang-bo-an-thuan"].parts["xl-2024", "xếp loại"]
    ratios = [one.ratio for _, one in classes if one.ratio]
    assert [str(one.percent_printed) for one in ratios] == ["15.5", "75.5", "8.5", "0.5"]
    assert sum(one.numerator.value for one in ratios) == 1400
    assert [name for name, _ in classes] == [
        "hoàn thành xuất sắc",
        "hoàn thành tốt",
        "hoàn thành",
        "không hoàn thành",
    ]


def test_f48_qualified_percentage(archive: Archive) -> None:
    ratio = figure(archive, "dang-bo-an-thuan/chi-tieu").ratio
    assert ratio is not None
    assert (ratio.percent_printed, ratio.percent_qualifier) == (87, "over")


def test_f49_proposal(archive: Archive) -> None:
    proposal = fact_of(archive, "dang-bo-an-thuan/kien-nghi-1", Event)
    assert (proposal.kind, proposal.counterpart) == ("proposal", "Ban Tổ chức Tỉnh ủy")


def row(archive: Archive, name: str) -> Target:
    return fact_of(archive, f"dang-bo-an-thuan/{name}", Target)


def test_f50_heading_row_and_row_under_it(archive: Archive) -> None:
    heading, under = row(archive, "co-cau"), row(archive, "co-cau-nong")
    assert (heading.target, heading.actual, heading.result) == (None, None, "Đạt")
    assert (under.row_of, under.result) == ("co-cau", None)


def test_f51_lost_column_of_a_former_unit(archive: Archive) -> None:
    lost = row(archive, "gm-dang-bo")
    assert lost.target is not None
    assert (lost.target.lost, lost.target.value, lost.organization) == (True, None, "go-mai")
    assert lost.result == "Không đạt"


def test_f52_not_yet_is_not_not(archive: Archive) -> None:
    assert row(archive, "ct-cum").result == "Chưa đạt"
    assert row(archive, "ct-cum").target is None


def test_f53_more_than_excludes_the_number(archive: Archive) -> None:
    cell = row(archive, "ct-sinh").actual
    assert cell is not None
    assert (cell.printed, cell.min, cell.max, cell.exclusive) == (">2", 2, None, True)


def test_f54_ranges_means_and_time_limits(archive: Archive) -> None:
    cells = {name: row(archive, name).target for name in ("t1", "t5", "t18", "t5b")}
    told = {name: (c.printed, c.min, c.max, c.exclusive) for name, c in cells.items() if c}
    assert told == {
        "t1": ("trên 4%", 4, None, True),
        "t5": ("12% trở lên", 12, None, False),
        "t18": ("2-3 trường", 2, 3, False),
    }
    assert row(archive, "t1").aggregation == "each_year"
    assert row(archive, "t6").aggregation == "annual_mean"
    assert str(row(archive, "t10").due) == "2030"


def test_f55_projects_with_area_and_cost(archive: Archive) -> None:
    projects = archive.dossiers["dang-bo-an-thuan"].target_sets[2]
    assert projects.kind == "projects"
    area, cost = row(archive, "p2-dien-tich"), row(archive, "p2-von")
    assert area.target is not None
    assert cost.target is not None
    assert (area.row_of, area.target.value, area.unit) == ("p2", Decimal("82.45"), "ha")
    assert (str(cost.target.value), cost.unit) == ("311.705", "tỷ đồng")
    assert row(archive, "p2").result == "đang giải phóng mặt bằng"


def test_f56_only_the_ordinal_of_a_congress(archive: Archive) -> None:
    congress = archive.dossiers["quan-tan-lap"].congress("XXII")
    assert congress is not None
    assert (congress.term, congress.dates) == (None, None)


def test_f57_captions(archive: Archive) -> None:
    caption = fact_of(archive, "quan-tan-lap/thuong-truc-day", Membership)
    assert [str(day) for day in caption.attested] == ["2023", "2023-08-09"]
    assert [post.role for post in caption.concurrent] == ["Chủ tịch HĐND quận"]
    other = fact_of(archive, "quan-tan-lap/pho-bi-thu-day", Membership)
    assert bounds(other.attested[0]) == (date(2021, 12, 1), date(2022, 12, 31))
    posts = {membership.post for _, membership in archive.memberships_of["thach-van-day"]}
    assert posts == {"standing-deputy", "deputy-secretary"}


def test_f58_caption_without_any_time(archive: Archive) -> None:
    named = fact_of(archive, "quan-tan-lap/bi-thu-hoe", Membership)
    assert (named.start_date, named.end_date, named.attested) == (None, None, ())


def test_f59_count_of_an_unknown_time(archive: Archive) -> None:
    classes = figure(archive, "quan-tan-lap/lop")
    assert bounds(classes.period) == (None, date(2023, 8, 31))
    assert classes.period.unknown_start
