"""What a pull request changes in the chapters: their words, and what they tell."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from macros.catalogue import registry
from macros.changes.record_words import plain
from macros.chapter import CitationNumbers, Page, Reference, inspect
from macros.chapter.expand import ChapterError, pieces
from macros.chapter.links import headings
from macros.messages.nouns import NOUNS
from macros.model.citations import CitationError, parse_citations
from macros.text.numbers import say_ranges
from macros.wording.documents import document_name
from macros.wording.facts import fact_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from macros.archive import Archive, Dossier
    from macros.changes.state import State
    from macros.chapter import Call, Chapter, Inspection, LinkTarget
    from macros.model.targets import TargetSet

_TOKEN = re.compile(r"\{\{.*?\}\}|[^\s{]+|\{", re.DOTALL)
_CITE = "cite"
"""The macro of a citation for what a chapter says in its own words."""
_BESIDE = ("source", "conflict", "page", "file")
"""Kinds of what stands beside the value that a call gives: its citations, its mark ≠."""


Thing = tuple[str, str, str]
"""What a chapter tells: its kind, its id, and the organization that it belongs to or ""."""


@dataclass(frozen=True)
class ChapterChange:
    """One chapter that differs; `kind` as of an entry, `was` the former path of a moved one.

    `come` and `gone` count words; `sections` are the headings under which something differs;
    `told` and `untold` say what the chapter newly tells, and what it tells no more; `settings` are
    the keys of the front matter that differ.
    """

    path: str
    title: str
    kind: str
    come: int = 0
    gone: int = 0
    was: str = ""
    sections: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


class _Asked:
    """A linker that keeps what links were asked for."""

    def __init__(self) -> None:
        self.targets: list[LinkTarget] = []

    def url(self, target: LinkTarget, origin: str, /) -> str:  # noqa: ARG002
        """Return an address that leads nowhere."""
        self.targets.append(target)
        return "#"


def chapter_changes(old: State, new: State) -> Iterator[ChapterChange]:
    """Yield every chapter that differs, by path; a moved one, where it is now."""
    before, after = old.docs.chapters, new.docs.chapters
    gone = {page: one for page, one in before.items() if page not in new.docs.pages}
    come = {page: one for page, one in after.items() if page not in old.docs.pages}
    moved = dict(_moved(gone, come))
    for page in sorted({*before, *after}):
        was, now = before.get(moved.get(page, page)), after.get(page)
        if page in moved.values() and page not in after:
            continue
        if (was is None and page not in come) or (now is None and page not in gone):
            continue  # what cannot be read is told by the check
        if page not in moved and was and now and _same(was, now):
            continue
        yield _change(page, was, now, old.archive, new.archive, moved.get(page, ""))


def _same(was: Chapter, now: Chapter) -> bool:
    return was.body == now.body and was.front_matter == now.front_matter


def _moved(gone: Mapping[str, Chapter], come: Mapping[str, Chapter]) -> Iterator[tuple[str, str]]:
    """Yield the new and the old path of each chapter whose text is the same."""
    left = {one.body: page for page, one in gone.items()}
    for page, one in come.items():
        if one.body in left:
            yield page, left.pop(one.body)


def _change(
    page: str,
    was: Chapter | None,
    now: Chapter | None,
    old: Archive,
    new: Archive,
    former: str,
) -> ChapterChange:
    kind = "moved" if former else "added" if not was else "removed" if not now else "changed"
    come, gone, lines = _words(was.body if was else "", now.body if now else "")
    told, untold = _tellings(was, now, old, new)
    either = now or was
    return ChapterChange(
        page,
        plain(either.front_matter.title) if either else "",
        kind,
        come,
        gone,
        former,
        _sections(now, lines) if was and now else (),
        told,
        untold,
        _settings(was, now) if was and now else (),
    )


def _words(old: str, new: str) -> tuple[int, int, list[int]]:
    """Return how many words came and went, and the lines of the new text that differ, from 0.

    A call counts as one word.
    """
    a, b = old.splitlines(), new.splitlines()
    come = gone = 0
    lines: list[int] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        lines += range(k, max(m, k + 1))
        before, after = (_TOKEN.findall("\n".join(one)) for one in (a[i:j], b[k:m]))
        inner = SequenceMatcher(None, before, after, autojunk=False)
        same = sum(block.size for block in inner.get_matching_blocks())
        gone, come = gone + len(before) - same, come + len(after) - same
    return come, gone, lines


def _sections(chapter: Chapter | None, lines: Sequence[int]) -> tuple[str, ...]:
    """Return the headings over these lines of a chapter."""
    if chapter is None:
        return ()
    found = [one for one in headings(chapter) if "{{" not in one.text]
    starts = [chapter.body.count("\n", 0, one.offset) for one in found]
    places = (bisect(starts, line) for line in lines)
    return tuple(dict.fromkeys(plain(found[at - 1].text) for at in places if at))


def _settings(was: Chapter, now: Chapter) -> tuple[str, ...]:
    before, after = vars(was.front_matter), vars(now.front_matter)
    return tuple(
        f"{key}: {plain(str(before[key] or '(trống)'))} → {plain(str(after[key] or '(trống)'))}"
        for key in after
        if before[key] != after[key]
    )


@dataclass(frozen=True)
class _Read:
    """A chapter with what the guard read of it; `calls` by how they are written."""

    chapter: Chapter
    inspection: Inspection
    archive: Archive

    @property
    def calls(self) -> dict[str, Call]:
        """The calls of the chapter by how they are written."""
        return {self.written(call): call for call in self.inspection.calls}

    def written(self, call: Call) -> str:
        """Return a call as the chapter has it, with the organization that it is about."""
        text = self.chapter.body[call.segment.start : call.segment.end].strip("{} \n")
        return f"{plain(text)}\0{call.organization or ''}"

    @property
    def passages(self) -> set[tuple[str, int]]:
        """The paragraphs that the chapter cites by itself, as (source, number)."""
        cited = (str(c.arguments["citation"]) for c in self.inspection.calls if _cites(c))
        try:
            return {(c.source, n) for one in cited for c in parse_citations(one) for n in c.numbers}
        except CitationError:
            return set()  # told by the check of the chapter


def _cites(call: Call) -> bool:
    return call.macro.name == _CITE and "citation" in call.arguments


def _read(chapter: Chapter | None, archive: Archive) -> _Read | None:
    return _Read(chapter, inspect(chapter, registry, archive), archive) if chapter else None


def _tellings(
    was: Chapter | None, now: Chapter | None, old: Archive, new: Archive
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what only the new text tells and cites, and what only the old one does."""
    before, after = _read(was, old), _read(now, new)
    fresh = _told(after, before.calls if before else {}) if after else {}
    lost = _told(before, after.calls if after else {}) if before else {}
    # A call may have been written in another way, or moved into another sentence.
    told = [words for key, words in fresh.items() if key not in lost]
    untold = [words for key, words in lost.items() if key not in fresh]
    cited, left = (one.passages if one else set() for one in (after, before))
    return (
        (*told, *_passages(cited - left)),
        (*untold, *_passages(left - cited)),
    )


