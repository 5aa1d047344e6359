"""The organization that a chapter's calls are about: missing, unknown, or not to be guessed."""

from __future__ import annotations

from typing import ClassVar

from macros.chapter import Chapter, FrontMatter, guard
from tests.chapter.fabricated import Archive, chapter, registry


def test_scoped_id_without_organization() -> None:
    found = guard(chapter('{{ congress("VI") }}', "---\ntitle: Thử\n---\n"), registry, Archive())
    assert [str(p) for p in found] == [
        (
            "docs/thu.md:4:13: lỗi: không biết đại hội “VI” là của tổ chức nào → "
            "thêm “organization: …” "
            'vào phần đầu chương hoặc organization="…" vào lời gọi'
        )
    ]


def test_unknown_organization_of_the_chapter() -> None:
    head = "---\ntitle: Thử\norganization: phuong-an-lak\n---\n"
    found = guard(chapter("", head), registry, Archive())
    assert [str(p) for p in found] == [
        (
            "docs/thu.md:3:15: lỗi: không có tổ chức “phuong-an-lak” → "
            "có phải ý bạn là “phuong-an-lac”?"
        )
    ]


def test_unknown_organization_that_no_name_is_near() -> None:
    head = "---\ntitle: Thử\norganization: khac-han\n---\n"
    (found,) = guard(chapter("", head), registry, Archive())
    assert found.remedy == "dùng một mã đã có: phuong-an-lac, xa-binh-hoa"
    (found,) = guard(chapter("", head), registry, Empty())
    assert found.remedy == "thêm vào data/"


def test_unknown_organization_of_a_chapter_that_was_not_read_from_a_file() -> None:
    made = Chapter("docs/thu.md", FrontMatter("Thử", "khac-han"), "a\nb", 5)
    (found,) = guard(made, registry, Archive())
    assert str(found.position) == "docs/thu.md:5:1"


class Empty(Archive):
    entries: ClassVar[dict[tuple[str, str | None], list[str]]] = {}


CALLS = '{{ congress("VI") }}\n\n{{ congress("V") }}\n\n{{ congress("IV") }}\n'


def test_several_calls_without_organization_are_one_problem_at_the_head() -> None:
    found = guard(chapter(CALLS, "---\ntitle: Thử\n---\n"), registry, Archive())
    assert [str(p) for p in found] == [
        "docs/thu.md:2:8: lỗi: phần đầu chương thiếu “organization”, mà 3 lời gọi cần → thêm dòng "
        '“organization: …” ở đầu chương, hoặc organization="…" trong từng lời gọi'
    ]


def test_its_folder_may_name_the_organization() -> None:
    made = chapter(CALLS, "---\ntitle: Thử\n---\n", path="docs/phuong-an-lac/thu.md")
    (found,) = guard(made, registry, Archive())
    assert found.remedy == "thêm dòng “organization: phuong-an-lac”"
