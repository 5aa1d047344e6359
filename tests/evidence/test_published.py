"""Sources that may be published: their text is in data/, agrees with the evidence and is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.chapter.page import Page as PageOf
from macros.engine.linker import SiteLinker
from macros.evidence.files import load
from macros.evidence.lexicon import lexicon_of
from macros.opendata.tables import TABLES
from macros.opendata.write import open_data
from macros.project.check import Reading, read_transcriptions
from macros.project.check import load as load_project
from macros.project.project import Project
from macros.project.transcriptions import write
from macros.rendering.templates import render
from macros.search.sections import sections_of
from macros.views.cards import READ_WHOLE, statistic_card
from macros.views.sources import SourceView, source_view
from tests.small_site import SOURCE, TRANSCRIPTION, write_site

if TYPE_CHECKING:
    from macros.views.common import Page

TEXT = "data/sources/ky-yeu.txt"
LAW = "published: { reason: legal-text }\n"
LICENCE = 'published: { reason: permission, licence: "Công văn số 5 của Đảng ủy xã" }\n'
AGAIN = (
    "→ chạy make evidence nếu lời vừa được sửa cho đúng bản gốc; không thì lấy lại tệp đã gửi "
    "bằng git checkout"
)


def site(root: Path, record: str = LAW, text: str | bytes | None = TRANSCRIPTION) -> Path:
    """Write the site with `record` added to its source, and the text; None for no text."""
    write_site(root)
    path = root / SOURCE
    path.write_text(path.read_text(encoding="utf-8") + record, encoding="utf-8")
    if text is not None:
        data = text if isinstance(text, bytes) else text.encode()
        (root / TEXT).write_bytes(data)
    return root


def messages(root: Path) -> list[str]:
    return [str(one) for one in load_project(Project(root)).problems]


def test_a_text_with_its_reason_is_read(tmp_path: Path) -> None:
    loaded = load_project(Project(site(tmp_path)))
    assert loaded.problems == ()
    assert loaded.archive.texts == {"ky-yeu": tuple(TRANSCRIPTION.splitlines())}


@pytest.mark.parametrize(
    ("record", "text", "expected"),
    [
        (
            "",
            TRANSCRIPTION,
            f"{TEXT}:1:1: lỗi: lời của nguồn “ky-yeu” nằm trong kho mã mà nguồn không ghi "
            "published → chuyển tệp ra thư mục bản chép ngoài kho mã; được phép công bố thì ghi "
            "published: {reason: …} vào tệp của nguồn",
        ),
        (
            LAW,
            None,
            f"{SOURCE}:{{line}}: lỗi: nguồn ghi published mà không có lời ở {TEXT} → chép lời vào tệp "
            "ấy, mỗi đoạn một dòng, hoặc bỏ published",
        ),
        (
            "published: { reason: permission }\n",
            TRANSCRIPTION,
            f"{SOURCE}:{{line}}: lỗi: “chủ sở hữu cho phép” cần nói căn cứ → thêm licence: "
            '"văn bản nào, của ai, ngày nào"',
        ),
        (
            f"{LAW}restricted: true\n",
            TRANSCRIPTION,
            f"{SOURCE}:{{line}}: lỗi: published công bố cả lời, mà restricted giữ kín một phần → bỏ "
            "dòng published, hoặc bỏ dòng restricted",
        ),
        (
            f"{LAW}withheld: [Nông Thị Kín]\n",
            TRANSCRIPTION,
            f"{SOURCE}:{{line}}: lỗi: published công bố cả lời, mà withheld giữ kín một phần → bỏ "
            "dòng published, hoặc bỏ dòng withheld",
        ),
        (
            LAW,
            TRANSCRIPTION.replace("40 đảng viên", "41 đảng viên"),
            f"{TEXT}:1:1: lỗi: đoạn 1 không khớp tệp bằng chứng {AGAIN}",
        ),
        (
            LAW,
            f"{TRANSCRIPTION}Thêm một đoạn.\n",
            f"{TEXT}:1:1: lỗi: lời có 6 đoạn, tệp bằng chứng có 5 {AGAIN}",
        ),
        (
            LAW,
            "\n",
            f"{TEXT}:1:1: lỗi: bản chép không có chữ nào → chép lời của nguồn vào tệp, mỗi đoạn một "
            "dòng; chưa có thì xóa tệp",
        ),
        (
            LAW,
            TRANSCRIPTION.encode("utf-16-le")[:-1],
            None,
        ),
    ],
    ids=["unasked", "no text", "no licence", "restricted", "withheld", "other", "longer", "empty", "encoding"],
)  # fmt: skip
def test_each_mistake_is_one_message(
    tmp_path: Path, record: str, text: str | bytes | None, expected: str | None
) -> None:
    root = site(tmp_path, record, text)
    (problem,) = messages(root)
    if expected is None:
        assert problem.startswith(f"{TEXT}:")
    else:
        lines = (root / SOURCE).read_text(encoding="utf-8").split("\n")
        line = next((n for n, one in enumerate(lines, 1) if one.startswith("published")), 0)
        place = expected.replace("{line}", f"{line}:12")
        assert problem == place
    if "giữ kín" in problem or "chép" in problem or "khớp" in problem:
        assert load_project(Project(root)).archive.texts == {}


def test_lines_that_end_as_windows_does_change_nothing(tmp_path: Path) -> None:
    root = site(tmp_path, LAW, TRANSCRIPTION.replace("\n", "\r\n").encode())
    assert messages(root) == []


@pytest.mark.parametrize("sign", ["\x01", "\u202e", "\ufeff"])
def test_a_sign_that_is_not_seen_is_told(tmp_path: Path, sign: str) -> None:
    root = site(tmp_path, LAW, TRANSCRIPTION.replace("40 đảng viên", f"40 {sign}đảng viên"))
    (problem,) = messages(root)
    assert f"đoạn 1 có ký tự ẩn U+{ord(sign):04X} → xóa ký tự ấy" in problem


def test_a_text_of_no_source_is_refused(tmp_path: Path) -> None:
    root = site(tmp_path, "", None)
    (root / "data/sources/Ky-Yeu.txt").write_text("Lời.", encoding="utf-8")
    (root / "data/sources/la.txt").write_text("Lời.", encoding="utf-8")
    assert messages(root) == [
        "data/sources/Ky-Yeu.txt:1:1: lỗi: không có nguồn nào mang mã “Ky-Yeu” "
        "→ đổi tên thành ky-yeu.txt",
        "data/sources/la.txt:1:1: lỗi: không có nguồn nào mang mã “la” "
        "→ chuyển tệp ra thư mục bản chép ngoài kho mã",
    ]


def test_evidence_is_made_from_the_published_text_without_a_folder(tmp_path: Path) -> None:
    corrected = TRANSCRIPTION.replace("35 đại biểu;", "35 đại biểu,")
    root = site(tmp_path, LAW, corrected)
    assert len(messages(root)) == 1
    lines = [str(one) for one in write(root, None)]
    assert any("đã viết lại" in one for one in lines), lines
    assert messages(root) == []


def view(root: Path) -> tuple[SourceView, Page]:
    archive = load_project(Project(root)).archive
    page: Page = PageOf("docs/tra-cuu/nguon/ky-yeu.md", None, archive, SiteLinker(archive))
    return source_view(page, archive.sources["ky-yeu"], whole=True), page


def test_readers_see_the_text_and_why_it_may_be_shown(tmp_path: Path) -> None:
    found, _ = view(site(tmp_path, LICENCE))
    (section,) = found.sections
    assert [one.text for one in section.paragraphs] == TRANSCRIPTION.splitlines()
    assert found.published == "Chủ sở hữu cho phép: Công văn số 5 của Đảng ủy xã"
    assert found.text_file == "../../../data/sources/ky-yeu.txt"


def test_the_search_reads_the_text_of_a_published_source(tmp_path: Path) -> None:
    found, _ = view(site(tmp_path, LAW))
    html = f"<article><h1 id=ky-yeu>Kỷ yếu</h1>{render('source_entry', source=found)}</article>"
    by_anchor = {one.anchor: one for one in sections_of("tra-cuu/nguon/ky-yeu/", html)}
    assert by_anchor["doan-3"].text == TRANSCRIPTION.splitlines()[2]
    assert "tải cả tệp" in html
    assert 'id="doan-doc"' in html


def test_of_other_sources_readers_see_where_to_ask(tmp_path: Path) -> None:
    found, _ = view(site(tmp_path / "a", "", None))
    assert (found.published, found.asked) == ("", "Chưa ghi; hỏi ban biên tập")
    found, _ = view(site(tmp_path / "b", "kept_at: Kho Lưu trữ xã\n", None))
    assert (found.kept_at, found.asked) == ("Kho Lưu trữ xã", "Hỏi nơi giữ tài liệu")
    html = render("source_entry", source=found)
    assert "không đăng lời của tài liệu" in html
    assert 'id="doan-doc"' in html
    assert not any(one.text for section in found.sections for one in section.paragraphs)


@pytest.mark.parametrize(
    ("record", "text", "said", "url"),
    [
        (LAW, TRANSCRIPTION, "lời của đoạn 1", "#doan-1"),
        ("", None, "nơi giữ tài liệu, cách hỏi", "#doan-doc"),
    ],
    ids=["published", "kept elsewhere"],
)
def test_the_card_of_a_fact_says_which_of_the_two_waits(
    tmp_path: Path, record: str, text: str | None, said: str, url: str
) -> None:
    _, page = view(site(tmp_path, record, text))
    dossier = page.archive.dossiers["may-thuong"]
    card = statistic_card(page, dossier, dossier.observations[0])
    (row,) = [one for one in card.rows if one.label == READ_WHOLE]
    assert [(one.text, one.url) for one in row.said] == [(said, url)]


def test_the_open_data_has_text_reason_and_address(tmp_path: Path) -> None:
    archive = load_project(Project(site(tmp_path, LICENCE))).archive
    files = open_data(archive, site_url=None)
    assert files["sources/ky-yeu.txt"].decode() == TRANSCRIPTION
    (table,) = [one for one in TABLES if one.name == "sources"]
    (row,) = table.rows(archive)
    cells = {column.name: cell for column, cell in zip(table.columns, row, strict=True)}
    assert cells["published_reason"] == "permission"
    assert cells["licence"] == "Công văn số 5 của Đảng ủy xã"
    assert cells["text"] == "sources/ky-yeu.txt"


def test_facts_are_held_to_the_published_text_on_any_clone(tmp_path: Path) -> None:
    root = site(tmp_path)
    archive = load_project(Project(root)).archive
    evidence, _ = load(root)
    texts = read_transcriptions(root, None, evidence, Reading(archive, lexicon_of(archive)), [])
    assert texts is not None and len(texts["ky-yeu"]) >= 5
