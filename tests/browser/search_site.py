"""A small invented site with something to search, in the real theme."""

from __future__ import annotations

from pathlib import Path

from scripts import build
from tests.small_site import put, write_site

MAN = "tra-cuu/nhan-vat/ly-thi-man/#ly-thi-man"
DECISION = "tra-cuu/van-ban/tinh-uy-song-may/#quyet-dinh-12-1950"
DECADE = "tra-cuu/thap-nien/1950-1959/#nam-1950-1959"
INSPECTION = "may-thuong/kiem-tra/#uy-ban-kiem-tra"
CHAPTER = """---
title: Kiểm tra
organization: may-thuong
---

# Công tác kiểm tra

Ở đây kể về công tác kiểm tra của xã.

## Ủy ban Kiểm tra

Ủy ban Kiểm tra lập năm 1953. **Ủy** ban Kiểm tra họp mỗi quý.

## Sinh hoạt ở thôn Kì Lạc

Thôn Kì Lạc họp ngày 27/01/1954, có 1.234 người. Bộ phận an ninh báo cáo UBKT.

## Kỷ luật

Kỷ luật là bố trí lại, bổ sung và bộ máy.

## Hội nghị

Các thôn gặp nhau ngày 03–05/06/1956.
"""
ABBREVIATIONS = "abbreviations:\n  - { short: UBKT, full: Ủy ban Kiểm tra }\n  - { short: QĐ, full: Quyết định }\n  - { short: TU, full: Tỉnh ủy }\n"


def build_site(project: Path) -> Path:
    """Write the project and build it; return the folder of the built site."""
    root = write_site(project)
    put(root, "docs/may-thuong/kiem-tra.md", CHAPTER)
    put(root, "data/abbreviations.yml", ABBREVIATIONS)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "      - Số liệu: may-thuong/so-lieu.md\n"
    put(root, "mkdocs.yml", config.replace(nav, f"{nav}      - Kiểm tra: may-thuong/kiem-tra.md\n"))
    assert build.main(["--root", str(root)]) == 0
    return root / "site"
