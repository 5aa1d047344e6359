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
    from macros.drafting.proposal import Proposal
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
    paragraphs = [_paragraph(one, at.get(one.number, [])) for one in desk.paragraphs]
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
            problem=problem if item not in desk.drafts else "",
            reason=desk.reason,
            **counts,
        )
    )


def _paragraph(one: Worked, drafts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "number": one.number,
        "page": "",
        "parts": list(_parts(one)),
        "facts": one.facts,
        "drafts": drafts,
        "told": one.count("told"),
        "explained": one.count("explained"),
        "untold": one.count("untold"),
    }


def _parts(one: Worked) -> Iterator[dict[str, str]]:
    """Yield the text of a paragraph in parts, those of values with their state."""
    end = 0
    for value in one.values:
        if value.start > end:
            yield {"text": one.text[end : value.start], "state": "", "title": ""}
        why = f": {value.why}" if value.why else ""
        title = f"{_KINDS[value.kind]} {_STATES[value.state]}{why}"
        yield {"text": one.text[value.start : value.end], "state": value.state, "title": title}
        end = value.end
    yield {"text": one.text[end:], "state": "", "title": ""}


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
        "asks": one.asks,
        "number": one.number,
        "new_indicator": one.kind == "observation",
        "unit": str(one.record.get("unit") or one.record.get("printed") or ""),
    }
