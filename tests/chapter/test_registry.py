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


@pytest.mark.parametrize("function", [_floats, _either, _any_number])
def test_signature_no_chapter_can_write(function: object) -> None:
    with pytest.raises(TypeError):
        Registry().macro()(function)  # type: ignore[type-var]


def test_name_is_taken_once() -> None:
    registry = Registry()

    def again(page: object) -> Markup:
        return Markup("")

    registry.macro()(again)
    with pytest.raises(TypeError, match="twice"):
        registry.macro()(again)
