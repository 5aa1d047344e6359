"""What is asked of every page: that what looks at pages sees a page that moves."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from macros.system.program import PROGRAM
from tests.browser.every_page import faults
from tests.browser.host import hosted
from tests.browser.look import reader

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

FONT = PROGRAM / "overrides/assets/fonts/noto-serif-vietnamese-wght-normal.woff2"
PAGE = """<!doctype html><html lang="vi"><title>Trang</title>
<link rel="canonical" href="https://vi-du.example/"><link rel="icon" href="data:,">
<style>@font-face { font-family: Late; src: url("late.woff2"); }
p { font: 16px/24px Late; height: 24px; }</style>
<main><article><h1>Trang</h1><p>Một dòng chữ.</p>
<p class="page-address">https://vi-du.example/</p></article></main>
<script src="moves.js"></script></html>"""
MOVES = "document.querySelector('main').style.marginTop = '300px';"
DRAWN = f"requestAnimationFrame(() => requestAnimationFrame(() => {{ {MOVES} }}));"
# What was parsed has been drawn, and the font, which is waited for, is still on its way.
LATE = f"addEventListener('DOMContentLoaded', () => {{ {DRAWN} }});"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", ""),
        (LATE, "layout shift"),
        (f"if (!sessionStorage.moved) {{ sessionStorage.moved = 1; {LATE} }}", ""),
    ],
    ids=["still", "moves on each visit", "moved once"],
)
def test_a_page_that_moves_on_each_visit_is_told(
    browser: Browser, tmp_path: Path, script: str, expected: str
) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "moves.js").write_text(script, encoding="utf-8")
    (tmp_path / "_headers").write_text("/*\n", encoding="utf-8")
    shutil.copy(FONT, tmp_path / "late.woff2")
    with hosted(tmp_path, 0.4) as address, reader(browser, address) as tab:
        told = "\n".join(faults(tab, [""]))
    assert expected in told
    assert bool(told) is bool(expected), told
