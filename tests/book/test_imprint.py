"""What a volume prints about itself: what is told, a blank for what is not, nothing invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.book import matter
from macros.book.compose import compose
from macros.book.config import read_settings
from macros.book.imprint import imprint_of
from macros.book.matter import Edition
from macros.book.plan import plans
from macros.model.edition import isbn_digit
from macros.project.project import Project
from tests.small_site import put, write_site
from tests.snapshots import assert_snapshot

SNAPSHOTS = Path(__file__).parent / "snapshots"
TOLD = """\
issuer: Ban Chấp hành Đảng bộ xã Mây Thượng
publisher: Nhà xuất bản Sông Mây
place: Sông Mây
year: 1990
responsible:
  publishing: { name: Lý Văn Một, title: Giám đốc }
  editing: [Lý Thị Hai, Phùng Văn Khế]
copies: 1200
sale: priced
price: 90000
volumes:
  - volume: may-thuong
    state: approved
    document: quyet-dinh-12-1950
    isbn: 978-604-00-0001-9
    cataloguing: [Lịch sử Đảng bộ xã Mây Thượng. - Sông Mây, "120 tr. ; 24 cm"]
    responsible: { editing: Mai Quang Túc }
    sale: not-for-sale
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


def archive_of(site: Path, text: str | None = None) -> Archive:
    if text:
        put(site, "data/edition.yml", text)
    archive, problems = load_archive(site)
    assert problems == []
    return archive


def front(site: Path, archive: Archive) -> str:
    """Return half title, title page and imprint as a reader reads them, a line each."""
    settings = read_settings(site)
    plan = plans(settings, archive, Project(site).chapters)[1]
    volume = compose(plan, settings, archive, width=40)
    imprint = imprint_of(archive, plan.name, year="2001", size="16 × 24 cm")
    edition = Edition("0123456789", "09/09/2001", "2001-09-09T00:00:00Z", "2001", imprint)
    text = re.sub(r"<(/p|/div|br/?)>", "\n", matter.front(volume, settings, edition))
    lines = (" ".join(line.split()) for line in re.sub(r"<[^>]+>", "", text).splitlines())
    return "\n".join(line for line in lines if line)


@pytest.mark.parametrize(("name", "text"), [("told", TOLD), ("untold", None)])
def test_the_front_of_a_volume(site: Path, name: str, text: str | None) -> None:
    assert_snapshot(SNAPSHOTS / f"front-{name}.txt", front(site, archive_of(site, text)))


def test_a_volume_says_anew_what_it_says_itself(site: Path) -> None:
    archive = archive_of(site, TOLD)
    own, other = archive.edition.of("may-thuong"), archive.edition.of("toan-tap")
    assert (own.publisher, own.sale, own.state) == (
        "Nhà xuất bản Sông Mây", "not-for-sale", "approved",
    )  # fmt: skip
    assert (other.sale, other.state, other.isbn) == ("priced", "draft", None)
    assert own.responsible
    assert [one.name for one in own.responsible.editing] == ["Mai Quang Túc"]
    assert [one.name for one in own.responsible.publishing] == ["Lý Văn Một"]


def test_what_is_known_of_nothing_is_blank_and_the_volume_a_draft(site: Path) -> None:
    imprint = imprint_of(archive_of(site), "may-thuong")
    assert imprint.state == "bản thảo"
    assert imprint.draft
    assert not any(line.values for line in (*imprint.responsible, *imprint.numbers))
    labels = [line.label for line in imprint.numbers]
    assert labels[:4] == [
        "Biên mục trên xuất bản phẩm", "Xác nhận đăng ký xuất bản", "Quyết định xuất bản", "ISBN",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sale", "there", "absent"),
    [
        ("non-commercial", "Giấy phép xuất bản", "ISBN"),
        ("internal", "Số lượng in", "Giấy phép xuất bản"),
        ("not-for-sale", "ISBN", "Giấy phép xuất bản"),
        ("priced", "Giá bán", "Giấy phép xuất bản"),
    ],
)
def test_each_kind_of_book_has_its_own_numbers(
    site: Path, sale: str, there: str, absent: str
) -> None:
    numbers = imprint_of(archive_of(site, f"sale: {sale}\n"), "may-thuong").numbers
    labels = [line.label for line in numbers]
    assert there in labels
    assert absent not in labels


@pytest.mark.parametrize("isbn", ["9780306406157", "9783161484100", "9780198526636"])
def test_the_check_digit_is_that_of_known_numbers(isbn: str) -> None:
    assert isbn_digit(isbn[:12]) == isbn[12]
