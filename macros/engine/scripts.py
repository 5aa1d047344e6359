"""Bundles and minifies the scripts of the site.

A browser then fetches one file instead of dozens; and a page that is opened from a disk, where
browsers load no modules, can use the bundle too. To keep the bundler simple, modules may use only
one form of import, `import { a, b } from "./other.js";` at the top, one per line, and three of
export: `export function`, `export class` and `export const`. Anything else is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

BUNDLES = {"search-app.js": "siteSearch", "answer-app.js": "siteAnswers"}
"""Entry module of each bundle → the global object that holds its exports."""

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_WHEN_NEEDED = re.compile(r'\bimport\("\./([\w-]+\.js)"\)')
_OTHER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class ScriptError(Exception):
    """A script that cannot be bundled; the message names the file and the line."""


def bundle(scripts: Mapping[str, Path], entry: str, name: str) -> tuple[str, set[str]]:
    """Return one script for a module with all its imports, and the names of the bundled files.

    `scripts` are all scripts by name. The bundle is a classic script that leaves the exports of the
    entry module in the global object `name`. Raises ScriptError.
    """
    order: list[str] = []
    texts: dict[str, str] = {}
    _collect(scripts, entry, order, texts, ())
    parts = [_wrapped(file, texts[file]) for file in order]
    made = "\n".join(parts)
    return f"(() => {{\n{made}\nglobalThis.{name} = {_variable(entry)};\n}})();\n", set(order)


def _collect(
    scripts: Mapping[str, Path],
    file: str,
    order: list[str],
    texts: dict[str, str],
    above: tuple[str, ...],
) -> None:
    """Append a module to `order`, after the modules that it imports."""
    if file in above:
        raise ScriptError(f"{file}: imports itself by way of {' → '.join(above)}")
    if file in texts:
        return
    texts[file] = text = scripts[file].read_text(encoding="utf-8")
    for found in _IMPORT.finditer(text):
        _collect(scripts, found[2], order, texts, (*above, file))
    order.append(file)


def plain_script(scripts: Mapping[str, Path], entry: str) -> str:
    """Return one plain script for a module, with what it imports at once and when needed.

    For pages that are opened from a disk. Raises ScriptError.
    """
    order: list[str] = []
    texts: dict[str, str] = {}
    for file in _WHEN_NEEDED.findall(scripts[entry].read_text(encoding="utf-8")):
        _collect(scripts, file, order, texts, ())
    _collect(scripts, entry, order, texts, ())
    made = "\n".join(_wrapped(file, _WHEN_NEEDED.sub(_at_hand, texts[file])) for file in order)
    # All modules stand in one folder, from which their addresses are taken.
    made = made.replace("import.meta.url", "$here")
    here = "const $here = document.currentScript.src;"
    return f'(() => {{\n"use strict";\n{here}\n{made}\n}})();\n'


def _at_hand(imported: re.Match[str]) -> str:
    return f"Promise.resolve({_variable(imported[1])})"


def _variable(file: str) -> str:
    return "$" + file.removesuffix(".js").replace("-", "_")


def _bound(imported: re.Match[str]) -> str:
    names = imported[1].replace(" as ", ": ")
    return f"const {{ {names} }} = {_variable(imported[2])};\n"


def _wrapped(file: str, text: str) -> str:
    """Return a module wrapped as an object of its exports."""
    bound = _IMPORT.sub(_bound, text)
    names = [found[2] for found in _EXPORT.finditer(bound)]
    bound = _EXPORT.sub(r"\1 \2", bound)
    if other := _OTHER.search(bound):
        raise ScriptError(f"{file}: {other[0]}")
    return f"const {_variable(file)} = (() => {{\n{bound}\nreturn {{ {', '.join(names)} }};\n}})();"


def write_scripts(folders: Iterable[Path], target: Path) -> dict[str, bytes]:
    """Write the minified scripts of `folders` into `target`, each bundle as one file; return them.

    If two scripts have one name, the first is used, as MkDocs does.
    """
    # rjsmin only removes comments and spaces. Minifiers that rewrite code are riskier: one that
    # needs no Node.js turned `(a ?? b) | c` into `a ?? b | c`.
    from rjsmin import jsmin

    scripts: dict[str, Path] = {}
    for folder in folders:
        for script in sorted(folder.glob("*.js")):
            scripts.setdefault(script.name, script)
    made: dict[str, str] = {}
    parts: set[str] = set()
    for entry, name in BUNDLES.items():
        if entry in scripts:
            made[entry], of_bundle = bundle(scripts, entry, name)
            parts |= of_bundle
    for name, script in scripts.items():
        if name not in parts:
            made[name] = script.read_text(encoding="utf-8")
        elif name not in made:
            (target / name).unlink(missing_ok=True)
    written = {name: jsmin(text).encode() for name, text in made.items()}
    for name, content in written.items():
        (target / name).write_bytes(content)
    return written
