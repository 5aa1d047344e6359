"""Hundreds of things that a stranger may send: refused in a line, or shown as the text that they are.

All are put into one site, since each has a path of its own: the check then tells of each that is
refused, and of no other. What is not refused is built, into pages, open data, search and books, and
of what was refused, or is not read, no word is in any of them.
"""

from __future__ import annotations

import gzip
import html.parser
import re
import subprocess
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.book.command import Wanted, make_books
from macros.messages.problems import Problem, Severity
from macros.project.check import check_project
from macros.project.project import Project
from macros.site.build import publish
from tests.hostile import chapters, data, files
from tests.hostile.case import Case, Fate
from tests.output import read
from tests.small_site import CHAPTER, put, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = (*chapters.CASES, *data.CASES, *files.CASES)
REFUSED = tuple(case for case in CASES if case.fate is Fate.REFUSED)
SHOWN = tuple(case for case in CASES if case.fate is not Fate.REFUSED)
LEAST = 250
_LINE = re.compile(r"\S.*:\d+:\d+: (?:lỗi|cảnh báo|ghi chú): .+ → .+")
_MOST_LINES = 21
"""Of one file: twenty are told, and how many there are besides."""


def small_site(folder: Path) -> Path:
    folder.mkdir()
    return write_site(folder)


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What the check tells of a site with all cases, by the path of the first that it is about."""
    root = small_site(tmp_path_factory.mktemp("tat-ca") / "site")
    assert check_project(Project(root)).problems == []
    for case in CASES:
        case.put(root)
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in check_project(Project(root)).problems:
        # Of no chapter that is tried here is the navigation to blame.
        if "chưa có trong mục lục" not in problem.message:
            found[problem.position.path].append(problem)
    return found


def problems_of(case: Case, problems: dict[str, list[Problem]]) -> list[Problem]:
    """Return the problems at the case's path, or at a folder that it lies in."""
    above = [str(path) for path in Path(case.path).parents]
    return [problem for path in (case.path, *above) for problem in problems.get(path, ())]


