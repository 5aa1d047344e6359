"""A chapter that takes for ever is ended and named, by the check, the site and the book."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown

from macros.book.command import Wanted, make_books
from macros.chapter import ChapterError, in_time, time_limit
from macros.project import check
from macros.project.check import check_project
from macros.project.project import Project
from macros.site.build import publish
from macros.system.time_limit import OutOfTimeError, limited_time
from tests.output import read
from tests.small_site import put, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from macros.chapter import Chapter, Inspection

PAGE = "docs/may-thuong/dai-hoi.md"
TOLD = f"{PAGE}:1:1: lỗi: chương cần hơn 0.3 giây của bộ xử lý, có lẽ không bao giờ xong → "


def hang() -> None:
    while True:
        # What takes the time may catch everything that it knows.
        try:
            sum(range(1000))
        except Exception:
            continue


def test_what_takes_its_time_is_ended() -> None:
    start = time.process_time()
    with pytest.raises(OutOfTimeError), limited_time(0.2):
        hang()
    assert 0.1 < time.process_time() - start < 5


def test_what_waits_takes_no_time_of_the_processor() -> None:
    with limited_time(0.05):
        time.sleep(0.3)


def test_nothing_is_ended_afterwards() -> None:
    with limited_time(0.1):
        pass
    end = time.process_time() + 0.3
    while time.process_time() < end:
        pass


def test_a_thread_has_no_limit_and_no_fault() -> None:
    done: list[int] = []

    def work() -> None:
        with limited_time(0.01):
            done.append(sum(range(1_000_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(done) == 1


def test_a_chapter_that_takes_its_time_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 0.3)
    with pytest.raises(ChapterError) as error, in_time(PAGE):
        hang()
    (problem,) = error.value.problems
    assert str(problem).startswith(TOLD)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site").mkdir()
    site = write_site(tmp_path / "site")
    put(site, PAGE, (site / PAGE).read_bytes() + b"\nTREO\n")
    monkeypatch.setattr(time_limit, "SECONDS", 0.3)
    return site


def test_by_the_check(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = check.inspect

    def slow(chapter: Chapter, *given: Any) -> Inspection:
        if "TREO" in chapter.body:
            hang()
        return whole(chapter, *given)

    monkeypatch.setattr(check, "inspect", slow)
    report = check_project(Project(site))
    told = [str(one) for one in report.problems if one.position.path == PAGE]
    assert len(told) == 1
    assert told[0].startswith(TOLD)
    assert report.chapters > 5


@pytest.fixture
def hanging_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Markdown.convert

    def slow(self: Markdown, source: str) -> str:
        if "TREO" in source:
            hang()
        return whole(self, source)

    monkeypatch.setattr(Markdown, "convert", slow)


@pytest.mark.usefixtures("hanging_markdown")
def test_by_the_site(site: Path) -> None:
    status, lines = read(publish(Project(site), site / "site"))
    assert status == 1
    assert [line for line in lines if line.startswith(TOLD)] == lines[1:2]
    assert not (site / "site").exists()


@pytest.mark.usefixtures("hanging_markdown")
def test_by_the_book(site: Path) -> None:
    status, lines = read(make_books(Project(site), Wanted(kinds=["epub"], only=["may-thuong"])))
    assert status == 1
    assert lines[0].startswith(TOLD)
