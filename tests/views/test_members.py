"""Members of a body are told of apart from those who led."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive
from macros.views.as_of import as_of
from macros.views.common import post_beside
from macros.views.congress import congress_view
from macros.views.leadership import post_group, roles_of
from macros.views.people import people_index
from macros.views.timeline import timeline
from tests.support import archive_of
from tests.views.fabricated import page_of

FILES = {
    "data/posts.yml": """
        roles:
          - {id: secretary, label: Bí thư, seats: 1, order: 1}
          - {id: member, label: Ủy viên Thường vụ, member_of: standing, order: 2}
          - {id: clerk, label: Thư ký, order: 3}
        """,
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: bi-thu, person: ly-van-mot, post: secretary, start_date: "2009-04", cite: ky-yeu#1}
          - {id: uy-vien, person: ly-van-mot, post: member, attested: ["2009-04"], cite: ky-yeu#1}
          - {id: uy-vien-hai, person: ly-thi-hai, post: member, attested: ["2001"], cite: ky-yeu#1}
          - {id: uy-vien-ba, person: ly-van-ba, post: member, congress_term: I, start_date: "2009-05", cite: ky-yeu#1}
          - {id: chi-uy-ba, person: ly-van-ba, post: clerk, congress_term: I, start_date: "2009-05", cite: ky-yeu#1}
        """,
    "data/organizations/khoi/congresses.yml": """
        congresses:
          - {id: dai-hoi-1, ordinal: I, dates: "2008", cite: ky-yeu#1}
        """,
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_of(tmp_path, FILES)


def test_the_picture_is_of_those_who_led(archive: Archive) -> None:
    drawn = timeline(page_of(archive), archive.dossiers["khoi"])
    assert [lane.post for lane in drawn.lanes] == ["Bí thư", "Thư ký"]
    assert [group.post for group in drawn.groups] == ["Bí thư", "Thư ký"]


def test_the_table_of_members_says_of_whom_it_tells(archive: Archive) -> None:
    page, dossier = page_of(archive), archive.dossiers["khoi"]
    leading, members, _ = (post_group(page, dossier, role) for role in roles_of(page, dossier))
    assert leading.note == ""
    assert "ủy viên Ban Thường vụ" in members.note
    assert [row.person.text for row in members.rows if row.person] == [
        "Lý\u00a0Thị\u00a0Hai",
        "Lý\u00a0Văn\u00a0Một",
        "Lý\u00a0Văn\u00a0Ba",
    ]


def test_what_was_held_when_a_post_began_is_told_beside_it(archive: Archive) -> None:
    page, dossier = page_of(archive), archive.dossiers["khoi"]
    (row,) = post_group(page, dossier, archive.roles["secretary"]).rows
    (beside,) = row.others
    assert beside.label == "Khi nhận chức"
    assert [post.text for post in beside.posts] == ["Ủy viên Thường vụ"]


def test_the_index_tells_who_led_by_that_alone(archive: Archive) -> None:
    told = {
        line.link.text.replace("\u00a0", " "): line.posts
        for initial in people_index(page_of(archive))
        for line in initial.people
    }
    assert told["Lý Văn Một"] == ("Bí thư Đảng bộ Khối",)
    assert told["Lý Thị Hai"] == ("Ủy viên Thường vụ Đảng bộ Khối",)


def test_a_day_on_which_no_member_is_named_is_not_a_vacancy(archive: Archive) -> None:
    (volume,) = as_of(page_of(archive)).volumes
    told = {post.post: post.nobody for body in volume.bodies for post in body.posts}
    assert told["Ủy viên Thường vụ"] == "Không tài liệu nào nêu riêng ai là ủy viên."


def test_beside_a_congress_those_who_led_stand_first(archive: Archive) -> None:
    dossier = archive.dossiers["khoi"]
    view = congress_view(page_of(archive), dossier, dossier.congresses[0])
    assert [one.post for one in view.officers] == ["Thư ký", "Ủy viên Thường vụ được nêu tên"]


@pytest.mark.parametrize(
    ("role", "organization", "told"),
    [
        ("Trưởng ban", "Ban Tuyên giáo Huyện ủy", "Trưởng ban"),
        ("Phó Trưởng ban", "Ban Tuyên giáo Huyện ủy", "Phó Trưởng ban"),
        ("Chủ nhiệm Ủy ban Kiểm tra", "Ủy ban Kiểm tra Huyện ủy", "Chủ nhiệm"),
    ],
)
def test_a_post_of_its_own_is_not_cut_to_less_than_a_title(
    role: str, organization: str, told: str
) -> None:
    assert post_beside(role, organization) == told
