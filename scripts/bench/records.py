"""Fabricated records: what the data files of one organization hold, as plain dictionaries.

Every fact is also in a sentence of a fabricated transcription, from which evidence is generated as
for a real source, so that the check has as much to compare as on a real site.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any

from macros.text.numbers import percent_of, say_number
from macros.text.vietnamese import roman, slug
from scripts.bench import words

if TYPE_CHECKING:
    from collections.abc import Iterator

Fields = dict[str, Any]

YEARS = tuple(range(1996, 2024, 4))
CONGRESS_YEARS = tuple(range(1996, 2022, 5))
_SENTENCES_IN_PARAGRAPH = 3
_WITH_NOTE = 0.4

# id, label, group, unit
INDICATORS = (
    ("party-members", "Đảng viên", "Đảng viên", "đảng viên"),
    ("members-admitted", "Đảng viên kết nạp", "Đảng viên", "người được kết nạp"),
    ("badges", "Huy hiệu được trao", "Đảng viên", "huy hiệu"),
    ("party-organizations", "Tổ chức trực thuộc", "Tổ chức", "tổ chức trực thuộc"),
    ("committees-grassroots", "Đảng bộ cơ sở", "Tổ chức", "đảng bộ cơ sở"),
    ("cells-grassroots", "Chi bộ cơ sở", "Tổ chức", "chi bộ cơ sở"),
    ("classes", "Lớp bồi dưỡng", "Bồi dưỡng", "lớp bồi dưỡng"),
    ("learners", "Học viên", "Bồi dưỡng", "học viên"),
    ("lectures", "Buổi nói chuyện", "Bồi dưỡng", "buổi nói chuyện"),
    ("inspections", "Cuộc kiểm tra", "Kiểm tra", "cuộc kiểm tra"),
    ("supervisions", "Cuộc giám sát", "Kiểm tra", "cuộc giám sát"),
    ("letters", "Đơn thư đã xem xét", "Kiểm tra", "đơn thư"),
    ("meetings", "Kỳ họp", "Văn phòng", "kỳ họp"),
    ("files", "Hồ sơ lưu", "Văn phòng", "hồ sơ"),
    ("bulletins", "Bản tin", "Văn phòng", "bản tin"),
    ("visits", "Chuyến thăm cơ sở", "Văn phòng", "chuyến thăm"),
    ("youth-members", "Đoàn viên", "Đoàn thể", "đoàn viên"),
    ("union-members", "Công đoàn viên", "Đoàn thể", "công đoàn viên"),
    ("veterans", "Hội viên", "Đoàn thể", "hội viên"),
    ("clubs", "Câu lạc bộ", "Đoàn thể", "câu lạc bộ"),
    ("books", "Đầu sách", "Thư viện", "đầu sách"),
)
RATED = ("rated-strong", "Tổ chức xếp loại tốt", "Tổ chức", "%")
ROLES = (
    ("secretary", "Bí thư", 1),
    ("standing-deputy-secretary", "Phó Bí thư Thường trực", 1),
    ("deputy-secretary", "Phó Bí thư", None),
    ("inspection-chair", "Chủ nhiệm Ủy ban Kiểm tra", 1),
    ("chair", "Chủ tịch", 1),
)
ISSUERS = ("ban-mot", "ban-hai", "ban-ba", "ban-bon", "ban-nam", "ban-sau", "ban-bay", "ban-tam")
_KINDS = (
    ("decision", "Quyết định", "QĐ"), ("directive", "Chỉ thị", "CT"),
    ("resolution", "Nghị quyết", "NQ"), ("plan", "Kế hoạch", "KH"),
    ("guidance", "Hướng dẫn", "HD"), ("conclusion", "Kết luận", "KL"),
    ("report", "Báo cáo", "BC"),
)  # fmt: skip


@dataclass
class Transcription:
    """The fabricated text of a source."""

    source: str
    random: Random
    sentences: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> str:
        """Add a sentence and some words; return the citation of their paragraph."""
        number = len(self.sentences) // _SENTENCES_IN_PARAGRAPH + 1
        self.sentences.append(f"{sentence} {words.clause(self.random).capitalize()}.")
        return f"{self.source}#{number}"

    @property
    def text(self) -> str:
        """The transcription, one paragraph per line."""
        size = _SENTENCES_IN_PARAGRAPH
        starts = range(0, len(self.sentences), size)
        return "".join(" ".join(self.sentences[at : at + size]) + "\n" for at in starts)


@dataclass
class Volume:
    """One organization with everything that data/ and docs/ contain about it.

    `files` are the files of its folder by stem; `bodies` are affiliated and former organizations by
    id, with their files; `documents` are lists by issuer, `symbols` theirs in order.
    """

    number: int
    random: Random
    files: dict[str, Fields] = field(default_factory=dict)
    bodies: dict[str, dict[str, Fields]] = field(default_factory=dict)
    people: dict[str, Fields] = field(default_factory=dict)
    changes: dict[str, Fields] = field(default_factory=dict)
    documents: dict[str, list[Fields]] = field(default_factory=dict)
    symbols: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.place = words.place(self.number)
        self.id = f"to-chuc-{self.number + 1}"
        self.name = f"Đảng bộ Khối {self.place}"
        self.source = Transcription(f"nguon-{self.number + 1}", self.random)

    @property
    def issuer(self) -> str:
        """The id of the organization's own issuer of documents."""
        return f"dang-uy-{self.number + 1}"

    def new_person(self) -> tuple[str, str]:
        """Return the id and the name of a new person."""
        while True:
            name = words.person(self.random)
            identifier = f"{slug(name)}-{self.number + 1}"
            if identifier not in self.people:
                self.people[identifier] = {"name": name}
                return identifier, name


