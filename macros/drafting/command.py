"""`make draft`: proposed facts of a source as YAML, and how good such proposals are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.archive.complete import load_archive
from macros.drafting.documents import Draft, Known, drafts, untold
from macros.evidence.symbols import symbol_key
from macros.evidence.transcriptions import unusable
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.project.transcriptions import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from macros.archive import Archive
    from macros.messages.output import Output
    from macros.model.documents import Document

SUFFIX = ".draft.yml"
_HEAD = """\
# Văn bản có số, ký hiệu mà nguồn {source} nhắc đến và dữ liệu chưa có, do máy đề nghị.
# Xem lại từng mục với đoạn ghi ở cite; đúng thì chép vào tệp ghi ở trên nó. Dòng # là điều cần bạn
# quyết định: nói về việc gì thì viết bằng lời của bạn.
"""


def draft(root: Path, source: str, folder: Path | None = None) -> Output:
    """Write the proposals for a source; the exit status is 1 if its transcription is not here."""
    found = folder or remembered(root)
    path = found / f"{source}.txt" if found else None
    if found is None or path is None or not source or not path.is_file():
        remedy = "ghi SOURCE=mã và SOURCES=thư-mục có tệp MÃ.txt"
        yield from error_lines([f"lỗi: không thấy {source or 'nguồn'}.txt → {remedy}"])
        return WRONG
    if problem := unusable(path):
        yield from error_lines([problem])
        return WRONG
    archive, _ = load_archive(root)
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    proposed = untold(drafts(lines, Known(archive, source)), _documents(archive))
    if not proposed:
        yield Line(f"{source}: mọi văn bản có số, ký hiệu đã có trong dữ liệu.")
        return DONE
    target = found / f"{source}{SUFFIX}"
    target.write_text(as_yaml(source, proposed), encoding="utf-8", newline="\n")
    asked = sum(not (one.kind and one.issuer) for one in proposed)
    more = f", {asked} mục còn điều phải hỏi" if asked else ""
    yield Line(f"{target}: {len(proposed)} văn bản{more}")
    return DONE


def _documents(archive: Archive) -> list[Document]:
    return [one for issuer in archive.issuers.values() for one in issuer.documents]


def as_yaml(source: str, proposed: Sequence[Draft]) -> str:
    """Return proposals as YAML, those of an issuer together, under the name of their file."""
    return _HEAD.format(source=source) + "".join(_groups(source, proposed))


def _groups(source: str, proposed: Sequence[Draft]) -> Iterator[str]:
    for issuer in sorted({one.issuer for one in proposed}, key=lambda name: (not name, name)):
        home = f"data/documents/{issuer}.yml" if issuer else "chưa rõ cơ quan ban hành"
        yield f"\n# {home}\n"
        for one in proposed:
            if one.issuer == issuer:
                yield "\n".join(_record(source, one)) + "\n"


def _record(source: str, one: Draft) -> Iterator[str]:
    yield f"  - id: {one.id}"
    yield f"    kind: {one.kind}" if one.kind else "    # kind: loại nào?"
    yield f"    symbol: {one.symbol}"
    if one.date:
        yield f'    date: "{one.date}"'
    if one.about:
        yield f"    # subject: nguồn viết tiếp “về {one.about}”"
    yield f"    cite: {source}#{','.join(map(str, one.paragraphs))}"


class Measured(NamedTuple):
    """How many documents of data/ a source's proposals find, and how many proposals are right."""

    wanted: int
    found: int
    proposed: int
    right: int
    kinds: int
    days: int
    wrong_days: int
    issuers: int
    asked: int


def measure(root: Path, folder: Path | None = None) -> Output:
    """Print recall and precision over the documents with a symbol that data/ cites."""
    sources = folder or remembered(root)
    if sources is None or not sources.is_dir():
        remedy = "thêm SOURCES=thư-mục có các bản chép"
        yield from error_lines([f"lỗi: chưa biết bản chép ở đâu → {remedy}"])
        return WRONG
    archive, _ = load_archive(root)
    total = Measured(*[0] * 9)
    for path in sorted(sources.glob("*.txt")):
        if path.stem in archive.sources:
            lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
            own = _measured(archive, path.stem, lines)
            yield Line(f"{path.stem}: {_words(own)}")
            total = Measured(*(a + b for a, b in zip(total, own, strict=True)))
    yield Line(f"Cả thảy: {_words(total)}")
    return DONE


def _measured(archive: Archive, source: str, lines: Sequence[str]) -> Measured:
    wanted = [
        (issuer.id, one)
        for issuer in archive.issuers.values()
        for one in issuer.documents
        if one.symbol and any(each.source == source for each in one.cite)
    ]
    proposed = drafts(lines, Known(archive, source, without=source))
    known = {symbol_key(one.symbol) for _, one in wanted if one.symbol}
    pairs = [
        (issuer, one, same)
        for issuer, one in wanted
        if (same := _same(proposed, str(one.symbol), str(one.date or ""))) is not None
    ]
    everywhere = {
        symbol_key(str(one.symbol)) for i in archive.issuers.values() for one in i.documents
    }
    right = sum(symbol_key(one.symbol) in known | everywhere for one in proposed)
    return Measured(
        len(wanted),
        len(pairs),
        len(proposed),
        right,
        sum(same.kind == one.kind for _, one, same in pairs),
        sum(same.date == str(one.date or "") for _, one, same in pairs),
        sum(bool(same.date) and same.date != str(one.date or "") for _, one, same in pairs),
        sum(same.issuer == issuer for issuer, _, same in pairs),
        sum(not same.issuer for _, _, same in pairs),
    )


def _same(proposed: Sequence[Draft], symbol: str, date: str) -> Draft | None:
    of_symbol = [one for one in proposed if symbol_key(one.symbol) == symbol_key(symbol)]
    dated = [one for one in of_symbol if one.date == date]
    return next(iter(dated or of_symbol), None)


def _words(one: Measured) -> str:
    return (
        f"{one.found}/{one.wanted} văn bản được đề nghị, {one.right}/{one.proposed} đề nghị đúng; "
        f"loại đúng {one.kinds}/{one.found}, ngày đúng {one.days}/{one.found} "
        f"(sai {one.wrong_days}), cơ quan đúng {one.issuers}/{one.found} (hỏi {one.asked})"
    )
