"""`make mutate`: a table by field and kind of corruption, the survivors, the whole, its price."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.messages.output import DONE, WRONG, Line
from macros.model.codes import CORRUPTIONS
from macros.mutation.outcome import WHOLE, Outcome, Row, try_all
from macros.mutation.strength import SHOWN, strength_file
from macros.mutation.trial import REFUSED, WAITING
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.messages.output import Output
    from macros.project.project import Project

RECORDED = "tests/content/strength.toml"
"""The shares of the last record, of a site that keeps them."""
MOST_MARKS = 100
ROUNDING = 0.1
"""By how much a sum of shares may differ, in percent, because each was rounded."""
_SHOWN = 40
_WHAT = {"clone": "không có bản chép", "sources": "có bản chép"}


def mutate(
    project: Project,
    sources: Path | None = None,
    *,
    share: int = WHOLE,
    seed: int = 1,
    everything: bool = False,
    record: bool = False,
) -> Output:
    """Corrupt every value of a project and report what is refused; `record` notes it."""
    outcome = try_all(project, sources, share=share, seed=seed)
    yield from map(Line, table(outcome))
    below = set(outcome.below)
    survivors = sorted(
        outcome.survivors, key=lambda one: ((one.typed.field, one.kind) not in below, str(one))
    )
    shown = survivors if everything else survivors[:_SHOWN]
    yield from (Line(str(one)) for one in shown)
    if len(shown) < len(survivors):
        yield Line(f"… còn {len(survivors) - len(shown)}: thêm --all để xem hết")
    yield from map(Line, whole(outcome))
    path = project.root / RECORDED
    before = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    wrong = list(faults(outcome, before))
    yield from map(Line, wrong)
    if record and outcome.whole and not wrong:
        path.write_text(recorded(outcome, before), encoding="utf-8")
        yield Line(f"Đã ghi vào {RECORDED}")
        shown_file = project.root / SHOWN
        # What was measured with the transcriptions stays until it is measured so again.
        if outcome.with_sources or not shown_file.is_file():
            shown_file.write_text(strength_file(outcome), encoding="utf-8")
            yield Line(f"Đã ghi vào {SHOWN}")
    return WRONG if wrong else DONE


def table(outcome: Outcome) -> Iterator[str]:
    """Yield a line for each field and kind of corruption."""
    what = "không có bản chép, có bản chép" if outcome.with_sources else "từ chối"
    yield f"trường, kiểu sai: số lần thử; {what}; sàn"
    for (field, kind), row in outcome.rows.items():
        shares = [_share(row.clone, row.tried)]
        if row.clone[WAITING]:
            shares[0] += f" (chờ {row.clone[WAITING]})"
        if outcome.with_sources:
            shares.append(_share(row.sources, row.tried))
        what = f"{field:26} {CORRUPTIONS[kind]:42} {row.tried:5}"
        yield f"{what}; {', '.join(shares)}{_floor(row, outcome)}"


def _share(states: Mapping[str, int], tried: int) -> str:
    return f"{_percent(100 * states[REFUSED] / tried)}%"


def _percent(share: float) -> str:
    return say_number(Decimal(f"{share:.1f}"))


def _floor(row: Row, outcome: Outcome) -> str:
    if row.floor is None:
        return ""
    weak = f", yếu: {row.floor.why}" if row.floor.why else ""
    missed = "" if row.holds(whole=outcome.whole) else " — KHÔNG ĐẠT"
    return f"; sàn {row.floor.least}%{missed}{weak}"


def whole(outcome: Outcome) -> Iterator[str]:
    """Yield the figures of the whole and its price."""
    waiting = _percent(outcome.share("clone", WAITING))
    clone = f"từ chối {_percent(outcome.share('clone'))}% khi {_WHAT['clone']}"
    more = ""
    if outcome.with_sources:
        more = f", {_percent(outcome.share('sources'))}% khi {_WHAT['sources']}"
    yield f"Đã thử {outcome.tried} giá trị sai: {clone} (chờ đối chiếu {waiting}%){more}"
    yield f"Cái giá: {len(outcome.price)} giá trị đúng bị từ chối, {outcome.marks} dấu implied"


def faults(outcome: Outcome, before: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Yield what an editor or a programmer must see to.

    `before` has the shares of a commit: in percent by row ("Congress.term year"), for "clone" and
    "sources".
    """
    yield from map(str, outcome.price)
    if outcome.marks > MOST_MARKS:
        yield (
            f"{outcome.marks} dấu implied, nhiều nhất là {MOST_MARKS} → thêm cách viết của nguồn "
            "vào danh mục, hoặc sửa trích dẫn"
        )
    for field, kind in outcome.below:
        row = outcome.rows[field, kind]
        assert row.floor is not None
        yield (
            f"{field}, {CORRUPTIONS[kind]}: {row.passed}/{row.tried} giá trị sai được nhận, sàn "
            f"{row.floor.least}% → đòi hỏi thêm ở macros/evidence/"
        )
    for what in _measured(outcome) if outcome.whole else ():
        now, noted = _compared(outcome, what, before.get(what, {}))
        if now < noted - ROUNDING:
            yield (
                f"các trường đã ghi lần trước: từ chối {_percent(now)}% khi {_WHAT[what]}, theo tỷ "
                f"lệ lần ấy phải là {_percent(noted)}% → tìm xem điều gì không còn bị từ chối"
            )


def _compared(outcome: Outcome, what: str, before: Mapping[str, float]) -> tuple[float, float]:
    """Return the share refused of the rows of a record, and that which they had in the record.

    Each row is weighted by what is tried now, so that neither a new field nor more facts that are
    held less firmly count as a fall.
    """
    known = {name: row for key, row in outcome.rows.items() if (name := " ".join(key)) in before}
    tried = sum(row.tried for row in known.values()) or 1
    now = sum(100 * getattr(row, what)[REFUSED] for row in known.values())
    return now / tried, sum(before[name] * row.tried for name, row in known.items()) / tried


def recorded(outcome: Outcome, before: Mapping[str, Mapping[str, float]]) -> str:
    """Return the file that notes the share of each row; what was not measured stays."""
    measured = {
        what: {
            " ".join(key): round(100 * getattr(row, what)[REFUSED] / row.tried, 1)
            for key, row in outcome.rows.items()
        }
        for what in _measured(outcome)
    }
    lines = [
        "# The shares in percent of wrong values that are refused, by field and corruption.",
        "# Together they may only rise. Written by: make mutate SOURCES=… ARGS=--record",
    ]
    for what, shares in {**before, **measured}.items():
        lines += ["", f"[{what}]", *(f'"{name}" = {share}' for name, share in shares.items())]
    return "\n".join(lines) + "\n"


def _measured(outcome: Outcome) -> tuple[str, ...]:
    return ("clone", "sources") if outcome.with_sources else ("clone",)
