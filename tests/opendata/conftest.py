"""A small invented site, read from YAML as a real one is."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.opendata.write import open_data, write_files

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "posts.yml": """
roles:
  - { id: secretary, label: Bí thư, seats: 1, order: 10 }
  - { id: standing-deputy-secretary, label: Phó Bí thư Thường trực, seats: 1, order: 20 }
  - { id: deputy-secretary, label: Phó Bí thư, order: 30 }
  - { id: inspection-chair, label: Chủ nhiệm Ủy ban Kiểm tra, seats: 1, order: 60 }
""",
    "indicators.yml": """
indicators:
  - { id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên }
  - { id: classes, label: Lớp học, group: Đào tạo, unit: lớp, aggregation: total }
""",
    "sources/lich-su.yml": """
title: Lịch sử Đảng bộ Sông Trăng
kind: lịch sử đảng bộ
status: final
speaks_until: "2020"
""",
    "sources/quyet-dinh.yml": """
title: Quyết định thành lập
kind: quyết định
status: final
date: "1990-05-01"
speaks_until: "1990-05-01"
transcribed: false
""",
    "people/ha-thi-sen.yml": "name: Hà Thị Sen\nother_names: Hà Sen\n",
    "people/do-van-lua.yml": "name: Đỗ Văn Lúa\n",
    "people/ly-thi-cau.yml": "name: Lý Thị Cau\n",
    "people/mai-van-gao.yml": "name: Mai Văn Gạo\ndistinguished_by: người quê Đồng Sen\n",
    "documents/tinh-uy.yml": """
