"""Invented sources and claims for the tests of evidence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from macros.evidence.claims import ValueClaim
from macros.evidence.extract import extract_all
from macros.evidence.files import SourceEvidence
from macros.evidence.lexicon import NOTHING, Lexicon
from macros.messages.problems import Position
from macros.model.citations import parse_citations

HERE = Position("data/organizations/xa-thu/statistics.yml", 7, 5)


def source(name: str, *paragraphs: str, lexicon: Lexicon = NOTHING) -> SourceEvidence:
    text = "\n".join(paragraphs) + "\n"
    return SourceEvidence(name, extract_all(text, lexicon), lexicon.hashes_of_all)


def number(value: str, cite: str, *neighbours: str, **more: Any) -> ValueClaim:
    return ValueClaim(
        "dang-vien",
        "value",
        HERE,
        "number",
        Decimal(value),
        parse_citations(cite),
        neighbours,
        **more,
    )


def pair(first: str, second: str, cite: str, *neighbours: str) -> ValueClaim:
    value = (Decimal(first), Decimal(second))
    return ValueClaim("ty-le", "value", HERE, "number", value, parse_citations(cite), neighbours)


def text(kind: Any, value: str, *cites: str, **more: Any) -> ValueClaim:
    citations = tuple(citation for cite in cites for citation in parse_citations(cite))
    return ValueClaim("su-kien", kind, HERE, kind, value, citations, **more)
