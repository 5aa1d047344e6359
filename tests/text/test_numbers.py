"""Numbers: what is refused and with which remedy, and what is printed, exactly."""

from __future__ import annotations

import random
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest

from macros.text.numbers import (
    NumberError,
    decimals_of,
    number_forms,
    number_words,
    parse_number,
    percent_agrees,
    percent_of,
    say_number,
    say_quantity,
)
from macros.text.vietnamese import NBSP

EXAMPLE = "viết bằng chữ số, dấu chấm trước phần thập phân, ví dụ 2522 hoặc 98.76"


# --- reading --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("2522", "2522"),
        ("-5", "-5"),
        ("98.76", "98.76"),
        ("81.50", "81.50"),
        ("0.5", "0.5"),
        ("0.0001", "0.0001"),
        ("45.4470", "45.447"),
        ("0.1250", "0.125"),
        ("999999999999999999", "999999999999999999"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    # str, since Decimal("81.5") == Decimal("81.50")
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        (
            "2.522",
            "“2.522” có đúng ba chữ số sau dấu chấm, dễ nhầm với hàng nghìn",
            "viết 2522; nếu đúng là ba chữ số thập phân thì viết 2.5220",
        ),
        (
            "0.522",
            "“0.522” có đúng ba chữ số sau dấu chấm, dễ nhầm với hàng nghìn",
            "thêm một chữ số 0: viết 0.5220",
        ),
        (
            "3464.447",
            "“3464.447” có đúng ba chữ số sau dấu chấm, dễ nhầm với hàng nghìn",
            "thêm một chữ số 0: viết 3464.4470",
        ),
        ("2,5", "“2,5” có dấu phẩy", "viết 2.5"),
        ("3.464,4", "“3.464,4” có dấu phẩy", "viết 3464.4"),
        (
            "45,447",
            "“45,447” có dấu phẩy",
            "viết 45.4470; nếu là hàng nghìn thì viết 45447",
        ),
        ("1,234,567", "“1,234,567” có dấu phẩy", "viết 1234567"),
        ("1,2,3", "“1,2,3” có dấu phẩy", EXAMPLE),
        ("1.234.567", "“1.234.567” có dấu chấm hàng nghìn", "viết 1234567"),
        ("1 000", "“1 000” có khoảng trắng", "viết 1000"),
        ("1\u00a0000,5", "“1 000,5” có khoảng trắng", "viết 1000.5"),
        ("2000 2005", "“2000 2005” có khoảng trắng", EXAMPLE),
        ("5\n", "“5 ” có khoảng trắng", "viết 5"),
        ("1e3", "“1e3” không phải là một con số", EXAMPLE),
        ("٣", "“٣” có chữ số không phải 0–9", "viết 3"),
        ("+5", "“+5” có dấu “+” ở đầu", "viết 5"),
        ("−5", "“−5” có dấu “−” ở đầu", "viết -5"),
        ("98.7%", "“98.7%” có dấu %", "viết 98.7 và ghi % ở đơn vị"),
        ("", "thiếu con số", EXAMPLE),
        (" ", "thiếu con số", EXAMPLE),
        ("007", "“007” có số 0 thừa ở đầu", "viết 7"),
        ("-00.5", "“-00.5” có số 0 thừa ở đầu", "viết -0.5"),
        ("-0", "“-0” là số 0 mang dấu trừ", "viết 0"),
        ("-0.000", "“-0.000” là số 0 mang dấu trừ", "viết 0"),
        ("−0,0", "“−0,0” có dấu phẩy", "viết 0.0"),
        (".5", "“.5” không phải là một con số", "viết 0.5"),
        ("5.", "“5.” không phải là một con số", "viết 5"),
        ("--5", "“--5” không phải là một con số", EXAMPLE),
        ("NaN", "“NaN” không phải là một con số", EXAMPLE),
        ("0x10", "“0x10” không phải là một con số", EXAMPLE),
        ("1_000", "“1_000” không phải là một con số", EXAMPLE),
        ("năm", "“năm” không phải là một con số", EXAMPLE),
        ("½", "“½” không phải là một con số", EXAMPLE),
        ("1" * 19, f"“{'1' * 19}” dài quá 18 chữ số", "kiểm tra lại con số"),
        ("1" * 9999, f"“{'1' * 40}…” dài quá 18 chữ số", "kiểm tra lại con số"),
        ("x" * 9999, f"“{'x' * 40}…” không phải là một con số", EXAMPLE),
    ],
)
def test_refused_with_a_remedy(text: str, message: str, remedy: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)
    assert str(caught.value) == f"{message} → {remedy}"


def test_whatever_is_written_is_a_number_or_a_number_error() -> None:
    chance = random.Random(4)
    taken = 0
    for _ in range(20_000):
        text = "".join(chance.choices("00123459.,-+ %e٣−", k=chance.randint(0, 9)))
        try:
            number = parse_number(text)
        except NumberError as fault:
            assert fault.message  # noqa: PT017
            assert fault.remedy  # noqa: PT017
            # what an editor is told to write must be taken
            for advised in re.findall(r"viết (-?[0-9.]+)", fault.remedy):
                parse_number(advised)
        else:
            taken += 1
            assert Decimal(text) == number
    assert taken > 100


# --- printing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Decimal(2522), "2.522"),
        (2522, "2.522"),
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1234567, "1.234.567"),
        (Decimal("98.76"), "98,76"),
        (Decimal("0.5"), "0,5"),
        (Decimal("81.50"), "81,50"),
        (Decimal("3464.4"), "3.464,4"),
        (Decimal("-1234.5"), "\u22121.234,5"),
        (-5, "\u22125"),
        (Decimal("-0"), "0"),
        (Decimal("2.5E+3"), "2.500"),
        (Decimal("45.447"), "45,447"),
        (Decimal("-12345678901234567890123456789012.5"),
         "\u221212.345.678.901.234.567.890.123.456.789.012,5"),
    ],
)  # fmt: skip
def test_say_number(value: Decimal | int, printed: str) -> None:
    assert say_number(value) == printed


