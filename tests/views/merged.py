"""An invented archive of organizations that merged twice, were renamed and gave parts away."""

from __future__ import annotations

from tests.views.fabricated import FILES as PLAIN

_SHARED = (
    "data/posts.yml",
    "data/indicators.yml",
    "data/sources/",
    "data/documents/",
    "data/people/",
)


def _organization(short_name: str, more: str = "") -> str:
    return f"kind: party\nshort_name: {short_name}\n{more}"


FILES = {path: text for path, text in PLAIN.items() if path.startswith(_SHARED)} | {
    "data/organizations/thuong/organization.yml": _organization("Đảng bộ xã Thượng"),
    "data/organizations/trung/organization.yml": _organization("Đảng bộ xã Trung"),
    "data/organizations/ha/organization.yml": _organization("Đảng bộ xã Hạ"),
    "data/organizations/dong/organization.yml": _organization("Đảng bộ xã Đông"),
    "data/organizations/lon/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Lớn
        listed: true
        order: 1
        founding: {id: thanh-lap, date: "1976-05-01", cite: ky-yeu#1}
        names:
          - {id: ten-1, name: Đảng bộ xã Gộp, cite: ky-yeu#1}
          - {id: ten-2, name: Đảng bộ xã Lớn, start_date: "1980-03-04", cite: ky-yeu#2}
        """,
    "data/organizations/lon/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, dates: "1977-02-03/1977-02-04", cite: ky-yeu#2}
        """,
    "data/organizations/lon/leadership.yml": """
        memberships:
          - {id: a, person: ly-van-mot, post: secretary, start_date: "1976-05-01", end_date: "1979-06-30", cite: ky-yeu#2}
          - {id: b, person: ly-thi-hai, post: secretary, start_date: "1979-07", end_date: "1983-01-05", end_basis: inferred, end_cite: ky-yeu#3, cite: ky-yeu#3}
          - {id: c, person: ly-van-ba, post: secretary, start_date: "1983-01-05", cite: ky-yeu#3}
          - {id: d, person: to-van-tu, post: deputy-secretary, attested: ["1981-07-02"], cite: ky-yeu#4}
        """,
    "data/organizations/lon/statistics.yml": """
        observations:
          - {id: s-1, indicator: party-members, period: "1976-05-01", value: 300, cite: ky-yeu#1}
          - {id: s-2, indicator: party-members, period: "1988", value: 420, qualifier: over, cite: ky-yeu#4}
          - {id: s-2-thuong, indicator: party-members, period: "1988", value: 90, part_of: s-2, dimension: former-unit, category: thuong, cite: ky-yeu#4}
          - {id: m-1, indicator: admitted, period: "1976/1980", value: 40, cite: ky-yeu#2}
          - {id: m-2, indicator: admitted, period: "1982/1985", value: 30, aggregation: annual_mean, cite: ky-yeu#3}
          - {id: m-3, indicator: admitted, period: "1986/1990", value: 25, cite: ky-yeu#3}
        """,
    "data/organizations/lon/targets.yml": """
        sets:
          - id: ct
            title: Chỉ tiêu
            period: "1977/1980"
            cite: ky-yeu#5
            targets:
              - {id: t-1, group: Kinh tế, indicator: Lúa, unit: tấn, target: {printed: "200", value: 200}, actual: {printed: "250", value: 250}, cite: ky-yeu#5}
              - {id: t-2, indicator: Hộ nghèo, unit: hộ, target: {printed: "0", value: 0}, actual: {printed: "3", value: 3}, cite: ky-yeu#5}
              - {id: t-3, indicator: Trường, target: {printed: 3-4 trường, min: 3, max: 4}, actual: {printed: "3", value: 3}, cite: ky-yeu#5}
              - {id: t-4, indicator: Cầu, target: {printed: "1", value: 1}, actual: {printed: "4", value: 4}, cite: ky-yeu#5}
        """,
    "data/changes/gop-xa.yml": """
        kind: merger
        participants:
          - {organization: thuong, role: from, extent: whole}
          - {organization: trung, role: from}
          - {organization: ha, role: to}
        cite: ky-yeu#1
        """,
    "data/changes/gop-lon.yml": """
        kind: merger
        date: "1976-05-01"
        participants:
          - {organization: ha, role: from, extent: most}
          - {organization: dong, role: from, extent: part, printed: phần còn lại}
          - {label: chi bộ trại giống, role: from}
          - {organization: lon, role: to}
        cite: ky-yeu#1
        """,
    "data/changes/doi-ten.yml": """
        kind: renaming
        date: "1980-03-04"
        participants:
          - {organization: lon, role: from}
          - {organization: lon, role: to}
        cite: ky-yeu#2
        """,
    "data/changes/chuyen-di.yml": """
        kind: transfer
        date: "1978"
        participants:
          - {organization: lon, role: from, extent: part}
          - {label: chi bộ nông trường, role: moved}
          - {label: Đảng bộ nông trường, role: to}
        cite: ky-yeu#2
        """,
}
