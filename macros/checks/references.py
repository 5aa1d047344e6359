"""Checks of references: every id that is referred to exists, and ids are unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from macros.archive import (
    CHANGES,
    PICTURES,
    Archive,
    Dossier,
    owner_of,
    split_reference,
)
from macros.archive.advice import Advice, among_of, missing_fact
from macros.messages.nouns import NOUNS
from macros.messages.problems import Position, Problem, Twice
from macros.messages.suggest import did_you_mean, listed
from macros.model.abbreviations import Abbreviation
from macros.model.base import Record
from macros.model.congresses import Committee, Conference
from macros.model.documents import Document
from macros.model.leadership import Membership
from macros.model.pictures import Picture
from macros.model.statements import Speaker
from macros.model.statistics import Observation
from macros.rules.citations import misnamed
from macros.rules.references import uses
from macros.text.vietnamese import is_id


def broken(archive: Archive) -> Iterator[Problem]:
    """Every reference to a person, post, organization, document or indicator exists."""
    known: dict[str, Mapping[str, object]] = {
        "person": archive.people,
        "role": archive.roles,
        "organization": archive.dossiers,
        "document": archive.documents,
        "indicator": archive.indicators,
        "picture": archive.pictures,
    }
    for use in uses(archive):
        if use.id not in known[use.kind] and not archive.may_hold(use.kind, use.id):
            advice = archive.advice(use.kind, use.id, None)
            message = f"không có {NOUNS[use.kind]} nào mang mã “{use.id}”"
            if use.remedy:
                advice = Advice(use.remedy, advice.about._replace(remedy=use.remedy))
            yield Problem(use.position, message, advice.remedy, about=advice.about)


def broken_within(archive: Archive) -> Iterator[Problem]:
    """Every reference to a fact or congress of an organization exists there."""
    for dossier in archive.dossiers.values():
        yield from _broken_ordinals(archive, dossier)
        figures = {one.id for one in dossier.observations}
        for observation in dossier.observations:
            yield from _broken_wholes(archive, dossier, observation, figures)
        for table in dossier.target_sets:
            rows = {target.id for target in table.targets}
            for target in table.targets:
                if target.row_of and target.row_of not in rows:
                    yield _missing_fact(dossier.id, target.row_of, rows, target.where("row_of"))
        claims = (claim for conflict in dossier.conflicts for claim in conflict.claims)
        yield from _named_facts(archive, dossier, claims, "fact")
        yield from _named_facts(archive, dossier, dossier.statements, "judges", "answers")
    for change in archive.changes.values():
        if change.supersedes_name:
            position = change.where("supersedes_name")
            yield from _fact(archive, CHANGES, change.supersedes_name, position)


def _named_facts(
    archive: Archive, dossier: Dossier, records: Iterable[Record], *fields: str
) -> Iterator[Problem]:
    """Yield a problem for each fact that is named in one of the fields and does not exist."""
    for record in records:
        for name in fields:
            if reference := vars(record)[name]:
                yield from _fact(archive, dossier.id, reference, record.where(name))


def _broken_ordinals(archive: Archive, dossier: Dossier) -> Iterator[Problem]:
    """A congress or term belongs to the organization, or to one above it if it has none."""
    yield from _broken_series(dossier)
    above = dossier.organization.above
    if any(one not in archive.dossiers for one in above) and not dossier.meetings:
        return  # reported as a missing or unreadable organization
    owners = [archive.dossiers[one] for one in above] if not dossier.meetings else []
    owner = next(iter(owners), dossier)
    # If a file of congresses cannot be read, it is unknown which congresses there are.
    files = {f"data/organizations/{one.id}/congresses.yml" for one in (dossier, owner, *owners)}
    if files & archive.unread:
        return
    for holder, name, ordinal in _ordinals(dossier):
        of_term = name == "congress_term" or isinstance(holder, Conference)
        if is_id(ordinal) and of_term:
            yield Problem(
                holder.where(name),
                f"{name} là khóa của một đại hội, không phải mã như “{ordinal}”",
                "viết số La Mã của đại hội mở đầu khóa ấy",
            )
            continue
        having = [one.id for one in owners or [owner] if one.congress(ordinal)]
        if len(having) > 1:
            both = " và ".join(f"“{one}”" for one in having)
            yield Problem(
                holder.where(name),
                f"cấp trên {both} đều có đại hội lần thứ {ordinal}: không rõ là đại hội nào",
                f"xóa dòng {name}, ghi ngày, và kể ở note là đại hội nào",
            )
        if not having and not _misspelt_series(dossier, ordinal):
            advice = archive.advice("congress", ordinal, owner.id)
            message = f"tổ chức “{owner.id}” không có {_named(ordinal)}"
            yield Problem(holder.where(name), message, advice.remedy, about=advice.about)


def _ordinals(dossier: Dossier) -> Iterator[tuple[Record, str, str]]:
    """Yield what names a congress or the term of one, with the key and its value."""
    holders: tuple[Membership | Committee | Conference | Speaker, ...] = (
        *dossier.memberships,
        *dossier.committees,
        *dossier.conferences,
        *(one.by for one in dossier.statements if one.by),
    )
    for holder in holders:
        for name in ("congress", "congress_term"):
            if ordinal := getattr(holder, name, None):
                yield holder, name, ordinal


def _misspelt_series(dossier: Dossier, key: str) -> bool:
    """Return whether there is such a congress, but of a series that is not listed.

    The series is reported by itself.
    """
    known = {one.id for one in dossier.series}
    series, _, ordinal = key.rpartition("/")
    return series in known and any(
        one.ordinal == ordinal and one.series and one.series not in known
        for one in dossier.congresses
    )


def _named(key: str) -> str:
    return f"hội nghị đại biểu “{key}”" if is_id(key) else f"đại hội lần thứ {key}"


def _broken_series(dossier: Dossier) -> Iterator[Problem]:
    """A congress that counts anew is of a listed series."""
    known = [one.id for one in dossier.series]
    adding = "thêm loạt ấy vào series (id, label)"
    adding = f"dùng một mã đã có ({listed(known)}), hoặc {adding}" if known else adding
    for congress in dossier.congresses:
        if congress.series and congress.series not in known:
            yield Problem(
                congress.where("series"),
                f"không có loạt đại hội nào mang mã “{congress.series}”",
                did_you_mean(congress.series, known, adding),
            )


def _broken_wholes(
    archive: Archive, dossier: Dossier, one: Observation, figures: Set[str]
) -> Iterator[Problem]:
    """A figure is a part or a measure of another figure of the same organization."""
    named: list[tuple[str | None, Record, str]]
    named = [(one.part_of, one, "part_of"), (one.measures, one, "measures")]
    named += [(other.part_of, other, "part_of") for other in one.also_part_of]
    for identifier, record, name in named:
        if not identifier:
            continue
        position = record.where(name)
        if identifier == one.id and identifier in dossier.repeated:
            continue  # there are two with this id, which is reported
        if identifier == one.id:
            yield Problem(position, f"“{one.id}” chỉ vào chính nó", "ghi mã của số liệu khác")
        elif identifier in dossier.facts and identifier not in figures:
            yield Problem(
                position, f"“{identifier}” không phải số liệu", "ghi mã trong statistics.yml"
            )
        else:
            yield from _fact(archive, dossier.id, identifier, position)


def unknown_fields(archive: Archive) -> Iterator[Problem]:
    """`cite_for` and `implied` name fields that are given: `date`, `participants.extent`."""
    for record, key, name in misnamed(archive):
        noun = NOUNS["document" if isinstance(record, Document) else "fact"]
        given = [field for field in type(record).model_fields if getattr(record, field, None)]
        yield Problem(
            record.where(key),
            f"{key} nói về trường “{name}” mà {noun} “{record.id}” không ghi",
            did_you_mean(name, given, "sửa tên trường, hoặc thêm trường ấy"),
        )


def doubled(archive: Archive) -> Iterator[Problem]:
    """Ids are unique: those of facts within an organization, all others within the site."""
    for dossier in archive.dossiers.values():
        home = dossier.id
        yield from _repeats((*dossier.each_fact(), *dossier.conflicts), "fact", home)
        yield from _repeated_congresses(dossier)
        yield from _repeats(dossier.series, "series", home)
        yield from _repeats(dossier.target_sets, "target_set", home)
    for person in archive.people.values():
        yield from _repeats(person.each_fact(), "fact", owner_of(person))
    issued = [document for issuer in archive.issuers.values() for document in issuer.documents]
    yield from _repeats(issued, "document")


def _repeated_congresses(dossier: Dossier) -> Iterator[Problem]:
    """Within a series each congress has a number of its own."""
    seen: dict[str, Position] = {}
    twice = Twice("congress", among_of("congress", dossier.id))
    for congress in dossier.congresses:
        position = congress.where("ordinal")
        if congress.key in seen:
            yield Problem(
                position,
                f"{NOUNS['congress']} “{congress.key}” đã có ở {seen[congress.key]}",
                "đổi thành một số khác; nếu đếm lại từ I (như sau hợp nhất) thì thêm một loạt vào "
                "series và ghi series ở các đại hội của loạt ấy",
                values=(position, seen[congress.key]),
                twice=twice,
            )
        else:
            seen[congress.key] = position


def abbreviations(archive: Archive) -> Iterator[Problem]:
    """An abbreviation has one expansion, a term one explanation."""
    seen: dict[str, Abbreviation] = {}
    for one in archive.abbreviations:
        first = seen.setdefault(one.short, one)
        if first is one:
            continue
        if first.full == one.full:
            message, remedy = f"“{one.short}” ghi hai lần", "xóa một mục"
        else:
            message = f"“{one.short}” có hai nghĩa: “{first.full}” và “{one.full}”"
            remedy = "giữ một nghĩa; nghĩa kia viết đầy đủ trong bài, không viết tắt"
        other = first.where().line
        yield Problem(one.where("short"), f"{message} (mục đầu ở dòng {other})", remedy)


def shown_in_pictures(archive: Archive) -> Iterator[Problem]:
    """What a picture shows exists, and is named with its organization."""
    for picture in archive.pictures.values():
        for index, shown in enumerate(picture.shows):
            yield from _shown(archive, picture, shown, picture.where(f"shows.{index}"))


def _shown(archive: Archive, picture: Picture, shown: str, position: Position) -> Iterator[Problem]:
    if "/" in shown:
        yield from _fact(archive, PICTURES, shown, position)
        return
    among = picture.organizations or archive.dossiers
    owners = [one for one in among if archive.fact(shown, one)]
    owner = owners[0] if len(owners) == 1 else "ma-to-chuc"
    message = f"“{shown}” thiếu mã tổ chức, mà ảnh không thuộc riêng tổ chức nào"
    yield Problem(position, message, f"viết {owner}/{shown}")


def _fact(
    archive: Archive, organization: str, reference: str, position: Position
) -> Iterator[Problem]:
    """Yield a problem unless the fact that `reference` names, seen from `organization`, exists."""
    owner, identifier = split_reference(reference, organization)
    if archive.fact(reference, organization) or any(
        path.startswith((f"data/organizations/{owner}/", f"data/{owner}/"))
        for path in archive.unread
    ):
        return
    there = archive.dossiers.get(owner)
    if owner in (CHANGES, PICTURES):
        known = archive.changes if owner == CHANGES else archive.pictures
        yield _missing_fact(owner, identifier, known, position)
    elif there is None:
        advice = archive.advice("organization", owner, None)
        message = f"không có tổ chức nào mang mã “{owner}”"
        yield Problem(position, message, advice.remedy, about=advice.about)
    else:
        yield _missing_fact(owner, identifier, there.facts, position)


def _missing_fact(owner: str, identifier: str, known: Iterable[str], position: Position) -> Problem:
    message = f"không có dữ kiện nào mang mã “{identifier}”"
    remedy = did_you_mean(identifier, known, "sửa mã, hoặc thêm dữ kiện ấy")
    return Problem(position, message, remedy, about=missing_fact(owner, identifier))


def _repeats(
    records: Iterable[Record], kind: str, organization: str | None = None, key: str = "id"
) -> Iterator[Problem]:
    seen: dict[str, Position] = {}
    twice = Twice(kind, among_of(kind, organization))
    for record in records:
        value = getattr(record, key)
        position = record.where(key)
        if value in seen:
            message = f"{NOUNS[kind]} “{value}” đã có ở {seen[value]}"
            remedy = "đổi thành một mã khác"
            yield Problem(position, message, remedy, values=(position, seen[value]), twice=twice)
        else:
            seen[value] = position
