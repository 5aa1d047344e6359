"""The evidence files `data/sources/<id>.evidence.json`: generated, one paragraph per line."""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from macros.evidence.extract import WORDS_BYTES, ParagraphEvidence, extract_all
from macros.evidence.lexicon import ATTESTED_BYTES, NOTHING, TERM_BYTES, Lexicon
from macros.evidence.numbers import AROUND_BYTES, NumberEvidence
from macros.evidence.redaction import NO_REDACTION, Redaction
from macros.evidence.sentences import PersonEvidence, Points, SentenceEvidence
from macros.messages.problems import Position, Problem
from macros.text.merge_marks import WORDS, line_of_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FORMAT = 2
SUFFIX = ".evidence.json"
MAX_BYTES = 16 * 1024 * 1024
"""The largest evidence file that is read: about a hundred times the largest made so far."""
# What JSON of another shape than the writer's can make the reader below raise.
_UNREADABLE = (
    OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError,
    struct.error
)  # fmt: skip
_REMEDY = (
    "tệp này do máy viết, không sửa tay: chạy make evidence SOURCES=<thư mục bản chép>, "
    "hoặc lấy lại bản đã gửi bằng git checkout"
)

ValueT = TypeVar("ValueT")
RawEvidence: TypeAlias = "dict[str, Any]"
"""An evidence file as JSON: its `source`, `format` and `paragraphs`, not yet parsed."""


@dataclass(frozen=True)
class SourceEvidence:
    """The evidence of one source: its paragraphs in order, numbered from 1.

    `lexicon` are the hashes of the terms that were looked for.
    """

    source: str
    paragraphs: tuple[ParagraphEvidence, ...]
    lexicon: frozenset[bytes] = frozenset()

    @cached_property
    def by_number(self) -> dict[int, ParagraphEvidence]:
        """The paragraphs by their number."""
        return {paragraph.number: paragraph for paragraph in self.paragraphs}


def from_transcription(
    path: Path, lexicon: Lexicon = NOTHING, redaction: Redaction = NO_REDACTION
) -> SourceEvidence:
    """Return the evidence of the transcription `<id>.txt` at `path`, redacted."""
    text = redaction.redacted(path.read_text(encoding="utf-8"))
    paragraphs = redaction.kept_of(extract_all(text, lexicon))
    return SourceEvidence(path.stem, paragraphs, lexicon.hashes_of_all)


def evidence_path(root: Path, source: str) -> Path:
    """Return the path of the evidence file of `source` in the project at `root`."""
    return root / "data" / "sources" / f"{source}{SUFFIX}"


def dump(evidence: SourceEvidence) -> str:
    """Return the text of an evidence file, one paragraph per line; equal evidence, equal text."""
    name, lexicon = json.dumps(evidence.source), json.dumps(_packed(evidence.lexicon))
    head = f'{{"source": {name}, "format": {FORMAT}, "lexicon": {lexicon}, "paragraphs": [\n'
    lines = [
        json.dumps(_record(p), ensure_ascii=False, separators=(",", ":"))
        for p in evidence.paragraphs
    ]
    return head + ",\n".join(lines) + "\n]}\n"


def load(root: Path) -> tuple[dict[str, SourceEvidence], list[Problem]]:
    """Return the evidence of every source of the project, and the files that cannot be read."""
    documents, problems = read(root)
    evidence, found = parse_all(documents)
    return evidence, [*problems, *found]


def read(root: Path) -> tuple[dict[str, RawEvidence], list[Problem]]:
    """Return the evidence files of the project by source, and problems for unreadable ones.

    They are not parsed: that takes longer, and :func:`parse_all` can do it in another process.
    """
    documents: dict[str, RawEvidence] = {}
    problems: list[Problem] = []
    for path in sorted((root / "data" / "sources").glob(f"*{SUFFIX}")):
        if path.is_symlink() or not path.is_file():
            continue  # refused and reported where data/ is read
        shown = path.relative_to(root).as_posix()
        try:
            with path.open("rb") as file:
                document = read_document(file.read(MAX_BYTES + 1), shown)
        except OSError:
            document = _unreadable(shown)
        if isinstance(document, Problem):
            problems.append(document)
        else:
            documents[document["source"]] = document
    return documents, problems


