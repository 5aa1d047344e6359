"""Chapters: what they may contain, and how they become Markdown. Knows no site generator."""

from __future__ import annotations

from macros.chapter.expand import ChapterError, expand
from macros.chapter.front_matter import Chapter, FrontMatter, parse_chapter, read_chapter
from macros.chapter.guard import Call, Inspection, guard, inspect
from macros.chapter.page import CitationNumbers, Context, Linker, LinkTarget, Lookup, Page
from macros.chapter.registry import Choice, Macro, Parameter, Reference, Registry
from macros.chapter.time_limit import in_time
from macros.chapter.verbatim import VerbatimExtension

__all__ = [
    "Call",
    "Chapter",
    "ChapterError",
    "Choice",
    "CitationNumbers",
    "Context",
    "FrontMatter",
    "Inspection",
    "LinkTarget",
    "Linker",
    "Lookup",
    "Macro",
    "Page",
    "Parameter",
    "Reference",
    "Registry",
    "VerbatimExtension",
    "expand",
    "guard",
    "in_time",
    "inspect",
    "parse_chapter",
    "read_chapter",
]
