"""The symbol of a document stays on one line, wherever it stands in a text."""

from __future__ import annotations

import pytest

from macros.engine.symbols import with_whole_symbols


@pytest.mark.parametrize(
    "symbol",
    ["1521-QĐ/TU", "12-NQ/ĐU", "10,11-HD/BTGTW", "158/2016/NĐ-CP", "76/2015/QH13", "05-CT/TW"],
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
        "<p>1996-2000, 27/01/1994, 21/23, A4-B5</p>",
    ],
)
def test_nothing_else_is_touched(html: str) -> None:
    assert with_whole_symbols(html) == html
