"""The table files of rolls: `<id>.csv` beside the rolls.yml that describes them.

A table becomes nodes like those of YAML, each with its line and column, so that the model checks
its cells, and reports them, like any other value.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from macros.loading.yaml.characters import SourceText, decomposed_letters, refused_characters
from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.loading.yaml.strict import MAX_BYTES, decoded
from macros.messages.problems import Position, Problem
from macros.messages.suggest import did_you_mean, listed
from macros.model.codes import ROLL_KINDS
from macros.model.rolls import RollRow
from macros.speed.positions import pack
from macros.text.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_ROWS = 2_000
"""The most rows of one roll: more than any in use has."""

_NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu", "no", "#"})


class _Read(NamedTuple):
    rows: Items
    problems: list[Problem]


def with_tables(root: Path, folder: Path, node: Table) -> list[Problem]:
    """Give the rolls in `node`, the tree of a rolls.yml, the rows of their table files.

    Return the problems: of the tables, of rolls without one and of tables without a roll.
    """
    problems: list[Problem] = []
    tables = {one.stem: one for one in sorted(folder.glob("*.csv")) if not one.name.startswith(".")}
    rolls = node.get("rolls")
    for roll in rolls if isinstance(rolls, Items) else ():
        if not isinstance(roll, Table) or not isinstance(identifier := roll.get("id"), Text):
            continue  # reported by the model
        if typed := roll.get("rows"):
            message = "các dòng của danh sách không viết ở đây"
            remedy = f"chuyển vào bảng {identifier}.csv cạnh tệp này"
            problems.append(Problem(typed.position, message, remedy))
            del roll[Text("rows")]
            tables.pop(str(identifier), None)
            continue
        path = tables.pop(str(identifier), None)
        if path is None:
            message = f"danh sách “{identifier}” chưa có bảng {identifier}.csv"
            remedy = f"lưu bảng thành CSV (UTF-8), đặt tên {identifier}.csv, cạnh tệp này"
            problems.append(Problem(identifier.position, message, remedy))
            continue
        read = read_table(path, path.relative_to(root).as_posix())
        problems += read.problems
        roll[Text("rows", read.rows.path)] = read.rows
    for path in tables.values():
        problems.append(unclaimed(path.relative_to(root).as_posix()))
    return problems


def unclaimed(shown: str) -> Problem:
    """Return the problem of a table that no roll names."""
    stem = shown.rpartition("/")[2].removesuffix(".csv")
    message = f"bảng “{stem}.csv” không thuộc danh sách nào"
    remedy = f"ghi danh sách có id: {stem} vào rolls.yml cạnh bảng, hoặc xóa bảng"
    return Problem(Position(shown), message, remedy)


def read_table(path: Path, shown: str) -> _Read:
    """Read a table file; if it cannot be read, there are no rows, but problems."""
    empty = Items((), shown)
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    text = decoded(data, shown)
    if isinstance(text, Problem):
        return _Read(empty, [text])
    text = text.removeprefix("\ufeff")
    source = SourceText(text, shown, 1)
    hidden = [*refused_characters(source), *decomposed_letters(source)]
    if hidden:
        return _Read(empty, hidden)
    lines = _lines(text)
    head = next(lines, None)
    if head is None:
        return _Read(
            empty, [Problem(Position(shown), "bảng trống", "ghi dòng tên cột và các dòng")]
        )
    keys, problems = _keys(shown, head)
    if problems:
        return _Read(empty, problems)
    rows = Items((), shown)
    for number, cells in lines:
        if broken := _broken(shown, number, keys, cells):
            problems.append(broken)
        elif any(cells):
            rows.append(_row(shown, number, keys, cells))
    if not rows and not problems:
        problems.append(
            Problem(Position(shown), "bảng không có dòng nào", "ghi các dòng, hoặc xóa danh sách")
        )
    if len(rows) > MAX_ROWS:
        message = f"bảng có {len(rows)} dòng, quá {MAX_ROWS}"
        problems.append(Problem(Position(shown), message, "tách thành nhiều danh sách"))
        rows = empty
    return _Read(rows, problems)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table with the number of the line where each begins."""
    first = text.partition("\n")[0]
    # Spreadsheets in Vietnamese separate by semicolons, because the comma is decimal.
    separator = max(",;\t", key=first.count)
    # A quote that is not closed makes one cell of the rest: it is told of, and ends nothing.
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    begins = 1
    for cells in reader:
        yield begins, [one.strip() for one in cells]
        begins = reader.line_num + 1


