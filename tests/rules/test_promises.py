"""What was promised is followed: by the youngest answer, its own table, or nobody."""

from __future__ import annotations

from pathlib import Path

from macros.rules.promises import promises_of
from tests.support import archive_of

FILES = {
    "data/sources/cu.yml": """
        title: Báo cáo cũ
        kind: báo cáo
        status: final
        date: "1990"
        speaks_until: "1995"
        organizations: [khoi]
        """,
    "data/sources/moi.yml": """
        title: Báo cáo mới
        kind: báo cáo
        status: final
        speaks_until: "2021"
        organizations: [khoi]
        """,
    "data/sources/la.yml": """
        title: Sách khác
        kind: sách
        status: final
        speaks_until: "2022"
        """,
    "data/organizations/khoi/targets.yml": """
        sets:
          - id: bang
            title: Bảng
            period: "2001"
            cite: ky-yeu#4
            targets:
              - {id: dat, indicator: Một, actual: {printed: "3"}, cite: ky-yeu#4}
              - {id: trong, indicator: Hai, cite: ky-yeu#4}
        """,
    "data/organizations/khoi/events.yml": """
        events:
          - {id: hop, summary: Họp, cite: ky-yeu#2}
          - {id: xin, kind: proposal, summary: Xin đất, cite: cu#2}
        """,
    "data/organizations/khoi/statements.yml": """
        statements:
          - {id: sau, kind: appraisal, text: lập xong, domain: culture, answers: hua, answer: done, cite: moi#1}
          - {id: dau, kind: shortcoming, text: chưa xong, domain: culture, answers: hua, answer: not, cite: ky-yeu#1}
          - {id: hua, kind: promise, text: sẽ lập trường, domain: culture, cite: cu#1}
        """,
}


def test_the_youngest_source_says_what_became_of_it(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, FILES)
    found = {one.fact.id: one for one in promises_of(archive, archive.dossiers["khoi"])}
    assert list(found) == ["hua", "xin", "dat", "trong"]
    assert [one.id for _, one in found["hua"].answers] == ["dau", "sau"]
    states = {identifier: one.state for identifier, one in found.items()}
    assert states == {"hua": "done", "xin": "silent", "dat": "reported", "trong": "silent"}


def test_only_sources_about_the_volume_that_are_younger_could_have_answered(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, FILES)
    later = {one.fact.id: one.later for one in promises_of(archive, archive.dossiers["khoi"])}
    assert later == {"hua": (), "xin": ("moi",), "dat": ("moi",), "trong": ("moi",)}
