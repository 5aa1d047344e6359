"""The metadata of a finished PDF in its two places (Info and XMP), which must agree."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pikepdf import Dictionary, Name, String

from macros.book.finishing.streams import Pdf
from macros.book.matter import fill

NO_DAY = "1980-01-01T00:00:00Z"
"""Used if the day is unknown, because PDF/X requires one."""

_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z?")


@dataclass(frozen=True)
class FileInfo:
    """The metadata of a file; `day` is that of the edition (ISO 8601), not of the build."""

    title: str
    author: str
    subject: str
    creator: str
    producer: str
    day: str
    document: str
    instance: str


def info_of(pdf: Pdf, use: str) -> FileInfo:
    """Return the metadata that a PDF already has; `use` names the kind of file made from it."""
    info = pdf.docinfo
    values = {key: str(info.get(f"/{key.capitalize()}", "")) for key in _KEYS}
    day = _DAY.match(str(info.get("/CreationDate", "")))
    iso = "{}-{}-{}T{}:{}:{}Z".format(*day.groups()) if day else NO_DAY
    identifier = bytes(pdf.trailer.ID[0]) if "/ID" in pdf.trailer else values["title"].encode()
    return FileInfo(
        day=iso,
        document=_uuid(identifier),
        instance=_uuid(identifier + use.encode() + iso.encode()),
        **values,
    )


_KEYS = ("title", "author", "subject", "creator", "producer")


def _uuid(data: bytes) -> str:
    """Return a UUID that follows from `data`, so that two builds write the same."""
    return str(uuid.UUID(bytes=hashlib.sha256(data).digest()[:16], version=4))


def write_info(pdf: Pdf, root: Path, info: FileInfo, *, exchange: bool) -> None:
    """Write the metadata of a PDF: as PDF/X-4 with `exchange`, else as PDF/A-2a."""
    packet = fill(root, "metadata.xml", info=info, exchange=exchange, bom="\ufeff")
    stream = pdf.make_stream(packet.encode(), {"/Type": Name.Metadata, "/Subtype": Name.XML})
    pdf.Root.Metadata = stream
    day = f"D:{re.sub('[-T:]', '', info.day).removesuffix('Z')}Z"
    values: dict[str, Any] = {
        f"/{key.capitalize()}": String(getattr(info, key)) for key in _KEYS if getattr(info, key)
    }
    values |= {"/CreationDate": String(day), "/ModDate": String(day)}
    if exchange:
        values["/Trapped"] = Name("/False")
    pdf.trailer.Info = pdf.make_indirect(Dictionary(values))


def written(pdf: Pdf, version: str) -> bytes:
    """Return the bytes of a finished PDF, the same for each build."""
    target = io.BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        target,
        force_version=version,
        deterministic_id=True,
        fix_metadata_version=False,
        compress_streams=True,
    )
    return target.getvalue()
