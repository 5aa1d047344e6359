"""`make format` and `make repair`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.mending.chapter import mend_chapter
from macros.mending.key_order import date_fields
from macros.mending.typed import Mended, Mending, decoded, mend_letters
from macros.mending.yaml_form import formatted
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.model.files import model_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from macros.messages.output import Output
    from macros.model.base import Record

BY_MACHINE = frozenset({"data/verification.yml"})
"""What a command writes, in a form of its own."""
_MAX_BYTES = 4 * 1024 * 1024
_CURVED = re.compile(r"^(\s*(?:- )?(?P<key>[a-z_]+):\s*)[“”„‘’]([^“”„‘’\"']*)[“”‘’]\s*$")


def format_data(root: Path, paths: Sequence[Path] = (), *, check: bool = False) -> Output:
    """Bring data files into their form, all of them or those given.

    With `check` nothing is written, and the exit status is 1 if a file is not in its form.
    """
    changed = 0
    files = list(_data_files(root, paths))
    for path, shown, record in files:
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # the check tells of it
        form = formatted(text, record)
        if form == text:
            continue
        changed += 1
        if not check:
            path.write_text(form, encoding="utf-8", newline="\n")
        yield Line(f"{shown}: {'chưa theo mẫu' if check else 'đã chỉnh theo mẫu'}")
    if check and changed:
        yield from error_lines([f"lỗi: {changed} tệp chưa theo mẫu → chạy make format"])
        return WRONG
    if not changed:
        yield Line(f"{len(files)} tệp dữ liệu đã đúng mẫu.")
    return DONE


def _data_files(root: Path, paths: Sequence[Path]) -> Iterator[tuple[Path, str, type[Record]]]:
    for path in paths or sorted((root / "data").rglob("*.yml")):
        shown = _shown(root, path)
        record = model_of(shown)
        if record is not None and shown not in BY_MACHINE and path.is_file():
            yield path, shown, record


def _shown(root: Path, path: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def repair(root: Path, path: Path, *, dry_run: bool = False) -> Output:
    """Show and make the mendings of a chapter or a data file, or of all in a folder."""
    files = _repairable(root, path)
    if not files:
        remedy = "FILE là một tệp .md trong docs/ hoặc .yml trong data/, hay một thư mục ở đó"
        yield from error_lines([f"lỗi: không sửa được “{path}” → {remedy}"])
        return WRONG
    status, told = DONE, 0
    for file in files:
        shown = _shown(root, file)
        data = file.read_bytes()
        mended = _mended(data, shown) if len(data) <= _MAX_BYTES else None
        if mended is None:
            remedy = "mở tệp gốc, lưu lại với bảng mã UTF-8"
            yield from error_lines([f"{shown}:1:1: lỗi: không nhận ra bảng mã → {remedy}"])
            status = WRONG
            continue
        for one in mended.mendings:
            yield Line(f"{shown}:{one.line}: {one.told}")
        told += len(mended.mendings)
        if not dry_run and mended.text.encode() != data:
            file.write_text(mended.text, encoding="utf-8", newline="\n")
    counted = f"{told} chỗ" if told else "Không có chỗ nào máy sửa được"
    if not told:
        yield Line(f"{counted}; chạy make check để xem các lỗi khác.")
    else:
        done = "sẽ sửa (chưa ghi)" if dry_run else "đã sửa; chạy make check để xem còn gì"
        yield Line(f"{counted} {done}.")
    return status


def _repairable(root: Path, path: Path) -> list[Path]:
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [
        one
        for one in found
        if one.is_file()
        and not one.is_symlink()
        and (shown := _shown(root, one)) not in BY_MACHINE
        and (
            (shown.startswith("docs/") and one.suffix == ".md")
            or (shown.startswith("data/") and one.suffix == ".yml")
        )
    ]


def _mended(data: bytes, shown: str) -> Mended | None:
    read = decoded(data)
    if read is None:
        return None
    letters = mend_letters(read.text)
    mendings = [*read.mendings, *letters.mendings]
    if shown.endswith(".md"):
        chapter = mend_chapter(letters.text)
        return Mended(chapter.text, [*mendings, *chapter.mendings])
    record = model_of(shown)
    typed = _mend_typed(letters.text, record)
    form = formatted(typed.text, record) if record else typed.text
    if form != typed.text:
        first = next(
            n
            for n, (a, b) in enumerate(
                zip([*typed.text.split("\n"), ""], [*form.split("\n"), ""], strict=False), start=1
            )
            if a != b
        )
        mendings.append(Mending(first, "chỉnh theo mẫu: thứ tự trường, dấu nháy, dấu cách"))
    return Mended(form, sorted([*mendings, *typed.mendings]))


def _mend_typed(text: str, record: type[Record] | None) -> Mended:
    """Return a data file with spaces for tabs, and with straight marks around dates."""
    dates = date_fields(record) if record else frozenset()
    mended: list[str] = []
    mendings: list[Mending] = []
    for number, line in enumerate(text.split("\n"), start=1):
        own = line
        if "\t" in own and '"' not in own and "'" not in own:
            indent = len(own) - len(own.lstrip("\t "))
            own = own[:indent].replace("\t", "  ") + own[indent:].replace("\t", " ")
            mendings.append(Mending(number, "thay Tab bằng dấu cách"))
        found = _CURVED.match(own)
        if found and found["key"] in dates:
            own = f'{found[1]}"{found[3]}"'
            mendings.append(Mending(number, "thay dấu nháy cong quanh ngày bằng dấu nháy thẳng"))
        mended.append(own)
    return Mended("\n".join(mended), mendings)
