"""The rules of HTML that our components could break, told of a fragment."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
PHRASING = {
    "span",
    "p",
    "a",
    "sup",
    "strong",
    "time",
    "h1",
    "h2",
    "h3",
    "caption",
    "figcaption",
    "summary",
}
BLOCKS = {"p", "div", "section", "ul", "ol", "dl", "table", "figure", "details", "h1", "h2", "h3"}
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        parent = self.open[-1] if self.open else ""
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.faults.append(f"<{tag}> in <{parent}>")
        if tag in BLOCKS and set(self.open) & PHRASING:
            self.faults.append(f"<{tag}> within {self.open}")
        if tag == "a" and "a" in self.open:
            self.faults.append("<a> in <a>")
        if tag == "th" and "scope" not in named:
            self.faults.append("<th> without scope")
        if tag == "svg" and not (named.get("aria-hidden") == "true" or named.get("aria-label")):
            self.faults.append("<svg> without words")
        if "style" in named:
            self.faults.append(f"<{tag} style>, which the security policy refuses")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if named.get("id"):
            self.ids.append(named["id"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def faults(html: str) -> list[str]:
    """Return what is wrong with a fragment that stands under a page's h1."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = [*reader.faults, *(f"<{tag}> is not closed" for tag in reader.open)]
    found += [
        f"id {one} twice" for one in sorted({i for i in reader.ids if reader.ids.count(i) > 1})
    ]
    level = 1
    for heading in reader.headings:
        if heading > level + 1:
            found.append(f"h{heading} after h{level}")
        level = heading
    return found
