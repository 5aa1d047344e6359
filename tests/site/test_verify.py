"""Whether a copy, in a folder or on a host, is byte for byte what a commit builds to."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from macros.project.project import Project
from macros.site import verify as module
from macros.site.build import publish
from macros.site.verify import verify
from tests.output import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEMPLATE = """<!doctype html><html lang="vi"><title>{{ page.title }}</title>{{ page.content }}"""
PAGE = "---\ntitle: Trang\n---\n# Đầu\n\nChữ.\n"


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.vn", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = tmp_path / "du-an"
    for path, text in {
        "mkdocs.yml": "site_name: Sông Mây\ntheme: {name: null, custom_dir: theme}\nplugins: []\n",
        "theme/main.html": TEMPLATE,
        "docs/index.md": PAGE,
        "data/.gitkeep": "",
        ".gitignore": "site/\n.cache/\n",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "một")
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert read(publish(Project(root), root / "site"))[0] == 0
    return Project(root)


@pytest.fixture
def address(project: Project) -> Iterator[str]:
    handler = functools.partial(
        http.server.SimpleHTTPRequestHandler, directory=str(project.root / "site")
    )
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_copy_is_that_of_the_commit(project: Project, tmp_path: Path) -> None:
    copy = shutil.copytree(project.root / "site", tmp_path / "sao")
    status, lines = read(verify(project, str(copy)))
    assert status == 0
    assert lines[0].startswith("Đúng từng byte: ")


def test_every_difference_is_told(project: Project, tmp_path: Path) -> None:
    copy = shutil.copytree(project.root / "site", tmp_path / "sao")
    (copy / "index.html").write_text("khác", encoding="utf-8")
    (copy / "thừa.js").write_text("", encoding="utf-8")
    (copy / "404.html").unlink(missing_ok=True)
    status, lines = read(verify(project, str(copy)))
    assert status == 1
    assert {"thừa: thừa.js", "khác: index.html"} <= set(lines)


def test_a_published_copy(project: Project, address: str) -> None:
    assert read(verify(project, address))[0] == 0
    (project.root / "site" / "index.html").write_text("khác", encoding="utf-8")
    status, lines = read(verify(project, address))
    assert (status, lines[0]) == (1, "khác: index.html")


def test_changes_that_are_not_committed_are_no_commit(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.root / "docs" / "index.md").write_text(PAGE + "\nThêm.\n", encoding="utf-8")
    assert read(publish(Project(project.root), project.root / "site"))[0] == 0
    # What the commit builds to is not known of a build with other changes: it is remembered of
    # the release that was replaced.
    status, _ = read(verify(project, str(project.root / "site")))
    assert status == 1

    def cannot(*_: object) -> None:
        raise module.NotBuiltError("không dựng được")

    shutil.rmtree(project.root / ".cache")
    monkeypatch.setattr(module, "_checked_out", cannot)
    assert read(verify(project, str(project.root / "site"))) == (2, ["lỗi: không dựng được"])


@pytest.mark.parametrize(
    ("copy", "commit", "words"),
    [
        ("khong-co", "HEAD", "không có thư mục khong-co"),
        (".", "khong-co", "kho Git không có “khong-co”"),
        ("http://127.0.0.1:1", "HEAD", "không tải được gì"),
    ],
)
def test_what_cannot_be_known(project: Project, copy: str, commit: str, words: str) -> None:
    status, lines = read(verify(project, copy, commit))
    assert status == 2
    assert words in lines[0]


def test_without_git_it_cannot_be_known(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    status, lines = read(verify(project, str(tmp_path)))
    assert (status, lines) == (2, ["lỗi: máy chưa có lệnh git → cài gói git"])
