"""True sentences of sources as people write them: held; like ones with a wrong value: refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.archive.complete import load_archive
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from macros.evidence.wrong_passage import reported_once
from macros.messages.problems import Severity
from macros.rules.citations import misnamed
from tests.evidence.helpers import source
from tests.support import write_site

if TYPE_CHECKING:
    from pathlib import Path

    from macros.messages.problems import Problem

FILES = {
    "data/posts.yml": "roles:\n"
    "  - { id: secretary, label: Bí thư, order: 10 }\n"
    "  - { id: deputy-secretary, label: Phó Bí thư, order: 20 }",
    "data/indicators.yml": "indicators:\n"
    "  - { id: degree, label: Cán bộ có bằng, unit: '%', group: Cán bộ }\n"
    "  - { id: people, label: Dân số, other_names: [nhân khẩu], unit: người, group: Dân }",
    "data/people/ly-van-mot.yml": "name: Lý Văn Một",
    "data/people/ly-thi-hai.yml": "name: Lý Thị Hai",
    "data/sources/ky-yeu.yml": "title: Kỷ yếu\nkind: report\nissuer: Huyện ủy\nstatus: final",
    "data/organizations/xa-thu/organization.yml": "kind: party\nshort_name: Đảng bộ xã Thử",
}
HOME = "data/organizations/xa-thu"


def problems_of(root: Path, records: dict[str, str], *paragraphs: str) -> list[Problem]:
    """Return what the check says of records that cite the paragraphs of the source `ky-yeu`."""
    archive = load_archive(write_site(root, {**FILES, **records}))[0]
    evidence = {"ky-yeu": source("ky-yeu", *paragraphs, lexicon=lexicon_of(archive))}
    made = claims(archive)
    found = report(made, evidence)
    once = reported_once(archive, made, found.problems, found.refused)
    assert list(misnamed(archive)) == []
    return once


def refused(root: Path, records: dict[str, str], *paragraphs: str) -> list[str]:
    """Return the fields that the check refuses."""
    return [
        one.message.split("(")[-1].split(")")[0].split(" của ")[0]
        for one in problems_of(root, records, *paragraphs)
        if one.severity is Severity.ERROR
    ]


def figure(value: str, more: str = "", indicator: str = "degree") -> dict[str, str]:
    """Return the file of one figure of 2015."""
    return {
        f"{HOME}/statistics.yml": f"observations:\n  - {{ id: a, indicator: {indicator}, "
        f'period: "2015", {value}, cite: ky-yeu#1{more} }}'
    }


MOVED = "Cán bộ có bằng từ 54% năm 2015 tăng lên 81% năm 2020, số xã đạt từ 30% trở lên còn 12 xã."


class TestExactFigures:
    """A number without a qualifier (`Observation.qualifier`)."""

    @pytest.mark.parametrize(
        "sentence",
        [
            MOVED,
            "Năm 2015 cán bộ có bằng tăng từ 54% lên 81%.",
            "Cán bộ có bằng giảm từ 54% năm 2015 xuống còn 30%.",
            "Cán bộ có bằng từ 54% (năm 2015) tăng đến 81%.",
        ],
    )
    def test_where_it_came_from_is_exact(self, tmp_path: Path, sentence: str) -> None:
        assert refused(tmp_path, figure("value: 54"), sentence) == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "Năm 2015 cán bộ có bằng đạt từ 54% trở lên còn 12 xã.",
            "Năm 2015 cán bộ có bằng đạt từ 54%. Huyện lên 81%.",
            "Năm 2015 cán bộ có bằng đạt từ 54% đến 81%.",
            "Năm 2015 cán bộ có bằng đạt trên 54%, lên 81%.",
            "Năm 2015 cán bộ có bằng tăng từ 54% đến 60%.",
        ],
    )
    def test_from_so_many_on_is_not(self, tmp_path: Path, sentence: str) -> None:
        assert refused(tmp_path, figure("value: 54"), sentence) == ["a"]

    def test_where_it_went_to_is_not_where_it_came_from(self, tmp_path: Path) -> None:
        assert refused(tmp_path, figure("value: 30"), MOVED) == ["a"]

    def test_what_is_exact_all_the_same_is_marked_and_the_mark_is_not_called_needless(
        self, tmp_path: Path
    ) -> None:
        over = "Năm 2015 cán bộ có bằng vượt 12% kế hoạch."
        (problem,) = problems_of(tmp_path / "a", figure("value: 12"), over)
        assert "implied: { qualifier: vì sao }" in str(problem)
        marked = figure("value: 12", ", implied: { qualifier: vượt đúng 12% }")
        assert problems_of(tmp_path / "b", marked, over) == []
        # The mark is for that alone: the number must stand there.
        wrong = figure("value: 13", ", implied: { qualifier: vượt đúng 13% }")
        assert refused(tmp_path / "c", wrong, over) == ["value"]


class TestRanges:
    """`value` and `value_to`."""

    @pytest.mark.parametrize(
        "sentence",
        [
            "Năm 2015 có từ 92% đến 95% cán bộ có bằng.",
            "Năm 2015 cán bộ có bằng đạt 92 đến 95%.",
            "Năm 2015 cán bộ có bằng đạt từ 92 tới 95%.",
        ],
    )
    def test_both_ends_stand_there(self, tmp_path: Path, sentence: str) -> None:
        assert refused(tmp_path, figure("value: 92, value_to: 95"), sentence) == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "Năm 2015 có từ 92% đến 94% cán bộ có bằng, còn 95% đang học.",
            "Năm 2015 cán bộ có bằng tăng từ 92% đến 95%.",
            "Năm 2015 có 92% cán bộ có bằng, đến 95% đang học.",
            "Năm 2015 có từ 95% đến 92% cán bộ có bằng.",
        ],
    )
    def test_other_numbers_are_no_range(self, tmp_path: Path, sentence: str) -> None:
        assert refused(tmp_path, figure("value: 92, value_to: 95"), sentence) == ["value"]


class TestChanges:
    """What takes part in a change."""

    MERGED = "Ngày 01/02/2020 hợp nhất Đảng bộ xã Đông, với 402 đảng viên, 14 chi bộ trực thuộc."

    def change(self, numbers: str, more: str = "") -> dict[str, str]:
        return {
            "data/changes/nhap.yml": 'kind: merger\ndate: "2020-02-01"\ncite: ky-yeu#1\n'
            f"participants:\n  - {{ label: Đảng bộ xã Đông, role: from, {numbers} }}\n{more}"
        }

    @pytest.mark.parametrize(
        ("numbers", "fields"),
        [
            ("units: 14, printed: 14 chi bộ trực thuộc", []),
            ("units: 14, members: 402, printed: 14 chi bộ trực thuộc", []),
            ("units: 14", ["participants.units"]),
            ("units: 41, printed: 14 chi bộ trực thuộc", ["participants.units"]),
            ("members: 14, printed: 14 chi bộ trực thuộc", ["participants.members"]),
            ("units: 402, printed: 14 chi bộ trực thuộc", ["participants.units"]),
        ],
    )
    def test_units_as_the_source_counts_them(
        self, tmp_path: Path, numbers: str, fields: list[str]
    ) -> None:
        assert refused(tmp_path, self.change(numbers), self.MERGED) == fields

    @pytest.mark.parametrize(
        ("told", "fields"),
        [
            ("Ngày 01/02/2020 Đảng bộ xã Đông được chia thành hai đảng bộ.", []),
            ("Ngày 01/02/2020 Đảng bộ xã Đông chia thành tích cho các xã.", ["kind"]),
        ],
    )
    def test_a_split_in_other_words(self, tmp_path: Path, told: str, fields: list[str]) -> None:
        split = self.change("extent: null")
        (path,) = split
        split[path] = split[path].replace("merger", "split").replace(", extent: null", "")
        assert refused(tmp_path, split, told) == fields

    def test_the_advice_is_true(self, tmp_path: Path) -> None:
        (problem,) = problems_of(tmp_path / "a", self.change("units: 14"), self.MERGED)
        assert "14 chi bộ trực thuộc" in str(problem)
        assert "printed" in str(problem)
        marked = self.change("units: 14", "implied: { participants.units: chi bộ là tổ chức }\n")
        assert problems_of(tmp_path / "b", marked, self.MERGED) == []


class TestDocuments:
    """Symbols, kinds and days of documents."""

    OLD = "Ngày 3/4/1984, Quyết định số 64-HĐBT chia lại xã; Chỉ thị số 9-CT/TU."

    def document(self, more: str) -> dict[str, str]:
        return {
            "data/documents/trung-uong.yml": "name: Hội đồng\ndocuments:\n"
            f"  - {{ id: qd, {more}, cite: ky-yeu#1 }}"
        }

    @pytest.mark.parametrize(
        ("more", "fields"),
        [
            ('kind: decision, symbol: 64-HĐBT, date: "1984-04-03"', []),
            ("kind: decision, symbol: 46-HĐBT", ["kind"]),  # Both, reported once.
            ("kind: directive, symbol: 64-HĐBT", []),
            ("kind: notice, symbol: 64-HĐBT", ["kind"]),
            ('kind: decision, symbol: 64-HĐBT, date: "1984-04-04"', ["date"]),
        ],
    )
    def test_a_symbol_without_the_kind(self, tmp_path: Path, more: str, fields: list[str]) -> None:
        assert sorted(refused(tmp_path, self.document(more), self.OLD)) == fields

    def test_what_the_program_cannot_read_may_be_vouched_for(self, tmp_path: Path) -> None:
        told = "Cùng ngày có Sắc lệnh sáu mươi ba."
        marks = "implied: { symbol: ghi bằng chữ, date: cùng ngày, kind: sắc lệnh }"
        more = f'kind: decision, symbol: 63-SL, date: "1945-11-22", {marks}'
        assert problems_of(tmp_path, self.document(more), told) == []


class TestPassages:
    """What to do where several paragraphs are cited and one holds a value alone."""

    PARAGRAPHS = (
        "Ngày 3/4/1984, đồng chí Lý Văn Một được bầu làm Bí thư.",
        "Tháng 5/1990, Bí thư xin nghỉ.",
    )

    def term(self, more: str) -> dict[str, str]:
        return {
            f"{HOME}/leadership.yml": "memberships:\n  - { id: a, person: ly-van-mot, "
            f'post: secretary, start_date: "1984-04-03", end_date: "1990-05", {more} }}'
        }

    def test_the_advice_is_true(self, tmp_path: Path) -> None:
        (problem,) = problems_of(tmp_path / "a", self.term('cite: "ky-yeu#1,2"'), *self.PARAGRAPHS)
        advised = "cite_for: { end_date: ky-yeu#2 }"
        assert str(problem).endswith(f"thì ghi {advised}")
        mended = self.term(f'cite: "ky-yeu#1,2", {advised}')
        assert problems_of(tmp_path / "b", mended, *self.PARAGRAPHS) == []
        wrong = self.term(f'cite: "ky-yeu#1,2", {advised}')
        later = (self.PARAGRAPHS[0], "Tháng 6/1990, Bí thư xin nghỉ.")
        assert refused(tmp_path / "c", wrong, *later) == ["end_date"]

    def test_where_a_small_number_stands_elsewhere_is_not_advised(self, tmp_path: Path) -> None:
        (problem,) = problems_of(
            tmp_path,
            figure("value: 5", indicator="people"),
            "Năm 2015, dân số có 5 khẩu ở gò.",
            "Năm 1990 có 5 người.",
        )
        assert "5 khẩu ở gò" in str(problem)
        assert "đoạn 2" not in str(problem)


class TestBodies:
    """The size of a committee, as sources call the body."""

    def size(self, body: str, size: int) -> dict[str, str]:
        return {
            f"{HOME}/congresses.yml": "congresses:\n  - { id: dai-hoi-iii, ordinal: III, "
            f"cite: ky-yeu#2 }}\ncommittees:\n  - {{ id: a, body: {body}, congress: III, "
            f"size: {size}, cite: 'ky-yeu#1', cite_for: {{ congress: ky-yeu#2 }} }}"
        }

    @pytest.mark.parametrize(
        ("sentence", "executive", "standing"),
        [
            ("Cấp ủy khóa này 25 người, Thường vụ 7 người.", 25, 7),
            ("Ban Chấp hành: 25, Thường vụ: 7 đồng chí.", 25, 7),
            ("Đại hội bầu 25 cấp ủy viên, Thường vụ có 7 ủy viên.", 25, 7),
        ],
    )
    def test_each_body_has_its_own_number(
        self, tmp_path: Path, sentence: str, executive: int, standing: int
    ) -> None:
        congress = "Đại hội lần thứ III họp."
        for body, right, wrong in (
            ("executive", executive, standing),
            ("standing", standing, executive),
        ):
            held = refused(tmp_path / f"{body}-a", self.size(body, right), sentence, congress)
            assert held == [], body
            other = refused(tmp_path / f"{body}-b", self.size(body, wrong), sentence, congress)
            assert other == ["size"], body

    @pytest.mark.parametrize(
        "sentence",
        [
            "Ban Thường vụ cấp ủy có 25 người.",
            "Cấp ủy cơ sở có 25 người.",
            "Cấp ủy cử Ủy ban Kiểm tra 25 người.",
            "Cấp ủy mở lớp cho 25 chi bộ.",
            "Ban Chấp hành họp 25 kỳ.",
        ],
    )
    def test_another_body_is_not_the_committee(self, tmp_path: Path, sentence: str) -> None:
        told = refused(tmp_path, self.size("executive", 25), sentence, "Đại hội lần thứ III họp.")
        assert "size" in told


class TestTerms:
    """Days of a term and the post, near the person."""

    def term(self, days: str, cite: str = "ky-yeu#1", person: str = "ly-thi-hai") -> dict[str, str]:
        return {
            f"{HOME}/leadership.yml": f"memberships:\n  - {{ id: a, person: {person}, "
            f"post: secretary, {days}, cite: '{cite}' }}"
        }

    DECIDED = (
        "Khi đồng chí Lý Văn Một chuyển đi từ tháng 01/2022, Ban Thường vụ Tỉnh ủy có Quyết định "
        "số 9-QĐ/TU ngày 25/02/2022 về việc đồng chí Lý Thị Hai giữ chức Bí thư."
    )

    @pytest.mark.parametrize(
        ("person", "day", "fields"),
        [
            ("ly-thi-hai", "2022-02-25", []),
            ("ly-thi-hai", "2022-01", ["start_date"]),
            ("ly-van-mot", "2022-02-25", ["post", "start_date"]),
        ],
    )
    def test_the_day_of_the_document_about_somebody(
        self, tmp_path: Path, person: str, day: str, fields: list[str]
    ) -> None:
        record = self.term(f'start_date: "{day}"', person=person)
        told = refused(tmp_path, record, self.DECIDED)
        assert sorted(told) == fields or (len(fields) > 1 and told)

    LISTED = (
        "Ngày 16/10/1951, đồng chí Lý Thị Hai được cử giữ chức Bí thư.",
        "- Lý Thị Hai: 1951 - 1960",
        "- Lý Văn Một: 1960 - 1969",
    )

    @pytest.mark.parametrize(
        ("days", "cite", "fields"),
        [
            ('start_date: "1951-10-16", end_date: "1960"', "ky-yeu#1,2", []),
            ('start_date: "1951-10-16", end_date: "1969"', "ky-yeu#1-3", ["end_date"]),
            ('start_date: "1960", end_date: "1960"', "ky-yeu#1,2", ["start_date"]),
        ],
    )
    def test_the_years_of_a_list(
        self, tmp_path: Path, days: str, cite: str, fields: list[str]
    ) -> None:
        assert refused(tmp_path, self.term(days, cite), *self.LISTED) == fields


class TestTables:
    """A row of a table is read with the heads of its columns."""

    TABLE = (
        "Bảng 1. Các kỳ đại hội",
        "Đại hội | Thời gian | Số đại biểu | Ban Chấp hành | Bí thư | Phó Bí thư",
        "VI | 15 - 17/8/1991 | 198 | 35 | Lý Văn Một | Lý Thị Hai",
        "VII | 20 - 22/3/1996 | 215 | 37 | Lý Thị Hai |",
    )

    def congress(self, more: str) -> dict[str, str]:
        # “VI” under “Đại hội” is vouched for: beside “lần thứ VII”, “Đại hội VI” may be another.
        implied = "implied: { ordinal: cột Đại hội }, cite: ky-yeu#3"
        return {f"{HOME}/congresses.yml": f"congresses:\n  - {{ id: vi, {more}, {implied} }}"}

    @pytest.mark.parametrize(
        ("more", "fields"),
        [
            ('ordinal: VI, dates: "1991-08-15/1991-08-17", delegates: 198', []),
            ("ordinal: VI, delegates: 37", ["delegates"]),
            ("ordinal: VI, delegates: 35", ["delegates"]),
            ("ordinal: VI, delegates: 215", ["delegates"]),
        ],
    )
    def test_a_congress(self, tmp_path: Path, more: str, fields: list[str]) -> None:
        assert refused(tmp_path, self.congress(more), *self.TABLE) == fields

    @pytest.mark.parametrize(("size", "fields"), [(35, []), (198, ["size"]), (37, ["body"])])
    def test_a_committee(self, tmp_path: Path, size: int, fields: list[str]) -> None:
        records = self.congress("ordinal: VI")
        records[f"{HOME}/congresses.yml"] += (
            f"\ncommittees:\n  - {{ id: a, body: executive, congress: VI, size: {size}, "
            "implied: { congress: cột Đại hội }, cite: ky-yeu#3 }"
        )
        assert refused(tmp_path, records, *self.TABLE) == fields

    @pytest.mark.parametrize(
        ("person", "post", "cite", "fields"),
        [
            ("ly-van-mot", "secretary", 3, []),
            ("ly-thi-hai", "deputy-secretary", 3, []),
            ("ly-thi-hai", "secretary", 4, []),
            ("ly-van-mot", "secretary", 4, ["person"]),
        ],
    )
    def test_a_leader(
        self, tmp_path: Path, person: str, post: str, cite: int, fields: list[str]
    ) -> None:
        record = {
            f"{HOME}/leadership.yml": f"memberships:\n  - {{ id: a, person: {person}, "
            f"post: {post}, cite: ky-yeu#{cite} }}"
        }
        assert refused(tmp_path, record, *self.TABLE) == fields

    def test_what_is_put_before_a_name_is_no_word_of_the_source(self, tmp_path: Path) -> None:
        record = self.congress("ordinal: VI, note: a")
        record[f"{HOME}/events.yml"] = (
            'events:\n  - { id: a, date: "1991", summary: Bầu đồng chí, cite: ky-yeu#3 }'
        )
        assert refused(tmp_path, record, *self.TABLE) == ["summary"]
