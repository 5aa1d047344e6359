"""A new picture: a copy that may be committed, and a record with what the file says of itself.

What only the editor knows is left empty; `make check` reports each line until it is filled in.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from PIL import ExifTags, Image, UnidentifiedImageError

from macros.admission.data_pictures import FOLDER, SUFFIXES, unfit
from macros.admission.names import renamed
from macros.admission.photographs import described
from macros.admission.pictures import to_the_end
from macros.archive.complete import load_archive
from macros.authoring.scaffold import ScaffoldError
from macros.dates import DateError, parse_edtf
from macros.images.copies import rewritten
from macros.images.sizes import Recipe
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.model.picture_codes import LICENCES, PICTURE_KINDS
from macros.system.program import PROGRAM
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from macros.messages.output import Output
    from macros.project.project import Project

LONGEST = 4_000
"""Pixels of the longer side of a picture that is kept: sharp over two pages in print."""
MOST_PIXELS = 250_000_000
"""The largest file that is read: a scan of A2 at 600 pixels to the inch has no more."""
QUALITY = 93
_AS_IT_IS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif"}
_CONVERTED = {"TIFF": "jpeg", "BMP": "png", "GIF": "png", "MPO": "jpeg"}
_RECORD = """\
# Mỗi dòng bỏ trống dưới đây make check nhắc cho đến khi ghi xong; dòng không cần thì xóa.
# Loại: {kinds}.
kind:{kind}
# Tả cho người không thấy ảnh: trong ảnh có ai, đang làm gì, ở đâu.
alt:
# Một câu in dưới ảnh: ảnh về việc gì.
caption:
{date}# Ai đang giữ bản gốc; ảnh in trong một nguồn thì xóa dòng này, ghi cite: ma-nguon#đoạn.
holder:
# Quyền: {licences}.
licence:
# Bỏ dấu # ở dòng cần dùng:
# place: nơi chụp
# people: [ma-nhan-vat, {{unnamed: một đại biểu}}]
# organizations: [ma-to-chuc]
# shows: [ma-to-chuc/ma-dai-hoi]
# author: người chụp
# rights: người giữ quyền, hoặc người đã đồng ý cho đăng
"""
_DATE = """\
# Máy ảnh ghi ngày này; ảnh chụp lại một bức cũ thì sửa, hoặc xóa dòng.
date: "{}"
"""
_NEXT = """\

