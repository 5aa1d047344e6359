"""The macros that a chapter may call: typed functions, described by their signatures.

The first parameter of a macro is the page. Each other one is `str`, `int`, `bool` or a list of
these, may be optional, and may say with `Annotated` which text is valid.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from macros.messages.problems import About
from macros.model.closed_list import ClosedList

Scalar = str | int | bool
Value = Scalar | list[Scalar]
Render = Callable[..., Markup]
Finding = tuple[str, str] | tuple[str, str, About | None]
"""Message and remedy, and what several such findings may be about."""
# Yields what a signature cannot express, such as a missing figure.
Check = Callable[..., Iterable[Finding]]


class Shown(NamedTuple):
    """A figure that a call shows: its key, the same wherever it is shown; its id there, or ""."""

    key: str
    anchor: str = ""


ShownBy = Callable[[Any, Mapping[str, Any]], Iterable[Shown]]
"""Returns the figures that a call shows, from its context and its arguments."""
NamedBy = Callable[[Any, Mapping[str, Any]], Iterable[tuple[str, str]]]
"""Returns what a call names besides its arguments, as (kind, id), from the same two."""
Closing = Callable[[Any], Markup | None]
Glossary = Callable[[Any], Mapping[str, str]]
RenderT = TypeVar("RenderT", bound=Render)

ORGANIZATION = "organization"


@dataclass(frozen=True)
class Reference:
    """The argument is the id of an entry of this kind; `scoped`: unique per organization only."""

    kind: str
    scoped: bool = False


@dataclass(frozen=True, init=False)
class Choice:
    """The argument is one of these words."""

    values: tuple[str, ...]
    codes: ClosedList[Any] | None

    def __init__(self, *values: str, codes: ClosedList[Any] | None = None) -> None:
        object.__setattr__(self, "values", values)
        object.__setattr__(self, "codes", codes)

    @classmethod
    def of(cls, codes: ClosedList[Any]) -> Choice:
        """Return the choice of a code of a closed list, which its Vietnamese words explain."""
        return cls(*codes, codes=codes)


@dataclass(frozen=True)
class Parameter:
    """One parameter of a macro, as the guard needs it.

    `type` is str, int or bool; if the argument is a list (`many`), that of its items.
    """

    name: str
    type: type[str] | type[int] | type[bool]
    many: bool = False
    required: bool = True
    keyword_only: bool = False
    rule: Reference | Choice | None = None


@dataclass(frozen=True)
class Macro:
    """A function that chapters may call; a `block` macro must be a paragraph of its own.

    `guide` says in Vietnamese what it adds to a page; `example` shows its arguments:
    ``"VI"`` for ``congress("VI")``. A macro without a guide is for generated pages only. `figures`
    returns the figures that a call shows, None for a macro that shows none; `names` the entries
    that it names besides its arguments, as a table of leaders does. `otherwise` says what to do
    about an unknown argument, if the usage alone does not help.
    """

    name: str
    render: Render
    parameters: tuple[Parameter, ...]
    block: bool = False
    check: Check | None = None
    guide: str = ""
    example: str = ""
    figures: ShownBy | None = None
    names: NamedBy | None = None
    otherwise: str = ""

    @property
    def usage(self) -> str:
        """The call as an editor would write it: ``congress(ordinal, organization=…)``."""
        shown = [p.name if p.required else f"{p.name}=…" for p in self.parameters]
        return f"{self.name}({', '.join(shown)})"


class Registry:
    """The macros by name, in the order in which they were registered.

    `closing` renders the foot of a page (its citations), or returns None; `glossary` returns the
    expansions of the abbreviations that chapters may use.
    """

    def __init__(self, closing: Closing | None = None, glossary: Glossary | None = None) -> None:
        self._macros: dict[str, Macro] = {}
        self.closing = closing
        self.glossary = glossary

    def macro(
        self,
        *,
        block: bool = False,
        check: Check | None = None,
        guide: str = "",
        example: str = "",
        figures: ShownBy | None = None,
        names: NamedBy | None = None,
        otherwise: str = "",
    ) -> Callable[[RenderT], RenderT]:
        """Register the decorated function; raises TypeError for a signature no chapter can use.

        A `block` component stands between paragraphs: its HTML is one element that may stand
        there, such as a table, a section or a div (`expand` refuses any other beginning).
        """

        def register(function: RenderT) -> RenderT:
            name = function.__name__
            if name in self._macros:
                raise TypeError(f"macro {name!r} is registered twice")
            self._macros[name] = Macro(
                name,
                function,
                _parameters(function),
                block,
                check,
                guide,
                example,
                figures,
                names,
                otherwise,
            )
            return function

        return register

    def get(self, name: str) -> Macro | None:
        """Return the macro of this name, if there is one."""
        return self._macros.get(name)

    def names(self) -> list[str]:
        """Return the names of all macros."""
        return list(self._macros)


def _parameters(function: Render) -> tuple[Parameter, ...]:
    """Return the parameters after the page's."""
    _, *parameters = inspect.signature(function).parameters.values()

    # The annotations of the page and of the result may be unresolvable at run time.
    def wanted() -> None: ...

    wanted.__annotations__ = {p.name: p.annotation for p in parameters}
    hints = get_type_hints(wanted, function.__globals__, include_extras=True)
    return tuple(_parameter(p, hints[p.name]) for p in parameters)


def _parameter(parameter: inspect.Parameter, hint: object) -> Parameter:
    if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
        raise TypeError(f"a macro takes no *{parameter.name}")
    base, many, rule = _unwrapped(hint)
    if base not in (str, int, bool):
        raise TypeError(f"parameter {parameter.name!r}: a chapter cannot write {hint!r}")
    return Parameter(
        parameter.name,
        base,
        many,
        required=parameter.default is parameter.empty,
        keyword_only=parameter.kind is parameter.KEYWORD_ONLY,
        rule=rule,
    )


def _unwrapped(hint: object) -> tuple[Any, bool, Reference | Choice | None]:
    """Return (item type, whether a list, rule) of a hint such as ``list[Annotated[…]] | None``."""
    origin, many, rule = get_origin(hint), False, None
    if origin is Annotated:
        rule = next((m for m in get_args(hint)[1:] if isinstance(m, Reference | Choice)), None)
        inner = get_args(hint)[0]
    elif origin in (Union, types.UnionType):
        members = [a for a in get_args(hint) if a is not types.NoneType]
        if len(members) != 1:
            return hint, False, None
        [inner] = members
    elif origin is list:
        many, (inner,) = True, get_args(hint)
    else:
        return hint, False, None
    base, inner_many, inner_rule = _unwrapped(inner)
    return base, many or inner_many, rule or inner_rule
