"""The evidence files `data/sources/<id>.evidence.json`: generated, one paragraph per line."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from macros.evidence.extract import WORDS_BYTES, ParagraphEvidence, extract_all
from macros.evidence.numbers import AROUND_BYTES, NumberEvidence
from macros.messages.problems import Position, Problem
from macros.text.merge_marks import WORDS, line_of_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FORMAT = 1
SUFFIX = ".evidence.json"
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError)
_REMEDY = "tệp này do máy viết, không sửa tay: chạy make evidence SOURCES=<thư mục bản phiên âm>"

RawEvidence: TypeAlias = "dict[str, Any]"
"""An evidence file as JSON: its `source`, `format` and `paragraphs`, not yet parsed."""


@dataclass(frozen=True)
class SourceEvidence:
    """The evidence of one source: its paragraphs in order, numbered from 1."""

    source: str
    paragraphs: tuple[ParagraphEvidence, ...]

    @cached_property
    def by_number(self) -> dict[int, ParagraphEvidence]:
        """The paragraphs by their number."""
        return {paragraph.number: paragraph for paragraph in self.paragraphs}


def from_transcription(path: Path) -> SourceEvidence:
    """Return the evidence of the transcription `<id>.txt` at `path`."""
    return SourceEvidence(path.stem, extract_all(path.read_text(encoding="utf-8")))


def evidence_path(root: Path, source: str) -> Path:
    """Return the path of the evidence file of `source` in the project at `root`."""
    return root / "data" / "sources" / f"{source}{SUFFIX}"


def dump(evidence: SourceEvidence) -> str:
    """Return the text of an evidence file, one paragraph per line; equal evidence, equal text."""
    head = f'{{"source": {json.dumps(evidence.source)}, "format": {FORMAT}, "paragraphs": [\n'
    lines = [
        json.dumps(_record(p), ensure_ascii=False, separators=(",", ":"))
        for p in evidence.paragraphs
    ]
    return head + ",\n".join(lines) + "\n]}\n"


def load(root: Path) -> tuple[dict[str, SourceEvidence], list[Problem]]:
    """Return the evidence of every source of the project, and the files that cannot be read."""
    documents, problems = read(root)
    evidence, found = parse_all(root, documents)
    return evidence, [*problems, *found]


def read(root: Path) -> tuple[dict[str, RawEvidence], list[Problem]]:
    """Return the evidence files of the project by source, and problems for unreadable ones.

    They are not parsed: that takes longer, and :func:`parse_all` can do it in another process.
    """
    documents: dict[str, RawEvidence] = {}
    problems: list[Problem] = []
    for path in sorted((root / "data" / "sources").glob(f"*{SUFFIX}")):
        if path.is_symlink():
            continue  # refused and reported where data/ is read
        try:
            text = path.read_text(encoding="utf-8")
            if line := line_of_mark(text):
                problems.append(_half_merged(root, path, line))
                continue
            document = _document(text)
            documents[document["source"]] = document
        except _UNREADABLE:
            problems.append(_unreadable(root, path))
    return documents, problems


def _half_merged(root: Path, path: Path, line: int) -> Problem:
    """Return the problem that git's marks of a merge are left in an evidence file."""
    name = path.relative_to(root).as_posix()
    remedy = (
        f"chạy git checkout --theirs {name} để lấy bản của nhánh kia rồi make evidence "
        "SOURCES=<thư mục bản phiên âm>; không có bản phiên âm thì nhờ người giữ nguồn"
    )
    return Problem(Position(name, line), WORDS, remedy)


def parse_all(
    root: Path, documents: Mapping[str, RawEvidence]
) -> tuple[dict[str, SourceEvidence], list[Problem]]:
    """Parse evidence files; return problems for those that this program did not write."""
    sources: dict[str, SourceEvidence] = {}
    problems: list[Problem] = []
    for source, document in documents.items():
        try:
            sources[source] = _evidence(document)
        except _UNREADABLE:
            problems.append(_unreadable(root, evidence_path(root, source)))
    return sources, problems


