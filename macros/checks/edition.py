"""Checks of the printed edition: existing volumes, states with decisions, unique numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.archive import Archive
from macros.archive.advice import about_volume
from macros.archive.books import COLLECTED
from macros.messages.problems import Position, Problem
from macros.messages.suggest import did_you_mean
from macros.model.edition import Imprint, VolumeEdition

THICKNESS = (40, 400)
"""The least and the greatest possible thickness of a sheet of paper, in micrometres."""


class _Seen(NamedTuple):
    what: str
    remedy: str


_ONCE = {
    "volume": _Seen("tập “{}” đã có", "gộp hai mục của tập ấy làm một"),
    "isbn": _Seen("ISBN “{}” đã ghi cho tập khác", "mỗi tập một mã riêng"),
}


def volumes(archive: Archive) -> Iterator[Problem]:
    """Each entry is for a volume of the site, and there is at most one entry per volume."""
    known = [COLLECTED, *(one.id for one in archive.volumes)]
    seen: dict[tuple[str, str], Position] = {}
    for one in archive.edition.volumes:
        if one.volume not in known and not archive.may_hold("organization", one.volume):
            hint = did_you_mean(one.volume, known)
            about = about_volume(one.volume) if one.volume in archive.dossiers else None
            if not hint and not about:
                # The organization is gone or renamed: other checks report that too, as one problem.
                about = archive.advice("organization", one.volume, None).about
            yield Problem(
                one.where("volume"),
                f"không có tập nào mang mã “{one.volume}”",
                hint or f"chọn một trong: {', '.join(known)}",
                about=about,
            )
        for name, words in _ONCE.items():
            value = getattr(one, name)
            key = (name, str(value).replace("-", "").replace(" ", "") if name == "isbn" else value)
            if key in seen:
                message = f"{words.what.format(value)} ở {seen[key]}"
                yield Problem(one.where(name), message, words.remedy)
            elif value:
                seen[key] = one.where(name)


def states(archive: Archive) -> Iterator[Problem]:
    """An approved volume names its decision once, and a draft names none."""
    for one in archive.edition.volumes:
        yield from _state(one)
        if (
            one.document
            and one.document not in archive.documents
            and not archive.may_hold("document", one.document)
        ):
            hint = did_you_mean(one.document, archive.documents)
            yield Problem(
                one.where("document"),
                f"không có văn bản nào mang mã “{one.document}”",
                hint or "thêm văn bản vào một tệp trong data/documents/, hoặc ghi decision",
            )


def _state(one: VolumeEdition) -> Iterator[Problem]:
    if one.decision and one.document:
        message = "quyết định thẩm định ghi hai lần: decision và document"
        yield Problem(one.where("decision"), message, "giữ document, xóa dòng decision")
    named = "decision" if one.decision else "document"
    if one.state == "approved" and not (one.decision or one.document):
        message = f"tập “{one.volume}” đã thẩm định mà không nêu quyết định nào"
        yield Problem(one.where("state"), message, "thêm dòng decision hoặc document")
    if one.state != "approved" and (one.decision or one.document):
        yield Problem(
            one.where(named),
            f"tập “{one.volume}” có quyết định thẩm định nhưng chưa ghi là đã thẩm định",
            "ghi state: approved, hoặc xóa quyết định",
        )


def numbers(archive: Archive) -> Iterator[Problem]:
    """Only a priced book has a price; the numbers of copies and paper are possible."""
    edition = archive.edition
    sale = edition.sale
    for one in (edition, *edition.volumes):
        yield from _numbers(one, one.sale or sale)


def _numbers(one: Imprint, sale: str | None) -> Iterator[Problem]:
    if one.price is not None and sale != "priced":
        message = "có giá bán nhưng sách không ghi là có giá bán"
        yield Problem(one.where("price"), message, "ghi sale: priced, hoặc xóa dòng price")
    if one.price is not None and one.price <= 0:
        yield Problem(one.where("price"), "giá bán không lớn hơn 0", "ghi giá bằng đồng")
    if one.copies == 0:
        yield Problem(one.where("copies"), "số lượng in là 0", "xóa dòng này nếu chưa biết")
    least, most = THICKNESS
    if one.paper and not least <= one.paper.thickness <= most:
        yield Problem(
            one.paper.where("thickness"),
            f"một tờ giấy dày {one.paper.thickness} micrômét là không thể",
            f"ghi bằng micrômét, từ {least} đến {most}",
        )
