"""The noun for each kind of thing: the same one in messages, headings and the editors' guide.

So an editor sees that a message and a field mean the same thing. Two pairs look like synonyms but
are not: “chức vụ” is an office in the words of a source (“Bí thư Đảng ủy xã”), “chức danh” is an
entry of the catalogue; “chỉ tiêu” is a target, never an indicator (“chỉ số”).
"""

from __future__ import annotations

from collections.abc import Mapping

NOUNS: Mapping[str, str] = {
    # things with a global id
    "organization": "tổ chức",
    "person": "nhân vật",
    "role": "chức danh",
    "indicator": "chỉ số",
    "issuer": "cơ quan ban hành",
    "document": "văn bản",
    "source": "nguồn",
    "change": "thay đổi tổ chức",
    "picture": "ảnh",
    # parts of an organization
    "fact": "dữ kiện",
    "congress": "đại hội",
    "series": "loạt đại hội",
    "statistic": "số liệu",
    "target": "chỉ tiêu",
    "target_set": "bảng chỉ tiêu",
    "event": "sự kiện",
    "roll": "danh sách",
    "statement": "nhận định",
    "promise": "việc đề ra",
    "conflict": "mâu thuẫn",
    # links between facts and sources
    "citation": "trích dẫn",
    "transcription": "bản chép",
    "evidence": "tệp bằng chứng",
    # what readers see
    "volume": "tập",
    "chapter": "chương",
    "navigation": "mục lục",
}
"""Kind → noun, as used within a sentence."""
