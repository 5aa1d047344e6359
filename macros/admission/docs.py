"""What docs/ may hold: chapters, and pictures beside them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.admission.names import refusal, renamed
from macros.messages.problems import About, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = "docs"
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg")
LOOK_UP, GUIDE = "tra-cuu", "bien-tap"
"""The folders of the look-up pages and of the editors' guide, which are about the site itself."""

GENERATED_FOLDERS = (
    "anh", "answers", "assets", "data", "sach", "search", "javascripts", "stylesheets",
)  # fmt: skip
"""Folders of the site that the program fills: a file of docs/ could replace one there."""

MAX_FILES = 20_000
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@dataclass(frozen=True)
class Admitted:
    """The files of docs/ that may be read, by their paths under it, and what is refused."""

    pages: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def admit_docs(root: Path) -> Admitted:
    """Look at every path below `root`/docs; links are not followed, what is refused not entered."""
    pages: list[str] = []
    pictures: list[str] = []
    problems: list[Problem] = []
    folder = root / DOCS
    if folder.is_symlink():
        problem = refusal(folder, DOCS)
        return Admitted(problems=(problem,) if problem else ())
    for path in _walk(folder, problems):
        page = path.relative_to(folder).as_posix()
        if path.suffix == ".md":
            pages.append(page)
        else:
            pictures.append(page)
    return Admitted(tuple(pages), tuple(pictures), tuple(problems))


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield the files that are admitted, in order of their paths."""
    found = []
    for here, folders, files in os.walk(folder):
        for name in sorted(folders):
            if problem := _refused_folder(folder, Path(here, name)):
                problems.append(problem)
                folders.remove(name)
        for name in files:
            path = Path(here, name)
            if problem := _refused_file(folder, path):
                problems.append(problem)
            elif not name.startswith("."):
                found.append(path)
        if len(found) > MAX_FILES:
            message = f"có hơn {MAX_FILES} tệp"
            problems.append(Problem(Position(DOCS), message, "bỏ bớt những tệp không dùng"))
            break
    yield from sorted(found[:MAX_FILES])


def _shown(folder: Path, path: Path) -> str:
    return f"{DOCS}/{path.relative_to(folder).as_posix()}"


def _refused_folder(folder: Path, path: Path) -> Problem | None:
    shown = _shown(folder, path)
    if problem := refusal(path, shown):
        return problem
    if path.parent == folder and path.name in GENERATED_FOLDERS:
        message = f"thư mục “{path.name}” của trang do chương trình dựng, tệp ở đây sẽ thế chỗ"
        remedy = "đặt tệp vào thư mục của tổ chức"
        return Problem(Position(shown), message, remedy, about=About(shown, "", remedy))
    if path.name.startswith("."):
        message, remedy = "thư mục ẩn không được đọc", "xóa hoặc đổi tên thư mục"
        return Problem(Position(shown), message, remedy, about=About(shown, "", remedy))
    return _misnamed(path.name, shown)


def _refused_file(folder: Path, path: Path) -> Problem | None:
    shown = _shown(folder, path)
    if problem := refusal(path, shown):
        return problem
    if path.name.startswith("."):
        return None  # neither read nor published
    suffix = path.suffix.lower()
    if suffix in (".md", ".markdown", *PICTURES):
        return _misnamed(path.name, shown)
    message = f"“{path.name}” không phải chương (.md) cũng không phải hình"
    remedy = f"xóa tệp, hoặc đổi sang một trong: .md, {', '.join(PICTURES)}"
    if suffix in (".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".jfif"):
        message = f"“{path.name}” là hình thuộc loại không đăng được"
        other = renamed(f"{path.stem}.jpg")
        remedy = f"mở bằng chương trình xem ảnh, lưu thành {other} rồi xóa tệp này"
    return Problem(Position(shown), message, remedy, about=About(shown, "", remedy))


def _misnamed(name: str, shown: str) -> Problem | None:
    """Refuse a name that cannot be a part of an address: it must be easy to type in a link."""
    if _NAME.fullmatch(name) and not name.endswith(".markdown"):
        return None
    message = f"tên “{name}” không dùng làm địa chỉ được"
    remedy = f"đổi tên thành {renamed(name)} (chữ thường không dấu, chữ số, gạch nối)"
    return Problem(Position(shown), message, remedy, about=About(shown, "", remedy))
