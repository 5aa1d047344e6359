"""The command line over the evidence of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.evidence import coverage_report
from macros.evidence.files import dump, evidence_path
from scripts import evidence as command
from tests.evidence.helpers import number, source

if TYPE_CHECKING:
    from pathlib import Path

A = "Đoạn đầu kể việc lập chi bộ làng Thượng với 12 đảng viên, 4 tổ."
B = "Đoạn sau kể việc mở 3 lớp học ở đình làng Hạ trong mùa đông năm 1950."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    path = evidence_path(root, "nguon-a")
    path.parent.mkdir(parents=True)
    path.write_text(dump(source("nguon-a", A, B)), encoding="utf-8")
    (root / "data" / "sources" / "nguon-a.yml").write_text("title: Thử\n", encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "a.md").write_text("nguon-a#2\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Thử\n", encoding="utf-8")
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "sources"
    path.mkdir()
    (path / "nguon-a.txt").write_text(f"{A}\nMột đoạn mới.\n{B}\n", encoding="utf-8")
    (path / "ghi-chu.txt").write_text("Không phải nguồn.\n", encoding="utf-8")
    return path


def test_regenerate_writes_evidence_and_moves_citations(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--root", str(project), "regenerate", str(folder)]) == 0
    assert capsys.readouterr().out == (
        "docs/a.md: chuyển 1 trích dẫn\ndata/sources/nguon-a.evidence.json: 3 đoạn, đã viết lại\n"
    )
    assert (project / "docs" / "a.md").read_text(encoding="utf-8") == "nguon-a#3\n"
    # A second time there is nothing to do.
    assert command.main(["--root", str(project), "regenerate", str(folder)]) == 0
    assert capsys.readouterr().out == "data/sources/nguon-a.evidence.json: không đổi\n"


def test_a_dry_run_writes_nothing(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert command.main(["--root", str(project), "regenerate", str(folder), "--dry-run"]) == 0
    assert "chuyển 1 trích dẫn" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_lost_paragraph_is_told(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "nguon-a.txt").write_text(f"{A}\n", encoding="utf-8")
    assert command.main(["--root", str(project), "regenerate", str(folder)]) == 1
    assert "docs/a.md:1:9: lỗi: nguon-a#2 trỏ tới đoạn" in capsys.readouterr().err


def test_a_folder_without_transcriptions(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert command.main(["--root", str(project), "regenerate", str(empty)]) == 2
    assert "Không thấy bản chép" in capsys.readouterr().err


def test_coverage_speaks_vietnamese(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "data" / "sources" / "nguon-a.yml").write_text(
        "title: Thử\nkind: báo cáo\nstatus: draft\nspeaks_until: '1950'\nnot_facts:\n"
        "  - { paragraphs: '1', numbers: ['4'], reason: để thử }\n",
        encoding="utf-8",
    )
    claims = [number("12", "nguon-a#1", "đảng viên")]
    monkeypatch.setattr(coverage_report, "claims", lambda archive: claims)
    assert command.main(["--root", str(project), "coverage"]) == 0
    assert capsys.readouterr().out == (
        "nguon-a: 3 con số; 1 đã vào dữ liệu, 1 không phải dữ kiện, 1 còn bỏ ngoài "
        "(riêng: 0 số viết bằng chữ, 0 số đề mục và chú thích)\n"
        "  đoạn 2: kể việc mở [3] lớp học ở đình\n"
    )


def test_coverage_of_a_project_leaves_out_what_its_sources_rule_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "data" / "sources" / "nguon-a.yml").write_text(
        "title: Thử\nkind: báo cáo\nstatus: draft\nspeaks_until: '1950'\nnot_facts:\n"
        "  - { paragraphs: '1-2', numbers: ['4', '3'], reason: để thử }\n"
        "  - { paragraphs: '1', numbers: ['77'], reason: để thử }\n",
        encoding="utf-8",
    )
    assert command.main(["--root", str(project), "coverage"]) == 0
    assert capsys.readouterr().out == (
        "nguon-a: 3 con số; 0 đã vào dữ liệu, 2 không phải dữ kiện, 1 còn bỏ ngoài "
        "(riêng: 0 số viết bằng chữ, 0 số đề mục và chú thích)\n"
        "  đoạn 1: làng thượng với [12] đảng viên\n"
        "  not_facts thừa: “77” (để thử) đã vào dữ liệu, hoặc không có ở đó\n"
    )


def test_coverage_names_the_sentences_that_nothing_tells(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "nguon-a.txt").write_text(f"{A}\nSau đây là phần kế.\n{B}\n", encoding="utf-8")
    assert command.main(["--root", str(project), "regenerate", str(folder)]) == 0
    source = project / "data" / "sources" / "nguon-a.yml"
    source.write_text(
        "title: Thử\nkind: báo cáo\nstatus: draft\nspeaks_until: '1950'\nleft_out:\n"
        "  - { paragraphs: '2', reason: connective }\n",
        encoding="utf-8",
    )
    (project / "docs" / "a.md").write_text(
        '---\ntitle: A\n---\n\nChi bộ làng Thượng lập với 12 đảng viên{{ cite("nguon-a#1") }}.\n',
        encoding="utf-8",
    )
    capsys.readouterr()
    asked = ["--root", str(project), "coverage", "nguon-a"]
    # As the chapters and the data are now, with the words of what is not told.
    assert command.main([*asked, "--sources", str(folder)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "câu" in line]
    assert lines == [
        "  3 câu; 1 đã kể (33%), 1 cố ý không kể (33%), 1 chưa kể",
        f"    nguon-a#3 câu 1: {B}",
    ]
    # Without a transcription as they were counted last, and by numbers alone.
    assert command.main(["--root", str(project), "regenerate", str(folder)]) == 0
    (project / ".sources").unlink()
    capsys.readouterr()
    assert command.main(asked) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "câu" in line]
    assert lines == [
        "  3 câu; 1 đã kể (33%), 1 cố ý không kể (33%), 1 chưa kể",
        "    đoạn 3: chưa kể câu 1",
    ]
