"""`make site` on a small project written here: what is published, and what is left as it was."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.messages.problems import Position, Problem
from macros.site import build as site_build
from macros.site import steps
from scripts import build

ROOT = Path(__file__).parents[2]
TEMPLATE = """<!doctype html><html lang="vi"><title>{{ page.title }}</title>
<body>{{ page.content }} {% for item in nav.pages %}<a href="{{ item.url | url }}">x</a>{% endfor %}
"""
HEAD = "---\ntitle: Trang\n---\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in {
        "mkdocs.yml": "site_name: Sông Mây\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "site_url: !ENV [SITE_URL, '']\n"
        "validation: {links: {anchors: warn, absolute_links: warn}}\nnav: [index.md, phuong.md]\n",
        "theme/main.html": TEMPLATE,
        "docs/index.md": HEAD + "# Đầu\n\n[Phường](phuong.md)\n",
        "docs/phuong.md": HEAD + "# Phường\n\nChữ.\n",
        "data/.gitkeep": "",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.delenv("SITE_URL", raising=False)
    return tmp_path


def run(project: Path) -> int:
    return build.main(["--root", str(project)])


def digest(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_the_site_is_published(project: Path) -> None:
    assert run(project) == 0
    assert "Chữ." in (project / "site/phuong/index.html").read_text(encoding="utf-8")
    assert [p.name for p in (project / ".cache/build").iterdir()] == ["lock"]


def test_what_was_removed_is_gone(project: Path) -> None:
    assert run(project) == 0
    (project / "site/cu.html").write_text("cũ", encoding="utf-8")
    assert run(project) == 0
    assert not (project / "site/cu.html").exists()


def test_the_same_sources_build_to_the_same_bytes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/lich-su/")
    assert run(project) == 0
    first = digest(project / "site")
    time.sleep(1.1)  # a clock that shows, in whole seconds, would now differ
    assert run(project) == 0
    assert digest(project / "site") == first
    assert "sitemap.xml.gz" in first


@pytest.mark.parametrize(
    ("chapter", "message"),
    [
        (
            "# Phường\n\nXem [kia](khong-co.md).\n",
            "docs/phuong.md:6:11: lỗi: liên kết “khong-co.md” trỏ đến tệp không có"
            " → sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
        ),
        (
            "# Phường\n\n[kia](index.md#xa)\n",
            "docs/phuong.md:6:7: lỗi: liên kết “index.md#xa” trỏ đến mục không có"
            " → sửa phần sau dấu #, hoặc đặt mã {: #mã } cho mục đó",
        ),
        (
            "# Phường\n\n[kia](/a/)\n",
            "docs/phuong.md:6:7: lỗi: liên kết “/a/” bắt đầu bằng dấu /"
            " → viết đường dẫn tính từ tệp này, ví dụ ../tra-cuu/index.md",
        ),
        (
            "# Phường\n\n<img src='https://example.org/a.png' alt='a'>\n",
            "docs/phuong.md:6:1: lỗi: chương không được có thẻ HTML “<img>”"
            " → dùng Markdown hoặc macro; muốn hiện dấu “<” thì viết &lt;",
        ),
    ],
)
def test_a_failed_build_leaves_the_last_good_site(
    project: Path, capsys: pytest.CaptureFixture[str], chapter: str, message: str
) -> None:
    assert run(project) == 0
    good = digest(project / "site")
    (project / "docs/phuong.md").write_text(HEAD + chapter, encoding="utf-8")
    capsys.readouterr()
    assert run(project) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == message
    assert told[1].endswith(": 1 lỗi. Trang cũ được giữ nguyên.")
    assert len(told) == 2
    assert digest(project / "site") == good


def test_a_theme_that_calls_another_host_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = TEMPLATE + "<img src='https://example.org/a.png' alt='a'>"
    (project / "theme/main.html").write_text(foreign, encoding="utf-8")
    assert run(project) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "index.html:1:1: lỗi: trang tải “https://example.org/a.png” từ máy chủ khác"
        " → chép tệp đó vào docs/ hoặc overrides/assets/ rồi trỏ tới tệp đã chép"
    )


@pytest.mark.parametrize(
    ("nav", "message"),
    [
        ("[index.md]", "chương chưa có trong mục lục"),
        ("[index.md, phuong.md, thieu.md]", "mục lục nhắc đến “thieu.md” nhưng không có tệp ấy"),
    ],
)
def test_the_navigation_and_the_chapters_agree(
    project: Path, capsys: pytest.CaptureFixture[str], nav: str, message: str
) -> None:
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("[index.md, phuong.md]", nav)
    config = config.replace("validation: {", "validation: {nav: {omitted_files: warn}, ")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert run(project) == 1
    assert f"lỗi: {message} → " in capsys.readouterr().err


def test_a_template_or_setting_that_fails_is_told_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {locale: zz_zz_zz}\n", encoding="utf-8"
    )
    assert run(project) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("mkdocs.yml:2:1: lỗi: không dựng được trang: ")
    assert len(told) == 2
    (project / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    assert run(project) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("mkdocs.yml:1:13: lỗi: còn ngoặc “[” hoặc “{” ở trên chưa được đóng")
    assert len(told) == 2


def test_a_fault_of_the_program_is_told_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_: steps.Build) -> list[Problem]:
        raise KeyError("khóa")

    monkeypatch.setattr(site_build, "STEPS", (("Hỏng", faulty),))
    assert run(project) == 1
    assert capsys.readouterr().err.splitlines() == [
        "site:1:1: lỗi: chương trình hỏng giữa chừng (KeyError: 'khóa')"
        " → gửi tệp .cache/build/error.txt cho người phụ trách mã nguồn",
        "Hỏng: 1 lỗi. Trang cũ được giữ nguyên.",
    ]
    assert "faulty" in (project / ".cache/build/error.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("raised", ["raise ValueError('sai')", "import khong_co"])
def test_a_hook_of_the_site_that_breaks_is_told_at_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], raised: str
) -> None:
    (project / "them.py").write_text(f"\n{raised}\n", encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [them.py]\n")
    assert run(project) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("them.py:2:1: lỗi: đoạn mã này hỏng khi dựng trang (")
    assert len(told) == 2


def test_settings_of_the_site_that_break_the_build_are_told_as_that(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra:\n  social: 5\n")
    main = next((project / "theme").glob("*.html"))
    main.write_text("{{ config.extra.social | length }}", encoding="utf-8")
    assert run(project) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("mkdocs.yml:2:1: lỗi: không dựng được trang với các mục extra, "), (
        told
    )
    assert "(TypeError: " in told[0]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy → dọn bớt chỗ rồi chạy lại"),
        (
            errno.EFBIG,
            "hệ thống không cho ghi tệp lớn như vậy → nới giới hạn cỡ tệp (ulimit -f) rồi chạy lại",
        ),
        (errno.EROFS, "không được phép ghi vào /a/b → xem quyền của thư mục và ổ đĩa ấy"),
    ],
)
def test_what_is_wrong_with_the_disk_is_told_as_that(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    def fails(_: steps.Build) -> list[Problem]:
        raise OSError(number, "x", "/a/b")

    monkeypatch.setattr(site_build, "STEPS", (("Ghi", fails),))
    assert run(project) == 1
    assert capsys.readouterr().err.splitlines()[0] == f"site:1:1: lỗi: {words}"
    assert not (project / ".cache/build/error.txt").exists()


def test_a_folder_that_something_else_made_is_not_replaced(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (project, project / "docs"):
        assert build.main(["--root", str(project), "--site", str(folder)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert (project / "docs/index.md").is_file()


def test_what_is_wrong_with_the_data_is_told_and_not_what_follows_from_it(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Problem(Position("data/a.yml", 3, 1), "sai", "sửa")

    def fails(*_: object) -> list[Problem]:
        raise KeyError("theo sau")

    monkeypatch.setattr(steps, "check_loaded", lambda *_: ([wrong], None))
    monkeypatch.setattr(steps.rendering, "render", fails)
    assert run(project) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/a.yml:3:1: lỗi: sai → sửa",
        "Soát và dựng trang: 1 lỗi. Trang cũ được giữ nguyên.",
    ]
    assert not (project / "site").exists()
    assert not (project / ".cache/build/error.txt").exists()


def test_a_build_killed_while_publishing_is_put_right(project: Path) -> None:
    assert run(project) == 0
    good = digest(project / "site")
    (project / "site").rename(project / ".cache/build/previous")
    (project / "docs/phuong.md").write_text(HEAD + "[x](khong-co.md)", encoding="utf-8")
    assert run(project) == 1
    assert digest(project / "site") == good


def test_a_killed_build_leaves_the_last_good_site(project: Path) -> None:
    assert run(project) == 0
    good = digest(project / "site")
    slow = (
        "import time\nfrom macros.site import build as site_build\nfrom scripts import build\n"
        "site_build.STEPS = (*site_build.STEPS[:2], ('Chờ', lambda b: print('chờ', flush=True)"
        " or time.sleep(60)))\n"
        f"build.main(['--root', {str(project)!r}])"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", slow], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    while "chờ" not in child.stdout.readline():
        assert child.poll() is None
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert digest(project / "site") == good
    assert (project / ".cache/build" / str(child.pid)).exists()
    assert run(project) == 0
    assert [p.name for p in (project / ".cache/build").iterdir()] == ["lock"]


def test_two_builds_at_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work = project / ".cache/build"
    work.mkdir(parents=True)
    hold = (
        "import fcntl, sys\nlock = open(sys.argv[1], 'w')\nfcntl.lockf(lock, fcntl.LOCK_EX)\n"
        "print('giữ', flush=True)\nsys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, work / "lock"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin
        assert other.stdout
        other.stdout.readline()
        assert run(project) == 1
        other.stdin.close()
    assert capsys.readouterr().err == (
        "site:1:1: lỗi: một lần dựng khác đang chạy → đợi lần đó xong rồi chạy lại\n"
    )
    assert not (project / "site").exists()


def test_the_date_of_the_site_is_that_of_the_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # so that it is put back afterwards
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    date = {"GIT_AUTHOR_DATE": "1234567890 +0000", "GIT_COMMITTER_DATE": "1234567890 +0000"}
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b.vn"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run(
        [*git, "commit", "--quiet", "--allow-empty", "-m", "x"], env=os.environ | date, check=True
    )
    site_build.set_build_date(tmp_path)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"