def _unreadable(root: Path, path: Path) -> Problem:
    position = Position(path.relative_to(root).as_posix())
    return Problem(position, "không đọc được tệp bằng chứng", _REMEDY)


def parse(text: str) -> SourceEvidence:
    """Read the text of an evidence file.

    Raises ValueError, KeyError, TypeError or IndexError for a text that `dump` did not write.
    """
    return _evidence(_document(text))


def _document(text: str) -> RawEvidence:
    document: RawEvidence = json.loads(text, parse_constant=_no_number)
    if document["format"] != FORMAT:
        raise ValueError(f"unknown format of evidence: {document['format']}")
    if not isinstance(document["paragraphs"], list):
        raise TypeError("paragraphs of evidence are a list")
    return document


def _no_number(word: str) -> None:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError(f"no number: {word}")


def _evidence(document: RawEvidence) -> SourceEvidence:
    return SourceEvidence(
        document["source"], tuple(_paragraph(record) for record in document["paragraphs"])
    )


def compare_with_transcription(
    root: Path, evidence: SourceEvidence, transcription: SourceEvidence
) -> list[Problem]:
    """Return a problem if a committed evidence file does not match its transcription."""
    if dump(evidence) == dump(transcription):
        return []
    old = {p.number: p.sha256 for p in evidence.paragraphs}
    new = {p.number: p.sha256 for p in transcription.paragraphs}
    changed = sorted(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
    where = f", bắt đầu từ đoạn {changed[0]}" if changed else ""
    path = evidence_path(root, evidence.source).relative_to(root).as_posix()
    line = changed[0] + 1 if changed else 1
    return [
        Problem(Position(path, line), f"tệp bằng chứng không khớp bản phiên âm{where}", _REMEDY)
    ]


def _record(paragraph: ParagraphEvidence) -> dict[str, Any]:
    """Return a paragraph as JSON, without empty fields."""
    record: dict[str, Any] = {
        "paragraph": paragraph.number,
        "sha256": paragraph.sha256,
        "numbers": [_number_record(number) for number in paragraph.numbers],
        "number_words": [_number_record(number) for number in paragraph.number_words],
        "dates": list(paragraph.dates),
        "symbols": list(paragraph.symbols),
        "names": list(paragraph.names),
        "labels": list(paragraph.labels),
        "words": _packed(paragraph.words),
    }
    return {key: value for key, value in record.items() if value}


def _number_record(number: NumberEvidence) -> list[str]:
    # The following words are stored before the preceding ones, so that the text is broken up.
    return [
        number.printed,
        " ".join(number.after),
        " ".join(number.before),
        _packed(number.around),
    ]


def _paragraph(record: dict[str, Any]) -> ParagraphEvidence:
    return ParagraphEvidence(
        number=int(record["paragraph"]),
        sha256=record["sha256"],
        numbers=_numbers(record.get("numbers", [])),
        number_words=_numbers(record.get("number_words", [])),
        dates=tuple(record.get("dates", [])),
        symbols=tuple(record.get("symbols", [])),
        names=tuple(record.get("names", [])),
        labels=tuple(record.get("labels", [])),
        words=_unpacked(record.get("words", ""), WORDS_BYTES),
    )


def _numbers(records: Iterable[list[str]]) -> tuple[NumberEvidence, ...]:
    return tuple(
        NumberEvidence(
            printed, tuple(after.split()), tuple(before.split()), _unpacked(around, AROUND_BYTES)
        )
        for printed, after, before, around in records
    )


def _packed(hashes: frozenset[bytes]) -> str:
    return b64encode(b"".join(sorted(hashes))).decode().rstrip("=")


def _unpacked(text: str, size: int) -> frozenset[bytes]:
    packed = b64decode(text + "=" * (-len(text) % 4))
    return frozenset(packed[start : start + size] for start in range(0, len(packed), size))
