"""Static SVG pictures of series, drawn by Vega-Lite (vl-convert: no browser, no network).

Bars are horizontal, under their periods: labels never collide on a phone, and time
runs downward as in the tables. Colours are set by class in
the stylesheet, so that one picture serves light, dark and print.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from macros.rendering.chart_engine import svg_of

CACHE = Path(".cache") / "charts"
SVG = "http://www.w3.org/2000/svg"
_FONT = "Be Vietnam Pro"


@dataclass(frozen=True)
class Bar:
    """One value of a series: its period, its value, and the value as printed.

    Without a value it is a gap; `label` says what is missing.
    """

    label: str
    value: float | None
    text: str


# A constant, because the lookup takes as long as reading a cached picture.
_VERSION = version("vl-convert-python")


def bar_chart(bars: Sequence[Bar], description: str, longest: float) -> str:
    """Return an SVG element of horizontal bars from zero, described for screen readers.

    `longest` is the value at the end of the scale, so that several charts can share one.

    Drawing takes about 20 ms, so a picture is cached under the hash of everything
    that it depends on.
    """
    spec = _spec(bars, longest)
    key = json.dumps([_VERSION, spec, description], sort_keys=True)
    name = hashlib.sha256(key.encode()).hexdigest()[:32]
    kept = CACHE / f"{name}.svg"
    try:
        return kept.read_text(encoding="utf-8")
    except FileNotFoundError:
        pass
    svg = _labelled(svg_of(spec), description)
    _keep(kept, svg)
    return svg


def _keep(path: Path, svg: str) -> None:
    """Store a picture atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.part")
    half.write_text(svg, encoding="utf-8")
    half.replace(path)


def _spec(bars: Sequence[Bar], longest: float) -> dict[str, Any]:
    """Return the Vega-Lite specification of a bar chart."""
    # A row without a value shows only its label; the index distinguishes equal labels.
    rows = [{"i": i, "p": b.label, "v": b.value, "t": b.text} for i, b in enumerate(bars)]
    words = {"type": "text", "align": "left", "aria": False, "font": _FONT, "fontSize": 13}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 2,
        "width": 250,
        "height": {"step": 44},
        "data": {"values": rows},
        "encoding": {
            "y": {"field": "i", "type": "ordinal", "sort": "ascending", "axis": None},
            # Bars start at zero, because readers compare their lengths.
            "x": {
                "field": "v",
                "type": "quantitative",
                "axis": None,
                "scale": {"domain": [0, longest or 1], "nice": False},
            },
        },
        "layer": [
            {"mark": {"type": "bar", "height": 14, "yOffset": 8, "aria": False}},
            # The period is above its bar, so that the picture fits a phone at full size.
            {
                "mark": {**words, "dy": -8},
                "encoding": {"x": {"value": 0}, "text": {"field": "p"}},
            },
            {"mark": {**words, "dx": 6, "dy": 8}, "encoding": {"text": {"field": "t"}}},
        ],
        "config": {"view": {"stroke": None}},
    }


@cache
def _register() -> None:
    ElementTree.register_namespace("", SVG)


def _labelled(svg: str, description: str) -> str:
    """Make a drawing one image with a description for screen readers, of flexible width."""
    _register()
    root = ElementTree.fromstring(svg)  # noqa: S314  (made by our own library call)
    root.attrib.pop("version", None)
    root.set("class", "chart__svg")
    root.set("role", "img")
    root.set("aria-label", description)
    for element in root.iter():
        for name in ("aria-roledescription", "role", "aria-hidden"):
            if element is not root:
                element.attrib.pop(name, None)
    return ElementTree.tostring(root, encoding="unicode")
