"""The imprint in words: title page, cover, imprint; blanks where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.archive import Archive
from macros.model.codes import EDITION_STATES, SALES
from macros.model.edition import Responsible, Signatory, VolumeEdition
from macros.text.numbers import say_number
from macros.text.vietnamese import capital
from macros.wording.edition import decision_words

UNPUBLISHED = ("non-commercial", "internal")
"""Kinds of `sale` that no publisher registers: they have a licence at the most, and no ISBN."""


@dataclass(frozen=True)
class Line:
    """A line of the imprint: its label and its values; without values, a blank to fill in."""

    label: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImprintWords:
    """All that an edition prints about itself; what is not known is "" or a `Line` without values.

    `state` is the word for the state of the volume, `decision` the decision behind it.
    """

    issuer: str
    publisher: str
    place: str
    year: str
    state: str
    decision: str
    isbn: str
    sale: str
    responsible: tuple[Line, ...]
    numbers: tuple[Line, ...]
    cataloguing: tuple[str, ...]

    @property
    def draft(self) -> bool:
        """Whether nobody has approved the volume yet."""
        return self.state != EDITION_STATES["approved"]


def imprint_of(archive: Archive, volume: str, *, year: str = "", size: str = "") -> ImprintWords:
    """Return the imprint of a volume.

    `year` is that of the build, used if no year of publication is given; `size` is that of the
    paper in words (“16 × 24 cm”).
    """
    edition = archive.edition.of(volume)
    return ImprintWords(
        issuer=edition.issuer or "",
        publisher=edition.publisher or "",
        place=edition.place or "",
        year=str(edition.year or year),
        state=EDITION_STATES[edition.state],
        decision=decision_words(archive, volume),
        isbn=edition.isbn or "",
        sale=sale_words(edition),
        responsible=tuple(_responsible(edition.responsible or Responsible())),
        numbers=tuple(_numbers(edition, size)),
        cataloguing=edition.cataloguing,
    )


def blank() -> ImprintWords:
    """Return the imprint of which nothing is known."""
    return imprint_of(Archive(), "")


def sale_words(edition: VolumeEdition) -> str:
    """Return the price, or how the book is distributed; "" if neither is known."""
    if edition.sale == "priced":
        return f"Giá: {say_number(edition.price)} đồng" if edition.price is not None else ""
    return capital(SALES[edition.sale]) if edition.sale else ""


def _responsible(people: Responsible) -> Iterator[Line]:
    for name, info in Responsible.model_fields.items():
        yield Line(info.title or name, tuple(_named(one) for one in getattr(people, name)))


def _named(one: Signatory) -> str:
    return f"{one.title} {one.name}" if one.title else one.name


def _numbers(edition: VolumeEdition, size: str) -> Iterator[Line]:
    """Yield the lines of numbers and of printing that an edition of this kind must have."""
    published = edition.sale not in UNPUBLISHED
    registered = {
        "Xác nhận đăng ký xuất bản": (edition.registration, published),
        "Quyết định xuất bản": (edition.publishing_decision, published),
        "Giấy phép xuất bản": (edition.licence, edition.sale == "non-commercial"),
        "ISBN": (edition.isbn, published),
        "Số lượng in": (f"{say_number(edition.copies)} bản" if edition.copies else None, True),
        "Khuôn khổ": (edition.size or size, bool(size)),
        "Cơ sở in": (edition.printer, True),
        "In xong và nộp lưu chiểu": (edition.deposit, True),
    }
    if published and not edition.cataloguing:
        # If it is given, it is printed in a box of its own.
        yield Line("Biên mục trên xuất bản phẩm")
    for label, (value, wanted) in registered.items():
        if value or wanted:
            yield Line(label, (value,) if value else ())
    if not sale_words(edition):
        yield Line("Giá bán" if edition.sale == "priced" else "Phát hành")
