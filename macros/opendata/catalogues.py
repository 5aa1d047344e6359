"""The tables of what facts refer to: posts, indicators, abbreviations, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from macros.addresses.places import text_file
from macros.archive import Archive
from macros.model.abbreviations import Abbreviation
from macros.model.base import Record
from macros.model.indicators import Indicator
from macros.model.posts import Role
from macros.model.source_codes import PUBLISHED_REASONS
from macros.model.sources import Heading, LeftOut, NotFact, Source
from macros.opendata.columns import Cell, Entry, computed, of_field, table

R = TypeVar("R", bound=Record)


def _sorted(read: Callable[[Archive], Mapping[str, R]]) -> Callable[[Archive], list[Entry[R]]]:
    """Return a function from an archive to the entries of a catalogue, by id."""
    return lambda archive: [Entry(archive, one) for _, one in sorted(read(archive).items())]


POSTS = table(
    "posts",
    "Danh mục chức danh",
    Role,
    ["id", "label", "printed", "seats", "member_of", "order"],
    _sorted(lambda archive: archive.roles),
    key=("id",),
)

INDICATORS = table(
    "indicators",
    "Danh mục chỉ số",
    Indicator,
    ["id", "label", "group", "unit", "aggregation", "description", "printed", "order"],
    _sorted(lambda archive: archive.indicators),
    key=("id",),
)

ABBREVIATIONS = table(
    "abbreviations",
    "Chữ viết tắt và thuật ngữ",
    Abbreviation,
    ["short", "full", "kind", "note"],
    lambda archive: [Entry(archive, one) for one in archive.abbreviations],
    key=(),
)


def text_name(source: str) -> str:
    """Return the name, within the open data, of the file that has the text of a source."""
    return text_file(source).removeprefix("data/")


def _published(entry: Entry[Source], name: str) -> Cell:
    published = entry.record.published
    return getattr(published, name) if published else None


def _has_text(entry: Entry[Source]) -> bool:
    return entry.record.id in entry.archive.texts


SOURCES = table(
    "sources",
    "Nguồn",
    Source,
    [
        of_field("id", description="Mã của nguồn, phần trước dấu # của trích dẫn."),
        "title",
        "kind",
        "issuer",
        "symbol",
        "date",
        "printed",
        "status",
        "speaks_until",
        "ocr",
        "read",
        "organizations",
        computed(
            "published_reason",
            lambda entry: _published(entry, "reason"),
            "Vì sao công bố được",
            "Nguồn được công bố cả lời: vì sao; để trống ở các nguồn khác.",
            categories=PUBLISHED_REASONS,
        ),
        computed(
            "licence",
            lambda entry: _published(entry, "licence"),
            "Căn cứ công bố",
            "Văn bản cho phép, giấy phép, hoặc vì sao hết thời hạn bảo hộ.",
        ),
        computed(
            "text",
            lambda entry: text_name(entry.record.id) if _has_text(entry) else None,
            "Tệp lời",
            "Tệp có lời của nguồn, cạnh bảng này; mỗi dòng là một đoạn, đoạn 1 ở dòng đầu.",
            because="tệp của lời, có khi nguồn ghi published",
        ),
    ],
    _sorted(lambda archive: archive.sources),
    key=("id",),
)


def _of_sources(
    read: Callable[[Source], Iterable[R]],
) -> Callable[[Archive], list[Entry[R]]]:
    """Return a function from an archive to the entries of a list that each source has."""
    return lambda archive: [
        Entry(archive, one, within=source)
        for _, source in sorted(archive.sources.items())
        for one in read(source)
    ]


def _source_id(entry: Entry[Record]) -> Cell:
    assert isinstance(entry.within, Source)
    return entry.within.id


_SOURCE_ID = computed("source_id", _source_id, "Mã nguồn", "Mã trong sources.csv.", required=True)

HEADINGS = table(
    "headings",
    "Đề mục của các nguồn",
    Heading,
    [_SOURCE_ID, "paragraphs", "title", "pages"],
    _of_sources(lambda source: source.headings),
    key=(),
)

NOT_FACTS = table(
    "not_facts",
    "Những số trong nguồn không phải dữ kiện",
    NotFact,
    [_SOURCE_ID, "paragraphs", "numbers", "reason"],
    _of_sources(lambda source: source.not_facts),
    key=(),
)

LEFT_OUT = table(
    "left_out",
    "Những câu của nguồn cố ý không kể",
    LeftOut,
    [_SOURCE_ID, "paragraphs", "sentences", "reason", "of"],
    _of_sources(lambda source: source.left_out),
    key=(),
)