def read_document(data: bytes, shown: str) -> RawEvidence | Problem:
    """Return the evidence in a file, not yet parsed, or the problem that forbids reading it.

    `shown` is the path of the file, whose name is that of the source.
    """
    try:
        text = data.decode("utf-8")
        if line := line_of_mark(text):
            return _half_merged(shown, line)
        if len(data) > MAX_BYTES:
            raise ValueError("too large")
        document = _document(text)
        named = document["source"]
    except _UNREADABLE:
        return _unreadable(shown)
    source = shown.rpartition("/")[2].removesuffix(SUFFIX)
    if named != source:
        message = f"đây là tệp bằng chứng của nguồn khác, không phải của “{source}”"
        return Problem(Position(shown), message, _REMEDY)
    # Emptied: else every citation of the source would be beyond its end.
    return document if document["paragraphs"] else _unreadable(shown)


def read_hashes(root: Path) -> dict[str, list[str]]:
    """Return the hashes of the paragraphs by source, from readable files of any format."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "data" / "sources").glob(f"*{SUFFIX}")):
        with suppress(*_UNREADABLE):
            document = json.loads(path.read_text(encoding="utf-8"))
            found[document["source"]] = [one["sha256"] for one in document["paragraphs"]]
    return found


def _half_merged(shown: str, line: int) -> Problem:
    """Return the problem that git's marks of a merge are left in an evidence file."""
    remedy = (
        f"lấy lại bản chưa hỏng: git checkout origin/main -- {shown}; nếu nhánh của bạn đã sửa "
        "nguồn này thì người giữ bản chép chạy make evidence SOURCES=<thư mục bản chép>"
    )
    return Problem(Position(shown, line), WORDS, remedy)


def parse_all(
    documents: Mapping[str, RawEvidence],
) -> tuple[dict[str, SourceEvidence], list[Problem]]:
    """Parse evidence files by source; return problems for those this program did not write."""
    sources: dict[str, SourceEvidence] = {}
    problems: list[Problem] = []
    for source, document in documents.items():
        try:
            sources[source] = _evidence(document)
        except _UNREADABLE:
            problems.append(_unreadable(f"data/sources/{source}{SUFFIX}"))
    return sources, problems


def _unreadable(shown: str) -> Problem:
    return Problem(Position(shown), "không đọc được tệp bằng chứng", _REMEDY)


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
        document["source"],
        tuple(_paragraph(record) for record in document["paragraphs"]),
        _unpacked(document["lexicon"], TERM_BYTES),
    )


def compare_with_transcription(
    root: Path, evidence: SourceEvidence, transcription: SourceEvidence
) -> list[Problem]:
    """Return a problem if a committed evidence file does not match its transcription."""
    if dump(_bare(evidence)) == dump(_bare(transcription)):
        return []
    old = {p.number: p.sha256 for p in evidence.paragraphs}
    new = {p.number: p.sha256 for p in transcription.paragraphs}
    changed = sorted(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
    where = f", bắt đầu từ đoạn {changed[0]}" if changed else ""
    path = evidence_path(root, evidence.source).relative_to(root).as_posix()
    line = changed[0] + 1 if changed else 1
    return [Problem(Position(path, line), f"tệp bằng chứng không khớp bản chép{where}", _REMEDY)]


def _bare(evidence: SourceEvidence) -> SourceEvidence:
    """Return evidence without what depends on data/, which changes from day to day."""
    return SourceEvidence(evidence.source, tuple(map(_bare_paragraph, evidence.paragraphs)))


def same_values(one: ParagraphEvidence, other: ParagraphEvidence) -> bool:
    """Return whether two are the same except for what depends on data/: terms and texts."""
    return _record(_bare_paragraph(one)) == _record(_bare_paragraph(other))


def _bare_paragraph(one: ParagraphEvidence) -> ParagraphEvidence:
    return replace(
        one,
        attested=frozenset(),
        points=None,
        sentences=tuple(replace(each, terms=frozenset()) for each in one.sentences),
        persons=tuple(replace(each, terms=frozenset()) for each in one.persons),
    )


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
        "sentences": [_sentence_record(one, paragraph) for one in paragraph.sentences],
        "persons": [
            [
                paragraph.names.index(one.name),
                _packed(one.terms),
                [paragraph.dates.index(date) for date in one.dates],
            ]
            for one in paragraph.persons
        ],
        "attested": _packed(paragraph.attested),
        "points": list(paragraph.points) if paragraph.points else None,
    }
    return {key: value for key, value in record.items() if value}


