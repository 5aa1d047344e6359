from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from macros.checks.organizations import (
    merged_wholes,
    renamings,
    roles_in_changes,
    short_names,
    terms_outside,
)
from macros.model.codes import CHANGE_KINDS, PARTICIPANT_ROLES
from tests.checks.leaders import HAI, MOT, congresses, held, lines
from tests.support import archive_of, told

ORG = "data/organizations/khoi/organization.yml"
CHANGE = "data/changes/thay-doi.yml"
LEADERSHIP = "data/organizations/khoi/leadership.yml"
MAY_BE = "→ nếu nguồn nói đúng như vậy thì để nguyên; nếu không thì sửa một trong hai ngày"


def organization(more: str) -> dict[str, str]:
    return {ORG: f"kind: party\nshort_name: Đảng bộ Khối\n{more}"}


def names(*starts: str) -> dict[str, str]:
    """Return an organization with a name for each start ("" for none)."""
    listed = [
        f"  - {{id: ten-{number}, name: Đảng bộ {number}, cite: ky-yeu#1"
        + (f', start_date: "{start}"}}' if start else "}")
        for number, start in enumerate(starts)
    ]
    return organization("\n".join(["names:", *listed]))


def change(kind: str, *participants: str, date: str = "1999-05-04") -> dict[str, str]:
    when = f'date: "{date}"\n' if date else ""
    listed = "\n".join(f"  - {{{one}}}" for one in participants)
    return {CHANGE: f"kind: {kind}\n{when}participants:\n{listed}\ncite: ky-yeu#1"}


FROM, TO = "organization: khoi, role: from", "organization: khoi, role: to"
NEW = "label: Đảng bộ Mới, role: to"


def test_a_renaming_without_the_new_name(tmp_path: Path) -> None:
    files = {**names("", "1995"), **change("renaming", FROM, TO)}
    assert told(renamings, tmp_path, files) == [
        f"{CHANGE}:5:20: lỗi: “khoi” được đổi tên nhưng không có tên nào bắt đầu từ ngày "
        f"04/05/1999 → thêm tên mới kèm start_date vào names của {ORG}"
    ]


def test_a_renaming_that_says_nothing_of_afterwards(tmp_path: Path) -> None:
    assert told(renamings, tmp_path, {CHANGE: "kind: renaming\ncite: ky-yeu#1"}) == [
        f"{CHANGE}:1:1: lỗi: việc đổi tên không nói tổ chức nào mang tên mới "
        "→ thêm participants, có bên sau (role: to)"
    ]
    assert len(told(renamings, tmp_path, change("renaming", FROM))) == 1


def test_the_old_name_is_not_the_new_one(tmp_path: Path) -> None:
    files = {**names("1999-05-04"), **change("renaming", FROM, TO)}
    files[CHANGE] += "\nsupersedes_name: khoi/ten-0"
    assert len(told(renamings, tmp_path, files)) == 1


def test_an_undated_renaming_has_a_name_that_begins_some_day(tmp_path: Path) -> None:
    undated = change("renaming", FROM, TO, date="")
    assert len(told(renamings, tmp_path, {**names(""), **undated})) == 1
    assert told(renamings, tmp_path, {**names("", "1999"), **undated}) == []


@pytest.mark.parametrize(
    "files",
    [
        {**names("", "1999-05-04"), **change("renaming", FROM, TO)},
        {**names("", "1999"), **change("renaming", FROM, TO)},
        {**names("", "[1998..2000]"), **change("renaming", FROM, TO)},
        {**names("", "1999-05-04"), **change("renaming", TO)},
        change("renaming", FROM, NEW),
        change("renaming", "label: Đảng bộ Cũ, role: from", NEW),
        change("merger", FROM, NEW),
    ],
)
def test_renamings_that_are_right(tmp_path: Path, files: dict[str, str]) -> None:
    assert told(renamings, tmp_path, files) == []


DISSOLVED = "dissolution: {id: ket-thuc, date: '1999-05-04', cite: ky-yeu#1}"


def test_a_merged_whole_without_an_end(tmp_path: Path) -> None:
    files = change("merger", f"{FROM}, extent: whole", NEW)
    assert told(merged_wholes, tmp_path, files) == [
        f"{CHANGE}:4:20: lỗi: toàn bộ “khoi” thuộc về tổ chức khác nhưng không có lúc kết thúc "
        f"→ thêm dissolution (id, date, cite) vào {ORG}"
    ]


