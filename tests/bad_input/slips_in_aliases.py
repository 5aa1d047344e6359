"""Slips in the aliases of persons and organizations."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, added, both, typed
from tests.small_site import ORGANIZATION, PERSON

ALIAS = """\
aliases:
  - id: bi-danh
    name: Năm Hoa
    kind: secret
    start_date: "1957-06-12"
    implied: { name: theo lời kể, kind: theo lời kể }
    cite: ky-yeu#4
"""
CELL = """\
aliases:
  - id: suoi-trong
    name: Suối Trong
    kind: code-name
    start_date: "1950-03-02"
    implied: { name: theo lời kể, kind: theo lời kể }
    cite: ky-yeu#1
"""
"""Aliases that are right: each slip is made in one of them."""


def alias(old: str, new: str) -> Edit:
    return both(added(PERSON, ALIAS), typed(PERSON, old, new))


def cell(old: str, new: str) -> Edit:
    return both(added(ORGANIZATION, CELL), typed(ORGANIZATION, old, new))


SLIPS = (
    Slip(
        "word for a kind of alias",
        alias("kind: secret", "kind: bí danh"),
        PERSON,
        "kind",
        ("viết secret",),
    ),
    Slip(
        "words of sources for a kind of alias",
        alias("kind: secret", "kind: tức"),
        PERSON,
        "kind",
        ("viết common",),
    ),
    Slip(
        "kind of alias misspelt",
        cell("kind: code-name", "kind: codename"),
        ORGANIZATION,
        "kind",
        ("có phải ý bạn là “code-name”|viết code-name",),
    ),
    Slip(
        "kind of alias forgotten",
        alias("    kind: secret\n", ""),
        PERSON,
        "id: bi-danh",
        ("thêm dòng “kind: …”",),
    ),
    Slip(
        "alias without a name",
        alias("    name: Năm Hoa\n", ""),
        PERSON,
        "id: bi-danh",
        ("thêm dòng “name: …”",),
    ),
    Slip(
        "alias without its source",
        alias("    cite: ky-yeu#4\n", ""),
        PERSON,
        "id: bi-danh",
        ("thêm dòng “cite: …”",),
    ),
    Slip(
        "label for aliases",
        alias("aliases:", "Bí danh:"),
        PERSON,
        "Bí danh",
        ("viết “aliases: …”",),
    ),
    Slip(
        "alias in words alone",
        both(added(PERSON, ALIAS), typed(PERSON, ALIAS, "aliases: [Năm Hoa]\n")),
        PERSON,
        "aliases",
        ("name|nhóm trường|id",),
    ),
    Slip(
        "key of aliases misspelt",
        cell("aliases:", "alias:"),
        ORGANIZATION,
        "alias:",
        ("có phải ý bạn là “aliases”",),
    ),
    Slip(
        "alias that is the name",
        alias("name: Năm Hoa", "name: lý thị mận"),
        PERSON,
        "name: lý thị mận",
        ("“lý thị mận” đã là tên chính → xóa mục này, hoặc sửa tên",),
    ),
    Slip(
        "alias that is another spelling too",
        both(added(PERSON, f"other_names: [Năm Hoa]\n{ALIAS}")),
        PERSON,
        "name: Năm Hoa",
        ("vừa ở aliases vừa ở other_names → xóa ở other_names",),
    ),
    Slip(
        "end of an alias before its start",
        both(
            alias("    implied: {", '    end_date: "1955"\n    implied: { end_date: theo lời kể,'),
        ),
        PERSON,
        "end_date",
        ("ngày kết thúc năm 1955 đứng trước ngày bắt đầu 12/06/1957",),
    ),
    Slip(
        "day of an alias that no source tells",
        cell('"1950-03-02"\n    implied', '"1950-03-20"\n    implied'),
        ORGANIZATION,
        "start_date",
        ("1950-03-20",),
    ),
    Slip(
        "alias that no source tells",
        alias("name: theo lời kể, kind", "kind"),
        PERSON,
        "name: Năm Hoa",
        (r"“Năm Hoa” \(name của bi-danh\) không có ở ky-yeu#4",),
    ),
    Slip(
        "kind of alias that no source tells",
        alias("{ name: theo lời kể, kind: theo lời kể }", "{ name: theo lời kể }"),
        PERSON,
        "kind",
        ("“bí danh” .* không có gần Lý Thị Mận", "implied: { kind: vì sao }"),
    ),
    Slip(
        "passage of an alias that does not name the person",
        alias(
            '    start_date: "1957-06-12"\n    implied: { name: theo lời kể, kind: theo lời kể }\n'
            "    cite: ky-yeu#4",
            "    implied: { name: theo lời kể, kind: theo lời kể }\n    cite: ky-yeu#3",
        ),
        PERSON,
        "cite",
        (r"“Lý Thị Mận” \(cite của bi-danh\) không có ở ky-yeu#3",),
    ),
    Slip(
        "two aliases of one id",
        both(
            added(PERSON, ALIAS),
            added(PERSON, ALIAS.removeprefix("aliases:\n").replace("Năm Hoa", "Năm Mai")),
        ),
        PERSON,
        "id: bi-danh",
        ("dữ kiện “bi-danh” đã có ở .* → đổi thành một mã khác",),
    ),
    Slip(
        "alias and founding of one id",
        cell("id: suoi-trong", "id: thanh-lap"),
        ORGANIZATION,
        "id: thanh-lap",
        ("dữ kiện “thanh-lap” đã có ở",),
    ),
)
