"""Checks of citations and conflicts: existing passages, one shown claim per conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.archive import Archive
from macros.dates import Edtf, certainly_before, say
from macros.messages.problems import Position, Problem, Severity
from macros.model.base import Fact
from macros.model.citations import CitationError, parse_citations
from macros.model.sources import LeftOut, NotFact, Source
from macros.model.statement_codes import STATEMENT_KINDS
from macros.model.statements import Statement
from macros.rules import citations
from macros.text.numbers import say_ranges


def without_evidence(archive: Archive) -> Iterator[Problem]:
    """A transcribed source that is cited by paragraph has its evidence."""
    lacking = {
        one.source
        for *_, one in citations.every_citation(archive)
        if citations.without_evidence(archive, one)
    }
    for source in archive.sources.values():
        evidence = f"data/sources/{source.id}.evidence.json"
        if source.id in lacking and evidence not in archive.unread:
            yield Problem(
                source.where(),
                f"nguồn “{source.id}” chưa có tệp bằng chứng {evidence}",
                "chạy make evidence SOURCES=<thư mục bản chép>, "
                "hoặc ghi transcribed: false và trích dẫn theo trang",
            )


def passages(archive: Archive) -> Iterator[Problem]:
    """A cited source exists, and so does the paragraph."""
    for record, name, citation in citations.every_citation(archive):
        if found := citations.refused(archive, citation):
            message, remedy, *about = found
            yield Problem(record.where(name), message, remedy, about=about[0] if about else None)


def ranges(archive: Archive) -> Iterator[Problem]:
    """Paragraphs of headings, and of what is left out, exist; headings do not overlap."""
    for source in archive.sources.values():
        last = archive.paragraphs.get(source.id)
        yield from _headings(source, last)
        yield from _read_again(source, last)
        entries: tuple[NotFact | LeftOut, ...] = (*source.not_facts, *source.left_out)
        for listed in entries:
            position = listed.where("paragraphs")
            if spans := list(_spans(listed.paragraphs)):
                yield from _beyond(position, spans, last)
            else:
                message = f"“{listed.paragraphs}” không phải số đoạn"
                meant = _meant(listed.paragraphs)
                remedy = f'viết "{meant}"' if meant else 'viết số đoạn, ví dụ "12" hoặc "1-11"'
                yield Problem(position, message, remedy)


def _read_again(source: Source, last: int | None) -> Iterator[Problem]:
    """Yield what is wrong with the paragraphs that somebody is said to have read."""
    if source.read is None:
        return
    position = source.where("read")
    if not source.ocr:
        message = "read chỉ dùng cho bản chép do máy nhận dạng"
        yield Problem(position, message, "thêm dòng ocr: true, hoặc bỏ dòng read")
    elif spans := list(_spans(source.read)):
        yield from _beyond(position, spans, last)
    else:
        remedy = 'viết số đoạn, ví dụ "12" hoặc "1-11,14"'
        yield Problem(position, f"“{source.read}” không phải số đoạn", remedy)


def unread(archive: Archive) -> Iterator[Problem]:
    """What cites a paragraph that a machine recognised has been read beside the scan: a note."""
    for source in archive.sources.values():
        if not source.ocr:
            continue
        cited = [one for *_, one in citations.every_citation(archive) if one.source == source.id]
        lacking = {n for one in cited if citations.unread(archive, one) for n in one.numbers}
        if numbers := sorted(lacking - source.read_again):
            message = f"bản nhận dạng: đoạn {say_ranges(numbers)} được dẫn mà chưa ai đọc lại"
            remedy = "đọc lại với bản quét rồi ghi số đoạn vào read"
            yield Problem(source.where("ocr"), message, remedy, Severity.NOTE)


def _headings(source: Source, last: int | None) -> Iterator[Problem]:
    above: tuple[int, int] | None = None
    for heading in source.headings:
        position, written = heading.where("paragraphs"), heading.paragraphs
        spans = list(_spans(written))
        if len(spans) != 1:
            remedy = 'viết số đoạn đầu, gạch nối, số đoạn cuối, ví dụ "3-7"'
            if (meant := _meant(written)) and "," not in meant:
                remedy = f'viết "{meant}"'
            yield Problem(position, f"“{written}” không phải một khoảng đoạn", remedy)
        elif beyond := list(_beyond(position, spans, last)):
            yield from beyond
        elif above and spans[0][0] <= above[1]:
            message = f"đoạn {written} chồng lên đề mục trên, đoạn {above[0]}-{above[1]}"
            yield Problem(position, message, "sửa số đoạn: các đề mục xếp theo thứ tự của nguồn")
        else:
            above = spans[0]


_DASH = re.compile(r"\s*[–—−]\s*")
_RANGE = re.compile(r"([0-9]+)-([0-9]+)")


def _meant(written: str) -> str:
    """Return the ranges that were meant, with hyphens and in order; "" if they say nothing."""

    def in_order(found: re.Match[str]) -> str:
        return "-".join(sorted(found.groups(), key=int))

    meant = _RANGE.sub(in_order, _DASH.sub("-", written))
    return meant if list(_spans(meant)) else ""


def _spans(written: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last paragraph of each range: nothing if they cannot be read."""
    try:
        for one in parse_citations(f"a#{written.replace(' ', '')}"):
            if one.unit == "paragraph":
                yield one.first, one.last
    except CitationError:
        return


