"""From the records of data/ to the archive.

`load_archive` never raises for a mistake of an editor: it returns the problems and an
archive of whatever could be read, so that all checks can still run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from macros.archive import Archive, Dossier, membership_order
from macros.dates import order_key
from macros.loading.tree import Records, read_records
from macros.messages.problems import Problem
from macros.model.changes import ChangeEvent
from macros.model.documents import Issuer
from macros.model.edition import EditionFile
from macros.model.people import Person
from macros.model.pictures import Picture
from macros.model.sources import Source
from macros.model.verification import VerificationFile
from macros.text.vietnamese import parse_roman


def load_archive(root: Path, *, parallel: bool = False) -> tuple[Archive, list[Problem]]:
    """Read `root`/data into an archive; return it with the problems of reading, unsorted.

    For `parallel` see :func:`macros.loading.tree.read_records`.
    """
    records = read_records(root, parallel=parallel)
    return complete(records), records.problems


def complete(records: Records) -> Archive:
    """Build the archive from the records that could be read: sorted by time, indexed by id."""
    catalogues = records.catalogues
    indicators = getattr(catalogues.get("indicators"), "indicators", ())
    roles = getattr(catalogues.get("posts"), "roles", ())
    return Archive(
        dossiers={
            identifier: _dossier(cast(dict[str, Any], files))
            for identifier, files in records.organizations.items()
            if "organization" in files
        },
        people=cast(Mapping[str, Person], records.files["people"]),
        sources=cast(Mapping[str, Source], records.files["sources"]),
        issuers=cast(Mapping[str, Issuer], records.files["documents"]),
        changes=cast(Mapping[str, ChangeEvent], records.files["changes"]),
        pictures=cast(Mapping[str, Picture], records.files["pictures"]),
        indicators={one.id: one for one in indicators},
        roles={one.id: one for one in roles},
        abbreviations=getattr(catalogues.get("abbreviations"), "abbreviations", ()),
        edition=cast(EditionFile, catalogues.get("edition", EditionFile())),
        verification=cast(VerificationFile, catalogues.get("verification", VerificationFile())),
        redirects=getattr(catalogues.get("redirects"), "redirects", ()),
        unread=frozenset(records.unread),
    )


def _dossier(files: dict[str, Any]) -> Dossier:
    def part(stem: str, name: str) -> tuple[Any, ...]:
        return tuple(getattr(files[stem], name)) if stem in files else ()

    # The series without a name is the first.
    order = (None, *(one.id for one in part("congresses", "series")))
    series = {one: at for at, one in enumerate(order)}
    return Dossier(
        organization=files["organization"],
        memberships=tuple(sorted(part("leadership", "memberships"), key=membership_order)),
        congresses=tuple(
            sorted(
                part("congresses", "congresses"),
                key=lambda one: (series.get(one.series, len(series)), parse_roman(one.ordinal)),
            )
        ),
        conferences=part("congresses", "conferences"),
        series=part("congresses", "series"),
        committees=part("congresses", "committees"),
        observations=part("statistics", "observations"),
        target_sets=part("targets", "sets"),
        # A stable sort: events of one day stay in the editor's order.
        events=tuple(sorted(part("events", "events"), key=lambda one: order_key(one.date))),
        statements=part("statements", "statements"),
        rolls=part("rolls", "rolls"),
        conflicts=part("conflicts", "conflicts"),
    )
