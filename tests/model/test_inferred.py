"""A value that is marked as inferred carries the mark wherever readers meet it.

On the invented site (`every_field/site.py`), all values of a field are changed, which tells the
pages where they are shown; then they are marked as inferred, which has to change the same pages.
"""

from __future__ import annotations

from functools import cache

import pytest

from macros.archive.complete import complete
from macros.loading.tree import Records
from macros.model.base import Fact, Implied, Record
from macros.model.contract import Cited, Not, Parts, contract_of
from macros.model.documents import Document
from macros.model.leadership import Membership
from macros.model.records import every_record, records_in
from tests.model.every_field.changed import Field, changed, rebuilt
from tests.model.every_field.rendered import each_page
from tests.model.test_contracts import site

MARK = Implied(kind="inferred", why="suy từ câu trước")

COUNTED = "only counts change"
ELSEWHERE = "where the changed value leads"
NAMED = "a name in a sentence or a link; the summary of the organization marks it"
LINKED = "a link to the picture, whose own place marks it"
DRAWN = "a number on the axis; the table of congresses marks when it met"
YEARS = "the years that a list gives; the page of the person marks the day"
ENOUGH = "with more facts on it, a document has a page, and the list tells no more of it"
NOTES = "the numbers of the notes at the foot change"
BY_POST = "holders of another post leave another vacancy; its page marks their posts"
BY_NUMBER = "a membership names its congress itself, and has a mark of its own"

LINKS_TO_PICTURES = dict.fromkeys(
    (
        "sim-thuong congress I",
        "sim-thuong congress_table",
        "sim-thuong events",
        "tra-cuu/hinh-anh/muc-luc.md",
        "tra-cuu/nhan-vat/mac-thi-cau.md",
        "tra-cuu/nhan-vat/nong-van-lua.md",
        "tra-cuu/van-kien/cv-9.md",
    ),
    LINKED,
)

WITH_A_PAGE = {
    f"{fact}.{field}": {"tra-cuu/van-ban/huyen-uy.md": ENOUGH}
    for fact, field in (
        *((one, "documents") for one in ("ChangeEvent", "Committee", "Conference", "Congress")),
        *((one, "documents") for one in ("Event", "Founding", "Later", "Membership", "Name")),
        *((one, "documents") for one in ("Roll", "Statement", "Superior", "Territory")),
    )
}

