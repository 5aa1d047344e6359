"""What a macro's signature may say."""

from __future__ import annotations

from typing import Annotated

import pytest
from markupsafe import Markup

from macros.chapter import Choice, Parameter, Reference, Registry

PersonId = Annotated[str, Reference("person")]


def test_signature_is_read() -> None:
    registry = Registry()

    @registry.macro(block=True)
    def table(
        page: object,
        person: PersonId,
        seats: list[Annotated[str, Choice("a", "b")]] | None = None,
        *,
        limit: int = 5,
        folded: bool = False,
    ) -> Markup:
        return Markup("")

    macro = registry.get("table")
    assert macro is not None
    assert macro.block
    assert macro.usage == "table(person, seats=…, limit=…, folded=…)"
    assert macro.parameters == (
        Parameter("person", str, rule=Reference("person")),
        Parameter("seats", str, many=True, required=False, rule=Choice("a", "b")),
        Parameter("limit", int, required=False, keyword_only=True),
        Parameter("folded", bool, required=False, keyword_only=True),
    )
    assert registry.names() == ["table"]


def _floats(page: object, x: float) -> Markup:
    return Markup("")


def _either(page: object, x: str | int) -> Markup:
    return Markup("")


def _any_number(page: object, *x: str) -> Markup:
    return Markup("")


def _named(page: object, **x: str) -> Markup:
    return Markup("")


def _lists_of_lists(page: object, x: list[list[float]]) -> Markup:
    return Markup("")


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (_floats, "parameter 'x': a chapter cannot write <class 'float'>"),
        (_either, "parameter 'x': a chapter cannot write str | int"),
        (_any_number, r"a macro takes no \*x"),
        (_named, r"a macro takes no \*x"),
        (_lists_of_lists, "parameter 'x': a chapter cannot write"),
    ],
)
def test_signature_no_chapter_can_write(function: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Registry().macro()(function)  # type: ignore[type-var]


def test_name_is_taken_once() -> None:
    registry = Registry()

    def again(page: object) -> Markup:
        return Markup("")

    registry.macro()(again)
    with pytest.raises(TypeError, match="macro 'again' is registered twice"):
        registry.macro()(again)


def test_what_is_said_of_a_macro_beside_its_signature() -> None:
    registry = Registry()

    def check(context: object) -> list[tuple[str, str]]:
        return []

    @registry.macro(check=check, guide="Hiện một chữ.", example='"a"')
    def word(
        page: object,
        text: str,
        old: Annotated[str, "no rule", Reference("person")] | None = None,
        words: Annotated[list[PersonId] | None, "no rule"] = None,
    ) -> Markup:
        return Markup("")

    @registry.macro()
    def bare(page: object) -> Markup:
        return Markup("")

    macro = registry.get("bare")
    assert macro is not None
    assert (macro.block, macro.check, macro.guide, macro.example) == (False, None, "", "")
    macro = registry.get("word")
    assert macro is not None
    assert (macro.block, macro.check, macro.guide, macro.example) == (
        False,
        check,
        "Hiện một chữ.",
        '"a"',
    )
    assert macro.render is word
    assert macro.parameters == (
        Parameter("text", str),
        Parameter("old", str, required=False, rule=Reference("person")),
        Parameter("words", str, many=True, required=False, rule=Reference("person")),
    )
    assert registry.get("other") is None
    assert (registry.closing, registry.glossary) == (None, None)


def test_macros_in_the_order_in_which_they_were_registered() -> None:
    registry = Registry()
    for name in ("c", "a", "b"):

        def macro(page: object) -> Markup:
            return Markup("")

        macro.__name__ = name
        registry.macro()(macro)
    assert registry.names() == ["c", "a", "b"]
