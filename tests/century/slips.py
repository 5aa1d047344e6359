"""Slips with the fields of a long history, each made on a copy of the volume and told once."""

from __future__ import annotations

from tests.bad_input.slips import Slip, at, typed
from tests.century.volume import ORG

OF = f"data/organizations/{ORG}"
HELD = f"{OF}/leadership.yml"
BODY = f"{OF}/organization.yml"
EVENTS = f"{OF}/events.yml"
FIGURES = f"{OF}/statistics.yml"
MERGER = "data/changes/hop-nhat-2025.yml"
DISTRICT = "data/organizations/dang-bo-huyen-may/organization.yml"
SAO, THOA, LO, BUOI = (
    f"data/people/{one}.yml"
    for one in ("mac-van-sao", "ngo-thi-thoa", "kha-van-lo", "luc-thi-buoi")
)
CHIEF = "    post: secretary\n"


def where(name: str, path: str, old: str, new: str, line: str, *words: str) -> Slip:
    """Return a slip that is told at another `line` than the first that it changes."""
    return Slip(name, typed(path, old, new), path, line, words)


POSTS = (
    at("capacity by its word", HELD, "capacity: acting", "capacity: quyền", "→ viết acting$"),
    at(
        "capacity for a post held in full",
        HELD,
        "capacity: in-charge",
        "capacity: full",
        "không nhận “full” → chọn một trong: acting: quyền; provisional: lâm thời",
    ),
    where(
        "capacity in the post",
        HELD,
        f"{CHIEF}    capacity: acting",
        "    post: acting-secretary",
        "post: acting-secretary",
        "không có chức danh nào mang mã “acting-secretary”",
    ),
    at(
        "deputy in charge cut short",
        HELD,
        "capacity: deputy-in-charge",
        "capacity: deputy",
        "có phải ý bạn là “deputy-in-charge”",
    ),
    at(
        "capacity that the source does not tell",
        HELD,
        "capacity: acting",
        "capacity: provisional",
        "đã tìm “lâm thời”; ở đó có “làm quyền”, “quyền bí thư”",
    ),
    where(
        "second holder without a reason",
        HELD,
        "    shared: two-bodies\n",
        "",
        '    end_date: "1947-04"',
        "2 người cùng giữ chức Bí thư một lúc",
        "thật sự cùng giữ thì ghi shared$",
    ),
    at(
        "reason for two holders by a word of it",
        HELD,
        "shared: two-bodies",
        "shared: song song",
        "two-bodies: hai cấp ủy song song",
    ),
    where(
        "reason for two holders where one was alone",
        HELD,
        f"    person: dinh-thi-sau\n{CHIEF}",
        f"    person: dinh-thi-sau\n{CHIEF}    shared: joint\n",
        "shared: joint",
        "ghi shared mà không ai khác giữ chức Bí thư cùng lúc",
    ),
    where(
        "holder with a name and without",
        HELD,
        "    unnamed: không rõ tên\n",
        "    unnamed: không rõ tên\n    person: mac-van-sao\n",
        "unnamed:",
        "vừa có person vừa có unnamed",
    ),
    at(
        "holder without a name who has one",
        HELD,
        "unnamed: không rõ tên",
        "unnamed: false",
        "xóa dòng này và ghi person",
    ),
    where(
        "no holder at all",
        HELD,
        "    unnamed: không rõ tên\n",
        "",
        "id: bi-thu-khong-ten-1933",
        "thiếu trường “person”",
        "thay bằng dòng “unnamed: …”",
    ),
    at("end by its word", HELD, "end_reason: fallen", "end_reason: hy sinh", "→ viết fallen$"),
    at(
        "end that the source does not tell",
        HELD,
        "end_reason: expelled",
        "end_reason: dismissed",
        "đã tìm “cách chức”; ở đó có “khai trừ”",
    ),
    at(
        "annulment that the source does not tell",
        HELD,
        "end_reason: dismissed",
        "end_reason: annulled",
        "ở đó có “cách chức”",
    ),
    at(
        "post long after a death",
        HELD,
        "    person: quach-van-moc\n",
        "    person: ly-thi-man\n",
        "hy sinh quý II/1950",
        "viết quach-van-moc$",
    ),
    where(
        "what came later among the posts",
        HELD,
        "    end_reason: expelled\n",
        "    end_reason: expelled\n    later: restored\n",
        "later:",
        "không có trường nào tên “later”",
    ),
)
PERSONS = (
    at("kind of an alias by its word", SAO, "kind: secret", "kind: bí danh", "→ viết secret$"),
    at(
        "alias that ended before it began",
        SAO,
        '"1931-10"',
        '"1930-01"',
        "ngày kết thúc tháng 01/1930 đứng trước ngày bắt đầu tháng 03/1930",
    ),
    at("alias that the source does not tell", SAO, "name: Sáu", "name: Bảy", "“Bảy” .* không có ở"),
    at(
        "code name of a person",
        THOA,
        "kind: common",
        "kind: code-name",
        "đã tìm “mật danh”; ở đó có “gọi là”, “thường gọi”",
    ),
    where(
        "alias without a source",
        THOA,
        "    cite: lich-su#4\n",
        "",
        "- id: tu-thoa",
        "thiếu trường “cite”",
    ),
    at(
        "exoneration for a restoration",
        LO,
        "kind: restored",
        "kind: exonerated",
        "ở đó có “khôi phục đảng tịch”",
    ),
    at(
        "kind of what came later unknown",
        LO,
        "kind: restored",
        "kind: rehabilitated",
        "restored: được khôi phục đảng tịch",
    ),
    at(
        "exonerated before the dismissal",
        BUOI,
        '"2001"',
        '"1997"',
        "được minh oan năm 1997 trước khi bị cách chức tháng 12/1998",
    ),
)
TIMES = (
    at("quarter as printed", HELD, '"1950-34"', '"quý II/1950"', '"1950-34" nếu là một ngày'),
    at(
        "season of no number",
        HELD,
        '"1950-34"',
        '"1950-32"',
        "32 không phải là tháng, mùa hay quý → viết tháng từ 01 đến 12, mùa 21–24, quý 33–36",
    ),
    at(
        "season that is about",
        HELD,
        '"1933-21"',
        '"1933-21~"',
        "không kèm tháng, ngày hay dấu “~”$",
    ),
    at(
        "other half of the year",
        HELD,
        '"1965-40"',
        '"1965-41"',
        "ở đó có các mốc thời gian 1957-06, 1965, 1965-40",
    ),
    at(
        "decade of two digits",
        EVENTS,
        '"193X"',
        '"những năm 30"',
        'viết "193X" nếu là những năm 1930$',
    ),
    at("decade in a small letter", EVENTS, '"193X"', '"193x"', 'viết "193X"$'),
    at(
        "leap month of another number",
        EVENTS,
        "1947-02-10 nhuận",
        "1947-03-10 nhuận",
        "năm ấy nhuận tháng 2",
    ),
    at(
        "leap month without the calendar",
        EVENTS,
        '"âm lịch 1947-02-10 nhuận"',
        '"1947-02-10 nhuận"',
        'viết "âm lịch 1947-02-10 nhuận"$',
    ),
    at(
        "leap month that is forgotten",
        EVENTS,
        '"âm lịch 1947-02-10 nhuận"',
        '"âm lịch 1947-02-10"',
        "ở đó có các mốc thời gian âm lịch 1947-02-10 nhuận: ",
    ),
    at(
        "lunar day as printed",
        EVENTS,
        '"âm lịch 1945-07-12"',
        '"12/7 năm Ất Dậu"',
        'viết "âm lịch 1945-07-12" hoặc "âm lịch 2005-07-12"',
    ),
    at(
        "lunar day with the month first",
        EVENTS,
        '"âm lịch 1945-07-12"',
        '"âm lịch 1945-12-07"',
        "ở đó có các mốc thời gian âm lịch 1945-07-12: ",
    ),
    at(
        "solar day that nobody printed",
        EVENTS,
        '"âm lịch 1945-07-12"',
        '"1945-08-19"',
        "ở đó có các mốc thời gian âm lịch 1945-07-12: ",
    ),
    at(
        "lunar year as that of the day",
        FIGURES,
        '"âm lịch 1937-12-20"',
        '"âm lịch 1938-12-20"',
        "âm lịch 1937-12-20: ",
    ),
)
BODIES = (
    where(
        "in force before it was decided",
        MERGER,
        'date: "2025-06-16"\neffective_date: "2025-07-01"',
        'date: "2025-07-01"\neffective_date: "2025-06-16"',
        "effective_date:",
        "có hiệu lực từ 16/06/2025, trước khi quyết định 01/07/2025",
    ),
    where(
        "circle of superiors",
        DISTRICT,
        "kind: party\n",
        "kind: party\nparent: khe-sao\n",
        "parent:",
        "cấp trên đi vòng, cùng một lúc",
    ),
    at(
        "one superior twice",
        BODY,
        "    organization: dang-bo-huyen-may",
        "    organization: dang-bo-tinh-song-may",
        "“thuoc-tinh” và “thuoc-huyen” nói về cùng một nơi",
        "đoạn ấy không gọi tên này: sửa mã hoặc trích dẫn",
    ),
    at(
        "superior that is nowhere",
        BODY,
        "organization: dang-bo-huyen-may",
        "organization: dang-bo-huyen-mai",
        "có phải ý bạn là “dang-bo-huyen-may”",
    ),
    at(
        "superior that is a commune",
        BODY,
        "    organization: dang-bo-tinh-song-may",
        "    organization: xa-khe-ha",
        "cấp trên “xa-khe-ha” của một tổ chức đảng là đơn vị hành chính",
        "ghi ở areas$",
    ),
    at(
        "area that is a party organization",
        BODY,
        "area: xa-khe-ha",
        "area: dang-bo-tinh-song-may",
        "địa bàn “dang-bo-tinh-song-may” không phải đơn vị hành chính mà là tổ chức đảng",
    ),
    where(
        "superior once and over time",
        BODY,
        "parents:\n",
        "parent: dang-bo-huyen-may\nparents:\n",
        "parent:",
        "vừa có parent vừa có parents",
    ),
    at(
        "superior after the end",
        BODY,
        '"2025-06-30"',
        '"2026-06-30"',
        "sau khi tổ chức này kết thúc",
    ),
    at(
        "superior by the key of the simple case",
        BODY,
        "    organization: dang-bo-huyen-may",
        "    parent: dang-bo-huyen-may",
        "viết “organization: …”",
    ),
    at(
        "life that ended after it began again",
        BODY,
        '      date: "1935-39"',
        '      date: "1939-39"',
        r"tổ chức khôi phục .* trước khi bị phá vỡ cuối năm 1939",
    ),
    Slip(
        "founding beside the lives",
        typed(
            BODY,
            "lives:\n",
            'founding: { id: khai-sinh, date: "âm lịch 1930-02-03", cite: lich-su#2 }\nlives:\n',
        ),
        BODY,
        words=("vừa có founding vừa có lives",),
    ),
    at("end of a life by its word", BODY, "how: destroyed", "how: tan vỡ", "→ viết destroyed$"),
    at(
        "end of a life that is a beginning",
        BODY,
        "how: destroyed",
        "how: restored",
        "là lời của founding, không của dissolution",
    ),
    Slip(
        "life without an end before another",
        typed(
            BODY,
            "    dissolution:\n      id: tan-vo\n      how: destroyed\n"
            '      date: "1935-39"\n      cite: lich-su#5\n',
            "",
        ),
        BODY,
        words=("lần hoạt động thứ 1 không có lúc kết thúc",),
    ),
    where(
        "day of effect of an end",
        BODY,
        '      date: "2025-07-01"\n',
        '      date: "2025-07-01"\n      effective_date: "2025-07-01"\n',
        "effective_date:",
        "không có trường nào tên “effective_date”",
    ),
)
SLIPS = (*POSTS, *PERSONS, *TIMES, *BODIES)
