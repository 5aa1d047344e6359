"""Comparing claims with the evidence of their sources, and reporting what does not match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from macros.evidence.presence import stands, words_stand
from macros.evidence.remedies import remedy_of
from macros.messages.problems import Problem, Severity
from macros.model.codes import QUALIFIERS
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from macros.evidence.claims import ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.model.citations import Citation

Transcriptions = Mapping[str, Sequence[str]]
"""The paragraphs of the available transcriptions, by source; paragraph 1 is item 0."""


@dataclass
class Report:
    """The result of the comparison: numbers of claims by source, and the problems.

    A claim is compared (its value stands in the source), inferred (it follows from what the passage
    says), worded (an editor has marked that the source uses other words), waiting (the committed
    evidence cannot tell yet) or not compared (the source was never transcribed). `kinds` counts the
    same by kind of claim: ("date", "compared"). `coverage` has a line per source about its numbers
    that facts cover, `sentences` one about its sentences that are told, if that was asked for.
    `refused` are the errors among `problems`, each with what was compared.
    """

    problems: list[Problem] = field(default_factory=list)
    compared: Counter[str] = field(default_factory=Counter)
    inferred: Counter[str] = field(default_factory=Counter)
    worded: Counter[str] = field(default_factory=Counter)
    waiting: Counter[str] = field(default_factory=Counter)
    not_compared: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    coverage: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def count(self, claim: ValueClaim, source: str, state: str) -> None:
        """Count a claim in one of the states."""
        getattr(self, state)[source] += 1
        self.kinds[claim.kind, state] += 1

    def lines(self) -> list[str]:
        """Return one line per source, as an editor reads it."""
        return [
            f"{source}: đã đối chiếu {self.compared[source]}, suy ra {self.inferred[source]}, "
            f"nói bằng lời khác {self.worded[source]}, chờ đối chiếu {self.waiting[source]}, "
            f"chưa đối chiếu {self.not_compared[source]}"
            for source in sorted(
                self.compared | self.inferred | self.worded | self.waiting | self.not_compared
            )
        ]


def report(
    claims: Iterable[ValueClaim],
    evidence: Mapping[str, SourceEvidence],
    transcriptions: Transcriptions | None = None,
    *,
    strict: bool = False,
) -> Report:
    """Compare `claims` with `evidence`, and with `transcriptions` if given.

    If `strict`, what waits is an error and not a note.
    """
    result = Report()
    problems: set[Problem] = set()
    cited: object = None
    passages: list[Passage] = []
    for claim in claims:
        # The claims of one fact stand one after the other, and most cite the same paragraphs.
        if (key := (claim.citations, claim.sources, claim.together)) != cited:
            cited, passages = key, list(_passages(claim, evidence, transcriptions or {}))
        reported = False
        for passage in passages:
            state, problem = _state(claim, passage)
            result.count(claim, passage.source, state)
            if strict and state == "waiting" and problem:
                problem = replace(problem, severity=Severity.ERROR)
            # One value is one problem, however many sources lack it.
            if problem and not reported:
                problems.add(problem)
                reported = True
                if problem.severity is Severity.ERROR:
                    result.refused.append(Refusal(claim, passage, problem))
    result.problems = sorted(problems)
    return result


@dataclass(frozen=True)
class Passage:
    """What one comparison covers: the paragraphs cited from one source, or from all sources."""

    citations: tuple[Citation, ...]
    sources: tuple[SourceEvidence, ...]
    texts: list[str] | None
    missing: tuple[str, str] | None = None
    """What is wrong with the citations, and the remedy."""

    @property
    def source(self) -> str:
        """The source, or the first of several."""
        return self.citations[0].source

    @property
    def where(self) -> str:
        """The citations as editors write them."""
        return ", ".join(map(str, self.citations))

    @cached_property
    def paragraphs(self) -> list[ParagraphEvidence]:
        """The cited paragraphs, as far as they exist."""
        return [
            paragraph
            for source in self.sources
            for paragraph in cited_paragraphs(
                [one for one in self.citations if one.source == source.source], source
            )
        ]


class Refusal(NamedTuple):
    """A claim that its passage does not hold."""

    claim: ValueClaim
    passage: Passage
    problem: Problem


def _passages(
    claim: ValueClaim, evidence: Mapping[str, SourceEvidence], transcriptions: Transcriptions
) -> Iterator[Passage]:
    cited = claim.cited()
    groups = [tuple(chain(*cited.values()))] if claim.together and cited else cited.values()
    for citations in groups:
        names = dict.fromkeys(one.source for one in citations)
        missing = next((p for s in names if (p := _missing(cited[s], evidence))), None)
        passage = Passage(
            citations, tuple(evidence[name] for name in names if name in evidence), None, missing
        )
        if all(name in transcriptions for name in names):
            texts = (
                [
                    text
                    for name in names
                    for text in _texts(
                        cited_paragraphs(cited[name], evidence[name]), transcriptions[name]
                    )
                ]
                if not missing
                else []
            )
            passage = replace(passage, texts=texts)
        yield passage


def _state(claim: ValueClaim, passage: Passage) -> tuple[str, Problem | None]:
    """Return the state of a claim, and the problem if it is refused or waits."""
    if any(one.unit != "paragraph" for one in passage.citations):
        # Pages and articles are cited from sources that were never transcribed.
        return "not_compared", None
    state = "inferred" if claim.inferred or claim.implied == "inferred" else "compared"
    if passage.missing:
        return state, Problem(claim.position, *passage.missing)
    if claim.implied:
        return ("inferred" if claim.implied == "inferred" else "worded"), _needless(claim, passage)
    if stands(claim, passage.paragraphs, passage.texts):
        return state, None
    if passage.texts is None and _cannot_tell(claim, passage):
        return "waiting", _waiting(claim, passage)
    return state, _refused(claim, passage)


def _missing(
    citations: tuple[Citation, ...], evidence: Mapping[str, SourceEvidence]
) -> tuple[str, str] | None:
    """Return what is wrong where a cited paragraph, or all evidence of the source, is missing."""
    if any(one.unit != "paragraph" for one in citations):
        return None
    name = citations[0].source
    source = evidence.get(name)
    if source is None:
        return _without_evidence(name)
    missing = sorted({n for c in citations for n in c.numbers} - source.by_number.keys())
    if not missing:
        return None
    return (
        f"nguồn {name} không có đoạn {missing[0]}",
        f"nguồn này có {len(source.paragraphs)} đoạn: sửa trích dẫn",
    )


def _cannot_tell(claim: ValueClaim, passage: Passage) -> bool:
    """Return whether the committed evidence leaves open if the value stands in the source.

    It has the hashes of the texts and the terms that data/ had when it was made. A text is refused
    all the same if some of its words do not occur at all.
    """
    if claim.kind == "text":
        return words_stand(claim.spelled or str(claim.value), passage.paragraphs)
    return claim.kind in {"coded", "ordinal", "number"} and any(
        not claim.terms <= source.lexicon for source in passage.sources
    )


def _waiting(claim: ValueClaim, passage: Passage) -> Problem:
    return Problem(
        claim.position,
        f"“{shown(claim)}” ({claim.field} của {claim.fact_id}) chờ đối chiếu với {passage.where}",
        "người giữ bản chép chạy make evidence SOURCES=<thư mục> là xong",
        Severity.NOTE,
    )


def _needless(claim: ValueClaim, passage: Passage) -> Problem | None:
    """Return a note if an editor has marked a value as implied although its words are there.

    There is none for a part of a record, because one mark may be for several parts; and none for an
    inferred value, because its words may stand there for something else: the year of an agreement.
    """
    if (
        "." in claim.field
        or claim.implied == "inferred"
        or not stands(claim, passage.paragraphs, passage.texts)
    ):
        return None
    return Problem(
        claim.position,
        f"“{shown(claim)}” ({claim.field} của {claim.fact_id}) có ngay ở {passage.where}",
        f"xóa {claim.field} khỏi implied",
        Severity.NOTE,
    )


def cited_paragraphs(
    citations: Iterable[Citation], source: SourceEvidence
) -> list[ParagraphEvidence]:
    """Return the paragraphs of `source` that `citations` name, as far as they exist."""
    numbers = sorted({n for citation in citations for n in citation.numbers})
    return [source.by_number[n] for n in numbers if n in source.by_number]


def _refused(claim: ValueClaim, passage: Passage) -> Problem:
    if claim.kind == "unqualified":
        return Problem(
            claim.position,
            f"“{shown(claim)}” ({claim.fact_id}) ghi là con số đúng, mà ở {passage.where} "
            "nguồn viết kèm “hơn”, “gần”, “khoảng” hoặc từ tương tự",
            f"thêm dòng qualifier: {', '.join(QUALIFIERS)}; nếu đó vẫn là con số đúng (“vượt 12% "
            "kế hoạch” là 12%) thì ghi implied: { qualifier: vì sao }",
        )
    return Problem(
        claim.position,
        f"“{shown(claim)}” ({claim.field} của {claim.fact_id}) không có{_near(claim, passage)} "
        f"ở {passage.where}",
        remedy_of(claim, passage.paragraphs, passage.sources),
    )


def _near(claim: ValueClaim, passage: Passage) -> str:
    """Return, in words, near whom a value was looked for; "" for anywhere."""
    if claim.near != "person" or not claim.anchors:
        return ""
    if not claim.inferred:
        return f" gần {claim.anchors[0]}"
    # It was looked for near every holder of the post: said only if it stands near somebody else.
    anywhere = stands(claim._replace(near="", anchors=()), passage.paragraphs, passage.texts)
    return " gần tên người giữ chức ấy" if anywhere else ""


def _without_evidence(source: str) -> tuple[str, str]:
    return (
        f"nguồn {source} chưa có tệp bằng chứng nên không đối chiếu được số đoạn",
        "chạy make evidence SOURCES=<thư mục bản chép>; nguồn không có bản chép "
        f"thì dẫn theo trang ({source}#tr.3) hoặc theo điều ({source}#dieu-2)",
    )


def _texts(paragraphs: Iterable[ParagraphEvidence], texts: Sequence[str]) -> list[str]:
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
