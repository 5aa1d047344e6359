"""The navigation and docs/ agree, and every link of a volume has its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.chapter import Chapter, FrontMatter
from macros.messages.problems import Position
from macros.project.contents import in_place_of_generated, missing_pages
from macros.project.navigation import Navigation, NavigationPage
from tests.support import archive_of

ORG = "data/organizations/khoi"
LISTED = {
    f"{ORG}/organization.yml": "kind: party\nshort_name: Đảng bộ Khối\nlisted: true",
    f"{ORG}/congresses.yml": "congresses: [{id: dh-1, ordinal: I, cite: ky-yeu#1}]",
    f"{ORG}/conflicts.yml": """
        conflicts:
          - id: so
            kind: contradiction
            topic: Số
            note: Hai số
            claims: [{fact: dh-1, shown: true}, {statement: Khác, cite: ky-yeu#2}]
        """,
}


def test_pages_that_links_to_a_volume_lead_to(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, LISTED)
    pages = ("khoi/index.md", "khoi/dai-hoi.md", "khoi/mau-thuan.md")
    here = Position("mkdocs.yml", 4, 7)
    navigation = Navigation((NavigationPage("khoi/index.md", here),))
    assert list(missing_pages(archive, pages, {}, navigation)) == []
    assert [str(problem) for problem in missing_pages(archive, pages[1:2], {}, navigation)] == [
        f"{ORG}/organization.yml:3:9: lỗi: tổ chức “khoi” có tập riêng (listed: true) nhưng chưa có "
        "docs/khoi/index.md, docs/khoi/mau-thuan.md → tạo các trang ấy, theo trang cùng tên của tập "
        "khác, và thêm vào nav của mkdocs.yml các dòng “- khoi/index.md”, “- khoi/mau-thuan.md”; tổ "
        "chức không có tập riêng thì bỏ listed"
    ]


def test_the_first_congress_of_a_volume_is_told_its_page_and_its_line(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, LISTED)
    navigation = Navigation((NavigationPage("khoi/index.md", Position("mkdocs.yml", 4, 7)),))
    pages = ("khoi/index.md", "khoi/mau-thuan.md")
    assert [str(problem) for problem in missing_pages(archive, pages, {}, navigation)] == [
        f"{ORG}/congresses.yml:1:14: lỗi: đại hội của tập “khoi” cần trang docs/khoi/dai-hoi.md, chưa "
        "có trang ấy → tạo docs/khoi/dai-hoi.md (title: Đại hội, organization: khoi, rồi một dòng "
        "{{ congress_table() }}) và thêm vào nav của mkdocs.yml dòng “- Đại hội: khoi/dai-hoi.md”, "
        "dưới dòng 4"
    ]


def test_a_promise_is_told_its_page(tmp_path: Path) -> None:
    path = "data/organizations/khoi/statements.yml"
    promise = "id: hua, kind: promise, text: sẽ lập trường, domain: culture, cite: ky-yeu#1"
    archive = archive_of(tmp_path, {**LISTED, path: f"statements: [{{{promise}}}]"})
    pages = ("khoi/index.md", "khoi/mau-thuan.md", "khoi/dai-hoi.md")
    (problem,) = missing_pages(archive, pages, {}, Navigation())
    assert str(problem) == (
        f"{path}:1:14: lỗi: việc đề ra của tập “khoi” cần trang docs/khoi/viec-de-ra.md, chưa có trang "
        "ấy → tạo docs/khoi/viec-de-ra.md (title: Việc đề ra, organization: khoi, rồi một dòng "
        "{{ promises() }}) và thêm vào nav của mkdocs.yml dòng “- Việc đề ra: khoi/viec-de-ra.md”"
    )


def test_an_organization_without_a_volume_needs_no_pages(tmp_path: Path) -> None:
    assert list(missing_pages(archive_of(tmp_path, {}), (), {}, Navigation())) == []


CALL = '{{ source_entry("ky-yeu") }}'


@pytest.mark.parametrize(
    ("page", "body", "count"),
    [
        ("tra-cuu/nguon/ky-yeu.md", "Khác", 1),
        ("tra-cuu/nguon/ky-yeu.md", f"# Kỷ yếu\n\nLời dẫn.\n\n{CALL}\n", 0),
        ("tra-cuu/nguon/ky-yeu/index.md", CALL, 1),
        ("tra-cuu/nguon/khac.md", "Khác", 0),
        ("tra-cuu/nguon/index.md", "Khác", 0),
        ("khoi/ky-yeu.md", "Khác", 0),
    ],
)
def test_a_page_made_from_the_data_is_replaced_only_by_one_that_has_its_call(
    tmp_path: Path, page: str, body: str, count: int
) -> None:
    chapter = Chapter(f"docs/{page}", FrontMatter("A"), body, 4)
    told = list(in_place_of_generated({page: chapter}, archive_of(tmp_path, {})))
    assert len(told) == count
    assert all(CALL in problem.remedy for problem in told)
