"""Names of people in a text: those after a form of address, and whole ones; no names of places."""

from __future__ import annotations

import pytest

from macros.wording.people_named import names_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lễ ra mắt, ông Tạ Văn Lê đọc lời", ["Tạ Văn Lê"]),
        ("Bí thư Huyện ủy Nguyễn Văn Mây phát biểu", ["Nguyễn Văn Mây"]),
        ("Bà Lý Thị Mận và Phùng Văn Khế", ["Lý Thị Mận", "Phùng Văn Khế"]),
        ("Gặp chị Thóc, anh Lúa Chín", ["Lúa Chín"]),
        ("Đường Nguyễn Văn Mây năm 1960", []),
        ("Trường Trần Nguyên Mây", []),
        ("phường Lê Mây, quận Lê Mây", []),
        ("Trụ sở Ủy ban nhân dân xã Mây Thượng", []),
        ("ĐẠI HỘI ĐẢNG BỘ LÊ VĂN MÂY", []),
        ("", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert list(names_in(text)) == found
