"""Draw the pictures of the editors' guide again, from fabricated sites and a real browser.

They are committed, and small, so that the guide can be read without a browser to draw them.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import io
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from macros.system.program import PROGRAM
from scripts.bench.generate import generate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Page

FOLDER = PROGRAM / "docs/bien-tap/hinh"
HEAVIEST = 60 * 1024
"""So many bytes a picture may have."""
NAME = "Đảng bộ xã Mây Hạ"
_TERMINAL = """body { background: #221e19; color: #f6f3ec; margin: 0; padding: 24px; width: 912px;
  font: 15px/1.6 "Noto Sans", "DejaVu Sans", sans-serif; white-space: pre-wrap;
  overflow-wrap: anywhere }
body::first-line { color: #eb9a8b; font-weight: bold }"""
"""How the words of a command look; few fonts of one width have all Vietnamese letters."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write all pictures of the guide; return the exit status."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as kept, sync_playwright() as played:
        browser = played.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 960, "height": 640})
        _sites(page, Path(kept))
        _commands(page, Path(kept) / "mau")
        browser.close()
    return 0


def _sites(page: Page, folder: Path) -> None:
    """Draw the home page of a fresh site, a chapter and the card of a fact."""
    _run("scripts.new", "--root", str(folder / "moi"), "ORGANIZATION=may-ha", f"NAME={NAME}")
    (folder / "mau").mkdir()
    generate(folder / "mau", 1)
    for name in ("moi", "mau"):
        _run("scripts.build", "--root", str(folder / name))
    with _served(folder / "moi/site") as address:
        page.goto(address)
        _keep(page, "trang-moi")
    with _served(folder / "mau/site") as address:
        volume = next((folder / "mau/docs").glob("*/lanh-dao.md")).parent.name
        page.goto(f"{address}{volume}/so-lieu/")
        page.wait_for_selector("html[data-reading=ready]", state="attached")
        _keep(page, "chuong")
        page.locator("article a.fact:visible").first.click()
        page.wait_for_selector(".card:popover-open")
        _keep(page, "the-du-kien")


def _commands(page: Page, root: Path) -> None:
    """Draw what the report of changes and the check say of a figure that is typed anew."""
    page.set_viewport_size({"width": 960, "height": 310})
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Trang")):
        who = ("-c", "user.name=Biên tập", "-c", "user.email=bien-tap@vi-du.vn")
        subprocess.run(["git", *who, *words], cwd=root, check=True)
    file = next((root / "data/organizations").glob("*/statistics.yml"))
    text = file.read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.strip().startswith("value:"))
    for picture, value, module, command in (
        ("bao-cao", "1234", "scripts.changes", "make changes BASE=HEAD FORMAT=text"),
        ("loi", "12.345", "scripts.check", "make check"),
    ):
        file.write_text(text.replace(line, f"{line.partition(':')[0]}: {value}", 1), "utf-8")
        base = ("--format", "text", "--", "HEAD") if module == "scripts.changes" else ()
        told = "\n".join(_run(module, "--root", str(root), *base).splitlines()[:12])
        page.goto("about:blank")  # the policy of the site before would take the style away
        page.add_style_tag(content=_TERMINAL)
        page.evaluate("(told) => { document.body.textContent = told; }", f"$ {command}\n{told}")
        _keep(page, picture, whole=True)


def _run(module: str, *arguments: str) -> str:
    """Run a command of the program; return what it prints, whatever its exit status."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=PROGRAM,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{done.stdout}{done.stderr}"


def _keep(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep what the browser shows as a picture of the guide, no heavier than `HEAVIEST`."""
    from PIL import Image

    shot = page.locator("body").screenshot() if whole else page.screenshot()
    FOLDER.mkdir(exist_ok=True)
    with Image.open(io.BytesIO(shot)) as image:
        for quality in (80, 65, 50, 35):
            packed = io.BytesIO()
            image.convert("RGB").save(packed, "WEBP", quality=quality, method=6)
            if packed.tell() <= HEAVIEST:
                break
    (FOLDER / f"{name}.webp").write_bytes(packed.getvalue())
    print(f"docs/bien-tap/hinh/{name}.webp: {packed.tell() // 1024} KB")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a built site at this machine; yield its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing of each file."""

    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    sys.exit(main())
