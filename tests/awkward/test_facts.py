"""The most awkward facts of the six sources, with names and numbers changed: nothing is lost.

Each test is one fact of tests/awkward/site, whose comment bears the same number; here 1 to 31.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from macros.archive import Archive, Dossier
from macros.checks.table import check_archive
from macros.dates import parse_edtf
from macros.model.congresses import Committee, Congress
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.statistics import Observation
from macros.rules.names import name_in_use
from macros.rules.terms import start_of, tenures
from tests.support import bounds, fact_of, load_sound

ROOT = Path(__file__).parent / "site"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load_sound(ROOT)


def figure(archive: Archive, reference: str) -> Observation:
    return fact_of(archive, reference, Observation)


def khoi(archive: Archive) -> Dossier:
    return archive.dossiers["khoi-lien-co-quan"]


def test_nothing_is_wrong(archive: Archive) -> None:
    assert [str(problem) for problem in check_archive(archive)] == []


def test_f01_history_without_author_or_date(archive: Archive) -> None:
    source = archive.sources["khoi-ky-yeu"]
    assert (source.date, source.issuer, source.status) == (None, None, "unknown")
    assert source.speaks_until.latest() == date(2021, 12, 31)
    assert source.not_facts[0].numbers == ("17",)


def test_f02_draft_with_blank_number_and_day(archive: Archive) -> None:
    source = archive.sources["an-thuan-du-thao"]
    assert source.symbol == "…-BC/ĐU"
    assert (str(source.date), source.printed) == ("2025-09", "ngày …. tháng 9 năm 2025")
    assert source.status == "draft"
    assert source.missing == ("Biểu tổng hợp số 1 và số 2",)


def test_f03_decision_cited_by_page_and_article(archive: Archive) -> None:
    document = archive.documents["qd-77"]
    assert [citation.words for citation in document.cite] == ["điều 2"]
    assert archive.sources["quyet-dinh-77"].transcribed is False


def test_f04_letter_without_symbol_or_date(archive: Archive) -> None:
    letter = archive.documents["cv-keo-dai"]
    assert (letter.kind, letter.symbol, letter.date) == ("letter", None, None)
    assert letter.subject == "kéo dài thời gian hoạt động lâm thời"


def test_f05_two_guidances_printed_as_one(archive: Archive) -> None:
    both = [archive.documents[f"hd-{number}-btgtw-2014"] for number in (20, 21)]
    assert [one.symbol for one in both] == ["20-HD/BTGTW", "21-HD/BTGTW"]
    assert {one.printed for one in both} == {"20,21-HD/BTGTW"}


def test_f06_two_regulations_of_one_symbol(archive: Archive) -> None:
    both = [archive.documents[name] for name in ("qd-07-du-co-so", "qd-07-du-chuc-danh")]
    assert {one.symbol for one in both} == {"07-QĐ/ĐUL"}
    assert both[0].subject != both[1].subject


def test_f07_term_tells_documents_apart(archive: Archive) -> None:
    newer = archive.documents["kl-03-du-khoa-iv"]
    older = archive.documents[newer.replaces[0]]
    assert (older.symbol, older.term, newer.term) == (newer.symbol, "khóa III", "khóa IV")


def test_f08_two_people_of_one_name(archive: Archive) -> None:
    one, other = archive.people["quach-dinh-loi"], archive.people["quach-dinh-loi-2"]
    assert one.name == other.name
    assert one.distinguished_by != other.distinguished_by == "Bí thư Quận ủy Tân Lập"
    assert other.other_names == ("Quách Đình Lời",)


def test_f09_renamed_on_an_unknown_day(archive: Archive) -> None:
    name = khoi(archive).names_of("organization")[1]
    assert bounds(name.start_date) == (date(2001, 8, 22), date(2003, 12, 31))
    assert name.start_date is not None
    assert name.start_date.kind == "one_of"
    for when, told in (("2000", "Liên cơ quan"), ("2005", "Khối Liên cơ quan")):
        borne = name_in_use(khoi(archive), parse_edtf(when))
        assert borne is not None
        assert borne.name == f"Đảng bộ {told} tỉnh Hà Lũng"


def test_f10_committee_renamed_but_not_organization(archive: Archive) -> None:
    names = khoi(archive).names_of("committee")
    assert [str(name.start_date) for name in names] == ["None", "2007-06-02"]
    assert len(khoi(archive).names_of("organization")) == 2
    before = name_in_use(khoi(archive), parse_edtf("1995"), "committee")
    assert before is not None
    assert before.name == "Đảng ủy Khối Liên cơ quan"
    assert archive.changes["doi-ten-dang-uy"].supersedes_name == "khoi-lien-co-quan/ten-du-1991"


def test_f11_headquarters_that_overlap(archive: Archive) -> None:
    first, second, third = khoi(archive).organization.headquarters
    assert (first.start_date, first.printed) == (None, "lúc này")
    assert (str(second.end_date), str(third.start_date)) == ("2004-06", "2004")


def test_f12_congress_of_two_days(archive: Archive) -> None:
    days = fact_of(archive, "khoi-lien-co-quan/dai-hoi-1", Congress).dates
    assert bounds(days) == (date(1993, 4, 6), date(1993, 4, 7))


def test_f13_terms_share_a_year(archive: Archive) -> None:
    terms = [str(congress.term) for congress in khoi(archive).congresses]
    assert terms == ["1993/1998", "1998/2003", "2003/2008"]
    assert fact_of(archive, "khoi-lien-co-quan/dai-hoi-3", Congress).delegates == 183


def test_f14_provisional_committee_without_congress(archive: Archive) -> None:
    committee = fact_of(archive, "khoi-lien-co-quan/bch-lam-thoi", Committee)
    assert (committee.size, committee.basis, committee.congress) == (19, "designated", None)
    assert committee.decided_by == "Ban Thường vụ Tỉnh ủy"
    inspection = fact_of(archive, "khoi-lien-co-quan/ubkt-lam-thoi", Committee)
    assert (inspection.size, inspection.full_time, inspection.concurrent) == (3, None, 3)


def test_f15_commission_elected_by_the_committee(archive: Archive) -> None:
    committee = fact_of(archive, "khoi-lien-co-quan/ubkt-2", Committee)
    assert (committee.congress, committee.decided_by) == ("II", "Ban Chấp hành Đảng bộ Khối")


def test_f16_designated_then_elected_is_one_tenure(archive: Archive) -> None:
    first, second, _ = tenures(archive, khoi(archive), "secretary")
    assert (first.person, len(first.memberships)) == ("ha-van-duyet", 2)
    assert (str(first.start), str(first.end)) == ("1991-03", "1997-07")
    elected = fact_of(archive, "khoi-lien-co-quan/bi-thu-duyet-2", Membership)
    assert elected.start_date is None
    assert str(start_of(archive, khoi(archive), elected)) == "1993-04-07"
    assert first.memberships[0].previously[0].organization == "quan-tan-lap"
    assert second.person == "mai-quang-tuc"


def test_f17_end_inferred_from_the_successor(archive: Archive) -> None:
    membership = fact_of(archive, "khoi-lien-co-quan/bi-thu-duyet-2", Membership)
    assert (membership.end_basis, membership.end_reason) == ("inferred", "retired")
    assert [str(citation) for citation in membership.end_cite or ()] == ["khoi-ky-yeu#17"]


def test_f18_two_manners_and_concurrent_posts(archive: Archive) -> None:
    membership = fact_of(archive, "khoi-lien-co-quan/bi-thu-tuc", Membership)
    assert membership.manner == ("assigned", "transferred")
    assert membership.full_time is False
    assert [(post.organization, post.role) for post in membership.concurrent] == [
        (None, "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("uy-ban-kiem-tra-lien-co-quan", "Ủy viên"),
    ]


def test_f19_added_in_the_middle_of_a_term(archive: Archive) -> None:
    membership = fact_of(archive, "khoi-lien-co-quan/pho-bi-thu-hao", Membership)
    assert (membership.congress, membership.congress_term) == (None, "II")
    assert str(start_of(archive, khoi(archive), membership)) == "2000-10-21"
    assert [post.role for post in membership.subsequently] == ["Phó Giám đốc Sở Nội vụ"]


def test_f20_two_people_share_a_post(archive: Archive) -> None:
    held = [t for t in tenures(archive, khoi(archive), "deputy-secretary") if t.end is None]
    at_once = [t.person for t in held if str(t.start) == "2003-09-17"]
    assert sorted(at_once) == ["kieu-van-bong", "ta-dinh-khoat"]


def test_f21_about_and_within_bounds(archive: Archive) -> None:
    membership = fact_of(archive, "khoi-lien-co-quan/btv-bong", Membership)
    assert bounds(membership.start_date) == (None, None)
    assert membership.start_date is not None
    assert membership.start_date.approximate
    assert bounds(membership.end_date) == (date(2003, 1, 1), date(2004, 2, 29))
    assert membership.printed == "cuối nhiệm kỳ"


def test_f22_one_field_has_its_own_source(archive: Archive) -> None:
    membership = fact_of(archive, "khoi-lien-co-quan/bi-thu-ly", Membership)
    assert [str(one) for one in membership.cite_for["start_date"]] == ["quyet-dinh-77#tr.2"]
    assert [str(one) for one in membership.cite] == ["khoi-ky-yeu#30"]


def test_f23_one_division_sums_another_is_partial(archive: Archive) -> None:
    whole = figure(archive, "khoi-lien-co-quan/to-chuc-1991")
    kinds = khoi(archive).parts[whole.id, "loại hình"]
    assert whole.value == sum(one.value or 0 for _, one in kinds) == 61
    assert [name for name, _ in khoi(archive).parts[whole.id, "địa bàn"]] == ["nội thành"]
    assert whole.partial_by == ("địa bàn",)


def test_f24_over_and_since_the_beginning_of_a_year(archive: Archive) -> None:
    share = figure(archive, "khoi-lien-co-quan/ty-le-dang-vien")
    assert (share.value, share.qualifier, share.printed) == (55, "over", "hơn 55%")
    members = figure(archive, "khoi-lien-co-quan/dang-vien-1995")
    assert members.period_printed == "từ đầu năm 1995"
    assert members.period.kind == "month"


def test_f25_annual_mean_over_a_term(archive: Archive) -> None:
    mean = figure(archive, "khoi-lien-co-quan/vung-manh")
    assert (mean.aggregation, mean.value, mean.qualifier) == ("annual_mean", 82, "over")
    assert bounds(mean.period) == (date(2003, 1, 1), date(2008, 12, 31))


def test_f26_qualified_numerator(archive: Archive) -> None:
    ratio = figure(archive, "khoi-lien-co-quan/dang-ky").ratio
    assert ratio is not None
    assert (ratio.numerator.value, ratio.numerator.qualifier) == (45, "over")
    assert (ratio.denominator.value, ratio.denominator.qualifier) == (66, None)
    assert ratio.percent_printed == Decimal("68.2")


def test_f27_words_in_place_of_a_number(archive: Archive) -> None:
    given = figure(archive, "khoi-lien-co-quan/dong-gop")
    assert (given.value, given.ratio, given.words) == (None, None, "hàng trăm triệu đồng")


def test_f28_award(archive: Archive) -> None:
    award = fact_of(archive, "khoi-lien-co-quan/bang-khen-2016", Event)
    assert (award.kind, award.counterpart, str(award.date)) == (
        "award",
        "Ủy ban nhân dân tỉnh",
        "2016",
    )


def test_f29_body_without_congresses_means_its_parents(archive: Archive) -> None:
    body = archive.dossiers["uy-ban-kiem-tra-lien-co-quan"]
    assert str(start_of(archive, body, body.memberships[0])) == "1998-11-22"
    assert body.memberships[0].decided_by == "Ban Chấp hành"
    assert ("uy-ban-kiem-tra-lien-co-quan", body.memberships[0]) in archive.facts_on["qd-77"]


def test_f30_decided_one_day_at_work_from_another(archive: Archive) -> None:
    founding = archive.dossiers["doan-lien-co-quan"].organization.founding
    assert founding is not None
    assert (str(founding.date), str(founding.operating_from)) == ("1992-04-11", "1992-04-25")


def test_f31_affiliated_body_counts_its_own_congresses(archive: Archive) -> None:
    congresses = archive.dossiers["doan-lien-co-quan"].congresses
    assert [(one.ordinal, str(one.term), one.dates) for one in congresses] == [
        ("IV", "2014/2019", None),
        ("V", "2019/2024", None),
    ]
