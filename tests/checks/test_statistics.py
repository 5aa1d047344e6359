from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.statistics import (
    breakdowns,
    percentages,
    printed_numbers,
    printed_ranges,
    values_given,
)
from tests.support import told

STATISTICS = "data/organizations/khoi/statistics.yml"
TARGETS = "data/organizations/khoi/targets.yml"


def figures(*entries: str) -> dict[str, str]:
    """Return statistics of which each entry is a figure on a line of its own, from line 2."""
    head = 'indicator: party-members, period: "2001", cite: ky-yeu#1'
    lines = [f"  - {{{head}, {entry}}}" for entry in entries]
    return {STATISTICS: "\n".join(["observations:", *lines])}


def at(line: int, text: str) -> str:
    return f"{STATISTICS}:{line}:{text}"


PART = "part_of: tong, dimension: loại hình"


def test_silent_when_right(tmp_path: Path) -> None:
    files = figures(
        "id: tong, value: 59, sums: true, partial_by: nơi",
        f"id: a, value: 35, {PART}, category: đảng bộ",
        f"id: b, ratio: {{numerator: 24, denominator: 59, percent_printed: 40.7}}, {PART}, "
        "category: chi bộ",
        "id: c, value: 7, part_of: tong, dimension: nơi, category: nội thành",
        "id: d, value: 3, value_to: 4",
        "id: e, words: rất ít",
    )
    for check in (values_given, breakdowns, percentages):
        assert told(check, tmp_path, files) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "id: a",
            "5: lỗi: số liệu không có value, ratio hay words "
            "→ ghi đúng một: value, ratio, hoặc words khi nguồn chỉ nói bằng lời",
        ),
        (
            "id: a, value: 5, ratio: {numerator: 1, denominator: 2}",
            "5: lỗi: số liệu có cả value và ratio → giữ lại một, xóa phần kia",
        ),
        (
            "id: a, value: 5, value_to: 4",
            "91: lỗi: khoảng giá trị bị ngược → value nhỏ hơn value_to",
        ),
        (
            "id: a, value: 5, value_to: 5",
            "91: lỗi: khoảng giá trị bị ngược → value nhỏ hơn value_to",
        ),
        (
            "id: a, words: ít, value_to: 5",
            "92: lỗi: khoảng giá trị bị ngược → value nhỏ hơn value_to",
        ),
        (
            "id: a, value: 5, part_of: a",
            "90: lỗi: số liệu là một phần của số khác nhưng chưa nói chia theo gì "
            "→ thêm dimension (tiêu chí chia) và category (tên phần)",
        ),
        (
            "id: a, value: 5, part_of: a, dimension: nơi",
            "90: lỗi: số liệu là một phần của số khác nhưng chưa nói chia theo gì "
            "→ thêm dimension (tiêu chí chia) và category (tên phần)",
        ),
        (
            "id: a, value: 5, part_of: a, category: xã",
            "90: lỗi: số liệu là một phần của số khác nhưng chưa nói chia theo gì "
            "→ thêm dimension (tiêu chí chia) và category (tên phần)",
        ),
    ],
)
def test_values_given(tmp_path: Path, entry: str, message: str) -> None:
    assert told(values_given, tmp_path, figures(entry)) == [at(2, message)]


def parts(whole: str, one: int, other: int) -> dict[str, str]:
    return figures(
        f"id: tong, value: 59{whole}",
        f"id: a, value: {one}, {PART}, category: đảng bộ",
        f"id: b, value: {other}, {PART}, category: chi bộ",
    )