def test_a_printed_number_reads_back() -> None:
    chance = random.Random(5)
    for _ in range(5000):
        value = Decimal(chance.randint(-(10**9), 10**9)).scaleb(-chance.choice((0, 1, 2, 4)))
        back = say_number(value).replace(".", "").replace(",", ".").replace("\u2212", "-")
        assert Decimal(back).compare_total(value) == 0 or value == 0


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_not_finite_is_not_printed(value: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        say_number(Decimal(value))


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "printed"),
    [
        ("2522", "đảng viên", "", "2.522~đảng viên"),
        ("98.76", "%", "", "98,76%"),
        ("127.4", "tạ/ha", "", "127,4~tạ/ha"),
        ("15", "", "", "15"),
        ("10.2", "‰", "", "10,2‰"),
        ("90", "%", "trên", "trên 90%"),
        ("2522", "đảng viên", "gần", "gần 2.522~đảng viên"),
        ("30", "người", "khoảng", "khoảng 30~người"),
        ("3", "lớp", "ít nhất", "ít nhất 3~lớp"),
        ("4", "lớp", "nhiều nhất", "nhiều nhất 4~lớp"),
    ],
)
def test_say_quantity(value: str, unit: str, qualifier: str, printed: str) -> None:
    assert say_quantity(Decimal(value), unit, qualifier) == printed.replace("~", NBSP)


# --- percentages ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numerator", "denominator", "places", "percent"),
    [
        (21, 23, 1, "91.3"),
        (21, 23, 2, "91.30"),
        (1, 3, 0, "33"),
        (1, 8, 2, "12.50"),
        (1, 8, 0, "13"),  # 12.5: half up, where half even gives 12
        (1, 200, 0, "1"),
        (-1, 8, 0, "-13"),
        (-1, 1000, 0, "0"),
        (0, 7, 1, "0.0"),
        (23, 21, 1, "109.5"),
    ],
)
def test_percent_of(numerator: int, denominator: int, places: int, percent: str) -> None:
    assert str(percent_of(numerator, denominator, places)) == percent


def test_percent_of_is_decimals_round_half_up() -> None:
    with localcontext() as context:
        context.prec = 60
        for denominator in range(1, 120):
            for numerator in range(denominator + 1):
                exact = Decimal(numerator) * 100 / Decimal(denominator)
                expected = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
                assert percent_of(numerator, denominator, 2) == expected


def test_percent_takes_decimals_and_is_exact_to_the_last() -> None:
    assert percent_of(Decimal("0.5"), Decimal("1.5"), 2) == Decimal("33.33")
    # 12.49…9: rounded first to the 28 digits of Decimal's context, it would give 13
    assert percent_of(124999999999999999999999999999, 10**30, 0) == 12


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed", "agrees"),
    [
        (21, 23, "91.3", True),
        (21, 23, "91.30", True),
        (21, 23, "91", True),
        (2, 3, "66.67", True),
        (2, 3, "66.66", False),  # cut short
        (2, 3, "66.7", True),
        (2, 3, "66", False),
        (1, 2, "50", True),
        (1, 2, "50.0", True),
    ],
)
def test_percent_agrees(numerator: int, denominator: int, printed: str, agrees: bool) -> None:
    assert percent_agrees(numerator, denominator, Decimal(printed)) is agrees


def test_no_percentage_of_nothing() -> None:
    with pytest.raises(NumberError) as caught:
        percent_agrees(1, 0, Decimal(1))
    assert (caught.value.message, caught.value.remedy) == (
        "mẫu số bằng 0",
        "sửa mẫu số của tỷ lệ",
    )


def test_places_are_not_negative() -> None:
    with pytest.raises(ValueError, match="places must not be negative: -1"):
        percent_of(1, 2, -1)


@pytest.mark.parametrize(("value", "places"), [("5", 0), ("81.50", 2), ("2E+3", 0), ("0.5", 1)])
def test_decimals_of(value: str, places: int) -> None:
    assert decimals_of(Decimal(value)) == places


# --- seeking in a source --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "forms"),
    [
        ("2522", ("2.522", "2522")),
        ("1234567", ("1.234.567", "1234567")),
        ("5", ("5", "05")),
        ("0", ("0",)),
        ("10", ("10",)),
        ("4.5", ("4,5", "4.5")),
        ("81.57", ("81,57", "81.57")),
        ("81.50", ("81,50", "81.50")),
        ("3464.4", ("3.464,4", "3464,4", "3464.4")),
        ("45.447", ("45,447",)),
        ("-5", ("\u22125", "-5", "\u221205", "-05")),
    ],
)
def test_number_forms(value: str, forms: tuple[str, ...]) -> None:
    assert number_forms(Decimal(value)) == forms


def test_no_form_stands_for_two_whole_numbers_or_for_a_whole_and_a_decimal() -> None:
    seen: dict[str, Decimal] = {}
    values = [Decimal(n) for n in range(12_000)]
    values += [Decimal(n).scaleb(-p) for p in (1, 2, 3) for n in range(1, 12_000)]
    for value in values:
        for form in number_forms(value):
            assert seen.setdefault(form, value) == value


def test_number_words() -> None:
    words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    assert [number_words(n) for n in range(1, 11)] == [(word,) for word in words]
    assert number_words(Decimal("3.0")) == ("ba",)
    for value in ("0", "11", "2.5", "-3"):
        assert number_words(Decimal(value)) == ()
