"""What is read of pages, and what is said of a volume that is not as it must be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from weasyprint import HTML

from macros.book import page_notes
from macros.book.command import tasks_of
from macros.book.compose import Volume, compose
from macros.book.page_audit import Fault, Kind, Reading, Reference, read
from macros.book.proof import Certificate, prove
from macros.project.project import Project
from tests.small_site import write_site

STYLE = """
@page { size: 200px 150px; margin: 20px; @bottom-center { content: %s } }
html { font: 10px/12px "Book Serif", serif } body, p { margin: 0 }
.fn { float: footnote } .xref::after { content: " (tr. " %s ")" }
"""
COUNTED = "counter(page)", "target-counter(attr(href), page)"


def reading(body: str, folio: str = COUNTED[0], messages: str = COUNTED[1]) -> Reading:
    style = STYLE % (folio, messages)
    with page_notes.applied():
        html = HTML(string=f"<html><style>{style}</style><body>{body}</body></html>")
        document = html.render()
    return read(document, html.etree_element)


def kinds(found: Reading) -> list[Kind]:
    return [one.kind for one in found.faults]


def test_a_sound_page_is_read() -> None:
    body = (
        "<section class=section id=c><p>a<small class=fn>Lời.</small> <a class=xref href='#z'>b</a>"
        "</p><p id=z style='break-before: page'>z</p></section>"
    )
    found = reading(body)
    assert (found.pages, found.calls, found.notes, found.faults) == (2, 1, 1, [])
    assert found.anchor_pages["z"] == 2
    assert found.references == [Reference(1, "c", "2", "z")]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<p style='position: relative; left: -30px'>ngoài lề</p>", Kind.OUTSIDE),
        ("<p style='position: absolute; top: 140px'>dưới mép</p>", Kind.OUTSIDE),
        ("<div style='display: inline-block; height: 120px; border: 1px solid'>a</div>", Kind.TALL),
        ("<p>a<small class=fn style='display: none'>Lời.</small></p>", Kind.GONE),
        ("<table><tr><td>1<sup class=table-mark>a</sup></td></tr></table>", Kind.NO_NOTE),
    ],
)
def test_what_is_wrong_with_a_page_is_told(body: str, kind: Kind) -> None:
    assert kind in kinds(reading(body))


def test_a_page_that_bears_another_number_is_told() -> None:
    assert kinds(reading("<p>a</p>", folio='"7"')) == [Kind.FOLIO]


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    site = write_site(tmp_path_factory.mktemp("proof") / "site")
    tasks, _ = tasks_of(Project(site), kinds=("pdf",))
    (task,) = (one for one in tasks if not one.plan.collected)
    return compose(task.plan, task.settings, task.archive, width=40)


SOUND = Reading(pages=9, calls=2, notes=2, anchor_pages={"a": 3, "b": 5})


def messages(volume: Volume, *readings: Reading, promised: Certificate | None = None) -> list[str]:
    return [str(one) for one in prove(volume, readings, promised)]


@pytest.mark.parametrize(
    ("printed", "target", "truth"),
    [
        ("4", "a", "chỗ ấy ở trang 3"),
        ("3", "c", "chỗ ấy không có trong tập"),
        ("x", "a", "chỗ ấy ở trang 3"),
        ("3–5", "a", "chỗ ấy ở trang 3"),
    ],
)
def test_a_wrong_page_number_is_an_error(
    volume: Volume, printed: str, target: str, truth: str
) -> None:
    wrong = replace(SOUND, references=[Reference(8, "may-thuong-index", printed, target)])
    (line,) = messages(volume, wrong)
    assert line.startswith(
        "docs/may-thuong/index.md:1:1: lỗi: may-thuong, trang 8, “Đảng bộ xã Mây Thượng”: dẫn đến "
        f"“tr. {printed}” mà {truth} → tập này chưa được ghi"
    )


def test_right_page_numbers_are_none(volume: Volume) -> None:
    places = {"x-1": 3, "x-2": 4, "x-3": 4, "x-4": 5}
    people = replace(volume, mentions={"nguoi-x": list(places)})
    right = replace(SOUND, anchor_pages=places, references=[Reference(8, "", "3–5", "x-1")])
    assert messages(people, right) == []
    assert messages(people, replace(right, anchor_pages=places | {"x-2": 9, "x-3": 9})) != []


def test_what_no_page_can_hold_is_a_warning_with_its_remedy(volume: Volume) -> None:
    fault = Fault(Kind.OVERFLOW, 4, "may-thuong-so-lieu", "12", "Lời rất dài.")
    (line,) = messages(volume, replace(SOUND, faults=[fault]))
    assert line == (
        "docs/may-thuong/so-lieu.md:1:1: cảnh báo: may-thuong, trang 4, “Số liệu”: chú thích 12 "
        "không đủ chỗ ở trang gọi nó, nối sang trang sau: “Lời rất dài.” → rút ngắn chú thích, "
        "hoặc đưa bớt trích dẫn sang câu khác"
    )


def test_the_certificate_must_be_true(volume: Volume) -> None:
    true = Certificate(2, 2, 0, 10, "")
    assert messages(volume, SOUND, promised=true) == []
    assert len(messages(volume, SOUND, promised=replace(true, notes=3))) == 1
