"""The index of a small invented site: what is in its files, and that the same pages make the same."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.search.postings import Postings, blocks, number, shards
from macros.search.write import index_site
from scripts.relevance.runner import run
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
    "tra-cuu/nhan-vat/h/": '<h1 id="h">Nhân vật: H</h1><ul><li id="ly-thi-hai">Lý Thị Hai</li></ul>',
    "tra-cuu/nhan-vat/ly-thi-hai/": '<h1 id="ly-thi-hai">Lý Thị Hai</h1><p>Bí thư.</p><h2 class="entity__part" id="chuc-vu">Chức vụ</h2>',
    "tra-cuu/van-ban/tinh-uy/": '<h1 id="v">Văn bản: Tỉnh ủy Sông Mây</h1><h2 id="loai">Quyết định</h2><dl><dt id="quyet-dinh-12">Quyết định số 12-QĐ/TU</dt><dd>Thành lập.</dd></dl>',
    "bien-tap/": '<h1 id="b">Biên tập</h1><p>Cách làm.</p>',
}
DESCRIPTION = "Năm kỳ đại hội, &amp; người được bầu."


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_of(tmp_path / "project", FILES)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for page, article in PAGES.items():
        file = tmp_path / "site" / page / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f'<head><meta name="description" content="{DESCRIPTION}"></head>'
        file.write_text(f"<html>{head}<article>{article}</article></html>", encoding="utf-8")
    return tmp_path / "site"


def piece(site: Path, version: str, name: str) -> bytes:
    return gzip.decompress((site / "search" / version / f"{name}.bin").read_bytes())


def opened(site: Path) -> tuple[dict[str, Any], list[int]]:
    """Return the entry and the numbers of the columns."""
    unpacked = gzip.decompress((site / "search/entry.bin").read_bytes())
    length = next(read_numbers(unpacked))
    start = len(number(length))
    assert len(unpacked) == start + length
    entry = json.loads(unpacked[start:])
    return entry, [*read_numbers(piece(site, entry["version"], "c"))]


def entry_of(site: Path) -> dict[str, Any]:
    return opened(site)[0]


def shown(site: Path) -> list[Any]:
    entry, table = opened(site)
    folder = site / "search" / entry["version"]
    count, *sizes = table[7 * entry["sections"] :]
    blocks = [
        json.loads(gzip.decompress((folder / f"s{at}.bin").read_bytes())) for at in range(count)
    ]
    assert [len(block) for block in blocks] == sizes
    return [section for block in blocks for section in block]


def kinds(site: Path) -> list[str]:
    entry, table = opened(site)
    return [entry["kinds"][kind][0] for kind in table[: entry["sections"]]]


def test_each_section_has_its_kind_title_and_trail(site: Path, archive: Archive) -> None:
    index_site(site, archive)
    volume = "Đảng bộ xã Mây Thượng"
    found = [
        (kind, f"{page}#{anchor}", title, trail)
        for kind, (page, anchor, title, trail, _) in zip(kinds(site), shown(site), strict=True)
    ]
    assert found == [
        ("guide", "bien-tap/#b", "Biên tập", []),
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
        ("page", "tra-cuu/nhan-vat/#nhan-vat", "Nhân vật", []),
        ("person", "tra-cuu/nhan-vat/ly-thi-hai/#ly-thi-hai", "Lý Thị Hai", []),
        ("page", "tra-cuu/van-ban/tinh-uy/#v", "Văn bản: Tỉnh ủy Sông Mây", []),
        (
            "document",
            "tra-cuu/van-ban/tinh-uy/#quyet-dinh-12",
            "Quyết định số 12-QĐ/TU",
            ["Văn bản: Tỉnh ủy Sông Mây", "Quyết định"],
        ),
    ]


def test_the_beginning_of_a_chapter_says_what_the_chapter_says_of_itself(
    site: Path, archive: Archive
) -> None:
    index_site(site, archive)
    texts = {f"{page}#{anchor}": text for page, anchor, _, _, text in shown(site)}
    described = "Năm kỳ đại hội, & người được bầu."
    assert texts["may-thuong/dai-hoi/#d"] == described
    assert texts["may-thuong/#m"] == f"Chữ. · {described}"
    assert described not in texts["may-thuong/dai-hoi/#dai-hoi-ii"]
    # Other pages have the description of the site.
    assert texts["tra-cuu/nhan-vat/#nhan-vat"] == "Xếp theo tên."
    assert texts["bien-tap/#b"] == "Cách làm."


def test_contradictions_are_a_kind_and_small_words_are_counted(
    site: Path, archive: Archive
) -> None:
    for page, article in {
        "may-thuong/mau-thuan/": '<h1 id="x">Mâu thuẫn</h1><h2 id="y">Số người</h2><p>Hai số.</p>',
        "may-thuong/dau/": '<h1 id="p">Giai đoạn 1950–1960</h1><h2 id="q">Họp của các chi bộ</h2>',
    }.items():
        (site / page).mkdir()
        (site / page / "index.html").write_text(f"<article>{article}</article>", encoding="utf-8")
    index_site(site, archive)
    entry, table = opened(site)
    count = entry["sections"]
    anchors = [anchor for _, anchor, *_ in shown(site)]
    kind, worth, small = (
        dict(zip(anchors, table[at * count : (at + 1) * count], strict=True)) for at in (0, 1, 6)
    )
    assert [entry["kinds"][kind[one]][0] for one in "xyq"] == ["conflict", "conflict", "chapter"]
    assert [worth[one] for one in "pqxd"] == [6, 6, 5, 6]
    # “của”, “các”
    assert [small[one] for one in "qpx"] == [2, 0, 0]


def test_the_entry_says_what_a_query_needs(site: Path, archive: Archive) -> None:
    size = index_site(site, archive)
    entry = entry_of(site)
    assert (size.pages, size.sections) == (8, 11)
    [(organization, name, others)] = entry["organizations"]
    assert (organization, name) == ("may-thuong", "Đảng bộ xã Mây Thượng")
    assert "Đảng ủy xã Mây Thượng" in others
    assert name not in others
    assert entry["abbreviations"] == [
        ["UBKT", "Ủy ban Kiểm tra"],
        ["QĐ", "Quyết định"],
        ["QĐ", "Quy định"],
    ]
    assert entry["places"] == [["tra-cuu/nhan-vat/", "Nhân vật"]]
    assert entry["weights"]["relevance"] > 0
    words = piece(site, entry["version"], "w").decode().split()
    terms = [word[:-1] for word in words]
    assert terms == sorted(terms)
    assert {"thuong", "hai", "qd"} <= set(terms)
    assert all(
        term.isalpha() and word[-1].isdigit() for term, word in zip(terms, words, strict=True)
    )
    often = dict(zip(terms, (int(word[-1]) for word in words), strict=True))
    assert often["may"] > often["qd"]


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


def test_one_script_holds_all_files_for_a_page_opened_from_a_disk(
    site: Path, archive: Archive
) -> None:
    index_site(site, archive)
    text = (site / "search/offline.js").read_text(encoding="ascii")
    start = "globalThis.siteSearchFiles="
    assert text.startswith(start)
    kept = json.loads(text.removeprefix(start).strip().removesuffix(",};") + "}")
    files = {file.stem: file.read_bytes() for file in (site / "search").rglob("*.bin")}
    assert {name: b64decode(one) for name, one in kept.items()} == files


ROWS = (
    '<h1 id="s">Số liệu</h1><h2>Chung</h2><p>Chữ.</p>'
    '<table><tr id="a"><th>1950</th><td>40</td></tr><tr id="b"><th>1951</th><td>41</td></tr></table>'
    '<h2 id="khac">Khác</h2><p>Chữ.</p><h2>Sau</h2><p>Chữ.</p>'
)


def test_what_has_no_address_of_its_own_is_told_from_what_has(site: Path, archive: Archive) -> None:
    file = site / "may-thuong/so-lieu/index.html"
    file.write_text(f"<html><article>{ROWS}</article></html>", encoding="utf-8")
    index_site(site, archive)
    entry, table = opened(site)
    count = entry["sections"]
    roles = dict(zip(places(site), table[5 * count : 6 * count], strict=True))
    here = [role for (page, _), role in roles.items() if page == "may-thuong/so-lieu/"]
    # It opens the page; one section before it has its address; two rows; a heading; four before.
    assert here == [1, 3, 2, 2, 0, 7]


def places(site: Path) -> list[tuple[str, str]]:
    return [(page, f"{anchor} {title}") for page, anchor, title, *_ in shown(site)]


TABLE = (
    '<h1 id="s">Số liệu</h1><h2 id="chung">Nghèo và giàu ở xã Mây Thượng</h2>'
    '<table><tr id="giau"><th>Giàu</th><td>41</td></tr>'
    '<tr id="dang-vien-1950"><th>Nghèo</th><td>40</td></tr></table>'
)


def test_of_a_table_the_row_that_is_called_so_comes_before_its_heading(
    site: Path, archive: Archive
) -> None:
    file = site / "may-thuong/so-lieu/index.html"
    file.write_text(f"<html><article>{TABLE}</article></html>", encoding="utf-8")
    index_site(site, archive)
    typed = ["nghèo mây thượng", "nghèo và giàu mây thượng"]
    found = run("find.js", {"site": str(site), "queries": typed})
    first = [one["first"][0][0].partition("#")[2] for one in found]
    assert first == ["dang-vien-1950", "chung"]


def test_a_year_inside_a_span_is_filed_under_a_key_of_its_own(site: Path, archive: Archive) -> None:
    (site / "bien-tap/index.html").write_text(
        '<article><h1 id="b">Nhiệm kỳ</h1><p>Từ 11/2000 – 05/2003.</p></article>', encoding="utf-8"
    )
    index_site(site, archive)
    version = entry_of(site)["version"]
    count = len([*(site / "search" / version).glob("t*.bin")])
    shards_ = b"".join(piece(site, version, f"t{at}") for at in range(count))
    assert text("2001~") in shards_
    assert text("2002~") in shards_
    assert text("2000~") not in shards_
    assert text("2003~") not in shards_


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


def packed(postings: Postings, most: int) -> dict[str, bytes]:
    return dict(postings.packed(postings.common(most)))


def text(value: str) -> bytes:
    return number(len(value.encode())) + value.encode()


def test_places_are_packed_in_runs_for_each_spelling() -> None:
    postings = Postings()
    assert postings.add(("Bộ bố", "bộ · bộ")) == [2, 6]
    for _ in range(299):
        postings.add(("khác",))
    postings.add(("bổ",))
    one = packed(postings, 100)["bo"]
    head = text("bo") + b"\0\3" + text("bộ") + text("bố") + text("bổ")
    assert one.startswith(head)
    _, *body = read_numbers(one[len(head) :])
    # One section, the first, with three places: 0, 3 and 5. One with one. One, the 300th.
    assert body == [1, 0, 3, 0, 3, 2, 1, 0, 1, 1, 1, 300, 1, 0]


def test_a_common_term_has_no_places_but_in_titles_and_pairs_instead() -> None:
    postings = Postings()
    postings.add(("Bộ Y tế", "bộ bố trí · bộ, bộ bộ"))
    postings.add(("Trí", "bộ trí"))
    common = postings.common(4)
    assert {term: postings.spellings(some) for term, some in common.items()} == {"bo": ["bộ", "bố"]}
    keys = list(postings.packed(common))
    assert [key for key, _ in keys] == [
        "bo", "bo bo", "bo tri", "bo y", "bo=bố", "bo=bộ", "te", "tri", "y",
    ]  # fmt: skip
    found = dict(keys)

    def body(key: str, *spellings: str) -> list[int]:
        head = text(key) + b"\1" + number(len(spellings)) + b"".join(map(text, spellings))
        assert found[key].startswith(head)
        return [*read_numbers(found[key][len(head) :])][1:]

    # Six times (3) or five (2) in the first, once in the next; once in a title, at the start.
    assert body("bo", "") == [2, 3, 4, 1, 0, 1, 0]
    assert body("bo=bộ", "") == [2, 2, 4, 1, 0, 1, 0]
    assert body("bo=bố", "") == [1, 0, 0]
    # Twice in a row, and not across the break.
    assert body("bo bo", "bộ bộ", "bộ bố") == [1, 1, 0, 1, 0, 0]
    assert body("bo tri", "bố trí", "bộ trí") == [1, 0, 0, 1, 4, 0]


def test_words_that_nobody_types_take_a_place_and_no_room() -> None:
    postings = Postings()
    assert postings.add(("a" * 41 + " cuối",)) == [2]
    assert list(packed(postings, 9)) == ["cuoi"]


@pytest.mark.parametrize("value", [0, 1, 127, 128, 300, 2**31])
def test_a_number_reads_back(value: int) -> None:
    assert list(read_numbers(number(value))) == [value]


def test_shards_and_blocks_keep_to_their_size_unless_one_thing_is_larger() -> None:
    keys = [(key, b"12345") for key in ("an", "binh", "cao", "dong")]
    assert [first for first, _ in shards(keys, 1)] == ["an", "binh", "cao", "dong"]
    assert [first for first, _ in shards(keys, 10)] == ["an", "cao"]
    assert list(blocks([b"12345", b"12", b"12", b"123456"], 5)) == [(0, 1), (1, 3), (3, 4)]
