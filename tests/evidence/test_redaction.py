"""Evidence of a restricted source, and names that are withheld."""

from __future__ import annotations

import json
from pathlib import Path

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.evidence.files import dump, from_transcription
from macros.evidence.lexicon import lexicon_of
from macros.evidence.redaction import NO_REDACTION, published_names, redaction_of
from tests.support import CATALOGUES, write_site

TEXT = """Năm 1950, chi bộ có 12 đảng viên.
Đồng chí Nông Thị Kín giữ 3 hòm tài liệu, nông thị kín kể lại.
"""
EVENTS = """events:
  - { id: mot, date: "1950", summary: Chi bộ có mười hai người., cite: mat#1 }
"""


def project(root: Path, more: str) -> Path:
    source = f"title: Sổ mật\nkind: sổ\nstatus: final\nspeaks_until: '1950'\n{more}"
    files = {
        **CATALOGUES,
        "data/sources/mat.yml": source,
        "data/organizations/xa-thu/organization.yml": "kind: party\nshort_name: Xã Thử",
        "data/organizations/xa-thu/events.yml": EVENTS,
    }
    return write_site(root / "site", files)


def evidence(root: Path, archive: Archive) -> str:
    path = root / "mat.txt"
    path.write_text(TEXT, encoding="utf-8")
    return dump(from_transcription(path, lexicon_of(archive), redaction_of(archive, "mat")))


def test_of_a_restricted_source_only_cited_paragraphs_are_kept(tmp_path: Path) -> None:
    archive, problems = load_archive(project(tmp_path, "restricted: true"))
    assert problems == []
    first, second = evidence(tmp_path, archive).split("\n")[1:3]
    assert '"12"' in first
    assert json.loads(second).keys() == {"paragraph", "sha256"}


def test_a_withheld_name_reaches_no_evidence(tmp_path: Path) -> None:
    archive, problems = load_archive(project(tmp_path, "withheld: [Nông Thị Kín]"))
    assert problems == []
    told = evidence(tmp_path, archive)
    assert "Kín" not in told
    assert "Nông" not in told
    assert "hòm" in told
    redaction = redaction_of(archive, "mat")
    assert redaction.redacted("cô Nông Thị Kínha") == "cô Nông Thị Kínha"


def test_a_withheld_name_that_is_published_is_an_error(tmp_path: Path) -> None:
    root = project(tmp_path, "withheld:\n  - Nông Thị Kín")
    write_site(root, {"docs/index.md": "# A\n\nBà Nông Thị Kín kể."})
    archive, _ = load_archive(root)
    assert [str(one) for one in published_names(root, archive)] == [
        "docs/index.md:3:1: lỗi: dòng này nêu một tên được giữ kín → bỏ tên ấy, hoặc bỏ nó khỏi "
        "withheld của nguồn"
    ]


def test_a_source_without_redaction_is_read_whole(tmp_path: Path) -> None:
    archive, _ = load_archive(project(tmp_path, ""))
    assert redaction_of(archive, "mat") == NO_REDACTION
