"""What a stranger writes stays text on GitHub and GitLab."""

from __future__ import annotations

import pytest

from macros.changes.markup import code, escaped, shown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Lý Thị Mận, 12/06/1957 (bầu)", "Lý Thị Mận, 12/06/1957 (bầu)"),
        ("a*b*_c_`d`", r"a\*b\*\_c\_\`d\`"),
        ("<img src=x onerror=alert(1)>", r"\<img src\=x onerror\=alert(1)\>"),
        ("![a](b) | c", r"\!\[a\](b) \| c"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("dòng\n# hai\r\n- ba", r"dòng \# hai - ba"),
        ("@ban va #12", r"@&#8203;ban va \#&#8203;12"),
        ("https://a.vn www.a.vn", "https:&#8203;//a.vn www&#8203;.a.vn"),
        ("a@b.vn", "a@&#8203;b.vn"),
        (":bom: 12:30", ":&#8203;bom: 12:30"),
        ("$x$", "&#36;&#8203;x&#36;&#8203;"),
        ("sửa 11bd719", "sửa 11bd719&#8203;"),
        ("2500000 đồng", "2500000 đồng"),
        ("a\u202eb\u200bc\x00", "aU+202EbU+200BcU+0000"),
    ],
)
def test_text_stays_text(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


def test_ids_are_code_and_all_else_is_not() -> None:
    assert code("ky-yeu#1-2") == "`ky-yeu#1-2`"
    assert code("a` <b>") == r"a\` \<b\>"


def test_a_terminal_gets_no_signs_that_steer_it() -> None:
    assert shown("a\x1b[31mb\nc") == "aU+001B[31mb c"