EXCEPT: dict[str, dict[str, str]] = {
    **WITH_A_PAGE,
    "ChangeEvent.effective_date": {"None ways_in": YEARS},
    "Founding.date": {"tra-cuu/thap-nien/1970-1979.md": COUNTED},
    "Conference.dates": {"tra-cuu/thap-nien/1970-1979.md": COUNTED},
    "Statement.by.document": {
        "tra-cuu/van-ban/huyen-uy.md": ENOUGH,
        "tra-cuu/van-kien/qd-7.md": NOTES,
    },
    "Congress.dates": {
        "None people_index": YEARS,
        "tra-cuu/nhan-vat/l.md": YEARS,
        "tra-cuu/nhan-vat/la-van-sen.md": DRAWN,
    },
    "Membership.attested": {
        "None people_index": YEARS,
        "tra-cuu/nhan-vat/l.md": YEARS,
    },
    "Membership.end_date": {
        "None people_index": YEARS,
        "tra-cuu/nhan-vat/c.md": YEARS,
        "tra-cuu/nhan-vat/s.md": YEARS,
    },
    "Membership.start_date": {
        "None uncertainties": COUNTED,
        "None people_index": YEARS,
        "tra-cuu/nhan-vat/c.md": YEARS,
        "tra-cuu/nhan-vat/s.md": YEARS,
    },
    "Name.name": {
        "None people_index": NAMED,
        "None office_holders": NAMED,
        "None picture anh-cho": NAMED,
        "sim-ha lineage": NAMED,
        "sim-thuong lineage": NAMED,
        "tra-cuu/hinh-anh/nam-1970.md": NAMED,
        "tra-cuu/nhan-vat/l.md": NAMED,
        "tra-cuu/nhan-vat/mac-thi-cau.md": NAMED,
        "tra-cuu/nhan-vat/nong-van-lua.md": NAMED,
        "tra-cuu/van-kien/cv-9.md": NAMED,
        "tra-cuu/van-kien/qd-7.md": NAMED,
        "tra-cuu/thap-nien/1970-1979.md": NAMED,
        "tra-cuu/thap-nien/1980-1989.md": NAMED,
    },
    "Name.short_name": {
        "None people_index": NAMED,
        "sim-thuong organization_name sim-thuong 1965": NAMED,
        "tra-cuu/nhan-vat/c.md": NAMED,
        "tra-cuu/nhan-vat/s.md": NAMED,
        "tra-cuu/nhan-vat/la-van-sen.md": NAMED,
        "tra-cuu/nhan-vat/mac-thi-cau.md": NAMED,
        "tra-cuu/van-kien/qd-7.md": NAMED,
        "tra-cuu/thap-nien/1960-1969.md": NAMED,
    },
    "Name.applies_to": {
        "None people_index": NAMED,
        "None office_holders": NAMED,
        "None picture anh-cho": NAMED,
        "sim-ha lineage": NAMED,
        "sim-thuong lineage": NAMED,
        "sim-thuong organization_name sim-thuong 1965": NAMED,
        "tra-cuu/hinh-anh/nam-1970.md": NAMED,
        "tra-cuu/nhan-vat/c.md": NAMED,
        "tra-cuu/nhan-vat/l.md": NAMED,
        "tra-cuu/nhan-vat/s.md": NAMED,
        "tra-cuu/nhan-vat/la-van-sen.md": NAMED,
        "tra-cuu/nhan-vat/mac-thi-cau.md": NAMED,
        "tra-cuu/nhan-vat/nong-van-lua.md": NAMED,
        "tra-cuu/van-kien/cv-9.md": NAMED,
        "tra-cuu/van-kien/qd-7.md": NAMED,
        "tra-cuu/thap-nien/1960-1969.md": NAMED,
        "tra-cuu/thap-nien/1970-1979.md": NAMED,
        "tra-cuu/thap-nien/1980-1989.md": NAMED,
    },
    "Name.start_date": {
        "sim-ha lineage": NAMED,
        "sim-thuong lineage": NAMED,
        "tra-cuu/van-kien/qd-7.md": NAMED,
        "tra-cuu/thap-nien/1960-1969.md": NAMED,
        "tra-cuu/thap-nien/1970-1979.md": NAMED,
    },
    "Superior.organization": {"sim-thuong organization_summary": ELSEWHERE},
    "Membership.post": {"None uncertainties": COUNTED, "None questions": BY_POST},
    "Membership.congress": {
        "None uncertainties": COUNTED,
        "None people_index": YEARS,
        "tra-cuu/nhan-vat/l.md": YEARS,
    },
    "Membership.congress_term": {"sim-thuong congress II": ELSEWHERE},
    "Roll.rows.person": {"tra-cuu/nhan-vat/la-van-sen.md": ELSEWHERE},
    "Congress.sessions.dates": {"sim-thuong leadership_timeline": DRAWN},
    "Congress.ordinal": {
        "None office_holders": BY_NUMBER,
        "None people_index": BY_NUMBER,
        "None questions": BY_NUMBER,
        "None uncertainties": COUNTED,
        "sim-thuong leadership_table secretary": BY_NUMBER,
        "sim-thuong leadership_timeline": BY_NUMBER,
        "sim-thuong organization_summary": BY_NUMBER,
        "tra-cuu/khoang-trong/sim-thuong.md": BY_NUMBER,
        "tra-cuu/nhan-vat/l.md": BY_NUMBER,
        "tra-cuu/nhan-vat/la-van-sen.md": BY_NUMBER,
        "tra-cuu/nhan-vat/mac-thi-cau.md": BY_NUMBER,
        "tra-cuu/nhan-vat/nong-van-lua.md": BY_NUMBER,
    },
    "Committee.congress": {"sim-thuong congress II": ELSEWHERE},
    "Observation.indicator": {"None comparison_index": COUNTED},
    "Observation.period": {"None figure_owners": YEARS},
    "ChangeEvent.participants.organization": {
        "None organization_list": ELSEWHERE,
        "dat-sim lineage": ELSEWHERE,
    },
    "Document.kind": {"None document_kinds": COUNTED},
    "Roll.rows.cite": {"tra-cuu/nguon/ky-yeu.md": "a roll is listed at each of its paragraphs"},
    "Picture.caption": LINKS_TO_PICTURES,
    "Picture.date": LINKS_TO_PICTURES,
    "Picture.place": {"tra-cuu/hinh-anh/muc-luc.md": LINKED},
    "Picture.people.person": {
        "tra-cuu/hinh-anh/muc-luc.md": LINKED,
        "tra-cuu/nhan-vat/mac-thi-cau.md": LINKED,
    },
    "Document.date": {"sim-thuong organization_summary": "left out beside the same date"},
}
"""Pages that change with a field and do not mark it, each with the reason."""

