"""Reads every file of data/ into records; unknown files are problems too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.admission.data_pictures import is_picture
from macros.admission.names import refusal
from macros.loading.rolls import unclaimed, with_tables
from macros.loading.validate import validate
from macros.loading.yaml.strict import Items, Node, Table, Text, read_yaml
from macros.messages.problems import Position, Problem, errors
from macros.messages.suggest import nearest, offered
from macros.model.base import Record
from macros.model.files import CATALOGUES, FOLDER_FILES, ORGANIZATION_FILES, RollsFile
from macros.system.processes import in_background
from macros.text.vietnamese import is_id, slug

SCHEMAS = "schemas"
"""The folder of data/ without records: the schemas that text editors use."""
MAX_ENTRIES = 2_000
"""The most entries of one list: ten times the longest of a site; comparing them takes time."""
# Bytes of YAML that take a tenth of a second. With a second process, the 3.6 MB of 50
# organizations are read in 1.3 s instead of 1.9.
_WORTH_A_PROCESS = 200_000


@dataclass
class Records:
    """Everything that could be read, by kind and id, in the order of the file names.

    `unread` names the files that exist but gave no record (`data/people/x.yml`), so that
    references to their content are not reported as missing.
    """

    catalogues: dict[str, Record] = field(default_factory=dict)
    files: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {folder: {} for folder in FOLDER_FILES}
    )
    organizations: dict[str, dict[str, Record]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def add(self, organizations: Records) -> None:
        """Add the records of some organizations."""
        self.organizations |= organizations.organizations
        self.unread |= organizations.unread
        self.problems += organizations.problems


def read_records(root: Path, *, parallel: bool = False) -> Records:
    """Read the folder `root`/data; the result contains the problems too.

    If `parallel`, a second process reads the last organizations, with the same result: not for a
    program that has threads.
    """
    records = Records()
    data = root / "data"
    if data.is_symlink() and (problem := refusal(data, "data")):
        records.problems.append(problem)
        return records
    folder = data / "organizations"
    entries = sorted(folder.iterdir()) if folder.is_dir() else []
    first, last = _halves(data, entries) if parallel and entries else (entries, [])
    if last:
        others = in_background("một nửa dữ liệu", lambda: _read_entries(root, last))
    for path in sorted(data.iterdir()) if data.is_dir() else []:
        _read_shared(root, path, records)
    records.add(_read_entries(root, first))
    if last:
        records.add(others())
    return records


def _read_shared(root: Path, path: Path, records: Records) -> None:
    """Read an entry of data/ that is not of one organization: a folder of records, a catalogue."""
    shown = path.relative_to(root).as_posix()
    if _refused(path, shown, records):
        return
    if path.name == SCHEMAS:
        records.problems += _no_schemas(root, path)
        return
    if path.name == "organizations" and path.is_dir():
        return
    if path.name in FOLDER_FILES and path.is_dir():
        _read_folder(root, path, records)
    elif path.is_file() and path.suffix == ".yml" and path.stem in CATALOGUES:
        record = _read_file(root, path, CATALOGUES[path.stem], records)
        if record is not None:
            records.catalogues[path.stem] = record
            doubled = list(_entered_twice(record))
            records.problems.extend(doubled)
            if doubled:
                # The entry that was overwritten is used elsewhere, and so is the wrong one.
                records.unread.add(shown)
    else:
        known = [*FOLDER_FILES, "organizations", *(f"{stem}.yml" for stem in CATALOGUES)]
        _unknown_entry(path, shown, known, records)


def _halves(data: Path, entries: list[Path]) -> tuple[list[Path], list[Path]]:
    """Divide the organizations so that the last ones have about half of the bytes of data/."""
    sizes = {path: _yaml_bytes(path) for path in entries}
    total = sum(sizes.values()) + sum(
        _yaml_bytes(path) for path in data.iterdir() if path.name != "organizations"
    )
    if total < _WORTH_A_PROCESS:
        return entries, []
    at, taken = len(entries), 0
    while at and 2 * (taken + sizes[entries[at - 1]]) <= total:
        at -= 1
        taken += sizes[entries[at]]
    return entries[:at], entries[at:]


def _yaml_bytes(path: Path) -> int:
    """Return the size of a file, or of the files directly in a folder, that are YAML."""
    files = path.iterdir() if path.is_dir() else (path,)
    return sum(file.lstat().st_size for file in files if file.suffix == ".yml")


def _read_entries(root: Path, paths: list[Path]) -> Records:
    """Read some of the entries of data/organizations."""
    records = Records()
    for path in paths:
        _read_entry(root, path, records)
    return records


def _read_entry(root: Path, path: Path, records: Records) -> None:
    """Read one organization, given its folder; report a file that is among the folders."""
    shown = path.relative_to(root).as_posix()
    if _refused(path, shown, records):
        return
    if not path.is_dir():
        message = "tệp nằm ngoài thư mục của tổ chức"
        remedy = "chuyển tệp vào data/organizations/<mã tổ chức>/"
        records.problems.append(Problem(Position(shown), message, remedy))
    elif not is_id(path.name):
        records.problems.append(_misnamed(path.name, shown))
        records.unread.add(f"data/organizations/{slug(path.name)}/organization.yml")
    else:
        _read_organization(root, path, records)


def _read_organization(root: Path, folder: Path, records: Records) -> None:
    """Read the folder of one organization, one kind of fact per file."""
    files = records.organizations.setdefault(folder.name, {})
    for path in sorted(folder.iterdir()):
        shown = path.relative_to(root).as_posix()
        if _refused(path, shown, records):
            continue
        if path.suffix == ".csv":
            if not (folder / "rolls.yml").is_file():
                records.problems.append(unclaimed(shown))
            continue  # read with the rolls that it belongs to
        if path.suffix != ".yml" or path.stem not in ORGANIZATION_FILES:
            known = [f"{stem}.yml" for stem in ORGANIZATION_FILES]
            _unknown_entry(path, shown, known, records)
            continue
        identifier = folder.name if path.stem == "organization" else None
        record = _read_file(root, path, ORGANIZATION_FILES[path.stem], records, identifier)
        if record is not None:
            files[path.stem] = record
    shown = (folder / "organization.yml").relative_to(root).as_posix()
    if not (folder / "organization.yml").is_file():
        records.unread.add(shown)
        records.problems.append(
            Problem(
                Position(shown),
                f"tổ chức “{folder.name}” chưa có tệp organization.yml",
                "tạo tệp với ít nhất kind và short_name",
            )
        )


def _read_folder(root: Path, folder: Path, records: Records) -> None:
    model = FOLDER_FILES[folder.name]
    for path in _record_files(folder):
        shown = path.relative_to(root).as_posix()
        if _refused(path, shown, records):
            continue
        if path.is_dir():
            message = f"thư mục con “{path.name}” không được đọc"
            remedy = f"chuyển các tệp lên data/{folder.name}/"
            records.problems.append(Problem(Position(shown), message, remedy))
            records.unread |= {f"data/{folder.name}/{one.name}" for one in path.glob("*.yml")}
        elif path.suffix != ".yml":
            records.problems.append(_not_yaml(path, shown))
            records.unread.add(f"data/{folder.name}/{slug(path.stem)}.yml")
        elif not is_id(path.stem):
            records.problems.append(_misnamed(path.name, shown))
            records.unread.add(f"data/{folder.name}/{slug(path.stem)}.yml")
        else:
            record = _read_file(root, path, model, records, path.stem)
            if record is not None:
                records.files[folder.name][path.stem] = record


def _record_files(folder: Path) -> Iterator[Path]:
    """Yield what should be a record: not evidence or texts, nor pictures, which others look at."""
    for path in sorted(folder.iterdir()):
        # Evidence, and texts that may be published; macros.evidence.published looks at those.
        evidence = folder.name == "sources" and path.name.endswith((".evidence.json", ".txt"))
        picture = folder.name == "pictures" and is_picture(path)
        if picture and not path.is_dir():
            continue
        if not evidence or path.is_symlink() or not path.is_file():
            yield path


def _refused(path: Path, shown: str, records: Records) -> bool:
    """Return whether to skip a path: a hidden one, or one admitted nowhere, which is reported."""
    problem = refusal(path, shown)
    if problem:
        records.problems.append(problem)
        records.unread.add(shown)
    elif path.name.startswith(".") and path.is_dir():
        message, remedy = "thư mục ẩn không được đọc", "xóa hoặc đổi tên thư mục"
        records.problems.append(Problem(Position(shown), message, remedy))
    return problem is not None or path.name.startswith(".")


def _read_file(
    root: Path,
    path: Path,
    model: type[Record],
    records: Records,
    identifier: str | None = None,
) -> Record | None:
    """Read one file as `model`; `identifier` is the id that its name gives it."""
    shown = path.relative_to(root).as_posix()
    problems = records.problems
    before = len(problems)
    node, found = read_yaml(path, shown)
    problems.extend(found)
    if errors(found):
        records.unread.add(shown)  # even if a part of it was read
    if node is None:
        return None
    if not isinstance(node, Table) or any(_too_long(one) for one in node.values()):
        records.unread.add(shown)
        problems.append(_no_record(node))
        return None
    if model is RollsFile:
        _read_tables(root, path, node, records)
    if identifier is not None:
        if "id" in node:
            problems.append(
                Problem(node["id"].position, "mã đã có ở tên tệp", "xóa dòng id khỏi tệp")
            )
        node[Text("id")] = Text(identifier, node.path, node.packed)
    reported = {problem.position.line for problem in errors(found)}
    record, found = validate(model, node)
    # If the YAML reader has reported a line, the model's problem there is a repetition.
    reported_dash = any("gạch đầu dòng" in problem.message for problem in problems[before:])
    problems.extend(
        one
        for one in found
        if one.position.line not in reported
        and not (reported_dash and "cần ít nhất" in one.message)  # the list has more items
    )
    if record is None:
        records.unread.add(shown)
    return record


def _read_tables(root: Path, path: Path, node: Table, records: Records) -> None:
    """Give the rolls of a rolls.yml their rows."""
    if of_tables := with_tables(root, path.parent, node):
        records.problems.extend(of_tables)
        records.unread.add(path.relative_to(root).as_posix())


def _no_schemas(root: Path, folder: Path) -> Iterator[Problem]:
    """Yield a problem for everything in the folder of schemas that is not a schema."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else (folder,):
        shown = path.relative_to(root).as_posix()
        if problem := refusal(path, shown):
            yield problem
        elif path.suffix != ".json" or not path.is_file():
            message = f"“{path.name}” không phải tệp mà make schemas viết"
            yield Problem(Position(shown), message, "chuyển đi nơi khác hoặc xóa")


