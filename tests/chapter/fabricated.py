"""A small invented archive with its macros, for tests of chapters and of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from markupsafe import Markup

from macros.chapter import Choice, Context, LinkTarget, Page, Reference, Registry, parse_chapter
from macros.messages.suggest import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.chapter import Chapter

PersonId = Annotated[str, Reference("person")]
OrganizationId = Annotated[str, Reference("organization")]
Ordinal = Annotated[str, Reference("congress", scoped=True)]
IndicatorId = Annotated[str, Reference("indicator")]
Seat = Annotated[str, Choice("secretary", "deputy-secretary")]

TABLE = Markup(
    '<table class="x">\n<tr><td>a *b* | c_d_e</td></tr>\n\n  \n'
    "<tr><td>\tUBKT [1]: x</td></tr>\n</table>"
)
FIGURE = Markup(
    '<figure id="bieu-do" data-x="[a](b)">\n<svg viewBox="0 0 1 1"><text>1 * 2 * 3</text></svg>\n\n'
    "<figcaption>**UBKT** `x` ==y== ~~z~~</figcaption>\n</figure>"
)


class Archive:
    """Two organizations, two people, the congresses of one."""

    entries: ClassVar[dict[tuple[str, str | None], list[str]]] = {
        ("organization", None): ["phuong-an-lac", "xa-binh-hoa"],
        ("person", None): ["tran-thi-thu", "ly-van-dong"],
        ("indicator", None): ["party-members", "cells"],
        ("congress", "phuong-an-lac"): ["V", "VI"],
        ("congress", "xa-binh-hoa"): ["I"],
        ("source", None): ["tai-lieu-thu#1", "tai-lieu-thu#2"],
    }

    def has(self, kind: str, entry: str, organization: str | None) -> bool:
        return entry in self.known(kind, organization)

    def known(self, kind: str, organization: str | None) -> Iterable[str]:
        return self.entries.get((kind, organization), [])

    def advice(self, kind: str, entry: str, organization: str | None) -> Advice:
        known = list(self.known(kind, organization))
        otherwise = f"dùng một mã đã có: {listed(known)}" if known else "thêm vào data/"
        return Advice(did_you_mean(entry, known, otherwise), None)


class Advice(NamedTuple):
    remedy: str
    about: None


class Linker:
    """Entries stand at /kind/id."""

    def url(self, target: LinkTarget, origin: str) -> str:
        return "../" * origin.count("/") + f"{target.kind}/{target.id}/"


registry = Registry()


@registry.macro()
def person(page: Page[Archive], person: PersonId) -> Markup:
    address = page.url(LinkTarget("person", person))
    return Markup('<a href="{}">{} *K* _UBKT_</a>').format(address, person)


@registry.macro()
def congress(
    page: Page[Archive], ordinal: Ordinal, *, organization: OrganizationId | None = None
) -> Markup:
    return Markup('<span class="dh">ĐH {} {}</span>').format(ordinal, page.organization or "")


def _check_statistic(
    context: Context[Archive], indicator: str, period: str
) -> Iterator[tuple[str, str]]:
    if period != "1994":
        yield f"không có số liệu “{indicator}” cho kỳ “{period}”", "dùng một kỳ đã có: 1994"


@registry.macro(check=_check_statistic)
def statistic(page: Page[Archive], indicator: IndicatorId, period: str) -> Markup:
    return Markup("<data value='12'>1.2*3*</data>")


@registry.macro()
def cite(page: Page[Archive], source: Annotated[str, Reference("source")]) -> Markup:
    return Markup('<sup><a href="#c{0}">[{0}]</a></sup>').format(page.cite_number(source))


@registry.macro(block=True)
def leadership_table(
    page: Page[Archive], seat: Seat, *, organization: OrganizationId | None = None
) -> Markup:
    return TABLE


@registry.macro(block=True)
def chart(
    page: Page[Archive],
    people: list[PersonId],
    height: int = 10,
    legend: bool = True,
    seats: list[Seat] | None = None,
) -> Markup:
    return FIGURE


@registry.macro()
def broken(page: Page[Archive]) -> Markup:
    raise KeyError("x")


HEAD = "---\ntitle: Chương thử\norganization: phuong-an-lac\n---\n"


def chapter(body: str, head: str = HEAD, path: str = "docs/thu.md") -> Chapter:
    """Return the chapter with this body, whose first line is the file's fifth."""
    read, problems = parse_chapter((head + body).encode(), path)
    assert read is not None, problems
    return read