@pytest.mark.parametrize(
    ("whole", "other", "message"),
    [
        (
            "",
            24,
            "5: lỗi: “tong” được chia theo loại hình nhưng chưa nói các phần có cộng đủ không "
            "→ các phần cộng lại được 59; ghi sums: true, sums: false kèm sums_reason, "
            "hoặc partial_by: loại hình nếu nguồn chỉ nêu vài phần",
        ),
        (
            ", sums: true",
            25,
            "81: lỗi: các phần theo loại hình cộng lại là 35 (a) + 25 (b) = 60, không phải 59 (tong) → sửa con "
            "số sai, hoặc ghi sums: false kèm sums_reason nếu nguồn in như vậy",
        ),
        (", sums: false", 25, "91: lỗi: sums: false nhưng không nói vì sao → thêm sums_reason"),
        (
            ", sums: false, sums_reason: in thiếu",
            24,
            "91: lỗi: sums: false nhưng các phần theo loại hình cộng lại đúng bằng 59 "
            "→ ghi sums: true và xóa sums_reason",
        ),
    ],
)
def test_breakdowns(tmp_path: Path, whole: str, other: int, message: str) -> None:
    assert told(breakdowns, tmp_path, parts(whole, 35, other)) == [at(2, message)]


@pytest.mark.parametrize(
    "whole", [", sums: false, sums_reason: in thiếu", ", partial_by: loại hình"]
)
def test_parts_that_are_said_not_to_sum(tmp_path: Path, whole: str) -> None:
    assert told(breakdowns, tmp_path, parts(whole, 35, 20)) == []


def test_qualified_parts_are_not_added(tmp_path: Path) -> None:
    files = figures(
        "id: tong, value: 59, sums: true",
        f"id: a, value: 35, {PART}, category: đảng bộ",
        f"id: b, value: 20, qualifier: over, {PART}, category: chi bộ",
    )
    assert told(breakdowns, tmp_path, files) == []


@pytest.mark.parametrize("whole", ["value: 59, qualifier: over", "value: 50, value_to: 59"])
def test_a_whole_that_is_no_exact_number_is_not_compared(tmp_path: Path, whole: str) -> None:
    files = figures(
        f"id: tong, {whole}, sums: true",
        f"id: a, value: 35, {PART}, category: đảng bộ",
        f"id: b, value: 20, {PART}, category: chi bộ",
    )
    assert told(breakdowns, tmp_path, files) == []


def test_parts_of_a_ratio_are_compared_with_its_numerator(tmp_path: Path) -> None:
    files = figures(
        "id: tong, sums: true, ratio: {numerator: 59, denominator: 70}",
        f"id: a, value: 35, {PART}, category: đảng bộ",
        f"id: b, value: 20, {PART}, category: chi bộ",
    )
    (line,) = told(breakdowns, tmp_path, files)
    assert line.startswith(
        at(2, "93: lỗi: các phần theo loại hình cộng lại là 35 (a) + 20 (b) = 55, ")
    )


def test_parts_of_a_whole_that_is_not_there_hide_no_other(tmp_path: Path) -> None:
    files = figures(
        "id: tong, value: 59, sums: true",
        f"id: a, value: 35, {PART}, category: đảng bộ",
        "id: x, value: 1, part_of: khong-co, dimension: nơi, category: xã",
    )
    (line,) = told(breakdowns, tmp_path, files)
    assert line.startswith(at(2, "81: lỗi: các phần theo loại hình cộng lại là 35 (a) = 35, "))


def test_cells_of_two_dimensions_are_added_both_ways(tmp_path: Path) -> None:
    files = figures(
        "id: tong, value: 30, sums: true",
        "id: o, value: 12, part_of: tong, dimension: loại đất, category: đất ở, sums: true",
        "id: x, value: 18, part_of: tong, dimension: loại đất, category: khác",
        "id: o-xa, value: 5, dimension: xã, category: một, "
        "also_part_of: [{part_of: o, dimension: xã, category: một}]",
        "id: o-xb, value: 6, dimension: xã, category: hai, "
        "also_part_of: [{part_of: o, dimension: xã, category: hai}]",
    )
    assert told(breakdowns, tmp_path, files) == [
        at(
            3,
            "78: lỗi: các phần theo xã cộng lại là 5 (o-xa) + 6 (o-xb) = 11, không phải 12 (o) → sửa con số sai, "
            "hoặc ghi sums: false kèm sums_reason nếu nguồn in như vậy",
        )
    ]


