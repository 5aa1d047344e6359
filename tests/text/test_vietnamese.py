"""Vietnamese text: tables of exact cases, and properties over every rhyme there is."""

from __future__ import annotations

import random
import re
import unicodedata
from itertools import product

import markdown  # type: ignore[import-untyped]
import pytest

from macros.text.vietnamese import (
    NBSP,
    capital,
    fold,
    given_name,
    is_id,
    keep_name,
    keep_together,
    normalise_spelling,
    parse_roman,
    person_sort_key,
    roman,
    slug,
    sort_key,
)

TONES = "\u0300\u0309\u0303\u0301\u0323"
TEXT = (
    "Đảng bộ phường Đông Hòa, hoà bình; Uỷ ban kiểm tra khoá XV, nhiệm kì 1996–2000, quý II. "
    "Thuỷ khoẻ khoắn, quỳnh, khuỷu, thuở, nguyễn, UỶ VIÊN, Lí Thị Mĩ, tỉ lệ 98,76%, 5 người"
)
ONSETS = "b c ch d đ g gh h k kh l m n ng ngh nh p ph q r s t th tr v x"


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def sentences(count: int) -> list[str]:
    """Return `count` strings of words and odd spaces, the same at every run."""
    chance = random.Random(1)
    spaces = (" ", "  ", "\n", "\t", NBSP, "")
    return [
        "".join(word + chance.choice(spaces) for word in chance.choices(TEXT.split(), k=8))
        for _ in range(count)
    ]


# --- fold -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng bộ", "dang bo"),
        ("  ĐẢNG \n\t BỘ\u00a0 ", "dang bo"),
        ("Ưu ái, ơn ăn ê ậ ữ ỹ", "uu ai, on an e a u y"),
        (unicodedata.normalize("NFD", "Nguyễn Đức Thuỵ"), "nguyen duc thuy"),
        ("kì kỳ", "ki ky"),
        ("27/01/1994", "27/01/1994"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_is_settled_and_blind_to_normal_form_and_case() -> None:
    for text in sentences(300):
        folded = fold(text)
        assert fold(folded) == folded
        assert fold(unicodedata.normalize("NFD", text)) == folded
        assert fold(text.upper()) == folded
        assert folded.replace("–", "-").isascii()


# --- spelling -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("hoà hoá hoả hoã hoạ", "hòa hóa hỏa hõa họa"),
        ("khoè khoé khoẻ khoẽ khoẹ", "khòe khóe khỏe khõe khọe"),
        ("thuỳ thuý thuỷ thuỹ thuỵ", "thùy thúy thủy thũy thụy"),
        ("Hoà, HOÀ; (Thuý)", "Hòa, HÒA; (Thúy)"),
        ("oà uỷ Oẹ", "òa ủy Ọe"),
        ("_hoá_ **khoá**", "_hóa_ **khóa**"),
        ("kì lí tỉ mĩ sĩ hi", "kỳ lý tỷ mỹ sỹ hy"),
        ("Kì KÌ Lí Tỉ lệ Mĩ Sĩ", "Kỳ KỲ Lý Tỷ lệ Mỹ Sỹ"),
        ("công ti, 5 tỉ đồng", "công ty, 5 tỷ đồng"),
        (unicodedata.normalize("NFD", "uỷ viên kì trước"), "ủy viên kỳ trước"),
    ],
)
def test_one_spelling(written: str, canonical: str) -> None:
    assert normalise_spelling(written) == canonical
    assert normalise_spelling(canonical) == canonical


@pytest.mark.parametrize(
    "text",
    [
        # a vowel or consonant follows: the tone is on the second letter in both styles
        "hoàn toàn đoàn hoạch khoản ngoài thoại xoáy loét ngoẹo huých suýt huỳnh khuỷu",
        # qu and gi are onsets
        "quý quỳ quỷ quỹ quỵ già giá quà quả què",
        # ơ, ê, â, ô, ư are other letters
        "thuở huế tuệ thuế luật buồng hoặc xuất",
        # i not after h k l m s t, or not alone after it
        "chi bí thị nhi phi quy vị nghỉ kia tiền lít mình sinh hiền i ý ỷ ỉ",
        "phí trí khí nghĩ Nhì thì",
        # no syllable of Vietnamese, or one run into another
        "tué bèhoá càlí",
        "HIV Mi-chi-gan2 hi3",
    ],
)
def test_what_has_one_spelling_stays(text: str) -> None:
    kept = text.replace("Mi-", "My-")
    assert normalise_spelling(text) == kept


