"""The macros that chapters may call: each gets a record, makes a view, renders a component."""

from __future__ import annotations

from macros.catalogue import (
    facts,
    figures,
    guide,
    leadership,
    library,
    lookup,
    organization,
    reading,
)
from macros.catalogue.registry import registry

__all__ = [
    "facts",
    "figures",
    "guide",
    "leadership",
    "library",
    "lookup",
    "organization",
    "reading",
    "registry",
]
