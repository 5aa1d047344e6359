"""The figures that the chapters show: by calls, and by pictures beside a chapter with a caption."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.admission.docs import DOCS
from macros.archive.arrangement import arranged
from macros.archive.figures import PLATES, Figures, file_key, numbered
from macros.chapter import Context, Registry, expand
from macros.chapter.links import links
from macros.chapter.registry import Shown
from macros.project.links import Nowhere
from macros.rendering.templates import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from markupsafe import Markup

    from macros.archive import Archive
    from macros.chapter import Call, Chapter, Inspection

_CALL = "data-call"
_EVERY_STATISTIC = "statistics_all"
"""The macro whose rows are the places of the statistics of an organization."""
_TARGETS = ("targets_chart", "targets_table")
"""The macros whose rows are the places of targets."""


def figures_of(
    archive: Archive,
    chapters: Mapping[str, Chapter],
    inspected: Mapping[str, tuple[Chapter, Inspection]],
    to_html: Callable[[str], str],
) -> Figures:
    """Return the figures of all chapters.

    `chapters` are in the order of the navigation, by path under docs/; `inspected` are by path from
    the root; `to_html` turns expanded Markdown into HTML. Pages with mistakes are left out.
    """
    pages = {
        path.removeprefix(f"{DOCS}/"): tuple(_shown(archive, chapter, inspection, to_html))
        for path, (chapter, inspection) in inspected.items()
        if not inspection.problems
    }
    volumes = {
        volume.id: numbered(
            ((page, pages.get(page, ())) for page in arranged(volume.id, chapters)),
            gathered=archive.edition.of(volume.id).pictures == PLATES,
        )
        for volume in archive.volumes
    }
    keys = {page: tuple(one.key for one in own) for page, own in pages.items()}
    checked = inspected.values()
    return Figures(volumes, keys, _tables(checked), _targets(checked))


def _tables(inspected: Iterable[tuple[Chapter, Inspection]]) -> dict[str, str]:
    """Return the page that shows every statistic of an organization, the first of several."""
    found: dict[str, str] = {}
    for chapter, inspection in inspected:
        for call in () if inspection.problems else inspection.calls:
            if call.macro.name == _EVERY_STATISTIC and call.organization:
                found.setdefault(call.organization, chapter.path.removeprefix(f"{DOCS}/"))
    return found


def _targets(inspected: Iterable[tuple[Chapter, Inspection]]) -> dict[tuple[str, str], str]:
    """Return the page that shows each table of targets, the first of several."""
    found: dict[tuple[str, str], str] = {}
    for chapter, inspection in inspected:
        for call in () if inspection.problems else inspection.calls:
            if call.macro.name in _TARGETS and call.organization:
                table = str(call.arguments["table"])
                found.setdefault((call.organization, table), chapter.path.removeprefix(f"{DOCS}/"))
    return found


def _shown(
    archive: Archive, chapter: Chapter, inspection: Inspection, to_html: Callable[[str], str]
) -> Iterator[Shown]:
    """Yield the figures of a chapter in their order."""
    if not any(one.picture for one in links(chapter)):
        for call in inspection.calls:
            yield from _by_call(archive, chapter, call)
        return
    from lxml import html  # large, and few chapters bring pictures

    # Only Markdown knows which picture is a paragraph of its own.
    page = chapter.path.removeprefix(f"{DOCS}/")
    made = html.fragment_fromstring(
        to_html(_outlined(archive, chapter, inspection)), create_parent="div"
    )
    for figure in made.iter("figure"):
        if at := figure.get(_CALL):
            yield from _by_call(archive, chapter, inspection.calls[int(at)])
        elif (picture := figure.find("img")) is not None:
            yield Shown(file_key(page, str(picture.get("src"))))


def _by_call(archive: Archive, chapter: Chapter, call: Call) -> Iterable[Shown]:
    if call.macro.figures is None:
        return ()
    context = Context(chapter.path, call.organization, archive)
    return call.macro.figures(context, call.arguments)


def _outlined(archive: Archive, chapter: Chapter, inspection: Inspection) -> str:
    """Return the Markdown of a chapter with an empty figure for each call."""
    calls = tuple(
        replace(call, macro=replace(call.macro, render=_numbered(at)))
        for at, call in enumerate(inspection.calls)
    )
    outlined = replace(inspection, calls=calls)
    return expand(chapter, archive, Nowhere(), registry=Registry(), inspection=outlined)


def _numbered(at: int) -> Callable[..., Markup]:
    mark = render("figure_place", at=at)
    return lambda *_, **__: mark
