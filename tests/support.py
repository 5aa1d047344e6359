"""Small fabricated sites for tests: files by path, read with the real loader."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.dates import Edtf
from macros.messages.problems import Problem
from macros.model.base import Fact

F = TypeVar("F", bound=Fact)

CATALOGUES = {
    "data/posts.yml": """
        roles:
          - {id: secretary, label: Bí thư, seats: 1, order: 1}
          - {id: deputy-secretary, label: Phó Bí thư, seats: 2, order: 2}
          - {id: member, label: Ủy viên, order: 3}
        """,
    "data/indicators.yml": """
        indicators:
          - {id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên}
        """,
    "data/people/ly-van-mot.yml": "name: Lý Văn Một",
    "data/people/ly-thi-hai.yml": "name: Lý Thị Hai",
    "data/people/ly-van-ba.yml": "name: Lý Văn Ba",
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "2020"
        """,
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Đảng bộ Khối
        """,
}
"""The least that other records refer to: two posts, an indicator, three people, a source."""


def write_site(root: Path, files: Mapping[str, str]) -> Path:
    """Write `files` (path from the root → text, indented as in the test) and return `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).strip("\n") + "\n", encoding="utf-8")
    return root


def read_site(
    root: Path, files: Mapping[str, str], *, base: Mapping[str, str] = CATALOGUES
) -> tuple[Archive, list[Problem]]:
    """Write `files` over the `base` site and load it."""
    return load_archive(write_site(root, {**base, **files}))


def archive_of(root: Path, files: Mapping[str, str]) -> Archive:
    """Return the archive of the base site with `files`, which must load without a problem.

    Every transcribed source counts 400 paragraphs.
    """
    return load_sound(write_site(root, {**CATALOGUES, **files}))


def load_sound(root: Path) -> Archive:
    """Load the site at `root`, which must have no problem in it; see `with_paragraphs`."""
    archive, problems = load_archive(root)
    assert [str(problem) for problem in problems] == []
    return with_paragraphs(archive, 400)


def with_paragraphs(archive: Archive, last: int) -> Archive:
    """Return `archive` as if the evidence of each transcribed source had `last` paragraphs."""
    transcribed = [source.id for source in archive.sources.values() if source.transcribed]
    return replace(archive, paragraphs=dict.fromkeys(transcribed, last))


def told(
    check: Callable[[Archive], Iterable[Problem]], root: Path, files: Mapping[str, str]
) -> list[str]:
    """Return what `check` tells of the base site with `files`, as an editor reads it."""
    return [str(problem) for problem in sorted(check(archive_of(root, files)))]


def fact_of(archive: Archive, reference: str, kind: type[F]) -> F:
    """Return the fact `organization/fact`, which must be there and of that kind."""
    organization, _, _ = reference.partition("/")
    fact = archive.fact(reference, organization)
    assert isinstance(fact, kind)
    return fact


def bounds(when: Edtf | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a date, which must be there, can be for certain."""
    assert when is not None
    return when.certain_earliest(), when.certain_latest()
