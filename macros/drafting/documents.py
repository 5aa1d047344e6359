"""Documents with a symbol: which, of what kind and day, by whom, and in which paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.dates.printed import find_dates
from macros.drafting.proposal import ASKED, Ask, Proposal, cite
from macros.drafting.reading import plain
from macros.evidence.symbols import find_symbols, symbol_key, symbol_letters
from macros.model.codes import DOCUMENT_KINDS
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.archive import Archive
    from macros.dates.printed import FoundDate
    from macros.drafting.reading import Reading
    from macros.evidence.symbols import FoundSymbol
    from macros.model.documents import Document

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OFFERED = 3
_SAME_DAY = re.compile(r"\bcùng ngày\b", re.IGNORECASE)
_REFERRED = re.compile(
    r"(?:thực hiện|căn cứ|tinh thần|quán triệt|hưởng ứng|sơ kết|tổng kết|học tập|triển khai|"
    r"cụ thể hóa|năm)(?: [^,;]{0,60})?$",
    re.IGNORECASE,
)
"""What is said before a document that came about at another time."""
_NEAR = 60
"""Letters before a symbol in which the kind of its document is named."""
_TO_DATE = re.compile(r"[\s,(]*(?:(?:ra|ban hành|ký)\s+)?(?:ngày\s*)?", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^[\s,)”\"]*(?:của\s+[^,;.:()“”]{3,90}?)?[\s,]*(?:v/v|về(?:\s+việc)?)\s+(?P<said>[^;.:()“”]{8,160})"
)
_KINDS = {code.word.lower(): code.code for code in DOCUMENT_KINDS.entries if code.said}
_KIND = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _KINDS), key=len, reverse=True))})\b")


@dataclass
class Draft:
    """A document that a source mentions.

    `kind`, `date` and `issuer` (a file of data/documents/) are "" where the rules do not know them;
    `about` is how the source goes on, for the editor to word; `offers` are days that the sentence
    prints elsewhere.
    """

    symbol: str
    kind: str = ""
    date: str = ""
    issuer: str = ""
    about: str = ""
    offers: list[str] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    @property
    def id(self) -> str:
        """A proposed id: kind, symbol, year."""
        word = next((word for word, code in _KINDS.items() if code == self.kind), "van ban")
        return slug(f"{word} {self.symbol} {self.date[:4]}")


class Known:
    """What the documents of an archive teach: kinds and issuers by the letters of symbols.

    An issuer that is one of our organizations is proposed for a `source` that speaks of it alone:
    “ĐU” is every party committee. Documents that only the source `without` mentions are left out,
    to measure what is not known.
    """

    def __init__(self, archive: Archive, source: str, without: str = "") -> None:
        own = archive.sources[source].organizations if source in archive.sources else ()
        kinds: dict[str, Counter[str]] = {}
        issuers: dict[str, Counter[str]] = {}
        for issuer in archive.issuers.values():
            for one in issuer.documents:
                if not one.symbol or {each.source for each in one.cite} == {without}:
                    continue
                kinds.setdefault(symbol_letters(one.symbol), Counter())[one.kind] += 1
                if issuer.organization is None or issuer.organization in own:
                    issuers.setdefault(_tail(one.symbol), Counter())[issuer.id] += 1
        self._kinds, self._issuers = kinds, issuers

    def kind(self, symbol: str) -> str:
        """Return the one kind that symbols with these letters have, "" if they have several."""
        return _only(self._kinds.get(symbol_letters(symbol)))

    def issuer(self, symbol: str) -> str:
        """Return the one issuer whose symbols end so, "" if there are several."""
        return _only(self._issuers.get(_tail(symbol)))


def _only(counts: Counter[str] | None) -> str:
    return next(iter(counts)) if counts and len(counts) == 1 else ""


def _tail(symbol: str) -> str:
    """Return what of a symbol names its issuer: "TU" of 1000-QĐ/TU, "CP" of 13/2008/NĐ-CP."""
    return re.split(r"[-/]", symbol)[-1].casefold()


def drafts(lines: Sequence[str], known: Known) -> list[Draft]:
    """Return the documents with a symbol that the paragraphs of a source mention, each once.

    Two mentions of one symbol with different days are two documents: numbers begin anew.
    """
    found: list[Draft] = []
    for number, line in enumerate(lines, start=1):
        for mention in _mentions(line, known):
            same = next((one for one in found if _are_one(one, mention)), None)
            if same is None:
                found.append(mention)
                same = mention
            same.kind = same.kind or mention.kind
            same.date = same.date or mention.date
            same.about = same.about or mention.about
            same.offers = list(dict.fromkeys((*same.offers, *mention.offers)))
            if number not in same.paragraphs:
                same.paragraphs.append(number)
    return found


def _are_one(one: Draft, other: Draft) -> bool:
    if symbol_key(one.symbol) != symbol_key(other.symbol):
        return False
    differ = one.date and other.date and one.date != other.date
    return not differ and not (one.kind and other.kind and one.kind != other.kind)


def _mentions(line: str, known: Known) -> Iterable[Draft]:
    dates = find_dates(line)
    before = 0
    for found in find_symbols(line):
        kinds = list(_KIND.finditer(line[max(before, found.start - _NEAR) : found.start].lower()))
        kind = _KINDS[kinds[-1].group()] if kinds else ""
        date, end = _dated(line, found, dates)
        said = _SUBJECT.match(line[end:])
        for symbol in found.symbols:
            yield Draft(
                symbol,
                kind or known.kind(symbol),
                date,
                known.issuer(symbol),
                " ".join(said["said"].split()) if said else "",
                [] if date else _days_near(line, found, dates),
            )
        before = found.end


def _dated(line: str, found: FoundSymbol, dates: Sequence[FoundDate]) -> tuple[str, int]:
    """Return the day right after a symbol, and where it ends; "" without one."""
    for date in dates:
        if date.start >= found.end and _TO_DATE.fullmatch(line[found.end : date.start]):
            whole = [text for text in date.edtf if re.fullmatch(r"\d{4}-\d\d-\d\d", text)]
            if len(whole) == 1:
                return whole[0], date.end
    return "", found.end


def _days_near(line: str, found: FoundSymbol, dates: Sequence[FoundDate]) -> list[str]:
    """Return the whole days that a sentence prints before a document that came about in it."""
    first = max(line.rfind(". ", 0, found.start), line.rfind("; ", 0, found.start)) + 1
    if _REFERRED.search(line[first : found.start]):
        return []
    if _SAME_DAY.search(line[first : found.start]):
        first = 0
    days = [
        one.edtf[0]
        for one in dates
        if first <= one.start < found.start and len(one.edtf) == 1 and _DAY.fullmatch(one.edtf[0])
    ]
    return days[::-1][:_OFFERED]


def untold(found: Iterable[Draft], documents: Iterable[Document]) -> list[Draft]:
    """Return the drafts of documents that data/ does not have, by symbol and day."""
    days: dict[str, set[str]] = {}
    for one in documents:
        if one.symbol:
            days.setdefault(symbol_key(one.symbol), set()).add(str(one.date or ""))
    return [
        one
        for one in found
        if (known := days.get(symbol_key(one.symbol))) is None
        or (one.date and "" not in known and one.date not in known)
    ]


def document_proposals(reading: Reading, *, as_if_untold: bool = False) -> list[Proposal]:
    """Return the documents of a source that data/ does not have; all of them if asked for."""
    known = Known(reading.archive, reading.source, without=reading.source if as_if_untold else "")
    found = drafts([plain(line) for line in reading.raw], known)
    if not as_if_untold:
        found = untold(found, reading.archive.documents.values())
    return [_proposal(reading, one) for one in found]


def _proposal(reading: Reading, one: Draft) -> Proposal:
    record: dict[str, Any] = {"id": one.id, "kind": one.kind or ASKED, "symbol": one.symbol}
    asks = [] if one.kind else [Ask("kind", "Văn bản loại nào?")]
    if one.date:
        record["date"] = one.date
    elif one.offers:
        record["date"] = ASKED
        question = "Văn bản ghi ngày nào? Không phải những ngày này thì xóa dòng date."
        asks.append(Ask("date", question, tuple(one.offers)))
    if not one.issuer:
        asks.append(Ask("to", "Cơ quan nào ban hành? Ghi tệp của cơ quan ấy ở dòng “to”."))
    if one.about:
        asks.append(
            Ask(
                "subject",
                f"Nguồn viết tiếp “về {one.about}”: nói về việc gì thì viết bằng lời của bạn.",
            )
        )
    record["cite"] = cite(reading.source, one.paragraphs)
    home = f"data/documents/{one.issuer or ASKED}.yml"
    return Proposal("document", home, record, tuple(one.paragraphs), asks)
