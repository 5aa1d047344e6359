"""The files made from a volume's pages: the sheets of a draft; all files for a press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from macros.book.finishing.colours import Inks, ProfileError, UnprintableError, read_profile
from macros.book.finishing.draft import Draft, to_draft
from macros.book.finishing.jacket import BOARD, LEAF, Sheet, jacket, sheet_of, spine_of
from macros.book.finishing.pdf_a import to_pdf_a
from macros.book.finishing.pdf_x import to_pdf_x
from macros.book.finishing.preflight.report import Subject, Verdict, examine, report
from macros.book.finishing.preflight.rules import ARCHIVE, EXCHANGE
from macros.book.printing_house import PRESSED, PrintingHouse, RefusedError
from macros.messages.problems import Position, Problem, Severity
from macros.rendering.letters import FONTS
from macros.system.program import own_or_default
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from macros.book.compose import Volume
    from macros.book.task import Task

DEFAULT_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
"""The default profile, in place of the press's own: SWOP, from Debian's libgs-common."""

FACE = f"{FONTS}/noto-serif-regular.woff2"


def inks_of(printing_house: PrintingHouse) -> Inks:
    """Return the inks of a press; raises RefusedError for a profile that cannot be used."""
    path = printing_house.profile or DEFAULT_PROFILE
    try:
        return Inks(read_profile(path), grey=printing_house.grey)
    except ProfileError as error:
        remedy = "ghi ICC=đường-dẫn tới tệp .icc mà nhà in gửi, hoặc cài gói libgs-common"
        problem = Problem(Position(str(path)), f"hồ sơ màu {error}", remedy)
        raise RefusedError(problem) from error


def draft(task: Task, volume: Volume, data: bytes) -> bytes:
    """Return the pages of a volume as sheets for the readers of its draft."""
    edition = task.edition
    version = f"Phiên bản {edition.commit}" if edition.commit else "Không rõ phiên bản"
    what = Draft(
        state=edition.imprint.state,
        title=volume.full_title,
        edition=f"{version}, ngày {edition.date}" if edition.date else version,
        top=task.layout.top,
        bottom=task.layout.bottom,
    )
    return to_draft(data, what, own_or_default(task.settings.root, FACE))


@dataclass(frozen=True)
class PressFiles:
    """The files for a press, by the end of their names, and the results of the preflight."""

    files: dict[str, bytes]
    problems: list[Problem]


def press(task: Task, volume: Volume, data: bytes, pages: int) -> PressFiles:
    """Return the files for a press: text, cover, copy for deposit, the report on all three.

    Raises RefusedError for a volume that holds what no press's inks can print.
    """
    root, name = task.settings.root, task.plan.name
    inks = inks_of(task.printing_house)
    paper = task.archive.edition.of(name).paper
    sheet = sheet_of(task.layout, spine_of(pages, paper))
    cover = jacket(volume, task.settings, task.archive, task.edition, task.layout, sheet)
    # A cover is printed in colour, whatever the text is printed in.
    coloured = inks_of(PrintingHouse(task.printing_house.profile))
    try:
        text = to_pdf_x(data, inks, root)
        around = to_pdf_x(cover, coloured, root, folds=sheet.folds, bled=True)
    except UnprintableError as error:
        remedy = "thay hình ấy bằng ảnh PNG hoặc JPEG, hoặc bằng SVG không có chuyển sắc"
        position = Position(f"{PRESSED}/{name}-ruot.pdf")
        raise RefusedError(Problem(position, f"không in được: {error}", remedy)) from error
    kept = to_pdf_a(data, root)
    verdicts = [examine(one) for one in _subjects(name, text, around, kept)]
    checked = report(
        verdicts,
        root,
        title=volume.full_title,
        notes=_notes(task, inks, sheet, pages),
        day=task.edition.date,
    )
    files = {
        "-ruot.pdf": text,
        "-bia.pdf": around,
        "-luu-tru.pdf": kept,
        "-kiem-tra.txt": checked.encode(),
    }
    return PressFiles(files, [one for verdict in verdicts for one in _problems(verdict)])


def _subjects(name: str, text: bytes, around: bytes, kept: bytes) -> tuple[Subject, ...]:
    """Return the files for the preflight: those for the press, and the copy for deposit."""
    exchange, archive = "PDF/X-4 (ISO 15930-7)", "PDF/A-2a (ISO 19005-2)"
    inside, cover, copy = (f"{name}-{one}.pdf" for one in ("ruot", "bia", "luu-tru"))
    return (
        Subject(inside, "ruột sách, gửi nhà in", text, exchange, EXCHANGE, folded=True),
        Subject(cover, "bìa, gửi nhà in", around, exchange, EXCHANGE),
        Subject(copy, "bản nộp lưu, đọc trên máy", kept, archive, ARCHIVE, printed=False),
    )


def _problems(verdict: Verdict) -> Iterator[Problem]:
    """Yield the results of a preflight as problems."""
    position = Position(f"{PRESSED}/{verdict.subject.name}")
    for one in verdict.broken:
        remedy = "gửi dòng này cho người phụ trách mã nguồn; chưa gửi tệp cho nhà in"
        yield Problem(position, f"{verdict.subject.standard}: {one.what}", remedy)
    for text in verdict.warnings:
        remedy = "thay hình lớn hơn, hoặc hỏi nhà in xem có in được không"
        yield Problem(position, text, remedy, Severity.WARNING)


def _notes(task: Task, inks: Inks, sheet: Sheet, pages: int) -> Iterator[str]:
    """Yield the notes for a press, including assumptions."""
    paper = task.archive.edition.of(task.plan.name).paper
    leaf = paper.thickness if paper else LEAF
    board = paper.cover if paper and paper.cover else BOARD
    assumed = "" if paper else " (giả định; ghi paper trong data/edition.yml khi nhà in cho biết)"
    yield (
        f"Gáy {_mm(sheet.spine)} mm: {-(-pages // 2)} tờ dày {_mm(leaf)} micrômét, "
        f"hai tờ bìa dày {_mm(board)} micrômét{assumed}."
    )
    if paper and paper.name:
        yield f"Giấy ruột: {paper.name}."
    if not sheet.lettered:
        yield "Gáy hẹp hơn 5 mm nên không in chữ."
    usual = " (hồ sơ thay tạm, chưa phải của nhà in: hỏi rồi ghi ICC=…)"
    yield f"Hồ sơ màu: {inks.name}{'' if task.printing_house.profile else usual}."
    yield (
        "Ruột in một màu đen, hình đổi sang xám."
        if task.printing_house.grey
        else ("Chữ và nét xám của ruột chỉ dùng mực đen; hình có màu in bốn màu (GREY=1: in xám).")
    )
    if task.edition.imprint.draft:
        yield f"Tập này đang ở tình trạng “{task.edition.imprint.state}”."


def _mm(value: float) -> str:
    return say_number(Decimal(str(value))).removesuffix(",0")
