"""Slips in macro calls, tags, marks of notes and quotation marks, each told once."""

from __future__ import annotations

from tests.bad_input.slips import EVENTS, PICTURES, Slip, added, at, both, drawn
from tests.small_site import CHAPTER, PERSON

CALL = '{{ person("ly-thi-man") }}'
_SHOWN = 'viết \\{\\{ person\\("ly-thi-man"\\) \\}\\}'
TWO = "[quyet-dinh-12-1950, quyet-dinh-kem-1950]"


def said(name: str, text: str, *words: str, line: str = "") -> Slip:
    """Return a slip of a paragraph added to the chapter, told at its line `line` or its first."""
    return Slip(name, added(CHAPTER, f"\n{text}\n"), CHAPTER, line or text.split("\n")[0], words)


CALLS = (
    said("call without quotes", CALL.replace('"', ""), 'viết "ly-thi-man"'),
    said("name without quotes", "{{ person(Lý Thị Mận) }}", 'viết "Lý Thị Mận"'),
    said(
        "yes in Vietnamese",
        '{{ statistic("party-members", "1955", cite=không) }}',
        "viết false",
    ),
    said("date without quotes", '{{ statistic("party-members", 1955-01) }}', 'viết "1955-01"'),
    said(
        "colon after a parameter",
        '{{ statistic("party-members", "1955", cite: false) }}',
        "viết cite=…",
    ),
    said("three braces", "{" + CALL + "}", "hai ngoặc nhọn"),
    said(
        "brackets of Chinese", CALL.replace("(", "（").replace(")", "）"), r"gõ lại dấu \( thường"
    ),
    said("space between braces", '{ { person("ly-thi-man") } }', _SHOWN),
    said("space between opening braces", '{ { person("ly-thi-man") }}', _SHOWN),
    said("line under a call", f"- {CALL}\n-\n- ba", "để một dòng trống", line="-"),
    said("rule under a call", f"Bà {CALL}.\n---\n\nĐoạn.", "để một dòng trống", line="---"),
    said("number sign", f"#1 là {CALL}.", r"viết \\# ở đầu dòng"),
)
MARKUP = (
    said("table in HTML", "<table><tr><td>một</td></tr></table>", "“<table>”"),
    said("table in HTML over lines", "<table>\n<tr>\n<td>một</td>\n</tr>\n</table>", "“<table>”"),
    said("what Word leaves", "<o:p></o:p>Đoạn.", "do Word để lại"),
    said("sign of Word", "\uf0b7 một", "phông chữ"),
    said("note without ^", "Đoạn[1].\n\n[1]: một lời.", r"\[\^1\]", line="[1]:"),
    Slip(
        "picture between < >",
        both(drawn(f"{PICTURES}/Ảnh 1.JPG"), added(CHAPTER, "\n![Lễ](<anh/Ảnh 1.JPG>)\n")),
        f"{PICTURES}/Ảnh 1.JPG",
        words=(r"anh-1\.jpg", "index.md:16"),
    ),
    at("title emptied", CHAPTER, "title: Đảng bộ xã Mây Thượng", "title:", "không có giá trị"),
)
LISTS = (
    at(
        "quotation marks of print in a list",
        EVENTS,
        TWO,
        "[“quyet-dinh-12-1950”, “quyet-dinh-kem-1950”]",
        r'viết \["quyet-dinh-12-1950", "quyet-dinh-kem-1950"\]',
    ),
    at(
        "quotation marks of print round a comma",
        PERSON,
        "name: Lý Thị Mận",
        "name: Lý Thị Mận\nother_names: [“Mận, Lý”]",
        r'viết \["Mận, Lý"\]',
    ),
)

SLIPS = (*CALLS, *MARKUP, *LISTS)
