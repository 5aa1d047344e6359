"""`make changes`: what a branch changes in the data, as a reviewer reads it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.project.base import data_at
from scripts import changes, check
from tests.picture_files import drawn, put_picture
from tests.small_site import (
    CONGRESSES,
    DOCUMENTS,
    LEADERSHIP,
    ORGANIZATION,
    PERSON,
    STATISTICS,
    Slip,
    put,
    write_site,
)


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.vn", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=a")
    git(root, "checkout", "--quiet", "-b", "sua")
    return root


def output(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert changes.main(["--root", str(site), "main"]) == 0
    return capsys.readouterr().out.splitlines()


def edit(site: Path, path: str, old: str, new: str) -> None:
    Slip("", path, old, new, "").apply(site)


def test_nothing_changed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, STATISTICS, "observations:", "# Lời ghi\nobservations:")
    assert output(site, capsys) == [
        "# Thay đổi so với main",
        "",
        "Không dữ kiện nào thay đổi.",
    ]


CASES = {
    "figure": (
        (STATISTICS, "value: 40", "value: 41"),
        "1 sửa.",
        "**Giá trị đổi mà trích dẫn giữ nguyên: 1.** dang-vien-1950. So lại từng giá trị với đoạn "
        "được dẫn.",
        "## Đảng bộ xã Mây Thượng",
        "- Sửa “dang-vien-1950” (Đảng viên, 02/03/1950): 40 đảng viên → 41 đảng viên "
        "(trích dẫn giữ nguyên); nguồn `ky-yeu#1`",
    ),
    "source of a figure": (
        (STATISTICS, "cite: ky-yeu#1", "cite: ky-yeu#2"),
        "1 chỉ đổi trích dẫn.",
        "## Chỉ đổi trích dẫn, giá trị giữ nguyên",
        "- 1 dữ kiện dẫn ky-yeu: ky-yeu\\#&#8203;1 → ky-yeu\\#&#8203;2",
    ),
    "end of a term": (
        (LEADERSHIP, '    end_date: "1957-06-12"\n', '    end_date: "1957-06"\n'),
        "1 sửa.",
        "**Giá trị đổi mà trích dẫn giữ nguyên: 1.** bi-thu-man. So lại từng giá trị với đoạn "
        "được dẫn.",
        "## Đảng bộ xã Mây Thượng",
        "- Sửa “bi-thu-man” (Bí thư: Lý Thị Mận, từ ngày 10/05/1952): Đến: 12/06/1957 → tháng 06/1957 "
        "(trích dẫn giữ nguyên); nguồn `ky-yeu#2`, `ky-yeu#4`",
    ),
    "manner": (
        (LEADERSHIP, "    manner: elected\n", ""),
        "1 sửa.",
        "## Đảng bộ xã Mây Thượng",
        "- Sửa “bi-thu-man” (Bí thư: Lý Thị Mận, từ ngày 10/05/1952): Hình thức: “bầu” → (trống); "
        "nguồn `ky-yeu#2`, `ky-yeu#4`",
    ),
    "added": (
        (
            CONGRESSES,
            "congresses:\n",
            "congresses:\n  - { id: dai-hoi-3, ordinal: III, cite: ky-yeu#5 }\n",
        ),
        "1 thêm.",
        "## Đảng bộ xã Mây Thượng",
        "- Thêm “dai-hoi-3”: Đại hội lần thứ III; nguồn `ky-yeu#5`",
    ),
    "removed": (
        (
            CONGRESSES,
            '  - id: dai-hoi-2\n    ordinal: II\n    dates: "1958-08-20"\n'
            "    delegates: 41\n    cite: ky-yeu#5\n",
            "",
        ),
        "1 bỏ.",
        "## Đảng bộ xã Mây Thượng",
        "- Bỏ “dai-hoi-2”: Đại hội lần thứ II, 20/08/1958; nguồn `ky-yeu#5`",
        "    - Đại biểu: 41",
    ),
    "person": (
        (PERSON, "Mận", "Mận @ban"),
        "1 sửa.",
        "## Nhân vật",
        "- Sửa “ly-thi-man” (Lý Thị Mận @&#8203;ban): Họ tên: “Lý Thị Mận” → “Lý Thị Mận @&#8203;ban”",
    ),
    "document": (
        (DOCUMENTS, "12-QĐ/TU", "12-QĐ/TU*"),
        "1 sửa.",
        "**Giá trị đổi mà trích dẫn giữ nguyên: 1.** quyet-dinh-12-1950. So lại từng giá trị với "
        "đoạn được dẫn.",
        "## Văn bản",
        "- Sửa “quyet-dinh-12-1950” (Quyết định số 12-QĐ/TU\\*): Số, ký hiệu: “12-QĐ/TU” → "
        "“12-QĐ/TU\\*” (trích dẫn giữ nguyên); nguồn `ky-yeu#1`",
    ),
    "name of an organization": (
        (ORGANIZATION, "short_name: Đảng bộ xã Mây Thượng", "short_name: Đảng bộ Mây Thượng"),
        "1 sửa.",
        "## Đảng bộ Mây Thượng",
        "- Sửa “may-thuong” (tổ chức Đảng bộ Mây Thượng): Tên gọi: “Đảng bộ xã Mây Thượng” → "
        "“Đảng bộ Mây Thượng”",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_in_words(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    slip, *expected = CASES[name]
    edit(site, *slip)
    assert [line for line in output(site, capsys)[2:] if line] == expected


def test_an_id_that_was_changed_is_flagged(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, STATISTICS, "id: dang-vien-1950", "id: dang-vien-dau-tien")
    lines = output(site, capsys)
    assert lines[2] == "1 đổi mã."
    assert lines[4].startswith("**Có mã bị đổi.** Mã không bao giờ đổi")
    assert lines[-1] == (
        "- Đổi mã “dang-vien-1950” thành “dang-vien-dau-tien” "
        "(Đảng viên (02/03/1950): 40 đảng viên); nguồn `ky-yeu#1`"
    )


def test_a_renamed_folder_is_told_as_a_change_of_ids(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = site / "data/organizations/may-thuong"
    folder.rename(folder.with_name("xa-may-thuong"))
    lines = output(site, capsys)
    assert "1 đổi mã, 9 chuyển." in lines
    assert "- Đổi mã “may-thuong” thành “xa-may-thuong” (tổ chức Đảng bộ xã Mây Thượng)" in lines


def test_what_cannot_be_read_is_not_told_as_removed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site, STATISTICS, "value: 40", "value: bốn mươi")
    lines = output(site, capsys)
    assert lines[2] == "Không dữ kiện nào thay đổi."
    assert lines[4] == (
        "1 lỗi khi đọc dữ liệu và các chương, nên danh sách này có thể thiếu: chạy make check."
    )


def test_only_this_branch_counts(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "checkout", "--quiet", "main")
    edit(site, STATISTICS, "value: 40", "value: 39")
    git(site, "commit", "--quiet", "--all", "--message=b")
    git(site, "checkout", "--quiet", "sua")
    assert "Không dữ kiện nào thay đổi." in output(site, capsys)


def test_the_whole_of_the_data_is_new(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "rm", "-r", "--quiet", "--cached", "data")
    git(site, "commit", "--quiet", "--message=b")
    git(site, "branch", "--quiet", "trong")
    assert changes.main(["--root", str(site), "trong"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "17 thêm. 1 tệp bằng chứng."
    assert "- Thêm “phung-van-khe”: Phùng Văn Khế" in lines


@pytest.mark.parametrize(
    ("base", "message"),
    [
        (
            "khong-co",
            "lỗi: kho Git không có nhánh hay mã “khong-co” → chạy git fetch rồi thử lại, hoặc sửa "
            "BASE=…\n",
        ),
        ("--upload-pack=x", "lỗi: “--upload-pack=x” không phải tên nhánh → BASE=origin/main\n"),
    ],
)
def test_a_base_that_is_not_there(
    site: Path, capsys: pytest.CaptureFixture[str], base: str, message: str
) -> None:
    assert changes.main(["--root", str(site), "--", base]) == 2
    assert capsys.readouterr().err == message


def test_a_folder_outside_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "mkdocs.yml", "site_name: A\n")
    put(tmp_path, "data/people/a.yml", "name: A\n")
    assert changes.main(["--root", str(tmp_path), "main"]) == 2
    assert capsys.readouterr().err.startswith("lỗi: kho Git không có nhánh hay mã “main”")


def test_a_picture_is_told_by_its_caption_and_its_file_is_not_fetched(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_picture(site, size=(300, 200))
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message=b")
    git(site, "branch", "--force", "main")
    edit(site, "data/pictures/tru-so-cu.yml", "licence: unknown", "licence: cc0")
    lines = output(site, capsys)
    assert "## Ảnh" in lines
    assert lines[-1] == (
        "- Sửa “tru-so-cu” (Ảnh chụp: Trước trụ sở cũ): Giấy phép: “chưa rõ” → “CC0 1.0”"
    )
    with data_at(site, "main") as folder:
        assert [one.name for one in (folder / "data/pictures").iterdir()] == ["tru-so-cu.yml"]


def test_another_file_in_the_place_of_a_picture_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("tru-so-cu", "cau", "lang"):
        put_picture(site, name, size=(300, 200))
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message=b")
    git(site, "branch", "--force", "main")
    folder = site / "data/pictures"
    put_picture(site, "tru-so-cu", picture=drawn((300, 200), 9), record=None)
    git(site, "commit", "--all", "--quiet", "--message=c")
    # Of another kind, and not yet committed; its record too is another.
    (folder / "cau.jpg").unlink()
    put_picture(site, "cau", suffix=".png", size=(300, 200), record=None)
    edit(site, "data/pictures/cau.yml", "licence: unknown", "licence: cc0")
    assert output(site, capsys)[-4:] == [
        "- Sửa “cau” (Ảnh chụp: Trước trụ sở cũ)",
        "    - Giấy phép: “chưa rõ” → “CC0 1.0”",
        "    - tệp ảnh được thay bằng tệp khác",
        "- Sửa “tru-so-cu” (Ảnh chụp: Trước trụ sở cũ): tệp ảnh được thay bằng tệp khác",
    ]


REDIRECTS = "data/redirects.yml"


def rename_the_chapter_of_figures(site: Path) -> None:
    (site / "docs/may-thuong/so-lieu.md").rename(site / "docs/may-thuong/con-so.md")


def test_an_address_that_vanishes_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rename_the_chapter_of_figures(site)
    lost = (
        "- **Mất may-thuong/so-lieu/: ai đã dẫn đến đó sẽ không tìm thấy; "
        "thêm vào data/redirects.yml**"
    )
    assert output(site, capsys)[-4:] == ["", "## Địa chỉ", "", lost]
    put(site, REDIRECTS, "redirects:\n  - { old: may-thuong/so-lieu/, new: may-thuong/con-so/ }\n")
    assert output(site, capsys)[-4:] == [
        "",
        "## Địa chỉ",
        "",
        "- Chuyển may-thuong/so-lieu/ đến may-thuong/con-so/",
    ]


def test_a_heading_that_vanishes_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chapter = site / "docs/may-thuong/index.md"
    old = chapter.read_text(encoding="utf-8")
    chapter.write_text(f"{old}\n## Mười năm đầu\n\nKể.\n", encoding="utf-8")
    git(site, "checkout", "--quiet", "main")
    git(site, "commit", "--quiet", "--all", "--message=b")
    git(site, "checkout", "--quiet", "-b", "sau")
    # The title has no address of its own but the page's; a heading has.
    chapter.write_text(
        f"{old}\n## Mười năm đầu tiên\n\nKể.\n".replace("# Đảng bộ xã", "# Xã"), encoding="utf-8"
    )
    lines = output(site, capsys)
    assert [one for one in lines if "Mất" in one] == [
        "- **Mất may-thuong/\\#&#8203;muoi-nam-dau: ai đã dẫn đến đó sẽ không tìm thấy; "
        "thêm vào data/redirects.yml**"
    ]


def test_the_check_warns_of_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rename_the_chapter_of_figures(site)
    check.main(["--root", str(site), "--base", "main"])
    told_of = [one for one in capsys.readouterr().out.splitlines() if "chuyển đến" in one]
    assert told_of[0] == (
        "data/redirects.yml:1:1: cảnh báo: trang “may-thuong/so-lieu/” không còn, mà chưa có nơi "
        "chuyển đến → thêm một mục: - { old: may-thuong/so-lieu/, new: … }; đổi tên thì ghi địa chỉ mới"
    )
