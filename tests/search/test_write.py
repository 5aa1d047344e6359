"""The index of a small invented site: what is in its files, and that the same pages make the same."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.search.postings import Postings, blocks, number, pack_term, shards
from macros.search.write import index_site
from tests.support import archive_of

FILES = {
    "data/organizations/may-thuong/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Mây Thượng
        listed: true
        """,
    "data/organizations/may-thuong/leadership.yml": """
        memberships:
          - {id: bi-thu, person: ly-thi-hai, post: secretary, start_date: "1952", cite: ky-yeu#1}
        """,
    "data/organizations/may-thuong/congresses.yml": """
        congresses:
          - {id: dai-hoi-2, ordinal: II, term: "1958/1960", cite: ky-yeu#2}
        """,
    "data/organizations/may-thuong/statistics.yml": """
        observations:
          - {id: dang-vien-1950, indicator: party-members, period: "1950", value: 40, cite: ky-yeu#1}
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy Sông Mây
        documents:
          - {id: quyet-dinh-12, kind: decision, symbol: 12-QĐ/TU, cite: ky-yeu#1}
        """,
    "data/abbreviations.yml": """
        abbreviations:
          - {short: UBKT, full: Ủy ban Kiểm tra}
          - {short: QĐ, full: Quyết định hoặc Quy định}
        """,
}
PAGES = {
    "may-thuong/": '<h1 id="m">Đảng bộ xã Mây Thượng</h1><p>Chữ.</p>',
    "may-thuong/dai-hoi/": '<h1 id="d">Các kỳ đại hội</h1><table><tr id="dai-hoi-ii"><th>Lần thứ II</th><td>41 đại biểu</td></tr></table>',
    "may-thuong/so-lieu/": '<h1 id="s">Số liệu</h1><table><tr id="dang-vien-1950"><th>1950</th><td>40</td></tr></table>',
    "tra-cuu/nhan-vat/": '<h1 id="nhan-vat">Nhân vật</h1><p>Xếp theo tên.</p>',
    "tra-cuu/nhan-vat/h/": '<h1 id="h">Nhân vật: H</h1><h2 id="ly-thi-hai">Lý Thị Hai</h2><p>Bí thư.</p>',
    "tra-cuu/van-ban/tinh-uy/": '<h1 id="v">Văn bản: Tỉnh ủy Sông Mây</h1><h2 id="loai">Quyết định</h2><dl><dt id="quyet-dinh-12">Quyết định số 12-QĐ/TU</dt><dd>Thành lập.</dd></dl>',
    "bien-tap/": '<h1 id="b">Biên tập</h1><p>Cách làm.</p>',
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_of(tmp_path / "project", FILES)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for page, article in PAGES.items():
        file = tmp_path / "site" / page / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><article>{article}</article></html>", encoding="utf-8")
    return tmp_path / "site"


def entry_of(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(gzip.decompress((site / "search/entry.bin").read_bytes()))
    return read


def shown(site: Path) -> list[Any]:
    entry = entry_of(site)
    folder = site / "search" / entry["version"]
    blocks = [
        gzip.decompress((folder / f"s{at}.bin").read_bytes()) for at in range(len(entry["blocks"]))
    ]
    return [section for block in blocks for section in json.loads(block)]


def kinds(site: Path) -> list[str]:
    entry = entry_of(site)
    table = gzip.decompress((site / "search" / entry["version"] / "sections.bin").read_bytes())
    return [entry["kinds"][kind][0] for kind in table[: entry["sections"]]]


def test_each_section_has_its_kind_title_and_trail(site: Path, archive: Archive) -> None:
    index_site(site, archive)
    volume = "Đảng bộ xã Mây Thượng"
    found = [
        (kind, f"{page}#{anchor}", title, trail)
        for kind, (page, anchor, title, trail, _) in zip(kinds(site), shown(site), strict=True)
    ]
    assert found == [
        ("page", "bien-tap/#b", "Biên tập", []),
        ("chapter", "may-thuong/dai-hoi/#d", "Các kỳ đại hội", [volume]),
        (
            "chapter",
            "may-thuong/dai-hoi/#dai-hoi-ii",
            "Đại hội lần thứ II, nhiệm kỳ 1958–1960",
            [volume, "Các kỳ đại hội"],
        ),
        ("organization", "may-thuong/#m", volume, []),
        ("chapter", "may-thuong/so-lieu/#s", "Số liệu", [volume]),
        ("figure", "may-thuong/so-lieu/#dang-vien-1950", "1950", [volume, "Số liệu"]),
        ("page", "tra-cuu/nhan-vat/h/#h", "Nhân vật: H", []),
        ("person", "tra-cuu/nhan-vat/h/#ly-thi-hai", "Lý Thị Hai", ["Nhân vật: H"]),
        ("page", "tra-cuu/nhan-vat/#nhan-vat", "Nhân vật", []),
        ("page", "tra-cuu/van-ban/tinh-uy/#v", "Văn bản: Tỉnh ủy Sông Mây", []),
        (
            "document",
            "tra-cuu/van-ban/tinh-uy/#quyet-dinh-12",
            "Quyết định số 12-QĐ/TU",
            ["Văn bản: Tỉnh ủy Sông Mây", "Quyết định"],
        ),
    ]


def test_the_entry_says_what_a_query_needs(site: Path, archive: Archive) -> None:
    size = index_site(site, archive)
    entry = entry_of(site)
    assert (size.pages, size.sections) == (7, 11)
    assert entry["organizations"] == [["may-thuong", "Đảng bộ xã Mây Thượng"]]
    assert entry["abbreviations"] == [
        ["UBKT", "Ủy ban Kiểm tra"],
        ["QĐ", "Quyết định"],
        ["QĐ", "Quy định"],
    ]
    assert entry["places"] == [["tra-cuu/nhan-vat/", "Nhân vật"]]
    assert {"thuong", "hai", "qd"} <= set(entry["words"].split())


def test_the_same_pages_make_the_same_files_and_others_another_version(
    site: Path, archive: Archive
) -> None:
    index_site(site, archive)
    first = {file.name: file.read_bytes() for file in site.rglob("*.bin")}
    index_site(site, archive)
    assert {file.name: file.read_bytes() for file in site.rglob("*.bin")} == first
    before = entry_of(site)["version"]
    (site / "bien-tap/index.html").write_text("<article><h1>Khác</h1></article>", encoding="utf-8")
    index_site(site, archive)
    assert entry_of(site)["version"] != before
    folders = [one.name for one in (site / "search").iterdir() if one.is_dir()]
    assert folders == [entry_of(site)["version"]]


def test_a_site_without_pages_has_an_empty_index(tmp_path: Path) -> None:
    size = index_site(tmp_path, Archive())
    assert (size.pages, size.sections, size.terms) == (0, 0, 0)


def read_numbers(packed: bytes) -> Iterator[int]:
    value = factor = 0
    for byte in packed:
        value |= (byte & 0x7F) << factor
        factor += 7
        if byte < 0x80:
            yield value
            value = factor = 0


def test_places_are_packed_in_runs() -> None:
    postings = Postings()
    assert postings.add(3, ("Bộ bố", "bộ · bộ")) == [2, 6]
    postings.add(300, ("bổ",))
    packed = pack_term("bo", postings.terms["bo"])
    head = b"\x02bo\x03" + b"".join(
        number(len(s.encode())) + s.encode() for s in ("bộ", "bố", "bổ")
    )
    assert packed.startswith(head)
    _, *body = read_numbers(packed[len(head) :])
    # Two sections, 3 and 297 further; four places and one; each step times three and its spelling.
    assert body == [2, 3, 297, 4, 1, 0, 4, 6, 6, 2]


@pytest.mark.parametrize("value", [0, 1, 127, 128, 300, 2**31])
def test_a_number_reads_back(value: int) -> None:
    assert list(read_numbers(number(value))) == [value]


def test_shards_and_blocks_keep_to_their_size_unless_one_thing_is_larger() -> None:
    postings = Postings()
    postings.add(0, ("an binh cao dong",))
    assert [first for first, _ in shards(postings, 1)] == ["an", "binh", "cao", "dong"]
    assert [first for first, _ in shards(postings, 10_000)] == ["an"]
    assert list(blocks([b"12345", b"12", b"12", b"123456"], 5)) == [(0, 1), (1, 3), (3, 4)]
