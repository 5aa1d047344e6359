"""The macros that chapters may call: each gets a record, makes a view, renders a component."""

from __future__ import annotations

# The editors' guide lists the macros in this order.
# isort: off
from macros.catalogue import facts
from macros.catalogue import statistics
from macros.catalogue import guide
from macros.catalogue import leadership
from macros.catalogue import library
from macros.catalogue import lookup
from macros.catalogue import organization
from macros.catalogue import reading

# isort: on
from macros.catalogue.registry import registry

__all__ = [
    "facts",
    "guide",
    "leadership",
    "library",
    "lookup",
    "organization",
    "reading",
    "registry",
    "statistics",
]
