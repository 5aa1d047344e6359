"""In a real browser, without a server: the copy on a disk leads on, searches, and loads its fonts."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from macros.site.offline import on_disk
from scripts import build
from tests.small_site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small invented site, unpacked as a reader would."""
    root = write_site(tmp_path_factory.mktemp("offline") / "site")
    assert build.main(["--root", str(root), "--offline"]) == 0
    (packed,) = (root / "dist/offline").glob("*.zip")
    target = root.parent / "tay"
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        archive.extractall(target)
    return target / "lich-su-may-thuong"


@pytest.fixture
def opened(browser: Browser, copy: Path) -> Iterator[tuple[Page, list[str]]]:
    """The first page as opened from the disk, and what the console complained of."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: complaints.append(str(one)))
    page.goto((copy / "index.html").as_uri())
    yield page, complaints
    page.close()


def test_every_link_leads_to_a_file(opened: tuple[Page, list[str]], copy: Path) -> None:
    page, complaints = opened
    for path in sorted(copy.rglob("*.html")):
        page.goto(path.as_uri())
        found: list[str] = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location).href)"
        )
        for link in found:
            address = link.partition("#")[0].partition("?")[0]
            if address.startswith("file:"):
                assert not address.endswith("/"), (path, link)
                assert (
                    copy.parents[0] / address.removeprefix(copy.parents[0].as_uri() + "/")
                ).is_file()
    assert complaints == [], complaints


def test_fonts_and_styles_are_there(opened: tuple[Page, list[str]]) -> None:
    page, complaints = opened
    assert page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].some(f => f.status === 'loaded'))"
    )
    assert complaints == [], complaints


def test_the_search_answers(opened: tuple[Page, list[str]], copy: Path) -> None:
    page, complaints = opened
    page.keyboard.press("/")
    box = page.locator("dialog.search input")
    box.fill("Lý Thị Mận")
    result = page.locator("dialog.search a").first
    result.wait_for()
    href = result.evaluate("one => one.href")
    assert href.startswith(copy.as_uri())
    assert ".html" in href
    assert complaints == [], complaints


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("a/b/#c", "a/b/index.html#c"),
        ("a/b/?q=1", "a/b/index.html?q=1"),
        ("data/a.csv", "data/a.csv"),
        ("#c", "#c"),
        ("https://a.vn/", "https://a.vn/"),
        ("mailto:a@b.vn", "mailto:a@b.vn"),
    ],
)
def test_links_are_written_in_full(link: str, file: str) -> None:
    assert on_disk(f'<a class="x" href="{link}">') == f'<a class="x" href="{file}">'
