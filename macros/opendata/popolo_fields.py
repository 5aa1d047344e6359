"""The fields that every Popolo entry shares: dates, sources, and values cleaned for JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.archive import Archive
from macros.chapter.page import LinkTarget
from macros.dates import Edtf
from macros.model.citations import Citation
from macros.opendata.csv_text import plain
from macros.opendata.links import absolute, source_target

_POPOLO_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")

JsonObject = dict[str, Any]


def dated(name: str, date: Edtf | None) -> JsonObject:
    """Return a date as Popolo's field `name`, if that can express it, and as `<name>_edtf`."""
    if date is None:
        return {}
    exact = date.is_point and _POPOLO_DATE.fullmatch(date.text)
    return ({name: date.text} if exact else {}) | in_edtf(name, date)


def in_edtf(name: str, date: Edtf | None) -> JsonObject:
    """Return a date as `<name>_edtf`, and a lunar one, which EDTF lacks, also as `<name>_lunar`."""
    if date is None:
        return {}
    lunar = {f"{name}_lunar": date.text} if date.lunar else {}
    return {f"{name}_edtf": date.edtf} | lunar


def spanned(date: Edtf | None) -> JsonObject:
    """Return the time of an event: its first and last day in Popolo's fields, all of it in EDTF."""
    if date is None:
        return {}
    sides = (date.start, date.end) if date.kind == "interval" else (date, None)
    found = in_edtf("date", date)
    for name, side in zip(("start_date", "end_date"), sides, strict=True):
        if side is not None and side.is_point and _POPOLO_DATE.fullmatch(side.text):
            found[name] = side.text
    return found


@dataclass(frozen=True)
class Sources:
    """Writes the sources of entries; `site_url` is None if the site has no address."""

    archive: Archive
    site_url: str | None

    def of(self, citations: Iterable[Citation]) -> JsonObject:
        """Return `citations`, and `sources` as Popolo links to the site's entries for them."""
        unique = tuple(dict.fromkeys(citations))
        links = [
            {"url": url, "note": str(one)}
            for one in unique
            if (url := absolute(self.archive, source_target(one), self.site_url))
        ]
        return {"citations": [str(one) for one in unique], "sources": links}

    def page(self, target: LinkTarget) -> JsonObject:
        """Return the field `links` with the page of an entry on the site."""
        url = absolute(self.archive, target, self.site_url)
        return {"links": [{"url": url}]} if url else {}


def clean(value: Any) -> Any:
    """Return a value without its empty parts (None, "", [], {}), its text in NFC."""
    if isinstance(value, Mapping):
        parts = ((name, clean(part)) for name, part in value.items())
        return {name: part for name, part in parts if part not in (None, "", [], {})}
    if isinstance(value, (list, tuple)):
        return [clean(part) for part in value]
    return plain(value) if isinstance(value, str) else value
