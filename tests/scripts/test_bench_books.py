"""The benchmark of books prints what it says, and says what it printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.bench.books import Printing, Shelf, books_to_json, books_to_markdown, print_shelf
from tests.small_site import write_site


def test_books_of_one_organization_are_printed_each_way(tmp_path: Path) -> None:
    told: list[str] = []
    shelf = print_shelf(write_site(tmp_path), 1, told.append)
    ours, plain = shelf.printings
    assert [one.name for one in (ours, plain)] == [
        "Từng tập, 1 tiến trình",
        "WeasyPrint gốc, 1 tiến trình",
    ]
    assert ours.pages > 3
    # The corrections change lines here and there, and so perhaps a page.
    assert abs(ours.pages - plain.pages) <= 2
    assert all(one.wall > 0 and one.cpu > 0 and one.memory > 50_000_000 for one in (ours, plain))
    assert told[1].startswith(f"  Từng tập, 1 tiến trình: {ours.pages} trang")
    json.dumps(books_to_json([shelf]))


def test_the_report_sets_processes_and_the_peer_side_by_side() -> None:
    shelf = Shelf(
        5,
        (
            Printing("Từng tập, 1 tiến trình", 1, 5, 1000, 50, 50, 300_000_000),
            Printing("Từng tập, 2 tiến trình", 2, 5, 1000, 26, 51, 300_000_000),
            Printing("WeasyPrint gốc, 1 tiến trình", 1, 5, 1000, 125, 100, 400_000_000),
        ),
    )
    report = books_to_markdown([shelf])
    assert "| Từng tập, 2 tiến trình | 5 | 1.000 | 26,0 | 38,5 | 51,0 | 300 |" in report
    assert "2 tiến trình nhanh gấp 1,92 lần một tiến trình." in report
    assert (
        "Một tiến trình: 2,50 lần tốc độ WeasyPrint gốc, tính theo giây xử lý 2,00 lần." in report
    )


@pytest.mark.parametrize("only", ["sites", "books", "photographs"])
def test_the_command_measures_what_it_is_told(
    only: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from scripts.bench import __main__ as command

    asked: list[str] = []
    monkeypatch.setattr(command, "PROGRAM", tmp_path)
    monkeypatch.setattr(command, "OUTPUT", tmp_path / "dist")
    monkeypatch.setattr(command, "_sites", lambda _: asked.append("sites") or [])
    monkeypatch.setattr(command, "_books", lambda _: asked.append("books") or [])
    monkeypatch.setattr(command, "_albums", lambda _: asked.append("photographs") or [])
    assert command.main(["--only", only]) == 0
    assert asked == [only]
    assert json.loads((tmp_path / "dist/report.json").read_text())["books"] == []
    assert "Đo thời gian dựng" in capsys.readouterr().out
