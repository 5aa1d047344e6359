"""Observations: a number with its unit, its period and its qualifier."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.drafting.periods import is_head_year, period_of
from macros.drafting.proposal import ASKED, Ask, Proposal, cite, home_of
from macros.drafting.subjects import subject
from macros.evidence.words import words
from macros.model.codes import QUALIFIERS
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.indicators import Indicators
    from macros.drafting.reading import Reading, Sentence
    from macros.evidence.numbers import NumberEvidence

_NOT_AFTER_WORDS = (
    "năm ngày tháng tuần giờ phút lần khâu nhóm nội mặt cấp bước mục chương điều khoản tiêu "
    "bài nhiệm lĩnh quan sao tuổi kv mức trụ biểu đột"
)
_NOT_AFTER = frozenset(_NOT_AFTER_WORDS.split())
"""What a number counts that is no figure: how long something took, points of a list, levels."""
_NOT_AFTER_PAIRS = {
    ("nội", "dung"), ("nhiệm", "vụ"), ("lĩnh", "vực"), ("tiêu", "chí"), ("bài", "học"),
    ("quan", "điểm"), ("nhiệm", "kỳ"), ("biểu", "hiện"), ("trụ", "cột"), ("đột", "phá"),
}  # fmt: skip
_NOT_BEFORE_WORDS = (
    "điều khoản khóa chương số quý thứ ương bước ảnh lục đường khu tổ covid mục phần quyển "
    "tập trang bảng biểu lớp khối cấp quốc lộ thôn ngõ đoạn đợt vòng bậc hạng loại mẫu độ lần "
    "iso"
)
_NOT_BEFORE = frozenset(_NOT_BEFORE_WORDS.split())
"""What carries a number: an article, a term, a quarter, a picture, a road."""
_COMMITTEE_UNITS = {("đồng", "chí"), ("ủy", "viên"), ("cấp", "ủy")}
_BODIES = ("ban chấp hành", "ban thường vụ", "ủy ban kiểm tra", "chuyên trách", "kiêm")
_DELEGATES = ("đại", "biểu")
_TITLES = frozenset(["phó", "bí", "chủ"])
_PARTY = re.compile(
    r"đảng viên|chi bộ|đảng bộ|tổ chức đảng|cơ sở đảng|cấp ủy|kết nạp đảng|kỷ luật|"
    r"huy hiệu đảng|đảng phí|lý luận chính trị|nghị quyết|kiểm tra giám sát|khen thưởng|"
    r"đảng ủy|quận ủy"
)
_LONGEST_UNIT = 3
_THOUSANDS = 3


class _Number(NamedTuple):
    evidence: NumberEvidence
    sentence: Sentence
    days: tuple[str, ...]


def observations_of(
    reading: Reading,
    indicators: Indicators,
    skip: Sequence[tuple[int, int]] = (),
    rows: Sequence[int] = (),
) -> list[Proposal]:
    """Return the figures of a source.

    `skip` are (paragraph, size) of committees told otherwise, `rows` the paragraphs of rows of
    tables whose numbers are told otherwise, as those of congresses and of people.
    """
    told = set(skip)
    in_tables = set(rows)
    found: list[Proposal] = []
    period = ""
    for paragraph in reading.paragraphs:
        for number in _numbers(reading, paragraph.number):
            heads = is_head_year(reading, paragraph.number, number.evidence.printed)
            if paragraph.number in in_tables or heads or not _is_figure(number, told):
                continue
            one = _proposal(reading, indicators, number, period)
            period = str(one.record["period"]) if one.record["period"] != ASKED else period
            found.append(one)
    return found


def _numbers(reading: Reading, number: int) -> Iterator[_Number]:
    paragraph = reading.paragraphs[number - 1]
    sentences = reading.sentences[number - 1]
    for at, evidence in enumerate(paragraph.numbers):
        place = next((n for n, one in enumerate(paragraph.sentences) if at in one.numbers), 0)
        days = paragraph.sentences[place].dates if place < len(paragraph.sentences) else ()
        if sentences:
            sentence = sentences[min(place, len(sentences) - 1)]
            yield _Number(evidence, sentence, days)


def _is_figure(number: _Number, told: set[tuple[int, int]]) -> bool:
    after, before = number.evidence.after, number.evidence.before
    values = number.evidence.values
    if not values or not (after or before):
        return False
    if after and (
        after[0] in _NOT_AFTER and (after[:2] in _NOT_AFTER_PAIRS or after[0] not in _SOFT)
    ):
        return False
    if len(values) == 2 and values[1] in _SCALES and "/" in number.evidence.printed:
        return False
    if _ends_a_name(number):
        return False
    if before and before[-1] in _NOT_BEFORE and not (after and after[0] == "%"):
        return False
    if after[:2] == _DELEGATES or (after and after[0] in _TITLES):
        return False
    if (number.sentence.paragraph, int(values[0])) in told and _counts_people(after):
        return False
    if _is_aim(number) or _holds_post(number) or _is_alternate(number):
        return False
    in_body = any(
        word in number.sentence.text.lower() for word in ("chuyên trách", "kiêm chức", "kiêm nhiệm")
    )
    return not (
        in_body and after and after[0] in {"chuyên", "kiêm", "đồng", "ủy"} and values[0] < 60
    )


def _counts_people(after: Sequence[str]) -> bool:
    units = (*_COMMITTEE_UNITS, ("người",), ("thành", "viên"))
    return not after or any(tuple(after[: len(unit)]) == unit for unit in units)


def _holds_post(number: _Number) -> bool:
    """Return whether secretaries are counted, who are told by name; not those of cells."""
    printed = re.escape(number.evidence.printed)
    return re.search(rf"{printed} {_POST}", number.sentence.text, re.IGNORECASE) is not None


def _is_aim(number: _Number) -> bool:
    """Return whether a number is what is aimed at: “phấn đấu thu 500 tỷ đồng”."""
    text = number.sentence.text
    at = text.find(number.evidence.printed)
    return _AIM.search(text[: max(at, 0)]) is not None


def _is_alternate(number: _Number) -> bool:
    """Return whether a number counts the alternates of a committee beside its members."""
    return "dự khuyết" in number.sentence.text and number.evidence.after[:2] in _COMMITTEE_UNITS


_AIM = re.compile(
    r"\bphấn đấu\b[^;]*$|^(?:Mục tiêu|Chỉ tiêu)\b[^;.]*$|\b(?:nhiệm kỳ|năm) tới\b[^;]*$",
    re.IGNORECASE,
)
_POST = r"đồng chí (?:phó )?bí thư(?! chi| đoàn| đảng bộ cơ sở)"
_SCALES = frozenset({200, 500, 1000, 2000, 5000, 10000, 25000})
_SMALL_NUMBER = 10


def _ends_a_name(number: _Number) -> bool:
    """Return whether a small number belongs to the name before it: “Cầu Mây 2”."""
    printed = re.escape(number.evidence.printed)
    found = re.search(
        rf"[a-zà-ỹ] [A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*)* {printed}(?!\s*[%\w])",
        number.sentence.text,
    )
    return found is not None and number.evidence.values[0] < _SMALL_NUMBER


_SOFT_WORDS = "nội nhiệm lĩnh tiêu bài quan trụ biểu đột"
_SOFT = frozenset(_SOFT_WORDS.split())
"""Words that end a figure only with the word behind them: “nội dung”, not “nội thất”."""


def _proposal(reading: Reading, indicators: Indicators, number: _Number, before: str) -> Proposal:
    evidence, sentence = number.evidence, number.sentence
    unit, known = _unit(indicators, evidence)
    around = words(_part(sentence.text, evidence.printed))
    offers = indicators.offers(evidence.after, evidence.before, around)
    line = reading.lines[sentence.paragraph - 1]
    place = sentence.start + max(sentence.text.find(evidence.printed), 0)
    organization = _organization(reading, line[:place], around)
    period, periods = period_of(reading, sentence, number.days, evidence.printed, before)
    record: dict[str, Any] = {"id": "", "indicator": ASKED, "period": period}
    record |= _value(evidence)
    if qualifier := _qualifier(evidence):
        record["qualifier"] = qualifier
    record["unit" if not known else "printed"] = unit
    record["cite"] = cite(reading.source, (sentence.paragraph,))
    year = period[:4] if period != ASKED else ""
    counted = slug(unit) if slug(unit)[:1].isalpha() else "ty-le"
    record["id"] = slug(f"{counted} {year} doan {sentence.paragraph} {evidence.printed}")
    asks = [Ask("indicator", "Con số này đo chỉ số nào?", offers)]
    if period == ASKED:
        asks.append(Ask("period", "Con số là của thời gian nào?", periods))
    home = home_of("observation", organization)
    return Proposal(
        "observation", home, record, (sentence.paragraph,), asks, number=evidence.printed
    )


def _part(text: str, printed: str) -> str:
    """Return the part of a sentence around a number, between semicolons."""
    at = text.find(printed)
    first = text.rfind(";", 0, at) + 1
    last = text.find(";", at)
    return text[first : last if last >= 0 else len(text)]


def _unit(indicators: Indicators, number: NumberEvidence) -> tuple[str, bool]:
    """Return the words right after a number that are its unit, and whether some figure has it."""
    for unit in indicators.units:
        if number.after[: len(unit)] == unit:
            return " ".join(unit), True
    return " ".join(number.after[: min(2, _LONGEST_UNIT)] or number.before[-2:]), False


def _value(number: NumberEvidence) -> dict[str, Any]:
    values = number.values
    if "/" in number.printed and len(values) == 2:
        numerator, denominator = map(_plain, values)
        return {"ratio": {"numerator": numerator, "denominator": denominator}}
    if len(values) == 2:
        return {"value": _plain(values[0]), "value_to": _plain(values[1])}
    return {"value": _plain(values[0])}


def _plain(value: Decimal) -> Decimal:
    """Return a number as data/ writes it: without needless noughts, never with three decimals."""
    text = format(value.normalize(), "f")
    # Exactly three decimals are refused: they may be thousands.
    return Decimal(f"{text}0" if len(text.partition(".")[2]) == _THOUSANDS else text)


def _qualifier(number: NumberEvidence) -> str:
    for code in QUALIFIERS.entries:
        for phrase in map(words, code.sources):
            if phrase == ("từ",) and _goes_on(number):
                continue  # “từ 54% tăng lên 81%” is 54, not at least 54.
            beside = number.before[-len(phrase) :] == phrase
            behind = phrase[0] == "trở" and any(
                number.after[at : at + len(phrase)] == phrase for at in range(len(number.after))
            )
            if beside or behind:
                return code.code
    return ""


def _goes_on(number: NumberEvidence) -> bool:
    """Return whether “từ” begins a way from one number to another."""
    return bool({"lên", "đến", "xuống", "tới", "tăng", "giảm", "năm"} & {*number.after[:4]})


def _organization(reading: Reading, before: str, around: Sequence[str]) -> str:
    """Return what a figure is about: the party organization, or the unit of the same area.

    Members, cells and committees are the party's; people, roads and money are the area's.
    """
    named = subject(reading, before)
    one = reading.archive.dossiers.get(reading.main)
    area = one.organization.area if one else None
    unit = area if isinstance(area, str) else getattr(area, "id", None)
    if unit in reading.organizations and named in {reading.main, unit}:
        return reading.main if _PARTY.search(" ".join(around)) else str(unit)
    return named
