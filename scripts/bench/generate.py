"""Writes a fabricated project: data/, docs/ and a configuration that inherits the real one."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.archive.complete import load_archive
from macros.evidence.extract import extract_all
from macros.evidence.files import SourceEvidence, dump, evidence_path
from macros.evidence.lexicon import lexicon_of
from scripts.bench.chapters import CHAPTERS, chapter
from scripts.bench.records import INDICATORS, ISSUERS, RATED, ROLES, volume

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scripts.bench.records import Fields, Volume

_VOLUMES_A_TAB = 10
# The hand-written look-up pages, as in docs/tra-cuu: title and calls.
_LOOK_UP = {
    "nhan-vat/index.md": ("Nhân vật", ("people_index()",)),
    "van-ban/index.md": ("Văn bản", ("document_kinds()", "issuer_list()")),
    "nguon/index.md": ("Tài liệu", ("source_list()",)),
    "theo-ngay.md": ("Ai giữ chức vào ngày…", ("office_holders()",)),
    "to-chuc.md": ("Tổ chức liên quan", ("organization_list()",)),
    "dong-chay.md": ("Dòng chảy tổ chức", ("lineage_all()",)),
    "so-lieu.md": ("Số liệu", ("figure_owners()",)),
    "so-sanh/index.md": ("So sánh", ("comparison_index()",)),
    "mau-thuan.md": ("Điểm chưa thống nhất và còn thiếu", ("uncertainties()", "other_gaps()")),
    "thuat-ngu.md": ("Viết tắt, thuật ngữ", ('glossary("term")', 'glossary("abbreviation")')),
    "du-lieu-mo.md": ("Dữ liệu mở", ("open_data()",)),
}
_HOME = (
    "search_box()",
    "ways_in()",
    "questions()",
    "organization_cards()",
    "milestones()",
    "books()",
)


@dataclass(frozen=True)
class Nav:
    """An entry of the navigation: a page, or a section with entries of its own."""

    title: str
    page: str = ""
    entries: tuple[Nav, ...] = ()

    def lines(self, indent: str = "  ") -> list[str]:
        """Return the entry as lines of mkdocs.yml."""
        if self.page:
            return [f"{indent}- {self.title}: {self.page}"]
        inner = [line for one in self.entries for line in one.lines(indent + "    ")]
        return [f"{indent}- {self.title}:", *inner]


def generate(root: Path, organizations: int) -> Nav:
    """Write a fabricated project to the empty folder `root`; return its navigation.

    The same number of organizations always gives the same bytes.
    """
    volumes = [volume(number) for number in range(organizations)]
    _tell_apart(volumes)
    _catalogues(root)
    issued: dict[str, list[Fields]] = {issuer: [] for issuer in ISSUERS}
    for one in volumes:
        _volume(root, one)
        for issuer, documents in one.documents.items():
            issued.setdefault(issuer, []).extend(documents)
    for issuer, documents in issued.items():
        record = {"name": f"Cơ quan {issuer}", "documents": documents}
        _write(root / "data" / "documents" / f"{issuer}.yml", _yaml(record))
    _evidence(root, volumes)
    _look_up_pages(root)
    nav = _navigation(volumes)
    _configuration(root, nav)
    return nav


def _tell_apart(volumes: list[Volume]) -> None:
    """Say of people of one name where each is from."""
    named = Counter(person["name"] for one in volumes for person in one.people.values())
    for one in volumes:
        for number, person in enumerate(one.people.values()):
            if named[person["name"]] > 1:
                person["distinguished_by"] = f"người {one.place}, số {number}"


def _catalogues(root: Path) -> None:
    indicators = [
        {"id": identifier, "label": label, "group": group, "unit": unit, "order": order}
        for order, (identifier, label, group, unit) in enumerate((*INDICATORS, RATED))
    ]
    roles = [
        {"id": identifier, "label": label, "order": order} | ({"seats": seats} if seats else {})
        for order, (identifier, label, seats) in enumerate(ROLES)
    ]
    _write(root / "data" / "indicators.yml", _yaml({"indicators": indicators}))
    _write(root / "data" / "posts.yml", _yaml({"roles": roles}))


def _volume(root: Path, one: Volume) -> None:
    data = root / "data"
    for organization, files in {one.id: one.files, **one.bodies}.items():
        for stem, fields in files.items():
            _write(data / "organizations" / organization / f"{stem}.yml", _yaml(fields))
    for folder, records in (("people", one.people), ("changes", one.changes)):
        for identifier, fields in records.items():
            _write(data / folder / f"{identifier}.yml", _yaml(fields))
    source = {
        "title": f"Bản ghi về {one.name}",
        "kind": "bản ghi",
        "status": "final",
        "speaks_until": "2024",
        "organizations": [one.id, *one.bodies],
    }
    identifier = one.source.source
    _write(data / "sources" / f"{identifier}.yml", _yaml(source))
    for kind in CHAPTERS:
        _write(root / "docs" / one.id / kind.file, chapter(one, kind))


def _evidence(root: Path, volumes: list[Volume]) -> None:
    """Write the evidence, which knows the texts of all data."""
    lexicon = lexicon_of(load_archive(root)[0])
    for one in volumes:
        paragraphs = extract_all(one.source.text, lexicon)
        evidence = SourceEvidence(one.source.source, paragraphs, lexicon.hashes_of_all)
        _write(evidence_path(root, evidence.source), dump(evidence))


def _look_up_pages(root: Path) -> None:
    for path, (title, calls) in {"index.md": ("Trang đầu", _HOME), **_looked_up()}.items():
        text = "\n\n".join(f"{{{{ {call} }}}}" for call in calls)
        page = f'---\ntitle: "{title}"\n---\n\n# {title}\n\n{text}\n'
        _write(root / "docs" / path, page)


def _looked_up() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {f"tra-cuu/{path}": page for path, page in _LOOK_UP.items()}


def _navigation(volumes: list[Volume]) -> Nav:
    """Return the navigation: ten organizations per tab, six chapters per organization."""
    sections = [
        Nav(one.name, entries=tuple(Nav(kind.title, f"{one.id}/{kind.file}") for kind in CHAPTERS))
        for one in volumes
    ]
    size = _VOLUMES_A_TAB
    tabs = [
        Nav(f"Cụm {at // size + 1}", entries=tuple(sections[at : at + size]))
        for at in range(0, len(sections), size)
    ]
    look_up = tuple(Nav(title, path) for path, (title, _) in _looked_up().items())
    return Nav("", entries=(Nav("Trang đầu", "index.md"), *tabs, Nav("Tra cứu", entries=look_up)))


def nav_lines(nav: Nav) -> list[str]:
    """Return the `nav:` part of mkdocs.yml."""
    return ["nav:", *(line for entry in nav.entries for line in entry.lines())]


def _configuration(root: Path, nav: Nav) -> None:
    """Write the site's name and navigation; the program provides all other settings."""
    lines = ["site_name: Trang mẫu", *nav_lines(nav)]
    _write(root / "mkdocs.yml", "\n".join(lines) + "\n")


def _yaml(fields: Fields) -> str:
    """Return YAML as editors write it: one key per line."""
    return "\n".join(_lines(fields, "")) + "\n"


def _lines(fields: Fields, indent: str) -> Iterable[str]:
    for key, value in fields.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for item in value:
                first, *rest = _lines(item, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, indent + "  ")
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_scalar, value))}]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
