"""Pictures on pages: the figure, galleries, portraits, cards; and what a page says without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.admission.data_pictures import admit_data_pictures
from macros.archive import Archive
from macros.catalogue import registry
from macros.chapter import ChapterError, expand, parse_chapter
from macros.engine.linker import SiteLinker
from macros.rules.pictures import portrait_of
from tests.picture_files import RECORD, put_picture
from tests.small_site import FILES
from tests.support import load_sound, write_site

PEOPLE = "people: [ly-thi-man, {unnamed: một đại biểu}, phung-van-khe]\n"


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def site(root: Path, **pictures: str) -> Archive:
    """Return the small site with pictures: by name, `_` for a hyphen, more lines of its record."""
    write_site(root, FILES)
    for name, more in pictures.items():
        keys = {line.split(":")[0] for line in more.splitlines()}
        kept = [one for one in RECORD.splitlines() if one.split(":")[0] not in keys]
        put_picture(root, name.replace("_", "-"), record="\n".join([*kept, more]) + "\n")
    archive = load_sound(root)
    seen = admit_data_pictures(root)
    assert seen.problems == []
    archive.picture_files.update(seen.files)  # type: ignore[attr-defined]
    return archive


def page(archive: Archive, call: str, *, path: str = "docs/may-thuong/thu.md") -> str:
    text = f"---\ntitle: Thử\norganization: may-thuong\n---\n\n{{{{ {call} }}}}\n"
    chapter, problems = parse_chapter(text.encode(), path)
    assert chapter is not None and not problems
    return expand(chapter, archive, SiteLinker(archive), registry=registry)


def refused(archive: Archive, call: str) -> str:
    with pytest.raises(ChapterError) as told:
        page(archive, call)
    return str(told.value)


def test_a_figure_has_copies_of_four_widths_and_the_size_of_the_largest(tmp_path: Path) -> None:
    html = page(site(tmp_path, cau=""), 'picture("cau")')
    assert '<figure class="picture" id="anh-cau">' in html
    assert 'href="../../anh/cau-1200.jpg"' in html
    assert (
        'type="image/webp" srcset="../../anh/cau-240.webp 240w, ../../anh/cau-480.webp 480w, '
        "../../anh/cau-960.webp 960w, "
        '../../anh/cau-1200.webp 1200w"'
    ) in html
    assert 'src="../../anh/cau-960.jpg"' in html
    assert 'width="1200" height="800" alt="Mấy bóng người đứng trước một ngôi nhà lá"' in html
    assert html.count('loading="lazy"') == 1


def test_a_caption_says_who_from_the_left_when_where_and_whose_it_is(tmp_path: Path) -> None:
    more = (
        f'{PEOPLE}date: "1952~"\nplace: đình Mây\nauthor: Vũ Văn Ảnh\nlicence: cc-by\n'
        "shows: [may-thuong/dai-hoi-1]\ndoubt: Có thể là đình khác.\nnote: Ảnh đã ố."
    )
    html = page(site(tmp_path, hop=more), 'picture("hop")')
    words = " ".join(_text(html).split())
    assert (
        "Trước trụ sở cũ. Đình Mây, khoảng năm 1952. Từ trái sang: Lý Thị Mận, một đại biểu"
        in words
    )
    assert "Phùng Văn Khế. Về: Đại hội lần thứ I, 10/05/1952." in words
    assert "Còn ngờ: Có thể là đình khác." in words
    assert "Ảnh đã ố." in words
    assert "Ảnh chụp. Tác giả: Vũ Văn Ảnh. Nơi giữ: kho lưu trữ xã Mây Thượng." in words
    assert 'href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>' in html
    assert 'href="../dai-hoi/#dai-hoi-i"' in html
    assert 'href="../../tra-cuu/nhan-vat/ly-thi-man/"' in html


def test_an_unknown_right_is_said_and_one_person_is_not_from_the_left(tmp_path: Path) -> None:
    words = _text(page(site(tmp_path, cau="people: ly-thi-man"), 'picture("cau")'))
    assert "Quyền sử dụng: chưa rõ." in words
    assert "Trong ảnh: Lý Thị Mận." in words
    assert "Từ trái sang" not in words


def test_what_the_source_is_asked_for_has_its_mark(tmp_path: Path) -> None:
    more = 'date: "1952"\ncite: ky-yeu#2\nimplied: {date: {kind: inferred, why: cùng ngày họp}}'
    html = page(site(tmp_path, cau=more), 'picture("cau")')
    assert "Năm 1952 (suy ra)" in _text(html)
    assert 'aria-label="đoạn 2 của Kỷ yếu' in html


def test_the_original_is_offered_only_where_the_record_says_so(tmp_path: Path) -> None:
    archive = site(tmp_path, cau="", goc="licence: cc0\npublish_original: true")
    assert "goc" not in page(archive, 'picture("cau")')
    assert 'href="../../anh/goc.goc.jpg">Tải bản gốc</a>' in page(archive, 'picture("goc")')


def test_a_doubt_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    html = page(site(tmp_path, cau="doubt: Có thể là năm 1951"), 'picture("cau")')
    assert "Còn ngờ: Có thể là năm 1951." in _text(html)


def test_a_gallery_by_list_by_person_by_congress_and_by_period(tmp_path: Path) -> None:
    archive = site(
        tmp_path,
        mot='date: "1950"\norganizations: may-thuong',
        hai='date: "1952~"\nshows: may-thuong/dai-hoi-1\npeople: ly-thi-man',
        ba='date: "1960"\norganizations: may-thuong\npeople: ly-thi-man',
        bon='date: "1951"',
        nam="people: ly-thi-man",
    )

    def shown(call: str) -> list[str]:
        return [one.split('"')[0] for one in page(archive, call).split('data-picture="')[1:]]

    assert shown('gallery(["ba", "mot"])') == ["ba", "mot"]
    assert shown('gallery(person="ly-thi-man")') == ["hai", "ba", "nam"]
    assert shown('gallery(congress="I")') == ["hai"]
    assert shown('gallery(period="1950/1953")') == ["mot", "hai"]
    assert 'role="group" aria-label="2 ảnh"' in page(archive, 'gallery(period="1950/1953")')


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("gallery()", "gallery cần đúng một cách chọn ảnh"),
        ('gallery(["cau"], person="ly-thi-man")', "ở đây có 2"),
        ('gallery(["cay"])', "không có ảnh “cay”"),
        ('gallery("cau")', "tham số “pictures” phải là một danh sách"),
        ('gallery(person="ly-thi-mai")', "không có nhân vật “ly-thi-mai”"),
        ('gallery(person="ly-thi-man")', "chưa có ảnh nào như lời gọi này chọn"),
        ('gallery(congress="II")', "chưa có ảnh nào như lời gọi này chọn"),
        ('gallery(congress="IX")', "không có đại hội “IX”"),
        ('gallery(period="1950-19")', "period: "),
        ('gallery(tag="cũ")', "không có tham số “tag”"),
    ],
)
def test_a_gallery_that_says_too_little(tmp_path: Path, call: str, words: str) -> None:
    assert words in refused(site(tmp_path, cau=""), call)


def test_a_portrait_stands_beside_the_name_and_in_the_entry_only_where_there_is_one(
    tmp_path: Path,
) -> None:
    table = 'leadership_table("secretary")'
    entries = 'person_page("ly-thi-man")'
    without = site(tmp_path / "without", cau="people: ly-thi-man")
    archive = site(tmp_path / "with", man="kind: portrait\npeople: ly-thi-man\ncaption: Bà Mận")
    plain, html = page(without, table), page(archive, table)
    thumb = html[html.index("<picture>") : html.index("</picture>") + 10]
    assert 'srcset="../../anh/man-96.webp"' in thumb
    assert 'src="../../anh/man-96.jpg"' in thumb
    assert 'width="48" height="32"' in thumb
    assert html.replace(thumb, "") == plain, "nothing else of the table changes"
    assert html.count('class="portrait"') == 1, "the other secretary has none"
    assert "person__portrait" in page(archive, entries)
    assert "person__portrait" not in page(without, entries)
    assert "Trong ảnh" not in _text(page(archive, entries))


def test_of_several_portraits_the_latest_is_shown(tmp_path: Path) -> None:
    base = "kind: portrait\npeople: ly-thi-man\n"
    archive = site(
        tmp_path, a=f'{base}date: "1950"', b=f'{base}date: "1960"', c=base, d='date: "1970"'
    )
    found = portrait_of(archive, "ly-thi-man")
    assert found and found.id == "b"
    assert portrait_of(archive, "phung-van-khe") is None


def test_a_card_has_a_picture_only_where_the_organization_names_one(tmp_path: Path) -> None:
    archive = site(tmp_path, cau="")
    assert "<img" not in page(archive, "organization_cards()")
    file = tmp_path / "data/organizations/may-thuong/organization.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}picture: cau\n", encoding="utf-8")
    again = load_sound(tmp_path)
    again.picture_files.update(archive.picture_files)  # type: ignore[attr-defined]
    html = page(again, "organization_cards()", path="docs/index.md")
    assert '<img class="card__picture" src="anh/cau-960.jpg"' in html
    assert 'srcset="anh/cau-960.webp"' in html


def _text(html: str) -> str:
    from lxml import html as parser

    found: str = parser.fromstring(html.replace("\ue000", "").replace("\ue001", "")).text_content()
    return " ".join(found.replace("\xa0", " ").split())
