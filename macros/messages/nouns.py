"""What each kind of thing is called: one noun for one thing, in messages as in the guide.

A fault that an editor reads in one place and the heading or the field that it speaks of in
another must be seen to mean the same. Two words that look like synonyms here are none: “chức vụ”
is an office as a source or a reader's page puts it (“Bí thư Đảng ủy xã”), “chức danh” the entry of
the catalogue; “chỉ tiêu” is what was aimed at, never what is counted.
"""

from __future__ import annotations

from collections.abc import Mapping

NOUNS: Mapping[str, str] = {
    # what has an id of its own
    "organization": "tổ chức",
    "person": "nhân vật",
    "role": "chức danh",
    "indicator": "chỉ số",
    "issuer": "cơ quan ban hành",
    "document": "văn bản",
    "source": "nguồn",
    "change": "thay đổi tổ chức",
    # what belongs to an organization
    "fact": "dữ kiện",
    "congress": "đại hội",
    "statistic": "số liệu",
    "target": "chỉ tiêu",
    "target_set": "bảng chỉ tiêu",
    "event": "sự kiện",
    "conflict": "mâu thuẫn",
    # what holds facts to their sources
    "citation": "trích dẫn",
    "transcription": "bản phiên âm",
    "evidence": "tệp bằng chứng",
    # what is read
    "volume": "tập",
    "chapter": "chương",
    "navigation": "mục lục",
}
"""Kind → noun, as it stands within a sentence."""