def test_the_cases_are_many_and_differ() -> None:
    assert len(REFUSED) >= LEAST
    assert len({case.word for case in CASES}) == len({case.path for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_it_is_refused_in_a_line(case: Case, problems: dict[str, list[Problem]]) -> None:
    errors = [one for one in problems_of(case, problems) if one.severity is Severity.ERROR]
    assert 1 <= len(errors) <= _MOST_LINES
    for problem in errors:
        line = str(problem)
        assert _LINE.fullmatch(line), line
        assert line.isprintable(), line
        assert len(line) < 2000, line


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.name)
def test_it_does_no_harm(case: Case, problems: dict[str, list[Problem]]) -> None:
    errors = [str(one) for one in problems_of(case, problems) if one.severity is Severity.ERROR]
    assert errors == []


def test_nothing_is_published_with_any_of_them(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    for case in REFUSED:
        case.put(root)
    status, _ = read(publish(Project(root), root / "site"))
    assert status == 1
    assert not (root / "site").exists()
    status, _ = read(make_books(Project(root), Wanted(kinds=["epub"])))
    assert status == 1
    assert not (root / "dist").exists()


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Site, open data, search and books of a site that had all cases, and now has the harmless."""
    root = small_site(tmp_path_factory.mktemp("con-lai") / "site")
    for case in CASES:
        case.put(root)
    check_project(Project(root))  # with what a cache may keep of it
    for case in REFUSED:
        path = root / case.path
        if path.is_symlink() or not path.is_dir():
            path.unlink()
    for name in ("docs", "data"):
        for folder in sorted((root / name).rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
    pages = [case.path.removeprefix("docs/") for case in SHOWN if case.path.endswith(".md")]
    nav = "".join(f"  - {page}\n" for page in pages if "/." not in page)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    put(root, "mkdocs.yml", config + nav)
    sources = [case for case in SHOWN if case.path.startswith("data/sources/")]
    for case in sources:
        stem = Path(case.path).stem
        cited = f'\n\nThử {{{{ cite("{stem}#tr.1") }}}}.\n'
        put(root, CHAPTER, (root / CHAPTER).read_text(encoding="utf-8") + cited)
    with pytest.MonkeyPatch.context() as patch:
        # With an address there are a feed, a map and pictures to share besides.
        patch.setenv("SITE_URL", "https://lich-su.vi.du/")
        for work in (
            make_books(Project(root), Wanted(only=["may-thuong"])),
            publish(Project(root), root / "site"),
        ):
            status, lines = read(work)
            assert status == 0, lines
    return root


def unpacked(path: Path) -> Iterator[str]:
    """Yield what a file holds, as a reader of it gets it."""
    content = path.read_bytes()
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield name + "\n" + book.read(name).decode("utf-8", "replace")
    elif path.suffix == ".pdf":
        done = subprocess.run(
            ["pdftotext", "-q", path, "-"], capture_output=True, check=True, text=True
        )
        yield done.stdout
        yield content.decode("latin-1")
    elif content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content).decode("utf-8", "replace")
    else:
        yield content.decode("utf-8", "replace")


def texts(root: Path) -> dict[str, str]:
    """Return the text of every file that is published, the books among them."""
    found = {}
    for folder in ("site", "dist"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                found[path.relative_to(root).as_posix()] = "\n".join(unpacked(path))
    return found


def test_no_word_of_what_was_refused_is_in_any_output(outputs: Path) -> None:
    published = texts(outputs)
    kinds = {Path(name).suffix for name in published}
    assert {".html", ".csv", ".json", ".bin", ".pdf", ".epub", ".js", ".svg", ".gz"} <= kinds
    hidden = [case.word for case in CASES if case.fate is not Fate.TEXT]
    pattern = re.compile("|".join(hidden))
    assert {
        name: found[0] for name, text in published.items() if (found := pattern.search(text))
    } == {}


_SAVED = re.compile(r"data:application/x-(?:bibtex|research-info-systems);charset=utf-8,[-\w.~/%]*")


class Active(html.parser.HTMLParser):
    """Collects the words that are more than text: in tags, in handlers, in what is fetched."""

    def __init__(self, words: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.words = words
        self.found: list[str] = []
        self.shown: set[str] = set()
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag
        if self.words.search(tag.upper()):
            self.found.append(tag)
        for name, value in attrs:
            if self.words.search(name.upper()):
                self.found.append(f"{tag} {name}")
            if not (value and self.words.search(value)):
                continue
            leads = name == "href" and tag == "a" and re.match(r"(?:https|mailto):", value)
            # A file to save: text of no kind that a browser shows.
            saved = name == "href" and any(one == "download" for one, _ in attrs)
            leads = leads or (saved and _SAVED.fullmatch(value))
            if not leads and name not in ("content", "title", "alt", "aria-label", "data-search"):
                self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, text: str) -> None:
        words = self.words.findall(text)
        if words and self._within in ("style", "script"):
            self.found.append(f"{self._within}: {text[:80]}")
        self.shown.update(words)

    def handle_comment(self, text: str) -> None:
        if self.words.search(text):
            self.found.append(f"comment: {text}")


def test_what_is_shown_is_text_and_nothing_else(outputs: Path) -> None:
    words = re.compile("|".join(case.word for case in CASES if case.fate is Fate.TEXT))
    shown: set[str] = set()
    for path in (outputs / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'content="None"' not in text, path  # this site has no description
        page = Active(words)
        page.feed(text)
        assert page.found == [], path
        shown |= page.shown
    expected = {case.word for case in CASES if case.fate is Fate.TEXT}
    # The name of a link's title and address, and of a page's description, is no text of a page.
    assert len(expected - shown) <= 5, expected - shown
