"""The pages at old addresses: where they lead, that no machine lists them, what they may run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from macros.model.redirects import Redirect
from macros.site.redirects import moved_pages, write_redirects

if TYPE_CHECKING:
    from pathlib import Path


def redirects(*pairs: tuple[str, str]) -> list[Redirect]:
    return [Redirect(old=old, new=new) for old, new in pairs]


MOVED = redirects(
    ("xa/cu/", "xa/moi/"),
    ("xa/cu/#ke", "xa/moi/#ke-lai"),
    ("xa/cu/#ben", "tinh/"),
    ("xa/con/#cu", "xa/con/#moi"),
    ("tinh/sau/", "tinh/truoc/#cuoi"),
)


def test_each_old_page_is_a_page_and_places_of_living_pages_are_none() -> None:
    assert list(moved_pages(MOVED, "")) == ["tinh/sau/index.html", "xa/cu/index.html"]


def test_a_page_leads_on_by_itself_and_by_a_link() -> None:
    page = html.fromstring(moved_pages(MOVED, "")["xa/cu/index.html"])
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../moi/"]
    assert page.xpath("//a[@data-whole]/@href") == ["../moi/"]
    assert [(one.get("data-was"), one.get("href")) for one in page.xpath("//a[@data-was]")] == [
        ("ben", "../../tinh/"),
        ("ke", "../moi/#ke-lai"),
    ]
    other = html.fromstring(moved_pages(MOVED, "")["tinh/sau/index.html"])
    assert other.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../truoc/#cuoi"]


def test_a_page_is_for_no_index_and_names_the_new_one() -> None:
    page = html.fromstring(moved_pages(MOVED, "https://su.example/x/")["xa/cu/index.html"])
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://su.example/x/xa/moi/"]
    assert not html.fromstring(moved_pages(MOVED, "")["xa/cu/index.html"]).xpath("//link")


def test_a_page_runs_nothing_inline() -> None:
    page = html.fromstring(moved_pages(MOVED, "")["xa/cu/index.html"])
    assert "script-src 'self'" in page.xpath("//meta[contains(@http-equiv, 'Policy')]/@content")[0]
    assert [(one.get("src"), one.text) for one in page.xpath("//script")] == [
        ("../../assets/javascripts/moved.js", None)
    ]
    assert not page.xpath("//style | //@style")


def test_the_pages_are_written_and_returned(tmp_path: Path) -> None:
    made = write_redirects(MOVED, "", tmp_path)
    assert made == {path: (tmp_path / path).read_bytes() for path in made}
    assert len(made) == 2


@pytest.mark.parametrize("new", ["", "#muc"])
def test_the_home_page_may_be_where_it_leads(new: str) -> None:
    page = html.fromstring(moved_pages(redirects(("a/b/", new)), "")["a/b/index.html"])
    assert page.xpath("//a[@data-whole]/@href") == [f"../../{new}"]
