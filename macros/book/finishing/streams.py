"""Walks what a page paints: the operators of its content and of the forms that it draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Matrix, Name

Pdf: TypeAlias = pikepdf.Pdf

LINE_WIDTH = 1.0
"""The width of a line that no operator has set (ISO 32000-1, 8.4.1)."""


@dataclass(frozen=True)
class Step:
    """One operator: its name and operands, where it paints, what it may refer to.

    `matrix` leads from its coordinates to those of the page, in points; `width` is that of lines
    in its own coordinates.
    """

    operator: str
    operands: list[Any]
    matrix: Matrix
    width: float
    resources: Any


def steps(page: pikepdf.Page) -> Iterator[Step]:
    """Yield every operator that a page carries out, those of its forms where they are drawn."""
    yield from _steps(page.obj, page.resources, Matrix(), 0)


def _steps(holder: Any, resources: Any, start: Matrix, depth: int) -> Iterator[Step]:
    matrix, width = start, LINE_WIDTH
    stack: list[tuple[Matrix, float]] = []
    for command in pikepdf.parse_content_stream(holder):
        operands, operator = command.operands, str(command.operator)
        if operator == "q":
            stack.append((matrix, width))
        elif operator == "Q" and stack:
            matrix, width = stack.pop()
        elif operator == "cm":
            matrix = Matrix(*map(float, operands)) @ matrix
        elif operator == "w":
            width = float(operands[0])
        yield Step(operator, list(operands), matrix, width, resources)
        if operator == "Do" and depth < 8:
            form = _object(resources, "/XObject", operands[0])
            if form is not None and form.get("/Subtype") == Name.Form:
                own = form.get("/Matrix")
                inner = Matrix(*map(float, own)) @ matrix if own is not None else matrix
                yield from _steps(form, form.get("/Resources", resources), inner, depth + 1)


def _object(resources: Any, kind: str, name: Any) -> Any:
    group = resources.get(kind) if resources is not None else None
    return group.get(str(name)) if group is not None else None


def named(step: Step, kind: str) -> Any:
    """Return what the first operand of a step names among its resources, or None."""
    return _object(step.resources, kind, step.operands[0])


def painters(pdf: Pdf) -> Iterator[Any]:
    """Yield everything that holds painting operators: pages, forms, tiling patterns."""
    yield from pdf.pages
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream):
            continue
        if one.get("/Subtype") == Name.Form or one.get("/PatternType") == 1:
            yield one


def pictures(pdf: Pdf) -> Iterator[Any]:
    """Yield the pictures of a file, the masks of others included."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Image:
            yield one
