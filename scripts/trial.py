"""`make trial`: lays out random books and reads each page: calls against notes.

    python -m scripts.trial [--books 200] [--first 0] [--stock]

The same seed is the same book. With --stock WeasyPrint lays them out alone, without
`macros.book.page_notes`: most of them must then be faulty, otherwise the audit sees nothing. Exit
status: 0 all are sound (with --stock: some are not), 1 not so.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

from macros.book.trial import lay_out_books
from macros.system.program import PROGRAM
from scripts.command import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Lay out the books and report what is wrong with each; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="make trial", description="Dàn sách ngẫu nhiên và soát từng trang."
    )
    parser.add_argument("--books", type=int, default=200, help="bao nhiêu cuốn")
    parser.add_argument("--first", type=int, default=0, help="số của cuốn đầu")
    parser.add_argument("--stock", action="store_true", help="chỉ WeasyPrint, không phần sửa")
    options = parser.parse_args(arguments)
    return guarded("make trial", lambda: run(options), trace=bool(os.environ.get("TRACE")))


def run(options: argparse.Namespace) -> int:
    """Lay out the books that were asked for; return the exit status."""
    # Complaints about the styles of random books do not matter here.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    start = time.process_time()
    seeds = range(options.first, options.first + options.books)
    pages = calls = faulty = 0
    kinds: Counter[str] = Counter()
    for one in lay_out_books(PROGRAM, seeds, stock=options.stock):
        pages += one.reading.pages
        calls += one.reading.calls
        kinds.update(fault.kind.value for fault in one.reading.faults)
        kinds.update(misleading=len(one.misleading), stopped=bool(one.stopped))
        if not one.sound:
            faulty += 1
            kinds_here = Counter(fault.kind.value for fault in one.faults)
            print(
                f"cuốn {one.seed}: {one.stopped or dict(kinds_here) or one.misleading}", flush=True
            )
    found = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()) if count)
    spent = time.process_time() - start
    print(f"{options.books} cuốn, {pages} trang, {calls} chú thích: {faulty} cuốn có lỗi"
          f" ({found or 'không có gì'}); {spent:.0f} giây xử lý")  # fmt: skip
    return int(not faulty) if options.stock else int(bool(faulty))


if __name__ == "__main__":
    sys.exit(main())
