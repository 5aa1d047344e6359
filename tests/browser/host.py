"""A static host on this machine: a sub-path, gzip, the site's own sample headers, slow fonts."""

from __future__ import annotations

import gzip
import http.server
import threading
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "/lich-su/"
"""Where the site stands on its host."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".txt": "text/plain",
}


def sample_headers(site: Path) -> dict[str, str]:
    """Return the headers that `_headers` of a built site asks for on every page."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    of_all = lines[lines.index("/*") + 1 :]
    pairs = (line.split(": ", 1) for line in of_all if line.startswith("  "))
    return {name.strip(): value for name, value in pairs if name.strip() != _OPEN_DATA}


_OPEN_DATA = "Access-Control-Allow-Origin"


@cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave in one piece: in two, the system waits 40 ms between them.
    wbufsize = -1
    site: Path
    headers_sent: dict[str, str]
    font_delay: float

    def do_GET(self) -> None:
        """Answer with a file, gzipped if it is text; with 404.html if there is none."""
        path = self.path.partition("?")[0]
        name = path.removeprefix(PREFIX) + ("index.html" if path.endswith("/") else "")
        file = self.site / name
        found = path.startswith(PREFIX) and file.is_file()
        if not found:
            file = self.site / "404.html"
        if file.suffix == ".woff2":
            time.sleep(self.font_delay)
        self.send_response(200 if found else 404)
        body = file.read_bytes()
        if kind := _TYPES.get(file.suffix):
            body = _packed(file)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        for header, value in self.headers_sent.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    # A browser opens several connections at once for the assets of one page.
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that went on to the next page."""


@contextmanager
def hosted(site: Path, font_delay: float = 0.0) -> Iterator[str]:
    """Serve the built `site`; yield its address, which ends with a slash.

    Fonts arrive `font_delay` seconds late, as on a slow line.
    """
    made = {"site": site, "headers_sent": sample_headers(site), "font_delay": font_delay}
    handler = type("Handler", (_Handler,), made)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()