def _keys(shown: str, head: tuple[int, list[str]]) -> tuple[list[str], list[Problem]]:
    """Return the field of each column of a table, and what is wrong with its first line."""
    number, names = head
    known = _names()
    keys: list[str] = []
    problems: list[Problem] = []
    for column, name in enumerate(names, start=1):
        key = known.get(fold(name), "")
        position = Position(shown, number, _at(names, column - 1))
        if fold(name) in _NUMBERS:
            problems.append(Problem(position, f"cột “{name}” đánh số", "xóa cột: trang tự đánh số"))
        elif not name:
            problems.append(
                Problem(position, f"cột thứ {column} không có tên", "ghi tên cột, hoặc xóa cột")
            )
        elif not key:
            labels = [str(one.title) for one in RollRow.model_fields.values()]
            remedy = did_you_mean(name, labels, f"dùng một trong các cột: {listed(labels)}")
            problems.append(Problem(position, f"không có cột nào tên “{name}”", remedy))
        elif key in keys:
            message = (
                f"hai cột “{name}”"
                if name in names[: column - 1]
                else f"cột “{name}” trùng nghĩa với một cột trước"
            )
            problems.append(Problem(position, message, "giữ một cột"))
        keys.append(key)
    if not any(keys) and len(names) > 1:
        shows = listed([str(one.title) for one in RollRow.model_fields.values()])
        message = "dòng đầu của bảng không phải là tên cột"
        remedy = f"thêm dòng tên cột, hoặc xóa dòng đứng trước nó; các cột: {shows}"
        return keys, [Problem(Position(shown, number), message, remedy)]
    if not problems and "name" not in keys:
        problems.append(
            Problem(Position(shown, number), "bảng không có cột “Họ và tên”", "thêm cột ấy")
        )
    return keys, problems


def _names() -> dict[str, str]:
    """Return the fields by what editors call their columns: key, label, other words."""
    found = {fold(name): name for name in RollRow.model_fields}
    found |= {fold(str(one.title)): name for name, one in RollRow.model_fields.items()}
    found |= {fold(kind.died): "death_date" for kind in ROLL_KINDS.entries}
    return found | {
        "ho ten": "name",
        "ngay sinh": "birth_date",
        "nam hy sinh": "death_date",
        "nam mat": "death_date",
        "que": "home",
        "chuc vu": "rank",
        "noi yen nghi": "place",
        "ngay cong nhan": "awarded",
        "ghi chu": "told",
    }


def _broken(shown: str, number: int, keys: list[str], cells: list[str]) -> Problem | None:
    """Return what makes a line no row: too many cells, a quote that runs on, or no name."""
    if not any(cells):
        return None
    if len(cells) > len(keys):
        return _too_many(shown, number, cells, len(keys))
    at = next((at for at, one in enumerate(cells) if "\n" in one), None)
    if at is not None:
        begins = cells[at].partition("\n")[0]
        return Problem(
            Position(shown, number, _at(cells, at)),
            f"ô “{begins}” chạy sang dòng sau",
            'thêm dấu ngoặc kép (") ở cuối ô, hoặc bỏ dấu ngoặc kép ở đầu ô; ô không xuống dòng',
        )
    names = keys.index("name")
    if names >= len(cells) or not cells[names]:
        position = Position(shown, number, _at(cells, names))
        remedy = "ghi tên vào cột Họ và tên, hoặc xóa dòng"
        return Problem(position, "dòng này không có họ và tên", remedy)
    return None


def _row(shown: str, number: int, keys: list[str], cells: list[str]) -> Table:
    made = Table((), shown, pack(number, 1))
    for at, (key, cell) in enumerate(zip(keys, cells, strict=False)):
        if cell:
            place = pack(number, _at(cells, at))
            node: Node = Text(cell, shown, place, quoted=True)
            if key == "cite":
                # “ky-yeu#3 so-tay#5” is two citations.
                node = Items((Text(one, shown, place, True) for one in cell.split()), shown, place)
            made[Text(key, shown, place)] = node
    return made


def _at(cells: list[str], index: int) -> int:
    """Return the column at which a cell begins, if no cell before it is quoted."""
    return sum(len(one) + 1 for one in cells[:index]) + 1


def _too_many(shown: str, number: int, cells: list[str], columns: int) -> Problem:
    extra = cells[columns]
    message = f"dòng có {len(cells)} ô, nhiều hơn {columns} cột"
    position = Position(shown, number, _at(cells, columns))
    return Problem(
        position, message, f"ô có dấu phẩy thì đặt trong ngoặc kép; ô thừa đầu tiên: “{extra}”"
    )