def _beyond(
    position: Position, spans: list[tuple[int, int]], last: int | None
) -> Iterator[Problem]:
    beyond = max(end for _, end in spans)
    if found := citations.past_the_end(f"đoạn {beyond}", beyond, last):
        yield Problem(position, *found)


def later_than_source(archive: Archive) -> Iterator[Problem]:
    """A fact is not later than the time up to which its source speaks."""
    for _, fact in archive.each_fact():
        if isinstance(fact, Statement) and STATEMENT_KINDS.entry(fact.kind).ahead:
            continue  # it speaks of what is to come
        for source_id in dict.fromkeys(citation.source for citation in fact.cite):
            source = archive.sources.get(source_id)
            if source is None:
                continue
            for name, day in _days(fact):
                if certainly_before(source.speaks_until, day):
                    yield Problem(
                        fact.where(name),
                        f"{say(day)} ở sau thời điểm mà nguồn “{source_id}” nói đến "
                        f"({say(source.speaks_until)})",
                        "sửa ngày, sửa nguồn, hoặc sửa speaks_until của nguồn",
                    )


def _days(fact: Fact) -> Iterator[tuple[str, Edtf]]:
    """Yield the dates of a fact, with the names of their fields."""
    for name in ("start_date", "dates", "date", "period", "attested"):
        # Not getattr, which is slow in Pydantic for a missing field.
        value = vars(fact).get(name)
        for day in value if isinstance(value, tuple) else (value,):
            if isinstance(day, Edtf):
                yield name, day


def conflicts(archive: Archive) -> Iterator[Problem]:
    """A conflict shows exactly one claim; a claim is a fact, or words with a citation."""
    for dossier in archive.dossiers.values():
        for conflict in dossier.conflicts:
            shown = sum(claim.shown for claim in conflict.claims)
            if shown != 1:
                yield Problem(
                    conflict.where("claims"),
                    f"mâu thuẫn “{conflict.id}” có {shown} mục shown: true",
                    "ghi shown: true ở đúng một mục: giá trị được hiện ở các trang",
                )
            for claim in conflict.claims:
                if (claim.fact is None) == (claim.statement is None):
                    yield Problem(
                        claim.where(),
                        "mỗi bên là một fact hoặc một statement",
                        "ghi đúng một trong hai",
                    )
                elif claim.statement and not claim.cite:
                    yield Problem(claim.where(), "nội dung gõ tay thiếu nguồn", "thêm cite")
                elif claim.fact and claim.cite:
                    yield Problem(claim.where("cite"), "nguồn đã có ở dữ kiện", "xóa dòng cite")
