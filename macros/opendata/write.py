"""Write the open data of a site into a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.archive import Archive
from macros.opendata.catalogues import text_name
from macros.opendata.csv_text import csv_text
from macros.opendata.datapackage import data_package
from macros.opendata.popolo import popolo
from macros.opendata.tables import TABLES


def open_data(archive: Archive, *, site_url: str | None) -> dict[str, bytes]:
    """Return the content of `popolo.json`, CSV tables, texts and `datapackage.json` by name.

    The same archive gives the same bytes. Absolute addresses are left out without `site_url`.
    """
    files = {"popolo.json": _lines(popolo(archive, site_url))}
    for table in TABLES:
        names = (column.name for column in table.columns)
        files[f"{table.name}.csv"] = csv_text(names, table.rows(archive)).encode()
    for source, lines in sorted(archive.texts.items()):
        files[text_name(source)] = "".join(f"{line}\n" for line in lines).encode()
    files["datapackage.json"] = _json(data_package(archive, files, site_url))
    return files


def write_files(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write `files` (content by name) into `folder`, which is created; return their paths.

    Raises OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _lines(lists: Mapping[str, list[Any]]) -> bytes:
    """Return JSON with one entry per line, so that a diff shows a changed fact as one line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    parts = [
        f"{encode(name)}: [\n" + ",\n".join(map(encode, entries)) + "\n]"
        for name, entries in lists.items()
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()
