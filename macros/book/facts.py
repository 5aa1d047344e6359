"""The facts that a volume tells: the marks that its templates leave, `data-fact="owner/id"`.

Only the Word edition keeps them: its bookmarks lead from a reviewer's remark to the datum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.book.section import Section

FACT = "data-fact"
"""The attribute of a value, a line or a row that tells a fact; it holds the key of that fact."""


def keys(archive: Archive) -> frozenset[str]:
    """Return the keys of all facts, by which marks name them."""
    return frozenset(f"{owner}/{fact.id}" for owner, fact in archive.each_fact())


def keep(section: Section, known: frozenset[str]) -> None:
    """Keep the marks of the facts `known` through what follows, and drop all others.

    A table that the site shares has the ids of the facts of the section's organization for those
    of its rows: they are marked here.
    """
    for element in section.tree.xpath(f".//*[@{FACT}]"):
        if element.get(FACT) not in known:
            del element.attrib[FACT]
        elif element.get("class") == "fact":
            del element.attrib["class"]
    owner = section.path.partition("/")[0]
    for row in section.tree.xpath(f".//tr[@id][not(@{FACT})]") if known else ():
        if (key := f"{owner}/{row.get('id')}") in known:
            row.set(FACT, key)
