"""Every command works on another folder of content, which holds no program."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.authoring.schemas import EDITOR_SETTINGS, generated_files, kinds
from macros.book.config import read_settings
from macros.engine.config import site_config
from macros.system.program import PROGRAM
from scripts import book, build, changes, check, evidence, new, schemas, serve
from tests.scripts.test_changes import git
from tests.small_site import CHAPTER, CONFIG, PERSON, STATISTICS, Slip, put, write_site

NAME = "Đảng bộ xã Mây Hạ"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content, while the commands are run in another folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path / "noi-dung")


@pytest.mark.parametrize("command", [book, build, changes, check, evidence, serve])
def test_a_folder_without_a_site_is_told(
    command: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["coverage"] if command is evidence else []
    with pytest.raises(SystemExit) as end:
        command.main(["--root", str(tmp_path), *arguments])  # type: ignore[attr-defined]
    assert end.value.code == 2
    assert capsys.readouterr().err == (
        f"lỗi: không có mkdocs.yml trong thư mục {tmp_path} "
        "→ sửa ROOT=…, hoặc mở trang mới ở đó bằng make new\n"
    )


def test_make_hands_the_folder_on(tmp_path: Path) -> None:
    for command in ("site", "book", "serve", "check", "new", "changes", "schemas", "evidence"):
        line = [
            "make",
            "--dry-run",
            command,
            f"ROOT={tmp_path}/hai chữ",
            "ORGANIZATION=a",
            "NAME=B",
        ]
        told = subprocess.run(line, cwd=PROGRAM, capture_output=True, text=True, check=True).stdout
        assert f'--root "{tmp_path}/hai chữ"' in told, command
        line = ["make", "--dry-run", command]
        told = subprocess.run(line, cwd=PROGRAM, capture_output=True, text=True, check=True).stdout
        assert "--root" not in told, command


def test_a_site_begins_in_an_empty_folder_and_checks_builds_and_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "trang moi"
    assert new.main(["--root", str(root), "ORGANIZATION=may-ha", f"NAME={NAME}"]) == 0
    told = capsys.readouterr().out
    assert f"{root}: mở trang “Lịch sử {NAME}”" in told
    assert f"make check ROOT='{root}'" in told
    assert check.main(["--root", str(root)]) == 0
    assert "\nKhông có lỗi. " in capsys.readouterr().out
    # Nothing to mend, and nothing left to write.
    assert schemas.main(["--root", str(root)]) == 0
    assert capsys.readouterr().out == "data/schemas: không đổi\n"
    assert build.main(["--root", str(root)]) == 0, capsys.readouterr().err
    page = (root / "site/may-ha/index.html").read_text(encoding="utf-8")
    assert f"<title>{NAME} – Lịch sử {NAME}</title>" in page
    assert (root / "site/assets/stylesheets/site.css").is_file()
    assert book.main(["--root", str(root), "--kind", "epub"]) == 0
    assert (root / "dist/book/may-ha.epub").is_file()
    assert (
        new.main(["--root", str(root), "ORGANIZATION=may-thuong", "NAME=Đảng bộ xã Mây Thượng"])
        == 0
    )
    assert "mở trang" not in capsys.readouterr().out
    assert check.main(["--root", str(root)]) == 0


def test_what_is_in_the_folder_stays(tmp_path: Path) -> None:
    put(tmp_path, "data/posts.yml", "roles: []\n")
    assert new.main(["--root", str(tmp_path), "ORGANIZATION=may-ha", f"NAME={NAME}"]) == 0
    assert (tmp_path / "data/posts.yml").read_text() == "roles: []\n"
    assert (tmp_path / "data/indicators.yml").is_file()


def test_an_editor_completes_every_kind_of_file() -> None:
    settings = (PROGRAM / EDITOR_SETTINGS).read_text(encoding="utf-8")
    assert settings == generated_files()[EDITOR_SETTINGS]
    assert all(kind.files in settings for kind in kinds())


def test_own_templates_styles_and_scripts_go_before_those_of_the_program(site: Path) -> None:
    put(site, "overrides/partials/copyright.html", "<p>Xã Mây Thượng giữ bản quyền.</p>\n")
    put(site, "overrides/assets/stylesheets/xa.css", "h1 { color: green }\n")
    put(
        site,
        "overrides/assets/javascripts/scope.js",
        "// Chú thích.\nexport const of_the_xa = 1;\n",
    )
    extra = "extra_css: [assets/stylesheets/xa.css]\ntheme: {features: [toc.follow]}\n"
    put(site, "mkdocs.yml", CONFIG.replace("nav:\n", f"{extra}nav:\n", 1))
    assert build.main(["--root", str(site)]) == 0
    page = (site / "site/may-thuong/index.html").read_text(encoding="utf-8")
    assert "Xã Mây Thượng giữ bản quyền." in page
    assert "assets/stylesheets/xa.css" in page
    assert "assets/stylesheets/site.css" in page
    sent = (site / "site/assets/javascripts/scope.js").read_text(encoding="utf-8")
    assert sent.strip() == "export const of_the_xa=1;"
    config = site_config(site)
    assert "toc.follow" in config.theme["features"]
    assert "navigation.top" not in config.theme["features"]
    assert config.theme["name"] == "material"


def test_the_book_takes_the_markdown_of_the_site(site: Path) -> None:
    found = read_settings(site)
    assert found.site_name == "Lịch sử Mây Thượng"
    assert {"footnotes", "attr_list", "macros.engine.wide_tables"} <= found.extensions.keys()


def test_own_styles_of_the_book_go_before_those_of_the_program(site: Path) -> None:
    put(site, "overrides/book/styles/epub.css", "h1 { color: green }\n")
    assert book.main(["--root", str(site), "--kind", "epub", "--only", "may-thuong"]) == 0
    told = subprocess.run(
        ["unzip", "-p", str(site / "dist/book/may-thuong.epub"), "*book.css"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "h1 { color: green }" in told
    assert "font-face" in told


def test_changes_are_told_of_a_folder_within_a_repository(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(site.parent, "init", "--quiet", "--initial-branch=main")
    # Another site in the same repository, of which nothing must be told.
    put(site.parent, PERSON, "name: Người khác\n")
    git(site.parent, "add", "--all")
    git(site.parent, "commit", "--quiet", "--message=a")
    Slip("", STATISTICS, "value: 40", "value: 41", "").apply(site)
    assert changes.main(["--root", str(site), "main"]) == 0
    assert "1 sửa." in capsys.readouterr().out


def test_a_page_of_a_folder_within_a_repository_tells_when_it_changed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-09-09T01:46:40Z")
    git(site.parent, "init", "--quiet", "--initial-branch=main")
    git(site.parent, "add", "--all")
    git(site.parent, "commit", "--quiet", "--message=a")
    assert build.main(["--root", str(site)]) == 0
    page = (site / "site" / Path(CHAPTER).parent.name / "index.html").read_text(encoding="utf-8")
    assert "09/09/2001" in page
