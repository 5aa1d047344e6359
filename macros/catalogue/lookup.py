"""Macros of look-up pages: contradictions and gaps, the glossary, the comparison, open data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from markupsafe import Markup

from macros.catalogue.registry import OrganizationId, dossier_of, needs_organization, registry
from macros.chapter.registry import Choice
from macros.model.codes import ENTRY_KINDS
from macros.model.statement_codes import CONFLICT_KINDS
from macros.rendering.templates import render
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from macros.views.common import Page

EntryKind = Annotated[str, Choice.of(ENTRY_KINDS)]
_KINDS = " hoặc ".join(f"{one.description or one.word} ({one.code})" for one in ENTRY_KINDS.entries)


@registry.macro(
    block=True,
    check=needs_organization,
    guide="Những chỗ nguồn không khớp đã ghi nhận của tổ chức, mỗi chỗ có loại.",
)
def conflicts(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The contradictions and tensions recorded for an organization."""
    from macros.views import conflicts as contradictions

    return render("conflicts", conflicts=contradictions.conflicts(page, dossier_of(page)))


@registry.macro(
    block=True,
    guide=f"Bảng {_KINDS}, xếp theo chữ cái.",
    example='"abbreviation"',
)
def glossary(page: Page, kind: EntryKind) -> Markup:
    """The abbreviations with their expansions, or the terms with their explanations."""
    from macros.views import glossary as words

    return render("glossary", letters=words.glossary(page, kind))


@registry.macro(
    block=True,
    guide="Số mâu thuẫn, số chỗ lệch và số chỗ nguồn để trống của mỗi tổ chức có tập riêng.",
)
def uncertainties(page: Page) -> Markup:
    """Every volume with its contradictions and the number of its gaps."""
    from macros.views import conflicts as contradictions

    kinds = [capital(one.word) for one in CONFLICT_KINDS.entries]
    return render("uncertainties", volumes=contradictions.volumes(page), kinds=kinds)


@registry.macro(
    block=True,
    guide="Cách đối chiếu từng loại giá trị với nguồn, và số giá trị ở mỗi tình trạng.",
)
def verification(page: Page) -> Markup:
    """How each kind of value is held against its source, and how many are in which state."""
    from macros.views import verification as verified

    return render("verification", found=verified.verification(page.archive))


@registry.macro(
    block=True,
    guide="Mỗi nguồn có bao nhiêu câu đã kể, cố ý không kể, chưa kể.",
)
def told_sources(page: Page) -> Markup:
    """How much of each source is told by facts and chapters, and how much is left out."""
    from macros.views import verification as verified

    return render("told_sources", sources=verified.told_sources(page))


@registry.macro(
    block=True,
    guide="Những kiểu sai mà phép soát tìm ra, và thường đến đâu (data/verification.yml).",
)
def strength(page: Page) -> Markup:
    """Which kinds of error the check finds for certain, mostly or rarely, as measured."""
    from macros.views import strength as measured

    return render("strength", found=measured.found(page.archive))


@registry.macro(
    block=True,
    guide="Những trường không đối chiếu với nguồn, theo lý do.",
)
def unverified(page: Page) -> Markup:
    """The fields that no source is asked about, by the reason why."""
    from macros.views import verification as verified

    return render("unverified", reasons=verified.unheld())


@registry.macro(
    block=True,
    guide="Phần thiếu của những nguồn không thuộc tổ chức nào có tập riêng.",
)
def other_gaps(page: Page) -> Markup:
    """What is missing from the sources that belong to no volume."""
    from macros.views import gaps as gap_views

    return render("gaps", kinds=gap_views.gaps_of_no_volume(page))


@registry.macro(block=True)
def gaps_in(page: Page, volume: OrganizationId) -> Markup:
    """The gaps in the sources of a volume."""
    from macros.views import gaps as gap_views

    return render("gaps", kinds=gap_views.gaps(page, volume))


@registry.macro(
    block=True,
    guide="Những chỉ số mà ít nhất hai tổ chức có tập riêng cùng có.",
)
def comparison_index(page: Page) -> Markup:
    """The indicators for which at least two volumes have figures, by subject."""
    from macros.views import comparison

    return render("comparison_index", subjects=comparison.subjects(page))


@registry.macro(
    block=True,
    guide="Mọi tổ chức có số liệu, theo tập: bao nhiêu chỉ số, của những nhóm nào.",
)
def figure_owners(page: Page) -> Markup:
    """Every organization with figures, by volume, and the file that holds them all."""
    from macros.views import figure_owners as owners

    return render("figure_owners", found=owners.figure_owners(page))


@registry.macro(block=True)
def comparison_of(page: Page, group: str) -> Markup:
    """The latest figures of the indicators of one subject, a row for each volume."""
    from macros.views import comparison

    return render("comparison", tables=comparison.tables(page, group))


@registry.macro(
    block=True,
    guide="Các tệp dữ liệu mở: mỗi tệp chứa gì, từng cột là gì.",
)
def open_data(page: Page) -> Markup:
    """The files of the open data, column by column."""
    from macros.opendata import view

    return render("open_data", data=view.open_data(page))