def volume(number: int) -> Volume:
    """Return organization `number`, from 0; always the same for the same number."""
    made = Volume(number, Random(number))  # noqa: S311 (the same text every time)
    _documents(made)
    _organization(made)
    _congresses(made)
    _leadership(made)
    made.files["statistics"] = {"observations": list(_observations(made))}
    made.files["events"] = {"events": list(_events(made))}
    _conflicts(made)
    _changes(made)
    return made


def _documents(made: Volume) -> None:
    """Fifty documents of its own committee, twenty of bodies above it."""
    for index in range(70):
        kind, word, letters = _KINDS[index % len(_KINDS)]
        own = index < 50
        issuer = made.issuer if own else ISSUERS[index % len(ISSUERS)]
        # Numbers of their own: a body above gives several organizations documents on one day.
        number = 100 + index if own else 100 * (made.number + 1) + index
        symbol = f"{number}-{letters}/{'ĐU' if own else 'TX'}"
        made.symbols.append(symbol)
        year, month, day = 1995 + index % 28, 1 + index % 12, 1 + index % 27
        subject = words.title(made.random)
        printed = f"{day:02}/{month:02}/{year}"
        cite = made.source.add(f"{word} số {symbol}, ngày {printed}, về việc {subject.lower()}.")
        made.documents.setdefault(issuer, []).append(
            {
                "id": f"van-ban-{made.number + 1}-{index + 1}",
                "kind": kind,
                "symbol": symbol,
                "date": f"{year}-{month:02}-{day:02}",
                "subject": subject,
                "cite": cite,
            }
        )


def _document(made: Volume, index: int) -> str:
    return f"van-ban-{made.number + 1}-{index + 1}"


def _organization(made: Volume) -> None:
    """Three names, a founding, two seats; two affiliated bodies and two former ones."""
    names = []
    for index, year in enumerate((1994, 1998, 2002)):  # the years of _changes
        name = f"{made.name} {('Một', 'Hai', 'Ba')[index]}"
        cite = made.source.add(f"Từ ngày 05/03/{year}, tổ chức mang tên {name}.")
        day = f"{year}-03-05"
        names.append({"id": f"ten-{index + 1}", "name": name, "start_date": day, "cite": cite})
    cite = made.source.add(f"Tổ chức được lập ngày 05/03/1994 theo {made.symbols[0]}.")
    founding: Fields = {"id": "thanh-lap", "date": "1994-03-05", "cite": cite}
    founding["documents"] = [_document(made, 0)]
    seats = []
    for index, year in enumerate((1994, 2006)):
        address = f"số {made.number + index + 2} đường {made.place}"
        cite = made.source.add(f"Từ năm {year}, trụ sở đặt tại {address}.")
        seat = {"id": f"tru-so-{index + 1}", "address": address, "start_date": str(year)}
        seats.append({**seat, "cite": cite})
    made.files["organization"] = {
        "kind": "party",
        "classification": "đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng",
        "short_name": made.name,
        "listed": True,
        "order": made.number,
        "summary": words.sentences(made.random, 30),
        "names": names,
        "founding": founding,
        "headquarters": seats,
    }
    for key, word, kind in (
        ("kiem-tra", "Ủy ban Kiểm tra", "party"),
        ("doan", "Đoàn", "mass"),
        ("cu-mot", "Khối cũ thứ nhất", "party"),
        ("cu-hai", "Khối cũ thứ hai", "party"),
    ):
        body: Fields = {"kind": kind, "short_name": f"{word} {made.place}"}
        if not key.startswith("cu-"):
            body["parent"] = made.id
        made.bodies[f"{key}-{made.number + 1}"] = {"organization": body}


