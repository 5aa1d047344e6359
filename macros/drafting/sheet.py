"""The file of proposals: YAML that an editor reads, changes and marks, and that is applied."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.drafting.proposal import KINDS, Proposal
from macros.drafting.records import model_of_list
from macros.loading.yaml.strict import Items, Node, Table, Text, parse_yaml
from macros.mending.writing import record_lines
from macros.messages.problems import Position, Problem, errors
from macros.model.files import model_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIX = ".draft.yml"
_COUNTED = "value value_to numerator denominator size full_time concurrent delegates order"
_COUNTS = frozenset(_COUNTED.split())
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
ACCEPTED = frozenset({"true", "có", "yes"})
REFUSED = frozenset({"false", "không", "no", ""})
_HEAD = """\
# Những dữ kiện mà nguồn {source} nói và dữ liệu chưa có, do máy đề nghị theo quy tắc.
# Xem từng mục với đoạn ghi ở cite. Đúng thì đổi false thành true ở dòng accept; chỗ có dấu "?"
# thì trả lời câu hỏi ghi ở trên, thay dấu "?" hoặc xóa dòng ấy. Rồi chạy make draft APPLY=tệp-này.
# Mục đã ghi vào data/ được bỏ khỏi tệp này; mục không đúng thì xóa, hoặc để nguyên.
"""


class Marked(NamedTuple):
    """A proposal of a sheet as it stands there, with the lines that it takes up (from 0)."""

    to: str
    key: str
    record: dict[str, Any]
    accepted: bool
    new_people: dict[str, str]
    new_indicator: dict[str, Any]
    position: Position
    first: int
    end: int


def sheet(source: str, proposed: Sequence[Proposal]) -> str:
    """Return the file of some proposals."""
    return _HEAD.format(source=source) + "".join(_item(one) for one in proposed)


def _item(one: Proposal) -> str:
    return "\n" + "".join(f"{line}\n" for line in _lines(one))


def _lines(one: Proposal) -> Iterator[str]:
    where = ", ".join(map(str, one.paragraphs))
    number = f", số {one.number}" if one.number else ""
    state = (
        "sẵn sàng" if one.is_ready else "phép soát không nhận" if one.problem else "còn phải hỏi"
    )
    yield f"# {KINDS[one.kind]}, đoạn {where}{number}: {state}"
    if one.problem:
        yield f"#   {' '.join(one.problem.split())}"
    for ask in one.asks:
        offered = f" Có thể là: {' | '.join(ask.offers)}" if ask.offers else ""
        yield f"#   {ask.key}: {ask.question}{offered}"
    yield f"- to: {quoted(one.home)}"
    if one.key:
        yield f"  list: {one.key}"
    yield "  accept: false"
    if one.new_people:
        pairs = ", ".join(f"{key}: {name}" for key, name in one.new_people.items())
        yield f"  new_people: {{ {pairs} }}"
    yield "  record:"
    yield from (f"    {line}" for line in as_lines(one.home, one.key, one.record))


def state_of(one: Proposal) -> str:
    """Return in words whether a proposal can be written as it is."""
    if one.problem:
        return "phép soát không nhận"
    return "sẵn sàng" if one.is_ready else "còn phải hỏi"


def quoted(text: str) -> str:
    """Return a path as YAML: one that is still asked has a mark that YAML would read."""
    return f'"{text}"' if "?" in text else text


def as_lines(home: str, key: str, record: dict[str, Any]) -> list[str]:
    """Return the lines of a record as they would stand in its file, without a dash."""
    file_model = model_of(home.replace("?", "x"))
    assert file_model is not None
    return record_lines(record, model_of_list(file_model, key))


def read_sheet(data: bytes, shown: str) -> tuple[list[Marked], list[Problem]]:
    """Return the items of a sheet, and the problems that forbid reading it."""
    node, problems = parse_yaml(data, shown)
    if node is None or errors(problems):
        return [], errors(problems)
    if not isinstance(node, Items):
        remedy = "tạo lại bằng make draft SOURCE=mã"
        return [], [Problem(node.position, "không phải tệp đề nghị của make draft", remedy)]
    starts = [_top(data, one.position.line - 1) for one in node]
    text = data.decode("utf-8")
    ends = [*starts[1:], text.count("\n") + (not text.endswith("\n"))]
    found: list[Marked] = []
    for one, first, end in zip(node, starts, ends, strict=True):
        marked = _marked(one, first, end)
        if isinstance(marked, Problem):
            problems.append(marked)
        else:
            found.append(marked)
    return found, errors(problems)


def _top(data: bytes, line: int) -> int:
    """Return the first line of an item with the comments above it."""
    lines = data.decode("utf-8").split("\n")
    while line and lines[line - 1].startswith("#"):
        line -= 1
    return line


def _marked(node: Node, first: int, end: int) -> Marked | Problem:
    if not isinstance(node, Table) or "to" not in node or not isinstance(node.get("record"), Table):
        remedy = "mỗi mục cần to, accept và record; tạo lại bằng make draft"
        return Problem(node.position, "mục này không có to hoặc record", remedy)
    record = plain_value(node["record"])
    people = plain_value(node["new_people"]) if "new_people" in node else {}
    indicator = plain_value(node["new_indicator"]) if "new_indicator" in node else {}
    for name, value in (("new_people", people), ("new_indicator", indicator)):
        if not isinstance(value, dict):
            remedy = f"viết {name}: {{ trường: giá trị }} như máy đã ghi, hoặc xóa dòng ấy"
            return Problem(node[name].position, f"{name} không có dạng “trường: giá trị”", remedy)
    accept = str(node.get("accept", "false")).lower()
    if accept not in ACCEPTED | REFUSED:
        message = "accept không phải true hay false"
        return Problem(node["accept"].position, message, "viết true (nhận) hoặc false")
    accepted = accept in ACCEPTED
    return Marked(
        str(node["to"]), str(node.get("list", "")), record, accepted, people, indicator,
        node.position, first, end,
    )  # fmt: skip


def plain_value(node: Node, key: str = "") -> Any:
    """Return a tree of YAML as plain values: counts as numbers, all else as text."""
    if isinstance(node, Text):
        counts = key in _COUNTS and not node.quoted and _NUMBER.fullmatch(node)
        return Decimal(str(node)) if counts else str(node)
    if isinstance(node, Items):
        return [plain_value(one) for one in node]
    return {str(name): plain_value(value, str(name)) for name, value in node.items()}


def without(text: str, gone: Sequence[Marked]) -> str:
    """Return a sheet without some of its items."""
    lines = text.split("\n")
    for one in sorted(gone, key=lambda one: -one.first):
        del lines[one.first : one.end]
    return "\n".join(lines)
