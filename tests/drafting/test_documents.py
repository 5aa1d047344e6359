"""Proposed documents: what the paragraph says, and nothing that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.archive.complete import load_archive
from macros.drafting.documents import Draft, Known, drafts, untold
from scripts.draft import main
from tests.small_site import SOURCE, write_site

LINES = [
    "Ngày 02/3/1950, Tỉnh ủy ra Quyết định số 12-QĐ/TU thành lập Đảng bộ xã.",
    "Thực hiện Chỉ thị số 05-CT/TU ngày 10/5/1953 của Tỉnh ủy Sông Mây về việc mở lớp học cho cán bộ xã; "
    "Kế hoạch 07 - KH/ĐU, ngày 12/6/1953.",
    "Năm 1954, xã sơ kết Chỉ thị số 05-CT/TU và Nghị quyết 8-NQ/HU.",
    "Kế hoạch số 07-KH/ĐU, ngày 01/2/1957 của Đảng ủy xã.",
    "Theo các văn bản 10,11-HD/BTG.",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_site(tmp_path / "site")
    folder = tmp_path / "ban-chep"
    folder.mkdir()
    (folder / "ky-yeu.txt").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return root


@pytest.fixture
def known(root: Path) -> Known:
    return Known(load_archive(root)[0], "ky-yeu")


def test_documents_with_kind_day_and_paragraphs(known: Known) -> None:
    found = {(one.symbol, one.date): one for one in drafts(LINES, known)}
    assert list(found) == [
        ("12-QĐ/TU", ""), ("05-CT/TU", "1953-05-10"), ("07-KH/ĐU", "1953-06-12"),
        ("8-NQ/HU", ""), ("07-KH/ĐU", "1957-02-01"), ("10-HD/BTG", ""), ("11-HD/BTG", ""),
    ]  # fmt: skip
    directive = found["05-CT/TU", "1953-05-10"]
    assert (directive.kind, directive.paragraphs) == ("directive", [2, 3])
    assert directive.about == "mở lớp học cho cán bộ xã"
    assert directive.id == "chi-thi-05-ct-tu-1953"
    assert found["8-NQ/HU", ""].kind == "resolution"
    assert found["10-HD/BTG", ""].kind == ""


def test_a_day_that_is_not_the_documents_is_not_taken(known: Known) -> None:
    [one] = drafts(["Quyết định số 3-QĐ/TU được phổ biến ngày 10/5/1953."], known)
    assert one.date == ""


def test_the_issuer_is_known_by_the_letters_or_asked(known: Known) -> None:
    assert known.issuer("99-CT/TU") == "tinh-uy-song-may"
    assert known.issuer("99-CT/XX") == ""


def test_what_the_data_have_is_not_proposed(root: Path, known: Known) -> None:
    archive, _ = load_archive(root)
    documents = [one for issuer in archive.issuers.values() for one in issuer.documents]
    symbols = [one.symbol for one in untold(drafts(LINES, known), documents)]
    assert "12-QĐ/TU" not in symbols
    assert len(symbols) == 6
    # Numbers begin anew in every term.
    assert untold([Draft("12-QĐ/TU", date="1999-01-01")], documents)
    assert not untold([Draft("12-QĐ/TU", date="1950-03-02")], documents)


def test_the_command_writes_beside_the_transcription(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root.parent / "ban-chep"
    assert main(["--root", str(root), "ky-yeu", "--kind", "văn bản", "--sources", str(folder)]) == 0
    text = (folder / "ky-yeu.draft.yml").read_text(encoding="utf-8")
    assert "6 văn bản" in capsys.readouterr().out
    assert "kind: Văn bản loại nào?" in text
    items = yaml.safe_load(text)
    assert items[0] == {
        "to": "data/documents/tinh-uy-song-may.yml", "list": "documents", "accept": False,
        "record": {
            "id": "chi-thi-05-ct-tu-1953", "kind": "directive", "symbol": "05-CT/TU",
            "date": "1953-05-10", "cite": "ky-yeu#2-3",
        },
    }  # fmt: skip
    assert not list(root.rglob("*.draft.yml"))


def test_the_measure_counts_what_the_data_cite(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (root / SOURCE).is_file()
    assert main(["--root", str(root), "--measure", "--sources", str(root.parent / "ban-chep")]) == 0
    told = capsys.readouterr().out.splitlines()
    documents = [line for line in told if line.startswith("  văn bản")]
    assert documents[-1].startswith(
        "  văn bản: 1/1 dữ kiện được đề nghị (100%), 1/7 đề nghị đúng (14%)"
    )


@pytest.mark.parametrize("source", ["", "khong-co"])
def test_without_a_transcription_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    assert main(["--root", str(root), source, "--sources", str(root.parent / "ban-chep")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
