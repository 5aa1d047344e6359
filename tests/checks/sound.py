"""A small site with a reference of every kind, all of them sound."""

from __future__ import annotations

ORG = "data/organizations/khoi"

SOUND = {
    f"{ORG}/congresses.yml": """
        congresses: [{id: dh-1, ordinal: I, cite: ky-yeu#1}]
        """,
    f"{ORG}/leadership.yml": """
        memberships:
          - id: bi-thu
            person: ly-van-mot
            post: secretary
            congress: I
            concurrent: [{organization: khoi, role: Ủy viên}]
            documents: qd-1
            cite: ky-yeu#1
            cite_for: {congress: ky-yeu#2}
            previously: [Trưởng phòng, {organization: xa, role: Ủy viên}]
            subsequently: [{organization: tinh, role: Ủy viên}]
        """,
    f"{ORG}/statistics.yml": """
        observations:
          - {id: tong, indicator: party-members, period: "2001", value: 5, cite: ky-yeu#2}
          - {id: phan, indicator: party-members, period: "2001", value: 5, cite: ky-yeu#2,
             part_of: tong, dimension: former-unit, category: khoi, measures: tong}
          - {id: them, indicator: party-members, period: "2001", value: 5, cite: ky-yeu#2, also_part_of: [
              {part_of: tong, dimension: nam, category: x},
              {part_of: tong, dimension: former-unit, category: khoi}]}
        """,
    f"{ORG}/events.yml": """
        events: [{id: hop, summary: Họp, people: [ly-van-mot, ly-thi-hai], cite: ky-yeu#2}]
        """,
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Đảng bộ Khối
        parent: tinh
        area: xa
        """,
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "2020"
        organizations: [khoi, xa]
        """,
    "data/organizations/tinh/organization.yml": "kind: party\nshort_name: Tỉnh",
    "data/organizations/xa/organization.yml": "kind: administrative\nshort_name: Xã",
    f"{ORG}/targets.yml": """
        sets:
          - id: bang
            title: Bảng
            period: "2001"
            cite: ky-yeu#4
            targets:
              - {id: dong-1, indicator: Một, organization: khoi, cite: ky-yeu#4}
              - {id: dong-2, indicator: Hai, row_of: dong-1, cite: ky-yeu#4}
        """,
    f"{ORG}/conflicts.yml": """
        conflicts:
          - id: so
            kind: contradiction
            topic: Số
            note: Hai số
            claims: [{fact: tong, shown: true}, {fact: khoi/phan}, {fact: changes/gop}]
          - id: khac
            kind: contradiction
            topic: Số
            note: Hai số
            claims: [{fact: tong, shown: true}, {statement: Khác, cite: ky-yeu#4}]
        """,
    "data/changes/gop.yml": """
        kind: merger
        participants: [{organization: khoi, role: to}]
        cite: ky-yeu#2
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy
        organization: khoi
        documents:
          - {id: qd-1, kind: decision, cite: ky-yeu#3}
          - {id: qd-2, kind: decision, replaces: qd-1, cite: ky-yeu#3}
          - {id: nghi-quyet, kind: resolution, subject: Về việc, cite: ky-yeu#3, cite_for: {subject: ky-yeu#5}}
        """,
}


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return the sound files with one place of one of them changed."""
    assert SOUND[path].count(old) >= 1
    return {**SOUND, path: SOUND[path].replace(old, new, 1)}
