"""A page of which nothing is known yet says so, without the legend of what is not there."""

from __future__ import annotations

from pathlib import Path

from macros.catalogue import organization, statistics
from tests.support import archive_of
from tests.views.fabricated import page_of
from tests.views.html_rules import faults

FILES = {
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Đảng bộ Khối
        listed: true
        order: 1
        """,
}


def test_a_volume_without_figures_says_so(tmp_path: Path) -> None:
    html = str(statistics.statistics_all(page_of(archive_of(tmp_path, FILES), "khoi")))
    assert "Chưa ghi nhận số liệu nào." in html
    assert "index__legend" not in html
    assert faults(html) == []


def test_a_site_of_volumes_alone_has_no_other_organizations(tmp_path: Path) -> None:
    html = str(organization.organization_list(page_of(archive_of(tmp_path, FILES), None)))
    assert "Chưa ghi nhận tổ chức nào." in html
    assert faults(html) == []
