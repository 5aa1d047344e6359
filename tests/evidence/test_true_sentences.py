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
