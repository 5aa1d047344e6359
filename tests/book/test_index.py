"""The index of persons sends from an alias to whoever bore it, in the PDF and in the EPUB."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from scripts import book
from tests.book.reading import Book
from tests.small_site import PERSON, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

ALIASES = """
aliases:
  - { id: sau, name: Sáu, kind: secret, start_date: "1952", cite: so-tay#tr.1 }
  - { id: sau-nam, name: Năm Sáu, kind: common, cite: so-tay#tr.1 }
"""
NOTEBOOK = "title: Sổ tay\nkind: sổ tay\nstatus: final\nspeaks_until: '1958'\ntranscribed: false\n"


def test_an_alias_sends_to_the_person(tmp_path: Path) -> None:
    (root := tmp_path / "site").mkdir()
    write_site(root)
    put(root, "data/sources/so-tay.yml", NOTEBOOK)
    put(root, PERSON, f"name: Lý Thị Mận{ALIASES}")
    other = ALIASES.replace("Năm Sáu", "Bảy")
    put(root, "data/people/phung-van-khe.yml", f"name: Phùng Văn Khế{other}")
    chapter = root / "docs/may-thuong/index.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + '\n{{ person("phung-van-khe") }}\n')
    folder = tmp_path / "book"
    assert book.main(["--root", str(root), "--folder", str(folder), "--only", "may-thuong"]) == 0
    printed = Book(folder / "may-thuong.pdf")
    text = printed.text()
    lines = (
        "Bảy (tên thường gọi), xem Phùng Văn Khế",
        "Năm Sáu (tên thường gọi), xem Lý Thị Mận",
        "Sáu (bí danh), xem Lý Thị Mận",
        "Sáu (bí danh), xem Phùng Văn Khế",
    )
    assert [one for one in lines if one not in text] == [], text[-2000:]
    assert text.index(lines[2]) < text.index(lines[3]) < text.index(lines[1])
    with zipfile.ZipFile(folder / "may-thuong.epub") as packed:
        pages = [packed.read(one).decode() for one in packed.namelist() if one.endswith(".xhtml")]
    (index,) = (one for one in pages if "index__see" in one)
    for target in re.findall(r'class="index__see" href="#([^"]+)"', index):
        assert f'id="{target}"' in index
