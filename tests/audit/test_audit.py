"""The audit of built pages, on small sites written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.audit.pages import BuiltSite, audit, files_of

if TYPE_CHECKING:
    from pathlib import Path

    from macros.messages.problems import Problem


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang='vi'><head>{head}</head><body>{body}</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in {
        "index.html": page("<h1 id='dau'>Trang đầu</h1><a href='phuong/'>Phường</a>"),
        "phuong/index.html": page("<h1 id='ten'>Phường Sông Mây</h1><a href='..#dau'>Đầu</a>"),
        "phuong/ban-do.pdf": "…",
        "assets/site.css": "body { background: url('paper.png') }",
        "assets/paper.png": "…",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def audited(site: Path, base_path: str = "/") -> list[Problem]:
    return audit(BuiltSite(site, base_path, files_of(site)))


def messages(site: Path, body: str, head: str = "", base_path: str = "/") -> list[str]:
    (site / "phuong" / "index.html").write_text(page(body, head), encoding="utf-8")
    return [
        str(problem).removeprefix("phuong/index.html:1:1: ") for problem in audited(site, base_path)
    ]


def test_a_sound_site_has_no_problem(site: Path) -> None:
    assert audited(site) == []


@pytest.mark.parametrize(
    "url",
    [
        "ban-do.pdf",
        "../phuong/",
        "../phuong",
        "./",
        "..",
        "../",
        "../#dau",
        "../index.html?x=1#dau",
        "/phuong/ban-do.pdf",
        "#",
        "#top",
        "#:~:text=abc",
        "ban-do.pdf#page=2",
        "mailto:a@b.vn",
        "https://example.org/a#b",
        "../phuong/#m%E1%BB%A5c",
    ],
)
def test_a_link_that_leads_somewhere(site: Path, url: str) -> None:
    assert messages(site, f"<p id='mục'><a href='{url}'>x</a>") == []


@pytest.mark.parametrize("url", ["../khong-co/", "/khong-co", "ban-do.pdf/", "../../ngoai.html"])
def test_a_link_to_nothing(site: Path, url: str) -> None:
    assert messages(site, f"<a href='{url}'>x</a>") == [
        f"lỗi: liên kết hỏng “{url}” → sửa địa chỉ hoặc thêm trang đó"
    ]


@pytest.mark.parametrize(
    ("url", "target"), [("#xa", "phuong/index.html"), ("../#xa", "index.html")]
)
def test_a_link_to_no_place_in_a_page(site: Path, url: str, target: str) -> None:
    assert messages(site, f"<a href='{url}'>x</a>") == [
        f"lỗi: liên kết “{url}” trỏ đến mục không có trong trang “{target}”"
        " → sửa phần sau dấu # hoặc đặt mã {: #mã } cho mục đó"
    ]


def test_an_absolute_address_counts_from_where_the_site_stands(site: Path) -> None:
    body = "<a href='/lich-su/phuong/'>x</a><a href='/phuong/'>y</a>"
    assert messages(site, body, base_path="/lich-su/") == [
        "lỗi: liên kết hỏng “/phuong/” → sửa địa chỉ hoặc thêm trang đó"
    ]


def test_an_id_given_twice(site: Path) -> None:
    assert messages(site, "<h2 id='so-lieu'>1</h2><h2 id='so-lieu'>2</h2>") == [
        "lỗi: mã “so-lieu” có 2 lần trong một trang → đổi tên mục hoặc đặt mã riêng bằng {: #mã }"
    ]


def test_an_image_without_words(site: Path) -> None:
    assert messages(site, "<img src='/assets/paper.png'><img src='/assets/paper.png' alt=''>") == [
        "lỗi: ảnh “/assets/paper.png” không có lời mô tả → viết ![lời mô tả](tệp ảnh)"
    ]


@pytest.mark.parametrize("text", ["{{ person('x') }}", "{%- if a %}", "a {{ cite(\n'x#1') }}"])
def test_a_macro_left_standing(site: Path, text: str) -> None:
    [message] = messages(site, f"<p>{text}</p>")
    assert message.startswith("lỗi: còn sót lời gọi chưa được thay: “{")


def test_code_may_show_a_macro(site: Path) -> None:
    assert messages(site, "<p><code>{{ x }}</code><pre>{% y %}</pre></p>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<script src='{}'></script>",
        "<img alt='' src='{}'>",
        "<img alt='' src='../assets/paper.png' srcset='../assets/paper.png 1x, {} 2x'>",
        "<link rel='stylesheet' href='{}'>",
        "<iframe src='{}'></iframe>",
        "<style>@import '{}';</style>",
        "<p style='background:url({})'>",
    ],
)
@pytest.mark.parametrize("url", ["https://example.org/a.js", "//example.org/a.js"])
def test_nothing_is_fetched_from_another_host(site: Path, html: str, url: str) -> None:
    found = messages(site, html.format(url))
    assert [one for one in found if "máy chủ khác" in one] == [
        f"lỗi: trang tải “{url}” từ máy chủ khác"
        " → chép tệp đó vào docs/ hoặc overrides/assets/ rồi trỏ tới tệp đã chép"
    ]


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        ("<script>a()</script>", "<script>"),
        ("<script type='module'>a()</script>", "<script>"),
        ("<style>p { color: red }</style>", "<style>"),
        ("<p style='color: red'>a</p>", "<p style>"),
        ("<p onclick='a()'>a</p>", "<p onclick>"),
        ("<svg onload='a()'></svg>", "<svg onload>"),
        ("<script data-src='a' data-type='json'>a()</script>", "<script>"),
        ("<a href=' javascript:a()'>a</a>", "<a href>"),
        ("<a href='JavaScript&colon;a()'>a</a>", "<a href>"),
    ],
)
def test_a_page_holds_no_code_that_its_policy_refuses(site: Path, html: str, tag: str) -> None:
    assert messages(site, html) == [
        f"lỗi: “{tag}” có mã hoặc định dạng viết thẳng trong trang, trình duyệt sẽ bỏ qua"
        " → chuyển vào tệp trong overrides/assets/, dùng lớp (class) thay cho style"
    ]


def test_a_page_may_hold_data_for_scripts(site: Path) -> None:
    assert messages(site, "<script type='application/ld+json'>{}</script>") == []


def test_a_canonical_address_is_not_fetched(site: Path) -> None:
    assert messages(site, "", "<link rel='canonical' href='https://example.org/phuong/'>") == []


def test_a_stylesheet_asks_only_for_files_of_the_site(site: Path) -> None:
    css = "/* url(https://a.vn/b) */ a { b: url(https://a.vn/c.png) } c { d: url(../khong.woff2) }"
    (site / "assets" / "site.css").write_text(css, encoding="utf-8")
    assert [str(problem) for problem in audited(site)] == [
        "assets/site.css:1:1: lỗi: không có tệp “../khong.woff2” → sửa tên trong url(…) hoặc thêm tệp",
        "assets/site.css:1:1: lỗi: trang tải “https://a.vn/c.png” từ máy chủ khác"
        " → chép tệp đó vào docs/ hoặc overrides/assets/ rồi trỏ tới tệp đã chép",
    ]


def test_an_empty_page(site: Path) -> None:
    (site / "phuong" / "index.html").write_text("", encoding="utf-8")
    assert [problem.message for problem in audited(site)] == ["trang không có nội dung"]
