"""What to do about a value that the cited paragraphs do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.dates.lunar_printed import as_typed
from macros.evidence.nearness import missing_numbers, near_terms
from macros.evidence.presence import candidates, has_neighbour, has_value, stands
from macros.evidence.subject import is_about_subject

if TYPE_CHECKING:
    from macros.evidence.claims import ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.evidence.numbers import NumberEvidence

_SHOWN = 4
_PRINTED = {"value", "ratio", "size", "participants.units"}
"""The numbers whose records have a field for the words beside them (`printed`)."""
_HELD_ALIKE = {"number", "date", "coded", "ordinal", "symbol"}
"""The kinds of values that are held alike with and without the transcription."""
_YEAR = re.compile(r"[0-9]{4}")
_MARK = "nếu nguồn nói bằng lời khác thì ghi implied: {{ {field}: vì sao }}"


def remedy_of(
    claim: ValueClaim,
    paragraphs: Sequence[ParagraphEvidence],
    sources: Sequence[SourceEvidence],
) -> str:
    """Return what to do about a value that `paragraphs`, those cited from `sources`, do not hold.

    It says what of the same kind stands there, or in which paragraphs the value does stand.
    """
    if own := standing_alone([claim], paragraphs, sources):
        return cite_for([claim], sources[0].source, own)
    if claim.kind == "number" and _same(claim, paragraphs):
        # Where else the number happens to stand is no help: a small one stands everywhere.
        return _remedy_of_number(claim, paragraphs)
    if elsewhere := _elsewhere(claim, paragraphs, sources):
        listed = ", ".join(str(number) for number in elsewhere[:_SHOWN])
        more = ", …" if len(elsewhere) > _SHOWN else ""
        return f"có ở đoạn {listed}{more} của nguồn này: sửa trích dẫn hoặc sửa dữ kiện"
    if claim.kind == "number":
        return _remedy_of_number(claim, paragraphs)
    if claim.kind == "date":
        year = int(next(iter(_YEAR.findall(str(claim.value))), 0))
        dates = (as_typed(one, year) for p in paragraphs for one in p.dates)
        return _listed("ở đó có các mốc thời gian", dates)
    if claim.kind == "symbol":
        return _listed("ở đó có các số, ký hiệu", [s for p in paragraphs for s in p.symbols])
    if claim.kind == "name":
        return _listed("ở đó có các tên", [n for p in paragraphs for n in p.names])
    return _remedy_of_words(claim, paragraphs)


def standing_alone(
    claims: Sequence[ValueClaim],
    paragraphs: Sequence[ParagraphEvidence],
    sources: Sequence[SourceEvidence],
) -> int | None:
    """Return which of several cited paragraphs of one source holds the values alone.

    Beside it, another names the person, whose dates and words count then.
    """
    if len(paragraphs) < 2 or len(sources) != 1 or {one.kind for one in claims} - _HELD_ALIKE:
        return None
    alone = (p.number for p in paragraphs if all(stands(one, [p], None) for one in claims))
    return next(alone, None)


def cite_for(claims: Sequence[ValueClaim], source: str, at: int) -> str:
    """Return what to do about values that one cited paragraph holds by itself."""
    fields = dict.fromkeys(one.field.split(".")[0] for one in claims)
    inferred = [one.field for one in claims if one.field == "end_date" and one.inferred]
    own = [name for name in fields if name not in inferred]
    given = [f"end_cite: {source}#{at}"] if inferred else []
    if own:
        given.append(f"cite_for: {{ {', '.join(f'{name}: {source}#{at}' for name in own)} }}")
    return f"xét riêng đoạn {at} thì có: nếu đoạn ấy nói về điều này thì ghi {' và '.join(given)}"


def _remedy_of_words(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> str:
    """Return what to do about a code, a name in a catalogue or a wording."""
    mark = _MARK.format(field=claim.field)
    if claim.kind == "coded" and claim.phrases:
        sought = ", ".join(f"“{' '.join(phrase)}”" for phrase in claim.phrases)
        there = sorted(
            {
                claim.vocabulary[one]
                for one in near_terms(claim, paragraphs)
                if one in claim.vocabulary
            }
        )
        standing = f"; ở đó có {', '.join(f'“{one}”' for one in there)}" if there else ""
        return f"đã tìm {sought}{standing}: sửa giá trị hoặc trích dẫn; {mark}"
    if claim.kind == "label":
        # Only a catalogue knows other names; a meeting has none.
        names = "thêm tên mà nguồn gọi vào other_names; " if claim.field == "indicator" else ""
        return f"đoạn ấy không gọi tên này: sửa mã hoặc trích dẫn; {names}{mark}"
    if claim.kind == "paraphrase":
        if missing := missing_numbers(str(claim.value), paragraphs):
            listed = ", ".join(missing)
            return f"ở đó không có con số {listed}: sửa con số hoặc trích dẫn; {mark}"
        return f"quá ít từ của câu ấy có trong nguồn: sửa lời hoặc trích dẫn; {mark}"
    return f"ghi đúng từ của nguồn, hoặc sửa trích dẫn; {mark}"


def _elsewhere(
    claim: ValueClaim,
    paragraphs: Sequence[ParagraphEvidence],
    sources: Sequence[SourceEvidence],
) -> list[int]:
    """Return the other paragraphs of a single source that hold the value, for what is distinct."""
    if len(sources) != 1 or claim.kind in {"coded", "ordinal", "label", "paraphrase"}:
        return []
    (source,) = sources
    return [
        one.number
        for one in source.paragraphs
        if one not in paragraphs and stands(claim, [one], None)
    ]


def _listed(what: str, values: Iterable[str]) -> str:
    distinct = sorted(set(values))
    if not distinct:
        return "ở đó không có gì cùng loại: sửa trích dẫn"
    return f"{what} {', '.join(distinct)}: sửa dữ kiện hoặc trích dẫn"


def _remedy_of_number(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> str:
    numbers = [(number, p) for p in paragraphs for number in candidates(claim, p)]
    same = _same(claim, paragraphs)
    if same:
        printed = " hoặc ".join(sorted({f"“{_in_context(number)}”" for number in same})[:_SHOWN])
        if claim.subject and not any(is_about_subject(claim, number) for number in same):
            counted = " hay ".join(f"“{one}”" for one in claim.subject)
            return (
                f"ở đó có {printed} nhưng quanh con số không có {counted}: sửa dữ kiện hoặc trích "
                f"dẫn; {_MARK.format(field=claim.field)}"
            )
        if claim.field in _PRINTED:
            return (
                f"ở đó con số này đứng trong {printed}: sửa đơn vị, hoặc ghi các từ ấy vào printed"
            )
        return (
            f"ở đó con số này đứng trong {printed}: sửa con số hoặc trích dẫn; "
            f"{_MARK.format(field=claim.field)}"
        )
    next_to_unit = [
        n for n, p in numbers if claim.neighbours and has_neighbour(claim.neighbours, n, p)
    ]
    if next_to_unit:
        nearest = sorted(next_to_unit, key=lambda n: _distance(n, claim))[:_SHOWN]
        contexts = ", ".join(f"“{_in_context(number)}”" for number in nearest)
        return f"ở đó có {contexts}: sửa con số hoặc trích dẫn"
    return "ở đó không có con số nào cạnh đơn vị này: sửa trích dẫn hoặc đơn vị"


def _same(claim: ValueClaim, paragraphs: Iterable[ParagraphEvidence]) -> list[NumberEvidence]:
    """Return the numbers of the passage that have the value, whatever they count."""
    return [n for p in paragraphs for n in candidates(claim, p) if has_value(n, claim.value)]


def _in_context(number: NumberEvidence) -> str:
    return " ".join([*number.before, number.printed, *number.after]).replace(" %", "%")


def _distance(number: NumberEvidence, claim: ValueClaim) -> Decimal:
    wanted = claim.value[0] if isinstance(claim.value, tuple) else Decimal(claim.value)
    # Damaged evidence may hold a number that says nothing.
    return min((abs(value - wanted) for value in number.values), default=Decimal("Infinity"))
