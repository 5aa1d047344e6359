"""Comparing claims with the evidence of their sources, and reporting what does not match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.evidence.standing import candidates, has_neighbour, has_value, stands
from macros.messages.problems import Problem
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from macros.evidence.claims import ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.evidence.numbers import NumberEvidence
    from macros.model.citations import Citation

_SHOWN = 4

Transcriptions = Mapping[str, Sequence[str]]
"""The paragraphs of the available transcriptions, by source; paragraph 1 is item 0."""


@dataclass
class Report:
    """The result of the comparison: numbers of claims by source, and the problems."""

    problems: list[Problem] = field(default_factory=list)
    compared: Counter[str] = field(default_factory=Counter)
    inferred: Counter[str] = field(default_factory=Counter)
    not_compared: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """Return one line per source, as an editor reads it."""
        sources = sorted(self.compared | self.inferred | self.not_compared)
        return [
            f"{source}: đã đối chiếu {self.compared[source]}, suy ra {self.inferred[source]}, "
            f"chưa đối chiếu {self.not_compared[source]}"
            for source in sources
        ]


def report(
    claims: Iterable[ValueClaim],
    evidence: Mapping[str, SourceEvidence],
    transcriptions: Transcriptions | None = None,
) -> Report:
    """Compare `claims` with `evidence`, and with `transcriptions` if given."""
    result = Report()
    problems: set[Problem] = set()
    for claim in claims:
        for source, citations in claim.cited().items():
            if any(citation.unit != "paragraph" for citation in citations):
                # Pages and articles are cited from sources that were never transcribed.
                result.not_compared[source] += 1
            else:
                (result.inferred if claim.inferred else result.compared)[source] += 1
                texts = (transcriptions or {}).get(source)
                problem = _failure(claim, citations, evidence.get(source), texts)
                problems.update([problem] if problem else [])
    result.problems = sorted(problems)
    return result


def cited_paragraphs(
    citations: Iterable[Citation], source: SourceEvidence
) -> list[ParagraphEvidence]:
    """Return the paragraphs of `source` that `citations` name, as far as they exist."""
    numbers = sorted({n for citation in citations for n in citation.numbers})
    return [source.by_number[n] for n in numbers if n in source.by_number]


def _failure(
    claim: ValueClaim,
    citations: tuple[Citation, ...],
    source: SourceEvidence | None,
    texts: Sequence[str] | None,
) -> Problem | None:
    if source is None:
        return _without_evidence(claim, citations[0].source)
    missing = sorted({n for c in citations for n in c.numbers} - source.by_number.keys())
    if missing:
        return Problem(
            claim.position,
            f"nguồn {source.source} không có đoạn {missing[0]}",
            f"nguồn này có {len(source.paragraphs)} đoạn: sửa trích dẫn",
        )
    paragraphs = cited_paragraphs(citations, source)
    if stands(claim, paragraphs, _texts(paragraphs, texts)):
        return None
    where = ", ".join(str(citation) for citation in citations)
    return Problem(
        claim.position,
        f"“{shown(claim)}” ({claim.field} của {claim.fact_id}) không có ở {where}",
        _remedy(claim, paragraphs, source, texts),
    )


def _without_evidence(claim: ValueClaim, source: str) -> Problem:
    return Problem(
        claim.position,
        f"nguồn {source} chưa có tệp bằng chứng nên không đối chiếu được số đoạn",
        "chạy make evidence SOURCES=<thư mục bản phiên âm>; nguồn không có bản phiên âm "
        f"thì dẫn theo trang ({source}#tr.3) hoặc theo điều ({source}#dieu-2)",
    )


def _texts(
    paragraphs: Iterable[ParagraphEvidence], texts: Sequence[str] | None
) -> list[str] | None:
    if texts is None:
        return None
    return [texts[p.number - 1] for p in paragraphs if p.number <= len(texts)]


def shown(claim: ValueClaim) -> str:
    """Return the value of a claim as a page prints it, with its unit: "2.522 đảng viên"."""
    if isinstance(claim.value, str):
        return claim.value
    pair = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    number = "/".join(say_number(value) for value in pair)
    unit = next(iter(claim.neighbours), "")
    if any(character.isdigit() for character in unit):
        return number
    return f"{number}{'' if unit == '%' else ' '}{unit}".strip()


# --- remedies -------------------------------------------------------------------------------


def _remedy(
    claim: ValueClaim,
    paragraphs: Sequence[ParagraphEvidence],
    source: SourceEvidence,
    texts: Sequence[str] | None,
) -> str:
    elsewhere = [
        p.number
        for p in source.paragraphs
        if p not in paragraphs and stands(claim, [p], _texts([p], texts))
    ]
    if elsewhere:
        listed = ", ".join(str(number) for number in elsewhere[:_SHOWN])
        more = ", …" if len(elsewhere) > _SHOWN else ""
        return f"có ở đoạn {listed}{more} của nguồn này: sửa trích dẫn hoặc sửa dữ kiện"
    if claim.kind == "number":
        return _remedy_of_number(claim, paragraphs)
    if claim.kind == "date":
        return _listed("ở đó có các mốc thời gian", [d for p in paragraphs for d in p.dates])
    if claim.kind == "symbol":
        return _listed("ở đó có các số, ký hiệu", [s for p in paragraphs for s in p.symbols])
    if claim.kind == "name":
        return _listed("ở đó có các tên", [n for p in paragraphs for n in p.names])
    return "nguồn không nói ở đâu như vậy: ghi đúng từ của nguồn, hoặc sửa trích dẫn"


def _listed(what: str, values: Iterable[str]) -> str:
    distinct = sorted(set(values))
    if not distinct:
        return "ở đó không có gì cùng loại: sửa trích dẫn"
    return f"{what} {', '.join(distinct)}: sửa dữ kiện hoặc trích dẫn"


def _remedy_of_number(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> str:
    numbers = [(number, p) for p in paragraphs for number in candidates(claim, p)]
    same = [number for number, _ in numbers if has_value(number, claim.value)]
    if same:
        printed = " hoặc ".join(sorted({f"“{_in_context(number)}”" for number in same})[:_SHOWN])
        return f"ở đó con số này đứng trong {printed}: sửa đơn vị, hoặc ghi các từ ấy vào printed"
    next_to_unit = [
        n for n, p in numbers if claim.neighbours and has_neighbour(claim.neighbours, n, p)
    ]
    if next_to_unit:
        nearest = sorted(next_to_unit, key=lambda n: _distance(n, claim))[:_SHOWN]
        contexts = ", ".join(f"“{_in_context(number)}”" for number in nearest)
        return f"ở đó có {contexts}: sửa con số hoặc trích dẫn"
    return "ở đó không có con số nào cạnh đơn vị này: sửa trích dẫn hoặc đơn vị"


def _in_context(number: NumberEvidence) -> str:
    return " ".join([*number.before, number.printed, *number.after]).replace(" %", "%")


def _distance(number: NumberEvidence, claim: ValueClaim) -> Decimal:
    wanted = claim.value[0] if isinstance(claim.value, tuple) else Decimal(claim.value)
    return min(abs(value - wanted) for value in number.values)
