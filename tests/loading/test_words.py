"""Which key or code was meant by what was typed, and what to write in its place."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import pytest
from pydantic import Field

from macros.loading.validate import validate
from macros.loading.words import (
    code_remedy,
    key_remedy,
    meant_code,
    meant_key,
    model_at,
    with_meant_keys,
)
from macros.loading.yaml.strict import Table, parse_yaml
from macros.model.base import Record
from macros.model.closed_list import ClosedList, Code

COLOURS = ClosedList(
    Code("red", "đỏ", "màu đỏ thắm", printed="đỏ thẫm / hồng"),
    Code("dark-green", "xanh lục", printed="xanh / lục"),
    Code("blue", "xanh lam", printed="xanh / lam"),
)


class Part(Record):
    """A part of a thing."""

    name: str = Field(title="Tên gọi")
    size: int | None = Field(None, title="Cỡ")


class Thing(Record):
    """A thing with codes and parts."""

    called_elsewhere: ClassVar[dict[str, str]] = {"hue": "colour"}
    instead: ClassVar[dict[str, str]] = {"owner": "nobody"}

    owner: str | None = Field(None, title="Chủ")
    nobody: str | None = Field(None, title="Vô chủ")
    colour: Annotated[str, COLOURS] | None = Field(None, title="Màu")
    colours: tuple[Annotated[str, COLOURS], ...] = Field((), title="Các màu")
    parts: tuple[Part, ...] = Field((), title="Các phần")
    best: Part | None = Field(None, title="Phần tốt")


@pytest.mark.parametrize(
    ("names", "owner"),
    [
        ([], Thing),
        (["parts"], Thing),
        (["parts", "name"], Part),
        (["best", "name"], Part),
        (["owner", "name"], Thing),
        (["xyz", "name"], Thing),
        (["xyz", "parts", "name"], Part),
        (["parts", "name", "size"], Part),
    ],
)
def test_whose_field_it_is(names: list[str], owner: type[Record]) -> None:
    assert model_at(Thing, names) is owner


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Màu", "colour"),
        ("các màu", "colours"),
        ("CÁC-PHẦN", "parts"),
        ("vo_chu", "nobody"),
        ("hue", "colour"),
        ("Hue", None),
        ("ownr", "owner"),
        ("xyz", None),
    ],
)
def test_the_key_that_was_meant(typed: str, key: str | None) -> None:
    assert meant_key(Thing, typed) == key


@pytest.mark.parametrize(
    ("typed", "present", "stands_for", "remedy"),
    [
        ("ownr", (), "", "có phải ý bạn là “owner”?"),
        ("ownr", ("owner",), "", "xóa dòng này: mục đã có “owner”"),
        ("ownr", ("colour",), "owner", "có phải ý bạn là “owner”?"),
        ("Màu", (), "", "đó là nhãn của khóa “colour”: viết “colour: …”"),
        ("Màu", ("colour",), "", "xóa dòng này: mục đã có “colour”"),
        ("mau", (), "colours", "đó là nhãn của khóa “colour”: viết “colour: …”"),
        (
            "ownr",
            (),
            "colour",
            "mục này còn thiếu “colour” (Màu): nếu là nó thì viết “colour: …”",
        ),
        (
            "xyz",
            (),
            "colour",
            "mục này còn thiếu “colour” (Màu): nếu là nó thì viết “colour: …”",
        ),
        (
            "xyz",
            ("colour",),
            "",
            "xóa dòng này, hoặc dùng một trong: best, colour, colours, nobody, owner, parts",
        ),
    ],
)
def test_what_to_do_about_an_unknown_key(
    typed: str, present: tuple[str, ...], stands_for: str, remedy: str
) -> None:
    assert key_remedy(Thing, typed, present, stands_for) == remedy


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("red", "red"),
        ("RED", "red"),
        ("Đỏ", "red"),
        ("do", "red"),
        ("màu đỏ thắm", "red"),
        ("hồng", "red"),
        ("dark green", "dark-green"),
        ("Dark_Green", "dark-green"),
        ("lục", "dark-green"),
        ("lam", "blue"),
        # Two codes are printed so.
        ("xanh", None),
        ("tím", None),
        ("", None),
    ],
)
def test_the_code_that_was_meant(typed: str, code: str | None) -> None:
    assert meant_code(COLOURS, typed) == code


LISTED = "chọn một trong: red: đỏ; dark-green: xanh lục; blue: xanh lam"


@pytest.mark.parametrize(
    ("name", "typed", "remedy"),
    [
        ("colour", "đỏ", "viết red"),
        ("colour", "“đỏ”", "viết red"),
        ("colour", "ređ", "viết red"),
        ("colour", "bleu", "có phải ý bạn là “blue”?"),
        ("colour", "tím", LISTED),
        ("colour", "đỏ, lam", LISTED),
        ("colours", "đỏ, lam", "viết [red, blue]"),
        ("colours", "đỏ ; lam,", "viết [red, blue]"),
        ("colours", "đỏ, tím", LISTED),
        ("colours", "đỏ,", LISTED),
        ("colours", "đỏ", "viết red"),
    ],
)
def test_what_to_write_for_a_code(name: str, typed: str, remedy: str) -> None:
    assert code_remedy(Thing.model_fields[name], typed) == remedy


def missing(*loc: str | int) -> dict[str, Any]:
    return {"type": "missing", "loc": loc}


def unknown(*loc: str | int) -> dict[str, Any]:
    return {"type": "extra_forbidden", "loc": loc}


OTHER: dict[str, Any] = {"type": "int_type", "loc": ("parts", 0, "size")}


@pytest.mark.parametrize(
    ("errors", "joined"),
    [
        ([OTHER], [("parts", 0, "size")]),
        ([unknown("xyz")], [("xyz",)]),
        # by letters, by the label, or because there is no other
        ([missing("owner"), unknown("ownr")], [("ownr", "owner")]),
        ([unknown("ownr"), OTHER, missing("owner")], [("ownr", "owner"), ("parts", 0, "size")]),
        ([missing("parts", 1, "name"), unknown("parts", 1, "Tên gọi")], [("Tên gọi", "name")]),
        ([missing("parts", 1, "name"), unknown("parts", 1, "xyz")], [("xyz", "name")]),
        # what may stand instead of it
        ([missing("owner"), unknown("nobdy"), unknown("xyz")], [("nobdy", "nobody"), ("xyz",)]),
        # of two, only the one that is meant; if neither is, none
        ([missing("owner"), unknown("ownr"), unknown("xyz")], [("ownr", "owner"), ("xyz",)]),
        ([missing("owner"), unknown("abc"), unknown("xyz")], [("owner",), ("abc",), ("xyz",)]),
        (
            [missing("owner"), missing("colour"), unknown("xyz")],
            [("owner",), ("colour",), ("xyz",)],
        ),
        (
            [missing("owner"), missing("colour"), unknown("xyz"), unknown("ownr")],
            [("colour",), ("xyz",), ("ownr", "owner")],
        ),
        # a key that is not the one that is missing
        (
            [missing("owner"), missing("parts"), unknown("colur")],
            [("owner",), ("parts",), ("colur",)],
        ),
        (
            [missing("parts", 1, "name"), unknown("parts", 1, "Tên gọi"), unknown("parts", 1, "x")],
            [("Tên gọi", "name"), ("parts", 1, "x")],
        ),
        # of another record
        (
            [missing("parts", 1, "name"), unknown("parts", 2, "nme")],
            [("parts", 1, "name"), ("parts", 2, "nme")],
        ),
        ([missing("owner"), unknown("parts", 2, "xyz")], [("owner",), ("parts", 2, "xyz")]),
    ],
)
def test_an_unknown_key_is_joined_with_the_missing_one(
    errors: list[dict[str, Any]], joined: list[tuple[Any, ...]]
) -> None:
    found = [
        (one["loc"][-1], one["stands_for"]) if "stands_for" in one else one["loc"]
        for one in with_meant_keys(Thing, errors)
    ]
    assert found == joined


@pytest.mark.parametrize(("before", "joined"), [(19, True), (20, False)])
def test_only_so_many_keys_are_looked_at(before: int, joined: bool) -> None:
    errors = [missing("owner"), *(unknown(f"k{at}") for at in range(before)), unknown("ownr")]
    assert ("stands_for" in with_meant_keys(Thing, errors)[-1]) is joined


# --- many slips of a file -------------------------------------------------------------------


class Row(Record):
    """A row of a table."""

    kind: Annotated[str, ClosedList(Code("mot", "một"), Code("hai", "hai"))]
    value: int | None = None


class Rows(Record):
    """Two tables."""

    one: tuple[Row, ...] = ()
    other: tuple[Row, ...] = ()


def told(text: str) -> list[str]:
    table, problems = parse_yaml(text.encode(), "a")
    assert isinstance(table, Table)
    assert problems == []
    _, found = validate(Rows, table)
    return [str(problem).split(" → ")[0].removeprefix("a:") for problem in found]


def rows(*lines: str, key: str = "one") -> str:
    return f"{key}:\n" + "".join(f"- {{{line}}}\n" for line in lines)


def test_one_mistake_in_several_rows_is_told_once() -> None:
    assert told(
        rows("kind: mot, valeu: 1", "kind: hai", "kind: hai, valeu: 2", "valeu: 1, kind: hai")
    ) == ["2:15: lỗi: không có trường nào tên “valeu”, ở 3 dòng: cả 4, 5"]
    text = rows("kind: mot, valeu: 1") + rows("kind: mot, valeu: 1", key="other")
    assert len(told(text)) == 2
    assert len(told(rows("kind: mot, valeu: 1", "kind: mot, xyz: 1"))) == 2


def test_rows_in_one_line_are_one_line() -> None:
    text = "one: [{kind: mot, abc: 1}, {kind: mot, abc: 1}]\nother: []\n"
    assert told(text) == ["1:19: lỗi: không có trường nào tên “abc”"]


def test_one_wrong_code_in_several_rows_is_told_once() -> None:
    text = rows("kind: mot", *["kind: moot"] * 2, "kind: haai", "kind: [x]", "kind: [x]")
    assert [line.split(": ", 1)[0] for line in told(text)] == ["3:10", "5:10", "6:10", "7:10"]
    assert told(text)[0].endswith("không nhận “moot”, ở 2 dòng: cả 4")


def test_a_wrong_value_is_told_of_each() -> None:
    assert len(told(rows("kind: mot, value: x", "kind: mot, value: x"))) == 2


def test_what_stands_for_another_is_another_mistake() -> None:
    text = rows("kind: mot, knd: mot", "knd: mot", "kind: hai, knd: hai")
    assert [line.split(": ", 1)[0] for line in told(text)] == ["2:15", "3:4"]


@pytest.mark.parametrize(("count", "more"), [(21, ""), (22, ", …")])
def test_so_many_lines_are_listed(count: int, more: str) -> None:
    (line,) = told(rows(*["kind: mot, xyz: 1"] * count))
    lines = ", ".join(map(str, range(3, 23)))
    assert line.endswith(f"“xyz”, ở {count} dòng: cả {lines}{more}")


@pytest.mark.parametrize(("count", "said"), [(20, 20), (21, 21)])
def test_so_many_slips_are_told(count: int, said: int) -> None:
    found = told(rows(*["kind: mot, value: x"] * count))
    assert len(found) == said
    assert ("còn 1 lỗi nữa" in found[-1]) is (count > 20)


def test_slips_in_words_of_one_line_are_joined() -> None:
    found = told(rows("knid: mot, kind: moot, abc: 1", "kind: x, abc: 1"))
    assert found == [
        "2:21: lỗi: “kind”: không nhận “moot”; không có trường nào tên “knid”; không có trường nào "
        "tên “abc”, ở 2 dòng: cả 3",
        "3:10: lỗi: “kind”: không nhận “x”",
    ]


def test_one_wrong_code_in_two_fields_is_told_of_each() -> None:
    text = rows("kind: moot") + rows("kind: moot", key="other")
    assert [line.split(": ", 1)[0] for line in told(text)] == ["2:10", "4:10"]


class Words(Record):
    """A record with a list of words."""

    words: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("words:\n- a\n- b\n- c", ["2:1", "3:3", "4:3"]),
        # Those that share the line of the first need no place of their own.
        ("words: [a, b,\n  c]", ["1:8", "1:8", "2:3"]),
        ("words:\n- a", ["2:1", "2:1", "2:1"]),
        # Records know their own.
        ("words: []\nrows:\n- {kind: mot}\n- {kind: hai}", ["1:8", "1:8", "1:8"]),
    ],
)
def test_items_on_lines_of_their_own_know_their_places(text: str, places: list[str]) -> None:
    table, _ = parse_yaml(text.encode(), "a")
    assert isinstance(table, Table)
    record, _ = validate(Words, table)
    assert record is not None
    assert [str(record.where(f"words.{at}")) for at in range(3)] == [f"a:{one}" for one in places]
    assert record.where("rows.1") == record.where("rows")