name: Tỉnh ủy
documents:
  - { id: quyet-dinh-2, kind: decision, symbol: 2-QĐ/TU, date: "1999-01-02", cite: lich-su#9 }
  - id: quyet-dinh-1
    kind: decision
    symbol: 1-QĐ/TU
    date: "1990-05-01"
    subject: Thành lập Đảng bộ "Sông Trăng", tỉnh Đồng Sen
    cite: [lich-su#1, quyet-dinh#tr.1]
  - id: cong-van
    kind: letter
    signed_by: Văn phòng Tỉnh ủy
    replaces: quyet-dinh-1
    cite: lich-su#9
""",
    "changes/hop-nhat.yml": """
kind: merger
date: "2003-09"
participants:
  - { organization: song-trang, role: from }
  - { label: Đảng bộ Bến Sao, role: from, extent: part, members: 12 }
  - { organization: dong-sen, role: to }
documents: quyet-dinh-2
cite: lich-su#20
""",
    "organizations/dong-sen/organization.yml": """
kind: administrative
classification: phường
short_name: phường Đồng Sen
""",
    "organizations/kiem-tra/organization.yml": """
kind: party
short_name: Ủy ban Kiểm tra Sông Trăng
parent: song-trang
""",
    "organizations/kiem-tra/congresses.yml": """
committees:
  - { id: kiem-tra-2, body: inspection, size: 5, full_time: 1, congress: II, basis: elected, cite: lich-su#13 }
  - { id: kiem-tra-2-cu, body: inspection, size: 3, congress: II, basis: elected, cite: lich-su#29 }
""",
    "organizations/kiem-tra/leadership.yml": """
memberships:
  - { id: chu-nhiem, person: mai-van-gao, post: inspection-chair, congress: II, cite: lich-su#14 }
""",
    "organizations/song-trang/organization.yml": """
kind: party
short_name: Đảng bộ Sông Trăng
listed: true
area: dong-sen
names:
  - { id: ten-1, name: Đảng bộ Bờ Nam, start_date: "1990-05-01", cite: lich-su#1 }
  - { id: ten-2, name: Đảng bộ Sông Trăng, start_date: "[1997-03-01..1998]", cite: lich-su#5 }
  - { id: ten-uy, applies_to: committee, name: Đảng ủy Sông Trăng, cite: lich-su#5 }
founding: { id: thanh-lap, date: "1990-05-01", cite: [lich-su#1, quyet-dinh#tr.1] }
dissolution: { id: ket-thuc, date: "2019~", cite: lich-su#30 }
headquarters:
  - { id: tru-so, address: số 7 đường Bờ Nam, start_date: "1991", cite: lich-su#2 }
""",
    "organizations/song-trang/congresses.yml": """
congresses:
  - id: dai-hoi-2
    ordinal: II
    term: "1996/2000"
    dates: "1996-02-09/1996-02-10"
    delegates: 150
    cite: lich-su#10
  - { id: dai-hoi-1, ordinal: I, dates: "1991-05", cite: lich-su#3 }
committees:
  - { id: chap-hanh-2, body: executive, size: 21, full_time: 3, concurrent: 18, congress: II, basis: elected, cite: lich-su#11 }
  - { id: chap-hanh-2-cu, body: executive, size: 19, congress: II, basis: elected, cite: lich-su#29 }
  - { id: chap-hanh-2-bo-sung, body: executive, size: 23, congress: II, basis: other, date: "1998", cite: lich-su#16 }
  - { id: thuong-vu-2, body: standing, size: 7, congress: II, basis: elected, cite: lich-su#12 }
  - { id: lam-thoi, body: executive, size: 9, basis: designated, date: "1990-05", cite: lich-su#2 }
""",
    "organizations/song-trang/leadership.yml": """
memberships:
  - id: bi-thu-sen
    person: ha-thi-sen
    post: secretary
    congress: II
    manner: [elected, re-elected]
    end_date: "1999-07"
    end_basis: inferred
    end_cite: lich-su#17
    end_reason: retired
    concurrent:
      - Tỉnh ủy viên; Trưởng ban Tuyên giáo
      - { organization: dong-sen, role: Chủ tịch Hội đồng }
    cite: lich-su#11
  - id: bi-thu-lua
    person: do-van-lua
    post: secretary
    start_date: "1990-05-01"
    start_basis: stated
    full_time: true
    manner: designated
    cite: lich-su#2
  - { id: pho-cau, person: ly-thi-cau, post: deputy-secretary, congress: II, cite: lich-su#11 }
  - { id: pho-lua, person: do-van-lua, post: standing-deputy-secretary, congress: II, cite: lich-su#11 }
  - id: pho-gao
    person: mai-van-gao
    post: deputy-secretary
    attested: ["2001-03-04", "2001-05"]
    cite: lich-su#18-19
""",
    "organizations/song-trang/statistics.yml": """
observations:
  - id: dang-vien-1996
    indicator: party-members
    period: "1996"
    value: 2522
    qualifier: over
    sums: false
    sums_reason: nguồn thiếu một đơn vị
    cite: lich-su#10
  - id: dang-vien-1996-dong-sen
    indicator: party-members
    period: "1996"
    value: 1200
    part_of: dang-vien-1996
    dimension: former-unit
    category: dong-sen
    cite: lich-su#10
  - { id: dang-vien-1991, indicator: party-members, period: "1991-05", value: 81.50, unit: "%", cite: lich-su#3 }
  - id: dang-vien-1996-khac
    indicator: party-members
    period: "1996"
    value: 2525
    cite: lich-su#29
  - { id: lop-1996, indicator: classes, period: "1996/2000", value: 3, value_to: 4, cite: lich-su#10 }
  - id: lop-1997
    indicator: classes
    period: "1997"
    period_printed: từ đầu năm 1997
    aggregation: each_year
    ratio: { numerator: { value: 21, qualifier: over }, denominator: 23, percent_printed: 91.3 }
    cite: lich-su#12,15
""",
    "organizations/song-trang/targets.yml": """
sets:
  - id: chi-tieu-1996
    title: Chỉ tiêu nhiệm kỳ II
    period: "1996/2000"
    cite: lich-su#21
    targets:
      - id: chi-tieu-truong
        number: "2"
        group: Kinh tế
        indicator: "=TỔNG(A1), tính theo năm"
        unit: trường
        target: { printed: 3-4 trường, min: 3, max: 4 }
        actual: { printed: "4", value: 4 }
        result: Đạt
        cite: lich-su#21
      - id: chi-tieu-nuoc
        number: "1"
        indicator: Nước sạch
        target: { printed: "+5%", value: 5 }
        actual: { lost: true }
        organization: dong-sen
        row_of: chi-tieu-truong
        cite: lich-su#22
""",
    "organizations/song-trang/events.yml": """
events:
  - id: le-hoi
    date: "1998-06-01"
    summary: |-
      Tổ chức lễ hội;
      đón "Cờ thi đua".
    people: ha-thi-sen
    documents: quyet-dinh-2
    place: Bến Sao
    cite: lich-su#16
  - { id: ra-quan, printed: đầu năm 1997, summary: Ra quân., cite: lich-su#15 }
""",
    "organizations/song-trang/conflicts.yml": """
conflicts:
  - id: so-dang-vien
    kind: contradiction
    topic: số đảng viên năm 1996
    claims:
      - { fact: dang-vien-1996, shown: true }
      - { fact: dang-vien-1996-khac }
    note: Hai đoạn ghi khác nhau.
  - id: so-uy-vien
    kind: contradiction
    topic: số ủy viên khóa II
    claims:
      - { fact: chap-hanh-2, shown: true }
      - { fact: song-trang/chap-hanh-2-cu }
      - { fact: kiem-tra/kiem-tra-2-cu }
      - { statement: không rõ, cite: lich-su#30 }
    note: Đoạn cuối là phụ lục.
""",
}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, text in FILES.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def archive(root: Path) -> Archive:
    found, problems = load_archive(root)
    assert [str(problem) for problem in problems] == []
    return found


@pytest.fixture(scope="session")
def folder(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("public") / "data"
    write_files(open_data(archive, site_url="https://example.org/lich-su"), target)
    return target


class Published:
    """The files as a stranger reads them: CSV as dictionaries, JSON as values."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def text(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode("utf-8")

    def json(self, name: str) -> Any:
        return json.loads(self.text(name))

    def header(self, table: str) -> list[str]:
        return next(csv.reader(io.StringIO(self.text(f"{table}.csv"), newline="")))

    def rows(self, table: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.text(f"{table}.csv"), newline="")))

    def row(self, table: str, **keys: str) -> dict[str, str]:
        """Return the cells that hold something of the one row with these values."""
        (found,) = (
            one
            for one in self.rows(table)
            if all(one[column] == value for column, value in keys.items())
        )
        return {column: value for column, value in found.items() if value}


@pytest.fixture(scope="session")
def published(folder: Path) -> Published:
    return Published(folder)
