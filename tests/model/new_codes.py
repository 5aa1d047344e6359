"""Run by its test in a process of its own: every closed list gets one code more, then all is built.

``python -m tests.model.new_codes FOLDER`` writes a fabricated site with a record for each field
that takes its value from a closed list, builds site, open data and book from it into FOLDER, and
prints as JSON what each list now holds and which fields used it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

from PIL import Image

from macros.model import career_codes, codes, picture_codes, source_codes, statement_codes
from macros.model.closed_list import ClosedList, closed_list_of

CODE = "zz-new"


def word_of(name: str) -> str:
    """Return the word of the list's new code: letters alone, whatever a page makes of words."""
    return "zz" + name.lower().replace("_", "")


def lengthen() -> dict[str, ClosedList[Any]]:
    """Add a code to every list, as one more line where it is written would."""
    modules = (codes, career_codes, picture_codes, source_codes, statement_codes)
    return {name: one for module in modules for name, one in _lengthen(module).items()}


def _lengthen(module: ModuleType) -> dict[str, ClosedList[Any]]:
    found = {name: one for name, one in vars(module).items() if isinstance(one, ClosedList)}
    for name, one in found.items():
        entry = one.entries[-1]
        words: dict[str, str | bool] = {
            field.name: f"{word_of(name)}{'' if field.name == 'word' else field.name}"
            for field in dataclasses.fields(entry)
            if field.name != "code"
        }
        if "url" in words:
            words["url"] = f"https://{words['url']}.example/"
        if "begins" in words:
            words["begins"] = True
        if "followed" in words:
            words["followed"] = False
        setattr(module, name, ClosedList(*one.entries, type(entry)(CODE, **words)))
    return {name: getattr(module, name) for name in found}


