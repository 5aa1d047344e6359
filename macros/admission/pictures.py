"""Whether a picture is what its name says it is, within limits, and holds nothing but a picture."""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml import etree
from PIL import Image, ImageFile, UnidentifiedImageError

from macros.admission.docs import DOCS
from macros.admission.drawings import multiplied
from macros.admission.photographs import described
from macros.admission.picture_file import Described, PictureFile, look
from macros.admission.polyglots import holds_more
from macros.messages.capped import OF_ALL
from macros.messages.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
MAX_PICTURES = 5_000
MAX_ALL_BYTES = 2 * 1024**3
"""The most bytes of all pictures of a site: what hosts accept, and what a check can decode."""
MAX_SVG_BYTES = 1024 * 1024
MAX_ELEMENTS = 20_000

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
"""Kinds of the container in which phones keep photographs, which browsers do not show."""
_TOO_LARGE = (
    f"hình có quá nhiều điểm, quá {MAX_PIXELS // 1_000_000} triệu",
    "thu nhỏ hình rồi lưu lại",
)
REMOVE_PLACE = (
    "Windows mở Properties → Details → Remove Properties; "
    "nơi khác dùng exiftool -gps:all= -xmp:all= -iptc:all= với tệp này"
)
"""How an editor takes the place out of a photograph."""
_WHERE_TAKEN = (
    "ảnh ghi vị trí nơi chụp ({where}), ai tải ảnh về cũng đọc được",
    f"nếu không muốn công bố thì xóa vị trí: {REMOVE_PLACE}",
)
_WHERE_TAKEN_KEPT = (
    "ảnh ghi vị trí nơi chụp ({where}): bản trên trang đã bỏ, "
    "tệp trong kho ai lấy về cũng đọc được",
    _WHERE_TAKEN[1],
)
"""For a picture whose copy on the site is written anew, without its metadata."""
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_WORDS = {"text", "tspan", "textPath", "title", "desc", "metadata"}
_PAINT = {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"}
_DRAWN = {"svg", "g", "defs", "symbol", "use", "style"} | _SHAPES | _WORDS | _PAINT
_EDITOR_DATA = ("rdf-syntax", "purl.org/dc", "creativecommons.org", "sodipodi", "inkscape")
"""Parts of the namespaces in which drawing programs keep their own data; browsers ignore it."""
_REFERENCE = re.compile(
    # A backslash may write any of these in other letters.
    r"url\(\s*['\"]?(?!#)|@|\\|image-set\(|src\(|expression\(|(?:java|vb)script:|data:|//",
    re.IGNORECASE,
)
_NOT_STYLED = {"id", "class", "d", "transform"}


def refused_picture(path: Path, shown: str) -> Problem | None:
    """Return what is wrong with the picture at `path`, called `shown`; None for a sound one."""
    if problem := too_heavy(path, shown):
        return problem
    wrong = _svg(path, path.stat().st_size) if path.suffix == ".svg" else _raster(path)
    return Problem(Position(shown), *wrong) if wrong else None


def too_heavy(path: Path, shown: str) -> Problem | None:
    """Return the problem of a file that weighs more than any picture may."""
    size = path.stat().st_size
    if size <= MAX_BYTES:
        return None
    message = f"hình nặng {size // 1024 // 1024} MB, quá {MAX_BYTES // 1024 // 1024} MB"
    return Problem(Position(shown), message, "thu nhỏ hình rồi lưu lại")


def _raster(path: Path) -> tuple[str, str] | None:
    """Decode a picture, so that one that cannot be shown is reported before it is published."""
    wanted = _FORMATS[path.suffix]
    try:
        # The warnings are about the size, which is checked here, and about broken metadata.
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                return _TOO_LARGE
            if picture.format == "MPO":
                return (
                    "ảnh của điện thoại có nhiều hình trong một tệp (MPO)",
                    "mở bằng chương trình xem ảnh, lưu thành một tệp JPEG mới",
                )
            if picture.format != wanted:
                return (
                    f"tên là {path.suffix} nhưng nội dung là {picture.format}",
                    "lưu lại đúng loại, hoặc đổi đuôi tên tệp",
                )
            with to_the_end():
                picture.load()
    except Image.DecompressionBombError:
        return _TOO_LARGE
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        # Pillow raises SyntaxError for a broken PNG.
        return _unreadable(path)
    if more := holds_more(path.read_bytes(), path.suffix):
        return more, "mở hình bằng chương trình xem ảnh rồi lưu thành tệp mới"
    return None


def _unreadable(path: Path) -> tuple[str, str]:
    """Return what an unreadable file is, as far as its first bytes tell, and the remedy."""
    with path.open("rb") as file:
        head = file.read(12)
    if not head:
        return "không đọc được hình: tệp rỗng (0 byte)", "chép lại tệp từ máy gốc"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF:
        message = f"không đọc được hình: tên là {path.suffix} nhưng nội dung là HEIC"
        return message, "mở bằng chương trình xem ảnh, lưu thành JPEG (đổi đuôi tên tệp không đủ)"
    if head.startswith(b"%PDF"):
        message = f"không đọc được hình: tên là {path.suffix} nhưng nội dung là PDF"
        return message, "xuất trang cần dùng thành ảnh JPEG hoặc PNG"
    broken = "không đọc được hình: tệp hỏng hoặc không phải là hình"
    return broken, "thay bằng tệp JPEG, PNG, WebP hoặc AVIF mở được"


@contextmanager
def to_the_end() -> Iterator[None]:
    """Let Pillow refuse a truncated picture, although WeasyPrint has told it to accept them."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _svg(path: Path, size: int) -> tuple[str, str] | None:
    """Return what a drawing holds besides shapes, text and styles: what runs, loads, multiplies."""
    again = "xuất lại hình chỉ gồm nét vẽ và chữ, hoặc lưu thành PNG"
    if size > MAX_SVG_BYTES:
        return f"hình SVG nặng quá {MAX_SVG_BYTES // 1024} KB", again
    data = path.read_bytes()
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        return "hình SVG khai báo DOCTYPE hoặc thực thể (entity)", again
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return "không đọc được hình SVG: tệp hỏng hoặc không phải SVG", again
    if tree.getroottree().docinfo.doctype or tree.getroottree().docinfo.internalDTD is not None:
        # In UTF-16 the search of the bytes above does not find it.
        return "hình SVG khai báo DOCTYPE hoặc thực thể (entity)", again
    if tree.tag != f"{_SVG}svg":
        return "tệp .svg không phải là hình SVG", again
    if tree.getroottree().xpath("//processing-instruction()"):
        # One may name a style sheet, which a browser fetches.
        return "hình SVG có chỉ thị xử lý", again
    for count, element in enumerate(tree.iter(), 1):
        if count > MAX_ELEMENTS:
            return f"hình SVG có hơn {MAX_ELEMENTS} phần tử", again
        if wrong := _wrong_element(element):
            return wrong, again
    return (wrong, again) if (wrong := multiplied(tree)) else None


def _wrong_element(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""  # a comment
    name = etree.QName(element).localname
    if element.tag != f"{_SVG}{name}":
        space = etree.QName(element).namespace or ""
        return (
            "" if any(mark in space for mark in _EDITOR_DATA) else f"hình SVG có phần tử <{name}>"
        )
    if name not in _DRAWN:
        return f"hình SVG có phần tử <{name}>"
    # The text of all nodes: a comment within divides it.
    if name == "style" and _REFERENCE.search(str(element.xpath("string()"))):
        return "kiểu trong hình SVG tải tệp khác"
    for key, value in element.attrib.items():
        qualified = etree.QName(key)
        if any(mark in (qualified.namespace or "") for mark in _EDITOR_DATA):
            continue
        attribute = qualified.localname.lower()
        if attribute.startswith("on"):
            return f"hình SVG có mã chạy (thuộc tính {attribute})"
        # An attribute `base` would make a reference within the drawing lead out of it.
        if attribute == "base" or (
            attribute in ("href", "src") and not str(value).strip().startswith("#")
        ):
            return "hình SVG trỏ ra tệp khác"
        if attribute not in _NOT_STYLED and _REFERENCE.search(str(value)):
            return "hình SVG trỏ ra tệp khác"
    return ""


def decoded(path: Path, shown: str) -> Described | Problem:
    """Return what the file of a picture says of it, or why it is refused."""
    if problem := refused_picture(path, shown):
        return problem
    return Described() if path.suffix == ".svg" else described(path)


def look_at_pictures(
    root: Path, pictures: Sequence[str]
) -> tuple[dict[str, PictureFile], list[Problem]]:
    """Return the sound pictures of docs/, given their paths under it, and what is wrong with all.

    If all together are beyond the limits, none is decoded; after as many refused ones as are ever
    shown, the rest is skipped. A picture that was sound is not decoded again
    (:mod:`macros.admission.picture_file`).
    """
    if problem := _too_many(root, pictures):
        return {}, [problem]
    sound: dict[str, PictureFile] = {}
    problems: list[Problem] = []
    refused = 0
    for name in pictures:
        path, shown = root / DOCS / name, f"{DOCS}/{name}"
        # Before it is read: a file may be larger than the memory.
        found = too_heavy(path, shown) or look(path, shown, decoded)
        if isinstance(found, PictureFile):
            sound[name] = found
            if found.said.located:
                words, remedy = _WHERE_TAKEN if found.said.frames > 1 else _WHERE_TAKEN_KEPT
                message = words.format(where=found.said.where)
                problems.append(Problem(Position(shown), message, remedy, Severity.NOTE))
            continue
        problems.append(found)
        refused += 1
        if refused >= OF_ALL:
            break
    return sound, problems


def _too_many(root: Path, pictures: Sequence[str]) -> Problem | None:
    # A single picture that is too heavy is reported by itself.
    sizes = [min((root / DOCS / name).stat().st_size, MAX_BYTES) for name in pictures]
    if len(pictures) > MAX_PICTURES:
        message = f"có {len(pictures)} hình, quá {MAX_PICTURES}: không hình nào được soát"
    elif sum(sizes) > MAX_ALL_BYTES:
        message = f"các hình nặng quá {MAX_ALL_BYTES // 1024**2} MB: không hình nào được soát"
    else:
        return None
    return Problem(Position(DOCS), message, "bỏ bớt những hình không dùng, hoặc thu nhỏ chúng")
