"""Where entries are named is read from the calls of the chapters, and from nothing else."""

from __future__ import annotations

from pathlib import Path

from macros.archive.mentions import Mention, Mentions, mentions
from macros.catalogue import registry
from macros.chapter import inspect, parse_chapter
from macros.project.check import check_project
from macros.project.project import Project
from tests.small_site import put
from tests.small_site import write_site as write_small_site
from tests.support import archive_of

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
    return mentions([(chapter, inspect(chapter, registry, archive))])


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
    assert [one.page for one in named] == ["may-thuong/index.md"]


def test_chapter_that_cannot_be_read_names_nothing(tmp_path: Path) -> None:
    site = write_small_site(tmp_path / "site")
    put(site, "docs/may-thuong/hong.md", "không có phần đầu\n")
    archive = check_project(Project(site)).archive
    assert {one.page for many in archive.mentions.values() for one in many} == {
        "may-thuong/index.md"
    }
