"""A fabricated site for drafts: an organization that a source tells much of, and data little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.drafting.reading import Reading
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of
from tests.small_site import FILES, write_site

if TYPE_CHECKING:
    from pathlib import Path

TEXT = [
    "LỊCH SỬ ĐẢNG BỘ XÃ MÂY THƯỢNG (1950 - 1965)",
    "Trong hai ngày 10 và 11 tháng 5 năm 1952, Đảng bộ xã Mây Thượng tiến hành Đại hội lần thứ I (nhiệm kỳ "
    "1952 - 1955) với sự tham gia của 35 đại biểu. Đại hội bầu Ban Chấp hành gồm 9 đồng chí (có 2 chuyên "
    "trách), Ban Thường vụ có 3 ủy viên. Đồng chí Lý Thị Mận được bầu giữ chức vụ Bí thư Đảng ủy, 02 Phó Bí "
    "thư là đồng chí Đỗ Văn Lúa và đồng chí Phùng Văn Khế.",
    "Tháng 6/1954, đồng chí Hà Văn Thóc - Trưởng ban Ban Tổ chức Huyện ủy Sông Mây được Ban Thường vụ Huyện "
    "ủy điều động và chỉ định giữ chức vụ Bí thư Đảng ủy thay đồng chí Lý Thị Mận nghỉ hưu.",
    "Năm 1955, Đảng bộ có hơn 60 đảng viên, sinh hoạt ở 7 chi bộ; mở 4 lớp học cho 120 quần chúng.",
    "Ngày 20/8/1956, toàn xã khởi công đập Mây.",
    "Quyết định số 12-QĐ/HU ngày 01/9/1956 của Huyện ủy về việc khen xã.",
]
POSTS = """\
roles:
  - { id: secretary, label: Bí thư, seats: 1, order: 10 }
  - { id: deputy-secretary, label: Phó Bí thư, order: 20 }
  - { id: standing-member, label: Ủy viên Ban Thường vụ, member_of: standing, order: 40 }
"""
ORGANIZATION = """\
kind: party
short_name: Đảng bộ xã Mây Thượng
listed: true
names:
  - id: ten-dang-uy
    applies_to: committee
    name: Đảng ủy xã Mây Thượng
    cite: lich-su#2
"""
LEADERSHIP = """\
# Người do đại hội bầu thì ghi congress.
memberships:
  # --- Bí thư ---
  - id: bi-thu-man
    person: ly-thi-man
    post: secretary
    congress: I
    manner: elected
    cite: lich-su#2
  # --- hết ---
"""
CONGRESSES = """\
congresses:
  - id: dai-hoi-1
    ordinal: I
    term: "1952/1955"
    dates: "1952-05-10/1952-05-11"
    delegates: 35
    cite: lich-su#2
"""
STATISTICS = """\
observations:

  - id: dang-vien-1955
    indicator: party-members
    period: "1955"
    value: 60
    qualifier: over
    cite: lich-su#4
"""
SOURCE = """\
title: Lịch sử Mây Thượng
kind: lịch sử đảng bộ
status: final
speaks_until: "1965"
organizations: [may-thuong]
"""
FOLDER = "data/organizations/may-thuong"


def write(root: Path) -> tuple[Path, Path]:
    """Write the site and its transcription; return its root and the folder of transcriptions."""
    gone = {path for path in FILES if path.startswith("data/") and "indicators" not in path}
    write_site(root)
    for path in gone:
        (root / path).unlink(missing_ok=True)
    for stray in (root / "data/sources").glob("ky-yeu*"):
        stray.unlink()
    chapter = "---\ntitle: Mây Thượng\norganization: may-thuong\n---\n\n# Mây Thượng\n"
    files = {
        "data/posts.yml": POSTS,
        f"{FOLDER}/organization.yml": ORGANIZATION,
        f"{FOLDER}/leadership.yml": LEADERSHIP,
        f"{FOLDER}/congresses.yml": CONGRESSES,
        f"{FOLDER}/statistics.yml": STATISTICS,
        "data/sources/lich-su.yml": SOURCE,
        "data/people/ly-thi-man.yml": "name: Lý Thị Mận\n",
        "docs/may-thuong/index.md": chapter,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    folder = root.parent / "ban-chep"
    folder.mkdir(exist_ok=True)
    transcription = folder / "lich-su.txt"
    transcription.write_text("\n".join(TEXT) + "\n", encoding="utf-8")
    archive, _ = load_archive(root)
    evidence = from_transcription(transcription, lexicon_of(archive))
    evidence_path(root, "lich-su").write_text(dump(evidence), encoding="utf-8")
    return root, folder


def reading(root: Path, lines: list[str] | None = None) -> Reading:
    """Return the source as the rules read it, or other lines as if they were that source."""
    return Reading(load_archive(root)[0], "lich-su", lines or TEXT)
