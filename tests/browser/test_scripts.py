"""The scripts of the site as it sends them: lighter, and the same to a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.engine.around import lighten
from tests.browser.conftest import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SCRIPT = """\
/* Chú thích đầu tệp. */
import { b } from "./b.js";

// Một dòng.
const words = "a // không phải chú thích  b";
const template = `hai  dòng
  // còn nguyên ${1 + 1}`;
const slashes = /[/]\\/ /g;

document.title = [words, template, "x// ".replace(slashes, ""), b].join("|");
"""


def test_scripts_lose_comments_and_spaces_and_nothing_else(
    browser: Browser, tmp_path: Path
) -> None:
    ours, site = tmp_path / "ours", tmp_path / "site"
    for folder in (ours, site):
        folder.mkdir()
    (ours / "a.js").write_text(SCRIPT, encoding="utf-8")
    (ours / "b.js").write_text("export const b = 1; // một\n", encoding="utf-8")
    (ours / "note.txt").write_text("// còn", encoding="utf-8")
    lighten(ours, site)
    light = (site / "a.js").read_text(encoding="utf-8")
    assert "Chú thích" not in light
    assert "Một dòng" not in light
    assert len(light) < len(SCRIPT) * 0.85
    assert sorted(path.name for path in site.iterdir()) == ["a.js", "b.js"]
    assert '"a // không phải chú thích  b"' in light
    assert "`hai  dòng\n  // còn nguyên ${1 + 1}`" in light
    said = title(browser, site)
    assert said == "a // không phải chú thích b|hai dòng // còn nguyên 2|x|1"
    assert said == title(browser, ours)


def title(browser: Browser, folder: Path) -> str:
    """Return the title that the script of a folder gives its page."""
    page = '<!doctype html><title></title><script type="module" src="a.js"></script>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    with served(folder) as address:
        tab = browser.new_page()
        tab.goto(address)
        tab.wait_for_function("document.title")
        found = tab.title()
        tab.close()
    return found
