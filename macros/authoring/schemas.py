"""JSON Schemas of the data files, generated from the model, for completion in editors.

They cover the shapes, codes and patterns of the model, and refer to the ids that there are
(:mod:`macros.authoring.known_codes`). That a number must be in its source is left to `make check`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic.json_schema import GenerateJsonSchema

from macros.archive.complete import load_archive
from macros.authoring.known_codes import CODES, codes_text, refer
from macros.messages.nouns import NOUNS
from macros.messages.output import DONE, Line
from macros.model.base import read_implied
from macros.model.edition import read_signatory
from macros.model.files import CATALOGUES, FOLDER_FILES, ORGANIZATION_FILES
from macros.model.leadership import read_post_elsewhere
from macros.model.pictures import read_depicted
from macros.model.scalars import ids_or_one, one_or_many
from macros.model.statistics import read_quantity
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import core_schema

    from macros.messages.output import Output
    from macros.model.base import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "data/schemas"
EDITOR_SETTINGS = ".vscode/settings.json"

_TITLES = {
    "organization": capital(NOUNS["organization"]),
    "leadership": "Nhân sự của tổ chức",
    "congresses": "Đại hội và cấp ủy",
    "statistics": capital(NOUNS["statistic"]),
    "targets": capital(NOUNS["target_set"]),
    "events": capital(NOUNS["event"]),
    "statements": "Nhận định, cách làm, việc đề ra mà nguồn nói đến",
    "rolls": "Danh sách dài, mỗi danh sách một bảng .csv",
    "conflicts": f"{capital(NOUNS['conflict'])} giữa các nguồn",
    "person": capital(NOUNS["person"]),
    "change": capital(NOUNS["change"]),
    "documents": f"{capital(NOUNS['document'])} của một {NOUNS['issuer']}",
    "source": capital(NOUNS["source"]),
    "picture": capital(NOUNS["picture"]),
    "indicators": f"Danh mục {NOUNS['indicator']}",
    "posts": f"Danh mục {NOUNS['role']}",
    "abbreviations": "Danh mục chữ viết tắt",
    "edition": "Ấn bản: cơ quan, người chịu trách nhiệm, số hiệu, tình trạng các tập",
    "redirects": "Địa chỉ trang đã đổi, và nơi chuyển đến",
    "verification": "Mức chắc của việc đối chiếu, do make mutate đo",
}
_RECORD_OF_FOLDER = {
    "people": "person",
    "changes": "change",
    "sources": "source",
    "pictures": "picture",
}


class Kind(NamedTuple):
    """A kind of data file: its model, a pattern for its files, whether their name is the id."""

    name: str
    model: type[Record]
    files: str
    named: bool


def kinds() -> tuple[Kind, ...]:
    """Return the kinds of data files, in the order of the model."""
    return (
        *(
            Kind(stem, model, f"data/organizations/*/{stem}.yml", stem == "organization")
            for stem, model in ORGANIZATION_FILES.items()
        ),
        *(
            Kind(_RECORD_OF_FOLDER.get(folder, folder), model, f"data/{folder}/*.yml", True)
            for folder, model in FOLDER_FILES.items()
        ),
        *(Kind(stem, model, f"data/{stem}.yml", False) for stem, model in CATALOGUES.items()),
    )


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, adapted to what an editor may write, without English texts."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Any:
        """A list may be one item; a number or a post may stand for a group of fields."""
        inner = super().function_before_schema(schema)
        function: object = schema["function"]["function"]
        if function in (one_or_many, ids_or_one):
            return {"anyOf": [inner["items"], inner]}
        if function is read_quantity:
            return {"anyOf": [{"type": ["number", "string"]}, inner]}
        if function in (read_post_elsewhere, read_signatory, read_implied, read_depicted):
            return {"anyOf": [{"type": "string"}, inner]}
        return inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Any:
        """An optional field may be left out, but not empty."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Any:
        """Only a meaningful default is shown."""
        shown = super().default_schema(schema)
        if shown.get("default") in (None, [], {}):
            shown.pop("default", None)
        return shown

    def model_schema(self, schema: core_schema.ModelSchema) -> Any:
        """The class's name and docstring, which are for programmers, are left out.

        Of a required field and the one that may stand instead of it, exactly one is needed.
        """
        shown = super().model_schema(schema)
        kept = {key: shown[key] for key in shown if key not in ("title", "description")}
        instead: Mapping[str, str] = getattr(schema["cls"], "instead", {})
        if instead:
            kept["required"] = [one for one in kept["required"] if one not in instead]
            kept["allOf"] = [
                {"oneOf": [{"required": [one]}, {"required": [other]}]}
                for one, other in instead.items()
            ]
        return kept


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one kind of file.

    An id that is the name of the file is not a field.
    """
    body = kind.model.model_json_schema(schema_generator=_Generator)
    if kind.named:
        del body["properties"]["id"]
        body["required"] = [name for name in body["required"] if name != "id"]
    refer(body)
    return {"$schema": DIALECT, "title": _TITLES[kind.name], **body}


def generated_files() -> dict[str, str]:
    """Return every generated file by its path in the project: schemas and editor settings."""
    files = {f"{FOLDER}/{kind.name}.json": _json(schema_of(kind)) for kind in kinds()}
    files[EDITOR_SETTINGS] = _json(
        {
            "files.encoding": "utf8",
            "files.eol": "\n",
            "yaml.schemas": {f"./{FOLDER}/{kind.name}.json": kind.files for kind in kinds()},
        }
    )
    return files


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def write_schemas(root: Path) -> Output:
    """Write every generated file that differs, and remove schemas of kinds that no longer exist."""
    files = {**generated_files(), CODES: codes_text(load_archive(root)[0])}
    changed = 0
    for name, text in files.items():
        path = root / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        yield Line(f"{name}: đã viết")
        changed += 1
    for path in sorted((root / FOLDER).glob("*.json")):
        name = path.relative_to(root).as_posix()
        if name not in files:
            path.unlink()
            yield Line(f"{name}: đã xóa")
            changed += 1
    if not changed:
        yield Line(f"{FOLDER}: không đổi")
    return DONE
