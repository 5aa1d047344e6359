from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive import Archive, split_reference
from macros.model.base import citations_of
from tests.support import archive_of, read_site

CHILD = "kind: party\nshort_name: {name}\nparent: khoi\norder: {order}"


def khoi(extra: str) -> dict[str, str]:
    text = f"kind: party\nshort_name: Đảng bộ Khối\n{extra}"
    return {"data/organizations/khoi/organization.yml": text}


def test_facts_stand_in_order_of_time(tmp_path: Path) -> None:
    files = {
        "data/organizations/khoi/congresses.yml": """
            congresses:
              - {id: dh-9, ordinal: IX, cite: ky-yeu#1}
              - {id: dh-5, ordinal: V, cite: ky-yeu#1}
              - {id: dh-10, ordinal: X, cite: ky-yeu#1}
            """,
        "data/organizations/khoi/events.yml": """
            events:
              - {id: khong-ngay, summary: Không ngày, cite: ky-yeu#1}
              - {id: nam-2001, date: "2001", summary: Hai, cite: ky-yeu#1}
              - {id: nam-1999, date: "1999-12", summary: Một, cite: ky-yeu#1}
            """,
        "data/organizations/khoi/leadership.yml": """
            memberships:
              - {id: m3, person: ly-van-ba, post: member, cite: ky-yeu#1}
              - {id: m2, person: ly-thi-hai, post: member, attested: "2005", cite: ky-yeu#1}
              - {id: m1, person: ly-van-mot, post: member, start_date: "2001", cite: ky-yeu#1}
            """,
    }
    dossier = archive_of(tmp_path, files).dossiers["khoi"]
    assert [one.ordinal for one in dossier.congresses] == ["V", "IX", "X"]
    assert [one.id for one in dossier.events] == ["nam-1999", "nam-2001", "khong-ngay"]
    assert [one.id for one in dossier.memberships] == ["m1", "m2", "m3"]


def test_volumes_and_children_stand_in_the_sites_order(tmp_path: Path) -> None:
    files = {
        **khoi("listed: true\norder: 5"),
        "data/organizations/ba/organization.yml": CHILD.format(name="Ba", order=2),
        "data/organizations/an/organization.yml": CHILD.format(name="An", order=2),
        "data/organizations/xa/organization.yml": CHILD.format(name="Xa", order=1)
        + "\nlisted: true",
    }
    archive = archive_of(tmp_path, files)
    assert [one.id for one in archive.volumes] == ["xa", "khoi"]
    assert [one.id for one in archive.children["khoi"]] == ["xa", "an", "ba"]


@pytest.fixture
def linked(tmp_path: Path) -> Archive:
    return archive_of(
        tmp_path,
        {
            "data/organizations/cu/organization.yml": "kind: party\nshort_name: Cũ",
            "data/organizations/cu/leadership.yml": """
                memberships:
                  - {id: cu-1, person: ly-van-mot, post: member, start_date: "1990", cite: ky-yeu#7}
                """,
            "data/organizations/khoi/leadership.yml": """
                memberships:
                  - {id: m1, person: ly-van-mot, post: secretary, start_date: "2001",
                     end_date: "2005", end_basis: inferred, end_cite: ky-yeu#9,
                     documents: qd-1, cite: "ky-yeu#3,5", cite_for: {start_date: ky-yeu#4}}
                """,
            "data/organizations/khoi/statistics.yml": """
                observations:
                  - {id: tong, indicator: party-members, period: "2001", value: 30, sums: true,
                     cite: ky-yeu#2}
                  - {id: phan, indicator: party-members, period: "2001", value: 30, part_of: tong,
                     dimension: former-unit, category: cu, cite: ky-yeu#2}
                """,
            "data/organizations/khoi/conflicts.yml": """
                conflicts:
                  - id: so
                    kind: contradiction
                    topic: Số đảng viên
                    note: Hai số
                    claims:
                      - {fact: tong, shown: true}
                      - {fact: cu/cu-1}
                      - {fact: changes/gop}
                """,
            "data/changes/gop.yml": """
                kind: merger
                date: "2001"
                participants: [{organization: cu, role: from}, {organization: khoi, role: to}]
                documents: [qd-1]
                cite: ky-yeu#2
                """,
            "data/changes/doi-ten.yml": """
                kind: renaming
                date: "1995"
                participants: [{organization: cu, role: from}, {organization: cu, role: to}]
                cite: ky-yeu#2
                """,
            "data/documents/tinh-uy.yml": """
                name: Tỉnh ủy
                documents: [{id: qd-1, kind: decision, cite: ky-yeu#3}]
                """,
        },
    )


