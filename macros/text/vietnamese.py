"""Vietnamese text: matching, spelling, slugs, sorting, line breaks.

Pure functions over strings, independent of the rest of the project. Each function brings text
into the Unicode normal form that it needs. `đ` has no decomposition, so every step that strips
marks must treat it separately.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"

# The tone marks in the order of the dictionary, after the level tone (ngang), which has none:
# huyền, hỏi, ngã, sắc, nặng.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
# Circumflex, breve and horn make another letter (â, ă, ơ); they are not tones.
_LETTER_MARKS = "\u0302\u0306\u031b"
# The 29 letters, with f j w z where Latin has them: the order of CLDR's collation for `vi`.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# --- matching and spelling ------------------------------------------------------------------


def fold(text: str) -> str:
    """Return `text` without marks, with d for đ, in lower case, with single spaces.

    For matching what a reader types. It distinguishes i and y ("kì" → "ki", "kỳ" → "ky"):
    if they must match, fold ``normalise_spelling(text)``.
    """
    bare = "".join(c for c in _nfd(text.lower()) if not unicodedata.category(c).startswith("M"))
    return " ".join(bare.replace("đ", "d").split())


# A whole syllable: no letter, digit or combining mark on either side. An underscore is not
# part of it, because it marks emphasis in Markdown.
_BEFORE = r"(?<![^\W_])(?<![\u0300-\u036f])"
_AFTER = r"(?![^\W_])(?![\u0300-\u036f])"
# Every initial except "qu" and "gi", whose u and i belong to the initial.
_ONSET = "(?:ch|gh|kh|ngh|ng|nh|ph|th|tr|[bcdđghklmnprstvx])?"
# On decomposed text a tone directly after a, e or y means that the letter has no other mark.
_OLD_PLACEMENT = re.compile(
    rf"{_BEFORE}({_ONSET})(o(?=[ae])|u(?=y))([aey])([{_TONES}]){_AFTER}", re.IGNORECASE
)
_I_FOR_Y = re.compile(rf"{_BEFORE}([hklmst])(i)([{_TONES}]?){_AFTER}", re.IGNORECASE)


def _y_for_i(match: re.Match[str]) -> str:
    onset, vowel, tone = match.groups()
    return onset + ("Y" if vowel.isupper() else "y") + tone


def normalise_spelling(text: str) -> str:
    """Return `text` in NFC with one tone placement and one i/y, keeping case.

    For comparison only, never for display: in an open syllable the tone stands on the first
    of oa, oe, uy ("hoà" → "hòa", "Uỷ" → "Ủy"; "hoàn", "quý", "khuỷu" stay), and a syllable
    of h, k, l, m, s, t with i alone is written with y ("kì" → "kỳ", and so "sĩ" → "sỹ").
    """
    placed = _OLD_PLACEMENT.sub(r"\1\2\4\3", _nfd(text))
    return _nfc(_I_FOR_Y.sub(_y_for_i, placed))


def alike(text: str) -> str:
    """Return `text` without case and marks, in one spelling: equal for what may be one name.

    For comparison only, never for display.
    """
    return fold(normalise_spelling(text))


# --- slugs and ids --------------------------------------------------------------------------

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def slug(text: str, separator: str = "-") -> str:
    """Return `text` in ASCII letters and digits joined by `separator`; "" if it has none.

    Its signature is that of `slugify` in Markdown's `toc` extension.
    """
    ascii_words = _NOT_SLUG.sub(" ", fold(unicodedata.normalize("NFKC", text)))
    return separator.join(ascii_words.split())


def is_id(text: str) -> bool:
    """Return whether `text` may be an id: ``^[a-z][a-z0-9]*(-[a-z0-9]+)*$``, nothing after."""
    return _ID.fullmatch(text) is not None


# --- sorting --------------------------------------------------------------------------------

# (0 for a number, 1 for a word; its value or the ranks of its letters; its tones).
Syllable = tuple[int, tuple[int, ...], tuple[int, ...]]
# (syllables, which letters are capitals, the text itself so that no two texts are equal).
SortKey = tuple[tuple[Syllable, ...], tuple[bool, ...], str]
# (syllables of given name, of family name, of the names between; capitals; the name itself).
PersonSortKey = tuple[
    tuple[Syllable, ...], tuple[Syllable, ...], tuple[Syllable, ...], tuple[bool, ...], str
]

# At most 18 digits at a time, because int() refuses very long texts.
_TOKEN = re.compile(r"\d{1,18}|[^\W\d_]+")


def _syllable(token: str) -> Syllable:
    if token.isdecimal():
        return (0, (int(token),), ())
    decomposed = _nfd(token)
    tones = tuple(_TONES.index(c) + 1 for c in decomposed if c in _TONES)
    letters = _nfc("".join(c for c in decomposed if c.isalpha() or c in _LETTER_MARKS))
    # Letters of other scripts follow z, in the order of Unicode.
    return (1, tuple(_RANK.get(c, len(_RANK) + ord(c)) for c in letters), tones)


def _syllables(text: str) -> tuple[Syllable, ...]:
    return tuple(_syllable(token) for token in _TOKEN.findall(_nfc(text).lower()))


def _capitals(text: str) -> tuple[bool, ...]:
    return tuple(c.isupper() for c in _nfc(text) if c.isalpha())


def sort_key(text: str) -> SortKey:
    """Return the key that sorts `text` as a Vietnamese dictionary does, syllable by syllable.

    A number goes before a word and by its value; within a syllable letters decide, then the
    tone (ngang huyền hỏi ngã sắc nặng, wherever its mark is put); lower case goes before
    capitals only between texts otherwise equal. Punctuation only separates syllables.
    """
    return (_syllables(text), _capitals(text), _nfc(text))


def given_name(name: str) -> str:
    """Return the given name in a Vietnamese full name: its last word, "" of an empty name."""
    return name.split()[-1] if name.split() else ""


def initial(name: str) -> str:
    """Return the letter of the alphabet under which a full name is filed: “Đ”, “Ô”, without tone.

    It is that of the given name; "" of an empty name.
    """
    first = _nfd(given_name(name)[:1].upper())
    return _nfc("".join(one for one in first if one not in _TONES))


def person_sort_key(name: str) -> PersonSortKey:
    """Return the key that sorts people by given name, family name, then middle names."""
    words = name.split()
    family = words[0] if len(words) > 1 else ""
    between = " ".join(words[1:-1])
    return (
        _syllables(given_name(name)),
        _syllables(family),
        _syllables(between),
        _capitals(name),
        _nfc(name),
    )


# --- Roman numerals -------------------------------------------------------------------------

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# No numeral below 4000 is longer than MMMDCCCLXXXVIII.
_ROMAN_SHAPE = re.compile(r"[IVXLCDM]{1,15}")


def roman(n: int) -> str:
    """Return the Roman numeral of `n`, 1 to 3999; raise ValueError outside."""
    if not 1 <= n <= 3999:
        raise ValueError(f"không viết được số {n} bằng chữ số La Mã")
    numeral = ""
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        numeral += letters * count
    return numeral


def parse_roman(text: str) -> int:
    """Parse a Roman numeral in capitals, as `roman` writes it; raises ValueError."""
    if _ROMAN_SHAPE.fullmatch(text):
        values = [_ROMAN_VALUE[c] for c in text]
        following = [*values[1:], 0]
        total = sum(-v if v < after else v for v, after in zip(values, following, strict=True))
        # Converting back refuses invalid numerals: IIII, IC, VX.
        if 1 <= total <= 3999 and roman(total) == text:
            return total
    raise ValueError(f"“{text}” không phải là chữ số La Mã")


# --- line breaks ----------------------------------------------------------------------------

_UNITS = (
    "đảng viên|đảng bộ|chi bộ|chi hội|tổ chức|tổ dân phố|tổ|cấp ủy viên|ủy viên|đại biểu"
    "|cán bộ|hội viên|đoàn viên|quần chúng|cá nhân|tập thể|cơ sở|cơ quan|đơn vị|doanh nghiệp"
    "|người|hộ|lượt|lớp|trường|khóa|cuộc|buổi|công trình|mô hình|chỉ tiêu|nhiệm vụ|tuyến"
    "|vụ|tin|bài|suất|phường|xã|quận|huyện|tỉnh|thành phố"
    "|nghìn|ngàn|triệu|tỷ|tỉ|đồng|USD|km2|km²|km|m2|m²|m|ha|tạ|tấn|tuổi|giờ|phút|%"
)
# "27 tháng 01 năm 1994" may break before tháng and năm; "5 năm" may not.
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:(?:{_UNITS})|(?:ngày|tháng|năm)(?!\s\d))(?!\w))")
_SQUARE = str.maketrans("()", "[]")
_NUMBERED = re.compile(
    r"\b(?:(?i:lần thứ) (?=\w)|(?i:ngày|tháng|năm|quý|khóa) (?=\d|[IVXLCDM]+\b))"
)


def keep_name(name: str) -> str:
    """Return `name` with no-break spaces, so that a line never ends inside it."""
    return NBSP.join(name.split())


@lru_cache(maxsize=1 << 14)
def keep_together(text: str) -> str:
    """Return `text` with U+00A0 for each space at which a line should not break.

    That is between a number and its unit ("2.522 đảng viên": before "đảng" only), and before
    the number of a date or an ordinal ("tháng 5/2008", "ngày 27/01/1994", "lần thứ I").
    Only single spaces are replaced. For plain text without markup.
    """
    kept = _NUMBERED.sub(lambda match: match[0].replace(" ", NBSP), text)
    return _BEFORE_UNIT.sub(NBSP, kept)


def in_brackets(text: str) -> str:
    """Return `text` in brackets; those within it become square: "(3/2 [suy ra 06/03/1946])"."""
    return f"({text.translate(_SQUARE)})"


def capital(text: str) -> str:
    """Return `text` with its first letter as a capital, for the start of a line or heading.

    An opening quotation mark or bracket is skipped (“đảng bộ → “Đảng bộ); a text that begins with
    a digit stays unchanged.
    """
    at = len(text) - len(text.lstrip("“‘\"'(["))
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
