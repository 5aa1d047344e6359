"""Views of the open data: the content of each file, from the same tables that write it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.chapter.page import LinkTarget
from macros.opendata.datapackage import DESCRIPTION, LICENSE, POPOLO_DESCRIPTION, fields
from macros.opendata.tables import TABLES
from macros.views.common import Link, Page

FOLDER = "data"
"""The folder of the files on the site."""


@dataclass(frozen=True)
class DescribedColumn:
    """A column of a file: name, title, description, its codes in words."""

    name: str
    title: str
    description: str
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class File:
    """A file of the open data."""

    anchor: str
    link: Link
    title: str
    description: str
    columns: tuple[DescribedColumn, ...]


@dataclass(frozen=True)
class OpenData:
    """The files, their format and their licence."""

    description: str
    licence: Link
    files: tuple[File, ...]


def open_data(page: Page) -> OpenData:
    """Return the files of the open data with every column."""

    def link(name: str) -> Link:
        return Link(name, page.url(LinkTarget("file", f"{FOLDER}/{name}")))

    package = "Mô tả của mọi tệp theo chuẩn Frictionless Data Package, cho máy đọc."
    files = [
        File("datapackage", link("datapackage.json"), "Mô tả bộ dữ liệu", package, ()),
        File("popolo", link("popolo.json"), "Theo chuẩn Popolo", POPOLO_DESCRIPTION, ()),
    ]
    files += [
        File(
            table.name,
            link(f"{table.name}.csv"),
            table.title,
            "",
            tuple(
                DescribedColumn(
                    one["name"],
                    one["title"],
                    one["description"],
                    tuple((code["value"], code["label"]) for code in one.get("categories", ())),
                )
                for one in fields(table)
            ),
        )
        for table in TABLES
    ]
    return OpenData(DESCRIPTION, Link(LICENSE["title"], LICENSE["path"]), tuple(files))
