"""The macro of statements: what sources say beyond numbers, attributed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from markupsafe import Markup

from macros.catalogue.registry import (
    Faults,
    OrganizationId,
    StatementId,
    dossier_of,
    needs_organization,
    readable,
    registry,
)
from macros.chapter.registry import Choice
from macros.dates import DateError, parse_edtf
from macros.model.statement_codes import DOMAINS, STATEMENT_KINDS
from macros.rendering.templates import render
from macros.rules.statements import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from macros.archive import Archive, Dossier
    from macros.chapter.page import Context
    from macros.model.statements import Statement
    from macros.views.common import Page

StatementKind = Annotated[str, Choice.of(STATEMENT_KINDS)]
Domain = Annotated[str, Choice.of(DOMAINS)]


def found_by(
    dossier: Dossier,
    ids: list[str] | None,
    kind: str | None,
    domain: str | None,
    period: str | None,
) -> tuple[Statement, ...]:
    """Return the statements that a call shows; raises DateError."""
    time = parse_edtf(period) if period else None
    return chosen(dossier.statements, ids=ids, kind=kind, domain=domain, period=time)


def _some_statements(
    context: Context[Archive],
    ids: list[str] | None = None,
    kind: str | None = None,
    domain: str | None = None,
    period: str | None = None,
    organization: str | None = None,
) -> Faults:
    """A call names its statements or chooses them, and there are some."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None or not readable(context, "statements"):
        return
    if ids and (kind or domain or period):
        yield (
            "statements vừa kể mã vừa chọn theo loại, lĩnh vực hay thời kỳ",
            "bỏ kind, domain, period, hoặc bỏ danh sách mã",
        )
        return
    if ids and len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        yield f"statements kể “{twice}” {ids.count(twice)} lần", "kể mỗi mã một lần"
        return
    try:
        found = found_by(dossier, ids, kind, domain, period)
    except DateError as error:
        yield f"period: {error.message}", error.remedy
        return
    if not found and not ids:  # an unknown id is told by itself
        yield (
            f"tổ chức “{dossier.id}” chưa có nhận định nào như lời gọi này chọn",
            f"thêm nhận định vào data/organizations/{dossier.id}/statements.yml, sửa cách chọn "
            "(chỉ nhận định có period nằm trong period của lời gọi mới được chọn), hoặc bỏ lời gọi",
        )


def _named(context: Context[Archive], arguments: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield who speaks, and about whom."""
    dossier = context.archive.dossiers.get(context.organization or "")
    chosen_by = (arguments.get(one) for one in ("ids", "kind", "domain", "period"))
    for one in found_by(dossier, *chosen_by) if dossier else ():
        if one.by and one.by.person:
            yield "person", one.by.person
        if one.organization:
            yield "organization", one.organization


@registry.macro(
    block=True,
    check=_some_statements,
    names=_named,
    guide="Những điều nguồn nói, ghi rõ ai nói: kể mã từng điều (ids), hoặc chọn theo loại (kind), "
    "lĩnh vực (domain), thời kỳ (period).",
    example='["thieu-trau"]',
)
def statements(
    page: Page,
    ids: list[StatementId] | None = None,
    kind: StatementKind | None = None,
    domain: Domain | None = None,
    period: str | None = None,
    organization: OrganizationId | None = None,
) -> Markup:
    """What sources say beyond numbers, by who says it."""
    from macros.views.statements import statement_groups

    dossier = dossier_of(page)
    found = found_by(dossier, ids, kind, domain, period)
    return render("statements", groups=statement_groups(page, dossier, found))


@registry.macro(
    block=True,
    check=needs_organization,
    guide="Việc đề ra, kiến nghị, chỉ tiêu, dự án của một tập, và điều nguồn sau nói về kết quả.",
)
def promises(page: Page, organization: OrganizationId | None = None) -> Markup:
    """What a volume's organizations promised, and what later sources say became of it."""
    from macros.views import promises as views

    return render("promises", promises=views.promises(page, dossier_of(page)))
