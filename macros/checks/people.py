"""Checks of people: names that tell them apart, and their other posts given in full."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive import Archive
from macros.messages.problems import About, Problem
from macros.rules.names import is_no_name, namesakes

_LISTED = 10
"""So many namesakes are listed."""


def named(archive: Archive) -> Iterator[Problem]:
    """A person has a name: whoever has none has no file."""
    for person in archive.people.values():
        if is_no_name(person.name):
            yield Problem(
                person.where("name"),
                f"“{person.name}” không phải tên ai",
                "xóa tệp này; ở mục nhân sự thay dòng person bằng “unnamed: không rõ tên”",
            )


def told_apart(archive: Archive) -> Iterator[Problem]:
    """People of one name are distinguished, each in words of its own."""
    for identifier, others in namesakes(archive).items():
        person = archive.people[identifier]
        listed = ", ".join(f"“{one.id}”" for one in others[:_LISTED])
        listed += ", …" if len(others) > _LISTED else ""
        # One problem for all of a name, in the first file: it names the others.
        # They are in the order of their files.
        home = min(person.where().path, others[0].where().path)
        about = About(home, person.name.casefold(), "")
        if not person.distinguished_by:
            yield Problem(
                person.where("name"),
                f"“{person.name}” cũng là tên của {listed}, người đọc không phân biệt được",
                "thêm distinguished_by, như quê quán hay chức danh; nếu là một người thì chỉ giữ "
                "một tệp",
                about=about,
            )
        elif any(one.distinguished_by == person.distinguished_by for one in others):
            yield Problem(
                person.where("distinguished_by"),
                f"lời phân biệt này cũng là của người trùng tên {listed}",
                "sửa cho khác nhau",
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
