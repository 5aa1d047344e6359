"""Facts about persons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import say_with_day
from macros.model.career_codes import LATER_KINDS
from macros.model.codes import ALIAS_KINDS
from macros.rules.inferred import is_inferred, marked
from macros.text.vietnamese import NBSP, keep_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.dates import Edtf
    from macros.model.aliases import Alias
    from macros.model.people import Identity, Later, Person

_SHORT = 20
"""The most letters that are kept on one line."""


def alias_words(one: Alias) -> str:
    """Return an alias with its kind: “bí danh Sáu”."""
    return f"{ALIAS_KINDS[one.kind]} {one.name}"


def aliases_beside(aliases: Iterable[Alias]) -> str:
    """Return aliases for brackets behind the name: “bí danh Sáu, Bảy; bí số 05”; "" for none.

    An inferred alias has its mark. A short one is never broken at the end of a line.
    """
    said, kind = "", ""
    for one in aliases:
        words = one.name if one.kind == kind else alias_words(one)
        if len(words) <= _SHORT:
            words = words.replace(" ", NBSP)
        words = marked(words, one, "name", "kind", bracketed=True)
        said += (", " if one.kind == kind else "; ") + words if said else words
        kind = one.kind
    return keep_together(said)


def identity_words(one: Identity) -> str:
    """Return what a source says of a person: “sinh năm 1920; mất tháng 05/1988; quê xã Mây Hạ”."""
    said = (
        f"sinh {say_with_day(one.born)}" if one.born else "",
        f"mất {say_with_day(one.died)}" if one.died else "",
        f"quê {one.origin}" if one.origin else "",
        one.remark.rstrip(".") if one.remark else "",
    )
    return "; ".join(filter(None, said))


def life_years(person: Person) -> str:
    """Return the years of a life for brackets: “1920–1988”, “sinh 1920”, “mất 1988”; "" for none.

    A year that is not sure, or inferred, or that two sources give differently, is left out.
    """
    born = _year(one.born for one in person.identity if not is_inferred(one, "born"))
    died = _year(one.died for one in person.identity if not is_inferred(one, "died"))
    if born and died:
        return f"{born}–{died}"
    return f"sinh {born}" if born else f"mất {died}" if died else ""


def _year(dates: Iterable[Edtf | None]) -> int | None:
    """Return the only year in which all of some dates surely are."""
    days = [(one.certain_earliest(), one.certain_latest()) for one in dates if one]
    years = {day.year if day else None for pair in days for day in pair}
    return years.pop() if len(years) == 1 else None


def later_words(one: Later, documents: Iterable[str] = ()) -> str:
    """Return what happened later: “được minh oan ngày 20/05/1988 (Tỉnh ủy Sông Mây)”.

    The names of `documents` follow who decided.
    """
    words = LATER_KINDS[one.kind]
    if one.date:
        words += f" {say_with_day(one.date)}"
    decided = "; ".join([*([one.decided_by] if one.decided_by else []), *documents])
    return f"{words} ({decided})" if decided else words
