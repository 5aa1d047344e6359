"""A real ``mkdocs serve``: a broken chapter is told and mended, the server lives on."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

from tests.engine.test_build import GOOD, ROOT, page, site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The archive of each build knows the one person that a file names.
MODULE = """\
from pathlib import Path
import macros
from macros.engine.inputs import Inputs, state_of
from tests.chapter.fabricated import Archive, Linker, registry

class Read(Archive):
    def __init__(self):
        self.entries = {**Archive.entries, ("person", None): [Path("person.txt").read_text()]}


def define_env(env):
    state_of(env.conf).inputs = Inputs(Read(), registry, Linker())
    macros.define_env(env)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


def test_broken_chapter_does_not_end_the_server(tmp_path: Path) -> None:
    root = site(tmp_path, {"index.md": GOOD.replace("#bieu-do", "index.md")})
    (root / "site_macros.py").write_text(MODULE, encoding="utf-8")
    (root / "person.txt").write_text("ly-van-dong", encoding="utf-8")
    log = root / "serve.log"
    address = f"127.0.0.1:{free_port()}"

    def served() -> str:
        try:
            with urllib.request.urlopen(f"http://{address}/index.html", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def told(text: str) -> bool:
        return text in log.read_text(encoding="utf-8")

    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    command += ["--watch", "person.txt"]
    with (
        log.open("w", encoding="utf-8") as output,
        subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            assert wait_for(lambda: "ly-van-dong *K*" in served()), log.read_text(encoding="utf-8")
            chapter = root / "docs/index.md"
            chapter.write_text(page("{{ config }}"), encoding="utf-8")
            assert wait_for(lambda: told("docs/index.md:5:4: lỗi: không được dùng biến “config”"))
            chapter.write_text(page('{{ person("tran-thi-thu") }}'), encoding="utf-8")
            assert wait_for(lambda: told("không có nhân vật “tran-thi-thu”"))
            # The facts are read again in each build.
            (root / "person.txt").write_text("tran-thi-thu", encoding="utf-8")
            assert wait_for(lambda: told("Reloading browsers"))
            assert "tran-thi-thu *K*" in served()
            assert server.poll() is None
            assert not told("Traceback")
        finally:
            server.terminate()
