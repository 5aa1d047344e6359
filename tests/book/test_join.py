"""PDFs that are joined object by object are one: pages, tags, bookmarks, destinations, links."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from weasyprint import HTML

from macros.book import weasyprint_fixes
from macros.book.join import ELSEWHERE, join, plain

STYLE = "@page { size: 300px 200px } .fn { float: footnote } h1 { bookmark-level: 1 }"
TEXT = """<html lang=vi><head><title>Tập {n}</title><style>{style}</style></head><body>
<section id=s{n}><h1>Mở đầu (số {n})</h1>{more}
<p id="p{n}">Xem <a href="{to}">kia</a>, <a href="#p{n}">đây</a><small class=fn>Lời 1 0 R.</small></p>
<table><tr><th>đầu<td>ô</table></section><section style="break-before: page"><p>Hết</p></section>
</body></html>"""


def written(folder: Path, number: int, to: str, more: str = "") -> Path:
    def finish(document: Any, pdf: Any) -> None:
        weasyprint_fixes.finish(document, pdf, apart=f"{number:04}-")
        plain(pdf)

    text = TEXT.format(n=number, style=STYLE, to=f"{ELSEWHERE}{to}", more=more)
    path = folder / f"{number}.pdf"
    with weasyprint_fixes.applied():
        HTML(string=text).write_pdf(
            path, pdf_variant="pdf/ua-1", pdf_identifier=b"x", finisher=finish
        )
    return path


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("parts")
    many = "".join(f"<p id='é{n}'>Đoạn {n}</p>" for n in range(300))
    return [written(folder, 0, "p2"), written(folder, 1, "s0", many), written(folder, 2, "p1")]


@pytest.fixture(scope="module")
def whole(parts: list[Path]) -> pikepdf.Pdf:
    join(parts, parts[0].with_name("whole.pdf"))
    return pikepdf.open(parts[0].with_name("whole.pdf"))


def test_all_pages_are_there_and_the_file_is_sound(parts: list[Path], whole: pikepdf.Pdf) -> None:
    counted = [len(pikepdf.open(path).pages) for path in parts]
    assert len(whole.pages) == sum(counted)
    assert whole.check_pdf_syntax() == []
    text = [bytes(page.Contents.read_bytes()) for page in whole.pages]
    own = [bytes(page.Contents.read_bytes()) for path in parts for page in pikepdf.open(path).pages]
    assert text == own


def test_destinations_are_those_of_all_parts_in_order(whole: pikepdf.Pdf) -> None:
    names = [bytes(name) for leaf in whole.Root.Names.Dests.Kids for name in list(leaf.Names)[::2]]
    assert names == sorted(set(names))
    assert len(names) == 306
    assert {b"s0", b"p1", b"s2", "\ufeffé7".encode("utf-16-be")} <= set(names)
    for leaf in whole.Root.Names.Dests.Kids:
        held = [bytes(one) for one in list(leaf.Names)[::2]]
        assert [bytes(one) for one in leaf.Limits] == [held[0], held[-1]]


def test_links_to_other_parts_lead_there(whole: pikepdf.Pdf) -> None:
    links = [note for page in whole.pages for note in page.get("/Annots", [])]
    assert {str(note.Dest) for note in links} == {"p0", "p1", "p2", "s0"}
    assert not any("/A" in note for note in links)


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="nowhere"):
        join([written(tmp_path, 0, "nowhere")], tmp_path / "whole.pdf")


def test_each_page_and_each_link_finds_its_tags(whole: pikepdf.Pdf) -> None:
    tree = whole.Root.StructTreeRoot
    parents = pikepdf.NumberTree(tree.ParentTree)
    keys = [int(page.StructParents) for page in whole.pages]
    notes = [note for page in whole.pages for note in page.get("/Annots", [])]
    keys += [int(note.StructParent) for note in notes]
    assert len(keys) == len(set(keys))
    assert set(keys) <= set(parents.keys())
    assert all(key < int(tree.ParentTreeNextKey) for key in keys)
    for page in whole.pages:
        assert all(one.Pg.objgen == page.obj.objgen for one in parents[int(page.StructParents)])
    document = tree.K[0]
    assert all(kid.P.objgen == document.objgen for kid in document.K)
    ids = pikepdf.NameTree(tree.IDTree)
    assert len(list(ids.keys())) == 6
    assert {str(ids[name].S) for name in ids.keys()} == {"/Note", "/TH"}  # noqa: SIM118


def test_bookmarks_follow_each_other_through_the_parts(whole: pikepdf.Pdf) -> None:
    with whole.open_outline() as outline:
        found = [
            (item.title, whole.pages.index(pikepdf.Page(item.destination[0])))
            for item in outline.root
        ]
    assert [title for title, _ in found] == [f"Mở đầu (số {n})" for n in range(3)]
    assert all(before < after for (_, before), (_, after) in pairwise(found))


def test_two_joins_are_of_the_same_bytes(parts: list[Path], tmp_path: Path) -> None:
    made = [tmp_path / name for name in ("a.pdf", "b.pdf")]
    for path in made:
        join(parts, path)
    assert made[0].read_bytes() == made[1].read_bytes()
