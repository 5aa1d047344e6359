"""What the chapters of a project can link to: pages (also generated ones), pictures, sections."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from macros.addresses.places import family_of
from macros.admission.docs import DOCS
from macros.catalogue import registry
from macros.catalogue.pages import generated_pages
from macros.chapter import ChapterError, expand
from macros.checks.links import Known

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from macros.archive import Archive
    from macros.chapter import Chapter, Inspection, LinkTarget
    from macros.chapter.folder import Docs

_ID = re.compile(r'\sid="([^"]+)"')


class _NoAddresses:
    """A linker for pages of which only the anchors are needed."""

    def url(self, _target: LinkTarget, _origin: str, /) -> str:
        """Return no address."""
        return ""


def link_targets(
    docs: Docs,
    inspected: Mapping[str, tuple[Chapter, Inspection]],
    archive: Archive,
    render: Callable[[str], str],
) -> Known:
    """Return what can be linked to; the sections of a page are read only if a link names one."""

    @cache
    def generated() -> Collection[str]:
        return frozenset(generated_pages(archive))

    @cache
    def sections(page: str) -> Collection[str] | None:
        found = inspected.get(f"{DOCS}/{page}")
        if found is None or found[1].problems:
            return None
        try:
            text = expand(found[0], archive, _NoAddresses(), registry=registry, inspection=found[1])
        except ChapterError:
            return None
        return frozenset(_ID.findall(render(text)))

    return Known(
        docs.pages,
        frozenset(docs.pictures),
        frozenset(one.position.path.removeprefix(f"{DOCS}/") for one in docs.problems),
        lambda page: page in docs.pages or (family_of(page) is not None and page in generated()),
        sections,
    )
