"""`make check`: what it prints, its exit status, and that it never shows a stack trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.project import report
from scripts import check
from tests.bad_input.test_bad_input import run
from tests.small_site import CHAPTER, ROOT, STATISTICS, Slip, put, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    return write_site(root)


def edit(site: Path, path: str, old: str, new: str) -> None:
    Slip("", path, old, new, "").apply(site)


GOOD = """
Đối chiếu với nguồn:
  ky-yeu: đã đối chiếu 37, suy ra 1, nói bằng lời khác 0, chờ đối chiếu 0, chưa đối chiếu 0

Con số của nguồn đã vào dữ liệu:
  ky-yeu: 6 con số; 6 đã vào dữ liệu, 0 không phải dữ kiện, 0 còn bỏ ngoài

Không có lỗi. 9 chương, 9 dữ kiện, 37 giá trị đã đối chiếu.
"""


def test_without_a_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--root", str(site)]) == 0
    assert capsys.readouterr().out == GOOD


def test_against_the_transcriptions_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site.parent / f"{site.name}-transcriptions"
    assert check.main(["--root", str(site), "--sources", str(folder)]) == 0
    capsys.readouterr()
    text = folder / "ky-yeu.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("40", "44"), encoding="utf-8")
    assert check.main(["--root", str(site), "--sources", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "data/sources/ky-yeu.evidence.json:2:1: lỗi: tệp bằng chứng không khớp bản chép, bắt đầu từ "
        "đoạn 1 → tệp này do máy viết, không sửa tay: chạy make evidence SOURCES=<thư mục bản chép>, hoặc lấy lại bản đã gửi "
        "bằng git checkout"
    )
    assert check.main(["--root", str(site), "--sources", str(folder / "khac")]) == 2
    assert capsys.readouterr().err == f"không có thư mục {folder / 'khac'} → sửa SOURCES=…\n"


def test_every_problem_is_a_line_sorted_by_place(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site, CHAPTER, 'person("ly', 'persson("ly')
    edit(site, STATISTICS, "value: 40", "value: 41")
    edit(
        site,
        STATISTICS,
        "cite: ky-yeu#3\n  - id: dang-vien-nam",
        "cite: ky-yeu\n  - id: dang-vien-nam",
    )
    assert check.main(["--root", str(site)]) == 1
    lines = capsys.readouterr().out.splitlines()
    told = lines[: lines.index("")]
    assert [line.split(": ")[0] for line in told] == [
        f"{STATISTICS}:12:11",
        f"{CHAPTER}:12:23",
    ]
    assert lines[-1] == "2 lỗi."


WORDS = "Đảng bộ được thành lập từ rất sớm và đã trưởng thành qua nhiều thời kỳ khác nhau."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (WORDS, 10),
        (f"- Một mục.\n- {WORDS}", 11),
        (f"!!! note\n\n    {WORDS}", 12),
        (f'{WORDS} Xem {{{{ person("ly-thi-man") }}}}.', 10),
        (WORDS.replace(" và ", "\nvà "), 10),
    ],
)
def test_a_paragraph_without_a_source_is_a_warning(
    site: Path, capsys: pytest.CaptureFixture[str], text: str, line: int
) -> None:
    edit(site, CHAPTER, "Ngày thành lập,", f"{text}\n\nNgày thành lập,")
    assert check.main(["--root", str(site)]) == 0
    lines = capsys.readouterr().out.splitlines()
    first = "Đảng bộ được thành lập"
    assert lines[0].startswith(f"{CHAPTER}:{line}:")
    assert lines[0].endswith(
        f': cảnh báo: đoạn văn “{first} …” không dẫn nguồn nào → thêm {{{{ cite("nguồn#đoạn") }}}} '
        "hoặc một macro lấy từ dữ liệu"
    )
    assert lines[-1].startswith("Không có lỗi, 1 cảnh báo. 9 chương, ")


@pytest.mark.parametrize(
    "text",
    [
        f'{WORDS}{{{{ cite("ky-yeu#1") }}}}',
        f'{WORDS} Khi ấy có {{{{ statistic("party-members", "1950-03-02") }}}}.',
        "Dưới đây là các kỳ đại hội của đảng bộ.",
        f"### {WORDS}",
        f"- [Số liệu](so-lieu.md): {WORDS}",
        f"```\n{WORDS}\n\n{WORDS}\n```",
        f"| A |\n|---|\n| {WORDS} |",
    ],
)
def test_what_is_sourced_short_or_no_prose_is_no_warning(
    site: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    edit(site, CHAPTER, "Ngày thành lập,", f"{text}\n\nNgày thành lập,")
    check.main(["--root", str(site)])
    assert "cảnh báo" not in capsys.readouterr().out


def test_pages_that_lead_to_others_need_no_source(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site, "docs/index.md", "{{ organization_cards", f"{WORDS}\n\n{{{{ organization_cards")
    edit(
        site,
        "docs/tra-cuu/to-chuc.md",
        "---\n\n#",
        f"organization: may-thuong\n---\n\n{WORDS}\n\n#",
    )
    assert check.main(["--root", str(site)]) == 0
    assert "cảnh báo" not in capsys.readouterr().out


def test_notes_stand_apart(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "data/organizations/may-thuong/congresses.yml", "ordinal: II\n", "ordinal: III\n")
    mark = "cite: ky-yeu#5\n    implied: { ordinal: lời kể khác }\n"
    edit(site, "data/organizations/may-thuong/congresses.yml", "cite: ky-yeu#5\n", mark)
    assert check.main(["--root", str(site)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "",
        "Ghi chú (không phải lỗi):",
        "  data/organizations/may-thuong/congresses.yml:8:14: ghi chú: thiếu đại hội giữa lần thứ 1 "
        "và lần thứ 3 → bổ sung nếu có nguồn",
    ]


def test_an_empty_project_is_told_plainly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "mkdocs.yml", "site_name: A\n")
    for folder in ("docs", "data"):
        (tmp_path / folder).mkdir()
    assert check.main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == (
        "\nKhông có lỗi. 0 chương, 0 dữ kiện, 0 giá trị đã đối chiếu.\n"
    )


def test_a_fault_of_the_program_is_one_line(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> None:
        raise KeyError("khóa")

    monkeypatch.setattr(report, "check_project", faulty)
    assert check.main(["--root", str(site)]) == 2
    assert capsys.readouterr().err == (
        "lỗi của chương trình, không phải của bạn (KeyError: 'khóa') → chạy make check TRACE=1 rồi "
        "gửi phần in ra cho người phụ trách mã nguồn\n"
    )
    assert check.main(["--root", str(site), "--trace"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_file_name_that_is_no_text(site: Path) -> None:
    Path(os.fsdecode(os.fsencode(site / "docs") + b"/\xff.md")).write_text("x", encoding="utf-8")
    code = f"from scripts.check import main; main(['--root', {str(site)!r}])"
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.startswith("docs/\\udcff.md:1:1: lỗi: ")
    assert result.stderr == ""


def test_a_transcription_that_is_no_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = site.parent / f"{site.name}-transcriptions" / "ky-yeu.txt"
    text.write_bytes(b"\xff\xfe")
    assert check.main(["--root", str(site), "--sources", str(text.parent)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        f"{text}:1:1: lỗi: tệp mã hóa bằng UTF-16, không phải UTF-8 → mở tệp bằng Notepad, chọn Save As (Lưu thành), Encoding: UTF-8 rồi lưu lại"
    )


def test_the_command_itself() -> None:
    result = run("scripts.check")
    assert result.returncode in (0, 1)
    assert result.stderr == ""
    assert "\x1b" not in result.stdout
