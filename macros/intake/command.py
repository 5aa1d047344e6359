"""`make source`: writes the transcription, the record of the source, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.evidence.published import work_folder
from macros.evidence.sidecar import sidecar
from macros.evidence.transcriptions import unusable_text
from macros.intake.clean import cleaned
from macros.intake.document import IntakeError
from macros.intake.outline import with_headings
from macros.intake.readers import read
from macros.intake.record import quoted, record, unlisted
from macros.intake.sidecar import dump
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.model.source_codes import PUBLISHED_REASONS
from macros.project.transcriptions import remember, remembered, write
from macros.system.program import PROGRAM
from macros.text.vietnamese import is_id, slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.intake.document import Reading
    from macros.messages.output import Output

MOST_DOUBTS = 40
"""So many places to look at are printed; all of them stand in the map."""
_NO_FOLDER = (
    "chưa biết để bản chép ở đâu",
    "thêm SOURCES=thư-mục, một thư mục ngoài kho mã (lần sau máy nhớ)",
)


@dataclass(frozen=True)
class Request:
    """What an editor asked for: the document, and id, title and folder, "" or None if not given.

    `again` allows a transcription to be replaced. `published` is why its text may be published, a
    code of PUBLISHED_REASONS, and `licence` the paper that says so: then the text is kept in data/.
    """

    file: Path
    source: str = ""
    title: str = ""
    folder: Path | None = None
    again: bool = False
    published: str = ""
    licence: str = ""


def take(root: Path, request: Request) -> Output:
    """Take a document in; the exit status is 1 if it is refused, and then nothing was written."""
    try:
        source = _id(request)
        published = _published(request)
        folder = _folder(root, request.folder, needed=not published)
        own = root / "data" / "sources"
        place = own if published else folder
        assert place is not None
        title = _title(root, source, request.title)
        reading = cleaned(read(request.file))
        reading = replace(reading, paragraphs=tuple(with_headings(reading.paragraphs)))
        path = place / f"{source}.txt"
        text = _text(reading, path, request)
    except IntakeError as refusal:
        yield from error_lines([f"lỗi: {refusal.message} → {refusal.remedy}"])
        return WRONG
    yield from _told(request.file, reading)
    place.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    kept = folder or work_folder(root, path)
    sidecar(kept, source).write_text(dump(reading), encoding="utf-8", newline="\n")
    yield Line(f"{path}: {len(reading.paragraphs)} đoạn")
    own.mkdir(parents=True, exist_ok=True)
    if (own / f"{source}.yml").exists():
        yield Line(f"data/sources/{source}.yml: đã có, giữ nguyên{_to_add(published)}")
        yield from _new_headings(own / f"{source}.yml", reading)
    else:
        written = record(title, reading) + published
        (own / f"{source}.yml").write_text(written, encoding="utf-8", newline="\n")
        yield Line(f"data/sources/{source}.yml: đã tạo, còn dòng trống để ghi")
    if folder:
        remember(root, folder)
    status = yield from write(root, folder)
    yield from _doubts(kept, source, reading)
    return DONE if status == DONE else WRONG


def _new_headings(record: Path, reading: Reading) -> Iterator[Line]:
    """Yield the headings of a document taken again that the record of its source does not list."""
    if new := unlisted(record.read_text(encoding="utf-8", errors="replace"), reading):
        yield Line("Đề mục chưa có ở headings của tệp ấy: soát số đoạn rồi thêm dòng")
        yield from (Line(f"  {one}") for one in new)


def _id(request: Request) -> str:
    if not request.file.name:
        raise IntakeError("thiếu FILE", "ghi đường dẫn đến tệp: FILE=…")
    given = request.source or slug(request.file.stem)
    if is_id(given):
        return given
    example = slug(given) if is_id(slug(given)) else "bao-cao-2025"
    raise IntakeError(
        f"mã nguồn “{given}” không đúng dạng",
        f"chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ ID={example}",
    )


def _published(request: Request) -> str:
    """Return the line of the record that says why the text may be published, "" for others."""
    if not request.published:
        return ""
    if request.published not in PUBLISHED_REASONS:
        listed = "; ".join(f"{code} ({word})" for code, word in PUBLISHED_REASONS.items())
        raise IntakeError(
            f"không có lý do công bố “{request.published}”", f"PUBLISHED là một trong: {listed}"
        )
    licence = " ".join(request.licence.split())
    if PUBLISHED_REASONS.entry(request.published).licensed and not licence:
        raise IntakeError(
            f"“{PUBLISHED_REASONS[request.published]}” cần nói căn cứ",
            'thêm LICENCE="văn bản nào, của ai, ngày nào"',
        )
    ground = f", licence: {quoted(licence)}" if licence else ""
    return f"published: {{ reason: {request.published}{ground} }}\n"


def _to_add(published: str) -> str:
    """Return what an editor adds to a record that was there, "" for nothing."""
    return f"; thêm vào đó: {published.rstrip()}" if published else ""


def _folder(root: Path, given: Path | None, *, needed: bool) -> Path | None:
    """Return the folder of transcriptions, None if none is known and none is needed."""
    folder = given or remembered(root)
    if folder is None and not needed:
        return None
    if folder is None:
        raise IntakeError(*_NO_FOLDER)
    folder = folder.expanduser().resolve()
    for inside in (root.resolve(), PROGRAM):
        if folder == inside or inside in folder.parents:
            raise IntakeError(
                f"thư mục “{folder}” nằm trong kho mã, mà bản chép không được vào kho",
                "chọn một thư mục ngoài kho: SOURCES=…",
            )
    if folder.exists() and not folder.is_dir():
        raise IntakeError(f"“{folder}” không phải thư mục", "chọn một thư mục: SOURCES=…")
    return folder


def _title(root: Path, source: str, given: str) -> str:
    title = " ".join(given.split())
    if not title and not (root / "data" / "sources" / f"{source}.yml").exists():
        raise IntakeError("chưa có tên nguồn", 'thêm TITLE="Báo cáo …" như in ở trang đầu')
    return title


def _text(reading: Reading, path: Path, request: Request) -> str:
    """Return the text of the transcription; refuses one that would be no transcription."""
    text = "".join(f"{one.text}\n" for one in reading.paragraphs)
    if not text.strip():
        remedy = "bản quét thì cần nhận dạng chữ; tệp khác thì mở xem có chữ không"
        raise IntakeError(f"tệp “{request.file.name}” không có chữ nào đọc được", remedy)
    if problem := unusable_text(text.encode(), request.file.name):
        raise IntakeError(
            f"{problem.message} ({request.file.name}, đoạn {problem.position.line})", problem.remedy
        )
    old = path.read_text(encoding="utf-8", errors="replace") if path.exists() else text
    if old != text and not request.again:
        remedy = "thêm AGAIN=1 để thay, hoặc đặt ID=một-mã-khác"
        raise IntakeError(f"đã có {path}, khác với bản vừa đọc", remedy)
    return text


def _told(file: Path, reading: Reading) -> Iterator[Line]:
    kinds = {"heading": "đề mục", "row": "dòng bảng", "note": "chú thích", "box": "đoạn hộp chữ"}
    counts = [
        f"{count} {word}"
        for kind, word in kinds.items()
        if (count := sum(one.kind == kind for one in reading.paragraphs))
    ]
    counted = f" ({', '.join(counts)})" if counts else ""
    yield Line(f"{file.name}: đọc {len(reading.paragraphs)} đoạn{counted}")
    for one in (*reading.told, *filter(None, [reading.pages])):
        yield Line(f"  {one}")


def _doubts(folder: Path, source: str, reading: Reading) -> Iterator[Line]:
    found = [
        f"  đoạn {number}: {', '.join(one.doubts)}"
        for number, one in enumerate(reading.paragraphs, start=1)
        if one.doubts
    ]
    if not found:
        return
    yield Line(f"Cần người xem lại {len(found)} đoạn:")
    for one in found[:MOST_DOUBTS]:
        yield Line(one)
    if len(found) > MOST_DOUBTS:
        more = len(found) - MOST_DOUBTS
        yield Line(f"  … và {more} đoạn nữa: xem {sidecar(folder, source)}")
