"""Numbers that a source's record excludes: not there at all, or a fact by now."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from macros.evidence.coverage import coverage
from macros.evidence.not_facts import absent, needless, not_facts_of
from tests.evidence.helpers import number, source
from tests.support import CATALOGUES, archive_of

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "data/sources/ky-yeu.yml"
LISTED = '{paragraphs: "1", numbers: ["18", "12", "77"], reason: Số nhà}'


def test_a_number_that_a_fact_has_by_now_needs_no_reason(tmp_path: Path) -> None:
    own = textwrap.dedent(CATALOGUES[SOURCE]).strip()
    archive = archive_of(tmp_path, {SOURCE: f"{own}\nnot_facts: [{LISTED}]"})
    evidence = {"ky-yeu": source("ky-yeu", "Ở số 18 phố Mới có 12 đảng viên.")}
    claims = [number("12", "ky-yeu#1", "đảng viên")]
    covered = coverage(claims, evidence, not_facts_of(archive.sources["ky-yeu"]))
    assert [str(one).split(": ", 1)[1] for one in needless(archive, evidence, covered)] == [
        "ghi chú: số “12” ở đoạn 1 nay đã vào dữ liệu → bỏ số này khỏi not_facts"
    ]
    assert [one.message for one in absent(archive, evidence)] == ["số “77” không có ở đoạn 1"]
