"""The feed of changes (Atom): what changed on which day, for readers who follow the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from xml.etree import ElementTree

from macros.addresses.urls import address
from macros.metadata.history import History

ATOM = "http://www.w3.org/2005/Atom"
DAYS = 30


def feed(history: History, titles: Mapping[str, str], site_name: str, site_url: str) -> str:
    """Return the feed of the latest days on which pages changed.

    `titles` are the titles of the pages by path from the project root; `site_url` ends with a
    slash. A change of data counts as a change of the first page of its organization.
    """
    root = ElementTree.Element("feed", xmlns=ATOM)
    _add(root, "id", site_url)
    _add(root, "title", f"{site_name}: thay đổi")
    ElementTree.SubElement(root, "link", href=site_url)
    ElementTree.SubElement(root, "link", rel="self", href=f"{site_url}feed.xml")
    days = islice(_days(history, titles), DAYS)
    entries = [_entry(day, pages, titles, site_url) for day, pages in days]
    latest = next(iter(history.days), None)
    _add(root, "updated", _moment(latest) if latest else "1970-01-01T00:00:00Z")
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", site_name)
    root.extend(entries)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _days(history: History, titles: Mapping[str, str]) -> Iterable[tuple[date, tuple[str, ...]]]:
    """Yield each day with the pages that changed on it, latest first."""
    for day, files in history.days.items():
        pages = dict.fromkeys(page for file in files if (page := _page(file)) in titles)
        if pages:
            yield day, tuple(page for page in titles if page in pages)


def _page(file: str) -> str:
    """Return the page on which a changed file shows."""
    parts = file.split("/")
    if parts[:2] == ["data", "organizations"] and len(parts) > 2:
        return f"docs/{parts[2]}/index.md"
    return file


def _entry(
    day: date, pages: Iterable[str], titles: Mapping[str, str], site_url: str
) -> ElementTree.Element:
    entry = ElementTree.Element("entry")
    _add(entry, "id", f"{site_url}#thay-doi-{day.isoformat()}")
    _add(entry, "title", f"Thay đổi ngày {day:%d/%m/%Y}")
    _add(entry, "updated", _moment(day))
    ElementTree.SubElement(entry, "link", href=site_url)
    content = ElementTree.SubElement(entry, "content", type="xhtml")
    holder = ElementTree.SubElement(content, "div", xmlns="http://www.w3.org/1999/xhtml")
    listed = ElementTree.SubElement(holder, "ul")
    for page in pages:
        path = address(page.removeprefix("docs/"))
        item = ElementTree.SubElement(listed, "li")
        link = ElementTree.SubElement(item, "a", href=site_url + path)
        link.text = titles[page]
    return entry


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text
