"""`make bench`: how long sites and books of several sizes take, compared with the stock tools.

    python -m scripts.bench [--only sites|books|photographs] [--organizations 50 200]
                            [--runs 3] [--volumes 1 5 50] [--photographs 500] [--quick]

The report is printed and saved in dist/bench/. Exit status: 0 measured, 1 a build failed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.system.program import PROGRAM
from scripts.bench.books import books_to_markdown, measure_books
from scripts.bench.chapters import CHAPTERS
from scripts.bench.kinds import TIMES, kinds
from scripts.bench.measure import BASE, INDEX, PEERS, BuildError, in_turn, ours, run, stock
from scripts.bench.photographs import Album, measure_photographs, photographs_to_markdown
from scripts.bench.report import Size, to_json, to_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.bench.books import Shelf

OUTPUT = PROGRAM / "dist" / "bench"
# For a larger site only the compared builds run, and the stock build, which takes minutes, once.
_LARGE = 100


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and save the report; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        sites = _sites(options) if options.only in (None, "sites") else []
        books = _books(options) if options.only in (None, "books") else []
        albums = _albums(options) if options.only in (None, "photographs") else []
    except BuildError as error:
        print(f"không dựng được bản mẫu: {error}", file=sys.stderr)
        return 1
    report = to_markdown(sites, (BASE, INDEX), PEERS)
    if books:
        report += f"\n{books_to_markdown(books)}"
    if albums:
        report += f"\n{photographs_to_markdown(albums)}"
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / "report.md").write_text(report, encoding="utf-8")
    (OUTPUT / "report.json").write_text(to_json(sites, books, albums), encoding="utf-8")
    print(f"\n{report}\nĐã ghi vào {OUTPUT.relative_to(PROGRAM)}/report.md và report.json")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make bench", description="Đo thời gian dựng trang và sách."
    )
    kinds = ("sites", "books", "photographs")
    parser.add_argument("--only", choices=kinds, help="chỉ đo trang, chỉ đo sách hoặc chỉ đo ảnh")
    parser.add_argument(
        "--photographs",
        type=int,
        nargs="+",
        default=[500],
        metavar="N",
        help="số ảnh 12 triệu điểm của từng trang mẫu (mặc định: 500)",
    )
    parser.add_argument(
        "--organizations",
        type=int,
        nargs="+",
        default=[50, 200],
        metavar="N",
        help="số tổ chức của từng trang mẫu, mỗi tổ chức sáu chương (mặc định: 50 200)",
    )
    parser.add_argument(
        "--volumes",
        type=int,
        nargs="+",
        default=[1, 5, 50],
        metavar="N",
        help="số tổ chức của từng bộ sách mẫu, mỗi tổ chức một tập (mặc định: 1 5 50)",
    )
    parser.add_argument("--runs", type=int, default=3, help="số lần dựng mỗi cách (mặc định: 3)")
    parser.add_argument("--quick", action="store_true", help="đo thử: bản mẫu nhỏ, một lần")
    parser.add_argument("--alone", action="store_true", help="không đo cấu hình gốc đặt cạnh")
    return parser


def _sites(options: argparse.Namespace) -> list[Size]:
    sizes = [5, 10] if options.quick else sorted(options.organizations)
    runs = 1 if options.quick else options.runs
    _warm_up()
    return [_measure(size, runs, with_peer=not options.alone) for size in sizes]


def _books(options: argparse.Namespace) -> list[Shelf]:
    sizes = [1] if options.quick else sorted(options.volumes)
    return [measure_books(OUTPUT / "books" / str(size), size, _say) for size in sizes]


def _albums(options: argparse.Namespace) -> list[Album]:
    counts = [8] if options.quick else sorted(options.photographs)
    return [measure_photographs(OUTPUT / "photographs" / str(one), one, _say) for one in counts]


def _prepare(organizations: int) -> tuple[Path, Path, int]:
    """Write the fabricated project and its stock version; return folders and number of pages."""
    folder = OUTPUT / str(organizations)
    command = (sys.executable, "-m", "scripts.bench.prepare", str(folder), str(organizations))
    done = subprocess.run(command, cwd=PROGRAM, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(done.stderr)
    return folder / "project", folder / "stock", int(done.stdout)


def _warm_up() -> None:
    """Build a small site in each way, so that caches are warm before the first measured run."""
    own, peer, _ = _prepare(1)
    for build in (*ours(own), *stock(peer)):
        run(build)


def _measure(organizations: int, runs: int, *, with_peer: bool) -> Size:
    own, peer, pages = _prepare(organizations)
    print(f"{organizations} tổ chức, {pages} trang:", flush=True)
    builds, peers = ours(own), stock(peer) if with_peer else []
    if organizations > _LARGE:
        builds = [one for one in builds if one.name in (BASE, INDEX)]
        peers = [one for one in peers if one.name in PEERS]
        series = [*in_turn(builds, runs, _say), *in_turn(peers, 1, _say)]
    else:
        series = in_turn([*builds, *peers], runs, _say)
    # Only a build of the pages alone leaves their times behind.
    timed = own / TIMES
    costs = kinds(own / "site", timed) if timed.is_file() else ()
    return Size(organizations, organizations * len(CHAPTERS), pages, tuple(series), costs)


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