def _congresses(made: Volume) -> None:
    """Six congresses, and the three bodies that each elected."""
    congresses, committees = [], []
    for index, year in enumerate(CONGRESS_YEARS):
        ordinal, delegates = roman(index + 1), made.random.randint(120, 320)
        cite = made.source.add(
            f"Đại hội lần thứ {ordinal}, nhiệm kỳ {year} - {year + 5}, họp từ ngày 10/08/{year} "
            f"đến ngày 12/08/{year} với {delegates} đại biểu, theo {made.symbols[index]}."
        )
        congress = {"id": f"dai-hoi-{index + 1}", "ordinal": ordinal, "cite": cite}
        congress |= {"term": f"{year}/{year + 5}", "dates": f"{year}-08-10/{year}-08-12"}
        congresses.append(
            {**congress, "delegates": delegates, "documents": [_document(made, index)]}
        )
        for body, word, size in (
            ("executive", "Ban Chấp hành", 31),
            ("standing", "Ban Thường vụ", 9),
            ("inspection", "Ủy ban Kiểm tra", 7),
        ):
            cite = made.source.add(f"{word} khóa {ordinal} gồm {size + index} ủy viên.")
            committee = {"id": f"{body}-{index + 1}", "body": body, "size": size + index}
            committees.append({**committee, "congress": ordinal, "cite": cite})
    made.files["congresses"] = {"congresses": congresses, "committees": committees}


def _leadership(made: Volume) -> None:
    """The people whom each congress elected, more deputies, heads of the affiliated bodies."""
    posts = ("secretary", "standing-deputy-secretary", "deputy-secretary", "deputy-secretary")
    made.files["leadership"] = {"memberships": [*_elected(made, posts)]}
    inspection, union = list(made.bodies.values())[:2]
    inspection["leadership"] = {"memberships": [*_elected(made, ("inspection-chair",))]}
    union["leadership"] = {"memberships": [*_appointed(made, "chair")]}


def _elected(made: Volume, posts: tuple[str, ...]) -> Iterator[Fields]:
    labels = {identifier: label for identifier, label, _ in ROLES}
    for seat, post in enumerate(posts):
        for index in range(len(CONGRESS_YEARS)):
            person, name = made.new_person()
            ordinal = roman(index + 1)
            cite = made.source.add(
                f"Đại hội lần thứ {ordinal} bầu {name} giữ chức {labels[post]}, kiêm trưởng nhóm."
            )
            yield {
                "id": f"{post}-{seat + 1}-{index + 1}",
                "person": person,
                "post": post,
                "congress": ordinal,
                "manner": ["elected"],
                "concurrent": ["trưởng nhóm"],
                "note": words.sentences(made.random, 20),
                "cite": cite,
            }


def _appointed(made: Volume, post: str) -> Iterator[Fields]:
    labels = {identifier: label for identifier, label, _ in ROLES}
    for index, year in enumerate(CONGRESS_YEARS):
        person, name = made.new_person()
        end = year + 5
        cite = made.source.add(
            f"Từ tháng 3/{year} đến tháng 3/{end}, {name} được bổ nhiệm làm {labels[post]}."
        )
        dates = {"start_date": f"{year}-03", "end_date": f"{end}-03"}
        identity = {"id": f"{post}-{index + 1}", "person": person, "post": post}
        yield {**identity, **dates, "manner": ["appointed"], "cite": cite}


