"""A site in the real theme for the browser to visit."""

from __future__ import annotations

import functools
import http.server
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from macros.engine.config import site_config

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
# The policy that the site is published under, with what the search of the site needs ('wasm-unsafe-eval').
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
    " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'"
)
CHAPTER = """# Đảng bộ phường Sông Mây: hình thành và các kỳ đại hội

Đảng bộ phường Sông Mây thành lập ngày 27/01/1994, có 2.522 đảng viên[^1]. Xem
[nhiệm kỳ thứ hai](ky-2.md).

## Các kỳ đại hội

<div class="table-scroll"><table class="data"><caption>Bảng 1. Bí thư qua các nhiệm kỳ</caption>
<thead><tr><th>Họ và tên</th><th>Nhiệm kỳ</th><th>Hình thức</th><th>Kiêm nhiệm chức danh khác</th>
<th class="num">Đại biểu</th></tr></thead>
<tbody><tr><th scope="row">Nguyễn Vũ Thủy Trượng</th><td>27/01/1994 – 10/02/1996</td>
<td>bầu, tái cử</td><td>Chủ tịch Hội đồng nhân dân</td><td class="num">1.071</td></tr>
<tr><th scope="row">Lê Ẩn Sương</th><td>10/02/1996 – 11/2000</td><td>chỉ định</td><td>–</td>
<td class="num">148</td></tr></tbody></table></div>

| Năm | Đảng viên |
| --- | ---: |
| 1994 | 2.522 |

[^1]: Quyết định thành lập, đoạn 3.
"""


LONG = "Chữ.\n\n" * 40


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below a sub-path, as a static host may, with the strict policy."""

    prefix = "/lich-su"

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.prefix))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine; yield its address, which ends with a slash."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{_Handler.prefix}/"
        server.shutdown()


@pytest.fixture(scope="session")
def themed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a fabricated site in this project's theme and settings, without macros."""
    folder = tmp_path_factory.mktemp("themed")
    for path, text in {
        "index.md": "# Trang đầu\n\nChữ.\n",
        "phuong/index.md": CHAPTER,
        "phuong/ky-1.md": "# Nhiệm kỳ thứ nhất\n\nChữ.\n",
        "phuong/ky-2.md": f"# Nhiệm kỳ thứ hai\n\n{LONG}## Kết quả\n\n{LONG}",
        "xa/index.md": "# Xã Gió\n\nChữ.\n",
        "xa/ky-1.md": "# Nhiệm kỳ của xã\n\nChữ.\n",
    }.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    nav = [
        {"Trang đầu": "index.md"},
        {"Phường": ["phuong/index.md", "phuong/ky-1.md", {"Sau này": ["phuong/ky-2.md"]}]},
        {"Xã": ["xa/index.md", "xa/ky-1.md"]},
    ]
    (folder / "mkdocs.yml").write_text("site_name: Lịch sử Sông Mây\n", encoding="utf-8")
    build(site_config(folder, plugins=[], nav=nav))
    with served(folder / "site") as address:
        yield address
