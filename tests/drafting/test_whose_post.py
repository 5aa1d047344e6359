"""Whose post it is: of the party organization, of the place, of another whose name begins alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.drafting.gather import proposals
from tests.drafting.site import ORGANIZATION, POSTS, SOURCE, reading, write
from tests.small_site import put

if TYPE_CHECKING:
    from pathlib import Path

AN = "Nguyễn Văn An"
PARTY, UPPER = "may-thuong", "dang-bo-may-thuong-ha"
PLACE, UPPER_PLACE = "xa-may-thuong", "xa-may-thuong-ha"
CHAIR, COUNCIL, FRONT = "committee-chair", "council-chair", "front-chair"
MORE_POSTS = """\
  - { id: chair, label: Chủ tịch, order: 80 }
  - { id: council-chair, label: Chủ tịch Hội đồng nhân dân, seats: 1, order: 110 }
  - { id: committee-chair, label: Chủ tịch Ủy ban nhân dân, seats: 1, order: 130 }
  - { id: front-chair, label: Chủ tịch Ủy ban Mặt trận Tổ quốc, seats: 1, order: 150 }
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = write(tmp_path_factory.mktemp("whose") / "site")[0]
    put(site, "data/posts.yml", POSTS + MORE_POSTS)
    own = ORGANIZATION.replace("listed: true\n", f"listed: true\narea: {PLACE}\n")
    put(site, f"data/organizations/{PARTY}/organization.yml", own)
    for identifier, name, more in (
        (PLACE, "xã Mây Thượng", "kind: administrative\n"),
        (UPPER_PLACE, "xã Mây Thượng Hạ", "kind: administrative\n"),
        (UPPER, "Đảng bộ xã Mây Thượng Hạ", f"kind: party\narea: {UPPER_PLACE}\n"),
    ):
        put(
            site, f"data/organizations/{identifier}/organization.yml", f"{more}short_name: {name}\n"
        )
    listed = f"[{PARTY}, {UPPER}, {PLACE}, {UPPER_PLACE}]"
    put(site, "data/sources/lich-su.yml", SOURCE.replace("[may-thuong]", listed))
    return site


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (f"Hội đồng nhân dân xã bầu ông {AN} làm Chủ tịch Ủy ban nhân dân xã.", (CHAIR, PLACE)),
        (f"Chủ tịch Hội đồng nhân dân xã là đồng chí {AN}.", (COUNCIL, PLACE)),
        (f"Đồng chí {AN} làm Chủ tịch Ủy ban nhân dân xã Mây Thượng Hạ.", (CHAIR, UPPER_PLACE)),
        (
            f"Đảng bộ xã Mây Thượng Hạ họp. Đồng chí {AN} làm Chủ tịch Hội đồng nhân dân xã.",
            (COUNCIL, UPPER_PLACE),
        ),
        (f"Đồng chí {AN} làm Chủ tịch Ủy ban Mặt trận Tổ quốc xã.", (FRONT, PLACE)),
        (f"Đồng chí {AN} được bầu làm Bí thư.", ("secretary", PARTY)),
        (
            f"Đại hội Đảng bộ xã Mây Thượng Hạ bầu đồng chí {AN} giữ chức Bí thư.",
            ("secretary", UPPER),
        ),
        (
            f"Đồng chí {AN}, nguyên Phó Bí thư Đảng bộ xã Mây Thượng Hạ, được bầu làm Bí thư.",
            ("secretary", PARTY),
        ),
    ],
)
def test_whose_post_it_is(root: Path, said: str, wanted: tuple[str, str]) -> None:
    found = proposals(reading(root, [said]), ("membership",), as_if_untold=True)
    assert (str(found[-1].record["post"]), found[-1].organization) == wanted


def test_a_place_that_the_data_lack_has_no_posts(tmp_path: Path) -> None:
    root = write(tmp_path / "site")[0]
    put(root, "data/posts.yml", POSTS + MORE_POSTS)
    said = f"Hội đồng nhân dân xã bầu ông {AN} làm Chủ tịch Ủy ban nhân dân xã."
    assert proposals(reading(root, [said]), ("membership",), as_if_untold=True) == []
