"""Books of a small invented site: what editors may get wrong, and what a volume must have."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from macros.book import command as make_book
from macros.book import page_notes
from macros.book.appendices import shown_in
from macros.book.build import build, build_all
from macros.book.command import tasks_of
from macros.book.pdf import ProjectFetcher
from macros.book.task import Result, Task
from macros.messages.problems import Position, Problem, Severity
from macros.project.check import check_project
from macros.project.project import Project
from scripts import book as command
from tests.book.reading import Book, sizes
from tests.output import read
from tests.small_site import CHAPTER, put, write_site

LONG = "Ư" * 90


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    return write_site(tmp_path / "site")


def add(site: Path, text: str) -> None:
    path = site / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def printed(site: Path) -> tuple[Book, Result]:
    tasks, _ = tasks_of(Project(site), kinds=("pdf",), folder=site / "dist")
    (task,) = (one for one in tasks if one.plan.name == "may-thuong")
    result = build(task)
    assert not result.failed, result.problems
    return Book(site / "dist" / "may-thuong.pdf"), result


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def within(book: Book) -> bool:
    width = [width for width, _ in sizes(book.reader)]
    return all(w.box[0] > 20 and w.box[2] < width[w.page - 1] - 20 for w in book.words())


def test_a_volume_has_what_a_book_of_local_history_has(site: Path) -> None:
    text = printed(site)[0].text()
    for words in (
        "Cách đọc sách này", "Bí thư", "Các kỳ đại hội", "Số liệu",
        "Văn bản được nhắc đến", "Tài liệu", "Chỉ mục nhân vật", "Danh mục bảng", "Mục lục",
        "Bản dựng từ dữ liệu", "09/09/2001",
    ):  # fmt: skip
        assert words in text, words


def test_a_citation_stands_at_the_foot_of_its_page(site: Path) -> None:
    book, _ = printed(site)
    notes = [element for tag, element, _ in book.tags() if tag == "/Note"]
    assert len(notes) > 2
    counted = re.search(r"soát cả tập: (\d+) chỗ gọi và (\d+) chú thích", book.text())
    assert counted
    assert counted[1] == counted[2] == str(len(notes))
    opening = book.page_text(book.places["may-thuong-index"])
    assert "Kỷ yếu Mây Thượng [1], đoạn 1" in opening.replace("\u00a0", " ")


def test_numbers_are_printed_as_they_were_typed(site: Path) -> None:
    add(
        site,
        "\n1946. Chi bộ ra đời.\n\n5. điều năm\n6. điều sáu\n\nĐoạn.\n\n7. điều bảy\n9. điều chín\n10. điều mười\n",
    )
    layout = ["pdftotext", "-layout", str(printed(site)[0].path), "-"]
    text = plain(subprocess.run(layout, capture_output=True, text=True, check=True).stdout)
    for words in (
        "1946. Chi bộ ra đời.", "5. điều năm", "6. điều sáu", "7. điều bảy", "9. điều chín",
        "10. điều mười",
    ):  # fmt: skip
        assert words in text, words


def test_a_citation_in_a_footnote_stands_in_brackets_within_it(site: Path) -> None:
    add(site, '\nChữ[^1] của chương.\n\n[^1]: Lời chú thích{{ cite("ky-yeu#5") }} còn dài.\n')
    text = plain(printed(site)[0].text())
    assert re.search(r"Lời chú thích ?\([^()]*\[1\], đoạn 5\) còn dài\.", text)


def test_two_builds_are_of_the_same_bytes(site: Path) -> None:
    contents = []
    for name in ("mot", "hai"):
        tasks, _ = tasks_of(Project(site), folder=site / name)
        results = list(build_all(tasks))
        assert not any(result.failed for result in results), results
        contents.append({p.name: p.read_bytes() for p in (site / name).iterdir()})
    assert sorted(contents[0]) == [
        "may-thuong.epub", "may-thuong.pdf", "toan-tap.epub", "toan-tap.pdf",
    ]  # fmt: skip
    assert contents[0] == contents[1]


def test_the_title_of_a_picture_is_printed_below_it(site: Path) -> None:
    for name, grey in (("le", 90), ("hop", 200)):
        picture = site / f"docs/may-thuong/{name}.png"
        Image.new("L", (40, 30), grey).save(picture)
        add(site, f'\n![Ảnh]({name}.png "Ngày thành lập, 1950")\n')
    text = plain(printed(site)[0].text())
    assert re.search(r"Hình (\d+)\. Ngày thành lập, 1950.*Hình \d+\. Ngày thành lập, 1950", text)


def test_a_missing_picture_is_told_and_its_place_is_shown(site: Path) -> None:
    add(site, "\n![Cổng làng](cong-lang.png)\n")
    book, result = printed(site)
    assert "[Thiếu hình: Cổng làng]" in book.text()
    assert [str(problem) for problem in result.problems] == [
        "docs/may-thuong/index.md:16:14: cảnh báo: không có hình “cong-lang.png” "
        "→ đặt tệp hình cạnh chương, hoặc sửa tên trong chương"
    ]


@pytest.mark.parametrize("name", ["hong.png", "hong.svg"])
def test_a_picture_that_is_none_is_told_and_its_place_is_shown(site: Path, name: str) -> None:
    put(site, f"docs/may-thuong/{name}", "<svg")
    add(site, f"\n![Cổng làng]({name})\n")
    book, result = printed(site)
    assert "[Thiếu hình: Cổng làng]" in book.text()
    assert [str(problem) for problem in result.problems] == [
        f"docs/may-thuong/index.md:16:14: cảnh báo: không đọc được hình “{name}”: "
        "tệp hỏng hoặc không phải là hình → thay bằng tệp PNG, JPEG, WebP hoặc SVG mở được"
    ]


def test_a_missing_picture_stops_the_books_in_one_line(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(site, "\n![Cổng làng](cong-lang.png)\n")
    assert command.main(["--root", str(site), "--kind", "epub"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert ["cong-lang.png" in line for line in lines] == [True, False]
    assert lines[1].startswith("1 lỗi")


def test_what_is_wrong_with_several_volumes_is_reported_once(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(Position("docs/a.md"), "điều không hay", "sửa lại", Severity.WARNING)

    def built(tasks: list[Task], **_: object) -> list[Result]:
        return [Result(task.plan.name, problems=[problem]) for task in tasks]

    monkeypatch.setattr(make_book, "build_all", built)
    status, lines = read(make_book.make_books(Project(site), make_book.Wanted(kinds=("epub",))))
    assert status == 0
    assert sum("điều không hay" in line for line in lines) == 1
    assert "2/2 tập" in lines[-1]
    assert not any("trang" in line for line in lines)


def test_an_overlong_word_stays_on_the_page(site: Path) -> None:
    add(site, f"\nMột từ {LONG} rất dài.\n\n| Cột | Khác |\n|---|---|\n| {LONG} | a |\n")
    book, _ = printed(site)
    assert within(book)
    assert book.text().replace(" ", "").count(LONG) == 2


def test_a_wide_table_is_turned_and_nothing_is_cut(site: Path) -> None:
    head = "|".join(f" Tiêu{i}đềdài " for i in range(13))
    row = "|".join(f" giátrị{i} " for i in range(13))
    add(site, f"\n|{head}|\n|{'---|' * 13}\n|{row}|\n")
    book, _ = printed(site)
    assert within(book)
    turned = [p for p in book.reader.pages if p.rotation]
    assert len(turned) == 1
    assert "Tiêu12đềdài" in turned[0].extract_text().replace("\n", "")


def test_a_table_that_fits_is_not_turned(site: Path) -> None:
    add(site, "\n| Một | Hai | Ba |\n|---|---|---|\n| a | b | c |\n")
    book, _ = printed(site)
    assert not any(p.rotation for p in book.reader.pages)


def test_a_long_table_repeats_its_head(site: Path) -> None:
    rows = "".join(f"| dòng {i} | {i} |\n" for i in range(120))
    add(site, f"\n| Tênđầubảng | Số |\n|---|---|\n{rows}")
    book, _ = printed(site)
    pages = [book.page_text(n) for n in range(1, len(book.reader.pages) + 1)]
    with_rows = [page for page in pages if re.search(r"dòng \d", page)]
    assert len(with_rows) > 2
    assert all("Tênđầubảng" in page for page in with_rows)


def test_a_chapter_without_text_says_so(site: Path) -> None:
    put(site, "docs/may-thuong/trong.md", "---\ntitle: Chương trống\n---\n")
    assert "Chương này chưa có nội dung." in printed(site)[0].text()


def test_an_organization_without_a_congress_has_a_sound_volume(site: Path) -> None:
    (site / "data/organizations/may-thuong/congresses.yml").unlink()
    (site / "data/organizations/may-thuong/leadership.yml").unlink()
    put(site, CHAPTER, "---\ntitle: Mây Thượng\norganization: may-thuong\n---\n\nChữ.\n")
    (site / "docs/may-thuong/dai-hoi.md").unlink()
    text = printed(site)[0].text()
    assert "Các kỳ đại hội" not in text
    assert "Mục lục" in text


def test_a_failed_volume_spoils_no_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tasks, _ = tasks_of(Project(site), kinds=("pdf",), folder=site / "dist")

    def work(task: Task) -> Result:
        if task.plan.collected:
            os._exit(9)
        return Result(task.plan.name, pages=3)

    results = {result.name: result for result in build_all(tasks, work=work)}
    assert [str(problem) for problem in results["toan-tap"].problems] == [
        "dist/book/toan-tap:1:1: lỗi: tiến trình dựng tập này bị dừng giữa chừng "
        "→ kiểm tra bộ nhớ còn trống của máy rồi chạy lại"
    ]
    assert results["may-thuong"].pages == 3


def test_the_command_refuses_broken_data(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(site, '\n{{ person("khong-co") }}\n')
    assert command.main(["--root", str(site)]) == 1
    assert "chưa dựng sách" in capsys.readouterr().err
    assert not (site / "dist").exists()


def test_settings_that_cannot_be_read_are_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(site, "mkdocs.yml", "nav: [\n")
    assert command.main(["--root", str(site)]) == 1
    assert capsys.readouterr().err == (
        "mkdocs.yml:2:1: lỗi: không đọc được cấu hình này → sửa cú pháp YAML ở dòng ấy\n"
    )


def test_a_folder_that_takes_no_file_is_told(site: Path) -> None:
    (site / "dist").write_text("a file", encoding="utf-8")
    tasks, _ = tasks_of(Project(site), kinds=("epub",), folder=site / "dist" / "book")
    assert [str(problem) for problem in build(tasks[1]).problems] == [
        f"dist/book/may-thuong:1:1: lỗi: không ghi được {site}/dist/book: chỗ ấy có một tệp và một "
        "thư mục trùng tên → đổi tên hoặc chuyển cái đang nằm ở đó đi"
    ]


def test_only_the_project_is_read(tmp_path: Path) -> None:
    fetcher = ProjectFetcher(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.txt").write_text("a", encoding="utf-8")
    assert fetcher.fetch((tmp_path / "docs/a.txt").as_uri()).read() == b"a"
    (tmp_path / "docs/out").symlink_to("/etc/hostname")
    for url in ("file:///etc/passwd", "https://example.org/a.png", "data:,a",
                (tmp_path / "docs/out").as_uri(), (tmp_path / "docs/../x").as_uri()):  # fmt: skip
        with pytest.raises(ValueError, match=r"project"):
            fetcher.fetch(url)


def test_formats_have_their_size(site: Path) -> None:
    widths = {"16x24": (".", 453.5), "A5": ("A5", 419.5), "A4": ("A4", 595.3)}
    for name in widths:
        tasks, _ = tasks_of(Project(site), name, kinds=("pdf",), folder=site / "dist")
        assert not build(tasks[1]).failed
    # None has taken the place of another.
    for folder, width in widths.values():
        page = Book(site / "dist" / folder / "may-thuong.pdf").reader.pages[0]
        assert float(page.mediabox.width) == pytest.approx(width, abs=0.6)


def test_epubcheck_accepts_a_small_volume(site: Path) -> None:
    add(site, "\nChú thích[^1] của chương.\n\n[^1]: Lời *chú* & thích.\n")
    tasks, _ = tasks_of(Project(site), kinds=("epub",), folder=site / "dist")
    assert not build(tasks[1]).failed
    path = str(site / "dist/may-thuong.epub")
    done = subprocess.run(
        ["java", "-jar", "/usr/bin/epubcheck", path], capture_output=True, text=True
    )
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr, done.stdout


def test_a_volume_that_loses_a_note_is_not_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed(site)
    file = site / "dist/may-thuong.pdf"
    good = file.read_bytes()
    calls = page_notes.Context._calls

    def forgetful(context: page_notes.Context, root: object) -> list[page_notes.Call]:
        return calls(context, root)[1:]

    monkeypatch.setattr(page_notes.Context, "_calls", forgetful)
    tasks, _ = tasks_of(Project(site), kinds=("pdf",), folder=site / "dist")
    (result,) = (build(one) for one in tasks if one.plan.name == "may-thuong")
    assert result.failed
    told = [str(one) for one in result.problems]
    lost = (
        r"docs/may-thuong/[\w-]+\.md:1:1: lỗi: may-thuong, trang \d+, “[^”]+”: chú thích \d+ bị mất: "
        r"không trang nào in “Kỷ yếu Mây Thượng \[1\], đoạn[^”]+” → tập này chưa được ghi, tệp cũ "
        "được giữ nguyên; gửi dòng này cho người phụ trách mã nguồn"
    )
    assert any(re.fullmatch(lost, one) for one in told), told
    assert file.read_bytes() == good


def test_figures_that_a_chapter_shows_are_not_shown_again(site: Path) -> None:
    """Whether by one macro for all of them or by tables that leave none out."""
    for call in ('statistics_table(["party-members"])', "statistics_all()"):
        put(
            site,
            "docs/may-thuong/so-lieu.md",
            f"---\ntitle: Số liệu\norganization: may-thuong\n---\n\n{{{{ {call} }}}}\n",
        )
        project = Project(site)
        shown = shown_in(project.chapters.values(), check_project(project).archive)
        assert ("statistics_all", "may-thuong", "") in shown
