"""Checks of pictures: where each is from, who may be asked for it, who is in it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.checks.leadership import wrongly_unnamed
from macros.dates import certainly_before, say, say_with_day
from macros.images.sizes import LEAST_PPI
from macros.messages.problems import Position, Problem, Severity
from macros.text.numbers import say_number
from macros.text.vietnamese import fold, slug
from macros.wording.people_named import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.dates import Edtf

_HERE = timezone(timedelta(hours=7))
"""The time of Vietnam, where a day begins before it does elsewhere."""
_LEAST_IN_PRINT = 400
"""The fewest pixels of the longer side for print: less is narrower than 7 cm."""
_INCH = Decimal("2.54")
_ASKED = ("permission", "own")
"""Licences that somebody has given: the record must say who."""
_CREDITED = ("cc-by", "cc-by-sa")
"""Licences that ask for a name beside the picture."""


def sourced(archive: Archive) -> Iterator[Problem]:
    """A picture says where it is from: the source that prints it, or who keeps it."""
    for one in archive.pictures.values():
        if not one.cite and not one.cite_for and not one.holder:
            yield Problem(
                one.where(),
                f"ảnh “{one.id}” không ghi lấy từ đâu",
                "thêm holder (ai đang giữ bản gốc), hoặc cite nếu ảnh in trong một nguồn",
            )


def permitted(archive: Archive) -> Iterator[Problem]:
    """Where somebody has the rights, or must be named, the record says who."""
    for one in archive.pictures.values():
        if one.licence in _ASKED and not one.rights:
            message = f"giấy phép “{one.licence}” mà không ghi ai giữ quyền"
            yield Problem(one.where("licence"), message, "thêm rights: người đã đồng ý cho đăng")
        elif one.licence in _CREDITED and not (one.rights or one.author):
            message = f"giấy phép “{one.licence}” buộc nêu tên tác giả, mà ảnh chưa ghi"
            yield Problem(one.where("licence"), message, "thêm author hoặc rights")
        elif one.licence == "unknown" and one.publish_original:
            message = "chưa rõ ai giữ quyền mà lại đăng cả bản gốc"
            remedy = "xóa dòng publish_original, hoặc hỏi rõ quyền rồi sửa licence"
            yield Problem(one.where("publish_original"), message, remedy)


def described(archive: Archive) -> Iterator[Problem]:
    """The text alternative of a picture does not repeat its caption."""
    for one in archive.pictures.values():
        if _plain(one.alt) == _plain(one.caption):
            yield Problem(
                one.where("alt"),
                "alt chép lại caption, người không thấy ảnh nghe hai lần một câu",
                "ở alt tả cái nhìn thấy trong ảnh, ở caption nói ảnh về việc gì",
            )


def _plain(text: str) -> str:
    return " ".join(fold(text).strip(" .").split())


def named_in_caption(archive: Archive) -> Iterator[Problem]:
    """Who is named in a caption is among the people of the picture, and so in the index.

    Whoever is named need not be in the picture, so this is a note.
    """
    if not archive.pictures:
        return
    names = {one.name: one.id for one in archive.people.values() if " " in one.name}
    for one in archive.pictures.values():
        known = {who.person for who in one.people}
        left = one.caption
        for name, person in names.items():
            if name in one.caption:
                left = left.replace(name, "…")
                if person not in known:
                    yield Problem(
                        one.where("caption"),
                        f"caption nêu “{name}” mà people không có người ấy",
                        f"có trong ảnh thì thêm {person} vào people; không thì thôi",
                        Severity.NOTE,
                    )
        for name in names_in(left):
            yield Problem(
                one.where("caption"),
                f"caption nêu “{name}”, data/people/ không có ai tên ấy",
                f"nếu là một người thì tạo data/people/{slug(name)}.yml rồi thêm mã vào people, để "
                "có trong chỉ mục; không thì thôi",
                Severity.NOTE,
            )


def taken(archive: Archive) -> Iterator[Problem]:
    """No picture is of a day that has not come."""
    today = datetime.now(_HERE).date()
    for one in archive.pictures.values():
        if (day := one.date) and (first := day.earliest()) and first > today:
            message = f"ảnh ghi {say_with_day(day)}, thời gian ấy chưa đến"
            yield Problem(one.where("date"), message, "sửa date; không rõ thì xóa dòng")


def large_enough(archive: Archive) -> Iterator[Problem]:
    """A picture has enough pixels for print; otherwise the editor is told how wide it may be."""
    for one in archive.pictures.values():
        file = archive.picture_files.get(one.id)
        if file and max(file.width, file.height) < _LEAST_IN_PRINT:
            wide = say_number(round(Decimal(file.width) / LEAST_PPI * _INCH))
            yield Problem(
                Position(file.path),
                f"ảnh chỉ {file.width} × {file.height} điểm, in rõ được rộng {wide} cm",
                "còn bản gốc thì quét lại ở 300 điểm mỗi inch trở lên; không còn thì thôi",
                Severity.NOTE,
            )


def depicted(archive: Archive) -> Iterator[Problem]:
    """A portrait shows one person; nobody in a picture is listed twice, or named and unnamed."""
    for one in archive.pictures.values():
        for who in one.people:
            yield from wrongly_unnamed(archive, who)
        if one.kind == "portrait" and len(one.people) != 1:
            yield Problem(
                one.where("people" if one.people else "kind"),
                f"chân dung là của một người, ở đây people có {len(one.people)}",
                "ghi đúng một người, hoặc đổi kind thành photograph",
            )
        twice = Counter(who.person for who in one.people if who.person).most_common(1)
        if twice and twice[0][1] > 1:
            message = f"people ghi “{twice[0][0]}” {twice[0][1]} lần"
            yield Problem(one.where("people"), message, "mỗi người ghi một lần, từ trái sang phải")


def on_the_day(archive: Archive) -> Iterator[Problem]:
    """A photograph of an event was taken while it was going on, or says what is in doubt."""
    for one in archive.pictures.values():
        if one.kind != "photograph" or not one.date or one.doubt or one.note:
            continue
        for reference in one.shows:
            day = day_of(archive, reference)
            if day and (certainly_before(one.date, day) or certainly_before(day, one.date)):
                yield Problem(
                    one.where("date"),
                    f"ảnh chụp {say(one.date)}, mà {reference} ở {say(day)}",
                    "sửa date hoặc shows; cả hai đều đúng thì ghi vì sao ở note",
                    Severity.NOTE,
                )


def day_of(archive: Archive, reference: str) -> Edtf | None:
    """Return when what a picture shows took place; None if that is not known."""
    fact = archive.fact(reference, "")
    said = vars(fact) if fact else {}
    return said.get("dates") or said.get("date")
