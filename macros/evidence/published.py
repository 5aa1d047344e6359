"""The texts of sources that may be published: `data/sources/<id>.txt`, one paragraph a line.

Only a source whose record says `published` has its text in the repository. It is held to the
evidence of the source, so that what readers see is what the facts were compared with.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from macros.evidence.transcriptions import unusable_text
from macros.messages.problems import Position, Problem
from macros.model.source_codes import PUBLISHED_REASONS
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.files import RawEvidence
    from macros.model.sources import Source

SUFFIX = ".txt"
MAX_BYTES = 8 * 1024 * 1024
"""The largest text that is read: twenty times the longest transcription made so far."""
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that are not seen and change how others are shown."""
DRAFTS = ".cache/drafts"
"""Where editors' work on a published text is kept, in the project, out of git."""
_NOT_HERE = "chuyển tệp ra thư mục bản chép ngoài kho mã"
_ALLOWED = "; được phép công bố thì ghi published: {reason: …} vào tệp của nguồn"
_AGAIN = (
    "chạy make evidence nếu lời vừa được sửa cho đúng bản gốc; không thì lấy lại tệp đã gửi bằng "
    "git checkout"
)

Texts = dict[str, tuple[str, ...]]
"""The paragraphs of each published source, by its id."""


def text_path(root: Path, source: str) -> Path:
    """Return where the text of a published source is kept in the project at `root`."""
    return root / "data" / "sources" / f"{source}{SUFFIX}"


def text_paths(root: Path) -> list[Path]:
    """Return the texts in data/sources/, whether or not they may be there."""
    found = sorted((root / "data" / "sources").glob(f"*{SUFFIX}"))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def transcription_path(root: Path, folder: Path | None, source: str) -> Path | None:
    """Return where the text of a source is: in data/ if it is published, else in `folder`."""
    own = text_path(root, source)
    if own.is_file():
        return own
    return folder / f"{source}{SUFFIX}" if folder else None


def work_folder(root: Path, path: Path) -> Path:
    """Return where files that belong beside a transcription are kept, which is never data/."""
    if path.parent != root / "data" / "sources":
        return path.parent
    folder = root / DRAFTS
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def read_texts(
    root: Path, archive: Archive, evidence: Mapping[str, RawEvidence]
) -> tuple[Texts, list[Problem]]:
    """Return the texts that may be shown, and one problem for each source that is not right."""
    texts: Texts = {}
    problems: list[Problem] = []
    there = {path.stem: path for path in text_paths(root)}
    for name, path in there.items():
        source = archive.sources.get(name)
        if source is None or source.published is None:
            problems += _unasked(root, path, archive)
        elif problem := _wrong(path, path.relative_to(root).as_posix(), evidence.get(name)):
            problems.append(problem)
        elif not withheld_too(source):
            texts[name] = _paragraphs(path.read_text(encoding="utf-8"))
    for source in archive.sources.values():
        if source.published is not None:
            problems += _record(source, has_text=source.id in there)
    return texts, problems


def texts_as_typed(root: Path) -> Texts:
    """Return the paragraphs of every text in data/sources/, right or wrong, as far as readable."""
    return {
        path.stem: _paragraphs(path.read_text(encoding="utf-8", errors="replace"))
        for path in text_paths(root)
        if path.stat().st_size <= MAX_BYTES
    }


def withheld_too(source: Source) -> str:
    """Return the field that withholds what `published` would show, "" for none."""
    return "restricted" if source.restricted else "withheld" if source.withheld else ""


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(text.removesuffix("\n").split("\n"))


def _unasked(root: Path, path: Path, archive: Archive) -> Iterator[Problem]:
    """Yield that a text is in the repository although no record says that it may be."""
    shown = path.relative_to(root).as_posix()
    record = shown.removesuffix(SUFFIX) + ".yml"
    if record in archive.unread:
        return  # reported, and perhaps that is the field
    if path.stem in archive.sources:
        message = f"lời của nguồn “{path.stem}” nằm trong kho mã mà nguồn không ghi published"
        yield Problem(Position(shown), message, _NOT_HERE + _ALLOWED)
        return
    meant = slug(path.stem)
    named = meant in archive.sources and path.name != f"{meant}{SUFFIX}"
    remedy = f"đổi tên thành {meant}{SUFFIX}" if named else _NOT_HERE
    yield Problem(Position(shown), f"không có nguồn nào mang mã “{path.stem}”", remedy)


def _record(source: Source, *, has_text: bool) -> Iterator[Problem]:
    """Yield what is wrong with `published` in the record of a source."""
    published = source.published
    assert published is not None
    place = source.where("published")
    if other := withheld_too(source):
        message = f"published công bố cả lời, mà {other} giữ kín một phần"
        yield Problem(place, message, f"bỏ dòng published, hoặc bỏ dòng {other}")
    elif not source.transcribed:
        message = "published cần bản chép, mà nguồn ghi transcribed: false"
        yield Problem(place, message, "bỏ dòng transcribed khi đã có lời, hoặc bỏ dòng published")
    elif not has_text:
        path = f"data/sources/{source.id}{SUFFIX}"
        message = f"nguồn ghi published mà không có lời ở {path}"
        yield Problem(place, message, "chép lời vào tệp ấy, mỗi đoạn một dòng, hoặc bỏ published")
    if PUBLISHED_REASONS.entry(published.reason).licensed and not published.licence:
        message = f"“{PUBLISHED_REASONS[published.reason]}” cần nói căn cứ"
        yield Problem(place, message, 'thêm licence: "văn bản nào, của ai, ngày nào"')


def _wrong(path: Path, shown: str, evidence: RawEvidence | None) -> Problem | None:
    """Return why the text of a published source cannot be shown, None if it can."""
    if path.stat().st_size > MAX_BYTES:
        message = f"lời dài quá {MAX_BYTES // 1024 // 1024} MB"
        return Problem(Position(shown), message, "chia thành nhiều nguồn")
    data = path.read_bytes()
    if problem := unusable_text(data, shown):
        return problem
    if evidence is None:
        message = f"nguồn “{path.stem}” chưa có tệp bằng chứng"
        return Problem(Position(shown), message, "chạy make evidence")
    # A program that ends lines as Windows does changes none of the words.
    lines = _paragraphs(data.decode("utf-8").replace("\r\n", "\n"))
    for number, line in enumerate(lines, start=1):
        if hidden := _HIDDEN.search(line):
            message = f"đoạn {number} có ký tự ẩn U+{ord(hidden[0]):04X}"
            return Problem(Position(shown, number), message, "xóa ký tự ấy rồi chạy make evidence")
    hashes = [one.get("sha256") for one in evidence["paragraphs"]]
    if len(lines) != len(hashes):
        message = f"lời có {len(lines)} đoạn, tệp bằng chứng có {len(hashes)}"
        return Problem(Position(shown), message, _AGAIN)
    for number, (line, known) in enumerate(zip(lines, hashes, strict=True), start=1):
        if sha256(line.encode()).hexdigest() != known:
            message = f"đoạn {number} không khớp tệp bằng chứng"
            return Problem(Position(shown, number), message, _AGAIN)
    return None
