from __future__ import annotations

from pathlib import Path

from macros.rules.congresses import congress_of
from macros.rules.terms import Tenure, start_of, tenures
from tests.support import archive_of

CONGRESSES = """
    congresses:
      - {id: dh-1, ordinal: I, dates: "1996-02-09/1996-02-10", cite: ky-yeu#1}
      - {id: dh-2, ordinal: II, dates: "2000-12-10/2000-12-12", cite: ky-yeu#1}
      - {id: dh-3, ordinal: III, dates: "[2005-10-01..2005-10-31]", cite: ky-yeu#1}
      - {id: dh-4, ordinal: IV, cite: ky-yeu#1}
    """


def members(*entries: str) -> str:
    lines = [f"  - {{id: m-{i}, cite: ky-yeu#2, {entry}}}" for i, entry in enumerate(entries)]
    return "\n".join(["memberships:", *lines])


def held(root: Path, *entries: str, post: str | None = None) -> tuple[Tenure, ...]:
    files = {
        "data/organizations/khoi/congresses.yml": CONGRESSES,
        "data/organizations/khoi/leadership.yml": members(*entries),
    }
    archive = archive_of(root, files)
    return tenures(archive, archive.dossiers["khoi"], post)


def spans(found: tuple[Tenure, ...]) -> list[tuple[str, str, str]]:
    return [(one.person, str(one.start), str(one.end)) for one in found]


MOT = "person: ly-van-mot, post: secretary"
HAI = "person: ly-thi-hai, post: secretary"


def test_elected_begins_with_the_last_day_of_the_congress(tmp_path: Path) -> None:
    assert spans(held(tmp_path, f"{MOT}, congress: I")) == [("ly-van-mot", "1996-02-10", "None")]


def test_the_last_of_several_days_is_inferred_and_a_stated_one_is_not(tmp_path: Path) -> None:
    (elected,) = held(tmp_path, f"{MOT}, congress: I")
    assert (elected.start_basis, elected.infers_start) == ("inferred", True)
    (stated,) = held(tmp_path / "b", f'{MOT}, congress: I, start_date: "1996-02-10"')
    assert (stated.start_basis, stated.infers_start) == ("stated", False)
    (unknown,) = held(tmp_path / "c", f"{MOT}, congress: IV")
    assert not unknown.infers_start
    (one_day,) = held(tmp_path / "d", f"{MOT}, congress: III")
    assert (one_day.start_basis, one_day.infers_start) == ("stated", False)


def test_elected_by_a_congress_of_one_unknown_day(tmp_path: Path) -> None:
    found = held(tmp_path, f"{MOT}, congress: III")
    assert spans(found) == [("ly-van-mot", "[2005-10-01..2005-10-31]", "None")]


def test_elected_by_a_congress_without_days(tmp_path: Path) -> None:
    assert spans(held(tmp_path, f"{MOT}, congress: IV")) == [("ly-van-mot", "None", "None")]


def test_reelection_joins(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        f'{MOT}, start_date: "1994-01"',
        f"{MOT}, congress: I, manner: re-elected",
        f'{MOT}, congress: II, manner: [elected, re-elected], end_date: "2003", '
        "end_basis: inferred, end_cite: ky-yeu#3",
    )
    assert spans(found) == [("ly-van-mot", "1994-01", "2003")]
    assert found[0].end_basis == "inferred"
    assert [one.id for one in found[0].memberships] == ["m-0", "m-1", "m-2"]


def test_election_by_the_next_congress_joins(tmp_path: Path) -> None:
    found = held(tmp_path, f"{MOT}, congress: I", f"{MOT}, congress: II, manner: elected")
    assert spans(found) == [("ly-van-mot", "1996-02-10", "None")]


def test_a_reelection_tells_that_the_post_was_held_until_then(tmp_path: Path) -> None:
    (one,) = held(tmp_path, f"{MOT}, congress: I", f"{MOT}, congress: II, manner: re-elected")
    assert (str(one.start), one.end, str(one.lasted)) == ("1996-02-10", None, "2000-12-12")
    (single,) = held(tmp_path / "b", f"{MOT}, congress: I")
    assert single.lasted is None


def test_election_by_a_later_congress_is_a_tenure_of_its_own(tmp_path: Path) -> None:
    found = held(tmp_path, f"{MOT}, congress: I", f"{MOT}, congress: III, manner: elected")
    assert [start for _, start, _ in spans(found)] == ["1996-02-10", "[2005-10-01..2005-10-31]"]


def test_designated_within_a_term_and_elected_by_the_next_congress_joins(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        f'{MOT}, start_date: "1999-07", manner: designated',
        f"{MOT}, congress: II, manner: elected",
    )
    assert spans(found) == [("ly-van-mot", "1999-07", "None")]
    assert [one.id for one in found[0].memberships] == ["m-0", "m-1"]


def test_designated_before_the_first_congress_is_of_term_nought(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        f'{MOT}, start_date: "1994-01"',
        f"{MOT}, congress: II, manner: elected",
    )
    assert len(found) == 2


def test_end_told_at_the_reelection_does_not_part_it(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        f'{MOT}, congress: I, end_date: "2000-12-10", end_reason: term-ended',
        f"{MOT}, congress: II, manner: re-elected",
    )
    assert spans(found) == [("ly-van-mot", "1996-02-10", "None")]


def test_end_told_long_before_the_reelection_parts_it(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        f'{MOT}, congress: I, end_date: "1999-07"',
        f"{MOT}, congress: II, manner: re-elected",
    )
    assert spans(found) == [
        ("ly-van-mot", "1996-02-10", "1999-07"),
        ("ly-van-mot", "2000-12-12", "None"),
    ]


def test_other_post_is_another_tenure(tmp_path: Path) -> None:
    entries = (f"{MOT}, congress: I", "person: ly-van-mot, post: member, congress: I")
    assert [one.post for one in held(tmp_path, *entries)] == ["member", "secretary"]
    assert [one.post for one in held(tmp_path, *entries, post="member")] == ["member"]


def test_order_is_that_of_time_unknown_last(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        "person: ly-van-ba, post: secretary",
        f'{HAI}, attested: ["1998", "1999"]',
        f"{MOT}, congress: I",
    )
    assert [one.person for one in found] == ["ly-van-mot", "ly-thi-hai", "ly-van-ba"]
    named = found[1]
    assert (named.start, str(named.known_start)) == (None, "1998")
    assert [str(day) for day in named.attested] == ["1998", "1999"]


def test_body_without_congresses_means_its_parents(tmp_path: Path) -> None:
    files = {
        "data/organizations/khoi/congresses.yml": CONGRESSES,
        "data/organizations/ubkt/organization.yml": ("kind: party\nshort_name: UBKT\nparent: khoi"),
        "data/organizations/ubkt/leadership.yml": members(f"{MOT}, congress: II"),
    }
    archive = archive_of(tmp_path, files)
    body = archive.dossiers["ubkt"]
    assert str(start_of(archive, body, body.memberships[0])) == "2000-12-12"
    assert congress_of(archive, body, "IX") is None
    assert congress_of(archive, body, None) is None
