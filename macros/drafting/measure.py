"""How good the proposals are: made as if no fact were told yet, held against data/."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.drafting.already_told import AlreadyTold, paragraphs_of
from macros.drafting.command import reading_of
from macros.drafting.gather import proposals
from macros.drafting.indicators import NEW, Indicators
from macros.drafting.proposal import KINDS
from macros.evidence.symbols import symbol_key
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.model.changes import ChangeEvent
from macros.model.congresses import Committee, Congress
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.statistics import Observation
from macros.project.transcriptions import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.archive import Archive
    from macros.drafting.proposal import Kind, Proposal
    from macros.drafting.reading import Reading
    from macros.messages.output import Output

_RECORDS: dict[Kind, type] = {
    "membership": Membership,
    "committee": Committee,
    "congress": Congress,
    "observation": Observation,
    "event": Event,
    "change": ChangeEvent,
}


@dataclass
class Measured:
    """Counts of one kind: facts, those proposed, proposals, right ones; and of their parts."""

    wanted: int = 0
    found: int = 0
    proposed: int = 0
    right: int = 0
    parts: Counter[str] = field(default_factory=Counter)

    def add(self, other: Measured) -> None:
        """Add the counts of another source."""
        self.wanted += other.wanted
        self.found += other.found
        self.proposed += other.proposed
        self.right += other.right
        self.parts += other.parts

    @property
    def words(self) -> str:
        """The counts in one line."""
        more = "".join(f"; {name} {count}/{self.found}" for name, count in self.parts.items())
        return (
            f"{self.found}/{self.wanted} dữ kiện được đề nghị ({_share(self.found, self.wanted)}), "
            f"{self.right}/{self.proposed} đề nghị đúng ({_share(self.right, self.proposed)}){more}"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "–"


def measure(root: Path, folder: Path | None = None, source: str = "") -> Output:
    """Print recall and precision by kind over the sources whose transcription is at hand."""
    sources = folder or remembered(root)
    if sources is None or not sources.is_dir():
        remedy = "thêm SOURCES=thư-mục có các bản chép"
        yield from error_lines([f"lỗi: chưa biết bản chép ở đâu → {remedy}"])
        return WRONG
    archive, _ = load_archive(root)
    total = {kind: Measured() for kind in KINDS}
    for path in sorted(sources.glob("*.txt")):
        if path.stem in archive.sources and source in {"", path.stem}:
            own = measured(reading_of(archive, path))
            yield Line(f"{path.stem}:")
            yield from _lines(own)
            for kind, one in own.items():
                total[kind].add(one)
    yield Line("Cả thảy:")
    yield from _lines(total)
    return DONE


def _lines(counts: dict[Kind, Measured]) -> Iterator[Line]:
    for kind, one in counts.items():
        if one.wanted or one.proposed:
            yield Line(f"  {KINDS[kind]}: {one.words}")


def measured(reading: Reading) -> dict[Kind, Measured]:
    """Return the counts of one source by kind."""
    found = proposals(reading, as_if_untold=True)
    of_targets = _paragraphs_of_targets(reading)
    result: dict[Kind, Measured] = {}
    for kind in KINDS:
        own = [one for one in found if one.kind == kind]
        if kind == "observation":
            # A row of a table of targets is told by the table.
            own = [one for one in own if one.paragraphs[0] not in of_targets]
        result[kind] = (
            _documents(reading, own) if kind == "document" else _facts(reading, kind, own)
        )
    return result


def _paragraphs_of_targets(reading: Reading) -> set[int]:
    tables = (one for dossier in reading.archive.dossiers.values() for one in dossier.target_sets)
    targets = (target for table in tables for target in table.targets)
    return {n for one in targets for n in paragraphs_of(one, reading.source)}


def _facts(reading: Reading, kind: Kind, own: list[Proposal]) -> Measured:
    wanted = {
        id(fact): fact
        for _, fact in reading.archive.each_fact()
        if isinstance(fact, _RECORDS[kind]) and paragraphs_of(fact, reading.source)
        if not isinstance(fact, Observation) or fact.value is not None or fact.ratio is not None
    }
    told = AlreadyTold(reading)
    known = Indicators(reading.archive, reading.source).known
    done = Measured(len(wanted), 0, len(own))
    taken: set[int] = set()
    for one in own:
        same = [(where, fact) for where, fact in told.same(one) if id(fact) in wanted]
        fresh = [(where, fact) for where, fact in same if id(fact) not in taken]
        done.right += bool(same)
        if fresh:
            where, fact = fresh[0]
            taken.add(id(fact))
            done.found += 1
            done.parts.update(_parts(one, where, fact, known))
    return done


def _parts(one: Proposal, where: str, fact: object, known: object) -> Iterator[str]:
    """Yield what else of a right proposal is right, or stands among what it offers."""
    record = one.record
    if isinstance(fact, Observation):
        assert hasattr(known, "__contains__")
        meant = fact.indicator if fact.indicator in known else NEW
        offers = next(ask.offers for ask in one.asks if ask.key == "indicator")
        offered = {offer for ask in one.asks if ask.key == "period" for offer in ask.offers}
        yield from ("chỉ số trong ba đề xuất",) if meant in offers else ()
        yield from ("chỉ số đầu",) if meant == offers[0] else ()
        yield from (
            ("thời gian đúng hay có trong đề xuất",)
            if str(fact.period) in {record["period"], *offered}
            else ()
        )
        yield from ("mức",) if (fact.qualifier or "") == record.get("qualifier", "") else ()
        yield from ("tổ chức",) if where == one.organization else ()
    elif isinstance(fact, Membership):
        day = str(fact.start_date or next(iter(fact.attested), ""))
        own = str(record.get("start_date") or next(iter(record.get("attested", ())), ""))
        right = (fact.congress and fact.congress == record.get("congress")) or (day and day == own)
        yield from ("ngày hay đại hội",) if right else ()
        yield from ("hình thức",) if set(fact.manner) == set(record.get("manner", ())) else ()
        yield from (
            ("bên quyết định",) if (fact.decided_by or "") == record.get("decided_by", "") else ()
        )
    elif isinstance(fact, Congress):
        yield from ("ngày họp",) if str(fact.dates or "") == record.get("dates", "") else ()
        yield from ("nhiệm kỳ",) if str(fact.term or "") == record.get("term", "") else ()
        yield from ("đại biểu",) if (fact.delegates or 0) == record.get("delegates", 0) else ()
    elif isinstance(fact, Committee):
        parts = ("full_time", "concurrent")
        yield from (
            ("cơ cấu",) if all((getattr(fact, p) or 0) == record.get(p, 0) for p in parts) else ()
        )
        yield from ("đại hội",) if (fact.congress or "") == record.get("congress", "") else ()


def _documents(reading: Reading, own: list[Proposal]) -> Measured:
    archive = reading.archive
    wanted = [
        (issuer.id, one)
        for issuer in archive.issuers.values()
        for one in issuer.documents
        if one.symbol and any(each.source == reading.source for each in one.cite)
    ]
    everywhere = _symbols(archive)
    right = sum(symbol_key(str(one.record["symbol"])) in everywhere for one in own)
    done = Measured(len(wanted), 0, len(own), right)
    for issuer, one in wanted:
        same = [
            p for p in own if symbol_key(str(p.record["symbol"])) == symbol_key(str(one.symbol))
        ]
        dated = [p for p in same if str(one.date or "") in _days_of(p)]
        for best in (dated or same)[:1]:
            done.found += 1
            done.parts.update(["ngày đúng hay có trong đề xuất"] if dated else [])
            done.parts.update(["loại"] if best.record["kind"] == one.kind else [])
            done.parts.update(["cơ quan"] if best.home == f"data/documents/{issuer}.yml" else [])
    return done


def _days_of(one: Proposal) -> set[str]:
    """Return the day of a proposed document, or those offered; "" for none."""
    offered = {day for ask in one.asks if ask.key == "date" for day in ask.offers}
    return offered or {str(one.record.get("date", ""))}


def _symbols(archive: Archive) -> set[str]:
    return {
        symbol_key(str(one.symbol))
        for issuer in archive.issuers.values()
        for one in issuer.documents
        if one.symbol
    }
