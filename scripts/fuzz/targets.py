"""What reads files of strangers, each with the real files that inputs are made from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree
from markdown import Extension, Markdown

from macros.archive.complete import complete
from macros.audit.inline_code import inline_code
from macros.catalogue import registry
from macros.chapter import ChapterError, VerbatimExtension, expand, parse_chapter
from macros.checks.table import check_archive
from macros.dates import DateError, machine, order_key, parse_edtf, say, say_with_day, short
from macros.engine.config import site_config
from macros.engine.linker import SiteLinker
from macros.evidence import match
from macros.evidence.claims import ValueClaim
from macros.evidence.files import parse_all, read_document
from macros.evidence.from_archive import claims
from macros.loading.tree import Records, read_records
from macros.loading.validate import validate
from macros.loading.yaml.strict import Table, Text, parse_yaml
from macros.messages.problems import Position, Problem
from macros.model.files import model_of
from macros.project.check import Loaded, check_chapter, load
from macros.project.markdown import Renderer
from macros.text.numbers import NumberError, number_forms, parse_number, say_number

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive
    from macros.evidence.files import SourceEvidence
    from macros.model.base import Record
    from macros.project.project import Project

Read = Callable[[bytes], Iterable[Problem]]
_QUOTED = re.compile(rb'"([^"\n]{1,60})"|: ([^\s"\'#][^\n#]{0,40})')
_PAGE_LINES = 60


class ActiveError(Exception):
    """A page holds what a browser would act on."""


@dataclass(frozen=True)
class Seed:
    """A real file, or a piece of one, and what reads it."""

    path: str
    data: bytes
    read: Read


@dataclass(frozen=True)
class Target:
    """One reader by name, its seeds, and how many of a thousand inputs it gets.

    With `gently`, inputs are changed little: readers before this one refuse what is spoilt more.
    """

    name: str
    seeds: tuple[Seed, ...]
    share: int
    gently: bool = False


def targets(project: Project) -> list[Target]:
    """Return every target for the files of a project."""
    loaded = load(project)
    data = _data_files(project.root)
    return [
        Target("tệp dữ liệu", tuple(_record_seeds(data)), 400),
        Target("ngày", tuple(_values(data, _date)), 150),
        Target("số", tuple(_values(data, _number)), 130),
        Target("tệp bằng chứng", tuple(_evidence_seeds(project.root, loaded)), 60),
        Target("chương", tuple(_chapter_seeds(project, loaded.archive)), 160),
        Target("trang", tuple(_page_seeds(project, loaded.archive)), 70),
        Target(
            "toàn bộ dữ liệu", tuple(_archive_seeds(project.root, data, loaded)), 30, gently=True
        ),
    ]


def _data_files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "data").rglob("*.yml"))
        if model_of(path.relative_to(root).as_posix())
    }


def _record_seeds(files: dict[str, bytes]) -> Iterable[Seed]:
    for path, data in files.items():
        yield Seed(path, data, partial(_record, path))


def _record(path: str, data: bytes) -> list[Problem]:
    return _read(path, data)[1]


def _read(path: str, data: bytes) -> tuple[Record | None, list[Problem]]:
    node, problems = parse_yaml(data, path)
    model = model_of(path)
    if not isinstance(node, Table) or model is None:
        return None, problems
    folder, _, name = path.rpartition("/")
    if "id" in model.model_fields:
        own = folder.rpartition("/")[2] if name == "organization.yml" else name.removesuffix(".yml")
        node[Text("id")] = Text(own, node.path, node.packed)
    record, found = validate(model, node)
    return record, [*problems, *found]


def _values(files: dict[str, bytes], read: Read) -> Iterable[Seed]:
    found = {a or b for data in files.values() for a, b in _QUOTED.findall(data)}
    some = sorted(one for one in found if any(48 <= byte <= 57 for byte in one))
    return [Seed("giá trị", one, read) for one in some]


def _date(data: bytes) -> list[Problem]:
    try:
        found = parse_edtf(data.decode("utf-8", "replace"))
    except DateError as error:
        return [Problem(Position("x"), error.message, error.remedy)]
    found.certain_earliest(), found.certain_latest()
    for word in (say(found), say_with_day(found), short(found), machine(found), order_key(found)):
        assert word is None or word
    return []


def _number(data: bytes) -> list[Problem]:
    try:
        found = parse_number(data.decode("utf-8", "replace"))
    except NumberError as error:
        return [Problem(Position("x"), error.message, error.remedy)]
    assert say_number(found)
    assert number_forms(found)
    return []


def _evidence_seeds(root: Path, loaded: Loaded) -> Iterable[Seed]:
    held = claims(loaded.archive)
    for path in sorted((root / "data" / "sources").glob("*.evidence.json")):
        shown = path.relative_to(root).as_posix()
        source = path.name.partition(".")[0]
        own = [one for one in held if any(c.source == source for c in one.citations)]
        whole = path.read_bytes()
        yield Seed(shown, _first_paragraphs(whole), partial(_evidence, shown, own))


def _first_paragraphs(data: bytes) -> bytes:
    """Return evidence of the first paragraphs alone, so that changes hit something."""
    document = json.loads(data)
    document["paragraphs"] = document["paragraphs"][:12]
    return json.dumps(document, ensure_ascii=False, indent=0).encode()


def _evidence(shown: str, held: list[ValueClaim], data: bytes) -> list[Problem]:
    document = read_document(data, shown)
    if isinstance(document, Problem):
        return [document]
    evidence, problems = parse_all({document["source"]: document})
    # These problems are at positions in other files.
    for line in match.report(held, evidence).problems:
        assert str(line)
    return problems


def _chapter_seeds(project: Project, archive: Archive) -> Iterable[Seed]:
    render = Renderer(project.root)
    for path, chapter in project.docs.chapters.items():
        data = (project.root / "docs" / path).read_bytes()
        yield Seed(chapter.path, data, partial(_chapter, chapter.path, archive, render))


def _chapter(path: str, archive: Archive, render: Renderer, data: bytes) -> list[Problem]:
    chapter, problems = parse_chapter(data, path)
    if chapter is None:
        return problems
    return [*problems, *check_chapter(chapter, archive, render)[1]]


def _page_seeds(project: Project, archive: Archive) -> Iterable[Seed]:
    """Pieces of chapters, because most of a chapter is lost with its first fault."""
    config = site_config(project.root)
    extensions: list[str | Extension] = [*config.markdown_extensions, VerbatimExtension()]
    renderer = Markdown(extensions=extensions, extension_configs=config.mdx_configs)
    linker = SiteLinker(archive)
    for path, chapter in project.docs.chapters.items():
        head, _, body = (project.root / "docs" / path).read_bytes().partition(b"\n---\n")
        lines = body.split(b"\n")
        for at in range(0, len(lines), _PAGE_LINES):
            piece = b"\n".join(lines[at : at + _PAGE_LINES])
            read = partial(_page, chapter.path, head + b"\n---\n", archive, linker, renderer)
            yield Seed(chapter.path, piece, read)


def _page(
    path: str, head: bytes, archive: Archive, linker: SiteLinker, renderer: Markdown, data: bytes
) -> list[Problem]:
    chapter, problems = parse_chapter(head + data, path)
    if chapter is None:
        return []  # at lines that count with the head
    try:
        text = expand(chapter, archive, linker, registry=registry)
    except ChapterError as error:
        if error.__cause__:
            raise error.__cause__ from None
        return []
    page = renderer.reset().convert(text)
    if page.strip():
        tree = etree.fromstring(page, etree.HTMLParser(huge_tree=True))
        for tag in inline_code(tree):
            raise ActiveError(tag)
    return problems


def _archive_seeds(root: Path, files: dict[str, bytes], loaded: Loaded) -> Iterable[Seed]:
    records = read_records(root)
    evidence, _ = parse_all(loaded.evidence)
    for path, data in files.items():
        yield Seed(path, data, partial(_archive, path, records, loaded.archive, evidence))


def _archive(
    path: str,
    records: Records,
    before: Archive,
    evidence: dict[str, SourceEvidence],
    data: bytes,
) -> list[Problem]:
    """Check all data with one file spoilt; of the problems, that file's own are judged."""
    record, problems = _read(path, data)
    if record is None:
        return problems
    archive = replace(
        complete(_with(records, path, record)), paragraphs=before.paragraphs, books=before.books
    )
    problems = [*check_archive(archive), *match.report(claims(archive), evidence).problems]
    return [one for one in problems if one.position.path == path]


def _with(records: Records, path: str, record: Record) -> Records:
    """Return `records` with another record for the file at `path`."""
    _, *folders, name = path.removesuffix(".yml").split("/")
    if folders[:1] == ["organizations"]:
        own = {**records.organizations[folders[1]], name: record}
        return replace(records, organizations={**records.organizations, folders[1]: own})
    if folders:
        own = {**records.files[folders[0]], name: record}
        return replace(records, files={**records.files, folders[0]: own})
    return replace(records, catalogues={**records.catalogues, name: record})
