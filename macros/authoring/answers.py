"""What an editor gave `make new`, read strictly: each variable, or what is missing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.authoring.scaffold import ScaffoldError
from macros.dates import DateError, parse_edtf
from macros.dates.printed import find_dates
from macros.messages.nouns import NOUNS
from macros.messages.suggest import did_you_mean, listed
from macros.model.citations import CitationError, parse_citations
from macros.text.numbers import NumberError, parse_number
from macros.text.vietnamese import alike, fold, is_id, slug

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.archive import Archive
    from macros.model.closed_list import ClosedList


@dataclass(frozen=True)
class Answers:
    """The variables of one call, by name, each one line of clean text; `archive` is the data."""

    root: Path
    archive: Archive
    given: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a variable, "" if it was not given."""
        return self.given.get(name, "")

    def need(self, name: str, example: str) -> str:
        """Return a variable that must be given; `example` shows how."""
        if value := self.text(name):
            return value
        raise ScaffoldError(f"thiếu {name}", f"thêm {name}={example}")

    def date(self, name: str, example: str = "") -> str:
        """Return a date as EDTF, typed as that or as “12/6/1957”; must be there with an example."""
        typed = self.need(name, example) if example else self.text(name)
        if not typed:
            return ""
        try:
            return str(parse_edtf(typed))
        except DateError as error:
            found = find_dates(f"ngày {typed}")
            whole = len(found) == 1 and found[0].end == len(typed) + len("ngày ")
            message, remedy = error.message, error.remedy
            if whole and len(found[0].edtf) == 1:
                try:
                    return str(parse_edtf(found[0].edtf[0]))
                except DateError as wrong:
                    message, remedy = wrong.message, wrong.remedy
            raise ScaffoldError(f"{name}: {message}", remedy) from None

    def cite(self, name: str = "CITE") -> str:
        """Return the citation of the fact, which must name a paragraph of a known source."""
        typed = self.need(name, "ma-nguon#12")
        try:
            for one in parse_citations(typed):
                self.known("source", one.source, name)
        except CitationError as error:
            raise ScaffoldError(f"{name}: {error.message}", error.remedy) from None
        return typed

    def count(self, name: str) -> int | None:
        """Return a number of things, None if it was not given."""
        if not self.text(name):
            return None
        try:
            number = parse_number(self.text(name))
        except NumberError as error:
            raise ScaffoldError(f"{name}: {error.message}", error.remedy) from None
        if number != int(number) or number < 0:
            raise ScaffoldError(f"{name}: “{self.text(name)}” không phải số đếm", "viết 35")
        return int(number)

    def code(self, name: str, codes: ClosedList, example: str = "") -> str:  # type: ignore[type-arg]
        """Return a code of a closed list, given as the code or as its Vietnamese word."""
        typed = self.need(name, example) if example else self.text(name)
        if not typed or typed in codes:
            return typed
        words = {fold(word): code for code, word in codes.items()}
        if (found := words.get(fold(typed))) is not None:
            return found
        shown = "; ".join(f"{code} ({word})" for code, word in codes.items())
        raise ScaffoldError(f"{name}: không có mã “{typed}”", f"viết một trong: {shown}")

    def known(self, kind: str, identifier: str, name: str, organization: str | None = None) -> str:
        """Return the id of an entry that must be in the data already."""
        if identifier in self.archive.known(kind, organization):
            return identifier
        words = f"{name}: không có {NOUNS[kind]} “{identifier}”"
        ids = list(self.archive.known(kind, organization))
        called = {slug(one): one for one in ids}
        guess = did_you_mean(identifier, called, people=kind == "person")
        raise ScaffoldError(words, guess or f"viết một mã đã có: {listed(ids) or 'chưa có mã nào'}")

    def organization(self, name: str = "ORGANIZATION") -> str:
        """Return the id of an organization that must be in the data, given as id or as a name."""
        typed = self.need(name, "ma-to-chuc")
        names = self.archive.called("organization")
        found = {one for one, called in names.items() if alike(typed) in map(alike, called)}
        return self.known("organization", found.pop() if len(found) == 1 else typed, name)

    def documents(self, name: str = "DECISION") -> list[str]:
        """Return the ids of documents, which must be in the data already."""
        typed = self.text(name).replace(",", " ").split()
        return [self.known("document", one, name) for one in typed]

    def identifier(self, likely: str) -> str:
        """Return `ID`, or the id that is `likely` if none was given."""
        own = self.text("ID") or slug(likely)
        if not is_id(own):
            better = slug(own)
            example = better if is_id(better) else "ma-moi"
            raise ScaffoldError(
                f"mã “{own}” không đúng dạng",
                f"chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ ID={example}",
            )
        return own

    def person(self, name: str) -> tuple[str, str]:
        """Return id and name of a person, given as either; the name is "" for one already known.

        Raises ScaffoldError where several people have that name.
        """
        typed = self.need(name, '"Họ và tên"')
        people = self.archive.people
        if typed in people:
            return typed, ""
        if is_id(typed) and "-" in typed:
            self.known("person", typed, name)
        called = [
            i for i, one in people.items() if alike(typed) in {alike(each) for each in one.called}
        ]
        same = [i for i in called if typed in people[i].called]
        if len(same) == 1 and len(called) == 1:
            return same[0], ""
        if called:
            raise ScaffoldError(
                f"{name}: có thể là người đã có: {_described(self.archive, called)}",
                f"đúng người ấy thì viết {name}={called[0]}; người khác thì trước hết "
                'make new PERSON="…" ID=… DISTINGUISHED="…"',
            )
        return slug(typed), typed


def _described(archive: Archive, people: list[str]) -> str:
    told = []
    for one in people:
        by = archive.people[one].distinguished_by
        told.append(f"{archive.people[one].name}{f', {by}' if by else ''} ({one})")
    return "; ".join(told)


def clean(text: str) -> str:
    """Return what was typed as one line of composed letters, without characters of control."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(c if c.isprintable() else " " for c in composed).split())
