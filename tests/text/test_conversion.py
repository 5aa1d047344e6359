"""Old encodings become Unicode, and proper Unicode stays as it is."""

from __future__ import annotations

import pytest

from macros.text.conversion import by_font, by_text

MEANT = [
    "Đảng bộ xã Mây Thượng được thành lập năm 1950",
    "Bà Lý Thị Mận giữ chức Bí thư, ông Phùng Văn Khế giữ chức Phó Bí thư",
    "Hương ước của làng có từ lâu đời, nay vẫn giữ",
    "2. Kết quả",
    "1952",
]
TCVN3 = [
    "§¶ng bé x· M©y Th\xadîng ®\xadîc thµnh lËp n¨m 1950",
    "Bµ Lý ThÞ MËn gi÷ chøc BÝ th\xad, «ng Phïng V¨n KhÕ gi÷ chøc Phã BÝ th\xad",
    "H\xad¬ng \xadíc cña lµng cã tõ l©u ®êi, nay vÉn gi÷",
    "2. KÕt qu¶",
    "1952",
]
VNI = [
    "Ñaûng boä xaõ Maây Thöôïng ñöôïc thaønh laäp naêm 1950",
    "Baø Lyù Thò Maän giöõ chöùc Bí thö, oâng Phuøng Vaên Kheá giöõ chöùc Phoù Bí thö",
    "Höông öôùc cuûa laøng coù töø laâu ñôøi, nay vaãn giöõ",
    "2. Keát quaû",
    "1952",
]


@pytest.mark.parametrize(("typed", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_paragraphs_are_recognised_and_short_ones_follow(typed: list[str], name: str) -> None:
    found = by_text(typed)
    assert [one.text for one in found] == MEANT
    assert [one.encoding[: len(name)] for one in found] == [name] * 4 + [""]
    assert all(one.sure for one in found)


def test_utf8_that_was_misread() -> None:
    found = by_text(
        [one.encode().decode("cp1252", "replace") for one in ["Lý Thị Mận có tên", "hai"]]
    )
    assert found[0].text == "Lý Thị Mận có tên"


def test_unicode_stays() -> None:
    for text in (*MEANT, "Café Müller, 25 °C, 30 m², “dấu nháy”", "uỷ ban và ủy ban"):
        assert by_text([text] * 4) == [(text, "", True)] * 4
        assert by_font(text, "Times New Roman") == text


def test_a_sentence_of_unicode_among_old_ones_stays() -> None:
    mixed = by_text([*VNI, "Đây là chữ Unicode giữa văn bản cũ"])
    assert mixed[-1] == ("Đây là chữ Unicode giữa văn bản cũ", "", True)


def test_viqr_is_named_and_left() -> None:
    [found] = by_text(["DDa?ng bo^. xa~ Ma^y Thu+o+.ng ddu+o+.c tha`nh la^.p"])
    assert (found.text[:8], found.encoding, found.sure) == ("DDa?ng b", "VIQR", False)


def test_a_font_left_over_does_not_spoil_unicode() -> None:
    for font in (".VnTime", ".VnTimeH", "VNI-Times"):
        assert by_font("Đảng bộ xã Mây", font) == "Đảng bộ xã Mây"
        assert by_font("tổ chức", font) == "tổ chức"