Việc tiếp theo:
  1. Ghi những dòng còn trống trong {record}: {lacking}.
  2. Chèn ảnh vào chương bằng {{{{ picture("{id}") }}}}.
  3. make check{where} để soát."""


class _Prepared(NamedTuple):
    """A picture ready to be kept: its bytes, their suffix, its size in pixels, and what was done.

    `date` is the day that a camera noted, or ""; `photographed` whether a camera made the file.
    """

    data: bytes
    suffix: str
    size: tuple[int, int]
    done: tuple[str, ...]
    date: str
    photographed: bool


def create_picture(project: Project, file: Path, identifier: str) -> Output:
    """Write a picture and its record; the exit status is 1 if it is refused.

    Without an `identifier` the picture is named after its file.
    """
    root = project.root
    try:
        own = identifier or named_after(file)
        _refuse_id(root, own)
        picture = _read(file)
    except ScaffoldError as refusal:
        yield from error_lines([f"lỗi: {refusal.message} → {refusal.remedy}"])
        return WRONG
    path, record = f"{FOLDER}/{own}{picture.suffix}", f"{FOLDER}/{own}.yml"
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(picture.data)
    text = _record(picture)
    (root / record).write_text(text, encoding="utf-8", newline="\n")
    size = f"{picture.size[0]} × {picture.size[1]} điểm"
    yield Line(f"{path}: {', '.join((size, *picture.done))}")
    yield Line(f"{record}: đã tạo")
    lacking = ", ".join(
        line[:-1] for line in text.splitlines() if line.endswith(":") and line[0] != "#"
    )
    where = "" if root == PROGRAM else f" ROOT={quote(str(root))}"
    yield Line(_NEXT.format(record=record, lacking=lacking, id=own, where=where))
    return DONE


def named_after(file: Path) -> str:
    """Return the id for a file: `Ảnh 1.JPG` → `anh-1`."""
    name = renamed(f"{file.stem}.x").removesuffix(".x")
    return name if is_id(name) else f"anh-{name}"


def _refuse_id(root: Path, identifier: str) -> None:
    if not is_id(identifier):
        better = named_after(Path(f"{identifier}.x"))
        raise ScaffoldError(
            f"mã “{identifier}” không đúng dạng",
            f"chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ ID={better}",
        )
    archive, _ = load_archive(root)
    paths = [root / FOLDER / f"{identifier}{suffix}" for suffix in (".yml", *SUFFIXES)]
    found = next((one for one in paths if one.exists()), None)
    if found is not None or identifier in archive.pictures:
        name = found.name if found else f"{identifier}.yml"
        raise ScaffoldError(f"đã có {FOLDER}/{name}", "thêm ID=một-mã-khác, hoặc sửa bản ghi đã có")


def _read(file: Path) -> _Prepared:
    """Read the file of a picture; raises ScaffoldError for one that cannot be used."""
    if not file.is_file():
        raise ScaffoldError(f"không có tệp “{file}”", "ghi đường dẫn đến tệp ảnh: PICTURE=…")
    if not file.stat().st_size:
        raise ScaffoldError(f"tệp ảnh “{file.name}” rỗng (0 byte)", "chép lại tệp từ máy gốc")
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            to_the_end(),
            Image.open(file) as picture,
        ):
            return _prepared(file, picture)
    except ScaffoldError:
        raise
    except UnidentifiedImageError as error:
        raise ScaffoldError(
            f"không đọc được “{file.name}”: không phải ảnh, hoặc là HEIC, RAW",
            "mở bằng chương trình xem ảnh, lưu thành JPEG rồi chạy lại",
        ) from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ScaffoldError(
            f"tệp ảnh “{file.name}” hỏng hoặc không trọn vẹn", "chép lại tệp từ máy gốc"
        ) from error


def _prepared(file: Path, picture: Image.Image) -> _Prepared:
    form = picture.format or ""
    if form not in (*_AS_IT_IS, *_CONVERTED):
        message = f"“{file.name}” là ảnh loại {form}, chưa dùng được"
        raise ScaffoldError(message, "lưu thành JPEG hoặc PNG rồi chạy lại")
    if picture.width * picture.height > MOST_PIXELS:
        message = f"“{file.name}” có quá {MOST_PIXELS // 1_000_000} triệu điểm"
        raise ScaffoldError(message, "thu nhỏ ảnh rồi chạy lại")
    said = described(file)
    # A phone may keep several pictures in one file (MPO); the first one is meant.
    single = said if form != "MPO" else said._replace(frames=1)
    if wrong := unfit(picture, file, single):
        raise ScaffoldError(*wrong)
    exif = picture.getexif()
    day = str(exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal, ""))
    scale = min(1.0, LONGEST / max(said.width, said.height))
    size = max(1, round(said.width * scale)), max(1, round(said.height * scale))
    done = (
        "đã bỏ vị trí nơi chụp" if said.located else "",
        f"thu nhỏ từ {said.width} × {said.height}" if scale < 1 else "",
    )
    kept = form in _AS_IT_IS and scale == 1 and not said.remarks
    if kept:
        picture.load()
        data, suffix = file.read_bytes(), _AS_IT_IS[form]
    else:
        # A format without loss stays one without loss, for the sake of lines and letters.
        copy = Recipe(*size, _CONVERTED.get(form, form.lower()), QUALITY)
        data, suffix = rewritten(file, copy), copy.suffix
    return _Prepared(data, suffix, size, tuple(filter(None, done)), _day(day), bool(day))


def _day(noted: str) -> str:
    """Return the day that a camera noted (“2019:05:04 10:11:12”) as EDTF, "" for none."""
    day = noted[:10].replace(":", "-")
    try:
        parse_edtf(day)
    except DateError:
        return ""
    return day if len(day) == 10 else ""


def _record(picture: _Prepared) -> str:
    def listed(codes: object) -> str:
        return ", ".join(f"{one.code} ({one.word})" for one in codes)  # type: ignore[attr-defined]

    return _RECORD.format(
        kinds=listed(PICTURE_KINDS.entries),
        kind=" photograph" if picture.photographed else "",
        date=_DATE.format(picture.date) if picture.date else "",
        licences=listed(LICENCES.entries),
    )
