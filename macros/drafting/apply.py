"""Writes accepted proposals into data/: each at its place, checked at once, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from macros.drafting.answers import as_data
from macros.drafting.proposal import ASKED, open_keys
from macros.drafting.sheet import as_lines
from macros.mending.batch import Batch, BatchError
from macros.mending.yaml_form import as_texts
from macros.messages.problems import Position, Problem, errors
from macros.model.files import model_of
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.drafting.sheet import Marked

_HOME = re.compile(
    r"data/(?:organizations/(?P<organization>[a-z0-9-]+)/(?P<file>[a-z]+)|"
    r"(?P<folder>changes|documents)/(?P<name>[a-z0-9-]+))\.yml"
)
_CITED = re.compile(r"(?P<source>[a-z][a-z0-9-]*)#(?P<paragraph>\d+)")
_ID = re.compile(r"(?m)^\s*(?:- )?(?:\{ )?id:\s*([a-z0-9-]+)")
_INDICATORS = "data/indicators.yml"


@dataclass
class Applied:
    """What became of accepted proposals.

    `written` are the places of the records that stand in data/ now; `problems` say why others do
    not.
    """

    written: list[tuple[Marked, Position]] = field(default_factory=list)
    problems: list[tuple[Marked, Problem]] = field(default_factory=list)


def apply(root: Path, accepted: Sequence[Marked], folder: Path | None = None) -> Applied:
    """Write each accepted proposal that the check takes; leave all else as it was.

    `folder` holds the transcriptions, which values are compared with.
    """
    done = Applied()
    able: list[Marked] = []
    for typed in accepted:
        one = typed._replace(record=as_data(root, typed.record))
        if problem := _refusal(root, one):
            done.problems.append((one, problem))
        else:
            able.append(one)
    together = _write(root, able, folder) if len(able) > 1 else None
    if isinstance(together, list):  # one check for all
        done.written += zip(able, together, strict=True)
        return done
    for one in able:
        found = _write(root, [one], folder)
        if isinstance(found, Problem):
            done.problems.append((one, found))
        else:
            done.written.append((one, found[0]))
    return done


def _refusal(root: Path, one: Marked) -> Problem | None:
    """Return why a proposal cannot be written at all: it asks still, or its place is none."""
    found = _HOME.fullmatch(one.to)
    if found is None or model_of(one.to) is None:
        message = f"“{one.to}” không phải tệp để ghi dữ kiện"
        remedy = "ghi ở “to” một tệp trong data/organizations/, data/documents/ hay data/changes/"
        return Problem(one.position, message, remedy)
    home = found["organization"]
    if home and not (root / "data/organizations" / home).is_dir():
        message, remedy = (
            f"chưa có tổ chức “{home}”",
            "mở bằng make new ORGANIZATION=…, hoặc sửa “to”",
        )
        return Problem(one.position, message, remedy)
    model = model_of(one.to)
    if one.key and model is not None and one.key not in model.model_fields:
        lists = ", ".join(name for name in model.model_fields if name.endswith("s"))
        message = f"{one.to} không có danh sách “{one.key}”"
        return Problem(one.position, message, f"ghi ở “list” một trong: {lists}")
    if asked := sorted({*open_keys(one.record), *_deep(one.record)}):
        message = f"còn phải trả lời: {', '.join(asked)}"
        return Problem(one.position, message, "thay dấu “?” bằng câu trả lời, hoặc xóa dòng ấy")
    return None


def _deep(record: Mapping[str, Any]) -> Iterator[str]:
    for key, value in record.items():
        inner = value if isinstance(value, list) else [value]
        if any(isinstance(one, dict) and ASKED in one.values() for one in inner):
            yield key


def _write(root: Path, accepted: Sequence[Marked], folder: Path | None) -> Problem | list[Position]:
    """Write records with what they need; nothing at all if the check finds a fault."""
    batch = Batch(root, folder)
    try:
        records = [_fill(batch, one) for one in accepted]
        found = errors(batch.write_checked())
    except (BatchError, KeyError) as error:
        place = Position(accepted[0].to)
        return Problem(place, f"không ghi được mục này: {error}", "sửa rồi làm lại")
    if found:
        own = [problem for problem in found if problem.position.path in batch.files]
        return min(own or found)
    return [
        Position(one.to, _line_of(batch.files[one.to], str(record.get("id", ""))))
        for one, record in zip(accepted, records, strict=True)
    ]


def _fill(batch: Batch, one: Marked) -> dict[str, Any]:
    """Put a record and what it needs into a batch; return it with the id that it got."""
    for person, name in one.new_people.items():
        path = f"data/people/{person}.yml"
        needed = is_id(person) and one.record.get("person") == person
        if needed and path not in batch.files and not (batch.root / path).exists():
            batch.create(path, {"name": name})
    if one.new_indicator:
        batch.add(_INDICATORS, "indicators", one.new_indicator)
    if not one.key:
        batch.create(one.to, one.record)
        return one.record
    if there := _told_already(batch, one):
        raise BatchError(f"{one.to} đã có đúng mục này (mã {there})")
    record = _with_free_id(batch, one)
    batch.add(one.to, one.key, record, place_of(batch.text(one.to), one.key, record))
    return record


def _told_already(batch: Batch, one: Marked) -> str:
    """Return the id of the record that says the same with the same citation, "" for none."""
    own = {name: value for name, value in one.record.items() if name != "id"}
    lines = "\n".join(as_lines(one.to, one.key, own))
    told = as_texts(lines)
    try:
        file = as_texts(batch.text(one.to))
    except yaml.YAMLError:
        return ""  # what is to be written next says so
    for record in file.get(one.key) or () if isinstance(file, dict) else ():
        if isinstance(record, dict) and {**record, "id": ""} == {**told, "id": ""}:
            return str(record.get("id", ""))
    return ""


def _with_free_id(batch: Batch, one: Marked) -> dict[str, Any]:
    """Return a record with an id that no fact of its organization has."""
    wanted = str(one.record.get("id", ""))
    taken = {
        found
        for path in {*(batch.root / one.to).parent.glob("*.yml"), batch.root / one.to}
        for found in _ID.findall(batch.text(path.relative_to(batch.root).as_posix()))
    }
    identifier, number = wanted, 2
    while identifier in taken:
        identifier, number = f"{wanted}-{number}", number + 1
    return {**one.record, "id": identifier} if wanted else one.record


def _line_of(text: str, identifier: str) -> int:
    """Return the line of the record with an id, 1 for a file of its own."""
    lines = text.split("\n")
    found = (n for n, line in enumerate(lines, 1) if line.lstrip("- ") == f"id: {identifier}")
    return next(found, 1)


def place_of(text: str, key: str, record: Mapping[str, Any]) -> str:
    """Return the id of the record after which one is to stand; "" for the end of the list.

    People stand with those of the same post, and all else in the order of the source.
    """
    cited = _CITED.match(str(record.get("cite", "")))
    try:
        items = (yaml.load(text, Loader=yaml.CBaseLoader) or {}).get(key) or ()  # noqa: S506
    except (yaml.YAMLError, AttributeError):
        return ""
    if cited is None:
        return ""
    source, paragraph = cited["source"], int(cited["paragraph"])
    own = [one for one in items if "post" not in record or one.get("post") == record["post"]]
    before = [one for one in own if 0 <= _paragraph(one, source) <= paragraph]
    return str((before or own or [{}])[-1].get("id", ""))


def _paragraph(item: Mapping[str, Any], source: str) -> int:
    """Return the first paragraph that a record cites of a source; -1 if it cites others."""
    cited = item.get("cite", "")
    for one in cited if isinstance(cited, list) else [cited]:
        found = _CITED.match(str(one))
        if found and found["source"] == source:
            return int(found["paragraph"])
    return -1
