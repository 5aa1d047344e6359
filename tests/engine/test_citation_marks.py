"""Marks of citations: the last of equal ones is shown, after the full stop."""

from __future__ import annotations

import pytest

from macros.engine.citation_marks import with_marks_set, with_names_apart, with_quiet_permalinks


def mark(place: str) -> str:
    return f'<sup class="cite"><a href="#">{place}</a></sup>'


def again(place: str) -> str:
    return mark(place).replace("cite", "cite cite--again")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            f"<p>Một{mark('¶ 3')}. Hai{mark('¶ 3')}.</p>",
            f"<p>Một.{again('¶ 3')} Hai.{mark('¶ 3')}</p>",
        ),
        (
            f"<p>Một{mark('¶ 3')}. Hai{mark('¶ 4')}.</p>",
            f"<p>Một.{mark('¶ 3')} Hai.{mark('¶ 4')}</p>",
        ),
        # Another passage between two equal ones: each has its mark.
        (
            f"<p>Một{mark('¶ 3')}, hai{mark('¶ 4')}, ba{mark('¶ 3')}</p>",
            f"<p>Một{mark('¶ 3')}, hai{mark('¶ 4')}, ba{mark('¶ 3')}</p>",
        ),
        # A paragraph, an item, a cell has marks of its own.
        (f"<p>Một{mark('¶ 3')}</p><p>Hai{mark('¶ 3')}</p>",) * 2,
        (f"<li>Một{mark('¶ 3')}</li>\n<li>Hai{mark('¶ 3')}</li>",) * 2,
        (f"<tr><th>Một{mark('¶ 3')}</th><td>2{mark('¶ 3')}</td></tr>",) * 2,
        # Links, emphasis and figures of one paragraph do not part it.
        (
            f"<p><a href='x'>Một</a>{mark('¶ 3')} <em>hai</em>{mark('¶ 3')}</p>",
            f"<p><a href='x'>Một</a>{again('¶ 3')} <em>hai</em>{mark('¶ 3')}</p>",
        ),
        (f"<p>Một{mark('¶ 3')}{mark('¶ 9')}.”</p>", f"<p>Một.”{mark('¶ 3')}{mark('¶ 9')}</p>"),
        (f"<p>Một{mark('¶ 3')}; hai</p>",) * 2,
    ],
)
def test_marks_stand_where_the_passage_changes(written: str, shown: str) -> None:
    assert with_marks_set(written) == shown


def test_a_heading_is_read_without_the_sign_of_its_link() -> None:
    html = with_quiet_permalinks('<h2 id="a">Mục<a class="headerlink" href="#a">#</a></h2>')
    link = '<a class="headerlink" aria-hidden="true" tabindex="-1" href="#a">#</a>'
    assert html == f'<h2 id="a">Mục{link}</h2>'


def test_tables_of_one_name_are_told_apart() -> None:
    table = '<div role="region" aria-label="{}" tabindex="0"></div>'
    html = with_names_apart(table.format("Kinh tế") * 3 + table.format("Dân cư"))
    names = ("Kinh tế", "Kinh tế (2)", "Kinh tế (3)", "Dân cư")
    assert html == "".join(table.format(name) for name in names)
