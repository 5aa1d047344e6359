"""Congresses: the words over a column claim no more than the data bear."""

from __future__ import annotations

from pathlib import Path

from macros.catalogue import organization
from macros.views.common import Page
from macros.views.congress import CongressView, congress_table, congress_view
from tests.support import load_sound, write_site
from tests.views.fabricated import FILES, page_of
from tests.views.html_rules import faults

CONGRESSES = "data/organizations/xa-an-lac/congresses.yml"
COMMISSION = "data/organizations/uy-ban-kiem-tra/"
MORE = {
    COMMISSION + "organization.yml": """
        kind: party
        short_name: Ủy ban Kiểm tra Huyện ủy
        parent: xa-an-lac
        """,
    COMMISSION + "leadership.yml": """
        memberships:
          - {id: c1, person: to-van-tu, post: deputy-secretary, start_date: "1976-04", congress_term: I, manner: [transferred, designated], decided_by: Huyện ủy, cite: ky-yeu#5}
          - {id: c2, person: to-thi-mai, post: deputy-secretary, start_date: "[1975-01-10..1976]", congress_term: I, manner: elected, decided_by: Ban Chấp hành, cite: ky-yeu#5}
          - {id: c3, person: ly-van-mot, post: deputy-secretary, start_date: "[1975-01-10..1976]", congress_term: I, cite: ky-yeu#5}
        """,
}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def site(root: Path, more: dict[str, str]) -> Page:
    return page_of(load_sound(write_site(root, FILES | more)))


def first(page: Page) -> CongressView:
    dossier = page.archive.dossiers["xa-an-lac"]
    return congress_view(page, dossier, dossier.congresses[0])


def test_who_came_to_a_post_within_a_term_stands_with_how_and_since_when(tmp_path: Path) -> None:
    _, deputies = first(site(tmp_path, MORE)).officers
    assert [(plain(one.person.text), plain(one.detail)) for one in deputies.people] == [
        ("Tô Thị Mai", "Ban Chấp hành bầu"),
        ("Lý Văn Một", "trong nhiệm kỳ"),
        ("Tô Văn Tư", "Huyện ủy điều động và chỉ định, từ tháng 04/1976"),
    ]


def test_bodies_not_said_to_be_elected_are_not_called_so(page: Page) -> None:
    table = congress_table(page, page.archive.dossiers["xa-an-lac"])
    assert (table.bodies, table.officers, table.notes) == (
        "Các cơ quan",
        "Người giữ chức",
        "Ghi chú",
    )
    assert [one.basis for one in table.congresses[0].bodies] == [""]


def test_a_column_of_elected_bodies_says_so_once(tmp_path: Path) -> None:
    stated = FILES[CONGRESSES].replace("congress: I, cite", "basis: elected, congress: I, cite")
    page = site(tmp_path, {CONGRESSES: stated})
    assert congress_table(page, page.archive.dossiers["xa-an-lac"]).bodies == "Cơ quan được bầu"
    assert "được bầu)" not in plain(organization.congress_table(page))
    assert "(được bầu, 2 chuyên trách)" in plain(organization.congress(page, "I"))


def test_a_body_formed_otherwise_is_told_in_its_own_words(tmp_path: Path) -> None:
    stated = FILES[CONGRESSES].replace(
        "congress: I, cite", "basis: elected, decided_by: Huyện ủy, congress: I, cite"
    )
    page = site(tmp_path, {CONGRESSES: stated})
    assert congress_table(page, page.archive.dossiers["xa-an-lac"]).bodies == "Các cơ quan"
    assert first(page).bodies[0].basis == "do Huyện ủy bầu"


def test_a_column_that_nothing_fills_is_left_out(tmp_path: Path) -> None:
    bare = """
        congresses:
          - {id: dh-1, ordinal: I, cite: ky-yeu#5}
        """
    page = page_of(
        load_sound(
            write_site(
                tmp_path,
                {path: text for path, text in FILES.items() if "leadership" not in path}
                | {CONGRESSES: bare},
            )
        )
    )
    html = organization.congress_table(page)
    assert faults(html) == []
    assert html.count('scope="col"') == 2
    assert "Không rõ ngày họp" in html
