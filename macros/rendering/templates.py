"""Turns a view into HTML by the component's template: the one place where the two meet."""

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

# A twin is looked for here before the component of the site.
_twins: ContextVar[Path | None] = ContextVar("twins", default=None)


def compiled(kind: str) -> FileSystemBytecodeCache:
    """Return where templates of one kind are kept as compiled, as Python keeps its own .pyc.

    Jinja looks whether their text has changed. To compile those of one build takes a fifth of a
    second, in each of its processes.
    """
    # Another Jinja, which may compile otherwise, finds nothing of what was kept before.
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
        # To look whether a template has changed, at each of its calls, takes a tenth of a build.
        auto_reload=False,
        bytecode_cache=compiled("components"),
    )
    # Not imported by each component: that takes longer than to fill most of them.
    environment.globals["p"] = _Parts(environment.get_template("_parts.html").module)
    return environment


class _Components(Environment):
    """The environment of the components."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows; Jinja's own answer is slow to copy for each filling."""
        return {**self.globals, **(d or {})}


class _Parts:
    """The macros of a template, each of which is filled once for the same arguments.

    Two of three links, marks and dates stand on the site more than once.
    """

    def __init__(self, module: TemplateModule) -> None:
        for name, macro in vars(module).items():
            if isinstance(macro, Macro):
                setattr(self, name, lru_cache(1 << 15, typed=True)(macro))


@contextmanager
def twins_in(folder: Path) -> Iterator[None]:
    """Let the templates of `folder` stand in for components of the same name, while it lasts."""
    token = _twins.set(folder)
    try:
        yield
    finally:
        _twins.reset(token)


def render(component: str, **view: object) -> Markup:
    """Return the component `overrides/components/<component>.html` filled with `view`."""
    template = _environment(_twins.get()).get_template(f"{component}.html")
    return Markup(template.render(view=view).strip())  # noqa: S704  (autoescaped)
