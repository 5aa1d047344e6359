"""The frame of every page of this site: titles, places, doors."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html

from macros.archive.complete import load_archive
from macros.system.program import PROGRAM
from tests.browser.every_page import UNKNOWN, Site, served

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTSIDE = (UNKNOWN, "tim-kiem.html")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    yield from served(tmp_path_factory, "real", lambda _: PROGRAM)


@pytest.fixture(scope="session")
def pages(real: Site) -> dict[str, lxml_html.HtmlElement]:
    """Every page of the site, by its address."""
    found = [one for one in real.pages() if one not in OUTSIDE]
    files = {one: real.folder / one / ("index.html" if one[-1:] in "/" else "") for one in found}
    return {one: lxml_html.parse(file).getroot() for one, file in files.items()}


def test_no_two_pages_share_a_title(pages: dict[str, lxml_html.HtmlElement]) -> None:
    for titles in ("//title/text()", "//meta[@property='og:title']/@content"):
        sharing = defaultdict(list)
        for path, page in pages.items():
            (title,) = page.xpath(titles)
            sharing[title].append(path)
        assert [paths for paths in sharing.values() if len(paths) > 1] == []


def test_every_chapter_names_its_organization(pages: dict[str, lxml_html.HtmlElement]) -> None:
    volumes = {one.id: one.title for one in load_archive(PROGRAM)[0].volumes}
    told = 0
    for path, page in pages.items():
        title = volumes.get(path.partition("/")[0])
        if not title:
            continue
        told += 1
        above = page.xpath("string(//article/p[@class='kicker'] | //article/h1)")
        assert title in page.xpath("string(//title)"), path
        assert title in page.xpath("string(//article)")[: len(above) + 400], path
    assert told > 50


def test_every_page_says_where_it_stands(pages: dict[str, lxml_html.HtmlElement]) -> None:
    for path, page in pages.items():
        doors = page.xpath("//nav[@class='doors']//a[@aria-current]")
        guide = path.startswith("bien-tap/")
        assert len(doors) == (0 if guide else 1), path
        places = page.xpath("//nav[@class='where']//li[not(@hidden)]")
        assert bool(places) == bool(path), path


def test_the_way_on_says_when_it_leaves_a_volume(pages: dict[str, lxml_html.HtmlElement]) -> None:
    for path, page in pages.items():
        for link in page.xpath("//footer//a[contains(@class, 'md-footer__link')]"):
            what = link.xpath("string(.//*[@class='md-footer__direction'])")
            out = link.get("href").count("../") > path.count("/") - 1
            assert out == what.startswith("Tập "), (path, link.get("href"), what)
