"""Nothing of this site's content stands in the program or in the tests of the program.

What must not stand there is read from the data, so that a name added tomorrow is sought too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.archive import Archive, Dossier
from macros.project.check import load
from macros.project.project import Project
from macros.system.program import PROGRAM
from macros.text.vietnamese import slug

HERE = Path(__file__).parent
FOLDERS = ("macros", "overrides", "scripts", "tests")
# Fonts and pictures; what Python and Node leave behind.
_NO_TEXT = frozenset({".woff2", ".ttf", ".png", ".pyc"})
_OWN_NAME = 6
"""Words from which a name without a place is this site's own: any may have a “Đảng bộ Khối”."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(Project(PROGRAM)).archive


def place_in(name: str) -> str:
    """Return the proper name that a name ends with, "" for none: “Đảng bộ xã Mây Thượng”."""
    run: list[str] = []
    for word in reversed(name.split()):
        if not word[0].isupper():
            break
        run.insert(0, word)
    return " ".join(run) if 1 < len(run) < len(name.split()) else ""


def names_in(dossier: Dossier) -> Iterator[str]:
    """Yield the names of an organization, in all its times."""
    yield dossier.organization.short_name
    yield from (one.name for one in dossier.organization.names)


def words_of(archive: Archive) -> set[str]:
    """Return what names this site's content: ids, persons, places, names of organizations."""
    names = {name for one in archive.dossiers.values() for name in names_in(one)}
    issuers = {one.name for one in archive.issuers.values()}
    places = {place for name in names | issuers if (place := place_in(name))}
    people = {person.name for person in archive.people.values()}
    long = {name for name in names if len(name.split()) >= _OWN_NAME}
    ids = {*archive.dossiers, *archive.people, *archive.sources, *archive.changes}
    said = places | people
    slugs = {slug(one) for one in said}
    typed = {one.replace("-", " ") for one in slugs} | {one.lower() for one in said}
    return said | long | ids | slugs | typed


def texts() -> Iterator[tuple[str, str]]:
    """Yield each file of the program and of its tests as (path, text)."""
    for folder in FOLDERS:
        for path in sorted((PROGRAM / folder).rglob("*")):
            if path.is_file() and path.suffix not in _NO_TEXT and HERE not in path.parents:
                yield path.relative_to(PROGRAM).as_posix(), path.read_text(encoding="utf-8")


def test_the_words_are_those_of_the_site(archive: Archive) -> None:
    words = words_of(archive)
    assert {"Hải Phòng", "hai-phong", "hai phong", "khoi-cac-co-quan", "Bạch Đằng"} <= words
    assert {place_in("Đảng bộ xã Mây Thượng"), place_in("Đảng bộ Khối")} == {"Mây Thượng", ""}
    assert len(words) > 200


def test_no_word_of_the_content_stands_in_the_program(archive: Archive) -> None:
    ordered = sorted(words_of(archive), key=len, reverse=True)
    sought = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")
    found = [
        f"{path}:{number}: {match.group()}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        for match in sought.finditer(line)
    ]
    assert found == []