FILES = {
    "data/organizations/doi-may/organization.yml": f"""\
kind: {CODE}
short_name: Đội Mây
founding: {{ id: lap, how: {CODE}, cite: so-tay#tr.1 }}
names:
  - {{ id: ten, name: Đội Mây, applies_to: {CODE}, start_date: "1951", cite: so-tay#tr.1 }}
""",
    "data/changes/chuyen-doi.yml": f"""\
kind: {CODE}
date: "1953"
participants:
  - {{ organization: may-thuong, role: from, extent: {CODE} }}
  - {{ organization: doi-may, role: to }}
  - {{ label: tổ tuần rừng, role: {CODE} }}
cite: so-tay#tr.1
""",
    "data/posts.yml": f"""\
roles:
  - {{ id: secretary, label: Bí thư, seats: 1, order: 1 }}
  - {{ id: member, label: Ủy viên, member_of: {CODE}, order: 2 }}
""",
    "data/organizations/may-thuong/leadership.yml": f"""\
memberships:
  - id: bi-thu-man
    person: ly-thi-man
    post: secretary
    capacity: {CODE}
    shared: {CODE}
    start_date: "1950"
    start_basis: {CODE}
    end_date: "1952"
    end_basis: {CODE}
    end_reason: {CODE}
    manner: {CODE}
    cite: so-tay#tr.1
  - {{ id: bi-thu-khe, person: phung-van-khe, post: secretary, start_date: "1951", end_date: "1952", cite: so-tay#tr.1 }}
  - {{ id: uy-vien-khe, person: phung-van-khe, post: member, start_date: "1950", cite: so-tay#tr.1 }}
""",
    "data/organizations/may-thuong/congresses.yml": f"""\
congresses:
  - {{ id: dai-hoi-1, ordinal: I, dates: "1952-05-10", delegates: 35, cite: ky-yeu#2 }}
conferences:
  - {{ id: hoi-nghi, kind: {CODE}, cite: so-tay#tr.1 }}
committees:
  - {{ id: ban, body: {CODE}, size: 7, basis: {CODE}, congress: I, cite: so-tay#tr.1 }}
""",
    "data/organizations/may-thuong/conflicts.yml": f"""\
conflicts:
  - id: hai-loi
    kind: {CODE}
    topic: việc làng
    claims: [{{ statement: một lời, cite: so-tay#tr.1, shown: true }}, {{ statement: hai lời, cite: so-tay#tr.1 }}]
    note: Hai lời.
""",
    "data/organizations/may-thuong/statements.yml": f"""\
statements:
  - {{ id: loi-hua, kind: promise, text: Lập trường làng., domain: culture, cite: so-tay#tr.1 }}
  - id: viec-lang
    kind: {CODE}
    text: Việc làng có người lo.
    domain: {CODE}
    answers: loi-hua
    answer: {CODE}
    cite: so-tay#tr.1
""",
    "data/organizations/may-thuong/rolls.yml": f"""\
rolls:
  - {{ id: liet-si, kind: {CODE}, title: Liệt sĩ, cite: so-tay#tr.1 }}
""",
    "data/organizations/may-thuong/liet-si.csv": """\
Họ và tên,Năm sinh,Ngày mất
Lý Thị Mận,1930,1960
""",
    "data/organizations/may-thuong/events.yml": f"""\
events:
  - {{ id: hoi-lang, kind: {CODE}, date: "1954", summary: Mở hội làng., people: [phung-van-khe], cite: so-tay#tr.1 }}
""",
    "data/indicators.yml": f"""\
indicators:
  - {{ id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên }}
  - {{ id: rice, label: Lúa, group: Sản xuất, unit: tấn, aggregation: {CODE} }}
""",
    "data/organizations/may-thuong/statistics.yml": f"""\
observations:
  - {{ id: dang-vien-1950, indicator: party-members, period: "1950-03-02", value: 40, cite: ky-yeu#1 }}
  - id: dang-vien-1951
    indicator: party-members
    period: "1951"
    aggregation: {CODE}
    value: 41
    qualifier: {CODE}
    cite: so-tay#tr.1
  - {{ id: lua-1951, indicator: rice, period: "1951", value: 9, cite: so-tay#tr.1 }}
  - id: lua-1952
    indicator: rice
    period: "1952"
    ratio:
      numerator: {{ value: 3, qualifier: {CODE} }}
      denominator: 4
      percent_printed: 75
      percent_qualifier: {CODE}
    cite: so-tay#tr.1
""",
    "data/organizations/may-thuong/targets.yml": f"""\
sets:
  - id: bang
    kind: {CODE}
    title: Bảng của xã
    period: "1951/1955"
    cite: so-tay#tr.1
    targets:
      - id: lua
        indicator: Lúa
        aggregation: {CODE}
        target: {{ printed: "12", value: 12 }}
        actual: {{ printed: "11", value: 11 }}
        cite: so-tay#tr.1
""",
    "data/documents/tinh-uy-song-may.yml": f"""\
name: Tỉnh ủy Sông Mây
documents:
  - {{ id: quyet-dinh-12-1950, kind: decision, symbol: 12-QĐ/TU, date: "1950-03-02", cite: ky-yeu#1 }}
  - {{ id: giay-moi, kind: {CODE}, symbol: 13-GM/TU, cite: so-tay#tr.1,
      implied: {{ symbol: {{ kind: {CODE}, why: theo sổ tay }} }} }}
""",
    "data/sources/so-tay.yml": f"""\
title: Sổ tay
kind: sổ tay
status: {CODE}
speaks_until: "1958"
transcribed: false
left_out: [{{ paragraphs: "1", reason: {CODE} }}]
""",
    "data/pictures/hoi-lang.yml": f"""\
kind: {CODE}
alt: Trẻ con chạy quanh cây nêu
caption: Hội làng
holder: kho xã
licence: {CODE}
""",
    "data/people/ly-thi-man.yml": f"""\
name: Lý Thị Mận
aliases:
  - {{ id: bi-danh, name: Hai Mận, kind: {CODE}, cite: so-tay#tr.1 }}
later:
  - {{ id: ve-sau, kind: {CODE}, cite: so-tay#tr.1 }}
""",
    "data/abbreviations.yml": f"""\
abbreviations:
  - {{ kind: {CODE}, short: Mương phai, full: đập giữ nước trên suối }}
""",
    "data/edition.yml": f"""\
sale: {CODE}
openings: {CODE}
pictures: {CODE}
volumes:
  - {{ volume: may-thuong, state: {CODE}, sale: {CODE}, openings: {CODE}, pictures: {CODE} }}
""",
    "data/verification.yml": f"refused: [{{ held: Number, corruption: {CODE}, tried: 9, clone: 9 }}]\n"
    f"weak: [{{ fields: [Committee.body], why: w, corruption: {CODE}, tried: 9, clone: 9 }}]\n",
    "docs/may-thuong/them.md": f"""\
---
title: Thêm
organization: may-thuong
part: {CODE}
---

# Thêm

{{{{ lineage() }}}}

{{{{ strength() }}}}

{{{{ statements() }}}}

{{{{ picture("hoi-lang") }}}}

{{{{ targets_table("bang") }}}}

{{{{ roll("liet-si") }}}}

{{{{ leadership_table("secretary") }}}}

{{{{ glossary("{CODE}") }}}}
""",
    "docs/may-thuong/viec-de-ra.md": """\
---
title: Việc đề ra
organization: may-thuong
---

# Việc đề ra

{{ promises() }}
""",
}


