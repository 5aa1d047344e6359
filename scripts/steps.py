"""The steps of `make site`, in their order, and what they hand on."""

from __future__ import annotations

import gc
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from macros.archive import Archive
from macros.audit import pages as audit
from macros.book.shelf import copy_books
from macros.engine import state
from macros.engine.project import project_of
from macros.messages.problems import Problem, Severity, errors
from macros.opendata.write import open_data, write_files
from macros.project.check import Loaded, check_chapters, check_loaded, load
from macros.search.write import index_site, pages_of, read_sections
from macros.system.processes import Standby, aside
from scripts import rendering

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from macros.chapter import Chapter, Inspection
    from macros.loading.tree import Begun

Beside: TypeAlias = "tuple[list[Problem], dict[str, bytes]]"
"""What comes of the work beside rendering: the problems of the data, and the open data."""


@dataclass
class Build:
    """Where one build reads and writes, and what its first step has loaded.

    `root` holds `mkdocs.yml`; `staging` is filled step by step; `site` is what readers see. `told`
    is what the chapters are warned of; `beside` waits for what goes on while pages are rendered.
    """

    root: Path
    staging: Path
    site: Path
    begun: Begun
    standby: Standby = field(default_factory=Standby)
    archive: Archive = field(default_factory=Archive)
    inspected: Mapping[str, tuple[Chapter, Inspection]] = field(default_factory=dict)
    told: list[Problem] = field(default_factory=list)
    beside: Callable[[], Beside] = lambda: ([], {})
    open_data: dict[str, bytes] = field(default_factory=dict)
    audited: Callable[[], list[Problem]] = list

    @property
    def previous(self) -> Path:
        """Where the last good site stands while the new one takes its place."""
        return self.staging.parent / "previous"


def read(build: Build) -> list[Problem]:
    """Load the data and the chapters, and begin to check the data beside what follows."""
    loaded = load(build.root, build.begun)
    gc.freeze()
    build.beside = aside(lambda: _beside(build.root, loaded))
    chapters = check_chapters(build.root, loaded.archive)
    build.archive, build.inspected = chapters.archive, chapters.inspected
    build.told = chapters.problems
    # An editor is told of everything at once, of the data as well.
    return _checked(build) if errors(chapters.problems) or errors(loaded.problems) else []


def _beside(root: Path, loaded: Loaded) -> Beside:
    """Check the data; return the problems and, if none of them is an error, the open data."""
    problems, _ = check_loaded(root, loaded)
    if errors(problems):
        return problems, {}
    return problems, open_data(loaded.archive, site_url=os.environ.get("SITE_URL"))


def _checked(build: Build) -> list[Problem]:
    """Wait for the check of the data; return what is wrong in data and chapters."""
    problems, build.open_data = build.beside()
    return [one for one in (*problems, *build.told) if one.severity is not Severity.NOTE]


def render(build: Build) -> list[Problem]:
    """Turn the chapters into pages in the staging folder, and wait for the check of the data."""
    # What the first step has loaded and checked is not loaded again.
    state.use_loader(lambda _: project_of(build.archive)._replace(inspected=build.inspected))
    fault, problems = None, list[Problem]()
    try:
        problems = rendering.render(build.root / "mkdocs.yml", build.staging)
    except Exception as error:
        fault = error
    checked = _checked(build)
    if fault and not errors(checked):
        raise fault
    # Pages fail of what is wrong with the data: the editor is told of that.
    return checked if errors(checked) else [*checked, *problems]


def export(build: Build) -> list[Problem]:
    """Write the open data and the books that are built beside the pages."""
    write_files(build.open_data, build.staging / "data")
    copy_books(build.root, build.archive, build.staging)
    return []


def index(build: Build) -> list[Problem]:
    """Write the search index of the pages beside them, while the pages are looked at."""
    gc.freeze()
    pages = pages_of(build.staging)
    half = len(pages) // 2
    others = build.standby.begin(read_sections, pages[half:])
    base_path = urlsplit(os.environ.get("SITE_URL", "")).path or "/"
    # All that a page can lead to is there by now: the files of the index are for a script.
    site = audit.Site(build.staging, base_path.rstrip("/") + "/", audit.files_of(build.staging))
    build.audited = build.standby.begin(audit.audit, site)
    # Taken at once: until then the other process waits with its next work.
    sections = [*read_sections(pages[:half]), *others()]
    index_site(build.staging, build.archive, sections)
    return []


def check_pages(build: Build) -> list[Problem]:
    """Wait for what is wrong with the pages as built."""
    return build.audited()


def publish(build: Build) -> list[Problem]:
    """Put the staging folder in the place of the site, by renaming."""
    shutil.rmtree(build.previous, ignore_errors=True)
    if build.site.exists():
        build.site.rename(build.previous)
    build.staging.rename(build.site)
    shutil.rmtree(build.previous, ignore_errors=True)
    return []


Step: TypeAlias = "Callable[[Build], list[Problem]]"

STEPS: tuple[tuple[str, Step], ...] = (
    ("Đọc dữ liệu và bài viết", read),
    ("Soát và dựng trang", render),
    ("Xuất dữ liệu mở", export),
    ("Lập chỉ mục tìm kiếm", index),
    ("Soát trang đã dựng", check_pages),
    ("Đưa vào site", publish),
)
