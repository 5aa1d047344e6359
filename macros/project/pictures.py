"""The pictures of a project: each record with its file, each file with its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.admission.data_pictures import FOLDER, SUFFIXES, Seen, admit_data_pictures
from macros.catalogue.pictures import gallery, shown_by
from macros.chapter.page import Context
from macros.images.sizes import beside_chapters
from macros.messages.problems import About, Position, Problem, Severity
from macros.messages.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.admission.picture_file import PictureFile
    from macros.archive import Archive
    from macros.chapter import Chapter, Inspection


FETCHED_IN_FULL = 1_000_000
"""Bytes of a picture that is published as it is, beyond which an editor gets a note."""


def pictures_of(root: Path, archive: Archive, *, parallel: bool = False) -> Seen:
    """Return the files of data/pictures/, with the problems of files and records without a pair.

    For `parallel` see :func:`macros.system.parallel.in_parallel`.
    """
    seen = admit_data_pictures(root, parallel=parallel)
    if archive.pictures or seen.files:
        lacking = list(_without_file(archive, seen))
        seen.problems += lacking
        seen.problems += _without_record(archive, seen)
        seen.problems += _alike(seen)
    return seen


def unused(archive: Archive, inspected: Iterable[tuple[Chapter, Inspection]]) -> Iterator[Problem]:
    """Yield a note for each picture that no chapter shows, except portraits and organizations'.

    `archive` knows the mentions in the chapters. No note while a chapter has mistakes: that chapter
    may show the picture.
    """
    chapters = list(inspected)
    if not archive.pictures or any(one.problems for _, one in chapters):
        return
    shown = {name for kind, name in archive.mentions if kind == "picture"}
    shown |= {one.organization.picture or "" for one in archive.dossiers.values()}
    for chapter, inspection in chapters:
        for call in inspection.calls:
            if call.macro.name == gallery.__name__:
                context = Context(chapter.path, call.organization, archive)
                shown.update(shown_by(context, call.arguments))
    for one in archive.pictures.values():
        if one.id not in shown and one.kind != "portrait":
            message = f"chưa chương nào chèn ảnh “{one.id}”"
            remedy = f'chèn bằng {{{{ picture("{one.id}") }}}} hoặc gallery(…); không dùng thì xóa'
            yield Problem(one.where(), message, remedy, Severity.NOTE)


def heavy_beside(root: Path, pictures: Mapping[str, PictureFile]) -> Iterator[Problem]:
    """Yield a note for each picture beside a chapter that every reader would fetch in full."""
    for file in pictures.values():
        size = (root / file.path).stat().st_size
        if size > FETCHED_IN_FULL and beside_chapters(file, size) is None:
            message = f"người đọc phải tải cả {size / 1_000_000:.1f} MB của hình này".replace(
                ".", ","
            )
            stem = file.path.rpartition("/")[2].rpartition(".")[0]
            remedy = f"lưu thành {stem}.jpg, hoặc ghi ảnh vào data/pictures/ và gọi picture(…)"
            yield Problem(Position(file.path), message, remedy, Severity.NOTE)


def _without_file(archive: Archive, seen: Seen) -> Iterator[Problem]:
    every = seen.files.keys() | seen.refused
    spare = seen.files.keys() - archive.pictures.keys()
    for one in archive.pictures.values():
        if one.id in every:
            continue
        near = nearest(one.id, sorted(spare))
        home = f"{FOLDER}/{one.id}"
        remedy = f"đặt tệp {home}.jpg cạnh bản ghi, hoặc xóa bản ghi"
        if near:
            name = seen.files[near].path
            remedy = f"có phải là {name}? Đổi tên tệp ấy cho cùng tên với bản ghi"
            seen.refused.add(near)
        message = f"không có tệp ảnh của “{one.id}” ({', '.join(SUFFIXES)})"
        yield Problem(one.where(), message, remedy)


def _without_record(archive: Archive, seen: Seen) -> Iterator[Problem]:
    for name, file in seen.files.items():
        home = f"{FOLDER}/{name}.yml"
        if name in archive.pictures or home in archive.unread or name in seen.refused:
            continue
        remedy = f"tạo {home} với kind, alt, caption, licence; không dùng ảnh thì xóa tệp"
        yield Problem(
            Position(file.path),
            "ảnh không có bản ghi, nên không lên trang nào",
            remedy,
            about=About(home, name, remedy, FOLDER, "picture"),
        )


def _alike(seen: Seen) -> Iterator[Problem]:
    """Yield a problem for each file with the same bytes as one before it."""
    first: dict[str, str] = {}
    for file in seen.files.values():
        other = first.setdefault(file.digest, file.path)
        if other != file.path:
            message = f"ảnh này giống hệt {other}"
            remedy = "giữ một bản ghi và một tệp, xóa tệp kia"
            yield Problem(Position(file.path), message, remedy)
