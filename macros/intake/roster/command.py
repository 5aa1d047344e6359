"""`make import`: tells what each row of a list is; writes those that are clear when asked to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.archive.complete import load_archive
from macros.intake.document import IntakeError
from macros.intake.roster.columns import as_table
from macros.intake.roster.reading import Entry, RowReader, State
from macros.intake.roster.sheet import read_rows
from macros.mending.batch import Batch, BatchError, organization_file
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import errors, one_line
from macros.messages.suggest import did_you_mean, listed
from macros.model.citations import CitationError, parse_citations
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.archive import Archive
    from macros.archive.dossier import Dossier
    from macros.messages.output import Output


class Request(NamedTuple):
    """What an editor asks for: the file, whose committee, and what all rows have in common."""

    file: Path
    organization: str
    post: str = ""
    congress: str = ""
    cite: str = ""
    apply: bool = False


def import_list(root: Path, request: Request) -> Output:
    """Tell what each row is; the exit status is 1 if the list or a written row is refused."""
    archive, _ = load_archive(root)
    try:
        dossier = _asked(archive, request)
        table = as_table(read_rows(request.file), request.file.name)
    except (IntakeError, CitationError) as refusal:
        yield from error_lines([one_line(f"lỗi: {refusal.message} → {refusal.remedy}")])
        return WRONG
    reader = RowReader(archive, request.post, request.cite)
    entries = [reader.read(number, cells) for number, cells in table.rows]
    seen: dict[str, int] = {}
    for one in entries:
        _already(dossier, one, request)
        _twice(archive, one, request, seen)
        yield Line(one_line(f"{request.file.name}:{one.row}: {_words(archive, one)}"))
    if table.left_out:
        yield Line(one_line(f"Không dùng các cột: {', '.join(table.left_out)}."))
    counts = Counter(one.state for one in entries)
    yield Line(", ".join(f"{counts[state]} {state.value}" for state in State) + ".")
    ready = [one for one in entries if one.state in (State.NEW, State.KNOWN)]
    if not request.apply:
        yield Line(
            "Chưa ghi gì; đúng rồi thì chạy lại với APPLY=1, dòng chưa rõ thì sửa trong bảng."
        )
        return DONE
    return (yield from _written(root, request, archive, ready, len(entries)))


def _asked(archive: Archive, request: Request) -> Dossier:
    """Return the organization; raises IntakeError for what was asked for wrongly."""
    known = archive.dossiers
    if request.organization not in known:
        guess = did_you_mean(request.organization, known)
        missing = (
            f"không có tổ chức “{request.organization}”"
            if request.organization
            else "thiếu ORGANIZATION"
        )
        raise IntakeError(missing, guess or "thêm ORGANIZATION=ma-to-chuc")
    if request.post and request.post not in archive.roles:
        remedy = f"POST là một trong: {listed(archive.roles)}"
        raise IntakeError(f"không có chức danh “{request.post}”", remedy)
    for one in parse_citations(request.cite) if request.cite else ():
        if one.source not in archive.sources:
            raise IntakeError(f"không có nguồn “{one.source}”", "CITE=ma-nguon#12")
    return known[request.organization]


def _already(dossier: Dossier, one: Entry, request: Request) -> None:
    """Mark a row whose term the data have, and one that lacks a citation or a time."""
    if one.state not in (State.NEW, State.KNOWN):
        return
    same = [m for m in dossier.memberships if (m.person, m.post) == (one.person, one.post)]
    congress = request.congress or None
    if any(str(m.start_date or "") == one.start and m.congress == congress for m in same):
        one.state = State.THERE
    elif other := next((m for m in same if str(m.start_date or "")[:4] == one.start[:4]), None):
        shown = other.start_date or other.congress or "không rõ ngày"
        one.asked.append(f"dữ liệu đã có lần giữ chức ấy ({shown}, mã {other.id})")
        one.state = State.UNCLEAR
    elif not one.cite:
        one.asked.append("chưa có trích dẫn: thêm CITE=ma-nguon#đoạn hoặc cột Nguồn")
        one.state = State.UNCLEAR


def _twice(archive: Archive, one: Entry, request: Request, seen: dict[str, int]) -> None:
    """Mark a row that says again what a row above says."""
    if one.state in (State.NEW, State.KNOWN):
        own = str(_fields(archive, one, request)["id"])
        if own in seen:
            one.asked.append(f"cùng người, chức danh và năm với dòng {seen[own]}")
            one.state = State.UNCLEAR
        seen.setdefault(own, one.row)


def _words(archive: Archive, one: Entry) -> str:
    when = " đến ".join(filter(None, (one.start, one.end)))
    role = archive.role_label(one.post) if one.post else ""
    who = one.name or "?"
    name = f"{who} ({one.person})" if one.person else who
    said = ", ".join(filter(None, (name, role, when)))
    return "; ".join([f"{one.state.value}: {said}", *one.asked, *one.told])


def _written(
    root: Path, request: Request, archive: Archive, ready: Sequence[Entry], count: int
) -> Output:
    batch = Batch(root)
    path = organization_file(request.organization, "leadership")
    try:
        for one in ready:
            if one.state is State.NEW and f"data/people/{one.person}.yml" not in batch.files:
                batch.create(f"data/people/{one.person}.yml", {"name": one.name})
            batch.add(path, "memberships", _fields(archive, one, request))
        problems = batch.write_checked() if ready else []
    except BatchError as refusal:
        yield from error_lines([one_line(f"lỗi: {refusal}")])
        return WRONG
    if wrong := errors(problems):
        yield from error_lines(one_line(f"lỗi: {one.message} → {one.remedy}") for one in wrong)
        yield from error_lines(["Chưa ghi dòng nào: sửa trong bảng rồi chạy lại."])
        return WRONG
    yield Line(f"Đã ghi {len(ready)}/{count} dòng vào {path}.")
    for problem in problems:
        yield Line(str(problem))
    return DONE


def _fields(archive: Archive, one: Entry, request: Request) -> dict[str, object]:
    year = one.start[:4] or (f"dai-hoi-{request.congress}".lower() if request.congress else "")
    own = "-".join(filter(None, (slug(archive.roles[one.post].label), one.person, slug(year))))
    return {
        "id": own,
        "person": one.person,
        "post": one.post,
        "start_date": one.start,
        "end_date": one.end,
        "congress": request.congress,
        "cite": one.cite,
        "note": one.note,
    }
