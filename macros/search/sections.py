"""Splits a built page into its sections: by headings and entries.

A section is the target of a search result: a heading with its text, a document's entry in a list
(`<dt id>`), a row of a table with an address of its own (`<tr id>`).

The page is read tag by tag and not as a tree, which takes a fifth of the time. That is enough,
because the pages come from our templates and from Markdown, which both close and escape what they
write. A tag that is never closed (`<br>`, a forgotten `</li>`) does no harm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from macros.search.tokens import BREAK

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
ENTRY = 9
"""The level of an entry, below that of any heading."""

# Not text: drawings, code, column headings, and the citation marks of facts.
_SKIPPED_TAGS = frozenset(
    {"script", "style", "svg", "template", "nav", "noscript", "button", "thead"}
)
_SKIPPED_CLASSES = frozenset(
    {"headerlink", "cite", "conflict-mark", "footnote-ref", "notes", "about-page", "moved"}
)
# Repetitions of what has its own address elsewhere: the table behind a chart, facts of a source by
# paragraph, the chapters of a volume or those that name an entry, what they tell of it, who came
# before and after, what was promised, what heads the figures of an indicator and in which files
# they are, the rows that stand for the drawing of a lineage.
_REPEATED = frozenset(
    {"behind", "paragraph", "contents", "places", "entity__told", "chain", "promises", "strands"}
    | {"indicator__head", "indicator__files", "index__title", "index__legend", "fold__head"}
)
# A heading within an entry that is found as a whole, such as a person.
_PART = "entity__part"
_PASSED_OVER = _SKIPPED_CLASSES | _REPEATED
_BLOCKS = frozenset(
    {"p", "li", "td", "th", "tr", "dd", "dt", "dl", "ul", "ol", "div", "section", "blockquote"}
    | {"table", "caption", "figcaption", "summary"}
)
_DAY = re.compile(r'<time class="moment__day" datetime="(\d{4})-(\d\d)-(\d\d)"')
_LINE = "line"
# Next to a heading or a row's name, but not a part of it.
_NOTE = "note"
_BLOCK_ENDS = frozenset(f"/{name}" for name in _BLOCKS)
_AFTER_NAME = frozenset(" >/\n\t")
_ENTRIES = frozenset({"dt", "tr"})
_OF_TABLES = frozenset({"table", "caption", "tbody", "th"})
# The pattern begins with the mark and looks behind it, which is ten times as fast.
_AFTER_SENTENCE = re.compile(r" · (?<=[.!?…:;] · )")

# A comment, or a tag whose values may contain angle brackets.
_WHOLE = re.compile(
    r"""<!--.*?-->|<[a-zA-Z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""", re.DOTALL
)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_ATTRIBUTE = re.compile(r"""\s(id|class|scope)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


class Section(NamedTuple):
    """A part of a page, in the page's own words.

    `page` is its address from the site's root (`khoi/dai-hoi/`, "" for the home page); `trail` are
    the titles above it on the page, outermost first; `level` is 1 for the first section of a page.
    `description` is what the page tells machines of itself; only that first section has it.
    """

    page: str
    anchor: str
    title: str
    trail: tuple[str, ...]
    level: int
    text: str
    description: str = ""


@dataclass(slots=True)
class _Open:
    level: int
    anchor: str
    title: str
    own_address: bool
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """The names for the rows of a table: its caption, and the current group of rows."""

    caption: str = ""
    group: str | None = None


class _Tag(NamedTuple):
    """What an opening tag means to the reader; `name` is "" for a comment.

    `anchor` is its id, `skipped` that nothing in it is text, `noted` that it is no part of a title,
    `lined` that it stands on a line of its own, `groups` that it names the rows below it. `torn`
    is a tag that continues after the angle bracket that was taken for its end. `plain` is one that
    does nothing, or only separates words.
    """

    name: str
    anchor: str = ""
    skipped: bool = False
    noted: bool = False
    lined: bool = False
    groups: bool = False
    torn: bool = False
    plain: bool = False


@lru_cache(maxsize=1 << 12)
def _tag(source: str) -> _Tag:
    """Parse the source of an opening tag, without its angle brackets."""
    if source[0] == "!":
        return _Tag("", torn=not source.endswith("--"))
    name, _, rest = source.partition(" ")
    name = name.strip().rstrip("/")
    found = {}
    # Most have none of these.
    if "class" in rest or "id" in rest or "scope" in rest:
        found = {one[1]: one[2] or one[3] or one[4] for one in _ATTRIBUTE.finditer(f" {rest}")}
    classes = found.get("class", "").split()
    if _PART in classes:
        name = "p"
    anchor = unescape(found.get("id", ""))
    skipped = name in _SKIPPED_TAGS or not _PASSED_OVER.isdisjoint(classes)
    lined = _LINE in classes
    torn = bool(source.count('"') & 1 or source.count("'") & 1)
    opens = name in _HEADINGS or name in _OF_TABLES or (name in _ENTRIES and anchor)
    return _Tag(
        name,
        anchor,
        skipped,
        _NOTE in classes,
        lined,
        found.get("scope") == "rowgroup",
        torn,
        plain=not (skipped or torn or opens or (lined and name not in _BLOCKS)),
    )


def sections_of(page: str, source: str) -> list[Section]:
    """Return the sections of one built page, in order; none if it has no article."""
    start, end = source.find("<article"), source.rfind("</article>")
    if start < 0 or end < 0:
        return []
    # Only the article: the navigation around it is the larger part of a page.
    article = source[start:end]
    reader = _Reader(article)
    if not reader.read():
        reader = _Reader(_WHOLE.sub(_mended, article))
        reader.read(torn=True)
    description = _DESCRIPTION.search(source, 0, start)
    about = unescape(description[1]) if description else ""
    found = [
        Section(
            page, one.anchor, one.title, trail, one.level, text, about if one.level == 1 else ""
        )
        for one, trail in reader.all
        # Without headings that have neither an address of their own nor text below them.
        if (text := _clean("".join(one.pieces))) or (one.own_address and one.title)
    ]
    if found and (days := _days(article)):
        found[0] = found[0]._replace(text=f"{found[0].text} {days}".strip())
    return found


def _days(article: str) -> str:
    """Return the days that a page of a year tells of, each with its year: “19/05/2010 · …”.

    There a day stands below the heading of its month, so that nobody who types it whole finds it.
    """
    days = dict.fromkeys(_DAY.findall(article))
    return " · ".join(f"{day}/{month}/{year}" for year, month, day in days)


def _mended(found: re.Match[str]) -> str:
    """Return a tag with the angle brackets in its values removed; "" for a comment."""
    tag = found[0]
    if tag.startswith("<!"):
        return ""
    return f"<{tag[1:-1].replace('<', '&lt;').replace('>', '&gt;')}>"


class _Reader:
    """Reads an article once, adding each text to the current section.

    `parts` are the pieces from one `<` to the next: a tag, `>`, and the text after it.
    """

    def __init__(self, article: str) -> None:
        self.parts = article.split("<")
        self.all: list[tuple[_Open, tuple[str, ...]]] = []
        self.open: list[_Open] = []
        # Text before the first heading belongs to no section.
        self.pieces: list[str] = []
        self.tables: list[_Table] = []
        # Number of the part with an end tag → whether it ends a line (else an entry).
        self.ends: dict[int, bool] = {}
        # The row headings that are used as titles already.
        self.titled: set[int] = set()

    def read(self, *, torn: bool = False) -> bool:
        """Read the whole article; unless `torn` is allowed, stop at a torn tag and return False."""
        parts = self.parts
        at, last = 1, len(parts)
        while at < last:
            source, _, text = parts[at].partition(">")
            if source[:1] == "/":
                self.close(at, source, text)
            elif not source or not (source[0].isalpha() or source[0] == "!"):
                text = f"<{parts[at]}"
            else:
                tag = _tag(source)
                if tag.plain:
                    if tag.name in _BLOCKS:
                        self.pieces.append(BREAK)
                elif tag.torn and not torn:
                    return False
                elif (end := self.begin(at, tag)) != at:
                    at, text = end, parts[end].partition(">")[2]
            if text:
                self.pieces.append(text)
            at += 1
        return True

    def begin(self, at: int, tag: _Tag) -> int:
        """Process an opening tag; return the number of the last part that it covers."""
        name = tag.name
        if tag.skipped or at in self.titled:
            return self.end_of(at, name)
        if name in _HEADINGS or (name == "dt" and tag.anchor):
            end = self.end_of(at, name)
            self.open_section(_HEADINGS.get(name, ENTRY), tag.anchor, self.text_of(at, end))
            return end
        if name == "tr" and tag.anchor:
            self.open_row(at, tag.anchor)
            return at
        if name in _BLOCKS:
            self.pieces.append(BREAK)
        elif tag.lined:
            self.pieces.append(BREAK)
            self.ends[self.end_of(at, name)] = True
        if name in _OF_TABLES:
            self.note_table(at, tag)
        return at

    def close(self, at: int, source: str, text: str) -> None:
        """Process an end tag, given the text that follows it."""
        line = self.ends.get(at)
        if line is False:
            self.end_entry()
        elif source in _BLOCK_ENDS:
            self.pieces.append(BREAK)
            if source == "/dl":
                self.end_entry()
            elif source == "/table" and self.tables:
                self.tables.pop()
        elif line or (
            # Adjacent boxes (a bar of a timeline and its dates) have no space between them.
            source == "/span"
            and not text
            and at + 1 < len(self.parts)
            and self.parts[at + 1][:1] != "/"
        ):
            self.pieces.append(BREAK)

    def note_table(self, at: int, tag: _Tag) -> None:
        """Remember the names for the rows of a table."""
        if tag.name == "table":
            self.tables.append(_Table())
        elif not self.tables:
            return
        elif tag.name == "caption":
            self.tables[-1].caption = self.text_of(at, self.end_of(at, tag.name))
        elif tag.name == "tbody":
            self.tables[-1].group = None
        elif tag.groups:
            self.tables[-1].group = self.text_of(at, self.end_of(at, tag.name))

    def open_row(self, at: int, anchor: str) -> None:
        """Open the section of a row, named after its group or table and its own heading."""
        end = self.end_of(at, "tr")
        self.ends[end] = False
        table = self.tables[-1] if self.tables else _Table()
        above = table.caption if table.group is None else table.group
        own = ""
        for heading in range(at + 1, end):
            tag = self.tag_at(heading)
            if tag and tag.name == "th":
                own = self.text_of(heading, self.end_of(heading, "th"))
                self.titled.add(heading)
                if tag.groups:
                    table.group = own
                break
        self.open_section(ENTRY, anchor, ": ".join(part for part in (above, own) if part))

    def open_section(self, level: int, anchor: str, title: str) -> None:
        """Open a section, which ends those of its level and below."""
        while self.open and self.open[-1].level >= level:
            self.open.pop()
        trail = tuple(one.title for one in self.open)
        above = self.open[-1].anchor if self.open else ""
        one = _Open(level, anchor or above, title, bool(anchor) or not self.open)
        self.open.append(one)
        self.all.append((one, trail))
        self.pieces = one.pieces

    def end_entry(self) -> None:
        """End the entry that is open, if one is."""
        if self.open and self.open[-1].level == ENTRY:
            self.open.pop()
            self.pieces = self.open[-1].pieces if self.open else []

    def tag_at(self, at: int) -> _Tag | None:
        """Return the opening tag of a part, if it has one."""
        part = self.parts[at]
        return _tag(part.partition(">")[0]) if part[:1].isalpha() else None

    def end_of(self, at: int, name: str) -> int:
        """Return the number of an element's end tag, or `at` if it is never closed."""
        parts, end_tag, within = self.parts, f"/{name}>", 1
        either = (name, end_tag)
        for end in range(at + 1, len(parts)):
            part = parts[end]
            if part.startswith(either):
                if part[0] == "/":
                    within -= 1
                    if not within:
                        return end
                elif part[len(name)] in _AFTER_NAME:
                    within += 1
        return at

    def text_of(self, at: int, end: int) -> str:
        """Return the text of a heading, without the marks next to it."""
        pieces = [self.parts[at].partition(">")[2]]
        at += 1
        while at < end:
            if tag := self.tag_at(at):
                if tag.skipped or tag.noted:
                    at = self.end_of(at, tag.name)
                elif tag.lined:
                    pieces.append(" ")
            pieces.append(self.parts[at].partition(">")[2])
            at += 1
        return " ".join(unescape("".join(pieces)).split())


def _clean(text: str) -> str:
    """Return a section's text on one line, with a single mark between its parts."""
    parts = (part.strip() for part in " ".join(unescape(text).split()).split("·"))
    return _AFTER_SENTENCE.sub(" ", BREAK.join(part for part in parts if part))
