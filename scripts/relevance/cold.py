"""How long the first query of a visit takes on a slow line and a slow phone, and what it fetches.

A browser of its own for each try, with nothing kept; the page has come, the reader opens the search
and has typed as soon as there is a field. Counted from the click that opens it until the first
result is seen.
"""

from __future__ import annotations

import gzip
import http.server
import os
import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Any

from macros.text.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

LATENCY = 150
"""Milliseconds from a request to the first byte of its answer."""
BYTES = 200_000
"""Bytes a second that come over the line: 1.6 Mbit/s."""
SLOWER = 4
"""So many times as long as on this machine the processor of the phone takes."""
HEADERS = 300
"""Bytes that the headers of an answer are counted as."""
QUERIES = ("dang bo khoi lam dam", "nguyen van yen", "đại hội lần thứ ba", "danh muc ho so")
"""Of the fabricated site (scripts/bench): an organization, a person, a congress, words of prose."""

_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg"})
_TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
# Written into the page, so that no message to this process is part of what is measured.
_ASK = """query => new Promise(done => {
  performance.clearResourceTimings();
  const start = performance.now();
  const seen = new MutationObserver(() => {
    if (!document.querySelector(".search__result")) return;
    seen.disconnect();
    const all = performance.getEntriesByType("resource");
    const fetched = all.filter(one => one.name.includes("search")).map(one => [
      one.name.split("/").pop(), one.startTime - start, one.responseEnd - start,
      one.encodedBodySize]);
    done({ taken: performance.now() - start, fetched });
  });
  seen.observe(document.body, { childList: true, subtree: true });
  const type = () => {
    const field = document.querySelector(".search__input");
    if (!field) return setTimeout(type, 5);
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  document.querySelector(".search-open").click();
  type();
})"""


@dataclass(frozen=True)
class Cold:
    """A first query: seconds until its first result in each try, its bytes and files.

    `files` are those of the middle try: name, when asked for and when there (milliseconds), bytes.
    """

    query: str
    seconds: tuple[float, ...]
    files: tuple[tuple[str, float, float, int], ...]

    @property
    def bytes(self) -> int:
        """What came over the line, with headers."""
        return sum(size + HEADERS for *_, size in self.files)


def cold(site: Path, queries: Sequence[str] = QUERIES, tries: int = 3) -> list[Cold]:
    """Ask each query of a built site so many times, in turn."""
    from playwright.sync_api import sync_playwright

    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((program for name in names if name and (program := shutil.which(name))), None)
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        rounds = [[_asked(browser, address, query) for query in queries] for _ in range(tries)]
        browser.close()
    made = []
    for query, some in zip(queries, zip(*rounds, strict=True), strict=True):
        in_order = sorted(some, key=lambda one: float(one["taken"]))
        files = tuple(tuple(one) for one in in_order[len(in_order) // 2]["fetched"])
        made.append(Cold(query, tuple(one["taken"] / 1000 for one in in_order), files))
    return made


def _asked(browser: Browser, address: str, query: str) -> dict[str, Any]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(0)
    page.goto(address, wait_until="networkidle")
    # Before the scripts listen, the button is a link to a page of its own.
    page.wait_for_selector("html[data-reading=ready]")
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    speed = {"latency": LATENCY, "downloadThroughput": BYTES, "uploadThroughput": BYTES}
    line.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    found: dict[str, Any] = page.evaluate(_ASK, query)
    context.close()
    return found


def told(rows: Sequence[Cold], *, files: bool = False) -> str:
    """Return what was measured in words, with the files of each query on request."""
    lines = [
        f"Lần tìm đầu ở máy chậm {SLOWER} lần, đường truyền {BYTES // 1000} KB/s, trễ {LATENCY} ms:"
    ]
    for one in rows:
        seconds = f"{median(one.seconds):.2f} giây ({one.seconds[0]:.2f}–{one.seconds[-1]:.2f})"
        weight = f"{say_number(round(one.bytes / 1000))} KB, {len(one.files)} tệp"
        lines.append(f"  {one.query}: {seconds.replace('.', ',')}; {weight}")
        if files:
            lines += [
                f"    {name}: {start:.0f}–{end:.0f} ms, {say_number(size)} byte"
                for name, start, end, size in one.files
            ]
    return "\n".join(lines)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a built site as a host does that packs text; yield its address."""

    @cache
    def content(name: str) -> tuple[bytes, bool] | None:
        file = folder / (name + "index.html" if name.endswith("/") or not name else name)
        if not file.is_file():
            return None
        data, packed = file.read_bytes(), file.suffix in _PACKED
        return (gzip.compress(data) if packed else data), packed

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            name = self.path.partition("?")[0].lstrip("/")
            found = content(name)
            body, packed = found or (b"", False)
            self.send_response(200 if found else 404)
            suffix = os.path.splitext(name)[1] or ".html"  # noqa: PTH122 (of an address)
            self.send_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing of each file."""

    class Server(http.server.ThreadingHTTPServer):
        request_queue_size = 64

        def handle_error(self, *_: object) -> None:
            """Say nothing of a browser that was closed."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