def write_site(root: Path) -> Path:
    """Write the small site with one record more for each coded field."""
    from tests import small_site

    small_site.write_site(root)
    for path, text in FILES.items():
        small_site.put(root, path, text)
    record = f"{small_site.FILES[small_site.SOURCE]}published: {{ reason: {CODE}, licence: thư }}\n"
    small_site.put(root, small_site.SOURCE, record)
    small_site.put(root, "data/sources/ky-yeu.txt", small_site.TRANSCRIPTION)
    Image.new("RGB", (640, 400), "olive").save(root / "data/pictures/hoi-lang.jpg")
    menu = "      - Thêm: may-thuong/them.md\n      - Việc: may-thuong/viec-de-ra.md\n  - Tra cứu:"
    config = small_site.CONFIG.replace("  - Tra cứu:", menu)
    small_site.put(root, "mkdocs.yml", config)
    return root


def coded_fields(model: Any, seen: set[Any]) -> Iterator[tuple[str, str, ClosedList[Any]]]:
    """Yield the fields of a record and of all records within it that take a code."""
    from macros.model.base import Record

    if isinstance(model, type) and issubclass(model, Record) and model not in seen:
        seen.add(model)
        for name, info in model.model_fields.items():
            taken = closed_list_of(info)
            if taken is not None:
                yield model.__name__, name, taken
            yield from coded_fields(info.annotation, seen)
    for part in get_args(model):
        yield from coded_fields(part, seen)


def used(value: Any, seen: set[int]) -> Iterator[tuple[str, str]]:
    """Yield (record, field) for every field that says the new code, however deep it lies."""
    from macros.model.base import Record

    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Record):
        for name in type(value).model_fields:
            held = getattr(value, name)
            if CODE in (held if isinstance(held, tuple) else (held,)):
                yield type(value).__name__, name
            yield from used(held, seen)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from used(one, seen)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from used(one, seen)
    elif dataclasses.is_dataclass(value):
        yield from used(vars(value), seen)


def build(folder: Path) -> dict[str, Any]:
    """Lengthen the lists, build everything, and return what the test asks about."""
    lists = lengthen()
    from macros.archive.complete import load_archive
    from macros.authoring.schemas import generated_files
    from macros.model.files import CATALOGUES, FOLDER_FILES, ORGANIZATION_FILES
    from scripts import book
    from scripts.build import main

    root = write_site(folder / "site")
    with contextlib.redirect_stdout(sys.stderr):
        site = main(["--root", str(root)])
        printed = book.main(["--root", str(root), "--kind", "epub", "--folder", str(folder)])
    archive, _ = load_archive(root)
    models = (*ORGANIZATION_FILES.values(), *FOLDER_FILES.values(), *CATALOGUES.values())
    names = {id(one): name for name, one in lists.items()}
    seen: set[Any] = set()
    fields = {
        f"{record}.{field}": names[id(taken)]
        for model in models
        for record, field, taken in coded_fields(model, seen)
    }
    return {
        "site": site,
        "book": printed,
        "words": {name: one[CODE] for name, one in lists.items()},
        "help": {name: one.help for name, one in lists.items()},
        "schemas": "\n".join(generated_files().values()),
        "fields": fields,
        "used": sorted({".".join(one) for one in used(archive, set())}),
    }


if __name__ == "__main__":
    print(json.dumps(build(Path(sys.argv[1])), ensure_ascii=False))
