"""Renders a view to HTML with the template of a component."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup

from macros.system.program import PROGRAM

COMPONENTS = PROGRAM / "overrides" / "components"
CACHE = Path(".cache") / "templates"

# Templates in this folder (twins) take precedence over those of the site.
_twins: ContextVar[Path | None] = ContextVar("twins", default=None)


def compiled(kind: str) -> FileSystemBytecodeCache:
    """Return the cache of compiled templates of one kind, like Python's .pyc files.

    Jinja checks whether their text has changed. Compiling the templates of one build takes a fifth
    of a second in each process.
    """
    # Another version of Jinja gets another folder, because it may compile differently.
    folder = CACHE / f"{kind}-{version('jinja2')}"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder.resolve()))


@cache
def _environment(twins: Path | None) -> Environment:
    environment = _Components(
        loader=FileSystemLoader([twins, COMPONENTS] if twins else COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Checking at each call whether a template has changed takes a tenth of a build.
        auto_reload=False,
        bytecode_cache=compiled("components"),
    )
    # A global, because an import in each component takes longer than rendering most of them.
    environment.globals["p"] = _Parts(environment.get_template("_parts.html").module)
    return environment


class _Components(Environment):
    """The environment of the components."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of all templates; Jinja's own version is slow to copy per render."""
        return {**self.globals, **(d or {})}


class _Parts:
    """The macros of a template, cached by their arguments.

    Two of three links, marks and dates occur on the site more than once.
    """

    def __init__(self, module: TemplateModule) -> None:
        for name, macro in vars(module).items():
            if isinstance(macro, Macro):
                setattr(self, name, lru_cache(1 << 15, typed=True)(macro))


@contextmanager
def twins_in(folder: Path) -> Iterator[None]:
    """Let the templates of `folder` replace components of the same name within the context."""
    token = _twins.set(folder)
    try:
        yield
    finally:
        _twins.reset(token)


def render(component: str, **view: object) -> Markup:
    """Return the component `overrides/components/<component>.html` rendered with `view`."""
    template = _environment(_twins.get()).get_template(f"{component}.html")
    return Markup(template.render(view=view).strip())  # noqa: S704  (autoescaped)
