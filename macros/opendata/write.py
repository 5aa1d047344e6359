"""Write the open data of a site into a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.archive import Archive
from macros.opendata.csv_text import csv_text
from macros.opendata.datapackage import data_package
from macros.opendata.popolo import popolo
from macros.opendata.tables import TABLES


def write_open_data(archive: Archive, folder: Path, *, site_url: str | None) -> list[Path]:
    """Write `popolo.json`, the CSV tables and `datapackage.json` into `folder`; return the files.

    The same archive gives the same bytes. `folder` is made where it is missing. Absolute addresses
    are left out without `site_url`. Raises OSError where the folder cannot be written.
    """
    files = {"popolo.json": _json(popolo(archive, site_url))}
    for table in TABLES:
        files[f"{table.name}.csv"] = csv_text(table.row, table.rows(archive)).encode()
    files["datapackage.json"] = _json(data_package(archive, files, site_url))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content)
        written.append(path)
    return written


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