def _passages(found: set[tuple[str, int]]) -> Iterator[str]:
    """Yield the paragraphs of each source in words."""
    for source in sorted({source for source, _ in found}):
        numbers = sorted(number for of, number in found if of == source)
        yield f"{NOUNS['source']} {source}, đoạn {say_ranges(numbers)}"


def _told(read: _Read, known: Collection[str]) -> dict[Thing, str]:
    """Return what calls tell in words that are not among the `known`, by what they tell."""
    found: dict[Thing, str] = {}
    for written, call in read.calls.items():
        if written in known or _cites(call):
            continue
        things = [*_named(call, read.archive)]
        if not call.macro.block:
            things += _linked(call, read)
        said = {key: words for key in things if (words := _thing(read.archive, key))}
        text = written.partition("\0")[0]
        found.update(said or {("call", text, ""): text})
    return found


def _named(call: Call, archive: Archive) -> Iterator[Thing]:
    """Yield the entries and facts that the arguments of a call name."""
    dossier = archive.dossiers.get(call.organization or "")
    for parameter in call.macro.parameters:
        rule, value = parameter.rule, call.arguments.get(parameter.name)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(rule, Reference) and one is not None:
                yield rule.kind, str(one), (call.organization or "") if rule.scoped else ""
            elif dossier and rule is None and isinstance(one, str):
                yield "fact", one, dossier.id


def _linked(call: Call, read: _Read) -> Iterator[Thing]:
    """Yield what a call within a sentence leads to, such as the figure that it gives."""
    chapter, asked = read.chapter, _Asked()
    page = Page(
        chapter.path, chapter.front_matter.organization, read.archive, asked, CitationNumbers()
    )
    try:
        for _ in pieces(chapter, replace(read.inspection, calls=(call,)), page):
            pass
    except ChapterError:
        return  # told by the check of the chapter
    for one in asked.targets:
        if one.kind not in _BESIDE:
            yield one.kind, one.id, one.organization or ""


def _table(dossier: Dossier, identifier: str) -> TargetSet | None:
    return next((one for one in dossier.target_sets if one.id == identifier), None)


def _thing(archive: Archive, key: Thing) -> str:
    """Return a thing that a chapter tells in words, "" for one that is not there."""
    kind, identifier, owner = key
    words = ""
    dossier = archive.dossiers.get(owner)
    if kind == "person" and identifier in archive.people:
        words = f"{NOUNS[kind]} {archive.person_name(identifier)}"
    elif kind == "organization" and identifier in archive.dossiers:
        words = f"{NOUNS[kind]} {archive.dossiers[identifier].title}"
    elif kind == "document" and identifier in archive.documents:
        words = document_name(archive.documents[identifier])
    elif kind == "congress" and dossier and (meeting := dossier.congress(identifier)):
        words = fact_words(archive, owner, meeting)
    elif kind == "picture" and identifier in archive.pictures:
        words = f"{NOUNS[kind]}: {archive.pictures[identifier].caption}"
    elif dossier and (table := _table(dossier, identifier)):
        words = f"{NOUNS['target_set']} {table.title}"
    elif dossier and (fact := dossier.facts.get(identifier)):
        words = fact_words(archive, owner, fact)
    return f"{plain(words)} ({identifier})" if words else ""