def test_memberships_of_a_person(linked: Archive) -> None:
    held = [(dossier.id, one.id) for dossier, one in linked.memberships_of["ly-van-mot"]]
    assert held == [("cu", "cu-1"), ("khoi", "m1")]


def test_changes_of_an_organization(linked: Archive) -> None:
    assert [change.id for change in linked.changes_of["cu"]] == ["doi-ten", "gop"]
    assert [change.id for change in linked.changes_of["khoi"]] == ["gop"]


def test_conflicts_of_a_fact_of_any_owner(linked: Archive) -> None:
    for key in (("khoi", "tong"), ("cu", "cu-1"), ("changes", "gop")):
        assert [conflict.id for _, conflict in linked.conflicts_of[key]] == ["so"]


def test_fact_by_reference(linked: Archive) -> None:
    assert linked.fact("tong", "khoi") is linked.dossiers["khoi"].facts["tong"]
    assert linked.fact("cu/cu-1", "khoi") is linked.dossiers["cu"].facts["cu-1"]
    assert linked.fact("changes/gop", "khoi") is linked.changes["gop"]
    for missing in ("cu-1", "xa/cu-1", "changes/xa"):
        assert linked.fact(missing, "khoi") is None
    assert split_reference("cu/cu-1", "khoi") == ("cu", "cu-1")


def test_what_a_source_says_in_order_of_paragraph(linked: Archive) -> None:
    told = [(str(citation), owner, fact.id) for citation, owner, fact in linked.citing["ky-yeu"]]
    assert told == [
        ("ky-yeu#2", "changes", "doi-ten"),
        ("ky-yeu#2", "changes", "gop"),
        ("ky-yeu#2", "khoi", "phan"),
        ("ky-yeu#2", "khoi", "tong"),
        ("ky-yeu#3", "khoi", "m1"),
        ("ky-yeu#4", "khoi", "m1"),
        ("ky-yeu#5", "khoi", "m1"),
        ("ky-yeu#7", "cu", "cu-1"),
        ("ky-yeu#9", "khoi", "m1"),
    ]


def test_every_citation_of_a_fact(linked: Archive) -> None:
    fact = linked.dossiers["khoi"].facts["m1"]
    told = [str(citation) for citation in citations_of(fact)]
    assert told == ["ky-yeu#3", "ky-yeu#5", "ky-yeu#4", "ky-yeu#9"]


def test_facts_on_a_document(linked: Archive) -> None:
    assert [(owner, fact.id) for owner, fact in linked.facts_on["qd-1"]] == [
        ("khoi", "m1"),
        ("changes", "gop"),
    ]
    assert linked.issuer_of["qd-1"].id == "tinh-uy"


def test_figures_that_a_successor_gives_for_a_former_unit(linked: Archive) -> None:
    assert [(owner.id, one.id) for owner, one in linked.figures_within["cu"]] == [("khoi", "phan")]


def test_broken_file_leaves_the_rest(tmp_path: Path) -> None:
    archive, problems = read_site(
        tmp_path, {"data/organizations/cu/organization.yml": "kind: prty\nshort_name: Cũ"}
    )
    assert len(problems) == 1
    assert list(archive.dossiers) == ["khoi"]
    assert archive.unread == {"data/organizations/cu/organization.yml"}
