"""The table of documents."""

from __future__ import annotations

from macros.archive import Archive
from macros.dates import order_key
from macros.model.documents import Document, Issuer
from macros.opendata.columns import Entry, computed, of_field, table
from macros.opendata.links import citation_text
from macros.opendata.shared import SOURCE_HELP


def _issued(archive: Archive) -> list[Entry[Document]]:
    """Return every document, by issuer and date."""
    issued = [
        Entry(archive, one, within=issuer)
        for issuer in archive.issuers.values()
        for one in issuer.documents
    ]
    return sorted(
        issued, key=lambda one: (_issuer(one).id, order_key(one.record.date), one.record.id)
    )


def _issuer(entry: Entry[Document]) -> Issuer:
    assert isinstance(entry.within, Issuer)
    return entry.within


DOCUMENTS = table(
    "documents",
    "Văn bản",
    Document,
    [
        of_field(
            "document_id",
            title="Mã văn bản",
            description="Mã do ban biên tập đặt, duy nhất trong toàn bộ dữ liệu.",
        ),
        of_field("symbol", description="Trống nếu nguồn không ghi."),
        "kind",
        "date",
        of_field(
            "issuer",
            lambda entry: entry.record.signed_by or _issuer(entry).name,
            description="Tên cơ quan ban hành.",
        ).always,
        "subject",
        of_field(
            "source",
            lambda entry: citation_text(
                (*entry.record.cite, *(c for one in entry.record.cite_for.values() for c in one))
            ),
            description=SOURCE_HELP,
            kind=str,
        ),
        computed(
            "issuer_id",
            lambda entry: _issuer(entry).id,
            "Mã cơ quan",
            "Mã của tệp văn bản theo cơ quan ban hành.",
            required=True,
        ),
        of_field("replaces", description="Mã các văn bản được thay thế."),
        "note",
        of_field("printed", description="Cách nguồn in số khi một chỗ ghi hai văn bản."),
        "term",
        computed(
            "issuer_organization_id",
            lambda entry: _issuer(entry).organization,
            "Mã tổ chức ban hành",
            "Mã của cơ quan ban hành, nếu là tổ chức có trong dữ liệu.",
        ),
        of_field("effective_date", description="Ngày có hiệu lực; trống là nguồn không nói."),
    ],
    _issued,
    key=("document_id",),
)
