"""`make relevance`: how often the search of a built site ranks a right place first, by group.

    python -m scripts.relevance [--site FOLDER] [--missed] [--peers minisearch pagefind theme]
    python -m scripts.relevance --fit
    python -m scripts.relevance --cold [--site FOLDER]

--fit fits the weights of the ranking (macros/search/weights.json) on the published queries and
writes them. The next build of the site uses them, and the rates of the held-out queries show how
good they are. --cold measures how long the first query takes on a slow line and a slow phone, of a
site that `make bench` has fabricated, and what it fetches (with --missed, file by file). Exit
status: 0 measured, 1 something is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.system.program import PROGRAM
from scripts.relevance.cold import cold, told
from scripts.relevance.lists import Query, fits, read_lists
from scripts.relevance.peers import NAMES, found_by
from scripts.relevance.runner import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What every fit begins with and stays near to, so that weights do not drift from fit to fit.
START = Path(__file__).with_name("start.json")
WEIGHTS = PROGRAM / "macros" / "search" / "weights.json"
_THREE = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    options = _parser().parse_args(arguments)
    if not (options.site / "search" / "entry.bin").is_file():
        print(f"chưa có trang đã dựng ở {options.site} → make site", file=sys.stderr)
        return 1
    if options.cold:
        print(told(cold(options.site), files=options.missed))
        return 0
    lists = read_lists()
    if options.fit:
        _fit(options.site, lists)
        return 0
    engines = {"tìm kiếm này": find(options.site, _all(lists))}
    for name in options.peers or ():
        engines[name] = found_by(name, options.site, _all(lists))
    print(table(lists, engines))
    if options.missed:
        print(missed(lists, engines["tìm kiếm này"]))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make relevance", description="Đo tìm kiếm theo nhóm.")
    parser.add_argument("--site", type=Path, default=PROGRAM / "site", help="trang đã dựng")
    parser.add_argument("--missed", action="store_true", help="kể những câu chưa trúng chỗ đầu")
    parser.add_argument("--peers", nargs="+", choices=NAMES, help="đặt cạnh những công cụ khác")
    parser.add_argument("--fit", action="store_true", help="tính lại trọng số xếp hạng")
    parser.add_argument("--cold", action="store_true", help="đo lần tìm đầu trên đường truyền chậm")
    return parser


def _all(lists: Mapping[str, Iterable[Query]]) -> list[Query]:
    return [query for name in lists for query in lists[name]]


def find(site: Path, queries: Sequence[Query]) -> list[dict[str, Any]]:
    """Return what the search finds for each query: `how`, `count`, the `first` ten places."""
    typed = [query.typed for query in queries]
    found: list[dict[str, Any]] = run("find.js", {"site": str(site.resolve()), "queries": typed})
    return found


def rank_of(query: Query, found: dict[str, Any]) -> int:
    """Return the rank of the first right place, from 1; 0 if it is not among the first ten.

    A query without answers is right if the search does not claim to have found any.
    """
    if not query.answers:
        return int(found["how"] != "all")
    ranks = (at for at, one in enumerate(found["first"], 1) if fits(one, query.answers))
    return next(ranks, 0)


def table(
    lists: Mapping[str, Sequence[Query]], engines: Mapping[str, Sequence[dict[str, Any]]]
) -> str:
    """Return the rates in words: of each list and group, how many are first, and within three."""
    rows = [("danh sách, nhóm", "số câu", *engines)]
    start = 0
    for name, queries in lists.items():
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, query in enumerate(queries, start):
            for group in (f"{name}: {query.group}", f"{name}, {query.part}", name):
                numbers[group].append(number)
        every = _all(lists)
        for group in sorted(numbers, key=lambda one: (":" not in one, one)):
            ranks = [
                [rank_of(every[number], found[number]) for number in numbers[group]]
                for found in engines.values()
            ]
            rows.append((group, str(len(numbers[group])), *map(_rate, ranks)))
        start += len(queries)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def _rate(ranks: Sequence[int]) -> str:
    first = sum(one == 1 for one in ranks)
    three = sum(1 <= one <= _THREE for one in ranks)
    return f"{first} đầu, {three} trong ba ({100 * first / len(ranks):.0f}%)"


def missed(lists: Mapping[str, Sequence[Query]], found: Sequence[dict[str, Any]]) -> str:
    """Return the queries whose first place is not a right one, with what came first."""
    lines = []
    for query, one in zip(_all(lists), found, strict=True):
        if (at := rank_of(query, one)) != 1:
            came = " ".join(where[0] for where in one["first"][:_THREE]) or one["how"]
            lines.append(f"{at or '–'} [{query.group}] {query.typed}: {came}")
    return "\n".join(lines)


def _fit(site: Path, lists: Mapping[str, Sequence[Query]]) -> None:
    """Fit the weights on the published queries, write them, and print how many come first now."""
    published = [
        # A test demands that every query of the list “first” finds a right place first.
        {"typed": one.typed, "answers": one.answers, "worth": 5 if name == "first" else 1}
        for name, queries in lists.items()
        for one in queries
        if one.published and one.answers
    ]
    start = json.loads(START.read_text(encoding="utf-8"))
    given = {"site": str(site.resolve()), "start": start, "queries": published}
    made = run("fit.js", given)
    text = json.dumps(made["weights"], indent=2) + "\n"
    WEIGHTS.write_text(text, encoding="utf-8")
    print(f"chỗ đúng lên đầu ở {made['before']} → {made['after']} trong {made['cases']} câu")
    print(f"đã ghi vào {WEIGHTS.relative_to(PROGRAM)}:\n{text}")
    print("Dựng lại trang (make site) rồi chạy make relevance để xem trên phần để riêng.")


if __name__ == "__main__":
    sys.exit(main())
