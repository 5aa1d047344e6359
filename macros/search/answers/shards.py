"""The files of the answers: records under keys, packed in order.

answers/entry.bin            what every question needs: the version, the first key of each shard,
                             the posts by name, the words that organizations' names end in,
                             the pages that tell of the site itself
answers/offline.js           all of it in one script, for a page that was opened from a disk
answers/<version>/<n>.bin    a shard: records by key

    name/<last word>         forms of organizations' names that end in the word
    about/<organization>     what it is, its posts and indicators by name
    life/<organization>      founding, end, seats, changes
    congress/<organization>
    post/<organization>/<role>, and post/<organization>/<role>.<capacity> of those not in full
    count/<organization>/<indicator>
    paper/<symbol>           documents; `number/<kind and number>` gives the symbols
    word/<abbreviation>
    things                   the names of all indicators

Each is gzipped JSON, as the search index is, and opened by `answer-store.js`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.search.answers.documents import documents, key_of, meanings, numbered
from macros.search.answers.events import congresses, life, mentioned_elsewhere
from macros.search.answers.figures import counts
from macros.search.answers.parts import Built, filled, iso, linked, page_of
from macros.search.answers.posts import asked_by, body_of, pages_of_days, posts
from macros.search.answers.site import site_pages
from macros.search.names import cities, forms
from macros.search.write import paths_of, write_offline
from macros.views.as_of import existed
from macros.views.common import at_start, organization_link
from macros.views.leadership import roles_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from macros.archive import Archive, Dossier
    from macros.search.answers.parts import Record
    from macros.search.sections import Section
    from macros.views.common import Page

FOLDER = "answers"
# The approximate letters of a shard before it is packed to a quarter; one record may be longer. On
# a large site shards are larger, and so fewer, because each file has a cost of its own.
_SHARD = 8_000
_LARGEST = 4
# A site with more letters in all records is large.
_LARGE = 1_000_000
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class AnswersSize(NamedTuple):
    """What was written: numbers of records, shards and bytes, the largest file, and all paths."""

    records: int
    shards: int
    bytes: int
    largest: int
    paths: tuple[str, ...]


def write_answers(site: Path, archive: Archive, sections: Iterable[Section]) -> AnswersSize:
    """Write the answers of `archive` into `site`/answers; the same archive gives the same bytes.

    `sections` are those of the built pages: a row of a table is linked where it stands.
    """
    built = _built(sections)
    records = dict(sorted(answers(archive, built).items()))
    packed = list(_packed({key: _ENCODER.encode(record) for key, record in records.items()}))
    version = hashlib.sha256(b"".join(shard for _, shard in packed)).hexdigest()[:12]
    shutil.rmtree(folder := site / FOLDER, ignore_errors=True)
    (folder / version).mkdir(parents=True)
    for number, (_, shard) in enumerate(packed):
        (folder / version / f"{number}.bin").write_bytes(shard)
    firsts = [first for first, _ in packed]
    opening = _packed_text(
        _ENCODER.encode({"version": version, "shards": firsts, **vocabulary(archive, built)})
    )
    (folder / "entry.bin").write_bytes(opening)
    write_offline(folder, folder / version, "siteAnswerFiles")
    sizes = [len(opening), *(len(shard) for _, shard in packed)]
    paths = paths_of(FOLDER, version, map(str, range(len(packed))))
    return AnswersSize(len(records), len(packed), sum(sizes), max(sizes), paths)


def _built(sections: Iterable[Section]) -> Built:
    found = list(sections)
    rows = {
        (section.page.split("/")[0], section.anchor): f"{section.page}#{section.anchor}"
        for section in found
        if section.anchor
    }
    return Built(frozenset(section.page for section in found), rows)


def answers(archive: Archive, built: Built) -> dict[str, Any]:
    """Return every record by its key."""
    page = page_of(archive, built)
    found: dict[str, Any] = dict(_names(archive))
    elsewhere = mentioned_elsewhere(archive)
    days = pages_of_days(page)
    for dossier in archive.dossiers.values():
        own = _about(page, dossier, elsewhere)
        own["counts"] = []
        for role, record in posts(page, dossier, days):
            found[f"post/{dossier.id}/{role}"] = record
        for indicator, record in counts(page, dossier, built):
            found[f"count/{dossier.id}/{indicator}"] = record
            names = (record["indicator"], *archive.indicators[indicator].other_names)
            own["counts"] += [[indicator, name, record["unit"]] for name in names]
        found[f"about/{dossier.id}"] = own
        found[f"life/{dossier.id}"] = life(page, dossier)
        if dossier.congresses:
            found[f"congress/{dossier.id}"] = list(congresses(page, dossier, built))
    found.update({f"paper/{key}": some for key, some in documents(page).items()})
    found.update({f"number/{key}": some for key, some in numbered(archive).items()})
    found.update({f"word/{key}": some for key, some in meanings(page).items()})
    found["things"] = [one.label for one in archive.indicators.values()]
    return found


def _about(page: Page, dossier: Dossier, elsewhere: Container[str]) -> Record:
    """Return what an organization is; `elsewhere` are those of :func:`mentioned_elsewhere`."""
    return filled(
        {
            "organization": linked(at_start(organization_link(page, dossier.id))),
            "kind": dossier.organization.kind,
            "existed": [iso(day) for day in existed(dossier)],
            "elsewhere": dossier.id in elsewhere,
            "posts": _posts_asked_of(page, dossier),
        }
    )


def _names(archive: Archive) -> dict[str, list[list[Any]]]:
    """Return the forms of names by their last word: [text, organization, own, under]."""
    found: dict[str, list[list[Any]]] = defaultdict(list)
    for form in forms(archive):
        last = key_of(form.text).rsplit(" ", 1)[-1]
        found[f"name/{last}"].append([form.text, form.organization, int(form.own), form.under])
    return found


def _posts_asked_of(page: Page, dossier: Dossier) -> list[list[str]]:
    """Return the posts that a reader may ask an organization for: [words, role, owner].

    These are its own posts, and posts named after a body under it (“Chủ nhiệm Ủy ban Kiểm tra” of
    the party organization).
    """
    found = []
    for role in roles_of(page, dossier):
        found += [[name, key, dossier.id] for name, key in asked_by(dossier, role)]
    for body in page.archive.children.get(dossier.id, ()):
        for role in roles_of(page, body):
            # A post that is named after the body has a shorter name too.
            names: dict[str, list[str]] = defaultdict(list)
            for name, key in asked_by(body, role):
                names[key].append(name)
            found += [[name, key, body.id] for key, (name, *shorter) in names.items() if shorter]
    return found


def vocabulary(archive: Archive, built: Built) -> Record:
    """Return what is needed to read any question: posts, last words of all names, cities, pages.

    A post is [words, role, the kinds of organization that have it, whether the words are a body's
    name: they ask who sits on it only beside a word that asks, or a time].
    """
    kinds: dict[str, set[str]] = defaultdict(set)
    said: dict[str, dict[tuple[str, str], None]] = {role: {} for role in archive.roles}
    for dossier in archive.dossiers.values():
        for role in {one.post for one in dossier.memberships} & archive.roles.keys():
            kinds[role].add(dossier.organization.kind)
            said[role].update(dict.fromkeys(asked_by(dossier, archive.roles[role])))
    ordered = sorted(archive.roles.values(), key=lambda one: (one.order, one.id))
    posts = [
        [words, key, sorted(kinds[role.id]), int(any(map(words.startswith, body_of(role))))]
        for role in ordered
        for words, key in {(role.label, role.id): None, **said[role.id]}
    ]
    ends = sorted({key_of(form.text).rsplit(" ", 1)[-1] for form in forms(archive)})
    return {
        "posts": posts,
        "ends": " ".join(ends),
        "cities": list(cities(archive)),
        "site": site_pages(built),
    }


def _packed(records: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield (first key, packed shard) of records as JSON, the keys in order through all of them."""
    scale = min(_LARGEST, max(1, sum(map(len, records.values())) / _LARGE))
    shard: dict[str, str] = {}
    size = 0
    for key, record in records.items():
        if shard and size + len(record) > scale * _SHARD:
            yield next(iter(shard)), _joined(shard)
            shard, size = {}, 0
        shard[key] = record
        size += len(record)
    if shard:
        yield next(iter(shard)), _joined(shard)


def _joined(shard: dict[str, str]) -> bytes:
    pairs = (f"{_ENCODER.encode(key)}:{record}" for key, record in shard.items())
    return _packed_text("{" + ",".join(pairs) + "}")


def _packed_text(text: str) -> bytes:
    return gzip.compress(text.encode(), compresslevel=6, mtime=0)