def _observations(made: Volume) -> Iterator[Fields]:
    """Each indicator in seven years: wholes and their parts, counts, and a ratio."""
    for year in YEARS:
        committees, cells = made.random.randint(20, 60), made.random.randint(15, 90)
        fixed = {
            "party-organizations": committees + cells,
            "committees-grassroots": committees,
            "cells-grassroots": cells,
        }
        for indicator, _, _, unit in INDICATORS:
            value = fixed.get(indicator) or made.random.randint(12, 3900)
            cite = made.source.add(f"Năm {year}, có {say_number(value)} {unit}.")
            observation: Fields = {"id": f"{indicator}-{year}", "indicator": indicator}
            observation |= {"period": str(year), "value": value, "cite": cite}
            if indicator == "party-organizations":
                observation["sums"] = True
            elif made.random.random() < _WITH_NOTE:
                observation["note"] = words.sentences(made.random, 25)
            if indicator in ("committees-grassroots", "cells-grassroots"):
                observation["part_of"] = f"party-organizations-{year}"
                observation |= {"dimension": "loại hình", "category": unit}
            yield observation
        yield _ratio(made, year, committees, committees + cells)


def _ratio(made: Volume, year: int, numerator: int, denominator: int) -> Fields:
    percent = percent_of(numerator, denominator, 1)
    cite = made.source.add(
        f"Năm {year}, xếp loại tốt {numerator}/{denominator} tổ chức, bằng {say_number(percent)}%."
    )
    ratio = {"numerator": numerator, "denominator": denominator, "percent_printed": percent}
    observation = {"id": f"{RATED[0]}-{year}", "indicator": RATED[0], "period": str(year)}
    return {**observation, "ratio": ratio, "printed": "xếp loại tốt", "cite": cite}


def _events(made: Volume) -> Iterator[Fields]:
    for index in range(14):
        year, month = 1995 + 2 * index, 1 + index % 12
        summary = words.sentences(made.random, 25)
        cite = made.source.add(f"Tháng {month}/{year}, theo {made.symbols[10 + index]}: {summary}")
        yield {
            "id": f"su-kien-{index + 1}",
            "date": f"{year}-{month:02}",
            "summary": summary,
            "documents": [_document(made, 10 + index)],
            "cite": cite,
        }


def _conflicts(made: Volume) -> None:
    """Five contradictions, two of them between figures."""
    conflicts: list[Fields] = []
    for index in range(5):
        cite = made.files["events"]["events"][index]["cite"]
        shown: Fields = {"statement": words.clause(made.random), "cite": cite}
        if index < 2:
            shown = {"fact": f"party-members-{YEARS[index]}"}
        conflict: Fields = {"id": f"khong-khop-{index + 1}", "topic": words.title(made.random)}
        conflict["kind"] = ("contradiction", "tension")[index % 2]
        other = {"statement": words.clause(made.random), "cite": cite}
        conflict["claims"] = [{**shown, "shown": True}, other]
        conflicts.append({**conflict, "note": words.sentences(made.random, 20)})
    made.files["conflicts"] = {"conflicts": conflicts}


def _changes(made: Volume) -> None:
    """A merger of the two former bodies, two renamings and three transfers."""
    former = list(made.bodies)[2:]
    to = {"organization": made.id, "role": "to"}
    merged = [{"organization": one, "role": "from"} for one in former]
    verbs = {"merger": "hợp nhất", "renaming": "đổi tên", "transfer": "chuyển"}
    names = [made.bodies[one]["organization"]["short_name"] for one in former]
    for index, (kind, participants) in enumerate(
        (
            ("merger", [*merged, to]),
            ("renaming", [{"organization": made.id, "role": "from"}, to]),
            ("renaming", [{"organization": made.id, "role": "from"}, to]),
            *([("transfer", [{"label": "các đơn vị cơ sở", "role": "moved"}, to])] * 3),
        )
    ):
        year = 1994 + 4 * index
        summary = words.sentences(made.random, 20)
        cite = made.source.add(
            f"Ngày 05/03/{year} {verbs[kind]} {', '.join(names)}, các đơn vị cơ sở và {made.name}. "
            f"{summary}"
        )
        change: Fields = {"kind": kind, "date": f"{year}-03-05", "participants": participants}
        change |= {"summary": summary, "cite": cite}
        made.changes[f"thay-doi-{made.number + 1}-{index + 1}"] = change
