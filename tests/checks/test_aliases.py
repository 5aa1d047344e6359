"""An alias is another name, and is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.checks import aliases, leadership
from tests.support import told

if TYPE_CHECKING:
    from pathlib import Path

PERSON = "data/people/ly-van-ba.yml"
ORGANIZATION = "data/organizations/khoi/organization.yml"


def of_person(name: str, more: str = "") -> dict[str, str]:
    alias = f"aliases: [{{id: a, name: {name}, kind: secret, cite: ky-yeu#2{more}}}]"
    return {PERSON: f"name: Lý Văn Ba\nother_names: [Lí Văn Bá]\n{alias}"}


def of_organization(name: str, more: str = "") -> dict[str, str]:
    alias = f"aliases: [{{id: a, name: {name}, kind: code-name, cite: ky-yeu#2{more}}}]"
    names = "names: [{id: n, name: Chi bộ Khe, cite: ky-yeu#2}]"
    head = "kind: party\nshort_name: Chi bộ Khe Sao\nother_names: [CB Khe]"
    return {ORGANIZATION: f"{head}\n{names}\n{alias}"}


@pytest.mark.parametrize("name", ["Lý Văn Ba", "lý  văn ba", "Lí Văn Ba"])
def test_the_name_of_a_person_is_no_alias(tmp_path: Path, name: str) -> None:
    (line,) = told(aliases.another_name, tmp_path, of_person(name))
    assert line.startswith(f"{PERSON}:3:25: lỗi: “")
    assert line.endswith("” đã là tên chính → xóa mục này, hoặc sửa tên")


@pytest.mark.parametrize("name", ["Chi bộ Khe Sao", "Chi bộ Khe"])
def test_no_more_is_a_name_of_an_organization(tmp_path: Path, name: str) -> None:
    (line,) = told(aliases.another_name, tmp_path, of_organization(name))
    assert line == (
        f"{ORGANIZATION}:5:25: lỗi: “{name}” đã là tên chính → xóa mục này, hoặc sửa tên"
    )


@pytest.mark.parametrize(
    "files", [of_person("Lí Văn Bá"), of_organization("CB Khe")], ids=["person", "organization"]
)
def test_another_spelling_is_told_once(tmp_path: Path, files: dict[str, str]) -> None:
    (line,) = told(aliases.another_name, tmp_path, files)
    assert ":25: lỗi: “Lí Văn Bá”" in line or ":25: lỗi: “CB Khe”" in line
    assert line.endswith(
        "” vừa ở aliases vừa ở other_names → xóa ở other_names: other_names chỉ dành cho cách "
        "viết khác của tên"
    )


@pytest.mark.parametrize(
    "files", [of_person("Sáu"), of_organization("Suối Trong")], ids=["person", "organization"]
)
def test_another_name_is_one(tmp_path: Path, files: dict[str, str]) -> None:
    assert told(aliases.another_name, tmp_path, files) == []


@pytest.mark.parametrize("of", [of_person, of_organization])
def test_an_alias_ends_after_it_began(tmp_path: Path, of: object) -> None:
    files = of_person if of is of_person else of_organization
    wrong = files("Sáu", ', start_date: "1945", end_date: "1941"')
    (line,) = told(leadership.ends_before_start, tmp_path, wrong)
    assert "ngày kết thúc năm 1941 đứng trước ngày bắt đầu năm 1945" in line
    right = files("Sáu", ', start_date: "1941", end_date: "1945"')
    assert told(leadership.ends_before_start, tmp_path, right) == []