def _more_than_read(long: Node) -> Problem:
    message = f"danh sách có {len(long)} mục, quá {MAX_ENTRIES}"
    remedy = "bỏ bớt; nếu cần chừng ấy thì báo người phụ trách mã nguồn"
    return Problem(long.position, message, remedy)


def _no_record(node: Node) -> Problem:
    """Return why no record can be made of a file: it is no table, or has too long a list."""
    if isinstance(node, Table):
        return _more_than_read(next(one for one in node.values() if _too_long(one)))
    message = "tệp phải gồm các dòng “khóa: giá trị”"
    return Problem(node.position, message, "xem tệp mẫu cùng loại")


def _too_long(node: Node) -> bool:
    return isinstance(node, Items) and len(node) > MAX_ENTRIES


def _entered_twice(catalogue: Record) -> Iterator[Problem]:
    """Yield a problem for each repeated id in a catalogue; only the last entry would remain."""
    for name in type(catalogue).model_fields:
        seen: dict[str, Position] = {}
        entries = getattr(catalogue, name)
        for entry in entries if isinstance(entries, tuple) else ():
            identifier = getattr(entry, "id", None)
            if identifier is None:
                continue
            if identifier in seen:
                yield Problem(
                    entry.where("id"),
                    f"mục “{identifier}” đã có ở {seen[identifier]}",
                    "đổi mã hoặc xóa một mục",
                )
            seen.setdefault(identifier, entry.where("id"))


