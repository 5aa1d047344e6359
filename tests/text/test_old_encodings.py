"""Old encodings are recognised by what their words mean; proper text raises no alarm."""

from __future__ import annotations

import pytest

from macros.text.old_encodings import recognise, recognise_bytes, with_soft_hyphens
from tests.text.encoders import cp1258, misread, tcvn3, viqr, vni

TEXTS = (
    "Đảng bộ xã Mây Thượng được thành lập ngày 02/3/1950, có 40 đảng viên.",
    "Lý Thị Mận",
    "Các cấp ủy viên họp phiên thứ nhất",
    "Nguyễn Văn Khế làm Bí thư thay bà Trần Thị Hường, theo Quyết định số 12-QĐ/TU.",
    "NHỮNG NĂM ĐẦU XÂY DỰNG ĐẢNG BỘ",
    "- Về tổ chức: “đổi mới”, chỉnh đốn (lần thứ hai); người đứng đầu chịu trách nhiệm.",
    "Sông Mây chảy qua xã; đường liên xã được rải đá dăm năm 1957.",
)
WRITTEN = {
    "TCVN3": tcvn3,
    "VNI": vni,
    "VIQR": viqr,
    "UTF-8": lambda text: misread(text.encode()),
    "Windows-1258": lambda text: misread(cp1258(text)),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_paragraph_is_recognised_and_said(name: str, text: str) -> None:
    found = recognise(f"Chapter\n\n{WRITTEN[name](text)}\n")
    assert found is not None
    assert found.encoding.startswith(name)
    assert (found.line, found.lines) == (3, 1)
    meant = found.meant.lower().split()
    assert meant
    assert [word for word in meant if word not in text.lower().split()] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_lines_are_counted(name: str) -> None:
    found = recognise(WRITTEN[name]("\n".join(TEXTS)))
    assert found is not None
    assert (found.line, found.lines) == (1, len(TEXTS))
    assert f"từ đây {len(TEXTS)} dòng" in found.message


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "UTF-8", "Windows-1258"])
def test_one_paragraph_pasted_into_proper_text(name: str) -> None:
    found = recognise("\n".join([TEXTS[0], TEXTS[3], WRITTEN[name](TEXTS[2]), TEXTS[5]]))
    assert found is not None
    assert (found.encoding.split()[0], found.line) == (name, 3)


@pytest.mark.parametrize("name", [*WRITTEN])
def test_a_name_pasted_into_a_proper_sentence(name: str) -> None:
    written = WRITTEN[name]("Trần Thị Hường")
    found = recognise(f"Ông {written} làm Bí thư Đảng bộ xã Mây Thượng từ năm 1950.")
    assert found is not None
    assert found.encoding.startswith(name)


PROPER = (
    *TEXTS,
    "Khoá họp, hoà bình, thuý, kỹ sĩ, quý, quí, khuỷu, giặt gỵ, đoàn, oà, uỷ",
    "§ 5 của Điều lệ; © 2025; Nº 12; 25 °C; 3 m² và 4 km³; ±2; 1½; 12 × 3; «Đảng» và «an»; a·b; 5 µm",
    "Müller, Zürich, München, Köln, São Paulo, Besançon, Genève, Orléans, Citroën, Noël, Malmö, Łódź",
    "café, thé, pâté, rôle, hôtel, où, août, goût, naïf, Haïti, maïs, Saïgon, Hué, señor, El Niño, Île",
    "Ông Émile Bonnet và bà Françoise Lefèvre đến Hà Nội năm 1902",
    "Le Protectorat français; l'école est à côté de la forêt, là où l'été fut très chaud",
    "Die Straße führt über den Fluß; größer, höher, müde, schön",
    "A Câmara não é vã; coração, às, já, pôs",
    "can't, won't, it's, we're, o'clock, U.S., a.m., e.g., C++, A+, O+, x^2, e^x, f(a(b))",
    "add, Kaddish, odd, address, DDT, dd/mm/yyyy, Daddy",
    "http://a.vi.du/o.e?x=a+b&y=(c) và tep.mau.yml",
    "mã {{ cite(\"ky-yeu#1\") }} và `a(b)` hay `x^2`",
    "Mường Ảng, Đắk Lắk, Pleiku, Lô Lô, K'Ho, Y Moan, Êđê, Đăm San, Bru - Vân Kiều",
    "LÃO, XÃ, “XÃ”, HUYỆN, MỸ, ĐÔ, ÔNG, Ý, Á, À",
    "",
)  # fmt: skip


@pytest.mark.parametrize("text", PROPER)
def test_proper_text_raises_no_alarm(text: str) -> None:
    assert recognise(text) is None
    assert recognise_bytes(text.encode()) is None


TITLE = "---\ntitle: Mây Thượng\n---\n\nĐảng bộ xã họp.\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TITLE.encode("utf-16"), "UTF-16"),
        (TITLE.encode("utf-16-le"), "UTF-16"),
        (TITLE.encode("utf-16-be"), "UTF-16"),
        (b"\xfe\xff" + TITLE.encode("utf-16-be"), "UTF-16"),
        (b"name: x\n".decode().encode("utf-16-le"), "UTF-16"),
        (cp1258(TITLE), "Windows-1258"),
        (tcvn3(TITLE).encode("latin-1"), "TCVN3 (phông .VnTime)"),
        (vni(TITLE).encode("cp1252"), "VNI (phông VNI-Times)"),
    ],
)
def test_bytes_that_are_no_utf_8(data: bytes, name: str) -> None:
    found = recognise_bytes(data)
    assert found is not None
    assert found.encoding == name
    assert found.line == (1 if name == "UTF-16" else 2)


@pytest.mark.parametrize("data", [b"", b"a: \xff\n", b"\x00", b"a\x00b\n", "tệp".encode()[:2]])
def test_bytes_of_no_known_encoding(data: bytes) -> None:
    assert recognise_bytes(data) is None


def test_the_soft_hyphen_of_tcvn3_is_a_letter() -> None:
    found = recognise(tcvn3("Bí thư Trần Thị Hường"))
    assert found is not None
    assert "thư" in found.meant.split()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("th\u00ad", "thư"),
        ("H\u00ad¬ng", "Hương"),
        ("Đảng\u00ad", ""),
        ("ph\u00adường", ""),
        ("x", ""),
    ],
)
def test_what_a_soft_hyphen_may_stand_for(word: str, meant: str) -> None:
    assert with_soft_hyphens(word) == meant
