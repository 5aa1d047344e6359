"""The symbol of a document stays on one line, wherever it stands in a text."""

from __future__ import annotations

import pytest

from macros.engine.symbols import with_whole_ranges, with_whole_symbols


@pytest.mark.parametrize(
    "symbol",
    [
        "1521-QĐ/TU",
        "12-NQ/ĐU",
        "10,11-HD/BTGTW",
        "158/2016/NĐ-CP",
        "76/2015/QH13",
        "05-CT/TW",
        "2015–2020",
        "2015-2020",
    ],
)
def test_a_symbol_is_whole(symbol: str) -> None:
    html = with_whole_symbols(f"<p>Quyết định số {symbol}, ngày 03/05/2001.</p>")
    whole = f'<span class="symbol">{symbol}</span>'
    assert html == f"<p>Quyết định số {whole}, ngày 03/05/2001.</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<a title="12-NQ/ĐU" href="#x">ấy</a>',
        "<svg><text x='1'>12-NQ/ĐU</text></svg>",
        "<p>1996-02, 1996-2000-2004, 27/01/1994, 21/23, A4-B5</p>",
        "<p>05/2015–2020, 2015–08/2020, 12015–2020, 2015–20201, 3–4</p>",
        "<title>Năm 2015–2020</title>",
    ],
)
def test_nothing_else_is_touched(html: str) -> None:
    assert with_whole_symbols(html) == html


def test_a_range_of_years_in_a_menu_gets_a_sign_and_no_element() -> None:
    html = '<a aria-label="2015–2020" href="#x">Nhiệm kỳ 2015–2020, 3–4</a><title>2015–2020</title>'
    assert with_whole_ranges(html) == html.replace("kỳ 2015–2020", "kỳ 2015–\u20602020")
