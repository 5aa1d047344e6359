"""The titles of a sentence: which post, in which organization of the source, or elsewhere."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from macros.drafting.subjects import matching, mentioned, subject
from macros.text.vietnamese import normalise_spelling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.drafting.reading import Reading
    from macros.model.posts import Role

_BODY_OF_LABEL = re.compile(r" (?:Ủy ban|Hội đồng|Ban) (?!Thường vụ|Chấp hành).*")
_SMALL_WORDS = (
    "thành phố quận huyện thị xã phường tỉnh ủy đảng bộ khối các cơ quan liên đoàn cấp vụ "
    "trấn hội công nhân dân"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"(?P<gap> ?[-–]? ?)(?P<word>[^\W\d_]+)")
_ENDS_WORDS = (
    "được giữ làm là kiêm thay phụ phát trao tặng và nghỉ tái tiếp tham về với chỉ có bầu "
    "trong tại khóa nhiệm chuyên do đã đến dự chủ thôi trực trao nói vào cho từ khi đang cùng "
    "tục lâm qua"
)
_ENDS = frozenset(_ENDS_WORDS.split())
"""Words that are no part of a name behind a title."""
_OF_PLACE = re.compile(r" (?:ủy ban nhân dân|hội đồng nhân dân|(?:ủy ban )?mặt trận)\b")
_FORMER = re.compile(r"\bnguyên\b[^,;.]*?(?=[,;.]|\bgiữ\b|\bđược\b|\blàm\b|$)")
_COMMITTEE = re.compile(r"\b(?:Đảng|Thành|Tỉnh|Quận|Huyện|Thị|Khu|Xứ|Châu) ủy\b.*")


class Title(NamedTuple):
    """A title in a sentence: its place, the role of it, and the organization of it.

    `organization` is "" for one elsewhere. `body` is what the title is of, as printed; `end` is the
    end of the title with it.
    """

    start: int
    end: int
    core: str
    body: str
    role: str
    organization: str


class Titles:
    """Finds titles in the sentences of one source."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._roles = sorted(reading.archive.roles.values(), key=lambda one: one.order)

    @cached_property
    def _cores(self) -> dict[str, list[Role]]:
        found: dict[str, list[Role]] = {}
        for role in self._roles:
            for text in dict.fromkeys((role.label, role.printed or role.label)):
                core = normalise_spelling(_BODY_OF_LABEL.sub("", text))
                found.setdefault(core.lower(), []).append(role)
                for long, short in (("ban thường vụ", "thường vụ"),):
                    if core.lower().endswith(long):
                        other = core.lower().replace(long, short)
                        found.setdefault(other, []).append(role)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        cores = sorted(self._cores, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cores))})(?!\w)", re.IGNORECASE)

    def in_sentence(self, text: str, before: str = "", stops: Sequence[int] = ()) -> list[Title]:
        """Return the titles of a sentence; `before` is what the paragraph says before it.

        What a title is of ends before each of `stops`, where a name begins.
        """
        found: list[Title] = []
        matches = list(self._pattern.finditer(text))
        for number, match in enumerate(matches):
            limit = matches[number + 1].start() if number + 1 < len(matches) else len(text)
            limit = min([limit, *(one for one in stops if one >= match.end())])
            body = self._body(text, match.end(), limit)
            core = match.group().lower()
            if core.endswith("đảng bộ"):
                body = f"Đảng bộ {body}".strip()
            shared = body or self._shared_body(text, matches[number + 1 :], core)
            found.append(self._title(match, core, body, shared, before + text[: match.start()]))
        return found

    def begins(self, text: str) -> bool:
        """Return whether a text begins with a title."""
        return self._pattern.match(text) is not None

    def _body(self, text: str, at: int, limit: int) -> str:
        """Return what a title is of: words with a capital, and small ones that go with them."""
        end, small = at, 0
        while (match := _WORD.match(text, end)) and match["gap"] and match.end() <= limit:
            word = match["word"]
            if word[0].isupper() or word in _SMALL:
                small = 0
            elif word in _ENDS or small or (end == at and word != "của"):
                break
            else:
                small = 1
            end = match.end()
        return text[at:end].strip(" ,-–").removeprefix("của ").strip()

    def _shared_body(self, text: str, following: list[re.Match[str]], core: str) -> str:
        """Return the committee that the title after a bare one of a member is of."""
        if not core.startswith("ủy viên") or not following:
            return ""
        body = self._body(text, following[0].end(), len(text))
        found = _COMMITTEE.search(body)
        return found.group() if found else ""

    def _title(self, match: re.Match[str], core: str, body: str, shared: str, before: str) -> Title:
        roles = self._cores[core]
        role, organization = self._of(roles, core, shared, before)
        place = match.string.find(body, match.end()) if body else -1
        end = place + len(body) if place >= 0 else match.end()
        return Title(match.start(), end, core, body, role.id if organization else "", organization)

    def _of(self, roles: list[Role], core: str, body: str, before: str) -> tuple[Role, str]:
        if body:
            shorter = body.rsplit(" ", 1)[0] if body.rsplit(" ", 1)[-1][0].islower() else body
            less = matching(self._reading, shorter) if " " in shorter else ()
            for organization in (*matching(self._reading, body), *less):
                if role := self._fitting(roles, organization, core):
                    return role, organization
            main = self._reading.main
            for role in roles:
                whole = normalise_spelling(role.label).lower()
                rest = f"{core} {body}".lower()
                if whole != core and rest.startswith(whole):
                    left = rest.removeprefix(whole).strip()
                    if _OF_PLACE.search(whole):
                        return role, self._place(left, before)
                    if not left or main in list(matching(self._reading, left)):
                        return role, main
            return roles[0], ""
        # Where somebody was before does not say where they are now.
        for organization in mentioned(self._reading, _FORMER.sub(" ", before), whole=True):
            if role := self._fitting(roles, organization, core):
                return role, organization
        main = self._reading.main
        role = self._fitting(roles, main, core)
        if role is None and "chủ nhiệm" in core:
            role = roles[0]
        return (role, main) if role else (roles[0], "")

    def _place(self, named: str, before: str) -> str:
        """Return the place that a people's committee or council is of, "" if the data have none.

        It is the one that is named, else that of the organization of which was spoken last.
        """
        dossiers = self._reading.archive.dossiers
        about = subject(self._reading, before, whole=True)
        # “xã” alone is any.
        named_ones = list(matching(self._reading, named)) if " " in named else []
        for one in [*named_ones, about]:
            organization = dossiers[one].organization
            if organization.kind == "administrative":
                return one
            if organization.area in dossiers:
                return str(organization.area)
        return ""

    def _fitting(self, roles: list[Role], organization: str, core: str) -> Role | None:
        """Return the role of that title which an organization has, None if it has none such."""
        one = self._reading.archive.dossiers[organization].organization
        name = normalise_spelling(one.short_name).lower()
        of_commission = name.startswith("ủy ban kiểm tra")
        of_committee = one.kind == "party" and not of_commission and not name.startswith("ban ")
        if "bí thư" in core:
            fits = of_committee or name.startswith("đoàn")
        elif core.endswith("chủ nhiệm"):
            fits = of_commission
        elif core.startswith("ủy viên") or core.endswith("đảng bộ"):
            fits = of_committee
        elif "ban" in core.split():
            fits = name.startswith("ban ")
        else:
            fits = one.kind != "party"
        if not fits:
            return None
        exact = [role for role in roles if normalise_spelling(role.label).lower() == core]
        return next(iter(exact or roles))
