"""Numbers in data (digits with a decimal point) and on Vietnamese pages.

Data is parsed strictly and exactly, as `Decimal`, and keeps its number of decimals: 81.50
is printed "81,50". A printed number groups thousands with a dot and marks decimals with a
comma. Years are not quantities and are never passed through here.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.text.vietnamese import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterable

MINUS = "\u2212"

_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")

# --- reading --------------------------------------------------------------------------------

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
# Far above any statistic, but below the limit from which Decimal rounds by default.
_MAX_DIGITS = 18
_EXAMPLE = "viết bằng chữ số, dấu chấm trước phần thập phân, ví dụ 2522 hoặc 98.76"


class NumberError(ValueError):
    """A number that is refused.

    `message` says what is wrong and `remedy` what to write, in Vietnamese, as a Problem does.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} → {remedy}")
        self.message = message
        self.remedy = remedy


def parse_number(text: str) -> Decimal:
    """Parse a number: ASCII digits, a decimal point, a leading minus.

    Exactly three decimals are refused, because they probably mean thousands (2.522). A number
    with three decimals is written with one more 0: "45.4470" is 45.447. Everything else
    (comma, space, exponent, plus, leading zero, other digits) raises NumberError.
    """
    if not _NUMBER.fullmatch(text):
        raise NumberError(_fault(text), _remedy(text))
    if sum(c.isdigit() for c in text) > _MAX_DIGITS:
        raise NumberError(f"{_shown(text)} dài quá {_MAX_DIGITS} chữ số", "kiểm tra lại con số")
    number = Decimal(text)
    if number.is_zero() and number.is_signed():
        raise NumberError(f"“{text}” là số 0 mang dấu trừ", "viết 0")
    decimals = decimals_of(number)
    if decimals == 3:
        raise NumberError(
            f"“{text}” có đúng ba chữ số sau dấu chấm, dễ nhầm với hàng nghìn",
            _three_decimals(text, comma=False),
        )
    return Decimal(text[:-1]) if decimals == 4 and text.endswith("0") else number


def _three_decimals(text: str, *, comma: bool) -> str:
    """Return the remedy for `text`, a number with three decimals, perhaps after a `comma`."""
    whole = text.partition(".")[0].lstrip("-")
    # 0.522 and 1234.567 cannot mean thousands.
    if whole == "0" or len(whole) > 3:
        return f"thêm một chữ số 0: viết {text}0"
    thousand = text.replace(".", "")
    # A comma most likely means decimals.
    if comma:
        return f"viết {text}0; nếu là hàng nghìn thì viết {thousand}"
    return f"viết {thousand}; nếu đúng là ba chữ số thập phân thì viết {text}0"


def _shown(text: str) -> str:
    """Return `text` quoted for a message of one line."""
    cut = text if len(text) <= 40 else f"{text[:40]}…"
    return "“" + "".join(c if c.isprintable() else " " for c in cut) + "”"


def _fault(text: str) -> str:
    """Return why `text` is not a number, the most specific reason first."""
    if not text.strip():
        return "thiếu con số"
    shown = _shown(text)
    if not any(c.isdecimal() for c in text):
        return f"{shown} không phải là một con số"
    if any(c.isdecimal() and not c.isascii() for c in text):
        return f"{shown} có chữ số không phải 0–9"
    if any(c.isspace() for c in text):
        return f"{shown} có khoảng trắng"
    if "," in text:
        return f"{shown} có dấu phẩy"
    if text.endswith("%"):
        return f"{shown} có dấu %"
    if text[0] in "+\u2212\u2013":
        return f"{shown} có dấu “{text[0]}” ở đầu"
    if re.fullmatch(r"-?0[0-9]+(?:\.[0-9]+)?", text):
        return f"{shown} có số 0 thừa ở đầu"
    if re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}", text):
        return f"{shown} có dấu chấm hàng nghìn"
    return f"{shown} không phải là một con số"


def _guess(text: str) -> str:
    """Return the number that the writer of an invalid `text` most likely means."""
    guess = "".join(str(unicodedata.decimal(c, c)) for c in text.strip())
    guess = re.sub("^[\u2212\u2013]", "-", guess.removesuffix("%").rstrip().removeprefix("+"))
    # Thousands: with spaces; with dots before a decimal comma; twice with one sign.
    spaced = re.fullmatch(r"(-?[0-9]{1,3}(?:\s[0-9]{3})+)([.,][0-9]+)?", guess)
    if spaced:
        guess = re.sub(r"\s", "", guess)
    elif re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+", guess):
        guess = guess.replace(".", "")
    elif re.fullmatch(r"-?[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+", guess):
        guess = guess.replace(".", "").replace(",", "")
    guess = guess.replace(",", ".")
    guess = re.sub(r"^(-?)0+(?=[0-9])", r"\1", guess)
    guess = re.sub(r"^(-?)\.", r"\g<1>0.", guess).removesuffix(".")
    return guess.lstrip("-") if not guess.strip("-.0") else guess


def _remedy(text: str) -> str:
    """Return what to write instead of `text`: the number it most likely means, or an example."""
    guess = _guess(text)
    if len(guess) > _MAX_DIGITS or not _NUMBER.fullmatch(guess):
        return _EXAMPLE
    if decimals_of(Decimal(guess)) != 3:
        return f"viết {guess}" + (" và ghi % ở đơn vị" if text.endswith("%") else "")
    return _three_decimals(guess, comma="," in text)


