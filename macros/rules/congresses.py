"""What congresses and conferences are called, and whose terms they opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.codes import CONFERENCE_KINDS
from macros.model.congresses import Conference, Congress
from macros.rules.inferred import marked
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive, Dossier
    from macros.model.congresses import Meeting
    from macros.model.leadership import Membership


def meeting_words(dossier: Dossier, meeting: Meeting) -> str:
    """Return what a congress or conference is called within a sentence.

    “đại hội lần thứ VI”, “đại hội lần thứ I (sau hợp nhất năm 2025)”, “hội nghị đại biểu giữa
    nhiệm kỳ khóa VI”.
    """
    if isinstance(meeting, Congress):
        return f"đại hội lần thứ {numbered(dossier, meeting)}"
    assert isinstance(meeting, Conference)
    said = CONFERENCE_KINDS[meeting.kind]
    return f"{said} khóa {term_called(dossier, meeting.congress)}" if meeting.congress else said


def meeting_title(dossier: Dossier, meeting: Meeting, *shown: str) -> str:
    """Return what a congress or conference is called at the beginning of a line.

    It is marked if what it is called, or one of the other fields `shown`, is inferred.
    """
    named = ("kind", "congress") if isinstance(meeting, Conference) else ("ordinal",)
    return marked(capital(meeting_words(dossier, meeting)), meeting, *named, *shown)


def numbered(dossier: Dossier, congress: Congress) -> str:
    """Return a congress's number, with its series if that is not the first: “I (từ năm 2025)”."""
    label = series_label(dossier, congress.series)
    return f"{congress.ordinal} ({label})" if label else congress.ordinal


def series_label(dossier: Dossier, series: str | None) -> str:
    """Return what tells a series from the others, "" for the first."""
    return next((one.label for one in dossier.series if one.id == series), series or "")


def term_called(dossier: Dossier, key: str) -> str:
    """Return what the term of the congress that `key` names is called: “VI”."""
    opened = dossier.congress(key)
    return numbered(dossier, opened) if isinstance(opened, Congress) else key


def term_of(dossier: Dossier, meeting: Meeting | None) -> Congress | None:
    """Return the congress in whose term a meeting was, itself if it is a congress."""
    if isinstance(meeting, Conference):
        opened = dossier.congress(meeting.congress) if meeting.congress else None
        return opened if isinstance(opened, Congress) else None
    return meeting if isinstance(meeting, Congress) else None


def congress_of(archive: Archive, dossier: Dossier, key: str | None) -> Meeting | None:
    """Return the congress or conference that `key` names, as seen from `dossier`."""
    return meeting_named(archive, dossier, key)[1] if key else None


def meeting_named(archive: Archive, dossier: Dossier, key: str) -> tuple[Dossier, Meeting | None]:
    """Return what `key` names, as seen from `dossier`, and the organization that met.

    For a body without congresses (an inspection commission), it is that of the organization above
    it. If several above it have a congress of this number, a check reports that.
    """
    if not dossier.meetings:
        for owner in above(archive, dossier):
            if found := owner.congress(key):
                return owner, found
    return dossier, dossier.congress(key)


def named_words(archive: Archive, dossier: Dossier, key: str) -> str:
    """Return what `key` names in words, as seen from `dossier`; if there is none, its number."""
    owner, found = meeting_named(archive, dossier, key)
    return meeting_words(owner, found) if found else f"đại hội lần thứ {key}"


def above(archive: Archive, dossier: Dossier) -> list[Dossier]:
    """Return the organizations directly above one at any time, the latest first."""
    return [archive.dossiers[one] for one in dossier.organization.above if one in archive.dossiers]


def in_term(
    archive: Archive, dossier: Dossier, congress: Meeting
) -> Iterator[tuple[Membership, bool]]:
    """Yield the memberships that began in a congress's term, and whether at the congress itself.

    For a conference, only the memberships that it elected.
    """
    for owner in (dossier, *archive.children.get(dossier.id, ())):
        for membership in owner.memberships:
            terms = (membership.congress, membership.congress_term)
            if congress_of(archive, owner, membership.congress) is congress:
                yield membership, True
            elif any(_opened(archive, owner, one) is congress for one in terms if one):
                yield membership, False


def _opened(archive: Archive, owner: Dossier, key: str) -> Congress | None:
    """Return the congress that opened the term in which `key` met."""
    return term_of(*meeting_named(archive, owner, key))
