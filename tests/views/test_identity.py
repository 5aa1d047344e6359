"""Years of life, native place and remarks: on the page of the person, and beside the name."""

from __future__ import annotations

from macros.model.people import Person
from macros.views.common import Page
from macros.views.identity import identity_rows
from macros.wording.people import identity_words, life_years


def person(*entries: dict[str, object]) -> Person:
    facts = [{"id": f"n{at}", "cite": "ky-yeu#1", **one} for at, one in enumerate(entries)]
    return Person.model_validate({"id": "ly-van-ba", "name": "Lý Văn Ba", "identity": facts})


def test_each_thing_is_a_line_and_the_note_stands_with_the_last(page: Page) -> None:
    one = person(
        {"born": "1912", "origin": "xã Mây Hạ", "note": "Theo gia đình."}, {"born": "1913"}
    )
    rows = identity_rows(page, one.identity)
    assert [(row.label, row.text.replace("\u00a0", " "), row.note) for row in rows] == [
        ("Sinh", "Năm 1912", ""),
        ("Sinh", "Năm 1913", ""),
        ("Quê quán", "Xã Mây Hạ", "Theo gia đình."),
    ]
    assert all(row.cites for row in rows)


def test_years_stand_beside_a_name_only_where_sources_agree() -> None:
    assert life_years(person({"born": "1912-05"}, {"died": "1988"})) == "1912–1988"
    assert life_years(person({"born": "1912"}, {"born": "1913"})) == ""
    assert life_years(person({"born": "[1912..1913]", "died": "1988"})) == "mất 1988"
    assert life_years(person({"born": "1912~"})) == ""
    why = {"born": {"kind": "inferred", "why": "tính từ tuổi"}}
    assert life_years(person({"born": "1912", "implied": why})) == ""


def test_a_line_of_facts_says_all() -> None:
    (one,) = person(
        {"born": "1912", "died": "1988-05", "origin": "xã Mây Hạ", "remark": "Em của Lý Văn Một."}
    ).identity
    assert identity_words(one) == (
        "sinh năm 1912; mất tháng 05/1988; quê xã Mây Hạ; Em của Lý Văn Một"
    )