# --- printing -------------------------------------------------------------------------------


def _finite(value: Decimal | int) -> Decimal:
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return number


def say_number(value: Decimal | int) -> str:
    """Return `value` as a page prints it: 2522 → "2.522", 98.76 → "98,76", -5 → "−5" (U+2212).

    Keeps the number of decimals. Raises ValueError for a value that is not finite.
    """
    number = _finite(value)
    # copy_abs, not abs: abs() rounds to the precision of the context.
    printed = f"{number.copy_abs():,f}".translate(str.maketrans(",.", ".,"))
    return MINUS + printed if number < 0 else printed


PLAIN_UNITS = "%‰"
"""The first characters of units that follow their number without a space."""


def say_quantity(value: Decimal | int, unit: str, qualifier: str = "") -> str:
    """Return a number with its unit: "2.522 đảng viên" (no-break space), "trên 98,76%".

    `unit` may be empty; one that begins with a percent or per-mille sign is joined to the
    number. `qualifier` is the word before it, "" for none.
    """
    joint = "" if unit[:1] in PLAIN_UNITS else NBSP
    quantity = say_number(value) + joint + unit
    return f"{qualifier} {quantity}" if qualifier else quantity


# --- percentages ----------------------------------------------------------------------------


def percent_of(numerator: Decimal | int, denominator: Decimal | int, places: int) -> Decimal:
    """Return `numerator` as a percentage of `denominator`, with `places` decimals, half up.

    Computed exactly and rounded once, a half going away from zero (Decimal's ROUND_HALF_UP).
    Raises NumberError where `denominator` is 0, ValueError where `places` is negative.
    """
    if places < 0:
        raise ValueError(f"places must not be negative: {places}")
    if denominator == 0:
        raise NumberError("mẫu số bằng 0", "sửa mẫu số của tỷ lệ")
    exact = Fraction(numerator) / Fraction(denominator) * 100 * 10**places
    rounded = int(abs(exact) + Fraction(1, 2))
    sign = 1 if exact < 0 and rounded else 0
    return Decimal((sign, tuple(map(int, str(rounded))), -places))


def percent_agrees(numerator: Decimal | int, denominator: Decimal | int, printed: Decimal) -> bool:
    """Return whether `printed` is the ratio's percentage, rounded half up to its decimals.

    A percentage cut short instead of rounded does not agree. Errors as `percent_of`.
    """
    return percent_of(numerator, denominator, decimals_of(printed)) == printed


def decimals_of(value: Decimal) -> int:
    """Return the number of decimals of `value`: 2 for 81.50, 0 for 5."""
    exponent = _finite(value).as_tuple().exponent
    return max(0, -int(exponent))


# --- reading what a source prints ------------------------------------------------------------

PRINTED = r"(?:\d{1,3}(?:\.\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
"""A number in digits as sources print it: "2.522", "4,5", "05"."""

_PRINTED = re.compile(PRINTED)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?=[.,]\d|$)")


def printed_numbers(text: str) -> tuple[tuple[re.Match[str], Decimal], ...]:
    """Return the numbers in digits of a printed wording, and where each stands."""
    return tuple((match, _printed_value(match.group())) for match in _PRINTED.finditer(text))


def _printed_value(digits: str) -> Decimal:
    whole = _THOUSANDS.match(digits)
    if whole:
        return Decimal(whole.group().replace(".", "") + digits[whole.end() :].replace(",", "."))
    return Decimal(digits.replace(",", "."))


# --- seeking in a source --------------------------------------------------------------------


def number_forms(value: Decimal | int) -> tuple[str, ...]:
    """Return the ways a Vietnamese source may print `value` in digits, the usual one first.

    Thousands with or without dots, a decimal comma or point, 1 to 9 also as "05", either minus
    sign. The form with a decimal point is left out if it looks like thousands (45.447).
    """
    number = _finite(value)
    size = number.copy_abs()
    plain = f"{size:f}"
    forms = [say_number(size), plain.replace(".", ",")]
    if "." not in plain:
        if 1 <= size <= 9:
            forms.append(f"0{plain}")
    elif decimals_of(size) != 3:
        forms.append(plain)
    signs = (MINUS, "-") if number < 0 else ("",)
    return tuple(dict.fromkeys(sign + form for form in forms for sign in signs))


def number_words(value: Decimal | int) -> tuple[str, ...]:
    """Return the word for a whole number from 1 to 10 ("một" … "mười"), else nothing.

    Separate from `number_forms`, because a word alone proves little: "năm" also means year.
    """
    number = _finite(value)
    if 1 <= number <= len(_WORDS) and number == number.to_integral_value():
        return (_WORDS[int(number) - 1],)
    return ()


def say_ranges(numbers: Iterable[int]) -> str:
    """Return rising numbers with consecutive ones as a range: “1–3, 7”."""
    listed = list(numbers)
    breaks = [at for at, (one, after) in enumerate(pairwise(listed), 1) if after != one + 1]
    runs = [listed[start:end] for start, end in pairwise([0, *breaks, len(listed)])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs if run)
