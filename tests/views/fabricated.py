"""A small invented archive that holds every kind of thing a component shows."""

from __future__ import annotations

from macros.archive import Archive
from macros.chapter.page import LinkTarget
from macros.views.common import Page

PAGE = "xa-an-lac/index.md"

FILES = {
    "data/posts.yml": """
        roles:
          - {id: secretary, label: Bí thư, seats: 1, order: 10}
          - {id: deputy-secretary, label: Phó Bí thư, order: 20}
        """,
    "data/indicators.yml": """
        indicators:
          - {id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên, order: 1}
          - {id: admitted, label: Đảng viên mới, group: Đảng viên, unit: người, aggregation: total}
          - {id: cells, label: Chi bộ, group: Tổ chức, unit: chi bộ}
          - {id: gifts, label: Tiền ủng hộ, group: Xã hội, unit: đồng}
        """,
    "data/people/ly-van-mot.yml": "name: Lý Văn Một\nother_names: [Lý Một]",
    "data/people/ly-thi-hai.yml": "name: Lý Thị Hai\ndistinguished_by: người thôn Hạ",
    "data/people/ly-van-ba.yml": "name: Lý Văn Ba",
    "data/people/to-van-tu.yml": "name: Tô Văn Tư",
    "data/people/to-thi-mai.yml": "name: Tô Thị Mai",
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu An Lạc
        kind: lịch sử đảng bộ
        status: draft
        speaks_until: "2000"
        organizations: [xa-an-lac]
        headings: [{paragraphs: 1-9, title: mục I, pages: 3-5}]
        """,
    "data/sources/bao-cao.yml": """
        title: Báo cáo An Lạc
        kind: báo cáo
        status: final
        speaks_until: "1996"
        """,
    "data/documents/huyen-uy.yml": """
        name: Huyện ủy
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/HU, date: "1960-02-01", subject: Lập đảng bộ, cite: ky-yeu#1}
          - {id: thu-rieng, kind: letter, signed_by: Thường trực, cite: ky-yeu#12, note: Không ghi ngày.}
        """,
    "data/organizations/huyen-binh/organization.yml": """
        kind: party
        short_name: Đảng bộ huyện Bình
        """,
    "data/organizations/xa-an-lac/organization.yml": """
        kind: party
        short_name: Đảng bộ xã An Lạc
        parent: huyen-binh
        listed: true
        summary: Một đảng bộ xã ven sông.
        founding: {id: thanh-lap, date: "1960-02-01", documents: [qd-7], basis: tách từ xã cũ, cite: ky-yeu#1}
        names:
          - {id: ten-cu, name: Đảng bộ xã Lạc, end_date: "1970-03", cite: ky-yeu#1, note: Tên gọi miệng.}
          - {id: ten-moi, name: Đảng bộ xã An Lạc, start_date: "1970-03", cite: ky-yeu#4}
        headquarters:
          - {id: tru-so, address: số 3 phố Chợ, printed: khi mới lập, cite: bao-cao#2}
        """,
    "data/organizations/xa-an-lac/leadership.yml": """
        memberships:
          - {id: m1, person: ly-van-mot, post: secretary, start_date: "1960-02", end_date: "1965-06", end_basis: inferred, end_cite: ky-yeu#3, end_reason: succeeded, manner: designated, decided_by: Huyện ủy, documents: [qd-7], cite: ky-yeu#2, note: Kiêm trưởng thôn.}
          - {id: m2, person: ly-thi-hai, post: secretary, start_date: "1967", end_date: "1972-01-05", concurrent: [{organization: huyen-binh, role: Huyện ủy viên}], previously: [Trưởng ban], full_time: true, cite: ky-yeu#3}
          - {id: m3, person: ly-van-ba, post: secretary, congress: I, cite: ky-yeu#5}
          - {id: m4, person: ly-van-ba, post: secretary, congress: II, manner: re-elected, cite: ky-yeu#6}
          - {id: m5, person: to-van-tu, post: deputy-secretary, end_date: "1980-05", cite: ky-yeu#7}
          - {id: m6, person: to-thi-mai, post: deputy-secretary, attested: ["1981-07-02"], cite: ky-yeu#8}
        """,
    "data/organizations/xa-an-lac/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, term: "1975/1978", dates: "1975-01-09/1975-01-10", delegates: 1250, cite: ky-yeu#5}
          - {id: dh-2, ordinal: II, dates: "1978-03", cite: ky-yeu#6, note: Không ghi ngày.}
        committees:
          - {id: bch-1, body: executive, size: 15, full_time: 2, congress: I, cite: ky-yeu#5, note: Kể cả dự khuyết.}
        """,
    "data/organizations/xa-an-lac/statistics.yml": """
        observations:
          - {id: dv-1960, indicator: party-members, period: "1960", value: 40, cite: ky-yeu#1}
          - {id: dv-1975, indicator: party-members, period: "1975-01-09", value: 1200, qualifier: over, cite: [ky-yeu#5, bao-cao#1]}
          - {id: dv-1975-nu, indicator: party-members, period: "1975-01-09", value: 300, part_of: dv-1975, dimension: giới, category: nữ, cite: ky-yeu#5}
          - {id: dv-1975-nu-tre, indicator: party-members, period: "1975-01-09", value: 90, part_of: dv-1975-nu, dimension: tuổi, category: dưới 30, cite: ky-yeu#5}
          - {id: moi-60, indicator: admitted, period: "1960/1965", value: 10, cite: ky-yeu#2}
          - {id: moi-70, indicator: admitted, period: "1970", value: 4, cite: ky-yeu#4}
          - {id: chi-bo, indicator: cells, period: "1975-01/", ratio: {numerator: 9, denominator: 12, percent_printed: 75, percent_qualifier: about}, category: chi bộ, cite: ky-yeu#5}
          - {id: ung-ho, indicator: gifts, period: "1980", words: hàng trăm triệu đồng, cite: ky-yeu#7}
        """,
    "data/organizations/xa-an-lac/targets.yml": """
        sets:
          - id: ct-1975
            title: Chỉ tiêu nhiệm kỳ
            period: "1975/1978"
            cite: ky-yeu#5
            targets:
              - {id: ct-1, number: "1", group: Kinh tế, indicator: Sản lượng, unit: tấn, target: {printed: 15% trở lên, min: 15}, actual: {printed: "14,5%", value: 14.5}, result: Không đạt, cite: ky-yeu#5}
              - {id: ct-2, group: Kinh tế, indicator: Đàn trâu, row_of: ct-1, target: {lost: true}, cite: ky-yeu#5, note: Cột bị mất.}
        """,
    "data/organizations/xa-an-lac/conflicts.yml": """
        conflicts:
          - id: so-dang-vien
            kind: contradiction
            topic: số đảng viên năm 1975
            claims: [{fact: dv-1975, shown: true}, {statement: gần 1.300 đảng viên, cite: bao-cao#3}]
            note: Hai nguồn tính khác nhau.
        """,
    "data/organizations/xa-an-lac/statements.yml": """
        statements:
          - {id: hua-truong, kind: promise, text: lập trường cấp hai trong xã, by: {congress: I}, domain: culture, due: "1970", cite: ky-yeu#3}
          - {id: truong-xong, kind: appraisal, text: Trường cấp hai đã lập xong., domain: culture, answers: hua-truong, answer: done, documents: [qd-7], cite: ky-yeu#5, note: Nguồn không ghi năm.}
          - {id: it-trau, kind: shortcoming, text: nhiều đội còn thiếu trâu, domain: economy, period: "1975", judges: dv-1975, cite: [ky-yeu#6, bao-cao#3]}
          - {id: xa-doi, kind: shortcoming, text: "hội họp còn ít, vì xa", domain: organization, period: "1975", cite: [ky-yeu#7, bao-cao#3]}
        """,
    "data/organizations/xa-an-lac/events.yml": """
        events:
          - {id: lu, date: "1971-08-20", summary: Lũ lớn., people: [ly-thi-hai], documents: [qd-7], cite: ky-yeu#4}
          - {id: cho, summary: Lập chợ mới., cite: ky-yeu#9}
        """,
    "data/changes/doi-ten-1970.yml": """
        kind: renaming
        date: "1970-03"
        participants:
          - {organization: xa-an-lac, role: from}
          - {organization: xa-an-lac, role: to}
        documents: [qd-7]
        cite: ky-yeu#4
        """,
}


class Linker:
    """Everything stands at kind/id#part."""

    def url(self, target: LinkTarget, origin: str) -> str:
        part = f"#{target.part}" if target.part else ""
        return f"/{target.kind}/{target.id}/{part}"


def page_of(archive: Archive, organization: str | None = "xa-an-lac") -> Page:
    """Return a page of the invented organization, without citations yet."""
    return Page(path=PAGE, organization=organization, archive=archive, linker=Linker())
