"""Dates of any precision: parsing, bounds, order, terms of office, wording.

A date is text in a subset of EDTF (ISO 8601-2), as editors type it in data/:

==========================  ====================================================
``2008-12-08``              a day; ``2008-05`` a month; ``1997`` a year, ``0938`` too
``2020~``, ``2020-05~``     about that year, about that month
``1996-02-09/1996-02-10``   an interval, both ends included
``2015-08/..``              still open; ``../2000`` open at the start
``1996-02-10/``             end unknown; ``/2000-06`` start unknown
``[2003-09-11..2005]``      one unknown day within; also ``[..2005]``, ``[2003..]``
==========================  ====================================================

An unknown end is not an open one, and neither is ever replaced by an invented day.
"""

from __future__ import annotations

from macros.dates.edtf import DateError, Edtf, certainly_before, order_key
from macros.dates.parse import parse_edtf
from macros.dates.term import Coverage, Term, certain_span, first_and_last, overlap_days
from macros.dates.wording import (
    machine,
    say,
    say_attested,
    say_term,
    say_with_day,
    short,
    short_side,
)

__all__ = [
    "Coverage",
    "DateError",
    "Edtf",
    "Term",
    "certain_span",
    "certainly_before",
    "first_and_last",
    "machine",
    "order_key",
    "overlap_days",
    "parse_edtf",
    "say",
    "say_attested",
    "say_term",
    "say_with_day",
    "short",
    "short_side",
]