@pytest.mark.parametrize(
    "files",
    [
        {**organization(DISSOLVED), **change("merger", f"{FROM}, extent: whole", NEW)},
        change("merger", f"{FROM}, extent: part", NEW),
        change("merger", FROM, NEW),
        # It takes others in and goes on.
        change("merger", f"{FROM}, extent: whole", TO),
        change("transfer", f"{FROM}, extent: whole", NEW),
    ],
)
def test_mergers_that_are_right(tmp_path: Path, files: dict[str, str]) -> None:
    assert told(merged_wholes, tmp_path, files) == []


FOUNDED = "founding: {id: lap, date: '1996-03', cite: ky-yeu#1}"


def test_terms_outside_the_life_of_an_organization_are_notes(tmp_path: Path) -> None:
    files = {
        **organization(f"{FOUNDED}\n{DISSOLVED}"),
        **held(
            f'{MOT}, start_date: "1996-02-28", end_date: "1998"',
            f'{HAI}, start_date: "1998", end_date: "1999-06"',
            f'{MOT}, start_date: "1999-05-05"',
            f"{HAI}, congress: II",
            f'{MOT}, attested: "1995"',
        ),
    }
    when, end = "(ngày 04/05/1999)", "sau khi tổ chức kết thúc"
    found = lines(terms_outside, tmp_path, files)
    assert found == [
        f"{LEADERSHIP}:2: ghi chú: Bí thư Lý Văn Một: giữ chức trước ngày thành lập "
        f"(tháng 03/1996) {MAY_BE}",
        f"{LEADERSHIP}:3: ghi chú: Bí thư Lý Thị Hai: giữ chức kéo dài qua lúc tổ chức kết thúc "
        f"{when} {MAY_BE}",
        f"{LEADERSHIP}:4: ghi chú: Bí thư Lý Văn Một: giữ chức {end} {when} {MAY_BE}",
        f"{LEADERSHIP}:5: ghi chú: Bí thư Lý Thị Hai: giữ chức {end} {when} {MAY_BE}",
        f"{LEADERSHIP}:6: ghi chú: Bí thư Lý Văn Một: giữ chức trước ngày thành lập "
        f"(tháng 03/1996) {MAY_BE}",
    ]


@pytest.mark.parametrize("extent", ["", ", extent: whole"])
def test_a_term_across_a_merger_is_a_note(tmp_path: Path, extent: str) -> None:
    files = {
        **held(f'{MOT}, start_date: "1994", end_date: "2000"'),
        **change("merger", FROM + extent, NEW),
    }
    assert lines(terms_outside, tmp_path, files) == [
        f"{LEADERSHIP}:2: ghi chú: Bí thư Lý Văn Một: giữ chức kéo dài qua lúc tổ chức được hợp "
        f"nhất hoặc chia tách (ngày 04/05/1999) {MAY_BE}"
    ]


@pytest.mark.parametrize(
    "files",
    [
        # Within the life, to the day; a month that may be that of the founding.
        {
            **organization(f"{FOUNDED}\n{DISSOLVED}"),
            **held(f'{MOT}, start_date: "1996-03", end_date: "1999-05"'),
        },
        {**held(f'{MOT}, start_date: "1994"'), **change("merger", FROM, NEW)},
        # What goes on after a part of it went, or after it took others in.
        {
            **held(f'{MOT}, start_date: "1994", end_date: "2000"'),
            **change("merger", f"{FROM}, extent: part", NEW),
        },
        {
            **held(f'{MOT}, start_date: "1994", end_date: "2000"'),
            **change("merger", FROM, TO),
        },
        {
            **held(f'{MOT}, start_date: "1994", end_date: "2000"'),
            **change("merger", FROM, NEW, date=""),
        },
    ],
)
def test_terms_within_the_life(tmp_path: Path, files: dict[str, str]) -> None:
    assert told(terms_outside, tmp_path, files) == []


OTHER = "label: Đảng bộ Cũ, role: from"
MOVED = "label: một chi bộ, role: moved"


@pytest.mark.parametrize(
    ("kind", "participants", "told_of"),
    [
        ("merger", (FROM, OTHER, TO), ""),
        ("merger", (FROM, TO), "hợp nhất mà có 1 bên trước"),
        ("merger", (FROM, OTHER, TO, NEW), "hợp nhất mà có 2 bên sau"),
        ("merger", (FROM, OTHER, MOVED, TO), "hợp nhất mà có 1 bộ phận được chuyển"),
        ("split", (FROM, TO, NEW), ""),
        ("split", (FROM, TO), "chia tách mà có 1 bên sau"),
        ("renaming", (FROM, TO), ""),
        ("renaming", (FROM, OTHER, TO), "đổi tên mà có 2 bên trước"),
        ("transfer", (FROM, MOVED, TO), ""),
        ("transfer", (FROM, TO), "chuyển giao mà có 0 bộ phận được chuyển"),
        ("founding", (OTHER, TO), ""),
        ("founding", (OTHER,), "thành lập mà có 0 bên sau"),
        ("dissolution", (FROM,), ""),
        ("dissolution", (FROM, NEW), "giải thể mà có 1 bên sau"),
    ],
)
def test_roles_fit_the_kind_of_a_change(
    tmp_path: Path, kind: str, participants: tuple[str, ...], told_of: str
) -> None:
    found = told(roles_in_changes, tmp_path, change(kind, *participants))
    assert [told_of in line for line in found] == ([True] if told_of else [])


