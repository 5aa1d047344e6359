"""The invented archive with a second volume beside the first, for pages that set them together."""

from __future__ import annotations

from tests.views.fabricated import FILES

LOOKUP_FILES = {
    **FILES,
    "data/abbreviations.yml": """
        abbreviations:
          - {short: UB, full: Ủy ban}
          - {short: CĐ, full: Công đoàn, note: Gặp ở ký hiệu.}
          - {short: CD, full: Công dân}
          - {kind: term, short: Đảng bộ, full: Mọi đảng viên của một cấp.}
        """,
    "data/sources/van-lang.yml": """
        title: Báo cáo Vân Làng
        kind: báo cáo
        symbol: 05-BC/ĐU
        date: "1999-06"
        printed: ngày … tháng 6 năm 1999
        status: final
        speaks_until: "1999"
        organizations: [xa-van-lang]
        missing: [Phụ lục 2 không kèm theo.]
        """,
    "data/sources/tham-luan.yml": """
        title: Tham luận
        kind: tham luận
        status: unknown
        speaks_until: "1999"
        missing: [Chú thích 3.]
        """,
    "data/organizations/xa-van-lang/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Vân Làng
        listed: true
        area: van-lang
        dissolution: {id: ket-thuc, date: "1999-06-30", cite: van-lang#9}
        """,
    "data/organizations/van-lang/organization.yml": """
        kind: administrative
        short_name: Xã Vân Làng
        """,
    "data/organizations/van-lang/statistics.yml": """
        observations:
          - {id: cho-van-lang, indicator: gifts, period: "1990", value: 7, cite: van-lang#5}
        """,
    "data/organizations/xa-van-lang/statistics.yml": """
        observations:
          - {id: dv-1980, indicator: party-members, period: "1980", value: 50, cite: van-lang#1}
          - {id: dv-1999, indicator: party-members, period: "1999", value: 80, category: báo cáo, cite: van-lang#2}
          - {id: dv-1998a, indicator: party-members, period: "1998", value: 70, cite: van-lang#2}
          - {id: dv-1998b, indicator: party-members, period: "1998", value: 75, category: bản khác, cite: van-lang#3}
          - {id: chi-bo-nam, indicator: cells, period: "1998", value: 5, cite: van-lang#4}
          - {id: chi-bo-sau, indicator: cells, period: "1998", value: 6, cite: van-lang#5}
        """,
    "data/organizations/xa-van-lang/congresses.yml": """
        congresses:
          - {id: dh-3, ordinal: III, cite: van-lang#6}
          - {id: dh-5, ordinal: V, dates: "1990-01-02", cite: van-lang#7}
        """,
    "data/organizations/xa-van-lang/conflicts.yml": """
        conflicts:
          - id: so-chi-bo
            kind: contradiction
            topic: số chi bộ năm 1998
            claims: [{fact: chi-bo-nam}, {fact: chi-bo-sau, shown: true}]
            note: Báo cáo ghi hai số.
          - id: chi-tieu
            kind: tension
            topic: chỉ tiêu sản lượng
            claims: [{fact: xa-an-lac/ct-1, shown: true}, {statement: 12%, cite: van-lang#8}]
            note: Hai bên tính khác nhau.
        """,
}
"""Xã An Lạc and xã Vân Làng, each with chapters of its own."""
