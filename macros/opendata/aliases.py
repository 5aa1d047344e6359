"""The table of aliases, of people and of organizations."""

from __future__ import annotations

from macros.archive import Archive
from macros.dates import order_key
from macros.model.aliases import Alias
from macros.model.people import Person
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.derived import by_id
from macros.opendata.shared import SOURCE


def _of(entry: Entry[Alias]) -> Cell:
    return "person" if isinstance(entry.within, Person) else "organization"


def _of_id(entry: Entry[Alias]) -> Cell:
    return entry.within.id if isinstance(entry.within, Person) else entry.dossier.id


def _bearer(entry: Entry[Alias]) -> Cell:
    return entry.within.name if isinstance(entry.within, Person) else entry.dossier.title


def _aliases(archive: Archive) -> list[Entry[Alias]]:
    """Return the aliases of people, then those of organizations, by id and in order of time."""
    people = sorted(archive.people.values(), key=lambda one: one.id)
    found = [Entry(archive, alias, within=one) for one in people for alias in _ordered(one.aliases)]
    for dossier in by_id(archive):
        aliases = _ordered(dossier.organization.aliases)
        found += [Entry(archive, alias, dossier) for alias in aliases]
    return found


def _ordered(aliases: tuple[Alias, ...]) -> list[Alias]:
    return sorted(aliases, key=lambda one: (order_key(one.start_date), one.id))


ALIASES = table(
    "aliases",
    "Bí danh, mật danh và tên gọi khác",
    Alias,
    [
        of_field(
            "id", description="Mã của dữ kiện, duy nhất trong các dữ kiện của người hay tổ chức."
        ),
        computed(
            "of",
            _of,
            "Của",
            "person: một nhân vật; organization: một tổ chức.",
            required=True,
            because="whether a person or an organization bears the name",
        ),
        computed("of_id", _of_id, "Mã của ai", "Mã nhân vật hoặc mã tổ chức.", required=True),
        computed("bearer", _bearer, "Của ai", "Họ tên hoặc tên tổ chức.", required=True),
        "name",
        "kind",
        of_field("start_date", description="Bắt đầu dùng; trống là nguồn không nói."),
        of_field("end_date", description="Thôi dùng; trống là nguồn không nói."),
        SOURCE,
        "note",
    ],
    _aliases,
    key=("of", "of_id", "id"),
)
