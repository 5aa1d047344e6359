"""A small invented site that checks without a fault and builds: Mây Thượng, on the river Mây."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import NamedTuple

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of

ROOT = Path(__file__).parents[1]
TRANSCRIPTION = """\
Ngày 02/3/1950, Tỉnh ủy Sông Mây ra Quyết định số 12-QĐ/TU thành lập Đảng bộ xã Mây Thượng, có 40 đảng viên.
Đại hội lần thứ I họp ngày 10/5/1952, có 35 đại biểu; bà Lý Thị Mận được bầu làm Bí thư.
Năm 1955, Đảng bộ có 60 đảng viên, trong đó có 45 đảng viên nam và 15 đảng viên nữ.
Ngày 12/6/1957, ông Phùng Văn Khế được chỉ định làm Bí thư thay bà Lý Thị Mận.
Đại hội lần thứ II họp ngày 20/8/1958, có 41 đại biểu.
"""

ORGANIZATION = "data/organizations/may-thuong/organization.yml"
LEADERSHIP = "data/organizations/may-thuong/leadership.yml"
CONGRESSES = "data/organizations/may-thuong/congresses.yml"
STATISTICS = "data/organizations/may-thuong/statistics.yml"
PERSON = "data/people/ly-thi-man.yml"
SOURCE = "data/sources/ky-yeu.yml"
DOCUMENTS = "data/documents/tinh-uy-song-may.yml"
CHAPTER = "docs/may-thuong/index.md"

FILES = {
    "data/indicators.yml": """\
indicators:
  - id: party-members
    label: Đảng viên
    group: Đảng viên
    unit: đảng viên
""",
    "data/posts.yml": """\
roles:
  - { id: secretary, label: Bí thư, seats: 1, order: 10 }
""",
    ORGANIZATION: """\
kind: party
short_name: Đảng bộ xã Mây Thượng
listed: true
founding:
  id: thanh-lap
  date: "1950-03-02"
  documents: [quyet-dinh-12-1950]
  cite: ky-yeu#1
""",
    LEADERSHIP: """\
memberships:
  - id: bi-thu-man
    person: ly-thi-man
    post: secretary
    congress: I
    end_date: "1957-06-12"
    end_basis: inferred
    end_cite: ky-yeu#4
    manner: elected
    cite: ky-yeu#2,4
  - id: bi-thu-khe
    person: phung-van-khe
    post: secretary
    start_date: "1957-06-12"
    manner: designated
    cite: ky-yeu#4
""",
    CONGRESSES: """\
congresses:
  - id: dai-hoi-1
    ordinal: I
    dates: "1952-05-10"
    delegates: 35
    cite: ky-yeu#2
  - id: dai-hoi-2
    ordinal: II
    dates: "1958-08-20"
    delegates: 41
    cite: ky-yeu#5
""",
    STATISTICS: """\
observations:
  - id: dang-vien-1950
    indicator: party-members
    period: "1950-03-02"
    value: 40
    cite: ky-yeu#1
  - id: dang-vien-1955
    indicator: party-members
    period: "1955"
    value: 60
    sums: true
    cite: ky-yeu#3
  - id: dang-vien-nam-1955
    indicator: party-members
    period: "1955"
    value: 45
    part_of: dang-vien-1955
    dimension: giới
    category: nam
    cite: ky-yeu#3
  - id: dang-vien-nu-1955
    indicator: party-members
    period: "1955"
    value: 15
    part_of: dang-vien-1955
    dimension: giới
    category: nữ
    cite: ky-yeu#3
""",
    PERSON: "name: Lý Thị Mận\n",
    "data/people/phung-van-khe.yml": "name: Phùng Văn Khế\n",
    DOCUMENTS: """\
name: Tỉnh ủy Sông Mây
documents:
  - id: quyet-dinh-12-1950
    kind: decision
    symbol: 12-QĐ/TU
    date: "1950-03-02"
    cite: ky-yeu#1
""",
    SOURCE: """\
