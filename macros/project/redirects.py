"""Addresses that have moved: each leads to one that exists, directly, and exists no more itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.urls import address
from macros.messages.problems import Problem
from macros.messages.suggest import nearest, offered
from macros.project.links import heading_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.model.redirects import Redirect
    from macros.project.links import Pages


def wrong_redirects(pages: Pages) -> Iterator[Problem]:
    """Yield what is wrong with data/redirects.yml, one problem for each entry at most."""
    entries = pages.archive.redirects
    if not entries:
        return
    site = _Site({address(page): page for page in (*pages.docs.pages, *pages.generated)}, pages)
    first: dict[str, Redirect] = {}
    for one in entries:
        if one.old in first:
            line = first[one.old].where().line
            message = f"địa chỉ cũ “{one.old}” đã có ở dòng {line}"
            yield Problem(one.where("old"), message, "giữ một mục")
            continue
        first[one.old] = one
    for one in first.values():
        if problem := _wrong(one, first, site):
            yield problem


class _Site(NamedTuple):
    """The pages of the site under docs/ by their addresses, and what is known of them."""

    by_address: Mapping[str, str]
    pages: Pages

    def has(self, where: str) -> bool | None:
        """Return whether there is such a page or such a place on it; None if that is unknown."""
        path, _, anchor = where.partition("#")
        page = self.by_address.get(path)
        if page is None:
            return False if self.pages.whole else None
        if not anchor:
            return True
        return self._holds(page, anchor)

    def _holds(self, page: str, anchor: str) -> bool | None:
        chapter, _ = self.pages.inspected.get(f"docs/{page}", (None, None))
        if chapter is not None and anchor in heading_ids(chapter):
            return True  # without rendering the page
        known = self.pages.anchors(page)
        return None if known is None else anchor in known

    def near(self, where: str) -> str | None:
        """Return the existing address that was meant, if one is near."""
        path, _, anchor = where.partition("#")
        if path not in self.by_address:
            return nearest(path, self.by_address)
        known = self.pages.anchors(self.by_address[path])
        found = nearest(anchor, known or ())
        return f"{path}#{found}" if found else None


def _wrong(one: Redirect, entries: Mapping[str, Redirect], site: _Site) -> Problem | None:
    if site.has(one.old):
        what = "mục" if "#" in one.old else "trang"
        return Problem(
            one.where("old"),
            f"địa chỉ cũ “{one.old}” vẫn còn là một {what}",
            f"xóa mục này, hoặc đổi tên {what} ấy",
        )
    if one.new in entries:
        last = _end(one, entries)
        remedy = f"viết thẳng {last}" if last else "sửa để một địa chỉ còn tồn tại đứng cuối"
        message = f"địa chỉ mới “{one.new}” cũng đã đổi" + ("" if last else ", thành vòng")
        return Problem(one.where("new"), message, remedy)
    if site.has(one.new) is False:
        return Problem(
            one.where("new"),
            f"không có địa chỉ mới “{one.new}”",
            offered(site.near(one.new), "viết một trang hay mục đang có"),
        )
    page = one.old.partition("#")[0]
    if page != one.old and page not in entries and site.has(page) is False:
        return Problem(
            one.where("old"),
            f"trang “{page}” của mục cũ này không còn, mà chưa có nơi chuyển đến",
            f"thêm một mục cho cả trang: old: {page}",
        )
    return None


def _end(one: Redirect, entries: Mapping[str, Redirect]) -> str | None:
    """Return where a chain of entries ends, None for a circle."""
    seen = {one.old}
    where = one.new
    while where in entries:
        if where in seen:
            return None
        seen.add(where)
        where = entries[where].new
    return where