OF_YEARS: dict[str, dict[str, str]] = {
    **{
        field: {"None years_index": COUNTED}
        for field in (
            *("ChangeEvent.date", "ChangeEvent.effective_date", "Conference.dates"),
            *("ChangeEvent.participants.organization", "Congress.dates", "Congress.sessions.dates"),
            *("Document.date", "Event.date", "Founding.documents", "Membership.start_date"),
        )
    },
    "Founding.date": {"None years_index": COUNTED, "sim-ha chronicle": COUNTED},
    "Name.applies_to": {"sim-ha chronicle": NAMED, "sim-thuong chronicle": NAMED},
    "Name.name": {"sim-ha chronicle": NAMED, "sim-thuong chronicle": NAMED},
    "Name.short_name": {"sim-thuong chronicle": NAMED},
    "Name.start_date": {
        "None years_index": COUNTED,
        "sim-ha chronicle": NAMED,
        "sim-thuong chronicle": NAMED,
    },
    "Superior.organization": {"sim-ha chronicle": ELSEWHERE},
}
"""Likewise, of the list of years and of the chronologies."""


def facts() -> list[type[Record]]:
    return [one for one in every_record() if issubclass(one, Fact | Document)]


def shown_fields() -> list[tuple[type[Record], str]]:
    """Return the shown fields that are held against sources: the fact, and the path in it."""
    found = []
    for fact in facts():
        for name, info in fact.model_fields.items():
            held = contract_of(info).held
            if isinstance(held, Parts):
                parts = [one for one in records_in(info.annotation) if not issubclass(one, Fact)]
                found += [
                    (fact, f"{name}.{inner}")
                    for one in parts
                    for inner in one.model_fields
                    if is_shown(one, inner)
                ]
            elif is_shown(fact, name):
                found.append((fact, name))
    return found


def is_shown(record: type[Record], name: str) -> bool:
    contract = contract_of(record.model_fields[name])
    return contract.shown is True and not isinstance(contract.held, Not | Cited | Parts)


@cache
def plain() -> Records:
    """Return the invented site without any mark."""
    return _marked(site(), None, "")


@cache
def before() -> dict[str, str]:
    return each_page(complete(plain()))


def _marked(records: Records, fact: type[Record] | None, path: str) -> Records:
    def another(record: Record) -> Record:
        if not isinstance(record, Fact | Document):
            return record
        given = getattr(record, path.split(".")[0], None) if type(record) is fact else None
        update: dict[str, object] = {"implied": {path: MARK} if given not in (None, ()) else {}}
        if isinstance(record, Membership):
            update |= {"start_basis": "stated", "end_basis": "stated"}
        return record.model_copy(update=update)

    return rebuilt(records, another)


def _field(fact: type[Record], path: str) -> Field:
    name, _, inner = path.partition(".")
    parts = records_in(fact.model_fields[name].annotation)
    record = next(one for one in parts if inner in one.model_fields) if inner else fact
    return Field(record, inner or name)


@pytest.mark.parametrize(
    ("fact", "path"), shown_fields(), ids=lambda one: getattr(one, "__name__", one)
)
def test_an_inferred_value_is_marked_wherever_it_is_shown(fact: type[Record], path: str) -> None:
    other = each_page(changed(plain(), _field(fact, path)))
    marked = each_page(complete(_marked(plain(), fact, path)))
    pages = before().keys() & other.keys()
    # A line that is gone had shown the value; one that is only new shows the other.
    shown = {page for page in pages if {*before()[page].split("\n")} - {*other[page].split("\n")}}
    silent = {page for page in shown if marked[page] == before()[page]}
    assert any(marked[page] != text for page, text in before().items()), "no page is marked"
    field = f"{fact.__name__}.{path}"
    known = {**EXCEPT.get(field, {}), **OF_YEARS.get(field, {})}
    assert sorted(silent) == sorted(known), "pages that show the value without a mark"
