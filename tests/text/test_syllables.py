"""Which strings of letters are Vietnamese syllables."""

from __future__ import annotations

import pytest

from macros.text.syllables import has_marks, is_syllable


@pytest.mark.parametrize(
    "word",
    ["đảng", "bộ", "xã", "Mây", "Thượng", "nghiêng", "khuya", "khuỷu", "quý", "quốc", "gì", "giặt", "giếng", "oà", "hòa", "hoà", "thúy", "thuý", "uỷ", "ủy", "ý", "yêu", "yểng", "ỉa", "ướt", "ươm", "rượu", "hươu", "ngoằn", "ngoèo", "xoong", "quyết", "khuếch", "loạch", "huỳnh", "a", "Ô", "Ơ", "chị", "ĐẢNG", "ẵm", "kỹ", "sĩ", "khúc", "xuất", "thuở", "uyên", "tuýt", "mặc", "nghệ", "ghế", "kề", "phở", "trễ", "buýt"],
)  # fmt: skip
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    ["Zürich", "thµnh", "boä", "rôle", "bl", "str", "nghh", "tôp", "tàt", "màc", "lịck", "áá", "ất́", "cafộ", "huộ", "ươ", "uô", "iê", "street", "Łódź", "q", "f", "khoaá", "aâ", "việtt"],
)  # fmt: skip
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_marks() -> None:
    assert has_marks("đi")
    assert has_marks("HỌ")
    assert not has_marks("to go")
    assert not has_marks("Zürich")
