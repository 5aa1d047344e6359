"""Which values of a record are claimed, and where they are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.evidence.from_archive import claims

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
