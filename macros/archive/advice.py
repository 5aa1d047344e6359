"""Remedies for an id that does not exist: the entry that was meant, or the file to add it to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import say
from macros.messages.problems import About
from macros.messages.suggest import did_you_mean, listed
from macros.text.vietnamese import fold, slug

if TYPE_CHECKING:
    from macros.model.documents import Issuer

_HOMES = {
    "person": "data/people/{id}.yml",
    "role": "data/posts.yml",
    "organization": "data/organizations/{id}/organization.yml",
    "source": "data/sources/{id}.yml",
    "indicator": "data/indicators.yml",
    "issuer": "data/documents/{id}.yml",
    "change": "data/changes/{id}.yml",
    "picture": "data/pictures/{id}.yml",
    "congress": "data/organizations/{organization}/congresses.yml",
    "roll": "data/organizations/{organization}/rolls.yml",
    "statement": "data/organizations/{organization}/statements.yml",
}
"""Kind → the file for such an entry; a document may be in any file of its folder."""

_ADDING = {
    "person": "tạo tệp {home}",
    "role": "thêm mục vào {home}",
    "organization": "tạo tổ chức bằng make new, hoặc tạo tệp {home}",
    "document": "thêm văn bản vào một tệp trong data/documents/",
    "source": "tạo tệp {home}",
    "indicator": "thêm mục vào {home}",
    "issuer": "tạo tệp {home}",
    "change": "tạo tệp {home}",
    "picture": "đặt ảnh vào data/pictures/ và tạo tệp {home} cùng tên",
    "congress": "thêm đại hội vào {home}",
    "roll": "thêm danh sách vào {home}",
    "statement": "thêm nhận định vào {home}",
}
_AMONG = {
    "person": "data/people",
    "role": "data/posts.yml",
    "organization": "data/organizations",
    "document": "data/documents",
    "source": "data/sources",
    "indicator": "data/indicators.yml",
    "change": "data/changes",
    "picture": "data/pictures",
    "congress": "data/organizations/{organization}",
    "series": "data/organizations/{organization}",
    "roll": "data/organizations/{organization}",
    "statement": "data/organizations/{organization}",
    "fact": "data/organizations/{organization}",
    "target_set": "data/organizations/{organization}",
}
"""Kind → the file or folder that is probably missing if many entries of the kind are."""
_BETWEEN = re.compile(r"[\s,;]+(?:và[\s,;]+)?")
"""What editors type between ids that belong in a list."""
_FEW = 12
"""A remedy lists all ids if there are at most so many."""


class Advice(NamedTuple):
    """The remedy at one use of a missing entry, and what the problems at all its uses are about."""

    remedy: str
    about: About


def home_of(kind: str, identifier: str, organization: str | None) -> str:
    """Return the path of the file that should hold an entry; "" if it may be in several."""
    return _HOMES.get(kind, "").format(id=identifier, organization=organization)


def among_of(kind: str, organization: str | None) -> str:
    """Return the file or folder that holds all entries of a kind."""
    return _AMONG.get(kind, "").format(organization=organization)


def missing_fact(organization: str, identifier: str, kind: str = "fact") -> About:
    """Return what the problems at all uses of a missing fact, or table, are about."""
    kind = {"changes": "change", "pictures": "picture"}.get(organization, kind)
    remedy = "sửa mã ở những chỗ ấy, hoặc ghi lại dữ kiện với mã cũ: mã không bao giờ đổi"
    among = among_of(kind, organization)
    return About("", f"{organization}/{identifier}", remedy, among, kind)


def about_volume(organization: str) -> About:
    """Return what all uses of an organization as a volume are about, if it is not a volume."""
    remedy = "ghi lại listed: true, hoặc bỏ những chỗ ấy"
    return About(home_of("organization", organization, None), "listed", remedy)


def advise(
    kind: str,
    entry: str,
    organization: str | None,
    known: Iterable[str],
    names: Mapping[str, tuple[str, ...]],
    apart: Mapping[str, str],
) -> Advice:
    """Return the advice about `entry`, an id that does not exist.

    `known` are the existing ids; `names` gives the names that readers know, by id, and `apart` what
    tells entries with the same name apart.
    """
    ids = list(known)
    parts = [one for one in _BETWEEN.split(entry) if one]
    if len(parts) > 1 and all(one in ids for one in parts):
        remedy = f"viết [{', '.join(parts)}]"
        return Advice(remedy, About("", entry, remedy))
    adding = _ADDING[kind].format(home=home_of(kind, slug(entry) or "ma", organization))
    named = _named(entry, names)
    about = _about(kind, entry, organization, named)
    if len(named) == 1:
        write = f"đó là tên gọi: viết mã {named[0]}"
        if kind in ("role", "indicator") and entry != slug(entry):
            # Ids have no capitals or marks: the name was typed, and the catalogue is right.
            about = About("", entry, write)
        return Advice(write, about)
    if named:
        which = [f"{one} ({apart[one]})" if one in apart else one for one in named]
        return Advice(f"đó là tên gọi, chung cho các mã {listed(which)}: viết một mã", about)
    if 0 < len(ids) <= _FEW and kind != "person":
        adding = f"dùng một mã đã có ({listed(ids)}), hoặc {adding}"
    elif kind == "person":
        adding = f"sửa mã theo tên tệp trong data/people/, hoặc {adding}"
    return Advice(did_you_mean(entry, ids, adding, people=kind == "person"), about)


def _about(kind: str, entry: str, organization: str | None, named: Sequence[str]) -> About:
    """Return what all uses of a missing id are about; `named` are the ids of that name."""
    if kind == "statement":
        # Other facts may name a statement too, as a fact: all these uses are about the same thing.
        return missing_fact(organization or "", entry)
    home = home_of(kind, slug(entry) or "ma", organization)
    again = f"lấy lại bằng git checkout -- {home}" if home else _ADDING[kind].format(home=home)
    if len(named) == 1:
        other = home_of(kind, named[0], organization)
        again = f"{other} mang tên ấy: đã đổi mã thì trả lại mã cũ, mã không bao giờ đổi"
    remedy = f"{again}; nếu đã xóa hay đổi mã có chủ ý thì sửa từng chỗ ấy"
    return About(home, entry, remedy, among_of(kind, organization), kind)


def told_apart(issuers: Iterable[Issuer]) -> Mapping[str, str]:
    """Return what tells documents of one symbol apart, by id: the day, the term or the subject."""
    return {
        one.id: say(one.date) if one.date else one.term or one.subject or issuer.name
        for issuer in issuers
        for one in issuer.documents
    }


def _named(entry: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the ids of the entries named `entry`: exactly, or else without case and marks."""
    exact = sorted(one for one, called in names.items() if entry in called)
    if exact:
        return exact
    wanted = fold(entry.replace("-", " "))
    return sorted(
        one
        for one, called in names.items()
        if one != entry and any(fold(name.replace("-", " ")) == wanted for name in called)
    )
