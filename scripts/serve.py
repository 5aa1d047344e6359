"""`make serve`: live preview of just what `make site` would publish.

Each saved file has the site built anew, by a process of its own and into a folder of its own: a
broken chapter, data file or setting is told, in the terminal and in the browser, and the server
waits for the next save. It makes no difference whether that is the first build.

Usage: `python -m scripts.serve [--port 8000] [--host 127.0.0.1] [--root FOLDER] [--trace]`.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import logging
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.livereload import LiveReloadServer

from scripts.command import FAULT, guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PROJECT = Path(__file__).resolve().parent.parent
WATCHED = ("docs", "data", "macros", "overrides", "mkdocs.yml")
_ERROR_PAGE = PROJECT / "overrides" / "preview.html"
_ERROR = re.compile(r"^\S+:\d+:\d+: lỗi: ")


class Preview(LiveReloadServer):
    """MkDocs' development server over a folder; every page tells the errors while there are any."""

    def __init__(self, build: Callable[[], list[str]], folder: Path, host: str, port: int) -> None:
        self.build = build
        self.errors: list[str] = []
        super().__init__(self.rebuild, host, port, str(folder))

    def rebuild(self) -> None:
        """Build the site and keep what is wrong; never raises, since the server would hang."""
        try:
            self.errors = self.build()
        except OSError as error:
            self.errors = [f"không chạy được lệnh dựng trang ({error}) → lưu lại tệp để thử lại"]
        for line in self.errors:
            print(line, flush=True)
        now = time.strftime("%H:%M:%S")
        done = "chưa dựng được, sửa rồi lưu lại" if self.errors else "đã dựng xong"
        print(f"[{now}] {done}", flush=True)

    def serve_request(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request: with the errors, if any, in the place of every page."""
        path: str = environ["PATH_INFO"]
        if self.errors and path.endswith(("/", ".html")):
            start_response("500 Error", [("Content-Type", "text/html; charset=utf-8")])
            return [error_page(self.errors)]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Let the one script of the preview run, and no other, under the policy of the page."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
        digest = base64.b64encode(hashlib.sha256(script).digest())
        return page.replace(b"script-src 'self'", b"script-src 'self' 'sha256-%b'" % digest, 1)


def error_page(lines: Sequence[str]) -> bytes:
    """Return the page that shows an editor what is wrong, and looks again by itself."""
    templates = Environment(loader=FileSystemLoader(_ERROR_PAGE.parent), autoescape=True)
    return templates.get_template(_ERROR_PAGE.name).render(lines=lines).encode()


def build_site(root: Path, site: Path) -> list[str]:
    """Publish the project at `root` to `site`; return what is wrong, the old site then kept."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "SITE_URL": ""}
    result = subprocess.run(
        [sys.executable, "-m", "scripts.build", "--root", str(root), "--site", str(site)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # Ctrl+C is for the server, which ends the build itself
    )
    if result.returncode == 0:
        return []
    told = result.stderr.splitlines() or [
        "lệnh dựng trang bị dừng giữa chừng → lưu lại tệp để thử lại"
    ]
    return [line for line in told if _ERROR.match(line)] or told


def serve(root: Path, host: str, port: int) -> int:
    """Serve the preview until Ctrl+C; return the exit status."""
    # Requests for what is not there need no line in an editor's terminal.
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="xem-thu-") as folder:
        site = Path(folder) / "site"
        preview = Preview(lambda: build_site(root, site), site, host, port)
        for name in WATCHED:
            if (root / name).exists():
                preview.watch(str(root / name))
        print("Đang dựng trang …", flush=True)
        preview.rebuild()
        print(f"Xem tại {preview.url} (Ctrl+C để dừng)", flush=True)
        try:
            preview.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            print("\nĐã dừng.")
        except OSError as error:
            print(
                f"không mở được cổng {port} ({error.strerror}) → make serve PORT={port + 1}",
                file=sys.stderr,
            )
            return FAULT
        finally:
            preview.shutdown()
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="make serve", description="Xem thử trang tại máy.")
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định: 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ (mặc định: chỉ máy này)")
    parser.add_argument("--root", type=Path, default=PROJECT, help="thư mục có mkdocs.yml")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    return guarded(
        "make serve", lambda: serve(root, options.host, options.port), trace=options.trace
    )


if __name__ == "__main__":
    sys.exit(main())
