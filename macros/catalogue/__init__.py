"""The macros that chapters may call: each gets a record, makes a view, renders a component.

A macro imports its views when it runs. A check needs signatures alone, and reading the views and
what draws them would take an eighth of its time.
"""

from __future__ import annotations

# The editors' guide lists the macros in this order.
# isort: off
from macros.catalogue import facts
from macros.catalogue import statistics
from macros.catalogue import guide
from macros.catalogue import leadership
from macros.catalogue import sources
from macros.catalogue import people
from macros.catalogue import documents
from macros.catalogue import pictures
from macros.catalogue import lookup
from macros.catalogue import organization
from macros.catalogue import years
from macros.catalogue import statements
from macros.catalogue import rolls
from macros.catalogue import home

# isort: on
from macros.catalogue.registry import registry

__all__ = [
    "documents",
    "facts",
    "guide",
    "home",
    "leadership",
    "lookup",
    "organization",
    "people",
    "pictures",
    "registry",
    "rolls",
    "sources",
    "statements",
    "statistics",
    "years",
]
