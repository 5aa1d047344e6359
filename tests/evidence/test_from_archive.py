"""Which values of a record are claimed, and where they are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from macros.evidence.files import from_transcription
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from tests.small_site import FILES, LEADERSHIP, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from macros.evidence.claims import ValueClaim

_MEMBERSHIP = """\
memberships:
  - id: bi-thu
    person: ly-thi-man
    post: secretary
    cite: ky-yeu#2
    {more}
"""


def claimed(root: Path, more: str) -> dict[str, ValueClaim]:
    """The claims of a membership with `more` fields, by field."""
    path = root / "data/organizations/may-thuong/leadership.yml"
    path.parent.mkdir(parents=True)
    (path.parent / "organization.yml").write_text("kind: party\nshort_name: Mây Thượng\n")
    path.write_text(_MEMBERSHIP.format(more=more.replace("\n", "\n    ")), encoding="utf-8")
    archive, _ = load_archive(root)
    return {claim.field: claim for claim in claims(archive)}


def test_an_inferred_end_is_looked_for_in_the_passage_about_the_successor(tmp_path: Path) -> None:
    found = claimed(
        tmp_path,
        'start_date: "1952"\nend_date: "1957"\nend_basis: inferred\nend_cite: ky-yeu#4',
    )
    assert [str(citation) for citation in found["end_date"].citations] == ["ky-yeu#4"]
    assert [str(citation) for citation in found["start_date"].citations] == ["ky-yeu#2"]
    assert (found["end_date"].inferred, found["start_date"].inferred) == (True, False)


def test_an_inferred_start_is_looked_for_where_the_fact_says(tmp_path: Path) -> None:
    found = claimed(
        tmp_path, 'start_date: "1952"\nstart_basis: inferred\ncite_for: {start_date: ky-yeu#1}'
    )
    assert [str(citation) for citation in found["start_date"].citations] == ["ky-yeu#1"]
    assert found["start_date"].inferred


def test_an_inferred_end_without_its_passage_is_one_error_not_two(tmp_path: Path) -> None:
    assert "end_date" not in claimed(tmp_path, 'end_date: "1957"\nend_basis: inferred')


UNNAMED = """\
memberships:
  - id: bi-thu-man
    person: ly-thi-man
    post: secretary
    congress: I
    end_date: "1957-06-12"
    end_basis: inferred
    end_cite: ky-yeu#4
    manner: elected
    cite: ky-yeu#2,4
  - id: bi-thu-khe
    unnamed: không nêu tên
    post: secretary
    start_date: "1957-06-12"
    manner: designated
    cite: ky-yeu#4
"""


def without_name(root: Path, old: str = "", new: str = "") -> list[str]:
    """The problems of the small site where its second secretary has no name."""
    (site := root / "site").mkdir()
    write_site(site)
    more = "  - { id: chair, label: Chủ tịch, order: 20 }\n"
    put(site, "data/posts.yml", FILES["data/posts.yml"] + more)
    put(site, LEADERSHIP, UNNAMED.replace(old, new) if old else UNNAMED)
    archive = load_archive(site)[0]
    transcription = root / "site-transcriptions/ky-yeu.txt"
    evidence = {"ky-yeu": from_transcription(transcription, lexicon_of(archive))}
    return [one.message for one in report(claims(archive), evidence).problems]


def test_the_passage_holds_the_days_of_a_holder_without_a_name(tmp_path: Path) -> None:
    assert without_name(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ('start_date: "1957-06-12"', 'start_date: "1957-06-13"', "1957-06-13"),
        ("tên\n    post: secretary", "tên\n    post: chair", "Chủ tịch"),
        ("manner: designated", "manner: re-elected", "tái cử"),
        # The election stands in another sentence than the day.
        ("manner: designated\n    cite: ky-yeu#4", "manner: elected\n    cite: ky-yeu#2,4", "bầu"),
    ],
)
def test_days_post_and_manner_of_a_holder_without_a_name_are_held(
    tmp_path: Path, old: str, new: str, value: str
) -> None:
    (problem,) = without_name(tmp_path, old, new)
    # Not near a person: there is none.
    assert problem.startswith(f"“{value}” (")
    assert "không có ở ky-yeu#" in problem
