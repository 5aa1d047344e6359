"""Document symbols as sources print them: "1000-QĐ/TU", "51- CT/TW", "13/2008/NĐ-CP"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KIND = r"[A-ZĐ]{1,4}[A-Za-zĐđ]{0,3}"
_ISSUER = r"[A-ZĐ][A-Za-zĐđ]*\d{0,2}"
_DASH = r"\s*[-–]\s*"
_SLASH = r"\s*/\s*"
# Party documents: 12 - KH/ĐU, 10,11-HD/BTGTW (two documents), 04-QĐi/ĐUK.
_PARTY = (
    r"(?P<numbers>\d{1,5}(?:\s?,\s?\d{1,5})*)"
    rf"{_DASH}(?P<kind>{_KIND}){_SLASH}(?P<issuer>{_ISSUER})"
)
# State documents: 13/2008/NĐ-CP, 1915/NQ-UBTVQH15, 22/QĐ-TTg.
_STATE = (
    rf"(?P<number>\d{{1,5}}(?:{_SLASH}(?:19|20)\d\d)?){_SLASH}"
    rf"(?P<tail>{_KIND}{_DASH}{_ISSUER})"
)
# Until the 1980s without the kind: 64-HĐBT, 142/HĐBT, 115 - CP. Only behind the kind in words,
# because elsewhere "3-CP" may be anything.
_KINDS_IN_WORDS = ("định", "quyết", "thị", "tư", "tri", "lệnh", "báo", "luật")
_ANNOUNCED = "|".join(rf"(?<={kind}{of}" + ")" for kind in _KINDS_IN_WORDS for of in (" ", " số "))
_OLD = (
    rf"(?:{_ANNOUNCED})(?P<old>\d{{1,5}}(?:{_DASH}|{_SLASH})[A-ZĐ]{{2}}[A-Za-zĐđ]{{0,5}})"
    rf"(?!{_DASH}|{_SLASH})"
)
_SYMBOL = re.compile(rf"(?<![\w/.,-])(?:{_STATE}|{_PARTY}|{_OLD})(?!\w)")
_DASHES = re.compile(r"[–—‑−]")


@dataclass(frozen=True)
class FoundSymbol:
    """Where symbols stand in a text (`start` to `end`) and which (several share a tail)."""

    start: int
    end: int
    symbols: tuple[str, ...]


def normalise_symbol(text: str) -> str:
    """Return a symbol in one spelling: no spaces, plain hyphens, capitals kept."""
    return re.sub(r"\s+", "", _DASHES.sub("-", text))


def symbol_key(text: str) -> str:
    """Return what two writings of one symbol share: also no leading zeros, no case."""
    return re.sub(r"^0+(?=\d)", "", normalise_symbol(text)).casefold()


def find_symbols(text: str) -> list[FoundSymbol]:
    """Return the document symbols of `text` in order, in one spelling."""
    return [
        FoundSymbol(match.start(), match.end(), _symbols_of(match))
        for match in _SYMBOL.finditer(text)
    ]


def _symbols_of(match: re.Match[str]) -> tuple[str, ...]:
    if match["old"] or match["tail"]:
        return (normalise_symbol(match.group()),)
    tail = normalise_symbol(f"-{match['kind']}/{match['issuer']}")
    return tuple(number.strip() + tail for number in match["numbers"].split(","))


def symbol_letters(symbol: str) -> str:
    """Return the letters of a symbol that stand for the kind of document: "QĐ" of 1000-QĐ/TU.

    An old symbol has none: 64-HĐBT.
    """
    found = _SYMBOL.search(normalise_symbol(symbol))
    if found is None:
        return ""
    return str(found["kind"] or re.split(r"[-–]", found["tail"])[0])
