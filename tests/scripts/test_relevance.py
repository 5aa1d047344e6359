"""What `make relevance` says of lists of queries: places counted, groups told apart."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from scripts.relevance.__main__ import main, missed, rank_of, table
from scripts.relevance.cold import Cold, told
from scripts.relevance.lists import Query, fits, read_lists

LIST = """
- query: "lý thị mận"
  group: person
  answers: [people/m/#ly-thi-man]
- query: "lý"
  group: person
  part: held-out
  nfd: true
  answers: [people/m/]
- query: "zalo"
  group: nothing
  answers: []
"""
FOUND = [
    {"how": "all", "count": 2, "first": [["people/m/#other"], ["people/m/#ly-thi-man"]]},
    {"how": "all", "count": 1, "first": [["people/m/#other"]]},
    {"how": "none", "count": 0, "first": []},
]


@pytest.fixture
def lists(tmp_path: Path) -> dict[str, tuple[Query, ...]]:
    (tmp_path / "one.yml").write_text(LIST, encoding="utf-8")
    return read_lists(tmp_path)


def test_a_list_is_read_with_its_parts(lists: dict[str, tuple[Query, ...]]) -> None:
    first, second, third = lists["one"]
    assert first == Query("lý thị mận", ("people/m/#ly-thi-man",), "person", "published", False)
    assert second.typed == unicodedata.normalize("NFD", "lý")
    assert not second.published
    assert third.answers == ()


def test_places_are_counted_from_one(lists: dict[str, tuple[Query, ...]]) -> None:
    assert [rank_of(*one) for one in zip(lists["one"], FOUND, strict=True)] == [2, 1, 1]
    told = {"how": "all", "count": 1, "first": [["a/"]]}
    # Told as if the site held it.
    assert rank_of(lists["one"][2], told) == 0


def test_a_row_within_what_is_wanted_is_right() -> None:
    assert fits(["a/#row", "a/#table"], ("a/#table",))
    assert fits(["a/#row"], ("a/",))
    assert not fits(["a/#row", "a/#table"], ("a/#other", "b/"))


def test_rates_are_told_by_group_and_part(lists: dict[str, tuple[Query, ...]]) -> None:
    rows = [line.split("  ") for line in table(lists, {"this": FOUND}).splitlines()]
    told = {row[0]: row[-1].strip() for row in rows}
    assert told["one: person"] == "1 đầu, 2 trong ba (50%)"
    assert told["one, held-out"] == "1 đầu, 1 trong ba (100%)"
    assert told["one: nothing"] == "1 đầu, 1 trong ba (100%)"
    assert told["one"] == "2 đầu, 3 trong ba (67%)"
    assert missed(lists, FOUND) == "2 [person] lý thị mận: people/m/#other people/m/#ly-thi-man"


def test_a_site_that_is_not_built_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--site", str(tmp_path)]) == 1
    assert "make site" in capsys.readouterr().err


def test_a_first_query_is_told_with_its_files() -> None:
    files = (("entry.bin", 2.0, 310.0, 29_700), ("t7.bin", 320.0, 480.0, 7_700))
    one = Cold("danh muc", (2.1, 2.25, 3.0), files)
    assert one.bytes == 38_000
    lines = told([one], files=True).splitlines()
    assert lines[1:] == [
        "  danh muc: 2,25 giây (2,10–3,00); 38 KB, 2 tệp",
        "    entry.bin: 2–310 ms, 29.700 byte",
        "    t7.bin: 320–480 ms, 7.700 byte",
    ]
