"""Links and pictures of a chapter lead to something that is there."""

from __future__ import annotations

import pytest

from macros.chapter import parse_chapter
from macros.checks.links import Known, broken_links

PAGES = ("index.md", "khoi/index.md", "khoi/thanh-lap.md", "khoi/dai-hoi.md")
PICTURES = ("khoi/anh/le.jpg", "anh/bia.png")
SECTIONS = {"khoi/thanh-lap.md": {"muc-mot"}, "khoi/bai.md": {"day"}}
KNOWN = Known(
    PAGES,
    PICTURES,
    {"khoi/anh/Le.JPG"},
    lambda page: page in PAGES or page == "tra-cuu/nguon/ky-yeu.md",
    SECTIONS.get,
)


def told(body: str) -> list[str]:
    chapter, _ = parse_chapter(f"---\ntitle: Bài\n---\n{body}\n".encode(), "docs/khoi/bai.md")
    assert chapter is not None
    return [str(one).removeprefix("docs/khoi/bai.md:") for one in broken_links(chapter, KNOWN)]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (
            "Xem [thiếu](khong-co.md).",
            "lỗi: liên kết “khong-co.md” trỏ đến tệp không có → sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
        ),
        (
            "Xem [gần](thanh-lâp.md).",
            "lỗi: liên kết “thanh-lâp.md” trỏ đến tệp không có → có phải ý bạn là “thanh-lap.md”?",
        ),
        (
            "Xem [mục](thanh-lap.md#muc-hai).",
            "lỗi: liên kết “thanh-lap.md#muc-hai” trỏ đến mục không có → sửa phần sau dấu #, hoặc đặt mã {: #mã } cho mục đó",
        ),
        (
            "Xem [mục](#kia).",
            "lỗi: liên kết “#kia” trỏ đến mục không có → sửa phần sau dấu #, hoặc đặt mã {: #mã } cho mục đó",
        ),
        (
            "Xem [mình](/khoi/thanh-lap/).",
            "lỗi: liên kết “/khoi/thanh-lap/” bắt đầu bằng dấu / → viết đường dẫn tính từ tệp này, ví dụ ../tra-cuu/index.md",
        ),
        (
            "Xem [trang](thanh-lap).",
            "lỗi: liên kết “thanh-lap” không trỏ đến tệp .md nào → viết tên tệp .md cần dẫn đến",
        ),
        (
            "Xem [tệp](bao-cao.pdf).",
            "lỗi: liên kết “bao-cao.pdf” trỏ đến tệp không có → sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
        ),
        (
            "Xem [ngoài](../../ngoai.md).",
            "lỗi: liên kết “../../ngoai.md” trỏ đến tệp không có → sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
        ),
        (
            "![Ảnh](anh/khong-co-that.jpg)",
            "lỗi: không có hình “anh/khong-co-that.jpg” → đặt tệp hình cạnh chương, hoặc sửa tên trong chương",
        ),
        (
            '![Ảnh](anh/LE.jpg "Lễ")',
            "lỗi: không có hình “anh/LE.jpg” → có phải ý bạn là “anh/le.jpg”?",
        ),
        (
            "Đoạn.\n\nXem [hai].\n\n[hai]: khong-co.md",
            "lỗi: liên kết “khong-co.md” trỏ đến tệp không có → sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
        ),
    ],
)
def test_what_leads_nowhere_is_told_at_its_address(body: str, line: str) -> None:
    address = line.split("“")[1].split("”")[0]
    before = body[: body.rindex(address)]
    place = f"{4 + before.count(chr(10))}:{len(before) - before.rfind(chr(10))}"
    assert told(body) == [f"{place}: {line}"]


@pytest.mark.parametrize(
    "body",
    [
        "[một](thanh-lap.md), [hai](../index.md), [ba](./dai-hoi.md#bat-ky), [bốn](../khoi/index.md)",
        "[một](thanh-lap.md#muc-mot), [hai](#day), [ba](thanh-lap.md 'lời')",
        "[web](https://vi.du/khong-co.md), [thư](mailto:a@vi.du)",
        "[nguồn](../tra-cuu/nguon/ky-yeu.md#doan-3)",
        "![Ảnh](anh/le.jpg) ![Bìa](../anh/bia.png \"Bìa\") [xem ảnh](anh/le.jpg)",
        "![Ảnh](anh/Le.JPG)",  # told at the file
        "`[mã](khong-co.md)`\n\n```\n[mã](khong-co.md)\n```",
        "{{ cite(\"ky-yeu#1\") }} [chữ] (khong-co.md) [x]: [y]",
        "[Nguồn]: báo-cáo",
    ],
)  # fmt: skip
def test_what_leads_somewhere(body: str) -> None:
    assert told(body) == []
