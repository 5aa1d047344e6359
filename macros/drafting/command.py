"""`make draft`: proposed facts of a source as YAML, and their way into data/."""

from __future__ import annotations

from collections import Counter
from shlex import quote
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.drafting.apply import apply
from macros.drafting.gather import proposals
from macros.drafting.proposal import KINDS
from macros.drafting.reading import Reading
from macros.drafting.sheet import SUFFIX, read_sheet, sheet, without
from macros.evidence.published import DRAFTS, transcription_path, work_folder
from macros.evidence.transcriptions import unusable
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import Position, Problem
from macros.project.transcriptions import remembered, renew
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from macros.archive import Archive
    from macros.drafting.proposal import Kind, Proposal
    from macros.drafting.sheet import Marked
    from macros.messages.output import Output


def draft(root: Path, source: str, folder: Path | None = None, kind: str = "") -> Output:
    """Write the proposals for a source; the exit status is 1 if its transcription is not here."""
    kinds = kinds_of(kind)
    if not kinds:
        known = ", ".join(f"{code} ({word})" for code, word in KINDS.items())
        yield from error_lines([f"lỗi: không có loại “{kind}” → KIND là một trong: {known}"])
        return WRONG
    path = yield from transcription(root, source, folder)
    if path is None:
        return WRONG
    archive, _ = load_archive(root)
    reading = reading_of(archive, path)
    if problem := about_nobody(reading):
        yield from error_lines([problem])
        return WRONG
    proposed = proposals(reading, kinds)
    if not proposed:
        yield Line(f"{source}: không còn điều gì để đề nghị.")
        return DONE
    target = work_folder(root, path) / f"{source}{SUFFIX}"
    if target.is_file():
        items, unreadable = read_sheet(target.read_bytes(), target.name)
        if unreadable or any(one.accepted for one in items):
            remedy = f"chạy make draft APPLY={target.name} trước, hoặc xóa tệp ấy"
            yield from error_lines([f"lỗi: {target} còn mục đã nhận mà chưa ghi → {remedy}"])
            return WRONG
    target.write_text(sheet(source, proposed), encoding="utf-8", newline="\n")
    yield Line(f"{target}: {_counted(proposed)}")
    yield Line("Đọc lại, đổi accept: false thành accept: true ở mục đúng, rồi chạy "
               f"make draft APPLY={target.name}{_where(root, folder)}")  # fmt: skip
    return DONE


def about_nobody(reading: Reading) -> Problem | None:
    """Return the problem that nothing says which organization a source is about."""
    if reading.main:
        return None
    position = Position(f"data/sources/{reading.source}.yml")
    message = "chưa ghi nguồn này nói về tổ chức nào, nên chưa biết dữ kiện thuộc về ai"
    remedy = "ghi organizations: mã tổ chức mà nguồn nói đến, tổ chức chính trước hết"
    return Problem(position, message, remedy)


def _where(root: Path, folder: Path | None) -> str:
    """Return the variables that a command to be typed next needs too."""
    own = "" if root == PROGRAM else f" ROOT={quote(str(root))}"
    return own + (f" SOURCES={quote(str(folder))}" if folder else "")


def kinds_of(kind: str) -> tuple[Kind, ...]:
    """Return the kinds that a code or a Vietnamese word names, all for none, () for no such."""
    if not kind:
        return tuple(KINDS)
    return tuple(code for code, word in KINDS.items() if kind.strip().lower() in {code, word})


def reading_of(archive: Archive, path: Path) -> Reading:
    """Return the transcription at `path` as the rules read it."""
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return Reading(archive, path.stem, lines)


def transcription(
    root: Path, source: str, folder: Path | None
) -> Generator[Line, None, Path | None]:
    """Return the path of a transcription; None, with one line that says why, if it is unusable."""
    if not source:
        yield from error_lines(
            ["lỗi: thiếu SOURCE → ghi SOURCE=mã của một nguồn trong data/sources/"]
        )
        return None
    path = transcription_path(root, folder or remembered(root), source)
    known = "/" not in source and "\\" not in source
    if path is None or not known or not path.is_file():
        remedy = "ghi SOURCE=mã và SOURCES=thư-mục có tệp MÃ.txt"
        yield from error_lines([f"lỗi: không thấy {source}.txt → {remedy}"])
        return None
    if not (root / f"data/sources/{source}.yml").is_file():
        remedy = "mở nguồn bằng make source, hoặc sửa SOURCE"
        yield from error_lines([f"lỗi: data/sources/ không có nguồn “{source}” → {remedy}"])
        return None
    if problem := unusable(path):
        yield from error_lines([problem])
        return None
    return path


def _counted(proposed: Sequence[Proposal]) -> str:
    kinds = Counter(KINDS[one.kind] for one in proposed)
    ready = sum(one.is_ready for one in proposed)
    refused = sum(bool(one.problem) for one in proposed)
    words = ", ".join(f"{count} {word}" for word, count in kinds.items())
    more = f"; {refused} phép soát không nhận" if refused else ""
    return f"{words}; {ready} sẵn sàng, {len(proposed) - ready - refused} còn phải hỏi{more}"


def apply_sheet(root: Path, path: Path, folder: Path | None = None) -> Output:
    """Write the accepted proposals of a sheet into data/; exit status 1 if any is refused."""
    found = folder or remembered(root)
    for place in filter(None, (found, root / DRAFTS)):
        if not path.is_file() and (place / path).is_file():
            path = place / path
    if not path.is_file():
        remedy = f"APPLY là tệp …{SUFFIX} mà make draft SOURCE=mã đã ghi"
        yield from error_lines([f"lỗi: không thấy tệp {path} → {remedy}"])
        return WRONG
    data = path.read_bytes()
    items, problems = read_sheet(data, path.name)
    if problems:
        yield from error_lines(problems)
        return WRONG
    accepted = [one for one in items if one.accepted]
    if not accepted:
        yield Line("Chưa mục nào có accept: true; không ghi gì.")
        return DONE
    done = apply(root, accepted, found)
    for one, position in done.written:
        yield Line(f"{position}: đã ghi {one.record.get('id', one.to)}")
    yield from error_lines(_refused(one, problem) for one, problem in done.problems)
    rest = without(data.decode("utf-8"), [one for one, _ in done.written])
    path.write_text(rest, encoding="utf-8", newline="\n")
    counts = len(done.written), len(done.problems), len(items) - len(accepted)
    yield Line("{} mục đã ghi vào data/, {} mục không được nhận, {} mục chưa xét.".format(*counts))
    if done.written and found:
        yield from renew(root, found)
        yield Line("Tệp bằng chứng đã theo kịp dữ liệu. Kể trong chương rồi chạy make check.")
    elif done.written:
        yield Line(f"Nhớ chạy make evidence SOURCES=thư-mục{_where(root, None)}, rồi make check.")
    return WRONG if done.problems else DONE


def _refused(one: Marked, problem: Problem) -> Problem:
    """Return why an item was refused, at its place in the sheet: its file has nothing of it."""
    if problem.position == one.position:
        return problem
    named = str(one.record.get("id") or one.to)
    message = f"không nhận mục “{named}” vào {one.to}: {problem.message}"
    return Problem(one.position, message, problem.remedy)
