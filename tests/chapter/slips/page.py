"""A page as the site makes it of a chapter's body, and what a page does not show of it."""

from __future__ import annotations

from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from macros.chapter import VerbatimExtension, expand
from macros.chapter.markup import without_calls
from macros.chapter.segments import segments
from macros.chapter.slips.vanished import lost
from macros.project.markdown import extensions
from macros.project.settings import PROGRAM_SETTINGS
from tests.chapter.fabricated import Archive, Linker, chapter, registry

with PROGRAM_SETTINGS.open("rb") as file:
    NAMED = extensions(yaml_load(file))
MARKDOWN = Markdown(extensions=[*NAMED, VerbatimExtension()], extension_configs=NAMED)


def render(text: str) -> str:
    """Return the HTML of expanded Markdown, by the extensions of every site."""
    return MARKDOWN.reset().convert(text)


def page(body: str) -> str:
    """Return the HTML of a chapter with this body, calls and all."""
    return render(expand(chapter(body), Archive(), Linker(), registry=registry))


def filled(body: str) -> str:
    """Return the body with each call filled."""
    return without_calls(body, segments(body)[0])


def lost_lines(body: str) -> dict[int, list[str]]:
    """Return the words that a page does not show, by the line of the body, counted from 1."""
    text = filled(body)
    return {text.count("\n", 0, offset) + 1: words for offset, words in lost(text, render)}
