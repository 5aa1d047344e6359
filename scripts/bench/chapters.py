"""Fabricated chapters: six per organization, as long and as full of macros as real ones."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from macros.text.vietnamese import roman
from scripts.bench import words
from scripts.bench.records import CONGRESS_YEARS, INDICATORS, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.bench.records import Volume

# About a hundred words each.
_PARAGRAPHS = 9
_HEADING_EVERY = 3


@dataclass(frozen=True)
class Kind:
    """One of the chapters of every organization, and the block macros at its beginning."""

    file: str
    title: str
    blocks: tuple[str, ...]


_CHARTS = tuple(f'statistics_chart("{one[0]}")' for one in INDICATORS[:2])
_COUNTED = ", ".join(f'"{one[0]}"' for one in INDICATORS[6:12])
_TABLE = f"statistics_table([{_COUNTED}])"
_ONE_CONGRESS = tuple(f'congress("{roman(n + 1)}")' for n in range(2))
CHAPTERS = (
    Kind("index.md", "Giới thiệu", ("organization_summary()", "leadership_timeline()")),
    Kind(
        "lanh-dao.md",
        "Lãnh đạo",
        (
            "leadership_timeline()",
            'leadership_table("secretary")',
            'leadership_table("deputy-secretary")',
        ),
    ),
    Kind("dai-hoi.md", "Các kỳ đại hội", ("congress_table()", *_ONE_CONGRESS)),
    Kind("so-lieu.md", "Số liệu", (*_CHARTS, "statistics_all()")),
    Kind("nguon-goc.md", "Nguồn gốc", ("lineage()", "events()")),
    Kind("mau-thuan.md", "Tư liệu chưa thống nhất", ("conflicts()", _TABLE)),
)


def chapter(volume: Volume, kind: Kind) -> str:
    """Return the Markdown of one chapter: its blocks, then prose full of facts and notes."""
    random = Random(f"{volume.number} {kind.file}")  # noqa: S311 (the same text every time)
    paragraphs = list(_prose(volume, random))
    head = f'---\ntitle: "{kind.title}"\norganization: {volume.id}\n---\n\n# {kind.title}\n'
    blocks = [f"{{{{ {call} }}}}" for call in kind.blocks]
    notes = [
        f"[^{number}]: {words.sentences(random, 20)} {_cite(volume, random)}"
        for number in range(1, 4)
    ]
    return "\n\n".join([head, *blocks, *paragraphs, _table(volume, random), *notes]) + "\n"


def _prose(volume: Volume, random: Random) -> Iterator[str]:
    for index in range(_PARAGRAPHS):
        if index % _HEADING_EVERY == 0:
            yield f"## {words.title(random)}"
        note = f"[^{index // _HEADING_EVERY + 1}]" if index % _HEADING_EVERY == 1 else ""
        beginning = f"{_facts(volume, random, index)} {words.sentences(random, 30)}"
        rest = f"{words.sentences(random, 30)} {_cite(volume, random)}"
        yield f"{beginning} Theo một **ghi chép** khác, *{words.clause(random)}*{note}. {rest}"


def _facts(volume: Volume, random: Random, index: int) -> str:
    """Return a sentence with two or three facts from data/."""
    people = [*volume.people]
    indicator, year = random.choice(INDICATORS)[0], random.choice(YEARS)
    figure = f'{{{{ statistic("{indicator}", "{year}") }}}}'
    person = f'{{{{ person("{random.choice(people)}") }}}}'
    document = f'{{{{ document("van-ban-{volume.number + 1}-{random.randint(1, 70)}") }}}}'
    return (
        f"Năm {year} có {figure}, theo lời của {person} và {document}.",
        f"{person} nhắc đến {document}; khi ấy có {figure}.",
        f"Có {figure} vào năm {year}, như {document} đã nêu.",
    )[index % 3]


def _cite(volume: Volume, random: Random) -> str:
    last = len(volume.source.text.splitlines())
    return f'{{{{ cite("{volume.source.source}#{random.randint(1, last)}") }}}}'


def _table(volume: Volume, random: Random) -> str:
    """Return a hand-typed Markdown table: one row per term, four columns."""
    rows = ["| Nhiệm kỳ | Công việc | Cách làm | Nguồn |", "|---|---|---|---|"]
    for year in CONGRESS_YEARS:
        work, way = words.title(random), words.clause(random)
        rows.append(f"| {year}–{year + 5} | {work} | {way} | {_cite(volume, random)} |")
    return "\n".join(rows)
