"""What picture files data/pictures/ may hold: photographs that can be copied to any size.

Stricter than beside chapters: the copies are made by the program, so colours must be those of a
screen; and the file itself is in the repository, so it may not say where it was taken.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from macros.admission.docs import PICTURES
from macros.admission.names import refusal, renamed
from macros.admission.picture_file import Described, PictureFile, look
from macros.messages.problems import About, Position, Problem
from macros.system.parallel import in_parallel
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

FOLDER = "data/pictures"
SUFFIXES = tuple(one for one in PICTURES if one != ".svg")
OTHER_SUFFIXES = (
    ".svg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".jfif", ".jp2", ".psd", ".raw",
)  # fmt: skip
"""Suffixes of pictures that are not admitted here."""
LEAST_SIDE = 100
"""The fewest pixels of the shorter side: less is an icon or a stamp, and looks broken in print."""
_SIXTEEN = 16


@dataclass
class Seen:
    """The pictures of the folder by the name that they share with their record, and the problems.

    `refused` are the names of refused pictures: that their records have no picture is no problem of
    its own.
    """

    files: dict[str, PictureFile] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def is_picture(path: Path) -> bool:
    """Return whether a file of data/pictures/ is a picture by its name, admitted or not."""
    return path.suffix.lower() in (*SUFFIXES, *OTHER_SUFFIXES)


def admit_data_pictures(root: Path, *, parallel: bool = False) -> Seen:
    """Look at every picture of `root`/data/pictures; see `in_parallel` for `parallel`."""
    seen = Seen()
    folder = root / FOLDER
    # Symbolic links are reported where the records are read.
    if folder.is_symlink() or (root / "data").is_symlink() or not folder.is_dir():
        return seen
    admitted = list(_admitted(folder, seen))
    if not admitted:
        return seen
    for path, found in zip(
        admitted,
        in_parallel("việc soát ảnh", partial(_looked, root), admitted, parallel=parallel),
        strict=True,
    ):
        if isinstance(found, Problem):
            _refuse(seen, path, found)
        elif path.stem in seen.files:
            other = Path(seen.files[path.stem].path).name
            message = f"ảnh “{path.stem}” có hai tệp: {other} và {path.name}"
            _refuse(seen, path, _about(path, message, "giữ một tệp, hoặc đổi tên tệp kia"))
        else:
            seen.files[path.stem] = found
    return seen


def _admitted(folder: Path, seen: Seen) -> Iterator[Path]:
    """Yield the files with valid names; none if they are too many, or too heavy together."""
    from macros.admission.pictures import MAX_ALL_BYTES, MAX_BYTES, MAX_PICTURES

    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if not is_picture(path) or path.is_dir():
            continue
        if wrong := _misplaced(path):
            _refuse(seen, path, wrong)
        else:
            found.append(path)
    total = sum(min(path.stat().st_size, MAX_BYTES) for path in found)
    message = ""
    if len(found) > MAX_PICTURES:
        message = f"có {len(found)} ảnh, quá {MAX_PICTURES}: không ảnh nào được soát"
    elif total > MAX_ALL_BYTES:
        message = f"các ảnh nặng quá {MAX_ALL_BYTES // 1024**2} MB: không ảnh nào được soát"
    if message:
        remedy = "bỏ bớt những ảnh không dùng, hoặc thu nhỏ chúng"
        seen.problems.append(Problem(Position(FOLDER), message, remedy))
        seen.refused |= {path.stem for path in found}
        return
    yield from found


def _refuse(seen: Seen, path: Path, wrong: Problem) -> None:
    seen.problems.append(wrong)
    seen.refused |= {path.stem, renamed(path.name).rpartition(".")[0]}


def _shown(path: Path) -> str:
    return f"{FOLDER}/{path.name}"


def _about(path: Path, message: str, remedy: str) -> Problem:
    shown = _shown(path)
    return Problem(Position(shown), message, remedy, about=About(shown, "", remedy))


def _misplaced(path: Path) -> Problem | None:
    """Return what is wrong with the name of a file, or its kind by its name."""
    if problem := refusal(path, _shown(path)):
        return problem
    suffix = path.suffix.lower()
    if suffix == ".svg":
        message = f"“{path.name}” là hình vẽ SVG, ở đây chỉ nhận ảnh điểm ({', '.join(SUFFIXES)})"
        remedy = "đặt hình cạnh chương và chèn bằng ![lời tả](tệp.svg), hoặc lưu thành PNG"
        return _about(path, message, remedy)
    if suffix in OTHER_SUFFIXES:
        message = f"“{path.name}” là ảnh thuộc loại không đăng được"
        remedy = (
            f"mở bằng chương trình xem ảnh, lưu thành {renamed(f'{path.stem}.jpg')} rồi xóa tệp này"
        )
        return _about(path, message, remedy)
    if not is_id(path.stem) or path.suffix != suffix:
        message = f"tên “{path.name}” không dùng làm mã được"
        remedy = f"đổi tên thành {renamed(path.name)} (chữ thường không dấu, chữ số, gạch nối)"
        return _about(path, message, remedy)
    return None


def _looked(root: Path, path: Path) -> PictureFile | Problem:
    from macros.admission.pictures import too_heavy

    # Before it is read: a file may be larger than the memory.
    if problem := too_heavy(path, _shown(path)):
        return problem
    return look(path, path.relative_to(root).as_posix(), _decoded)


def _decoded(path: Path, shown: str) -> Described | Problem:
    """Return what a picture file says of its picture, or what is wrong with it."""
    from PIL import Image

    from macros.admission.pictures import REMOVE_PLACE, decoded

    said = decoded(path, shown)
    if isinstance(said, Problem):
        return said
    if said.located:
        message = f"ảnh ghi vị trí nơi chụp ({said.where}), mà kho này ai cũng tải về được"
        return _about(path, message, f"xóa vị trí: {REMOVE_PLACE}")
    with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
        wrong = unfit(picture, path, said)
        return _about(path, *wrong) if wrong else said


def unfit(picture: Image.Image, path: Path, said: Described) -> tuple[str, str] | None:
    """Return why no copies can be made of an open picture, with the remedy."""
    if said.frames > 1 and picture.format == "TIFF":
        return f"tệp TIFF có {said.frames} trang", "lưu riêng từng trang cần dùng thành ảnh JPEG"
    if said.frames > 1:
        return f"ảnh động có {said.frames} khung hình", "chọn một khung hình, lưu thành ảnh JPEG"
    if picture.mode in ("CMYK", "LAB"):
        message = f"ảnh theo hệ màu in ({picture.mode}), màn hình hiện sai màu"
        return message, "mở bằng chương trình sửa ảnh, chuyển sang hệ màu RGB (sRGB) rồi lưu lại"
    if _depth(picture, path) >= _SIXTEEN:
        message = "ảnh có 16 bit mỗi màu, trang chỉ hiện được 8 bit"
        return message, "mở bằng chương trình sửa ảnh, chuyển sang 8 bit rồi lưu lại"
    if min(picture.size) < LEAST_SIDE:
        message = f"ảnh chỉ {picture.size[0]} × {picture.size[1]} điểm, mỗi cạnh cần {LEAST_SIDE}"
        return message, "thay bằng bản quét hay bản chụp lớn hơn"
    return None


def _depth(picture: Image.Image, path: Path) -> int:
    """Return the bits of one colour of a PNG, which Pillow opens as eight; 8 for any other."""
    if picture.format == "PNG":
        with path.open("rb") as file:
            return file.read(25)[24]
    return _SIXTEEN if picture.mode.startswith(("I", "F")) else 8
