"""Who held a post before and after somebody: called so only where something says that they met."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.views.person_page import person_page
from tests.support import archive_of
from tests.views.fabricated import page_of

EARLIER = {
    "mentioned": "attested: ['2001']",
    "ended": "start_date: '1999', end_date: '2001'",
}


@pytest.mark.parametrize(
    ("earlier", "before", "after"),
    [
        ("mentioned", "Được nhắc trước đó", "Được nhắc sau đó"),
        ("ended", "Người tiền nhiệm", "Người kế nhiệm"),
    ],
)
def test_two_mentions_do_not_make_a_predecessor(
    tmp_path: Path, earlier: str, before: str, after: str
) -> None:
    leadership = f"""
        memberships:
          - {{id: mot, person: ly-van-mot, post: secretary, {EARLIER[earlier]}, cite: ky-yeu#1}}
          - {{id: hai, person: ly-thi-hai, post: secretary, attested: ["2009-04"], cite: ky-yeu#1}}
        """
    page = page_of(archive_of(tmp_path, {"data/organizations/khoi/leadership.yml": leadership}))
    labels = {
        person: [one.label for one in held.chain]
        for person in ("ly-van-mot", "ly-thi-hai")
        for held in person_page(page, person).posts
    }
    assert after in labels["ly-van-mot"]
    assert before in labels["ly-thi-hai"]
