"""Two people of one name are told apart where office holders are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.text.vietnamese import NBSP
from macros.views.common import holder_link, person_link
from macros.views.leadership import post_group
from macros.views.timeline import timeline
from tests.support import archive_of
from tests.views.fabricated import page_of

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "data/people/ly-van-mot.yml": "name: Lý Văn Một\ndistinguished_by: người thôn Thượng",
    "data/people/ly-van-mot-ha.yml": "name: Lý Văn Một\ndistinguished_by: người thôn Hạ",
    "data/people/ly-thi-hai.yml": "name: Lý Thị Hai\ndistinguished_by: người thôn Giữa",
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: a, person: ly-van-mot, post: secretary, start_date: "1994", end_date: "1996", cite: ky-yeu#1}
          - {id: b, person: ly-van-mot-ha, post: secretary, start_date: "1996", end_date: "1998", cite: ky-yeu#1}
          - {id: c, person: ly-thi-hai, post: secretary, start_date: "1998", cite: ky-yeu#1}
        """,
}
NAMES = [
    "Lý Văn Một (người thôn Thượng)",
    "Lý Văn Một (người thôn Hạ)",
    "Lý Thị Hai",
]


def test_lists_of_office_holders_tell_them_apart(tmp_path: Path) -> None:
    page = page_of(archive_of(tmp_path, FILES))
    khoi = page.archive.dossiers["khoi"]
    rows = post_group(page, khoi, page.archive.roles["secretary"]).rows
    assert [row.person.text.replace(NBSP, " ") for row in rows if row.person] == NAMES
    (lane,) = timeline(page, khoi).lanes
    assert [bar.name.text.replace(NBSP, " ") for bar in lane.bars] == NAMES


def test_a_sentence_has_the_name_alone(tmp_path: Path) -> None:
    page = page_of(archive_of(tmp_path, FILES))
    assert person_link(page, "ly-van-mot").text.replace(NBSP, " ") == "Lý Văn Một"


def test_a_person_without_an_entry_has_no_namesake(tmp_path: Path) -> None:
    page = page_of(archive_of(tmp_path, FILES))
    lost = page.archive.dossiers["khoi"].memberships[0].model_copy(update={"person": "nobody"})
    assert holder_link(page, lost).text == "nobody"
