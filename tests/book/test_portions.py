"""What all parts of a large volume share is laid out in portions, and is still one book."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from macros.book import collected
from macros.book.compose import compose
from macros.book.openings import Opening
from macros.book.portions import portions
from macros.book.section import Section, parse
from macros.book.task import Task
from tests.book.reading import Book
from tests.book.test_collected import task

__all__ = ["task"]

PAGE, FOLLOW = Opening("page", False), Opening("follow", False)
LISTS = {
    "van-ban": "".join(
        f"<h2>Cơ quan {issuer}</h2><h3>Nghị quyết</h3><dl class='documents'>"
        + "".join(f"<dt id='{issuer}-{at}'>Số {at}</dt><dd>Về việc {at}</dd>" for at in range(9))
        + "</dl>"
        for issuer in "abcd"
    ),
    "chi-muc": "<p class='matter-note'>Xếp theo tên gọi.</p><div class='index'>"
    + "".join(
        f"<div class='index__group'><p class='index__letter'>{letter}</p><ul>"
        + "".join(f"<li id='{letter}{at}'>Nguyễn {letter}{at}</li>" for at in range(7))
        + "</ul></div>"
        for letter in "ABCDĐ"
    )
    + "</div>",
    "muc-luc": "<ul class='toc'>"
    + "".join(f"<li class='toc__entry toc__entry--{1 + at % 5 % 2}'>M{at}</li>" for at in range(30))
    + "</ul>",
}


def portions_of(key: str, length: int) -> list[Section]:
    section = Section(key, "Tên", "back", parse(LISTS[key]))
    found = [one for stretch in portions([section], [PAGE], length) for one, _ in stretch]
    assert [one.continues for one in found] == [bool(at) for at in range(len(found))]
    return found


@pytest.mark.parametrize("key", LISTS)
@pytest.mark.parametrize("length", [1, 150, 400, 900])
def test_nothing_is_lost_or_moved(key: str, length: int) -> None:
    whole = parse(LISTS[key])
    found = portions_of(key, length)
    assert len(found) > 1
    for tag in ("h2", "dt", "dd", "li", "p"):
        entries = [entry for one in found for entry in one.tree.iter(tag)]
        assert [one.text_content() for one in entries] == [
            one.text_content() for one in whole.iter(tag)
        ]
    for path in ("//dl/dt", "//ul/li", "//div/p", "//div/div/ul/li"):
        assert sum(len(one.tree.xpath(f".{path}")) for one in found) == len(whole.xpath(f".{path}"))
    ids = [each for one in found for each in one.tree.xpath(".//@id")]
    assert ids == whole.xpath(".//@id")


@pytest.mark.parametrize("length", [1, 150, 400])
def test_no_page_begins_inside_an_entry(length: int) -> None:
    for before, after in pairwise(portions_of("van-ban", length)):
        assert list(before.tree.iter())[-1].tag == "dd"
        assert next(one for one in after.tree.iter() if one.tag in ("h2", "dt", "dd")).tag != "dd"
    for before, after in pairwise(portions_of("chi-muc", length)):
        assert list(before.tree.iter())[-1].get("class") != "index__letter"
        assert len(after.tree.xpath(".//li"))


def test_a_portion_ends_before_a_group_if_one_is_near() -> None:
    room_for_one_and_a_bit = len(LISTS["van-ban"]) // 4 + 20
    found = portions_of("van-ban", room_for_one_and_a_bit)
    issuers = [one.tree.xpath("string(.//h2)") for one in found]
    assert issuers == [f"Cơ quan {name}" for name in "abcd"]


def test_short_sections_stay_as_they_are_and_share_a_stretch() -> None:
    short = [Section(key, "Tên", "back", parse("<p>ngắn</p>")) for key in "abc"]
    starts = [PAGE, FOLLOW, FOLLOW]
    assert list(portions(short, starts)) == [list(zip(short, starts, strict=True))]
    assert list(portions(short, starts, 40)) == [
        [placed] for placed in zip(short, starts, strict=True)
    ]


def printed(task: Task, path: Path) -> Book:
    volume = compose(task.plan, task.settings, task.archive, width=task.layout.measure)
    made = collected.print_collected(volume, task.settings, task.archive, task.edition, task.layout)
    path.write_bytes(made.data)
    return Book(path)


def test_a_divided_volume_is_proved_and_says_the_same(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = printed(task, tmp_path / "mot.pdf")
    monkeypatch.setattr(collected, "portions", partial(portions, length=900))
    divided = printed(task, tmp_path / "hai.pdf")
    assert len(divided.reader.pages) > len(whole.reader.pages) + 2
    assert divided.places.keys() == whole.places.keys() | {
        name for name in divided.places if "--" in name
    }
    first = divided.places["muc-luc"]
    for at, page in enumerate(divided.reader.pages[first:], start=first + 1):
        words = page.extract_text().split("\n")
        if at % 2 and len("".join(words)) > 8:
            assert "Mục lục" in words, words
