"""Tables of targets: what a row's own words say already is not said again."""

from __future__ import annotations

from typing import Any

import pytest

from macros.archive import Archive, Dossier
from macros.model.organization import Organization
from macros.model.targets import Target
from macros.views.common import Page
from macros.views.targets import group_words, target_table
from tests.views.fabricated import page_of


def row(indicator: str, printed: str = "", **more: Any) -> Target:
    cell = {"printed": printed} if printed else None
    return Target.model_validate(
        {"id": "a", "indicator": indicator, "target": cell, "cite": "ky-yeu#5", **more}
    )


def detail(page: Page, target: Target) -> str:
    dossier = page.archive.dossiers["xa-an-lac"]
    (table,) = dossier.target_sets
    (group,) = target_table(page, dossier, table.model_copy(update={"targets": (target,)})).groups
    return group.rows[0].detail.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (row("Số hợp tác xã", due="2030"), "đến năm 2030"),
        (row("Số hợp tác xã", due="2030-06"), "đến tháng 06/2030"),
        (row("Số hợp tác xã đến năm 2030", due="2030"), ""),
        (row("Đến hết năm 2030 đạt chuẩn", due="2030"), ""),
        (row("Hộ nghèo", "còn 1% đến 2030", due="2030"), ""),
        (row("Quy hoạch 2021 - 2030", due="2030"), "đến năm 2030"),
        (row("Hằng năm kết nạp", aggregation="each_year"), ""),
        (row("Kết nạp hàng năm", aggregation="each_year"), ""),
        (row("Giải quyết đúng hạn", "99%/năm", aggregation="each_year"), ""),
        (row("Kết nạp", aggregation="each_year"), "mỗi năm"),
        (row("Thu ngân sách tăng bình quân", aggregation="annual_mean"), "hằng năm"),
        (row("Tăng bình quân hằng năm", aggregation="annual_mean"), ""),
        (row("Thu nhập bình quân đầu người", aggregation="annual_mean"), "bình quân hằng năm"),
        (row("Được kiểm tra trong nhiệm kì", aggregation="total"), ""),
        (row("Đơn vị mới", aggregation="total", due="2030"), "trong kỳ, đến năm 2030"),
        (row("Đơn vị mới", aggregation="point"), ""),
    ],
)
def test_period_is_said_once(archive: Archive, target: Target, words: str) -> None:
    assert detail(page_of(archive), target) == words


def test_former_unit_stands_within_its_printed_group() -> None:
    unit = Organization.model_validate(
        {"id": "ha", "kind": "administrative", "short_name": "xã Hạ"}
    )
    archive = Archive(dossiers={"ha": Dossier(unit)})
    assert group_words(archive, row("Lúa", organization="ha", group="Chỉ tiêu khác")) == (
        "Chỉ tiêu khác – xã Hạ"
    )
    assert group_words(archive, row("Lúa", organization="ha")) == "Xã Hạ"
    assert group_words(archive, row("Lúa")) == ""
