"""What PDF/X-4 and PDF/A-2a demand of a file: small rules, each yielding what breaks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from lxml import etree
from pikepdf import Name

from macros.book.finishing.preflight.content import BLACK, INKS, OTHER, SCREEN, Content, box
from macros.book.finishing.streams import Pdf

_XMP = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}
_BLENDS = frozenset(
    [
        "/Normal",
        "/Compatible",
        "/Multiply",
        "/Screen",
        "/Overlay",
        "/Darken",
        "/Lighten",
        "/ColorDodge",
        "/ColorBurn",
        "/HardLight",
        "/SoftLight",
        "/Difference",
        "/Exclusion",
        "/Hue",
        "/Saturation",
        "/Color",
        "/Luminosity",
    ]
)
_TAGS = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)

Found = Iterator[str]


@dataclass(frozen=True)
class Rule:
    """One demand of a standard in words, and the function that finds what breaks it."""

    words: str
    violations: Callable[[Pdf, Content], Found]


@dataclass(frozen=True)
class Broken:
    """A demand that a file does not meet, and in what."""

    rule: Rule
    what: str


def broken(pdf: Pdf, content: Content, rules: tuple[Rule, ...]) -> list[Broken]:
    """Return what breaks the rules in a file, each thing once."""
    return [
        Broken(rule, what)
        for rule in rules
        for what in dict.fromkeys(rule.violations(pdf, content))
    ]


def _xmp(pdf: Pdf) -> Any:
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        return None
    try:
        return etree.fromstring(stream.read_bytes())
    except etree.XMLSyntaxError:
        return None


def _metadata(pdf: Pdf, name: str) -> str:
    """Return a value of the metadata stream by its prefixed name; "" if it has none."""
    tree = _xmp(pdf)
    if tree is None:
        return ""
    prefix, _, local = name.partition(":")
    for one in tree.iter(f"{{{_XMP[prefix]}}}{local}"):
        return " ".join("".join(one.itertext()).split())
    attribute = f"{{{_XMP[prefix]}}}{local}"
    return next((str(one.get(attribute)) for one in tree.iter() if one.get(attribute)), "")


# --- what both ask ----------------------------------------------------------------------------


def _identity(pdf: Pdf, _: Content) -> Found:
    if pdf.is_encrypted:
        yield "tệp bị khóa bằng mật khẩu"
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "tệp không có mã nhận dạng (ID)"


def _fonts(_: Pdf, content: Content) -> Found:
    yield from (
        f"phông {one.name} không nằm trong tệp" for one in content.fonts if not one.embedded
    )


def _glyphs(_: Pdf, content: Content) -> Found:
    yield from (f"trang {page} có chữ không có hình" for page in content.missing)


def _streams(pdf: Pdf, _: Content) -> Found:
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream):
            continue
        filters = str(one.get("/Filter", ""))
        if "/LZWDecode" in filters or "/Crypt" in filters:
            yield "có dữ liệu nén kiểu LZW hoặc mã hóa"
        if "/F" in one or "/FFilter" in one:
            yield "có dữ liệu nằm ở tệp khác"
        if one.get("/Subtype") == Name.PS or "/PS" in one or "/OPI" in one:
            yield "có mã PostScript hoặc OPI"
        if "/Alternates" in one:
            yield "có hình thay thế"
        if "/Ref" in one:
            yield "có hình lấy từ tệp PDF khác"


def _states(pdf: Pdf, _: Content) -> Found:
    for page in pdf.pages:
        held: Any = page.resources
        for state in held.get("/ExtGState", {}).values():
            if "/TR" in state or str(state.get("/TR2", "/Default")) != "/Default":
                yield "có hàm chuyển tông (TR)"
            modes = state.get("/BM", Name.Normal)
            named = {str(modes)} if isinstance(modes, Name) else {str(one) for one in modes}
            if not named <= _BLENDS:
                yield f"có cách hòa màu lạ: {', '.join(sorted(named - _BLENDS))}"


def _acts(pdf: Pdf, _: Content) -> Found:
    for key, what in (("/AA", "hành động"), ("/OpenAction", "hành động khi mở")):
        if key in pdf.Root:
            yield f"có {what}"
    if "/AcroForm" in pdf.Root:
        yield "có biểu mẫu"
    names: Any = pdf.Root.get("/Names", {})
    for key, what in (("/JavaScript", "JavaScript"), ("/EmbeddedFiles", "tệp đính kèm")):
        if key in names:
            yield f"có {what}"
    for one in pdf.objects:
        kind = one.get("/S") if isinstance(one, pikepdf.Dictionary) else None
        if str(kind) in ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"):
            yield f"có hành động {str(kind).lstrip('/')}"


def _intent(pdf: Pdf, kind: str, parts: int) -> Found:
    held = [one for one in pdf.Root.get("/OutputIntents", []) if str(one.get("/S")) == kind]
    if len(held) != 1:
        yield f"có {len(held)} điều kiện in (OutputIntent) thay vì 1"
        return
    if not str(held[0].get("/OutputConditionIdentifier", "")):
        yield "điều kiện in không có tên"
    profile = held[0].get("/DestOutputProfile")
    if profile is None:
        yield "không kèm hồ sơ màu ICC"
    elif int(profile.get("/N", 0)) != parts or profile.read_bytes()[36:40] != b"acsp":
        yield "hồ sơ màu ICC không đúng loại"


def _agree(pdf: Pdf, _: Content) -> Found:
    pairs = {
        "/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description",
        "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer",
    }  # fmt: skip
    info = pdf.docinfo
    for key, name in pairs.items():
        if key in info and str(info[key]) != _metadata(pdf, name):
            yield f"{key.lstrip('/')} ghi hai nơi không như nhau"
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        if key in info and _digits(str(info[key])) != _digits(_metadata(pdf, name)):
            yield f"{key.lstrip('/')} ghi hai nơi không như nhau"


def _digits(day: str) -> str:
    return re.sub(r"\D", "", day)[:14]


# --- PDF/X-4 ----------------------------------------------------------------------------------


def _x_version(pdf: Pdf, _: Content) -> Found:
    if pdf.pdf_version > "1.6":
        yield f"phiên bản PDF {pdf.pdf_version}, PDF/X-4 dừng ở 1.6"
    if _metadata(pdf, "pdfxid:GTS_PDFXVersion") != "PDF/X-4":
        yield "tệp không tự ghi là PDF/X-4"


def _x_metadata(pdf: Pdf, _: Content) -> Found:
    for name in (
        "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID",
        "xmpMM:VersionID", "xmpMM:RenditionClass",
    ):  # fmt: skip
        if not _metadata(pdf, name):
            yield f"thiếu {name}"
    trapped = str(pdf.docinfo.get("/Trapped", ""))
    if trapped not in ("/True", "/False") or trapped.lstrip("/") != _metadata(pdf, "pdf:Trapped"):
        yield "không ghi rõ đã chồng mí màu (Trapped) hay chưa"


def _x_intent(pdf: Pdf, _: Content) -> Found:
    yield from _intent(pdf, "/GTS_PDFX", 4)


def _x_boxes(pdf: Pdf, _: Content) -> Found:
    for number, page in enumerate(pdf.pages, start=1):
        media, trim, bleed = (box(page, name) for name in ("/MediaBox", "/TrimBox", "/BleedBox"))
        if media is None or trim is None:
            yield f"trang {number} thiếu khung tờ giấy hoặc khung xén"
            continue
        if "/ArtBox" in page.obj:
            yield f"trang {number} có cả khung xén và khung hình"
        outer = bleed or media
        if not _within(trim, outer) or not _within(outer, media):
            yield f"trang {number} có khung xén, khung tràn lề không nằm trong nhau"


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    near = 0.01
    return (
        inner[0] >= outer[0] - near
        and inner[1] >= outer[1] - near
        and inner[2] <= outer[2] + near
        and inner[3] <= outer[3] + near
    )


def _x_colours(_: Pdf, content: Content) -> Found:
    for kind in (SCREEN, OTHER):
        if content.colours[kind]:
            yield f"{content.colours[kind]} chỗ dùng {kind}"


def _x_notes(_: Pdf, content: Content) -> Found:
    if content.links:
        yield f"{content.links} liên kết hoặc ghi chú trên trang"


_BOTH = (
    Rule("không khóa, có mã nhận dạng", _identity),
    Rule("mọi phông chữ nằm trong tệp", _fonts),
    Rule("chữ nào cũng có hình", _glyphs),
    Rule("không dữ liệu ngoài, không LZW, PostScript, OPI", _streams),
    Rule("không hàm chuyển tông, cách hòa màu chuẩn", _states),
    Rule("không hành động, biểu mẫu, JavaScript, tệp đính kèm", _acts),
    Rule("hai nơi ghi thông tin về tệp như nhau", _agree),
)

EXCHANGE = (
    Rule("PDF 1.6 trở xuống, tự ghi là PDF/X-4", _x_version),
    Rule("đủ thông tin về tệp, ghi rõ Trapped", _x_metadata),
    Rule("một điều kiện in, kèm hồ sơ CMYK", _x_intent),
    Rule("khung xén, tràn lề đúng chỗ trên mọi trang", _x_boxes),
    Rule("không màu màn hình", _x_colours),
    Rule("không liên kết, không ghi chú", _x_notes),
    *_BOTH,
)
"""The demands of ISO 15930-7 that are checked."""


# --- PDF/A-2a ---------------------------------------------------------------------------------


def _a_version(pdf: Pdf, _: Content) -> Found:
    if pdf.pdf_version > "1.7":
        yield f"phiên bản PDF {pdf.pdf_version}, PDF/A-2 dừng ở 1.7"
    if (_metadata(pdf, "pdfaid:part"), _metadata(pdf, "pdfaid:conformance")) != ("2", "A"):
        yield "tệp không tự ghi là PDF/A-2a"


def _a_intent(pdf: Pdf, content: Content) -> Found:
    yield from _intent(pdf, "/GTS_PDFA1", 3)
    if INKS in content.colours or BLACK in content.colours:
        yield "có mực CMYK mà điều kiện in là màu màn hình"


def _a_notes(pdf: Pdf, _: Content) -> Found:
    for number, page in enumerate(pdf.pages, start=1):
        for note in page.obj.get("/Annots", []):
            if str(note.get("/Subtype")) != "/Link":
                yield f"trang {number} có ghi chú loại {note.get('/Subtype')}"
            flags = int(note.get("/F", 0))
            if not flags & 4 or flags & 0b100010:
                yield f"trang {number} có liên kết không in ra"


def _a_pictures(_: Pdf, content: Content) -> Found:
    for one in content.pictures:
        if one.smooth:
            yield f"trang {one.page} có hình bật nội suy"


def _a_structure(pdf: Pdf, _: Content) -> Found:
    root: Any = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "tệp không được đánh dấu cấu trúc"
    if "/StructTreeRoot" not in root:
        yield "không có cây cấu trúc"
        return
    if not str(root.get("/Lang", "")):
        yield "không ghi ngôn ngữ"
    mapped = {str(name) for name in root.StructTreeRoot.get("/RoleMap", {})}
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Dictionary) or one.get("/Type") != Name.StructElem:
            continue
        tag = str(one.get("/S"))
        if tag.lstrip("/") not in _TAGS and tag not in mapped:
            yield f"có nhãn cấu trúc lạ {tag}"
        if tag == "/Figure" and not str(one.get("/Alt", "")):
            yield "có hình không có lời thay thế"


def _a_unicode(_: Pdf, content: Content) -> Found:
    yield from (
        f"chữ của phông {one.name} không chép ra được" for one in content.fonts if not one.unicode
    )


ARCHIVE = (
    Rule("PDF 1.7 trở xuống, tự ghi là PDF/A-2a", _a_version),
    Rule("một điều kiện in, kèm hồ sơ sRGB", _a_intent),
    Rule("hình không nội suy", _a_pictures),
    Rule("chỉ có liên kết, in ra được", _a_notes),
    Rule("chữ nào cũng chép ra được", _a_unicode),
    Rule("có cấu trúc, ngôn ngữ, nhãn chuẩn, lời thay hình", _a_structure),
    *_BOTH,
)
"""The demands of ISO 19005-2, level a, that are checked."""
