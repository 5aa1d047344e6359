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


def test_a_chapter_may_be_so_large(tmp_path: Path) -> None:
    head = b"---\ntitle: A\n---\n"
    path = tmp_path / "a.md"
    path.write_bytes(head.ljust(1024 * 1024, b"b"))
    chapter, found = read_chapter(path, "docs/a.md")
    assert chapter is not None
    assert not found
    path.write_bytes(head.ljust(1024 * 1024 + 1, b"b"))
    chapter, found = read_chapter(path, "docs/a.md")
    assert chapter is None
    assert [str(p) for p in found] == [
        "docs/a.md:1:1: lỗi: chương lớn hơn 1024 KiB → tách thành nhiều chương"
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
            "---\nten: A\n---\n",
            (
                "2:1: lỗi: phần đầu chương không có khóa “ten” → "
                "còn thiếu tên chương: nếu là nó thì viết “title: …”"
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
            "---\ntitle: A\nhide: [xyz]\n---\n",
            "3:8: lỗi: không ẩn được “xyz” → chỉ dùng: footer, navigation, path, toc",
        ),
        (
            "---\ntitle: A\nhide: [toc, [a]]\n---\n",
            "3:13: lỗi: không ẩn được “…” → chỉ dùng: footer, navigation, path, toc",
        ),
        (
            "---\ntitle: A\nhide: {toc: x}\n---\n",
            "3:7: lỗi: “hide” phải là một danh sách → viết “hide: [navigation]”",
        ),
        (
            "---\ntitle: A\npart: prefcae\n---\n",
            "3:7: lỗi: sách không có phần “prefcae” → có phải ý bạn là “preface”?",
        ),
        (
            "---\ntitle: A\npart: xyz\n---\n",
            "3:7: lỗi: sách không có phần “xyz” → chỉ dùng: chronology (biên niên sự kiện), "
            "committees (danh sách cấp ủy), conclusion (kết luận), "
            "foreword (lời giới thiệu), preface (lời nói đầu), "
            "roll (danh sách), "
            "sources (ghi chép về nguồn tư liệu)",
        ),
        (
            '---\ntitle: " "\n---\n',
            "2:8: lỗi: “title” phải là một dòng chữ → viết “title: …”",
        ),
        (
            "---\n- a\n---\n",
            "2:1: lỗi: phần đầu chương không phải các dòng “khóa: giá trị” → viết “title: …”",
        ),
    ],
)
def test_refused_in_these_words(text: str, expected: str) -> None:
    assert expected in problems(text)


@pytest.mark.parametrize("mark", ["{{", "{%", "{#", "}}", "%}"])
def test_no_mark_of_a_call_stands_in_the_head(mark: str) -> None:
    (found,) = problems(f"---\ntitle: A\ndescription: 'x {mark}'\n---\n")
    assert found.startswith(f"3:17: lỗi: phần đầu chương không được có “{mark}” → ")


def test_every_fault_of_the_head_is_told() -> None:
    text = "---\ntitel: A\norganization: [x]\nhide: [a, b]\n---\n"
    assert [line.split(": ")[0] for line in problems(text)] == [
        "2:1",
        "3:15",
        "4:8",
        "4:11",
    ]


@pytest.mark.parametrize(
    ("text", "title", "body", "line"),
    [
        ("---  \ntitle: A\n--- \nx\n---\ny", "A", "x\n---\ny", 4),
        ("---\ntitle: A\n---", "A", "", 4),
        ("\ufeff---\ntitle: A\n---\nx", "A", "x", 4),
    ],
)
def test_where_the_head_ends(text: str, title: str, body: str, line: int) -> None:
    chapter, found = parse_chapter(text.encode(), "docs/a.md")
    assert found == []
    assert chapter is not None
    assert (chapter.front_matter.title, chapter.body, chapter.first_line) == (title, body, line)


@pytest.mark.parametrize("text", [" ---\ntitle: A\n---\n", "a\n---\ntitle: A\n---\n", "---", ""])
def test_a_head_begins_on_the_first_line(text: str) -> None:
    assert problems(text) == [
        "1:1: lỗi: chương không có phần đầu giữa hai dòng “---” → "
        "mở đầu tệp bằng ba dòng: “---”, “title: …”, “---”"
    ]


def test_places_of_a_chapter() -> None:
    chapter, _ = parse_chapter(b"---\ntitle: A\norganization: x\n---\nab\n\ncd", "docs/a.md")
    assert chapter is not None
    positions = {key: str(one) for key, one in chapter.key_positions.items()}
    assert positions == {"title": "docs/a.md:2:8", "organization": "docs/a.md:3:15"}
    found = [str(chapter.position(offset)).removeprefix("docs/a.md:") for offset in range(6)]
    assert found == ["5:1", "5:2", "5:3", "6:1", "7:1", "7:2"]


def test_what_is_not_said_is_left_out() -> None:
    assert FrontMatter("A").meta() == {"title": "A"}
    chapter, _ = parse_chapter(b"---\ntitle: A\npart: preface\n---\n", "docs/a.md")
    assert chapter is not None
    assert chapter.front_matter == FrontMatter("A", None, None, (), "preface")


def test_what_the_reader_refuses_is_told_beside_the_rest() -> None:
    assert [line.split(": ")[0] for line in problems("---\ntitle: a\u200b\nhide: x\n---\n")] == [
        "2:9",
        "3:7",
    ]
    assert [line.split(": ")[0] for line in problems("---\n- a\u200b\n---\n")] == ["2:4", "2:1"]
    (alone,) = problems("---\ntitle: [\n---\n")
    assert "chưa được đóng" in alone


def test_a_text_of_several_lines_is_the_same_wherever_it_stands() -> None:
    heads = ("description: |\n  a\n  b\ntitle: A", "title: A\ndescription: |\n  a\n  b")
    read = [parse_chapter(f"---\n{head}\n---\n".encode(), "docs/a.md")[0] for head in heads]
    assert read[0] is not None
    assert read[1] is not None
    assert read[0].front_matter == read[1].front_matter


def test_not_utf8_on_a_line_after_the_first() -> None:
    _, (found,) = parse_chapter(b"\n\xff", "docs/a.md")
    assert found.position.line == 2


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


def test_the_theme_is_given_text_whatever_it_holds() -> None:
    text = '---\ntitle: <b>A\ndescription: 0;url=//h.example" http-equiv="refresh\n---\n'
    chapter, problems = parse_chapter(text.encode(), "a.md")
    assert problems == []
    assert chapter
    assert chapter.front_matter.title == "<b>A"
    assert chapter.front_matter.meta() == {
        "title": "&lt;b&gt;A",
        "description": "0;url=//h.example&quot; http-equiv=&quot;refresh",
    }
