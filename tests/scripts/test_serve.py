"""`make serve` for real: what is saved shows, what is broken is told, and the server lives on."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from macros.site.preview import error_page
from tests.small_site import CHAPTER, ROOT, STATISTICS, put, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SECONDS = 60
BROKEN = (
    "docs/may-thuong/index.md:12:31: lỗi: không có macro “persson” → có phải ý bạn là “person”?"
)


class Server:
    """A preview of a site in a process of its own, on a free port."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.log = site.parent / "serve.log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        with self.log.open("w", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "scripts.serve",
                    "--root",
                    str(site),
                    "--port",
                    str(self.port),
                ],
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def page(self, path: str = "may-thuong/") -> str:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/{path}", timeout=30
            ) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

    def shows(self, text: str, path: str = "may-thuong/") -> bool:
        return self.until(lambda: text in self.page(path))

    def until(self, condition: Callable[[], bool]) -> bool:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if condition():
                return True
            time.sleep(0.2)
        return False

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.site / path).read_text(encoding="utf-8")
        assert old in text
        put(self.site, path, text.replace(old, new, 1))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    return write_site(root)


@pytest.fixture
def start(site: Path) -> Iterator[Callable[[], Server]]:
    servers: list[Server] = []

    def started() -> Server:
        servers.append(Server(site))
        return servers[-1]

    yield started
    for server in servers:
        server.process.terminate()
        server.process.wait(timeout=30)


def test_what_is_saved_shows_and_what_is_broken_is_told(start: Callable[[], Server]) -> None:
    server = start()
    assert server.shows("Bí thư đầu tiên là"), server.told()
    # A chapter.
    server.edit(CHAPTER, "Bí thư đầu tiên là", "Người giữ chức đầu tiên là")
    assert server.shows("Người giữ chức đầu tiên là"), server.told()
    server.edit(CHAPTER, 'person("ly', 'persson("ly')
    assert server.shows("không có macro “persson”"), server.told()
    assert BROKEN in server.told().splitlines()
    server.edit(CHAPTER, 'persson("ly', 'person("ly')
    assert server.shows("Người giữ chức đầu tiên là"), server.told()
    # A data file.
    server.edit(STATISTICS, "value: 40", "value: 41")
    assert server.shows("“41 đảng viên” (value của dang-vien-1950) không có ở ky-yeu#1")
    server.edit(STATISTICS, "value: 41", "value: 40")
    assert server.shows("Người giữ chức đầu tiên là"), server.told()
    # The settings.
    server.edit("mkdocs.yml", "site_name:", "site_nam: [")
    assert server.shows("mkdocs.yml"), server.told()
    server.edit("mkdocs.yml", "site_nam: [", "site_name:")
    assert server.shows("Người giữ chức đầu tiên là"), server.told()
    assert server.process.poll() is None
    assert "Traceback" not in server.told()


def test_the_first_build_may_be_broken(site: Path, start: Callable[[], Server]) -> None:
    whole = (site / CHAPTER).read_bytes()
    put(site, CHAPTER, whole.replace(b'person("ly', b'persson("ly'))
    server = start()
    assert server.shows("không có macro “persson”"), server.told()
    put(site, CHAPTER, whole)
    assert server.shows("Bí thư đầu tiên là"), server.told()
    assert "Traceback" not in server.told()


def test_the_settings_may_be_broken_at_first(site: Path, start: Callable[[], Server]) -> None:
    whole = (site / "mkdocs.yml").read_bytes()
    put(site, "mkdocs.yml", "nav: [\n")
    server = start()
    assert server.shows("Chưa dựng được trang"), server.told()
    put(site, "mkdocs.yml", whole)
    assert server.shows("Bí thư đầu tiên là"), server.told()
    assert "Traceback" not in server.told()


@pytest.mark.parametrize("name", ["docs", "data"])
def test_a_folder_that_goes_and_comes_back_is_seen(
    site: Path, start: Callable[[], Server], name: str
) -> None:
    server = start()
    assert server.shows("Bí thư đầu tiên là"), server.told()
    (site / name).rename(site / "cho-khac")
    assert server.shows(f"{name}:1:1: lỗi: không có thư mục {name}/"), server.told()
    (site / "cho-khac").rename(site / name)
    assert server.shows("Bí thư đầu tiên là"), server.told()
    server.edit(CHAPTER, "Bí thư đầu tiên là", "Người giữ chức đầu tiên là")
    assert server.shows("Người giữ chức đầu tiên là"), server.told()
    # What was not there at first, and a file saved as many editors do.
    put(site, "overrides/assets/stylesheets/rieng.css", "p { margin: 0 }")
    assert server.until(lambda: "margin" in server.page("assets/stylesheets/rieng.css"))
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    put(site, "mkdocs.moi", settings.replace("site_name: Lịch sử", "site_name: Sử"))
    (site / "mkdocs.moi").rename(site / "mkdocs.yml")
    assert server.shows("Sử Mây Thượng"), server.told()
    assert "Traceback" not in server.told()


def test_a_port_that_is_taken_is_told(site: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "-m", "scripts.serve", "--root", str(site), "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    assert result.returncode == 2
    assert f"không mở được cổng {port} (" in result.stderr
    assert f"→ make serve PORT={port + 1}\n" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_error_page_shows_words_and_no_markup() -> None:
    page = error_page(["docs/a.md:1:1: lỗi: thẻ “<script>” → bỏ"]).decode()
    assert "thẻ “&lt;script&gt;” → bỏ" in page
