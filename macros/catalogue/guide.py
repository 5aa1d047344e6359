"""Macros of the editors' guide: the macros and the fields, generated from the code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from markupsafe import Markup

from macros.catalogue.registry import registry
from macros.chapter.registry import Choice
from macros.model.explained import RECORDS
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page

RecordName = Annotated[str, Choice(*RECORDS)]


@registry.macro(block=True)
def macro_guide(page: Page) -> Markup:
    """Every macro that editors may call, with what it does and how it is written."""
    from macros.views import guide as views

    return render("macro_guide", macros=views.macros(registry))


@registry.macro(block=True)
def field_guide(page: Page, record: RecordName) -> Markup:
    """The fields of one kind of record: key, label, whether required, what to write."""
    from macros.views import guide as views

    return render("field_guide", guide=views.fields(record))


@registry.macro(block=True)
def code_guide(page: Page) -> Markup:
    """Every code of the closed lists: what is typed, its Vietnamese word, which fields take it."""
    from macros.views import guide as views

    return render("code_guide", lists=views.codes())
