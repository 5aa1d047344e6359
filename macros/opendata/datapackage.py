"""The description of the open data: a Frictionless data package (`datapackage.json`)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from macros.archive import Archive
from macros.chapter.page import LinkTarget
from macros.dates import Edtf
from macros.opendata.columns import Column, Table
from macros.opendata.csv_text import LINE_END, SEPARATOR
from macros.opendata.links import absolute, site_root
from macros.opendata.tables import TABLES

_TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    Decimal: "number",
    Edtf: "string",
    tuple: "list",
}
EDTF_TYPE = "http://id.loc.gov/datatypes/edtf"

LICENSE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Ghi công 4.0 Quốc tế",
}

DESCRIPTION = (
    "Mỗi dòng là một dữ kiện kèm nguồn, hay một mục của danh mục mà dữ kiện dẫn đến (nhân vật, "
    "chức danh, chỉ số, nguồn). Ô trống: không nguồn nào nói. Mốc thời gian viết theo "
    "EDTF (ISO 8601-2): 2008-05 là một tháng; 1996-02-09/1996-02-10 là một khoảng; 2015-08/.. "
    "là còn mở; 1996-02-10/ là không rõ ngày kết thúc; [2003-09-11..2005] là một ngày không "
    "rõ trong khoảng; 2020~ là khoảng năm ấy. Ngày âm lịch không có trong EDTF: ở đó là ngày "
    "dương lịch tính ra, còn ngày như nguồn ghi ở cột lunar. Danh sách trong một ô cách nhau "
    "bằng dấu chấm phẩy và một dấu cách; dấu chấm phẩy trong chữ của một mục được viết thành "
    "dấu ； (U+FF1B). Chức vụ ở tổ chức khác có mã tổ chức ấy trong ngoặc, nếu tổ chức có trong dữ "
    "liệu. Ô chữ mở đầu bằng = @ hay bằng + - mà không phải con số có thêm một dấu nháy đơn ở "
    "trước, để bảng tính không chạy ô ấy như công thức; bỏ dấu nháy ấy là được chữ gốc."
)

POPOLO_DESCRIPTION = (
    "Trường ngày của Popolo chỉ có khi chuẩn ấy ghi được (năm, tháng hay ngày); trường cùng "
    "tên thêm _edtf luôn có khi biết thời gian; thêm _lunar là ngày âm lịch như nguồn ghi. Không "
    "có end_date là không nguồn nào nói, không có nghĩa là đang giữ chức. citations là trích dẫn "
    "nguồn#đoạn; source_documents mô tả các nguồn."
)


def data_package(
    archive: Archive, files: Mapping[str, bytes], site_url: str | None
) -> dict[str, Any]:
    """Return the description of `files` (content by name), which must contain every table.

    Without `site_url`, the home page and the addresses of the sources are left out.
    """
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "party-history",
        "title": "Dữ liệu mở về lịch sử các tổ chức đảng",
        "description": DESCRIPTION,
        "licenses": [LICENSE],
        "sources": [_source(archive, source, site_url) for source in sorted(archive.sources)],
        "resources": [
            _popolo(files["popolo.json"]),
            *(_table(table, files[f"{table.name}.csv"]) for table in TABLES),
        ],
    }
    home = site_root(site_url)
    return package | {"homepage": home} if home else package


def _source(archive: Archive, source: str, site_url: str | None) -> dict[str, str]:
    found = {"title": archive.sources[source].title}
    path = absolute(archive, LinkTarget("source", source), site_url)
    return found | {"path": path} if path else found


def _popolo(content: bytes) -> dict[str, Any]:
    return {
        "name": "popolo",
        "path": "popolo.json",
        "title": "Nhân vật, tổ chức, chức vụ theo chuẩn Popolo",
        "description": POPOLO_DESCRIPTION,
        "format": "json",
        "mediatype": "application/json",
        **_file(content),
    }


def _file(content: bytes) -> dict[str, Any]:
    digest = hashlib.sha256(content).hexdigest()
    return {"encoding": "utf-8", "bytes": len(content), "hash": f"sha256:{digest}"}


def _table(table: Table, content: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": fields(table), "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        **_file(content),
        "dialect": {
            "header": True,
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminator": LINE_END,
            "skipInitialSpace": False,
        },
        "schema": schema,
    }


def fields(table: Table) -> list[dict[str, Any]]:
    """Return the description of each column of a table, in order."""
    return [_field(one) for one in table.columns]


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": column.title,
        "description": column.description,
    }
    if column.kind is Edtf:
        found["rdfType"] = EDTF_TYPE
    if column.kind is tuple:
        found |= {"delimiter": SEPARATOR, "itemType": "string"}
    if column.kind is bool:
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.categories:
        found["categories"] = [
            {"value": code, "label": word} for code, word in column.categories.items()
        ]
    if column.required and column.kind is not tuple:
        found["constraints"] = {"required": True}
    return found