RIGHT = {
    "merger": ("2", "1", "0"),
    "absorption": ("12", "1", "0"),
    "split": ("1", "2", "0"),
    "renaming": ("01", "01", "012"),
    "transfer": ("012", "012", "12"),
    "founding": ("012", "12", "0"),
    "dissolution": ("12", "0", "0"),
    "suspension": ("12", "0", "0"),
    "restoration": ("012", "12", "0"),
}
"""How many sides before, sides after and parts moved a change may have, of none, one and two."""


def test_each_kind_of_change_with_none_one_or_two_of_each_role(tmp_path: Path) -> None:
    files, wrong = {}, []
    for kind, counts in itertools.product(RIGHT, itertools.product(range(3), repeat=3)):
        if not any(counts):
            continue
        name = f"{kind}-{''.join(map(str, counts))}"
        roles = zip(PARTICIPANT_ROLES, counts, strict=True)
        sides = [f"label: Chi bộ, role: {role}" for role, many in roles for _ in range(many)]
        (text,) = change(kind, *sides).values()
        files[f"data/changes/{name}.yml"] = text
        if not all(str(one) in right for one, right in zip(counts, RIGHT[kind], strict=True)):
            wrong.append(name)
    assert set(RIGHT) == set(CHANGE_KINDS)
    found = roles_in_changes(archive_of(tmp_path, files))
    assert sorted(Path(one.position.path).stem for one in found) == sorted(wrong)


LIVES = """kind: party
short_name: Đảng bộ Khối
lives:
  - founding: {id: a, date: "1930-04", cite: ky-yeu#1}
    dissolution: {id: b, how: suspended, date: "1940-10", cite: ky-yeu#1}
  - founding: {id: c, how: resumed, date: "1945-08", cite: ky-yeu#1}
"""


def test_terms_in_the_absence_of_an_organization_are_notes(tmp_path: Path) -> None:
    files = {
        ORG: LIVES,
        **held(
            f'{MOT}, start_date: "1942-05-01", end_date: "1943"',
            f'{HAI}, attested: ["1935", "1942"]',
            f"{MOT}, congress: I",
            f'{HAI}, start_date: "1935", end_date: "1942"',
            f'{MOT}, attested: "1935"',
            # To the day when it ended, and from the day when it was there again.
            f'{HAI}, start_date: "1935", end_date: "1940-10"',
            f'{MOT}, start_date: "1940-10", end_date: "1942"',
            f'{HAI}, start_date: "1945-08", end_date: "1947"',
            f'{MOT}, start_date: "1946", end_date: "1947"',
        ),
        **congresses('id: dh-1, ordinal: I, dates: "1942-06"'),
    }
    absent = (
        "tổ chức không hoạt động (tạm ngừng hoạt động tháng\u00a010/1940, "
        f"hoạt động trở lại tháng\u00a008/1945) {MAY_BE}"
    )
    start = f"{LEADERSHIP}:{{}}: ghi chú: Bí thư"
    assert lines(terms_outside, tmp_path, files) == [
        f"{start.format(2)} Lý Văn Một: giữ chức khi {absent}",
        f"{start.format(3)} Lý Thị Hai: giữ chức khi {absent}",
        f"{start.format(4)} Lý Văn Một: giữ chức khi {absent}",
        f"{start.format(5)} Lý Thị Hai: giữ chức kéo dài qua lúc {absent}",
    ]


def test_a_short_name_only_leaves_words_out(tmp_path: Path) -> None:
    def files(short: str) -> dict[str, str]:
        name = f"name: Quận ủy Sim Thượng, short_name: {short}"
        return organization(f"names:\n  - {{id: ten, {name}, cite: ky-yeu#1}}")

    assert told(short_names, tmp_path, files("Quận ủy")) == []
    assert told(short_names, tmp_path, files("quận ủy Thượng")) == []
    for wrong in ("Sim ủy", "Quận phố"):
        (line,) = told(short_names, tmp_path, files(wrong))
        assert f"tên gọn “{wrong}” không rút từ tên đầy đủ “Quận ủy Sim Thượng”" in line