def test_part_told_twice(tmp_path: Path) -> None:
    files = figures(
        "id: tong, value: 59, partial_by: loại hình",
        f"id: a, value: 35, {PART}, category: đảng bộ",
        f"id: b, value: 24, {PART}, category: đảng bộ",
    )
    assert told(breakdowns, tmp_path, files) == [
        at(
            4,
            "129: lỗi: phần “đảng bộ” (chia theo loại hình) đã có ở “a” "
            "→ sửa category hoặc part_of",
        )
    ]


def ratio(inside: str) -> dict[str, str]:
    return figures(f"id: a, ratio: {{{inside}}}")


def test_wrong_percentage(tmp_path: Path) -> None:
    files = ratio("numerator: 40, denominator: 62, percent_printed: 64.4")
    message = "128: lỗi: 40/62 là 64,5%, không phải 64,4% → sửa số gõ nhầm; "
    assert told(percentages, tmp_path, files) == [
        at(2, f"{message}nếu nguồn in như vậy, ghi một mục trong conflicts.yml")
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "numerator: 40, denominator: 62, percent_printed: 64.5",
        "numerator: 40, denominator: 62",
        "numerator: {value: 40, qualifier: over}, denominator: 62, percent_printed: 70",
        "numerator: 40, denominator: {value: 62, qualifier: over}, percent_printed: 60",
        "numerator: 40, denominator: 62, percent_printed: 60, percent_qualifier: over",
    ],
)
def test_percentage_that_is_right_or_cannot_be_reckoned(tmp_path: Path, inside: str) -> None:
    assert told(percentages, tmp_path, ratio(inside)) == []


def test_percentage_printed_wrong_by_the_source(tmp_path: Path) -> None:
    files = {
        **ratio("numerator: 40, denominator: 62, percent_printed: 64.4"),
        "data/organizations/khoi/conflicts.yml": """
            conflicts:
              - id: phan-tram
                kind: contradiction
                topic: Phần trăm
                note: Nguồn in như vậy
                claims: [{fact: a, shown: true}, {statement: tính lại khác, cite: ky-yeu#1}]
            """,
    }
    assert told(percentages, tmp_path, files) == []


def test_nothing_in_the_denominator(tmp_path: Path) -> None:
    assert told(percentages, tmp_path, ratio("numerator: 0, denominator: 0")) == [
        at(2, "106: lỗi: mẫu số bằng 0 → sửa mẫu số")
    ]


@pytest.mark.parametrize(
    "first",
    [
        "value: 5",
        "ratio: {numerator: {value: 40, qualifier: over}, denominator: 62, percent_printed: 70}",
    ],
)
def test_a_figure_that_cannot_be_reckoned_hides_no_other(tmp_path: Path, first: str) -> None:
    wrong = "ratio: {numerator: 40, denominator: 62, percent_printed: 64.4}"
    (line,) = told(percentages, tmp_path, figures(f"id: a, {first}", f"id: b, {wrong}"))
    assert line.startswith(at(3, "128: lỗi: 40/62 là 64,5%, không phải 64,4%"))


def cell(inside: str) -> dict[str, str]:
    return {
        TARGETS: f"""
            sets:
              - id: bang
                title: Bảng
                period: "2001"
                cite: ky-yeu#4
                targets:
                  - id: dong
                    indicator: Một
                    cite: ky-yeu#4
                    actual: {{{inside}}}
            """
    }


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (
            "lost: true, value: 5",
            "24: lỗi: ô ghi là bị mất mà vẫn có giá trị → xóa một trong hai",
        ),
        (
            "lost: true, printed: 5 trường",
            "24: lỗi: ô ghi là bị mất mà vẫn có giá trị → xóa một trong hai",
        ),
        ("value: 5", "17: lỗi: ô không có nguyên văn → thêm printed, hoặc ghi lost: true"),
        (
            "printed: 4-3 trường, min: 4, max: 3",
            "44: lỗi: khoảng giá trị bị ngược → min không lớn hơn max",
        ),
        (
            "printed: trên 3, value: 3, exclusive: true",
            "56: lỗi: exclusive: true mà không có min hay max "
            "→ ghi số ấy ở min (“trên 3%”) hoặc max (“dưới 3%”)",
        ),
    ],
)
def test_printed_ranges(tmp_path: Path, inside: str, message: str) -> None:
    assert told(printed_ranges, tmp_path, cell(inside)) == [f"{TARGETS}:10:{message}"]


