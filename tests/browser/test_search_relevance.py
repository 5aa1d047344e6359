"""The search of the real site: what comes first, what it costs, how soon it is there."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scripts import build
from tests.browser.conftest import served
from tests.browser.relevance import NARROW, RELEVANCE
from tests.browser.searching import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
# Bytes of everything that the first query fetches, its scripts too, from a host that compresses
# nothing; 300 for the headers of each answer.
MOST_BYTES = 150_000
MOST_SECONDS = 1.0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("real") / "site"
    assert build.main(["--root", str(ROOT), "--site", str(folder)]) == 0
    with served(folder) as address:
        yield address


def fits(found: str, wanted: tuple[str, ...]) -> bool:
    """Say whether an address is one of those wanted, or a section of a page that is."""
    return found in wanted or found.partition("#")[0] in wanted


def test_the_right_place_comes_first(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        answers = reader.find([query for query, _ in RELEVANCE])
    late, missed = [], []
    for (query, wanted), answer in zip(RELEVANCE, answers, strict=True):
        places = [fits(found, wanted) for found in answer["first"]]
        if not any(places):
            missed.append((query, answer["first"]))
        elif not places[0]:
            late.append((query, answer["first"]))
    assert missed == []
    assert len(late) <= len(RELEVANCE) * 0.05, late


def test_half_of_the_queries_have_no_marks() -> None:
    bare = [query for query, _ in RELEVANCE if unicodedata.normalize("NFD", query).isascii()]
    assert len(RELEVANCE) >= 80
    assert len(bare) * 2 >= len(RELEVANCE)


def test_short_words_do_not_match_everything(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        for query, answer in zip(NARROW, reader.find(NARROW), strict=True):
            assert 0 < answer["count"] < answer["of"] / 2, query


@pytest.mark.parametrize("query", ["dang bo khoi", "nguyen duc vinh", "27/01/1994"])
def test_the_first_query_is_light_and_quick(browser: Browser, site: str, query: str) -> None:
    # Each try is a browser that has nothing of the site; what else the machine does is not ours.
    tries = [_first_query(browser, site, query) for _ in range(5)]
    assert max(weight for weight, _ in tries) <= MOST_BYTES
    assert min(taken for _, taken in tries) <= MOST_SECONDS


def _first_query(browser: Browser, site: str, query: str) -> tuple[int, float]:
    """Return the bytes and the seconds that the first query of a visit takes."""
    with reading(browser, site) as reader:
        start = time.monotonic()
        reader.look(query)
        taken = time.monotonic() - start
        reader.page.wait_for_load_state("networkidle")
        weight: int = reader.page.evaluate(
            """performance.getEntriesByType("resource").filter(one => one.name.includes("search"))
               .reduce((sum, one) => sum + one.encodedBodySize + 300, 0)"""
        )
    return weight, taken
