"""`make untold`: serves the untold page to the editor at this machine, and to nobody else.

The address has a random token; requests with another Host, and decisions that come from another
origin, are refused. Nothing is read from a path of the request: the few addresses are listed.
"""

from __future__ import annotations

import hmac
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from macros.archive.complete import load_archive
from macros.drafting.command import about_nobody, reading_of, transcription
from macros.drafting.desk import Desk, Outcome
from macros.drafting.view import FOLDER, page
from macros.messages.output import DONE, WRONG, Line, error_lines

if TYPE_CHECKING:
    from pathlib import Path

    from macros.messages.output import Output

ADDRESS = "127.0.0.1"
_MOST_BYTES = 64 * 1024
_FILES = {"untold.css": "text/css", "untold.js": "text/javascript"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    # Not "no-referrer": browsers would then hide the origin of a form.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class UntoldServer(HTTPServer):
    """Serves one desk. One request after the other: two decisions never write at once."""

    def __init__(self, desk: Desk, port: int = 0) -> None:
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        super().__init__((ADDRESS, port), _Handler)

    @property
    def origin(self) -> str:
        """The only origin that may send decisions."""
        return f"http://{ADDRESS}:{self.server_port}"

    @property
    def address(self) -> str:
        """The address of the page, with its token."""
        return f"{self.origin}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: UntoldServer
    server_version = "untold"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with the page or one of its two files."""
        name = self._name()
        if name is None:
            return
        if name in _FILES:
            data = (FOLDER / name).read_bytes()
            self._send(HTTPStatus.OK, data, f"{_FILES[name]}; charset=utf-8")
        elif name == "":
            self.server.desk.read()
            query = parse_qs(urlsplit(self.path).query)
            self._page(
                HTTPStatus.OK,
                page(self.server.desk, notice=_NOTICES.get(query.get("done", [""])[0], "")),
            )
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "Không có trang này.")

    def do_POST(self) -> None:
        """Take a decision on one draft."""
        name = self._name()
        if name is None:
            return
        if name != "act":
            self._refuse(HTTPStatus.NOT_FOUND, "Không có trang này.")
            return
        if self.headers.get("Origin") != self.server.origin:
            self._refuse(HTTPStatus.FORBIDDEN, "Yêu cầu đến từ một trang khác.")
            return
        form = self._form()
        if form is None:
            return
        desk = self.server.desk
        desk.read()
        item = form.get("item", "")
        before = desk.in_order()
        paragraph = desk.paragraph_of(item)
        outcome = _decided(desk, item, form)
        desk.read()
        if outcome.done:
            self.send_response(HTTPStatus.SEE_OTHER)
            place = desk.next_place(item, before, paragraph)
            self.send_header("Location", f"{self.server.address}?done={form['do']}#{place}")
            self._end_headers(b"")
        else:
            self._page(
                HTTPStatus.CONFLICT, page(desk, problem=outcome.words, item=item, typed=form)
            )

    def _name(self) -> str | None:
        """Return what of the page is asked for; None, answered, if the request is not ours."""
        if self.headers.get("Host") != urlsplit(self.server.origin).netloc:
            self._refuse(HTTPStatus.FORBIDDEN, "Máy chủ này chỉ phục vụ trang mở tại máy.")
            return None
        token, _, name = urlsplit(self.path).path.removeprefix("/").partition("/")
        if not hmac.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.NOT_FOUND, "Không có trang này.")
            return None
        return name

    def _form(self) -> dict[str, str] | None:
        length = self.headers.get("Content-Length", "")
        plain = self.headers.get("Content-Type", "") == "application/x-www-form-urlencoded"
        if not plain or not length.isascii() or not length.isdigit() or int(length) > _MOST_BYTES:
            self._refuse(HTTPStatus.BAD_REQUEST, "Yêu cầu không đọc được.")
            return None
        try:
            text = self.rfile.read(int(length)).decode("utf-8")
            fields = parse_qs(text, keep_blank_values=True, max_num_fields=60)
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST, "Yêu cầu không đọc được.")
            return None
        return {name: values[-1].replace("\r\n", "\n") for name, values in fields.items()}

    def _page(self, status: HTTPStatus, text: str) -> None:
        self._send(status, text.encode(), "text/html; charset=utf-8")

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self.close_connection = True
        self._send(status, f"{words}\n".encode(), "text/plain; charset=utf-8")

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self._end_headers(data)

    def _end_headers(self, data: bytes) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is inherited)
        """Say nothing: the address has the token."""


_NOTICES = {
    "accept": "Đã ghi vào data/ và soát lại, không có lỗi mới.",
    "reject": "Đã bỏ một đề nghị.",
    "not-fact": "Đã ghi vào not_facts của nguồn.",
}


def _decided(desk: Desk, item: str, form: dict[str, str]) -> Outcome:
    match form.get("do"):
        case "accept":
            return desk.accept(item, form)
        case "reject":
            return desk.reject(item)
        case "not-fact":
            return desk.not_fact(item, form.get("reason", ""))
    return Outcome(False, "Không rõ phải làm gì với mục này.")


def untold(root: Path, source: str, folder: Path | None = None, port: int = 0) -> Output:
    """Serve the untold page of a source until the editor stops it."""
    path = yield from transcription(root, source, folder)
    if path is None:
        return WRONG
    archive, _ = load_archive(root)
    if problem := about_nobody(reading_of(archive, path)):
        yield from error_lines([problem])
        return WRONG
    with UntoldServer(Desk(root, path), port) as server:
        yield Line(f"Mở trong trình duyệt của máy này: {server.address}")
        yield Line("Dừng bằng Ctrl-C. Địa chỉ có mã riêng: đừng gửi cho người khác.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            yield Line("Đã dừng.")
    return DONE
