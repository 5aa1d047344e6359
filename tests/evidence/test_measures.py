"""How much of a source is told, and how firmly its numbers are held."""

from __future__ import annotations

from decimal import Decimal

from macros.evidence.coverage import ExcludedNumber, coverage
from macros.evidence.strength import measure
from tests.evidence.helpers import number, pair, source, text

EVIDENCE = {
    "nguon-a": source(
        "nguon-a",
        "2. Ở số 18 phố Mới(3), mở 6 lớp, kết nạp 136 đảng viên, 529 đảng viên học; có ba tổ.",
        "Đảng viên 149 163 Vượt",
    )
}


def test_strength_tries_every_other_number_of_the_paragraph() -> None:
    weak = number("136", "nguon-a#1", "đảng viên")
    outcome = measure([weak], EVIDENCE)
    assert outcome.tried == 4  # 18, 6, 529, 3
    assert [str(survivor) for survivor in outcome.survivors] == [
        "data/organizations/xa-thu/statistics.yml:7:5: dang-vien (value) là 136, mà nguon-a cũng "
        "nhận “529 đảng viên”"
    ]
    assert outcome.refused_share == Decimal("0.75")


def test_what_the_number_is_about_makes_it_firm() -> None:
    firm = number("136", "nguon-a#1", "đảng viên", subject=("kết nạp",))
    columns = pair("149", "163", "nguon-a#2", "đảng viên")
    outcome = measure([firm, columns], EVIDENCE)
    assert (outcome.tried, outcome.survivors) == (5, ())


def test_strength_leaves_out_what_is_not_compared() -> None:
    claims = [
        text("name", "Mới", "nguon-a#1"),
        number("136", "nguon-a#tr.1"),
    ]
    outcome = measure(claims, EVIDENCE)
    assert (outcome.tried, outcome.refused_share) == (0, 1)


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
