"""PDF/X-4 and PDF/A-2a: what is made holds, and each demand is seen where it is not met."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from macros.book.finishing.colours import Inks, ProfileError, UnprintableError
from macros.book.finishing.files import DEFAULT_PROFILE
from macros.book.finishing.pdf_a import to_pdf_a
from macros.book.finishing.pdf_x import POINT, to_pdf_x
from macros.book.finishing.preflight.content import BLACK, INKS, SCREEN, content_of
from macros.book.finishing.preflight.rules import ARCHIVE, EXCHANGE, broken

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def inks() -> Inks:
    return Inks(DEFAULT_PROFILE.read_bytes())


@pytest.fixture(scope="module")
def exchange(pages: bytes, inks: Inks) -> bytes:
    return to_pdf_x(pages, inks, ROOT)


@pytest.fixture(scope="module")
def archive(pages: bytes) -> bytes:
    return to_pdf_a(pages, ROOT)


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))


def faults(data: bytes, rules: Any) -> list[str]:
    with opened(data) as pdf:
        return [one.what for one in broken(pdf, content_of(pdf), rules)]


def test_the_text_is_black_alone_and_the_picture_in_inks(exchange: bytes, pages: bytes) -> None:
    with opened(pages) as pdf:
        assert SCREEN in content_of(pdf).colours
    with opened(exchange) as pdf:
        content = content_of(pdf)
        # One picture; all else black, and no colour of a screen left.
        assert content.colours[INKS] == 1
        assert set(content.colours) == {BLACK, INKS}
        assert content.links == 0
        for key in ("/StructTreeRoot", "/Names", "/Outlines"):
            assert key not in pdf.Root


def test_nothing_is_lost_on_the_way_to_a_press(
    exchange: bytes, archive: bytes, pages: bytes, tmp_path: Path
) -> None:
    told = []
    for number, data in enumerate((pages, exchange, archive)):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(data)
        command = ["pdftotext", "-raw", str(path), "-"]
        told.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert len(told[0]) > 3000
    assert told[0].split() == told[1].split() == told[2].split()


def test_boxes_and_marks(exchange: bytes) -> None:
    with opened(exchange) as pdf:
        page = pdf.pages[0]
        trim = [float(side) for side in page.obj.TrimBox]
        assert (trim[2] - trim[0]) / POINT == pytest.approx(160, abs=0.05)
        assert (trim[3] - trim[1]) / POINT == pytest.approx(240, abs=0.05)
        bleed = [float(side) for side in page.obj.BleedBox]
        assert (trim[0] - bleed[0]) / POINT == pytest.approx(3, abs=0.01)
        assert float(page.obj.MediaBox[2]) / POINT == pytest.approx(180, abs=0.05)
        content = page.Contents.read_bytes()
        assert content.count(b" l S") == 8


def test_each_is_what_it_says(exchange: bytes, archive: bytes) -> None:
    assert faults(exchange, EXCHANGE) == []
    assert faults(archive, ARCHIVE) == []
    with opened(archive) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()


def test_qpdf_finds_both_sound(exchange: bytes, archive: bytes) -> None:
    for data in (exchange, archive):
        with opened(data) as pdf:
            assert pdf.check_pdf_syntax() == []


def test_two_runs_write_the_same_bytes(
    exchange: bytes, archive: bytes, pages: bytes, inks: Inks
) -> None:
    assert to_pdf_x(pages, inks, ROOT) == exchange
    assert to_pdf_a(pages, ROOT) == archive


# --- each rule sees what is against it ----------------------------------------------------------


def _first_font(pdf: Any) -> Any:
    return next(
        one
        for one in pdf.objects
        if isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor
    )


def _operators(pdf: Any, added: bytes) -> None:
    pdf.pages[0].contents_add(added)


def _state(pdf: Any, state: Any) -> None:
    pdf.pages[0].obj.Resources.ExtGState = Dictionary({"/G9": state})


def _note(pdf: Any) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _swap(pdf: Any, old: bytes, new: bytes) -> None:
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))


def _delete(holder: Any, key: str) -> None:
    assert key in holder
    del holder[key]


def _shows_nothing(pdf: Any) -> None:
    font = next(iter(pdf.pages[4].Resources.Font.keys()))
    pdf.pages[4].contents_add(f"BT {font} 9 Tf <0000> Tj ET".encode())


Spoil = Callable[[Any], object]
SPOILT: dict[str, Spoil] = {
    "không nằm trong tệp": lambda pdf: _delete(_first_font(pdf), "/FontFile2"),
    "chữ không có hình": _shows_nothing,
    "có hàm chuyển tông": lambda pdf: _state(pdf, Dictionary(TR=Name.Identity)),
    "có cách hòa màu lạ": lambda pdf: _state(pdf, Dictionary(BM=Name("/Dazzle"))),
    "nén kiểu LZW": lambda pdf: pdf.Root.__setitem__(
        "/X", pdf.make_indirect(pikepdf.Stream(pdf, b"x", Filter=Name.LZWDecode))
    ),
    "nằm ở tệp khác": lambda pdf: pdf.Root.__setitem__(
        "/X", pdf.make_indirect(pikepdf.Stream(pdf, b"x", F=String("a.bin")))
    ),
    "có JavaScript": lambda pdf: pdf.Root.__setitem__(
        "/Names", Dictionary(JavaScript=Dictionary())
    ),
    "có tệp đính kèm": lambda pdf: pdf.Root.__setitem__(
        "/Names", Dictionary(EmbeddedFiles=Dictionary())
    ),
    "có biểu mẫu": lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary()),
    "có hành động Launch": lambda pdf: pdf.Root.__setitem__(
        "/X", pdf.make_indirect(Dictionary(S=Name.Launch))
    ),
    "Title ghi hai nơi": lambda pdf: pdf.docinfo.__setitem__("/Title", "Khác"),
    "CreationDate ghi hai nơi": lambda pdf: pdf.docinfo.__setitem__("/CreationDate", "D:19990101"),
    "có 0 điều kiện in": lambda pdf: _delete(pdf.Root, "/OutputIntents"),
    "không kèm hồ sơ màu": lambda pdf: _delete(pdf.Root.OutputIntents[0], "/DestOutputProfile"),
    "hồ sơ màu ICC không đúng loại": lambda pdf: pdf.Root.OutputIntents[
        0
    ].DestOutputProfile.__setitem__("/N", 1),
}
IN_EXCHANGE: dict[str, Spoil] = {
    "không tự ghi là PDF/X-4": lambda pdf: _swap(pdf, b"PDF/X-4", b"PDF/X-9"),
    "thiếu xmpMM:RenditionClass": lambda pdf: _swap(pdf, b"RenditionClass", b"Nothing"),
    "Trapped": lambda pdf: _delete(pdf.docinfo, "/Trapped"),
    "thiếu khung tờ giấy hoặc khung xén": lambda pdf: _delete(pdf.pages[2].obj, "/TrimBox"),
    "không nằm trong nhau": lambda pdf: pdf.pages[2].obj.__setitem__(
        "/BleedBox", Array([50, 50, 90, 90])
    ),
    "cả khung xén và khung hình": lambda pdf: pdf.pages[2].obj.__setitem__(
        "/ArtBox", pdf.pages[2].obj.TrimBox
    ),
    "dùng màu màn hình": lambda pdf: _operators(pdf, b"0.5 0 0 rg"),
    "dùng không gian màu khác": lambda pdf: _operators(pdf, b"/lab cs"),
    "liên kết hoặc ghi chú": _note,
}
IN_ARCHIVE: dict[str, Spoil] = {
    "không tự ghi là PDF/A-2a": lambda pdf: _swap(pdf, b"<pdfaid:part>2", b"<pdfaid:part>3"),
    "có mực CMYK": lambda pdf: _operators(pdf, b"0 0 0 1 k"),
    "có ghi chú loại /Text": _note,
    "liên kết không in ra": lambda pdf: next(
        page for page in pdf.pages if "/Annots" in page.obj
    ).obj.Annots[0].__setitem__("/F", 0),
    "không chép ra được": lambda pdf: _delete(
        next(iter(pdf.pages[4].Resources.Font.values())), "/ToUnicode"
    ),
    "không được đánh dấu cấu trúc": lambda pdf: _delete(pdf.Root, "/MarkInfo"),
    "không có cây cấu trúc": lambda pdf: _delete(pdf.Root, "/StructTreeRoot"),
    "không ghi ngôn ngữ": lambda pdf: _delete(pdf.Root, "/Lang"),
    "nhãn cấu trúc lạ": lambda pdf: _element(pdf, "/P").__setitem__("/S", Name("/Odd")),
    "không có lời thay thế": lambda pdf: _delete(_element(pdf, "/Figure"), "/Alt"),
    "hình bật nội suy": lambda pdf: next(
        one for one in pdf.objects
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Image
    ).__setitem__("/Interpolate", True),
}  # fmt: skip


def _element(pdf: Any, tag: str) -> Any:
    return next(
        one
        for one in pdf.objects
        if isinstance(one, Dictionary)
        and one.get("/Type") == Name.StructElem
        and str(one.get("/S")) == tag
    )


def spoilt(data: bytes, spoil: Spoil) -> bytes:
    with opened(data) as pdf:
        spoil(pdf)
        target = io.BytesIO()
        pdf.save(target, compress_streams=False)
        return target.getvalue()


@pytest.mark.parametrize("told", [*SPOILT, *IN_EXCHANGE])
def test_what_is_against_pdf_x_is_told(exchange: bytes, told: str) -> None:
    found = faults(spoilt(exchange, (SPOILT | IN_EXCHANGE)[told]), EXCHANGE)
    assert any(told in one for one in found), found


@pytest.mark.parametrize("told", [*SPOILT, *IN_ARCHIVE])
def test_what_is_against_pdf_a_is_told(archive: bytes, told: str) -> None:
    found = faults(spoilt(archive, (SPOILT | IN_ARCHIVE)[told]), ARCHIVE)
    assert any(told in one for one in found), found


# --- inks ---------------------------------------------------------------------------------------


def test_inks(inks: Inks) -> None:
    assert inks.of(0, 0, 0) == (0, 0, 0, 1)
    assert inks.of(0.2, 0.2, 0.2) == (0, 0, 0, 0.8)
    assert inks.of(1, 1, 1) == (0, 0, 0, 0)
    # Paper is not printed, ink on it is black.
    assert inks.of(0.992, 0.988, 0.976) == (0, 0, 0, 0)
    assert inks.of(0.133, 0.118, 0.098) == (0, 0, 0, 1)
    cyan, magenta, yellow, _ = inks.of(0.55, 0.11, 0.09)
    assert magenta > 0.7 > cyan
    assert yellow > 0.6
    assert Inks(DEFAULT_PROFILE.read_bytes(), grey=True).of(0.55, 0.11, 0.09)[:3] == (0, 0, 0)


def test_a_text_in_grey_alone_has_grey_pictures(pages: bytes) -> None:
    data = to_pdf_x(pages, Inks(DEFAULT_PROFILE.read_bytes(), grey=True), ROOT)
    with opened(data) as pdf:
        assert INKS not in content_of(pdf).colours
    assert faults(data, EXCHANGE) == []


@pytest.mark.parametrize("data", [b"", b"no profile", DEFAULT_PROFILE.read_bytes()[:500]])
def test_what_is_no_profile_is_refused(data: bytes) -> None:
    with pytest.raises(ProfileError):
        Inks(data)


def test_the_profile_of_a_screen_is_refused() -> None:
    from macros.book.finishing import pdf_a

    with pytest.raises(ProfileError, match="bốn màu"):
        Inks(pdf_a.SCREEN.read_bytes())


def test_colours_that_no_press_can_print_are_refused(pages: bytes, inks: Inks) -> None:
    for added in (b"/sh0 sh", b"/lab-d50 cs 50 1 1 scn"):
        with pytest.raises(UnprintableError):
            to_pdf_x(spoilt(pages, lambda pdf, a=added: _operators(pdf, a)), inks, ROOT)


def test_colours_named_by_their_space_are_told_in_inks(pages: bytes, inks: Inks) -> None:
    added = b"q /DeviceRGB cs 0 0 0 scn q /DeviceCMYK CS 0 1 0 0 SCN Q /DeviceGray CS 1 SC Q"
    data = to_pdf_x(spoilt(pages, lambda pdf: _operators(pdf, added)), inks, ROOT)
    with opened(data) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert b"0 1 0 0 K" in content
    assert b" cs" not in content
    assert faults(data, EXCHANGE) == []
