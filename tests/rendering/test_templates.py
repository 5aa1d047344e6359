"""Components are filled as Jinja fills any template; only sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from macros.rendering import templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Link(NamedTuple):
    text: str
    url: str


HOSTILE = "<b onclick=\"x('&')\">Sông Mây"
VIEW: dict[str, Any] = {
    "text": HOSTILE,
    "plain": "Sông Mây",
    "html": Markup("<em>Sông</em> Mây"),
    "number": 1996,
    "nothing": None,
    "link": Link(HOSTILE, "?a=1&b=2"),
    "many": (Link("một", "1"), Link(HOSTILE, "2")),
    "words": ["a", "<"],
    "say": lambda *words, end="": " ".join(words) + end,
}
MACRO = "{% macro m(a, b='<') %}<i title=\"{{ a }}\">{{ b }}</i>{% endmacro %}"
CALLED = '{% macro m(a) %}<i title="{{ a }}">{{ caller() }}</i>{% endmacro %}'
TEMPLATES = (
    "{{ view.text }} {{ view.plain }} {{ view.html }} {{ view.number }} {{ view.nothing }}",
    "<a href=\"{{ view.link.url }}\">{{ view.link.text }}</a>{{ '<' }}{{ view.text ~ view.html }}",
    MACRO + "{{ m(view.text) }}{{ m(view.html, view.text) }}{{ m(a=view.text, b=m('<')) }}",
    MACRO + "{{ m(*view.words) }}{{ m(**{'a': view.text}) }}",
    CALLED + "{% call m(view.text) %}{{ view.text }}{% endcall %}",
    "{{ view.say('<', view.plain, end='>') }}{{ view.say() }}",
    "{% for one in view.many %}{{ loop.index }}{{ loop.cycle('<', '>') }}{{ one.text }}{% endfor %}",
    "{% set z %}<p>{{ view.text }}</p>{% endset %}{{ z }}{% filter upper %}{{ view.text }}{% endfilter %}",
    "{{ view.words | join(', ') }}{{ view.text | safe }}{{ view.text | e }}{{ view.text | length }}",
    "{{ range(3) | list }}{{ namespace(a='<').a }}{{ '%s' | format(view.text) }}",
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with templates.twins_in(tmp_path):
        yield tmp_path


@pytest.mark.parametrize("text", TEMPLATES)
def test_what_is_filled_is_what_jinja_fills(folder: Path, text: str) -> None:
    (folder / "a.html").write_text(text, encoding="utf-8")
    stock = Environment(autoescape=True, undefined=StrictUndefined)
    expected = stock.from_string(text).render(view=VIEW).strip()
    for _ in range(2):
        assert templates.render("a", **VIEW) == expected
    assert (HOSTILE in expected) == ("| safe" in text)


def test_a_part_is_the_same_for_equal_arguments_only(folder: Path) -> None:
    (folder / "_parts.html").write_text("{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}", "utf-8")
    (folder / "a.html").write_text("{{ p.m(view.text) }}{{ p.m(1) }}{{ p.m(true) }}", "utf-8")
    assert templates.render("a", text="x") == "<i>x</i><i>1</i><i>True</i>"
    assert templates.render("a", text="<") == "<i>&lt;</i><i>1</i><i>True</i>"


def test_what_is_not_there_is_an_error(folder: Path) -> None:
    (folder / "a.html").write_text("{{ view.gone }}", encoding="utf-8")
    with pytest.raises(UndefinedError, match="gone"):
        templates.render("a")


def test_a_template_that_was_changed_is_compiled_again(tmp_path: Path) -> None:
    for text in ("một", "hai"):
        templates._environment.cache_clear()
        (tmp_path / "a.html").write_text(text, encoding="utf-8")
        with templates.twins_in(tmp_path):
            assert templates.render("a") == text
