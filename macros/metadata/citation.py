"""How a page is cited: by ISO 690, as a BibTeX entry, and as a record of RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from macros.addresses.urls import folder_of
from macros.text.vietnamese import slug

_TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}"} | {mark: f"\\{mark}" for mark in "#$%&_"}
)
_NOT_PLAIN = re.compile(r"[^\w.~/-]+")


@dataclass(frozen=True)
class Cited:
    """What a citation names: the page, its volume ("" for none), the site.

    An unknown `changed` (None) or `url` ("") is left out of the citation.
    """

    page: str
    volume: str
    site: str
    changed: date | None
    url: str

    @property
    def title(self) -> str:
        """The page's title, with the volume unless the title names it already."""
        return f"{self.page} ({self.volume})" if self._adds_volume else self.page

    @property
    def full(self) -> str:
        """The same for the title of a window or a shared link: “Lãnh đạo – Đảng bộ phường …”."""
        return f"{self.page} – {self.volume}" if self._adds_volume else self.page

    @property
    def _adds_volume(self) -> bool:
        return bool(self.volume) and self.volume.casefold() not in self.page.casefold()


def iso_690(one: Cited) -> str:
    """Return the citation by ISO 690: title, site, medium, date, address."""
    host = "" if one.page == one.site else f" Trong: {one.site}"
    parts = [f"{one.title}.{host} [trực tuyến]."]
    if one.changed:
        parts.append(f"Cập nhật ngày {one.changed:%d/%m/%Y}.")
    if one.url:
        parts.append(f"Địa chỉ: {one.url}")
    return " ".join(parts)


def bibtex(one: Cited, path: str) -> str:
    """Return the BibTeX entry; its key is made from the page's address."""
    key = folder_of(path).replace("/", "-")
    fields = {"title": f"{{{_escaped(one.title)}}}", "howpublished": _escaped(one.site)}
    if one.changed:
        fields |= {"year": str(one.changed.year), "note": f"Cập nhật {one.changed:%d/%m/%Y}"}
    if one.url:
        fields["url"] = one.url
    fields["language"] = "vietnamese"
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{key or slug(one.site)},\n" + ",\n".join(lines) + "\n}"


def ris(one: Cited) -> str:
    """Return the record of RIS, which programs for references read: a tag and a value a line."""
    lines = [("TY", "ELEC"), ("TI", one.title)]
    if one.page != one.site:
        lines.append(("T2", one.site))
    if one.changed:
        lines += [("PY", str(one.changed.year)), ("DA", f"{one.changed:%Y/%m/%d/}")]
    if one.url:
        lines.append(("UR", one.url))
    lines += [("LA", "vi"), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def in_address(text: str) -> str:
    """Return a text as the data of a data: address, in which Vietnamese letters stand as they are.

    A browser writes them in UTF-8 by itself; percent signs for each byte take three times the room.
    """
    return _NOT_PLAIN.sub(lambda some: _quoted(some[0]), text)


# Few different runs of such letters stand in all records of a site.
@lru_cache(maxsize=1 << 10)
def _quoted(run: str) -> str:
    return quote(run)


def _escaped(text: str) -> str:
    return text.translate(_TEX)
