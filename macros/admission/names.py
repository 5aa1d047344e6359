"""Files that are never admitted, whatever folder they lie in, known by their names."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from macros.messages.problems import About, Position, Problem, Severity
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from pathlib import Path

# Files that programs and systems leave behind; nobody means to send them.
_LEFTOVER = re.compile(
    r"""(?ix)
    .*~ | ~\$.* | \#.*\# | \.\#.* | \.~lock\..* | \._.* | __macosx
    | thumbs\.db | ehthumbs\.db | desktop\.ini | \.ds_store
    | .*\.(?:bak|old|orig|rej|tmp|temp|swp|swo|part|crdownload)
    # What systems call a second copy: “x - Copy.md”, “x (1).md”.
    | .*[ ](?:-[ ])?(?:copy|bản[ ]sao)(?:[ ]?\(\d+\))?(?:\.[^.]*)?
    | .*\(\d+\)(?:\.[^.]*)?
    """
)
# A second copy that somebody may want to keep, under another name.
_COPY = re.compile(r"(?i).*[ (].*\.(?:md|yml|jpe?g|png|webp|avif|svg)")
_OFFICE = re.compile(
    r"(?i).*\.(?:docx?|docm|dotx?|xlsx?|xlsm|ods|odt|rtf|pptx?|odp|pdf|pages|numbers|key|msg|eml|zip|rar|7z)"
)
# Files that a web server or a browser acts on; those that a site needs come from overrides/.
_ACTED_ON = re.compile(
    r"""(?ix)
    _headers | _redirects | _config\.yml | cname | \.htaccess | \.nojekyll | web\.config
    | robots\.txt | sw\.js | service-worker\.js | manifest\.json | \.well-known
    | .*\.(?:html?|xhtml|xht|shtml|php\d?|cgi|asp|aspx|jsp)
    | .*\.(?:m?js|cjs|css|wasm|xml|xsl|xslt|webmanifest|swf|svgz)
    """
)
_SETTINGS = (".gitkeep", ".gitignore", ".gitattributes", ".editorconfig")
MAX_NAME = 120
"""The most bytes of a name: some systems on which the site may be kept refuse more."""


def refusal(path: Path, shown: str) -> Problem | None:
    """Return why the file or folder at `path`, called `shown`, is admitted nowhere; or None."""
    position, name = Position(shown), path.name
    try:
        mode = path.lstat().st_mode
    except OSError:
        return Problem(position, "không đọc được tệp", "kiểm tra tên và quyền của tệp")
    if stat.S_ISLNK(mode):
        message = "là liên kết (symbolic link), nội dung thật nằm ở nơi khác"
        return Problem(position, message, "xóa liên kết ấy, chép chính tệp vào đây")
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return Problem(position, "không phải tệp thường", "xóa đi")
    if _LEFTOVER.fullmatch(name):
        message = f"“{name}” là tệp thừa do máy hoặc trình soạn thảo để lại"
        # A hidden one is neither read nor published.
        severity = Severity.NOTE if name.startswith(".") else Severity.ERROR
        wanted = _COPY.fullmatch(name)
        remedy = f"xóa tệp, hoặc đổi tên thành {renamed(name)} nếu cần giữ" if wanted else "xóa tệp"
        return Problem(position, message, remedy, severity, about=About(shown, "", ""))
    if _OFFICE.fullmatch(name):
        message = (
            f"“{name}” là tệp văn phòng (Word, Excel, PDF…) hay tệp nén, không đăng lên trang được"
        )
        remedy = "chuyển ra khỏi thư mục này; nội dung thì viết thành chương .md và dữ liệu .yml"
        return Problem(position, message, remedy)
    if _ACTED_ON.fullmatch(name):
        message = f"“{name}” là tệp mà máy chủ hoặc trình duyệt sẽ chạy theo"
        remedy = "xóa đi; cần cho máy chủ thì nhờ người phụ trách mã nguồn đặt vào overrides/"
        return Problem(position, message, remedy)
    if len(os.fsencode(name)) > MAX_NAME:
        return Problem(position, f"tên dài hơn {MAX_NAME} byte", "đặt tên ngắn hơn")
    if name.startswith(".") and name not in _SETTINGS and stat.S_ISREG(mode):
        message = f"“{name}” là tệp ẩn: không được đọc, cũng không lên trang"
        remedy = "xóa tệp; cần cho trang thì đổi tên, bỏ dấu chấm ở đầu"
        return Problem(position, message, remedy, Severity.NOTE, about=About(shown, "", ""))
    return None


def renamed(name: str) -> str:
    """Return a name that could be used instead of `name`: `Ảnh 1.JPG` → `anh-1.jpg`."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem:
        stem, suffix = name, ""
    suffix = {"jpeg": "jpg", "markdown": "md"}.get(suffix.lower(), suffix.lower())
    return (slug(stem) or "ten-moi") + (f".{suffix}" if suffix else "")
