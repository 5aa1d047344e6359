"""Whatever the guard lets through, no rendering of it holds a script or calls another host."""

from __future__ import annotations

import html.parser
import random
import re

import markdown

from macros.chapter import VerbatimExtension, expand, inspect
from tests.chapter.fabricated import Archive, Linker, chapter, registry
from tests.chapter.test_expand import EXTENSIONS

PIECES = [
    *"[]()!<>{}#=\"'`\\*_:/ |-&;\n",
    "\n\n",
    "    ",
    "javascript:",
    "java\nscript:",
    "&#106;avascript:",
    "&colon;",
    "data:",
    "https://h.example/x",
    "//h.example",
    "mailto:a@h.example",
    "onclick=x",
    'style="x"',
    "{: ",
    "{: #a }",
    "{: .b }",
    "[x](",
    "![x](",
    "[r]",
    "![r]",
    "[r]: ",
    "[^1]",
    "[^1]: ",
    "<script",
    "<b>",
    "<!--",
    "```",
    "~~~",
    "!!! note",
    "--8<--",
    ":smile:",
    "a.png",
    "b.md",
    " chữ ",
    '{{ person("ly-van-dong") }}',
    '\n{{ leadership_table("secretary") }}\n',
]
SAMPLES = 4000
ALLOWED_ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "rel", "for", "type", "name"}
COMPONENTS = re.compile("\ue000[^\ue001]*\ue001")


class Audit(html.parser.HTMLParser):
    """Collects what must never be in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed", "form", "base", "meta", "link"):
            self.found.append(tag)
        for name, value in attrs:
            seen = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            bad_link = re.match(r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", seen)
            if name not in ALLOWED_ATTRIBUTES or (name == "href" and bad_link):
                self.found.append(f"{tag} {name}={value}")
            if name == "src" and re.match(r"[a-z]+:|[/\\]{2}", seen):
                self.found.append(f"{tag} {name}={value}")


def bodies() -> list[str]:
    source = random.Random(1994)
    return ["".join(source.choices(PIECES, k=source.randint(1, 9))) for _ in range(SAMPLES)]


def test_no_accepted_chapter_renders_to_anything_active() -> None:
    renderer = markdown.Markdown(extensions=[*EXTENSIONS, VerbatimExtension()])
    accepted = 0
    for body in bodies():
        read = chapter(body)
        if inspect(read, registry, Archive()).problems:
            continue
        accepted += 1
        text = expand(read, Archive(), Linker(), registry=registry)
        rendered = renderer.reset().convert(COMPONENTS.sub("", text))
        audit = Audit()
        audit.feed(rendered)
        assert audit.found == [], (body, rendered)
    assert accepted > SAMPLES / 10