title: Kỷ yếu Mây Thượng
kind: kỷ yếu
status: final
speaks_until: "1958"
""",
    "docs/index.md": """\
---
title: Trang đầu
---

# Lịch sử Mây Thượng

{{ organization_cards() }}
""",
    CHAPTER: """\
---
title: Đảng bộ xã Mây Thượng
organization: may-thuong
---

# Đảng bộ xã Mây Thượng

{{ organization_summary() }}

Ngày thành lập, đảng bộ có {{ statistic("party-members", "1950-03-02") }}.

Bí thư đầu tiên là {{ person("ly-thi-man") }}.{{ cite("ky-yeu#2") }}

{{ leadership_table("secretary") }}
""",
    "docs/may-thuong/dai-hoi.md": """\
---
title: Các kỳ đại hội
organization: may-thuong
---

# Các kỳ đại hội

{{ congress_table() }}
""",
    "docs/may-thuong/so-lieu.md": """\
---
title: Số liệu
organization: may-thuong
---

# Số liệu

{{ statistics_all() }}
""",
    "docs/may-thuong/mau-thuan.md": """\
---
title: Tư liệu chưa thống nhất
organization: may-thuong
---

# Tư liệu chưa thống nhất

{{ conflicts() }}
""",
    "docs/tra-cuu/nhan-vat/index.md": """\
---
title: Nhân vật
---

# Nhân vật

{{ people_index() }}
""",
    "docs/tra-cuu/van-ban/index.md": """\
---
title: Văn bản
---

# Văn bản

{{ issuer_list() }}
""",
    "docs/tra-cuu/nguon/index.md": """\
---
title: Nguồn
---

# Nguồn

{{ source_list() }}
""",
    "docs/tra-cuu/to-chuc.md": """\
---
title: Tổ chức khác
---

# Tổ chức khác

{{ organization_list() }}
""",
}

# As any folder of content: the program gives all other settings.
CONFIG = """\
site_name: Lịch sử Mây Thượng
not_in_nav: |
  /tra-cuu/**
nav:
  # Bản thử
  - Trang đầu: index.md
  - Mây Thượng:
      - may-thuong/index.md
      - Các kỳ đại hội: may-thuong/dai-hoi.md
      - Số liệu: may-thuong/so-lieu.md
      - Tư liệu chưa thống nhất: may-thuong/mau-thuan.md
  - Tra cứu:
      - tra-cuu/nhan-vat/index.md
      - tra-cuu/van-ban/index.md
      - tra-cuu/nguon/index.md
      - tra-cuu/to-chuc.md
"""


def write_site(root: Path) -> Path:
    """Write the site into the folder `root` and return it; it holds content alone."""
    for path, text in FILES.items():
        put(root, path, text)
    put(root, "mkdocs.yml", CONFIG)
    transcription = root.parent / f"{root.name}-transcriptions" / "ky-yeu.txt"
    transcription.parent.mkdir()
    transcription.write_text(TRANSCRIPTION, encoding="utf-8")
    lexicon = lexicon_of(load_archive(root)[0])
    evidence = dump(from_transcription(transcription, lexicon))
    evidence_path(root, "ky-yeu").write_text(evidence, encoding="utf-8")
    return root


def put(root: Path, path: str, text: str | bytes) -> None:
    """Write one file of the site, its folders too."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


class Slip(NamedTuple):
    """One thing that an editor gets wrong: in the file at `path`, `old` becomes `new`.

    Where `old` is None, the file is `new`. `told` is the whole line that the check prints.
    """

    name: str
    path: str
    old: str | None
    new: str | bytes
    told: str

    def apply(self, root: Path) -> None:
        """Make the slip in the site at `root`."""
        if self.old is None:
            put(root, self.path, self.new)
            return
        text = (root / self.path).read_text(encoding="utf-8")
        assert self.old in text
        assert isinstance(self.new, str)
        put(root, self.path, text.replace(self.old, self.new, 1))


def decomposed(text: str) -> str:
    """Return the text with its marks as characters of their own (NFD)."""
    return unicodedata.normalize("NFD", text)
