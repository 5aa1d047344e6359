"""Checks that the navigation and docs/ agree: every chapter listed once, every entry a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.addresses.places import family_of, place_of
from macros.catalogue.pages import generated_pages
from macros.chapter import LinkTarget
from macros.messages.nouns import NOUNS
from macros.messages.problems import About, Position, Problem
from macros.project.navigation import CONFIG, Navigation, NavigationPage
from macros.project.paths import meant, same_file
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from macros.archive import Archive, Dossier
    from macros.chapter import Chapter


def about_page(page: str, navigation: Navigation, refused: Collection[str]) -> About:
    """Return what all problems that come from one missing file of docs/ have in common.

    That is the file or its folder, where one is there but refused; else its line in the navigation.
    """
    path = f"docs/{page}"
    within = (one for one in refused if path.startswith(f"{one}/") or same_file(one, path))
    if there := next(within, None):
        return About(there, "", "")
    listed = any(one.page == page for one in navigation.listed)
    remedy = f"thêm docs/{page}, hoặc sửa các chỗ ấy"
    return About(CONFIG if listed else "", page, remedy)


def compare(
    navigation: Navigation,
    pages: Collection[str],
    chapters: Mapping[str, Chapter],
    refused: Collection[str],
    all_listed: Callable[[], bool],
) -> Iterator[Problem]:
    """Yield a problem wherever the navigation and the `pages` under docs/ disagree.

    `chapters` are those of the pages that could be read, `refused` the paths from the root that
    may not be read; `all_listed` says whether the navigation must list every page.
    """
    if not navigation.known:
        return
    waiting = [
        page
        for page in chapters
        if not navigation.leaves_out(page) and all(one.page != page for one in navigation.listed)
    ]
    first: dict[str, Position] = {}
    gone = [
        one.page for one in navigation.listed if one.page not in pages and not family_of(one.page)
    ]
    for one in navigation.listed:
        if one.page in first:
            message = (
                f"“{one.page}” có hai lần trong mục lục, lần đầu ở dòng {first[one.page].line}"
            )
            yield Problem(one.position, message, "xóa một dòng")
        first.setdefault(one.page, one.position)
        if one.page in gone:
            alone = len(gone) == len(waiting) == 1 and _folder(gone[0]) == _folder(waiting[0])
            found = waiting[0] if alone else meant(one.page, waiting) or meant(one.page, pages)
            if found in waiting:
                waiting.remove(found)
            yield _missing(one, found, navigation, refused)
    for page in waiting if waiting and all_listed() else ():
        yield _unlisted(page, navigation, chapters)


def _missing(
    one: NavigationPage, found: str | None, navigation: Navigation, refused: Collection[str]
) -> Problem:
    about = about_page(one.page, navigation, refused)
    message = f"mục lục nhắc đến “{one.page}” nhưng không có tệp ấy"
    remedy = f"sửa thành “{found}”" if found else f"xóa dòng này, hoặc thêm tệp docs/{one.page}"
    return Problem(one.position, message, remedy, about=about)


def _unlisted(page: str, navigation: Navigation, chapters: Mapping[str, Chapter]) -> Problem:
    title = chapters[page].front_matter.title if page in chapters else ""
    return Problem(
        Position(f"docs/{page}"),
        "chương chưa có trong mục lục",
        f"thêm vào nav của {CONFIG} {line_to_add(page, title, navigation)}",
        about=About(f"docs/{page}", "nav", ""),
    )


def _folder(page: str) -> str:
    return page.rpartition("/")[0]


def line_to_add(page: str, title: str, navigation: Navigation) -> str:
    """Return, in words, the line to add to the navigation for a page, and where to add it."""
    siblings = [one for one in navigation.listed if _folder(one.page) == _folder(page)]
    shown = f"'{title}'" if ": " in title else title
    line = f"dòng “- {shown}: {page}”" if title else f"dòng “- {page}”"
    return f"{line}, dưới dòng {siblings[-1].position.line}" if siblings else line


def in_place_of_generated(chapters: Mapping[str, Chapter], archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each chapter that is served where a page made from the data would be.

    With the same macro call it may, because other pages link to the anchors that this call makes.
    """
    own = {page: _flat(page) for page in chapters if family_of(_flat(page))}
    generated = generated_pages(archive) if own else {}
    for page, address in own.items():
        if address not in generated:
            continue
        call = generated[address].body.rstrip().rpartition("\n")[2]
        if call not in chapters[page].body or page != address:
            yield Problem(
                Position(f"docs/{page}"),
                "thế chỗ trang mà chương trình dựng từ dữ liệu, nơi các trang khác dẫn đến",
                f"đổi tên tệp; nếu muốn tự viết trang ấy thì đặt ở docs/{address}, có dòng {call}",
            )


