"""The untold page as HTML, from the desk of a source."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.drafting.proposal import KINDS
from macros.drafting.sheet import as_lines, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.drafting.desk import Desk
    from macros.drafting.proposal import Ask, Proposal
    from macros.drafting.worklist import State, Worked

FOLDER = Path(__file__).parent / "page"
_KINDS = {
    "number": "con số",
    "date": "ngày",
    "symbol": "số, ký hiệu",
    "name": "tên người",
    "office": "chức danh",
}
_COUNTED: tuple[State, ...] = ("told", "explained", "untold")
_STATES = {
    "told": "đã kể",
    "explained": "không phải dữ kiện",
    "common": "nhắc chung",
    "untold": "chưa kể",
}


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


def page(
    desk: Desk,
    notice: str = "",
    problem: str = "",
    item: str = "",
    typed: Mapping[str, str] | None = None,
) -> str:
    """Return the page; `problem` is shown at the draft `item`, which keeps what was `typed`."""
    at: dict[int, list[dict[str, Any]]] = {}
    for key, one in desk.drafts.items():
        own = (problem, typed or {}) if key == item else ("", {})
        at.setdefault(max(one.paragraphs), []).append(_draft(desk, key, one, *own))
    paragraphs = [
        _paragraph(one, at.get(one.number, []), desk.known.get(one.number, {}))
        for one in desk.paragraphs
    ]
    counts = {state: sum(one.count(state) for one in desk.paragraphs) for state in _COUNTED}
    return (
        _environment()
        .get_template("untold.html")
        .render(
            source=desk.source,
            title=desk.title,
            paragraphs=paragraphs,
            drafts=len(desk.drafts),
            notice=notice,
            problem=problem,
            refused=item if item in desk.drafts else "",
            is_recognised=desk.is_recognised,
            **counts,
        )
    )


def _paragraph(
    one: Worked, drafts: list[dict[str, Any]], known: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "number": one.number,
        "page": str(known.get("page") or ""),
        "doubts": [str(word) for word in known.get("doubts") or ()],
        "parts": list(_parts(one)),
        "facts": one.facts,
        "drafts": drafts,
        "told": one.count("told"),
        "explained": one.count("explained"),
        "untold": one.count("untold"),
    }


def _parts(one: Worked) -> Iterator[dict[str, str]]:
    """Yield the text of a paragraph in parts, those of values with their state.

    A told value leads to the fact that alone tells it, else to the list of the facts.
    """
    end = 0
    places = {fact.id: f"du-kien-{one.number}-{at}" for at, fact in enumerate(one.facts, start=1)}
    every = f"du-kien-{one.number}" if one.facts else ""
    for value in one.values:
        if value.start > end:
            yield _part(one.text[end : value.start])
        why = f": {value.why or value.fact}" if value.why or value.fact else ""
        title = f"{_KINDS[value.kind]} {_STATES[value.state]}{why}"
        href = places.get(value.fact, every) if value.state == "told" else ""
        yield _part(one.text[value.start : value.end], value.state, title, href)
        end = value.end
    yield _part(one.text[end:])


def _part(text: str, state: str = "", title: str = "", href: str = "") -> dict[str, str]:
    return {"text": text, "state": state, "title": title, "href": href}


def _draft(
    desk: Desk, key: str, one: Proposal, problem: str, typed: Mapping[str, str]
) -> dict[str, Any]:
    record = typed.get("record") or "\n".join(as_lines(one.home, one.key, one.record))
    return {
        "key": key,
        "version": desk.version(one.home),
        "word": KINDS[one.kind],
        "said": state_of(one),
        "state": "ready" if one.is_ready else "asked",
        "problem": problem or one.problem,
        "to": typed.get("to") or one.home,
        "record": record,
        "rows": record.count("\n") + 2,
        "about": _about(one),
        "asks": [_ask(desk, ask, typed, boxed=ask.key != "to") for ask in one.asks],
        "number": one.number,
        "new_indicator": one.kind == "observation",
        "indicator": {
            "id": typed.get("indicator-id", ""),
            "label": typed.get("indicator-label", ""),
            "group": typed.get("indicator-group", ""),
            "unit": typed.get("indicator-unit")
            or str(one.record.get("unit") or one.record.get("printed") or ""),
        },
        "reason": typed.get("reason", desk.reason),
    }


def _about(one: Proposal) -> str:
    """Return what tells a draft from others of its kind: a number, a name, a symbol or a day."""
    said = (one.record.get(key) for key in ("size", "symbol", "date", "ordinal"))
    return one.number or one.name or next((str(value) for value in said if value), "")


def _ask(desk: Desk, ask: Ask, typed: Mapping[str, str], *, boxed: bool) -> dict[str, Any]:
    """Return a question with what it offers, each with its name in words, and what was answered.

    One that offers nothing has a box to answer in if `boxed`.
    """
    answered = typed.get(f"answer-{ask.key}", "")
    offers = [
        {"value": one, "words": desk.labels.get(one, ""), "chosen": one == answered}
        for one in ask.offers
    ]
    return {
        "key": ask.key,
        "question": ask.question.replace("dòng “to”", "ô “Tệp”"),
        "offers": offers,
        "answered": answered,
        "boxed": boxed,
    }
