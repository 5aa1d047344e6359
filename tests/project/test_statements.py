"""A statement that no chapter shows or tells is noted; a call that shows none is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.project.check import check_project
from macros.project.project import Project
from tests.small_site import CHAPTER, put, write_site

if TYPE_CHECKING:
    from pathlib import Path

STATEMENTS = "data/organizations/may-thuong/statements.yml"
TWO = """\
statements:
  - { id: it-trau, kind: shortcoming, text: "làng còn thiếu trâu", domain: economy, cite: so-tay#tr.1 }
  - { id: it-lua, kind: shortcoming, text: "lúa còn ít", domain: economy, period: "1955", cite: ky-yeu#4 }
"""
SOURCE = """\
title: Sổ tay
kind: sổ tay
status: final
speaks_until: "1960"
transcribed: false
"""


def messages(root: Path, word: str = "đọc được") -> list[str]:
    """Return what is told with a word, by default of statements, and all mistakes of chapters."""
    found = map(str, check_project(Project(root)).problems)
    return [one for one in found if word in one or one.startswith("docs/")]


def site(tmp_path: Path, call: str = "") -> Path:
    root = write_site(tmp_path / "site")
    put(root, STATEMENTS, TWO)
    put(root, "data/sources/so-tay.yml", SOURCE)
    text = (root / CHAPTER).read_text(encoding="utf-8")
    put(root, CHAPTER, f"{text}\n{call}\n")
    return root


def test_each_is_noted_until_a_chapter_shows_or_tells_it(tmp_path: Path) -> None:
    first, _ = messages(site(tmp_path))
    assert first == (
        f"{STATEMENTS}:2:5: ghi chú: chưa chương nào chèn hay kể nhận định “it-trau”, nên không ai "
        'đọc được → chèn {{ statements(["it-trau"]) }} vào một chương của “may-thuong”, hoặc kể '
        "trong bài kèm cite"
    )
    assert messages(site(tmp_path / "shown", '{{ statements(kind="shortcoming") }}')) == []
    prose = 'Sách kể lúa còn ít{{ cite("ky-yeu#3-4") }}.\n\n{{ statements(["it-trau"]) }}'
    assert messages(site(tmp_path / "told", prose)) == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            'statements(["it-trau"], kind="shortcoming")',
            "statements vừa kể mã vừa chọn theo loại, lĩnh vực hay thời kỳ "
            "→ bỏ kind, domain, period, hoặc bỏ danh sách mã",
        ),
        (
            'statements(["it-trau", "it-trau"])',
            "statements kể “it-trau” 2 lần → kể mỗi mã một lần",
        ),
        ('statements(["it-trua"])', "có phải ý bạn là “it-trau”?"),
        ('statements(kind="hạn chế")', "không nhận “hạn chế” → viết “shortcoming”"),
        ('statements(kind="lessons")', "có phải ý bạn là “lesson”?"),
        ('statements(domain="economics")', "có phải ý bạn là “economy”?"),
        (
            'statements(kind="lesson")',
            "tổ chức “may-thuong” chưa có nhận định nào như lời gọi này chọn → thêm nhận định vào "
            f"{STATEMENTS}, sửa cách chọn (chỉ nhận định có period nằm trong period của lời gọi mới "
            "được chọn), hoặc bỏ lời gọi",
        ),
        ('statements(period="1955-1960")', "period: "),
    ],
)
def test_a_call_that_shows_none_is_told_once(tmp_path: Path, call: str, message: str) -> None:
    root = site(tmp_path, f"{{{{ {call} }}}}")
    (found,) = [one for one in messages(root) if one.startswith(f"{CHAPTER}:")]
    assert message in found


def test_only_what_lies_in_the_period_is_shown(tmp_path: Path) -> None:
    root = site(tmp_path, '{{ statements(period="1951/1955") }}')
    (note,) = messages(root)
    assert "“it-trau”" in note


def test_an_id_that_is_typed_over_is_told_once(tmp_path: Path) -> None:
    root = site(tmp_path, '{{ statements(["it-lua"]) }}')
    put(root, STATEMENTS, TWO.replace("id: it-lua", "id: it-trau"))
    (found,) = messages(root, "đã có ở")
    assert found.startswith(f"{STATEMENTS}:3:11: lỗi: dữ kiện “it-trau” đã có ở {STATEMENTS}:2:11")
    assert "mã “it-lua” mà " in found
    assert "thì không còn → trả mã “it-lua” cho mục vốn mang mã ấy" in found
