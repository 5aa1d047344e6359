"""The parts of a committee's book: each in its place, none required."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.book.compose import compose
from macros.book.config import read_settings
from macros.book.linker import BookLinker
from macros.book.matter import arranged, introduction
from macros.book.plan import plans
from macros.book.section import Section
from macros.catalogue import organization, registry
from macros.chapter import parse_chapter
from macros.checks.chapters import unsourced
from macros.model.codes import PARTS as PART_CODES
from macros.project.check import check_project
from macros.project.project import Project
from macros.views.common import Page
from tests.small_site import put, write_site

LONG = "Lời này do những người làm sách viết ra để nói với người đọc trước khi vào các chương sách."


def part(title: str, name: str, text: str = LONG, more: str = "organization: may-thuong\n") -> str:
    return f"---\ntitle: {title}\n{more}part: {name}\n---\n\n# {title}\n\n{text}\n"


PARTS = {
    # Out of order by name and by place: the part says where each stands.
    "docs/may-thuong/a-ket-luan.md": part("Kết luận", "conclusion", '{{ cite("ky-yeu#2") }}'),
    "docs/may-thuong/b-nguon.md": part("Về tư liệu của tập này", "sources"),
    "docs/may-thuong/c-liet-si.md": part("Danh sách liệt sĩ", "roll", "| STT |\n|---|\n| 1 |"),
    "docs/may-thuong/d-cap-uy.md": part("Cấp ủy các khóa", "committees", "{{ committee_rolls() }}"),
    "docs/may-thuong/e-noi-dau.md": part("Lời nói đầu", "preface"),
    "docs/may-thuong/g-gioi-thieu.md": part("Lời giới thiệu", "foreword"),
    "docs/may-thuong/h-nien-bieu.md": part("Niên biểu", "chronology", "{{ events() }}"),
    "docs/toan-tap/gioi-thieu.md": part("Lời giới thiệu bộ sách", "foreword", more=""),
    "docs/toan-tap/ket-luan.md": part("Lời kết bộ sách", "conclusion", more=""),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = write_site(tmp_path / "site")
    for path, text in PARTS.items():
        put(root, path, text)
    return root


def sections(site: Path, which: int) -> tuple[list[Section], Archive]:
    settings = read_settings(site)
    archive = check_project(Project(site)).archive
    plan = plans(settings, archive, Project(site).chapters)[which]
    volume = compose(plan, settings, archive, width=40)
    return arranged(volume, introduction(volume, settings, paper=True)), archive


def test_each_part_stands_in_its_place_in_a_single_volume(site: Path) -> None:
    made, _ = sections(site, 1)
    assert [(one.label, one.title) for one in made] == [
        ("", "Lời giới thiệu"),
        ("", "Lời nói đầu"),
        ("", "Cách đọc sách này"),
        ("", "Đảng bộ xã Mây Thượng"),
        ("", "Kết luận"),
        ("Phụ lục 1", "Các kỳ đại hội"),
        ("Phụ lục 2", "Cấp ủy các khóa"),
        ("Phụ lục 3", "Danh sách liệt sĩ"),
        ("Phụ lục 4", "Số liệu"),
        ("Phụ lục 5", "Niên biểu"),
        ("Phụ lục 6", "Tư liệu chưa thống nhất"),
        ("Phụ lục 7", "Văn bản được nhắc đến"),
        ("", "Về tư liệu của tập này"),
    ]


def test_the_collected_volume_has_parts_of_its_own(site: Path) -> None:
    made, _ = sections(site, 0)
    titles = [one.title for one in made]
    assert titles[:5] == [
        "Lời giới thiệu bộ sách", "Cách đọc sách này", "Đảng bộ xã Mây Thượng",
        "Lời giới thiệu", "Lời nói đầu",
    ]  # fmt: skip
    assert titles[-3:] == ["Về tư liệu của tập này", "Lời kết bộ sách", "Văn bản được nhắc đến"]


def test_those_who_put_the_book_out_need_no_source_for_their_own_words(site: Path) -> None:
    archive = check_project(Project(site)).archive
    warned = []
    for path in PARTS:
        chapter, problems = parse_chapter((site / path).read_bytes(), path)
        assert chapter, problems
        if list(unsourced(chapter, registry, archive)):
            warned.append(path)
    assert warned == []
    told = part("Chương", "conclusion")
    chapter, _ = parse_chapter(told.encode(), "docs/may-thuong/x.md")
    assert chapter
    assert len(list(unsourced(chapter, registry, archive))) == 1


def test_a_part_that_is_none_is_told(site: Path) -> None:
    _, problems = parse_chapter(part("X", "prefase").encode(), "docs/may-thuong/x.md")
    assert [str(one) for one in problems] == [
        "docs/may-thuong/x.md:4:7: lỗi: sách không có phần “prefase” → có phải ý bạn là “preface”?"
    ]
    _, problems = parse_chapter(part("X", "lời bạt").encode(), "docs/may-thuong/x.md")
    assert (
        "chỉ dùng: chronology (biên niên sự kiện), committees (danh sách cấp ủy)"
        in problems[0].remedy
    )


def test_a_roll_names_everybody_of_the_term_and_says_how_they_came(site: Path) -> None:
    _, archive = sections(site, 1)
    text = str(organization.committee_rolls(_page(archive))).replace("\u00a0", " ")
    assert text.count("<table") == 2
    assert "Lý Thị Mận" in text
    assert "Bí thư" in text
    # Nobody is told of in the second term.
    assert "Không tài liệu nào nêu tên" in text


def _page(archive: Archive) -> Page:
    return Page("docs/may-thuong/d-cap-uy.md", "may-thuong", archive, BookLinker(archive))


def test_the_guide_names_every_part() -> None:
    guide = Path(__file__).parents[2] / "docs/bien-tap/an-ban.md"
    told = guide.read_text(encoding="utf-8")
    assert [name for name in PART_CODES if f"`{name}`" not in told] == []
