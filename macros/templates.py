"""Turns a view into HTML by the component's template: the one place where the two meet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

COMPONENTS = Path(__file__).resolve().parent.parent / "overrides" / "components"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )


def render(component: str, **view: object) -> Markup:
    """Return the component `overrides/components/<component>.html` filled with `view`."""
    template = _environment().get_template(f"{component}.html")
    return Markup(template.render(view=view).strip())  # noqa: S704  (autoescaped)
