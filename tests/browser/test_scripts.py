"""The scripts of the site as it sends them: lighter, together, and the same to a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.engine.scripts import ScriptError, bundle, write_scripts
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
    write_scripts([ours], site)
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


MODULES = {
    "search-app.js": 'import { greet } from "./words.js";\nimport { NAME } from "./names.js";\n'
    "const own = 1;\nexport const said = greet(NAME) + own;\n",
    "words.js": 'import { NAME } from "./names.js";\nconst own = "Chào ";\n'
    "export function greet(name) {\n  return own + name + NAME.length;\n}\n",
    "names.js": 'export const NAME = "Mận";\nexport class Person {}\n',
}


def write_modules(folder: Path, **changed: str) -> Path:
    for name, text in {**MODULES, **{f"{one}.js": text for one, text in changed.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_belongs_together_is_one_script_and_no_module(
    browser: Browser, tmp_path: Path
) -> None:
    ours, site = tmp_path / "ours", tmp_path / "site"
    for folder in (ours, site):
        folder.mkdir()
    write_modules(ours)
    # As the theme has copied them.
    write_modules(site)
    write_scripts([ours], site)
    assert [path.name for path in site.iterdir()] == ["search-app.js"]
    page = (
        '<!doctype html><meta charset="utf-8"><title></title><script src="search-app.js"></script>'
    )
    (site / "index.html").write_text(page, encoding="utf-8")
    with served(site) as address:
        tab = browser.new_page()
        tab.goto(address)
        assert tab.evaluate("[siteSearch.said, Object.keys(siteSearch)]") == [
            "Chào Mận31",
            ["said"],
        ]
        assert tab.evaluate("typeof own + typeof NAME") == "undefinedundefined"
        tab.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('import * as all from "./words.js";\n', "names.js: import"),
        ("export default 1;\n", "names.js: export default 1;"),
        ('import { greet } from "./words.js";\n', "words.js: imports itself"),
    ],
)
def test_a_module_that_says_more_than_a_bundle_knows_is_refused(
    tmp_path: Path, text: str, told: str
) -> None:
    write_modules(tmp_path, names=text)
    with pytest.raises(ScriptError, match=told) as raised:
        bundle({path.name: path for path in tmp_path.iterdir()}, "search-app.js", "siteSearch")
    assert str(raised.value)


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
