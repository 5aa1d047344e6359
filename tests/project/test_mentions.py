"""Where entries are named is read from the calls of the chapters, and from nothing else.

What a call names besides its arguments its macro says; here that is compared with the links that
the call gives.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive.complete import load_archive
from macros.archive.mentions import EXEMPT, Mention, Mentions, Section
from macros.catalogue import registry
from macros.chapter import LinkTarget, expand, inspect, parse_chapter
from macros.project.check import check_chapters, check_project
from macros.project.links import Nowhere
from macros.project.mentions import mentions
from macros.project.project import Project
from tests.small_site import put
from tests.small_site import write_site as write_small_site
from tests.support import archive_of

CENTURY = Path(__file__).parents[1] / "century" / "site"
DOCUMENTS = {
    "data/documents/huyen-uy.yml": """
        name: Huyện ủy
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/HU, cite: ky-yeu#1}
        """,
}


def read(root: Path, path: str, body: str) -> Mentions:
    archive = archive_of(root, DOCUMENTS)
    text = f"---\ntitle: Một chương\norganization: khoi\n---\n{body}\n"
    chapter, problems = parse_chapter(text.encode(), path)
    assert chapter is not None
    assert problems == []
    return mentions([(chapter, inspect(chapter, registry, archive))], archive)


def test_calls_on_people_and_documents_are_mentions(tmp_path: Path) -> None:
    body = 'Theo {{ document("qd-7") }}, {{ person("ly-van-mot") }} và {{ person("ly-van-mot") }}.'
    here = (Mention("khoi", "khoi/mot.md", "Một chương"),)
    assert read(tmp_path, "docs/khoi/mot.md", body) == {
        ("document", "qd-7"): here,
        ("person", "ly-van-mot"): here,
    }


def test_name_typed_by_hand_is_no_mention(tmp_path: Path) -> None:
    assert read(tmp_path, "docs/khoi/mot.md", "Lý Văn Một làm Bí thư. {{ events() }}") == {}


def test_look_up_pages_and_the_guide_tell_nothing(tmp_path: Path) -> None:
    call = '{{ person("ly-van-mot") }}'
    assert read(tmp_path / "a", "docs/tra-cuu/to-chuc.md", call) == {}
    assert read(tmp_path / "b", "docs/bien-tap/chuong.md", call) == {}


def test_mentions_are_those_of_the_chapters_as_checked(tmp_path: Path) -> None:
    site = write_small_site(tmp_path / "site")
    checked = check_project(Project(site)).archive
    named = checked.mentions["person", "ly-thi-man"]
    assert [one.page for one in named] == ["may-thuong/dai-hoi.md", "may-thuong/index.md"]


def test_chapter_that_cannot_be_read_names_nothing(tmp_path: Path) -> None:
    site = write_small_site(tmp_path / "site")
    put(site, "docs/may-thuong/hong.md", "không có phần đầu\n")
    archive = check_project(Project(site)).archive
    assert {one.page for many in archive.mentions.values() for one in many} == {
        "may-thuong/dai-hoi.md",
        "may-thuong/index.md",
    }


def test_mention_knows_the_sections_of_its_chapter_that_name_somebody(tmp_path: Path) -> None:
    call = '{{ person("ly-van-mot") }}'
    body = f"# Một chương\n\n{call}\n\n## Mở đầu\n\n{call}\n\n{call}\n\n### Về sau {{: #sau }}\n\n{call}"
    found = read(tmp_path, "docs/khoi/mot.md", body)["person", "ly-van-mot"]
    sections = (Section("Mở đầu", "mo-dau"), Section("Về sau", "sau"))
    assert found == (Mention("khoi", "khoi/mot.md", "Một chương", sections),)


def test_chapter_about_another_organization_names_it_but_not_its_own(tmp_path: Path) -> None:
    assert read(tmp_path, "docs/khoi/mot.md", '{{ events(organization="khoi") }}') == {}
    text = '---\ntitle: Một chương\n---\n{{ events(organization="khoi") }}\n'
    chapter, _ = parse_chapter(text.encode(), "docs/index.md")
    archive = archive_of(tmp_path / "b", DOCUMENTS)
    assert chapter is not None
    found = mentions([(chapter, inspect(chapter, registry, archive))], archive)
    assert list(found) == [("organization", "khoi")]


class _Recorder(Nowhere):
    """A linker that remembers to which people a chapter links."""

    def __init__(self) -> None:
        self.people: set[str] = set()

    def url(self, target: LinkTarget, origin: str, /) -> str:
        if target.kind == "person":
            self.people.add(target.id)
        return super().url(target, origin)


@pytest.mark.parametrize("which", ["century", "small"])
def test_every_link_to_a_person_is_a_mention(which: str, tmp_path: Path) -> None:
    root = CENTURY if which == "century" else write_small_site(tmp_path / "site")
    checked = check_chapters(Project(root), load_archive(root)[0])
    compared = 0
    for chapter, inspection in checked.inspected.values():
        page = chapter.path.removeprefix("docs/")
        if page.startswith(EXEMPT) or inspection.problems or not inspection.calls:
            continue
        linker = _Recorder()
        expand(chapter, checked.archive, linker, registry=registry, inspection=inspection)
        told = {
            identifier
            for (kind, identifier), named in checked.archive.mentions.items()
            if kind == "person" and any(one.page == page for one in named)
        }
        assert told == linker.people, page
        compared += len(told)
    assert compared
