"""Checks of people: names that tell them apart, and their other posts given in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros.archive import Archive
from macros.messages.problems import About, Problem, Severity
from macros.model.people import Person
from macros.rules.names import is_no_name, namesakes

_INITIALS = 4
"""So many letters in capitals may be initials."""
_LISTED = 10
"""So many namesakes are listed."""
_TELL_APART = (
    "thêm distinguished_by, như quê quán hay chức danh; nếu là một người thì chỉ giữ một tệp"
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
    """People of one name are distinguished, each in words of its own."""
    named = namesakes(archive)
    alike: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for identifier, bearers in named.items():
        person = archive.people[identifier]
        alike[bearers[0].id, person.distinguished_by or ""].append(person)
    for (first, words), people in alike.items():
        # One problem for all of them, in the first file: it names the others.
        home = people[0].where().path
        if not words:
            about = About(home, f"name {first}", _TELL_APART)
            for one in people:
                listed = _others(one, named[one.id])
                message = f"“{one.name}” cũng là tên của {listed}, người đọc không phân biệt được"
                yield Problem(one.where("name"), message, _TELL_APART, about=about)
        elif len(people) > 1:
            about = About(home, f"distinguished_by {first} {words}", _DIFFER)
            for one in people:
                message = f"lời phân biệt này cũng là của người trùng tên {_others(one, people)}"
                yield Problem(one.where("distinguished_by"), message, _DIFFER, about=about)


def _others(person: Person, bearers: Sequence[Person]) -> str:
    others = [one.id for one in bearers[: _LISTED + 1] if one is not person]
    listed = ", ".join(f"“{one}”" for one in others[:_LISTED])
    return f"{listed}, …" if len(bearers) - 1 > _LISTED else listed


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
