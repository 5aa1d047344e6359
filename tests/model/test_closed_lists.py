"""Closed lists: written once, in order, and taken by the model as a Literal would be."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.model import codes
from macros.model.closed_list import ClosedList, Code, closed_list_of

ROOT = Path(__file__).parents[2]
WATERS = ClosedList(Code("river", "sông"), Code("lake", "hồ", "hồ nước ngọt"))
Water = Annotated[str, WATERS]
Plain = Literal["river", "lake"]


class Place(BaseModel):
    one: Water
    perhaps: Water | None = None
    many: tuple[Water, ...] = ()
    free: str = ""


def errors(kind: object, value: object) -> list[object]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return [(one["type"], one["msg"], one.get("ctx")) for one in caught.value.errors()]


def test_words_and_explanations_stand_in_order() -> None:
    assert list(WATERS) == ["river", "lake"]
    assert WATERS["lake"] == "hồ"
    assert WATERS.words == "river: sông; lake: hồ"
    assert WATERS.help == "river: sông; lake: hồ nước ngọt"


@pytest.mark.parametrize("value", ["sea", 5, None, ["river"]])
def test_what_is_not_in_the_list_is_refused_as_of_a_literal(value: object) -> None:
    assert errors(Water, value) == errors(Plain, value)


def test_the_schema_is_that_of_a_literal() -> None:
    assert TypeAdapter(Water).json_schema() == TypeAdapter(Plain).json_schema()


def test_the_list_of_a_field_is_found_however_it_is_wrapped() -> None:
    found = {name: closed_list_of(info) for name, info in Place.model_fields.items()}
    assert found == {"one": WATERS, "perhaps": WATERS, "many": WATERS, "free": None}


def test_a_code_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        ClosedList(Code("a", "b"), Code("a", "c"))


def test_an_unknown_code_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        codes.QUALIFIERS["more_or_less"]


def test_no_record_types_a_list_of_its_own() -> None:
    typed = [
        f"{file.name}:{node.lineno}"
        for file in sorted((ROOT / "macros/model").glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.AnnAssign)
        if any(isinstance(part, ast.Name) and part.id == "Literal" for part in ast.walk(node))
    ]
    assert typed == []
