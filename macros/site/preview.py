"""A live preview of exactly what `make site` would publish.

Whenever a file is saved, a separate process builds the site into a separate folder. A broken
chapter, data file or setting is reported in the terminal and in the browser, and the server waits
for the next save, even if the first build fails.
"""

from __future__ import annotations

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

from macros.messages.output import DONE, FAULT
from macros.project.transcriptions import has_texts
from macros.site.watch import State, Watch, state_of
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from macros.project.project import Project


WATCHED = ("docs", "data", "macros", "overrides", "mkdocs.yml")
_ERROR_PAGE = PROGRAM / "overrides" / "preview.html"
_ERROR = re.compile(r"^\S+:\d+:\d+: lỗi: ")


class Preview(LiveReloadServer):
    """MkDocs' development server over a folder; while there are errors, every page shows them."""

    def __init__(
        self,
        build: Callable[[], list[str]],
        folder: Path,
        host: str,
        port: int,
        say: Callable[[str], None],
    ) -> None:
        self.build = build
        self.say = say
        self.errors: list[str] = []
        super().__init__(self.rebuild, host, port, str(folder))

    def request_build(self) -> None:
        """Ask for the site to be built again soon."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def rebuild(self) -> None:
        """Build the site and store the errors; never raises, because the server would hang."""
        mending = bool(self.errors)
        if mending:
            # Or nobody would know, until the build has ended, that the correction was seen.
            self.say("Thấy thay đổi, đang dựng lại …")
        try:
            self.errors = self.build()
        except OSError as error:
            self.errors = [f"không chạy được lệnh dựng trang ({error}) → lưu lại tệp để thử lại"]
        for line in self.errors:
            self.say(line)
        now = time.strftime("%H:%M:%S")
        done = "chưa dựng được, sửa rồi lưu lại" if self.errors else "đã dựng xong"
        if mending and not self.errors:
            done += ", các lỗi trên đã hết"
        self.say(f"[{now}] {done}")

    def serve_request(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request; if there are errors, with the error page instead of any page."""
        path: str = environ["PATH_INFO"]
        if self.errors and path.endswith(("/", ".html")):
            start_response("500 Error", [("Content-Type", "text/html; charset=utf-8")])
            return [error_page(self.errors)]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Insert the script of the preview, and allow only that script in the page's policy."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
        digest = base64.b64encode(hashlib.sha256(script).digest())
        return page.replace(b"script-src 'self'", b"script-src 'self' 'sha256-%b'" % digest, 1)


def error_page(lines: Sequence[str]) -> bytes:
    """Return the page that shows the errors and keeps refreshing itself."""
    templates = Environment(loader=FileSystemLoader(_ERROR_PAGE.parent), autoescape=True)
    return templates.get_template(_ERROR_PAGE.name).render(lines=lines).encode()


def build_site(root: Path, site: Path) -> list[str]:
    """Publish the project at `root` to `site`; return the errors, which keep the old site."""
    environment = {**os.environ, "PYTHONPATH": str(PROGRAM), "SITE_URL": ""}
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "scripts.build", "--root", str(root), "--site", str(site)],
        cwd=PROGRAM,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # Ctrl+C is for the server, which ends the build itself
    )
    if result.returncode == 0:
        return []
    lines = result.stderr.splitlines() or [
        "lệnh dựng trang bị dừng giữa chừng → lưu lại tệp để thử lại"
    ]
    return [line for line in lines if _ERROR.match(line)] or lines


def build_and_renew(root: Path, site: Path, say: Callable[[str], None]) -> Callable[[], list[str]]:
    """Return a function that builds the site, then renews the evidence if data/ has changed.

    As in `make check`, that needs a remembered folder of transcriptions. A file that is renewed
    makes the preview build once more.
    """
    data = [root / "data"]
    renewed: State = {}

    def build() -> list[str]:
        nonlocal renewed
        before = state_of(data)
        errors = build_site(root, site)
        # What was saved meanwhile has not been checked; it is built next.
        if not errors and before != renewed and state_of(data) == before:
            for line in renew_evidence(root):
                say(line)
            renewed = state_of(data)
        return errors

    return build


def renew_evidence(root: Path) -> list[str]:
    """Renew what the evidence says of data/; return a line for each file that was written."""
    if not has_texts(root):
        return []
    command = [sys.executable, "-m", "scripts.evidence", "--root", str(root), "renew"]
    environment = {**os.environ, "PYTHONPATH": str(PROGRAM)}
    result = subprocess.run(  # noqa: S603
        command, cwd=PROGRAM, env=environment, capture_output=True, text=True, check=False
    )
    return result.stdout.splitlines()


def serve(
    project: Project,
    host: str,
    port: int,
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> int:
    """Serve the preview of a project until Ctrl+C; return the exit status.

    `say` gets progress messages, `complain` the reason why there is no preview.
    """
    # Do not log requests for missing files in the editor's terminal.
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="xem-thu-") as folder:
        site = Path(folder) / "site"
        preview = Preview(build_and_renew(project.root, site, say), site, host, port, say)
        # MkDocs adds the script that reloads a page only if it watches something itself.
        preview.watch(str(project.config))
        # Begun before the first build, so that what is saved meanwhile is built after it.
        watch = Watch([project.root / name for name in WATCHED], preview.request_build)
        say("Đang dựng trang …")
        preview.rebuild()
        say(f"Xem tại {preview.url} (Ctrl+C để dừng)")
        try:
            preview.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            say("\nĐã dừng.")
        except OSError as error:
            complain(f"không mở được cổng {port} ({error.strerror}) → make serve PORT={port + 1}")
            return FAULT
        finally:
            watch.close()
            preview.shutdown()
    return DONE
