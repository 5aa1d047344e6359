"""The head of a chapter: closed keys, plain words, exact places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.chapter import FrontMatter, parse_chapter, read_chapter

if TYPE_CHECKING:
    from pathlib import Path


def problems(text: str) -> list[str]:
    chapter, found = parse_chapter(text.encode(), "docs/a.md")
    assert (chapter is None) == bool(found)
    return [str(p).removeprefix("docs/a.md:") for p in found]


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    head = "---\r\ntitle: Một\r\norganization: x\r\ndescription: Hai\r\nhide: [toc]\r\n---\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + (head + "\r\nThân\r\n").encode())
    chapter, found = read_chapter(path, "docs/a.md")
    assert found == []
    assert chapter is not None
    assert chapter.front_matter == FrontMatter("Một", "x", "Hai", ("toc",))
    assert (chapter.body, chapter.first_line) == ("\nThân\n", 7)
    assert str(chapter.position(chapter.body.index("ân"))) == "docs/a.md:8:3"
    assert chapter.front_matter.meta() == {
        "title": "Một",
        "organization": "x",
        "description": "Hai",
        "hide": ["toc"],
    }


def test_unreadable(tmp_path: Path) -> None:
    chapter, found = read_chapter(tmp_path / "a.md", "docs/a.md")
    assert chapter is None
    assert [str(p) for p in found] == [
        "docs/a.md:1:1: lỗi: không đọc được tệp → kiểm tra tên và quyền của tệp"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chỉ có chữ",
            (
                "1:1: lỗi: chương không có phần đầu giữa hai dòng “---” → "
                "mở đầu tệp bằng ba dòng: “---”, “title: …”, “---”"
            ),
        ),
        (
            "---\ntitle: A\n",
            (
                "1:1: lỗi: chương không có phần đầu giữa hai dòng “---” → "
                "mở đầu tệp bằng ba dòng: “---”, “title: …”, “---”"
            ),
        ),
        (
            "---\norganization: a\n---\n",
            "1:1: lỗi: phần đầu chương thiếu “title” → thêm dòng “title: …”",
        ),
        (
            "---\ntitle: A\nrender_macros: false\n---\n",
            (
                "3:1: lỗi: phần đầu chương không có khóa “render_macros” → "
                "chỉ dùng: description, hide, organization, part, title"
            ),
        ),
        (
            "---\ntitle: A\norganisation: b\n---\n",
            (
                "3:1: lỗi: phần đầu chương không có khóa “organisation” → "
                "có phải ý bạn là “organization”?"
            ),
        ),
        (
            "---\ntitle: {{ config }}\n---\n",
            (
                "2:8: lỗi: phần đầu chương không được có “{{” → "
                "viết thẳng chữ cần hiện; lời gọi macro chỉ dùng trong thân chương"
            ),
        ),
        (
            "---\ntitle: A\ndescription: '{% x %}'\n---\n",
            (
                "3:15: lỗi: phần đầu chương không được có “{%” → "
                "viết thẳng chữ cần hiện; lời gọi macro chỉ dùng trong thân chương"
            ),
        ),
        (
            "---\ntitle: <b>A\n---\n",
            "2:8: lỗi: “title” không được có ký tự < → dùng ngoặc kép cong “…” hoặc bỏ ký tự đó",
        ),
        (
            '---\ntitle: A\ndescription: 0;url=//h.example" http-equiv="refresh\n---\n',
            (
                '3:14: lỗi: “description” không được có ký tự " → '
                "dùng ngoặc kép cong “…” hoặc bỏ ký tự đó"
            ),
        ),
        (
            "---\ntitle: [A]\n---\n",
            "2:8: lỗi: “title” phải là một dòng chữ → viết “title: …”",
        ),
        (
            "---\ntitle: A\nhide: toc\n---\n",
            "3:7: lỗi: “hide” phải là một danh sách → viết “hide: [navigation]”",
        ),
        (
            "---\ntitle: A\nhide: [navigatoin]\n---\n",
            "3:8: lỗi: không ẩn được “navigatoin” → có phải ý bạn là “navigation”?",
        ),
        (
            "---\n- a\n---\n",
            "2:1: lỗi: phần đầu chương không phải các dòng “khóa: giá trị” → viết “title: …”",
        ),
    ],
)
def test_refused_in_these_words(text: str, expected: str) -> None:
    assert expected in problems(text)


def test_not_utf8() -> None:
    chapter, found = parse_chapter(b"---\ntitle: A\n---\n\nx\xff", "docs/a.md")
    assert chapter is None
    assert [str(p) for p in found] == [
        "docs/a.md:5:1: lỗi: tệp không mã hóa bằng UTF-8 → lưu lại tệp với bảng mã UTF-8"
    ]


@pytest.mark.parametrize(
    "head",
    ["title: A\ntitle: B", "title: &a A", "title: !!python/name:os.system x", "title: [", ""],
)
def test_head_is_read_strictly(head: str) -> None:
    assert problems(f"---\n{head}\n---\n")
