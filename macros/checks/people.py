"""Checks of people: names that tell them apart, and their other posts given in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros.archive import Archive
from macros.checks.references import broken
from macros.messages.problems import About, Problem, Severity
from macros.model.people import Person
from macros.rules.names import bearer_of, is_no_name, namesakes

_INITIALS = 4
"""A name of at most so many letters, all capitals, may be initials."""
_NAMING = ("data/organizations/", "data/pictures/")
"""Folders whose records name people."""
_LISTED = 10
"""The most namesakes that a message lists."""
_TELL_APART = (
    "thêm distinguished_by, như quê quán hay chức danh; nếu là một người thì chỉ giữ một tệp"
)
_COPIED = (
    "xóa tệp nếu nó chép nhầm từ tệp kia; nếu là người khác thì thêm distinguished_by và "
    "dữ kiện về người ấy"
)
_DIFFER = "sửa cho khác nhau"


def named(archive: Archive) -> Iterator[Problem]:
    """A person has a name: whoever has none has no file."""
    for person in archive.people.values():
        if is_no_name(person.name):
            yield Problem(
                person.where("name"),
                f"“{person.name}” không phải tên ai",
                "xóa tệp này; ở mục nhân sự thay dòng person bằng “unnamed: không rõ tên”",
            )


def in_capitals(archive: Archive) -> Iterator[Problem]:
    """A name is not typed in capitals, as headings and invitations print it."""
    for person in archive.people.values():
        if len(person.name) > _INITIALS and person.name.isupper():
            yield Problem(
                person.where("name"),
                f"tên “{person.name}” viết hoa cả",
                f"viết {person.name.title()}",
                Severity.NOTE,
            )


def told_apart(archive: Archive) -> Iterator[Problem]:
    """People with the same name are told apart, each by different words."""
    named = namesakes(archive)
    copies = {one.id: one for one in _copies(archive)}
    alike: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for identifier, bearers in named.items():
        person = archive.people[identifier]
        if identifier in copies:
            message = (
                f"“{person.name}” cũng là tên của {_others(person, bearers)}, "
                "và không dữ kiện nào nhắc đến tệp này"
            )
            yield Problem(person.where("name"), message, _COPIED)
            continue
        if not person.distinguished_by and all(b is person or b.id in copies for b in bearers):
            continue
        alike[bearers[0].id, person.distinguished_by or ""].append(person)
    for (_, words), people in alike.items():
        # One problem for all of them, in the first file, which is of no other group.
        home = people[0].where().path
        if not words:
            about = About(home, "name", _TELL_APART)
            for one in people:
                listed = _others(one, named[one.id])
                message = f"“{one.name}” cũng là tên của {listed}, người đọc không phân biệt được"
                yield Problem(one.where("name"), message, _TELL_APART, about=about)
        elif len(people) > 1:
            about = About(home, "distinguished_by", _DIFFER)
            for one in people:
                message = f"lời phân biệt này cũng là của người trùng tên {_others(one, people)}"
                yield Problem(one.where("distinguished_by"), message, _DIFFER, about=about)


def _others(person: Person, bearers: Sequence[Person]) -> str:
    others = [one.id for one in bearers[: _LISTED + 1] if one is not person]
    listed = ", ".join(f"“{one}”" for one in others[:_LISTED])
    return f"{listed}, …" if len(bearers) - 1 > _LISTED else listed


def unused(archive: Archive) -> Iterator[Problem]:
    """Every person is named by some fact."""
    copies = {one.id for one in _copies(archive)}
    for person in _unused(archive):
        if person.id not in copies:
            yield Problem(
                person.where(),
                f"không dữ kiện nào nhắc đến nhân vật “{person.id}”",
                "thêm dữ kiện về nhân vật này, hoặc xóa tệp",
            )


def _copies(archive: Archive) -> list[Person]:
    """Return people with the name of somebody else, no words to tell them apart, and no fact.

    Their files were probably copied from the other person's.
    """
    named = namesakes(archive)
    if not named:
        return []
    idle = {one.id for one in _unused(archive)}
    each = {bearers[0].id: bearers for bearers in named.values()}.values()
    return [
        one
        for bearers in each
        if any(other.id not in idle for other in bearers)
        for one in bearers
        if one.id in idle and not one.distinguished_by
    ]


def _unused(archive: Archive) -> list[Person]:
    """Return the people whom no fact names, as far as that can be known."""
    if any(path.startswith(_NAMING) for path in archive.unread):
        return []  # the file that names the person may be the one that could not be read
    held = [one for dossier in archive.dossiers.values() for one in dossier.memberships]
    # A name in `unnamed` is reported there, and does name the person.
    named = {one.person or bearer_of(archive, one.unnamed or "") for one in held}
    named |= set(archive.naming)
    named |= {one.person for picture in archive.pictures.values() for one in picture.people}
    named |= {person.id for person in archive.people.values() if person.later or person.identity}
    idle = [person for person in archive.people.values() if person.id not in named]
    missing = [one.about for one in broken(archive) if one.about] if idle else []
    if any(one.home.startswith("data/organizations/") for one in missing):
        return []  # a missing organization may name the person
    if any(one.home.startswith("data/people/") for one in missing):
        return []  # an id that nobody has may have meant this person
    return idle


def posts_told_twice(archive: Archive) -> Iterator[Problem]:
    """A concurrent post is recorded once: as a membership, if its organization is in the data."""
    for dossier in archive.dossiers.values():
        for one in dossier.memberships:
            for post in one.concurrent:
                of = archive.dossiers.get(post.organization or "")
                held = of.memberships if of else ()
                if one.person and any(
                    other.person == one.person and archive.role_label(other.post) == post.role
                    for other in held
                ):
                    yield Problem(
                        post.where("role"),
                        f"“{post.role}” đã là một lần giữ chức ở leadership.yml của "
                        f"{post.organization}",
                        "xóa khỏi concurrent; trang tự kể cả hai chức",
                    )


def posts_in_full(archive: Archive) -> Iterator[Problem]:
    """A post elsewhere is more than one syllable, or a known abbreviation."""
    for dossier in archive.dossiers.values():
        for one in dossier.memberships:
            for name in ("concurrent", "previously", "subsequently"):
                for post in vars(one)[name] or ():
                    if len(post.role.split()) < 2 and post.role not in archive.glossary:
                        yield Problem(
                            post.where("role"),
                            f"“{post.role}” chưa đủ một chức danh",
                            "ghi đủ như nguồn, ví dụ “Phó Bí thư”; chữ viết tắt thì thêm vào "
                            "data/abbreviations.yml",
                        )
