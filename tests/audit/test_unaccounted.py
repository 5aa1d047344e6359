"""Nothing is published that no step of the build has said it makes, nor other bytes than it said."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from macros.audit.unaccounted import MOST, unaccounted
from scripts import build
from tests.small_site import put, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from macros.project.site_files import SiteFiles

UNKNOWN = ": lỗi: không bước dựng nào làm ra tệp này → tìm plugin hay hook trong mkdocs.yml"
REPLACED = ": lỗi: nội dung không phải của tệp mà trang này phải có ở đây"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in ("a.html", "b/c.css", "b/d/e.js"):
        put(tmp_path / "site", path, path)
    put(tmp_path, "theme/c.css", "b/c.css")
    return tmp_path / "site"


@pytest.fixture
def made(folder: Path) -> SiteFiles:
    return {"a.html": None, "b/c.css": folder.parent / "theme/c.css", "b/d/e.js": b"b/d/e.js"}


def messages(folder: Path, made: SiteFiles) -> list[str]:
    return [str(problem) for problem in unaccounted(folder, made)]


def test_what_was_made_is_accounted_for(folder: Path, made: SiteFiles) -> None:
    assert messages(folder, made) == []
    assert messages(folder, made | {"khong/lam.html": None}) == []


@pytest.mark.parametrize("path", ["x", "b/x.html", "b/d/.an", "moi/sau/x.css", "a.html~", "A.html"])
def test_any_other_file_is_named(folder: Path, made: SiteFiles, path: str) -> None:
    put(folder, path, "lạ")
    (line,) = messages(folder, made)
    assert line.startswith(f"{path}:1:1{UNKNOWN}")


@pytest.mark.parametrize("path", ["b/c.css", "b/d/e.js"])
def test_a_file_in_the_place_of_another_is_named(folder: Path, made: SiteFiles, path: str) -> None:
    put(folder, path, "x" * len(path))
    (line,) = messages(folder, made)
    assert line.startswith(f"{path}:1:1{REPLACED}")


def test_links_are_no_files(folder: Path, made: SiteFiles, tmp_path: Path) -> None:
    put(tmp_path, "ngoai/mat-khau", "bí mật")
    (folder / "a.html").unlink()
    (folder / "a.html").symlink_to(tmp_path / "ngoai/mat-khau")
    (folder / "ca-thu-muc").symlink_to(tmp_path / "ngoai")
    os.mkfifo(folder / "ong")
    lines = messages(folder, made)
    assert [line.split(":")[0] for line in lines] == ["a.html", "ca-thu-muc", "ong"]
    assert all("là liên kết hoặc không phải tệp thường" in line for line in lines)


def test_many_are_counted(folder: Path, made: SiteFiles) -> None:
    for number in range(50):
        put(folder, f"la/{number:02}", "x")
    lines = messages(folder, made)
    assert len(lines) == MOST + 1
    assert "còn 30 tệp nữa không có trong danh sách" in lines[-1]


HOOK = """
import pathlib

def on_post_build(config, **_):
    target = pathlib.Path(config.site_dir)
    {line}
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('(target / "may-thuong/la.html").write_text("x")', f"may-thuong/la.html:1:1{UNKNOWN}"),
        ('(target / "CNAME").write_text("x")', f"CNAME:1:1{UNKNOWN}"),
        (
            'next((target / "assets/javascripts").glob("bundle.*.js")).write_text("PWNED")',
            REPLACED,
        ),
        ('(target / "assets/javascripts/search.js").write_text("PWNED")', REPLACED),
        ('(target / "assets/images/logo.svg").write_text("<svg/>")', REPLACED),
    ],
)
def test_a_plugin_adds_nothing_to_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, expected: str
) -> None:
    root = tmp_path / "goc"
    root.mkdir()
    write_site(root)
    put(root, "them.py", HOOK.format(line=line))
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    put(root, "mkdocs.yml", f"{config}hooks: [{root}/them.py]\n")
    assert build.main(["--root", str(root)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert expected in lines[0]
    assert lines[1] == "Soát trang đã dựng: 1 lỗi. Trang cũ được giữ nguyên."
    assert not (root / "site").exists()


def test_everything_that_a_site_may_have_is_accounted_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address, books, pictures, files for the host and assets of its own."""
    root = tmp_path / "goc"
    root.mkdir()
    write_site(root)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
    put(root, "docs/may-thuong/ban-do.svg", svg)
    put(root, "dist/book/may-thuong.pdf", "%PDF-1.7")
    put(root, "dist/book/may-thuong.epub", "PK")
    put(root, "overrides/CNAME", "lich-su.vi.du")
    put(root, "overrides/assets/stylesheets/rieng.css", "p { margin: 0 }")
    monkeypatch.setenv("SITE_URL", "https://lich-su.vi.du/may/")
    assert build.main(["--root", str(root)]) == 0
    site = root / "site"
    for path in (
        "feed.xml",
        "sitemap.xml.gz",
        "assets/images/chia-se/may-thuong.png",
        "may-thuong/ban-do.svg",
        "sach/may-thuong.pdf",
        "CNAME",
        "assets/stylesheets/rieng.css",
    ):
        assert (site / path).is_file(), path
