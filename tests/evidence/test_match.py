"""What the evidence holds and refuses, and what an editor is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from macros.evidence.lexicon import Lexicon
from macros.evidence.match import report
from macros.messages.problems import Severity
from tests.evidence.helpers import number, pair, source, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.evidence.claims import ValueClaim
    from macros.evidence.files import SourceEvidence
    from macros.evidence.match import Transcriptions
    from macros.messages.problems import Problem

ATTESTED = frozenset({"Ủy viên Ban Thường vụ Huyện ủy", "Đổi mới công tác hội họp ở cơ sở"})
EVIDENCE = {
    "nguon-a": source(
        "nguon-a",
        "Năm 1995, toàn Đảng bộ kết nạp 136 đảng viên, bồi dưỡng cho 529 đồng chí ở 42/65 đơn vị.",
        "Hội nghị cử Ban Chấp hành gồm 31 đồng chí, Ban Thường vụ gồm 7 đồng chí (có hai ủy viên "
        "chuyên trách). Bà Trần Thị Mẫu-Uỷ viên Ban Thường vụ Huyện uỷ, giữ chức Bí thư.",
        "Từ ngày 27 đến ngày 29 tháng 10 năm 2005, họp theo Quyết định số 07- QĐ/HU về “Đổi mới "
        "công tác hội họp ở cơ sở”.",
        "Đảng viên 149 163 Vượt",
        "Tỷ lệ giao quân % 100 105,7 Vượt",
        "Tổng số 69 tổ chức đảng, gồm 4 đảng bộ cơ sở và 18 chi bộ cơ sở với 1.552 đảng viên.",
        lexicon=Lexicon(texts=ATTESTED),
    ),
    "nguon-b": source(
        "nguon-b",
        "Năm ấy có 1.552 đảng viên.",
        "Và 136 đảng viên mới.",
        "Ở 9 xã có trên 40 chi bộ, đảng bộ (trong tổng số 62 chi bộ) đăng ký.",
    ),
}


def hold(
    claims: Sequence[ValueClaim],
    evidence: Mapping[str, SourceEvidence],
    transcriptions: Transcriptions | None = None,
) -> list[Problem]:
    return report(claims, evidence, transcriptions).problems


def held(claim: ValueClaim) -> bool:
    return hold([claim], EVIDENCE) == []


def message(claim: ValueClaim) -> str:
    (problem,) = hold([claim], EVIDENCE)
    return str(problem)


@pytest.mark.parametrize(
    "claim",
    [
        number("136", "nguon-a#1", "đảng viên"),
        number("529", "nguon-a#1", "đảng viên", subject=("bồi dưỡng",)),
        number("529", "nguon-a#1", "người"),
        number("529", "nguon-a#1", "529 đồng chí"),
        number("529", "nguon-a#1", "bồi dưỡng cho … đồng chí"),
        number("31", "nguon-a#2", "ủy viên", subject=("Ban Chấp hành",)),
        number("7", "nguon-a#2", "ủy viên", subject=("Ban Thường vụ",)),
        number("2", "nguon-a#2", "chuyên trách"),
        number("31", "nguon-a#2", "cử Ban Chấp hành gồm 31 đồng chí"),
        number("2", "nguon-a#2", "có hai ủy viên"),
        number("149", "nguon-a#4", "đảng viên"),
        number("105.7", "nguon-a#5", "%"),
        number("42", "nguon-a#1", "đơn vị"),
        number("65", "nguon-a#1", "đơn vị"),
        number("18", "nguon-a#6", "chi bộ"),
        pair("42", "65", "nguon-a#1", "đơn vị"),
        pair("40", "62", "nguon-b#3", "chi bộ"),
        pair("149", "163", "nguon-a#4", "đảng viên"),
        number("1552", "nguon-a#1-6", "đảng viên"),
        text("date", "1995", "nguon-a#1"),
        text("date", "2005-10-27/2005-10-29", "nguon-a#3"),
        text("date", "2005-10", "nguon-a#3"),
        text("date", "2005-10-27/..", "nguon-a#3"),
        text("date", "1995/2005-10-29", "nguon-a#1,3"),
        text("symbol", "7-QĐ/HU", "nguon-a#3"),
        text("name", "Trần Thị Mẫu", "nguon-a#2"),
        text("text", "Ủy viên Ban Thường vụ Huyện ủy", "nguon-a#2"),
        text("text", "Đổi mới công tác hội họp ở cơ sở", "nguon-a#3"),
    ],
)
def test_a_value_that_stands_there_is_held(claim: ValueClaim) -> None:
    assert hold([claim], EVIDENCE) == []


@pytest.mark.parametrize(
    "claim",
    [
        number("42", "nguon-a#1", "đảng viên"),
        number("529", "nguon-a#1", "đảng viên"),
        number("136", "nguon-a#1", "bồi dưỡng cho … đồng chí"),
        number("4", "nguon-a#6", "đảng viên"),
        number("4", "nguon-a#6", "chi bộ"),
        number("31", "nguon-a#2", "ủy viên", subject=("Ban Thường vụ",)),
        number("7", "nguon-a#2", "ủy viên", subject=("Ban Chấp hành",)),
        number("7", "nguon-a#2", "gồm 31 đồng chí"),
        number("7", "nguon-a#2", "Ban Chấp hành gồm 7 đồng chí"),
        pair("65", "42", "nguon-a#1", "đơn vị"),
        pair("62", "40", "nguon-b#3", "chi bộ"),
        pair("9", "40", "nguon-b#3", "chi bộ"),
        pair("163", "149", "nguon-a#4", "đảng viên"),
        pair("163", "163", "nguon-a#4", "đảng viên"),
        text("date", "2005-10-28", "nguon-a#3"),
        text("date", "2005-10-27/2005-10-30", "nguon-a#3"),
        text("date", "1995-01", "nguon-a#1"),
        text("symbol", "07-QĐ/TU", "nguon-a#3"),
        text("name", "Trần Mẫu Thị", "nguon-a#2"),
        text("name", "Trần Thị Mẩu", "nguon-a#2"),
        text("text", "Đổi mới công tác họp báo ở cơ sở", "nguon-a#3"),
    ],
)
def test_a_value_that_does_not_stand_there_is_refused(claim: ValueClaim) -> None:
    assert len(hold([claim], EVIDENCE)) == 1


def test_the_subject_nearest_to_a_number_is_its_own() -> None:
    """One sentence may name several bodies before its first number."""
    evidence = {
        "nguon-a": source(
            "nguon-a",
            "Ban Thường vụ Huyện ủy chỉ định Ban Chấp hành lâm thời gồm 31 đồng chí, "
            "Ban Thường vụ gồm 7 đồng chí.",
        )
    }
    standing = number("7", "nguon-a#1", "ủy viên", subject=("Ban Thường vụ",))
    executive = number("31", "nguon-a#1", "ủy viên", subject=("Ban Chấp hành",))
    assert hold([standing, executive], evidence) == []
    assert hold([standing._replace(value=executive.value)], evidence) != []
    assert hold([executive._replace(value=standing.value)], evidence) != []


def test_further_on_one_word_is_no_unit() -> None:
    evidence = {"nguon-a": source("nguon-a", "Có 12 đảng viên là người đứng đầu.")}
    assert hold([number("12", "nguon-a#1", "người")], evidence) != []


def test_the_transcription_settles_the_order_of_words() -> None:
    texts = {"nguon-a": ["", "", "họp theo Quyết định về “Đổi mới công tác hội họp ở cơ sở”."]}
    shuffled = text("text", "Đổi mới hội họp công tác ở cơ sở", "nguon-a#3")
    # Without it, a wording that nobody has attested waits: its words are there.
    (waiting,) = hold([shuffled], EVIDENCE)
    assert waiting.severity is Severity.NOTE
    (refused,) = hold([shuffled], EVIDENCE, texts)
    assert refused.severity is Severity.ERROR
    right = text("text", "Đổi mới công tác hội họp ở cơ sở", "nguon-a#3")
    assert hold([right], EVIDENCE, texts) == []


def test_every_source_cited_must_hold_the_value() -> None:
    both = text("name", "Trần Thị Mẫu", "nguon-a#2", "nguon-b#1")
    assert not held(both)
    limited = text("name", "Trần Thị Mẫu", "nguon-a#2", "nguon-b#1", sources=("nguon-a",))
    assert held(limited)


def test_the_remedy_names_the_paragraph_where_the_value_stands() -> None:
    assert message(number("1552", "nguon-a#1", "đảng viên")) == (
        "data/organizations/xa-thu/statistics.yml:7:5: lỗi: “1.552 đảng viên” (value của dang-vien)"
        " không có ở nguon-a#1 → có ở đoạn 6 của nguồn này: sửa trích dẫn hoặc sửa dữ kiện"
    )


def test_the_remedy_lists_the_nearest_numbers_beside_the_unit() -> None:
    assert message(number("135", "nguon-a#1", "đảng viên")) == (
        "data/organizations/xa-thu/statistics.yml:7:5: lỗi: “135 đảng viên” (value của dang-vien)"
        " không có ở nguon-a#1 → ở đó có “bộ kết nạp 136 đảng viên”: sửa con số hoặc trích dẫn"
    )


def test_a_number_of_damaged_evidence_that_says_nothing_is_far_from_any() -> None:
    whole = EVIDENCE["nguon-a"]
    first, *rest = whole.paragraphs
    damaged = replace(first, numbers=tuple(replace(one, printed="x") for one in first.numbers))
    evidence = {"nguon-a": replace(whole, paragraphs=(damaged, *rest))}
    (problem,) = report([number("135", "nguon-a#1", "đảng viên")], evidence).problems
    assert "ở đó có “bộ kết nạp x đảng viên”" in problem.remedy


def test_the_remedy_shows_the_words_beside_the_number() -> None:
    assert message(number("69", "nguon-a#6", "chi bộ")).endswith(
        "→ ở đó con số này đứng trong “tổng số 69 tổ chức đảng”: sửa đơn vị, hoặc ghi các từ ấy "
        "vào printed"
    )


@pytest.mark.parametrize(
    ("told", "remedy"),
    [
        ("Đảng bộ kết nạp 137 đảng viên ở 42 đơn vị", "ở đó không có con số 137: sửa con số"),
        ("Đảng bộ bồi dưỡng 8 lớp, kết nạp 9 đảng viên", "ở đó không có con số 8, 9: sửa con số"),
        ("Nhân dân đắp đê, đào kênh, trồng rừng", "quá ít từ của câu ấy có trong nguồn: sửa lời"),
    ],
)
def test_the_remedy_of_a_sentence_names_its_numbers_that_are_not_there(
    told: str, remedy: str
) -> None:
    claim = text("paraphrase", told, "nguon-a#1", share=Decimal("0.5"))
    assert f"→ {remedy} hoặc trích dẫn; nếu" in message(claim)


def test_the_remedy_says_that_the_number_counts_something_else() -> None:
    claim = number("69", "nguon-a#6", "tổ chức đảng", subject=("Ban Chấp hành",))
    assert message(claim).endswith(
        "→ ở đó có “tổng số 69 tổ chức đảng” nhưng quanh con số không có “Ban Chấp hành”: sửa dữ "
        "kiện hoặc trích dẫn; nếu nguồn nói bằng lời khác thì ghi implied: { value: vì sao }"
    )


def test_the_remedy_lists_dates_symbols_and_names() -> None:
    assert message(text("date", "1996", "nguon-a#1")).endswith(
        "ở đó có các mốc thời gian 1995: sửa dữ kiện hoặc trích dẫn"
    )
    assert message(text("symbol", "08-QĐ/HU", "nguon-a#3")).endswith(
        "ở đó có các số, ký hiệu 07-QĐ/HU: sửa dữ kiện hoặc trích dẫn"
    )
    assert "Bà Trần Thị Mẫu" in message(text("name", "Trần Thị Mai", "nguon-a#2"))
    assert message(text("symbol", "08-QĐ/HU", "nguon-a#1")).endswith(
        "ở đó không có gì cùng loại: sửa trích dẫn"
    )


def test_a_paragraph_or_a_source_that_is_not_there() -> None:
    assert message(number("1", "nguon-b#9")).endswith(
        "nguồn nguon-b không có đoạn 9 → nguồn này có 3 đoạn: sửa trích dẫn"
    )
    assert "nguồn nguon-c chưa có tệp bằng chứng" in message(number("1", "nguon-c#1"))


def test_an_inferred_day_is_looked_for_too() -> None:
    assert held(text("date", "2005-10-29", "nguon-a#3", inferred=True))
    assert "2005-10-27" in message(text("date", "2005-10-30", "nguon-a#3", inferred=True))


def test_the_report_counts_what_was_and_was_not_compared() -> None:
    result = report(
        [
            number("136", "nguon-a#1", "đảng viên"),
            text("date", "2005", "nguon-a#3", inferred=True),
            text("name", "Trần Thị Mẫu", "nguon-a#tr.3"),
            text("name", "Trần Thị Mẫu", "quyet-dinh-thu#dieu-2"),
        ],
        EVIDENCE,
    )
    assert result.problems == []
    assert result.lines() == [
        "nguon-a: đã đối chiếu 1, suy ra 1, nói bằng lời khác 0, chờ đối chiếu 0, chưa đối chiếu 1",
        "quyet-dinh-thu: đã đối chiếu 0, suy ra 0, nói bằng lời khác 0, chờ đối chiếu 0, "
        "chưa đối chiếu 1",
    ]
