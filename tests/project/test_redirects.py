"""Addresses that have moved: each mistake in data/redirects.yml is told in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.project.check import check_project
from macros.project.project import Project
from tests.small_site import put, write_site

if TYPE_CHECKING:
    from pathlib import Path

FILE = "data/redirects.yml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("moved") / "site")


def messages(site: Path, *entries: str) -> list[str]:
    put(site, FILE, "redirects:\n" + "".join(f"  - {{ {one} }}\n" for one in entries))
    return [str(one).removeprefix(FILE) for one in check_project(Project(site)).problems]


def test_right_ones_are_no_problem(site: Path) -> None:
    assert (
        messages(
            site,
            "old: may-thuong/lich-su/, new: may-thuong/",
            '"old": "may-thuong/lich-su/#doi-dau", new: "may-thuong/dai-hoi/#dai-hoi-i"',
            'old: "may-thuong/#ten-cu", new: "may-thuong/#dang-bo-xa-may-thuong"',
            "old: tra-cuu/nhan-vat/ly-van-sai/, new: tra-cuu/nhan-vat/",
            'old: "may-thuong/so-lieu/#cu", new: "may-thuong/so-lieu/#dang-vien-1955"',
        )
        == []
    )


SLIPS = {
    "the old page is still there": (
        ["old: may-thuong/dai-hoi/, new: may-thuong/"],
        ":2:12: lỗi: địa chỉ cũ “may-thuong/dai-hoi/” vẫn còn là một trang → xóa mục này, hoặc đổi tên trang ấy",
    ),
    "the old place is still there": (
        ['old: "may-thuong/so-lieu/#dang-vien-1955", new: may-thuong/'],
        ":2:12: lỗi: địa chỉ cũ “may-thuong/so-lieu/#dang-vien-1955” vẫn còn là một mục → xóa mục này, hoặc đổi tên mục ấy",
    ),
    "no such new page": (
        ["old: may-thuong/cu/, new: may-thuong/dai-hoii/"],
        ":2:33: lỗi: không có địa chỉ mới “may-thuong/dai-hoii/” → có phải ý bạn là “may-thuong/dai-hoi/”?",
    ),
    "no such new place": (
        ['old: may-thuong/cu/, new: "may-thuong/so-lieu/#dang-vienn-1955"'],
        ":2:33: lỗi: không có địa chỉ mới “may-thuong/so-lieu/#dang-vienn-1955” → có phải ý bạn là “may-thuong/so-lieu/#dang-vien-1955”?",
    ),
    "a chain": (
        ["old: may-thuong/a/, new: may-thuong/b/", "old: may-thuong/b/, new: may-thuong/"],
        ":2:32: lỗi: địa chỉ mới “may-thuong/b/” cũng đã đổi → viết thẳng may-thuong/",
    ),
    "one address twice": (
        ["old: may-thuong/a/, new: may-thuong/", "old: may-thuong/a/, new: may-thuong/so-lieu/"],
        ":3:12: lỗi: địa chỉ cũ “may-thuong/a/” đã có ở dòng 2 → giữ một mục",
    ),
    "a place of a page that is gone": (
        ['old: "may-thuong/a/#b", new: may-thuong/'],
        ":2:12: lỗi: trang “may-thuong/a/” của mục cũ này không còn, mà chưa có nơi chuyển đến → thêm một mục cho cả trang: old: may-thuong/a/",
    ),
    "an address with its host": (
        ["old: https://su.example/may-thuong/a/, new: may-thuong/"],
        ":2:12: lỗi: “old” (Địa chỉ cũ): địa chỉ “https://su.example/may-thuong/a/” không đúng dạng → viết may-thuong/a/",
    ),
    "a file of docs/": (
        ["old: docs/may-thuong/a.md, new: may-thuong/"],
        ":2:12: lỗi: “old” (Địa chỉ cũ): địa chỉ “docs/may-thuong/a.md” không đúng dạng → viết may-thuong/a/",
    ),
    "a question mark": (
        ['old: "may-thuong/a/?b=1", new: may-thuong/'],
        ":2:12: lỗi: “old” (Địa chỉ cũ): địa chỉ “may-thuong/a/?b=1” không đúng dạng → viết tap/chuong/ hoặc tap/chuong/#muc",
    ),
}


@pytest.mark.parametrize(("entries", "line"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_in_one_line(site: Path, entries: list[str], line: str) -> None:
    assert messages(site, *entries) == [line]


def test_a_circle_is_told_at_each_of_its_entries(site: Path) -> None:
    found = messages(
        site, "old: may-thuong/a/, new: may-thuong/b/", "old: may-thuong/b/, new: may-thuong/a/"
    )
    assert found == [
        ":2:32: lỗi: địa chỉ mới “may-thuong/b/” cũng đã đổi, thành vòng → sửa để một địa chỉ còn tồn tại đứng cuối",
        ":3:32: lỗi: địa chỉ mới “may-thuong/a/” cũng đã đổi, thành vòng → sửa để một địa chỉ còn tồn tại đứng cuối",
    ]