def _sentence_record(one: SentenceEvidence, paragraph: ParagraphEvidence) -> list[Any]:
    """Return a sentence: its terms, and its values by their places in the paragraph's lists."""
    dates = [paragraph.dates.index(date) for date in one.dates]
    symbols = [paragraph.symbols.index(symbol) for symbol in one.symbols]
    return _trimmed([_packed(one.terms), list(one.numbers), dates, symbols])


def _trimmed(record: list[Any]) -> list[Any]:
    """Return a list without the empty items at its end."""
    end = len(record)
    while end and not record[end - 1]:
        end -= 1
    return record[:end]


def _number_record(number: NumberEvidence) -> list[str]:
    # The following words are stored before the preceding ones, so that the text is broken up.
    return [
        number.printed,
        " ".join(number.after),
        " ".join(number.before),
        _packed(number.around),
    ]


def _paragraph(record: dict[str, Any]) -> ParagraphEvidence:
    dates, symbols = tuple(record.get("dates", [])), tuple(record.get("symbols", []))
    names = tuple(record.get("names", []))
    numbers = _numbers(record.get("numbers", []))
    return ParagraphEvidence(
        number=_typed(record["paragraph"], int),
        sha256=_typed(record["sha256"], str),
        numbers=numbers,
        number_words=_numbers(record.get("number_words", [])),
        dates=_texts(record.get("dates", [])),
        symbols=_texts(record.get("symbols", [])),
        names=_texts(record.get("names", [])),
        labels=_texts(record.get("labels", [])),
        words=_unpacked(record.get("words", ""), WORDS_BYTES),
        sentences=tuple(
            _sentence(one, numbers, dates, symbols) for one in record.get("sentences", [])
        ),
        persons=tuple(
            PersonEvidence(
                _chosen(names, (name,))[0], _unpacked(terms, TERM_BYTES), _chosen(dates, on)
            )
            for name, terms, on in record.get("persons", [])
        ),
        attested=_unpacked(record.get("attested", ""), ATTESTED_BYTES),
        points=_points(record.get("points")),
    )


def _points(record: object) -> Points | None:
    if record is None:
        return None
    sentences, told = _typed(record, list)
    if not all(1 <= _typed(one, int) <= _typed(sentences, int) for one in _typed(told, list)):
        raise ValueError("evidence with a sentence beyond the last")
    return Points(sentences, tuple(told))


def _sentence(
    record: list[Any],
    numbers: tuple[NumberEvidence, ...],
    dates: tuple[str, ...],
    symbols: tuple[str, ...],
) -> SentenceEvidence:
    empty: tuple[Any, ...] = ("", (), (), ())
    terms, places, on, under = (*record, *empty[len(record) :])
    _chosen(numbers, places)  # each place is that of a number
    return SentenceEvidence(
        _unpacked(terms, TERM_BYTES), tuple(places), _chosen(dates, on), _chosen(symbols, under)
    )


def _chosen(values: tuple[ValueT, ...], places: Iterable[int]) -> tuple[ValueT, ...]:
    """Return the values at some places, which are counted from the first alone."""
    if any(_typed(place, int) < 0 for place in places):
        raise IndexError("evidence with a place before the first")
    return tuple(values[place] for place in places)


def _numbers(records: Iterable[list[str]]) -> tuple[NumberEvidence, ...]:
    return tuple(
        NumberEvidence(
            printed, tuple(after.split()), tuple(before.split()), _unpacked(around, AROUND_BYTES)
        )
        for printed, after, before, around in map(_texts, _typed(records, list))
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_typed(one, str) for one in _typed(value, list))


def _typed(value: Any, kind: type[ValueT]) -> ValueT:
    """Return a value if it is of the expected type; later code relies on that."""
    if type(value) is not kind:
        raise TypeError(f"evidence with {type(value).__name__} for {kind.__name__}")
    return value


def _packed(hashes: frozenset[bytes]) -> str:
    return b64encode(b"".join(sorted(hashes))).decode().rstrip("=")


def _unpacked(text: str, size: int) -> frozenset[bytes]:
    packed = b64decode(text + "=" * (-len(text) % 4))
    return frozenset(_layout(size, len(packed) // size).unpack(packed))


# Fifty organizations have fifty thousand such texts: one call for each, not one for each hash.
@lru_cache(maxsize=1 << 10)
def _layout(size: int, count: int) -> struct.Struct:
    return struct.Struct(f"{size}s" * count)
