"""Macros that show one value of one fact within a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive import Archive, split_reference
from macros.archive.advice import missing_fact
from macros.catalogue.registry import (
    Faults,
    OrganizationId,
    dossier_of,
    needs_organization,
    readable,
    registry,
)
from macros.chapter.page import Context
from macros.messages.suggest import did_you_mean
from macros.model.files import ORGANIZATION_FILES
from macros.rendering.templates import render
from macros.rules import fact_dates

if TYPE_CHECKING:
    from macros.views.common import Page


def _a_dated_fact(
    context: Context[Archive],
    fact: str,
    end: bool = False,
    organization: str | None = None,
    cite: bool = True,
    capital: bool = False,
) -> Faults:
    """The fact exists and has the date that the call asks for."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None:
        return
    record = context.archive.fact(fact, dossier.id)
    if record is None:
        # A fact may be in a file that could not be read; that file is already reported.
        if all(readable(context, stem) for stem in ORGANIZATION_FILES):
            otherwise = "sửa mã, hoặc viết ma-to-chuc/ma-du-kien, changes/ma-thay-doi"
            yield (
                f"tổ chức “{dossier.id}” không có dữ kiện “{fact}”",
                did_you_mean(fact, dossier.facts, otherwise),
                missing_fact(*split_reference(fact, dossier.id)),
            )
    elif fact in dossier.repeated:
        return  # it is unknown which is meant, and that is told
    elif fact_dates.date_of(context.archive, dossier, record, end=end) is None:
        what = "ngày kết thúc" if end else "ngày"
        yield f"dữ kiện “{fact}” không có {what}", "bỏ lời gọi này, hoặc ghi ngày vào dữ kiện"


@registry.macro(
    check=_a_dated_fact,
    guide="Ngày của một dữ kiện trong câu (end=true: ngày kết thúc; capital=true: viết hoa, "
    "khi mở đầu câu), kèm nguồn.",
    example='"bi-thu-khe", organization="may-thuong"',
)
def date_of(
    page: Page,
    fact: str,
    end: bool = False,
    organization: OrganizationId | None = None,
    cite: bool = True,
    capital: bool = False,
) -> Markup:
    """The date of one fact in a sentence: “ngày 30/10/2008”; with `capital`, for its beginning."""
    from macros.views import facts as views
    from macros.views.common import cites

    dossier = dossier_of(page)
    record = page.archive.fact(fact, dossier.id)
    assert record is not None
    date = fact_dates.date_of(page.archive, dossier, record, end=end)
    marks = cites(page, fact_dates.cited_for_date(record, end=end)) if cite else ()
    inferred = fact_dates.is_inferred(page.archive, dossier, record, end=end)
    when = views.in_sentence(date, begins=capital, inferred=inferred)
    place, key = views.place_of_date(page, dossier.id, fact, record)
    told = views.key_of(*split_reference(fact, dossier.id))
    return render("date_of", when=when, cites=marks, place=place, key=key, fact=told)


def _a_committee(
    context: Context[Archive],
    committee: str,
    organization: str | None = None,
    cite: bool = True,
) -> Faults:
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None or not readable(context, "congresses"):
        return
    sized = [one.id for one in dossier.committees if one.size is not None]
    if committee not in sized:
        otherwise = "các mã đã có: " + (", ".join(sized) or "chưa có")
        remedy = did_you_mean(committee, sized, otherwise)
        message = f"tổ chức “{dossier.id}” không có số ủy viên của “{committee}”"
        yield message, remedy, missing_fact(dossier.id, committee)


@registry.macro(
    check=_a_committee,
    guide="Số ủy viên của một cơ quan trong câu, kèm nguồn.",
    example='"ban-chap-hanh-1", organization="may-thuong"',
)
def committee_size(
    page: Page,
    committee: str,
    organization: OrganizationId | None = None,
    cite: bool = True,
) -> Markup:
    """How many members a body had: “23 ủy viên”."""
    from macros.views import facts as views
    from macros.views.common import cites

    dossier = dossier_of(page)
    record = next(one for one in dossier.committees if one.id == committee)
    marks = cites(page, record.cite) if cite else ()
    return render("link", link=views.size_of(record), cites=marks)