def test_a_tone_moves_only_in_open_oa_oe_uy() -> None:
    """Over every onset, pair of vowels, tone and final: the rule, stated the other way round."""
    onsets = [*ONSETS.split(), ""]
    finals = ["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"]
    for onset, pair, tone, final in product(onsets, ("oa", "oe", "uy"), TONES, finals):
        second = nfc(onset + pair + tone + final)
        first = nfc(onset + pair[0] + tone + pair[1] + final)
        moves = final == "" and onset != "q"
        assert normalise_spelling(second) == (first if moves else second)
        assert normalise_spelling(second.upper()) == (first if moves else second).upper()


def test_spelling_is_settled_and_keeps_case_and_all_but_vowels() -> None:
    for text in sentences(300):
        settled = normalise_spelling(text)
        assert normalise_spelling(settled) == settled
        assert settled == nfc(settled)
        assert [c.isupper() for c in settled] == [c.isupper() for c in nfc(text)]
        assert fold(settled).replace("y", "i") == fold(text).replace("y", "i")


# --- slugs and ids --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại hội lần thứ I (1996–2000)", "dai-hoi-lan-thu-i-1996-2000"),
        ("Đảng bộ Khối; Ủy ban & “Đoàn”", "dang-bo-khoi-uy-ban-doan"),
        (" -- A_b -- ", "a-b"),
        ("02-QĐ/ĐUK", "02-qd-duk"),
        ("diện tích 5 m²", "dien-tich-5-m2"),
        ("…", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected
    assert slug(expected) == expected
    assert slug(text, "_") == expected.replace("-", "_")


def test_slug_serves_as_markdown_toc_slugify() -> None:
    page = markdown.markdown(
        "## Đại hội lần thứ I\n\n## Đại hội lần thứ I\n\n## …",
        extensions=["toc"],
        extension_configs={"toc": {"slugify": slug}},
    )
    assert re.findall(r'id="([^"]*)"', page) == [
        "dai-hoi-lan-thu-i",
        "dai-hoi-lan-thu-i_1",
        "_1",
    ]


@pytest.mark.parametrize("text", ["a", "xa-may-ha", "so-30-nam", "x9-9"])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "30-nam", "-a", "a-", "a--b", "A", "đoan", "a_b", "a b", "a\n", "a.b", "a-٣"],
)
def test_not_ids(text: str) -> None:
    assert not is_id(text)


# --- sorting --------------------------------------------------------------------------------

SORTED = [
    ["2", "10", "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ặ", "â", "ấ", "ậ", "b", "c", "d", "đ"],
    ["d", "đ", "e", "ẹ", "ê", "ế", "f", "g", "h", "i", "ị", "j", "k", "l", "m", "n", "o", "ọ"],
    ["o", "ọ", "ô", "ộ", "ơ", "ợ", "p", "q", "r", "s", "t", "u", "ụ", "ư", "ự", "v", "w", "x"],
    ["x", "y", "ỳ", "ỵ", "z", "б"],
    ["ba", "ba ba", "ba bị", "bà", "bà con", "bả", "ban", "bàn", "băn", "bân"],
    ["An Bình", "Anh", "Ánh"],
    ["dũng", "dụng", "đa", "Đông", "đống"],
    ["hoa", "hòa", "hoà bình", "hóa", "hoàn"],
    ["đảng bộ", "Đảng bộ", "ĐẢNG BỘ", "đảng ủy"],
    ["Phường 2", "Phường 10", "Phường Lê"],
    ["02-QĐ/ĐU", "2-QĐ/ĐUK", "10,11-HD/ĐU", "10-QĐ/ĐU"],
]


@pytest.mark.parametrize("ordered", SORTED, ids=lambda texts: texts[0])
def test_sorting(ordered: list[str]) -> None:
    shuffled = ordered[:]
    random.Random(2).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == ordered


def test_tones_come_in_the_order_of_the_dictionary_on_every_vowel() -> None:
    for vowel in "aăâeêioôơuưy":
        toned = [nfc(f"t{vowel}{tone}n") for tone in ("", *TONES)]
        shuffled = random.Random(vowel).sample(toned, k=len(toned))
        assert sorted(shuffled, key=sort_key) == toned


def test_tone_placement_and_normal_form_do_not_change_the_place() -> None:
    assert sort_key("hoà")[0] == sort_key("hòa")[0]
    assert sort_key(unicodedata.normalize("NFD", "Đậu ợ")) == sort_key("Đậu ợ")


def test_keys_differ_where_texts_do_and_huge_numbers_are_no_fault() -> None:
    assert sort_key("Đảng-bộ") != sort_key("Đảng bộ")
    assert sort_key("9" * 5000) > sort_key("9")


