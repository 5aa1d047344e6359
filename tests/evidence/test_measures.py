"""How much of a source is told."""

from __future__ import annotations

from macros.evidence.coverage import ExcludedNumber, coverage
from tests.evidence.helpers import number, pair, source, text

EVIDENCE = {
    "nguon-a": source(
        "nguon-a",
        "2. Ở số 18 phố Mới(3), mở 6 lớp, kết nạp 136 đảng viên, 529 đảng viên học; có ba tổ.",
        "Đảng viên 149 163 Vượt",
    )
}


def test_coverage_tells_what_is_left_out() -> None:
    claims = [
        number("136", "nguon-a#1", "đảng viên", subject=("kết nạp",)),
        number("6", "nguon-a#2", "lớp"),  # another paragraph: tells nothing of the first
        pair("149", "163", "nguon-a#2", "đảng viên"),
    ]
    road = ExcludedNumber("nguon-a", (1, 2), "18", "số nhà")
    needless = ExcludedNumber("nguon-a", (2,), "18", "số nhà")
    of_source = coverage(claims, EVIDENCE, [road, needless])["nguon-a"]
    assert (of_source.numbers, of_source.covered, of_source.not_facts) == (6, 3, 1)
    assert [item.words for item in of_source.missing] == ["mở [6] lớp", "[529] đảng viên học"]
    assert [item.words for item in of_source.missing_words] == ["có [ba] tổ"]
    assert of_source.labels == 2
    assert of_source.unused_not_facts == (needless,)


def test_a_printed_wording_tells_the_numbers_in_it() -> None:
    address = text("text", "số 18 phố Mới", "nguon-a#1")
    elsewhere = text("text", "số 6 phố Mới", "nguon-a#1")
    of_source = coverage([address, elsewhere], EVIDENCE)["nguon-a"]
    assert of_source.covered == 1
    assert "18" not in [item.printed for item in of_source.missing]


def test_half_a_ratio_is_not_told() -> None:
    evidence = {"nguon-a": source("nguon-a", "Có 42/65 đơn vị.")}
    half = coverage([number("42", "nguon-a#1", "đơn vị")], evidence)["nguon-a"]
    assert [item.printed for item in half.missing] == ["42/65"]
    both = [number("42", "nguon-a#1", "đơn vị"), number("65", "nguon-a#1", "đơn vị")]
    assert coverage(both, evidence)["nguon-a"].missing == ()


def test_a_sentence_of_the_editors_tells_the_numbers_in_it() -> None:
    evidence = {"nguon-a": source("nguon-a", "Cam kết tránh 27 biểu hiện ở 3 lĩnh vực, theo số 5.")}
    told = text("paraphrase", "Mọi người cam kết tránh 27 biểu hiện.", "nguon-a#1")
    other = text("paraphrase", "Có 3 lớp học, và báo số 5.", "nguon-a#1")
    of_source = coverage([told, other], evidence)["nguon-a"]
    assert [item.printed for item in of_source.missing] == ["3"]


def test_the_years_in_the_head_of_a_table_are_told_by_the_periods_that_cite_it() -> None:
    evidence = {"nguon-a": source("nguon-a", "Chỉ tiêu 2015 2.015 2020", "Số hộ 90 81")}
    told = text("date", "2015", "nguon-a#1")
    assert [one.printed for one in coverage([told], evidence)["nguon-a"].missing] == [
        "2.015",
        "2020",
        "90",
        "81",
    ]


def test_a_number_that_an_editor_vouches_for_is_told_if_no_other_is_like_it() -> None:
    evidence = {"nguon-a": source("nguon-a", "Cấp ủy 25 vị, 3 vị nữ.", "Xóm 3 có 3 lò, 25 hộ.")}
    vouched = [number(n, "nguon-a#1-2", "đồng chí", implied="worded") for n in ("25", "3")]
    missing = coverage(vouched, evidence)["nguon-a"].missing
    assert [(one.paragraph, one.printed) for one in missing] == [(2, "3"), (2, "3")]
    told = [one._replace(implied="") for one in vouched]
    assert len(coverage(told, evidence)["nguon-a"].missing) == 5