def _not_yaml(path: Path, shown: str) -> Problem:
    message = f"tệp “{path.name}” không phải tệp .yml"
    if path.suffix.lower() in (".yml", ".yaml"):
        return Problem(Position(shown), message, f"đổi tên thành {slug(path.stem)}.yml")
    remedy = "xóa tệp; nội dung cần giữ thì ghi vào một tệp .yml"
    return Problem(Position(shown), message, remedy)


def _misnamed(name: str, shown: str) -> Problem:
    """Return the problem of a file or folder whose name is no id, with a name that would be one."""
    stem = name.removesuffix(".yml")
    better = f"{slug(stem)}{name[len(stem) :]}"
    remedy = "đặt tên bằng chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ"
    if is_id(slug(stem)):
        remedy = f"đổi tên thành {better}: {remedy.removeprefix('đặt tên bằng ')}"
    return Problem(Position(shown), f"tên “{stem}” không dùng làm mã được", remedy)


_IN_VIETNAMESE = {
    "to-chuc": "organization.yml",
    "lanh-dao": "leadership.yml",
    "nhan-su": "leadership.yml",
    "dai-hoi": "congresses.yml",
    "so-lieu": "statistics.yml",
    "su-kien": "events.yml",
    "mau-thuan": "conflicts.yml",
    "danh-sach": "rolls.yml",
    "nhan-dinh": "statements.yml",
    "danh-gia": "statements.yml",
    "chi-tieu": "targets.yml",
    "chu-viet-tat": "abbreviations.yml",
    "viet-tat": "abbreviations.yml",
    "chuc-danh": "posts.yml",
    "chi-so": "indicators.yml",
}
"""What editors call the files of an organization, and the catalogues, in their own words."""


def _unknown_entry(path: Path, shown: str, known: list[str], records: Records) -> None:
    """Report a file of no known name, saying where it may belong, and count that file as unread."""
    near = nearest(path.name, known)
    if (meant := _IN_VIETNAMESE.get(slug(path.stem), "")) in known:
        near = meant
    home = None if near else _home_of(path)
    if near and near.endswith(".yml"):
        records.unread.add(f"{shown.rpartition('/')[0]}/{near}")
    if home:
        records.unread.add(home)
        remedy = f"chuyển vào {home}"
    else:
        otherwise = "chỉ nhận: " + ", ".join(sorted(known))
        remedy = offered(near if near != path.name else None, otherwise)
    message = f"không biết dùng “{path.name}” vào việc gì"
    records.problems.append(Problem(Position(shown), message, remedy))


def _home_of(path: Path) -> str | None:
    """Return where a file belongs, by the keys in it; None if that is not certain."""
    if path.suffix != ".yml":
        return None
    node, problems = read_yaml(path, path.name)
    if problems or not isinstance(node, Table):
        return None
    keys = set(map(str, node))
    for folder, model in FOLDER_FILES.items():
        needed = {name for name, one in model.model_fields.items() if one.is_required()} - {"id"}
        if needed <= keys <= set(model.model_fields):
            return f"data/{folder}/{slug(path.stem)}.yml"
    return None