def test_people_sort_by_given_then_family_then_middle_name() -> None:
    ordered = [
        "Bùi Thị An",
        "Trần An",
        "Vũ Bình",
        "Lê Văn Dũng",
        "Đỗ Văn Đạt",
        "Hà Đức Hoà",
        "Lê Anh Hòa",
        "Lê Đức Hòa",
        "Lý Hòa",
        "Oanh",
        "Cao Bá Oánh",
    ]
    shuffled = ordered[:]
    random.Random(3).shuffle(shuffled)
    assert sorted(shuffled, key=person_sort_key) == ordered


def test_spaces_in_a_name_do_not_change_its_place() -> None:
    assert person_sort_key(" Lê  Văn An ")[:4] == person_sort_key("Lê Văn An")[:4]
    assert person_sort_key("") < person_sort_key("An")


@pytest.mark.parametrize(("name", "given"), [("Lê Thị Ánh", "Ánh"), ("Ánh", "Ánh"), (" ", "")])
def test_given_name(name: str, given: str) -> None:
    assert given_name(name) == given


# --- Roman numerals -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "numeral"),
    [(1, "I"), (4, "IV"), (6, "VI"), (9, "IX"), (14, "XIV"), (26, "XXVI"), (49, "XLIX"),
     (1994, "MCMXCIV"), (3888, "MMMDCCCLXXXVIII"), (3999, "MMMCMXCIX")],
)  # fmt: skip
def test_roman(n: int, numeral: str) -> None:
    assert roman(n) == numeral


def test_roman_numerals_read_back() -> None:
    assert [parse_roman(roman(n)) for n in range(1, 4000)] == list(range(1, 4000))


def test_every_short_string_of_numeral_letters_is_read_only_if_written_so() -> None:
    written = {roman(n) for n in range(1, 4000)}
    for length in range(1, 5):
        for letters in map("".join, product("IVXLCDM", repeat=length)):
            if letters not in written:
                with pytest.raises(ValueError, match="không phải là chữ số La Mã"):
                    parse_roman(letters)


@pytest.mark.parametrize("text", ["", "i", "Ⅳ", " I", "I\n", "1", "XVb", "MMMM", "I" * 9999])
def test_not_roman(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là chữ số La Mã"):
        parse_roman(text)


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_numeral(n: int) -> None:
    with pytest.raises(ValueError, match=f"không viết được số {n} bằng chữ số La Mã"):
        roman(n)


# --- line breaks ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("có 2.522 đảng viên", "có 2.522~đảng viên"),
        ("21/23 đại biểu, 98,76 %", "21/23~đại biểu, 98,76~%"),
        ("12 tổ dân phố và 5 tổ", "12~tổ dân phố và 5~tổ"),
        ("5 tỷ đồng trong 5 năm", "5~tỷ đồng trong 5~năm"),
        ("tháng 5/2008", "tháng~5/2008"),
        ("ngày 27/01/1994", "ngày~27/01/1994"),
        ("Ngày 27 tháng 01 năm 1994", "Ngày~27 tháng~01 năm~1994"),
        ("Đại hội lần thứ I, lần thứ nhất", "Đại hội lần thứ~I, lần thứ~nhất"),
        ("quý II/2020, khóa XV", "quý~II/2020, khóa~XV"),
        ("năm 1994 thành lập", "năm~1994 thành lập"),
        # neither a unit nor a number
        ("5 mới, 5 mét", "5 mới, 5 mét"),
        ("ngày di dời, năm vừa qua, quý vị", "ngày di dời, năm vừa qua, quý vị"),
        ("5\nđảng viên", "5\nđảng viên"),
    ],
)
def test_keep_together(text: str, kept: str) -> None:
    kept = kept.replace("~", NBSP).replace("lần thứ", f"lần{NBSP}thứ")
    assert keep_together(text) == kept
    assert keep_together(kept) == kept


def test_keep_together_changes_nothing_but_spaces() -> None:
    for text in sentences(300):
        spaced = text.replace(NBSP, " ")
        assert keep_together(spaced).replace(NBSP, " ") == spaced


def test_keep_name() -> None:
    assert keep_name("Lê  Văn An") == f"Lê{NBSP}Văn{NBSP}An"


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("đảng bộ xã", "Đảng bộ xã"),
        ("Đảng bộ xã", "Đảng bộ xã"),
        ("ủy ban", "Ủy ban"),
        ("“đảng bộ” xã", "“Đảng bộ” xã"),
        ("4 tổ chức", "4 tổ chức"),
        ("", ""),
    ],
)
def test_capital_begins_a_line(text: str, begun: str) -> None:
    assert capital(text) == begun