@pytest.mark.parametrize(
    "inside",
    [
        "lost: true",
        "printed: 3-4 trường, min: 3, max: 4",
        "printed: 3 trường, min: 3, max: 3",
        "printed: 3 trường trở xuống, max: 3",
        'printed: ">1", min: 1, exclusive: true',
        'printed: "<1", max: 1, exclusive: true',
    ],
)
def test_printed_cell_that_is_right(tmp_path: Path, inside: str) -> None:
    assert told(printed_ranges, tmp_path, cell(inside)) == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (
            "printed: ít nhất 3%, min: 77",
            "44: lỗi: min: 77 không có trong printed “ít nhất 3%” "
            "→ ở đó có 3: sửa min, hoặc sửa printed theo nguồn",
        ),
        (
            "printed: Đạt, value: 5",
            "39: lỗi: value: 5 không có trong printed “Đạt” "
            "→ ở đó không có con số nào: sửa printed theo nguồn, hoặc xóa value",
        ),
        (
            "printed: 3-4 trường, min: 3, max: 5",
            "52: lỗi: max: 5 không có trong printed “3-4 trường” "
            "→ ở đó có 3, 4: sửa max, hoặc sửa printed theo nguồn",
        ),
        (
            "printed: ít nhất 3%, value: 3",
            "46: lỗi: printed “ít nhất 3%” không phải là value: 3 → ghi min: 3",
        ),
        (
            "printed: trên 3%, min: 3",
            "41: lỗi: printed “trên 3%” không phải là min: 3 → ghi min: 3, exclusive: true",
        ),
        (
            "printed: từ 3%, min: 3, exclusive: true",
            "39: lỗi: printed “từ 3%” không phải là min: 3, exclusive: true → ghi min: 3",
        ),
        (
            "printed: 3-4 trường, value: 4",
            "46: lỗi: printed “3-4 trường” không phải là value: 4 → ghi min: 3, max: 4",
        ),
    ],
)
def test_numbers_of_a_cell_that_its_wording_does_not_say(
    tmp_path: Path, inside: str, message: str
) -> None:
    assert told(printed_numbers, tmp_path, cell(inside)) == [f"{TARGETS}:10:{message}"]


@pytest.mark.parametrize(
    "inside",
    [
        "lost: true",
        "printed: Đạt",
        "printed: hai trường, value: 2",
        "printed: 1.100 hộ, value: 1100",
        'printed: "95,3", value: 95.3',
        "printed: đạt 90% trở lên, min: 90",
        # A bare number may be a bound by the heading of its row.
        "printed: 90%, min: 90",
        "printed: 21/23, value: 21",
        # One mistake is told once, by the other check.
        "printed: trên 3%, value: 3, exclusive: true",
    ],
)
def test_numbers_of_a_cell_that_its_wording_says(tmp_path: Path, inside: str) -> None:
    assert told(printed_numbers, tmp_path, cell(inside)) == []


def test_targets_are_held_to_it_as_results_are(tmp_path: Path) -> None:
    files = {TARGETS: cell("value: 5")[TARGETS].replace("actual:", "target:")}
    assert told(printed_ranges, tmp_path, files) == [
        f"{TARGETS}:10:17: lỗi: ô không có nguyên văn → thêm printed, hoặc ghi lost: true"
    ]