def _flat(page: str) -> str:
    """Return the path of a page that has the same address: `a.md` for `a/index.md`."""
    return page.removesuffix("/index.md") + ".md" if page.endswith("/index.md") else page


_SHOWING = {
    "congress": "congress_table()",
    "conflict": "conflicts()",
    "promise": "promises()",
}
"""For each kind of fact, the macro that shows such facts on a page of the volume."""


def missing_pages(
    archive: Archive,
    pages: Collection[str],
    chapters: Mapping[str, Chapter],
    navigation: Navigation,
) -> Iterator[Problem]:
    """Yield a problem for each missing page under docs/ to which links would lead."""
    for dossier in archive.volumes:
        front = f"{dossier.id}/index.md"
        own = [
            one for one in archive.dossiers.values() if archive.volume_of.get(one.id) == dossier.id
        ]
        needed = dict(
            filter(None, (_needed(one, kind, archive) for one in own for kind in _SHOWING))
        )
        lacking = [page for page in (front, *needed) if page not in pages]
        if front in lacking:
            yield _no_volume(dossier, lacking)
            continue
        for page in lacking:
            kind, position = needed[page]
            about = about_page(page, navigation, ())
            if not about.home:
                about = About(position.path, page, "")
            title = _title(page, kind, chapters)
            message = (
                f"{NOUNS[kind]} của tập “{dossier.id}” cần trang docs/{page}, chưa có trang ấy"
            )
            remedy = (
                f"tạo docs/{page} (title: {title}, organization: {dossier.id}, rồi một dòng "
                f"{{{{ {_SHOWING[kind]} }}}}) và thêm vào nav của {CONFIG} "
                f"{line_to_add(page, title, navigation)}"
            )
            yield Problem(position, message, remedy, about=about)


def _needed(
    dossier: Dossier, kind: str, archive: Archive
) -> tuple[str, tuple[str, Position]] | None:
    """Return the page that links to facts of a kind need, the kind, and the position of a fact."""
    if kind == "congress" and dossier.meetings:
        first = dossier.meetings[0]
        target, position = LinkTarget(kind, first.key, dossier.id), first.where()
    elif kind == "conflict" and dossier.conflicts:
        conflict = dossier.conflicts[0]
        target, position = LinkTarget(kind, conflict.id, dossier.id), conflict.where()
    elif kind == "promise" and (promises := [one for one in dossier.statements if one.followed]):
        target, position = LinkTarget(kind, promises[0].id, dossier.id), promises[0].where()
    else:
        return None
    place = place_of(target, archive)
    return (place.page, (kind, position)) if place else None


def _no_volume(dossier: Dossier, lacking: list[str]) -> Problem:
    listed = ", ".join(f"docs/{page}" for page in lacking)
    return Problem(
        dossier.organization.where("listed"),
        f"tổ chức “{dossier.id}” có tập riêng (listed: true) nhưng chưa có {listed}",
        f"tạo các trang ấy, theo trang cùng tên của tập khác, và thêm vào nav của {CONFIG} "
        f"các dòng {', '.join(f'“- {page}”' for page in lacking)}; tổ chức không có tập riêng thì "
        "bỏ listed",
    )


def _title(page: str, kind: str, chapters: Mapping[str, Chapter]) -> str:
    """Return the title that other volumes give to the page of this name, or the noun."""
    name = page.rpartition("/")[2]
    same = (one for path, one in chapters.items() if path.rpartition("/")[2] == name)
    other = next(same, None)
    return other.front_matter.title if other else capital(NOUNS[kind])
