"""The steps of `make site`, in their order, and what they hand on."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from macros.audit import pages as audit
from macros.audit.unaccounted import unaccounted
from macros.engine import rendering
from macros.engine.load import inputs_of
from macros.engine.pictures import make_all
from macros.messages.causes import once_per_mistake
from macros.messages.problems import Problem, Severity, errors
from macros.opendata.links import site_root
from macros.opendata.write import open_data, write_files
from macros.project.books import BUILT, copy_books
from macros.project.check import Chapters, Loaded, check_chapters, check_loaded, load
from macros.project.project import Project
from macros.project.site_files import SiteFiles
from macros.search.answers.shards import write_answers
from macros.search.write import index_site, pages_of, read_sections
from macros.site.cards import write_cards
from macros.site.charts import write_charts
from macros.site.manifest import Manifest, day_of, read_folder
from macros.site.publication import put_in_place
from macros.site.redirects import write_redirects
from macros.site.releases import Releases
from macros.system import git
from macros.system.processes import StandbyWorker, in_background

if TYPE_CHECKING:
    from collections.abc import Callable

BackgroundResult: TypeAlias = "tuple[list[Problem], dict[str, bytes]]"
"""The result of the work in the background: the problems of the data, and the open data."""


def _not_audited() -> list[Problem]:
    raise RuntimeError("the pages are published without an audit")


@dataclass
class Build:
    """Where one build reads and writes, and what its first step has loaded.

    `staging` is filled step by step; `site` is what readers see. `background` waits for the check
    of the data, which runs while pages are rendered; `audited` waits for the audit of the pages.
    `made` is what the steps have made: nothing else is published. `generated` are the pages made
    from the data, by their paths under docs/; `edit` is where files of the project can be edited.
    """

    project: Project
    staging: Path
    site: Path
    standby: StandbyWorker = field(default_factory=StandbyWorker)
    chapters: Chapters = field(default_factory=Chapters)
    background: Callable[[], BackgroundResult] = lambda: ([], {})
    open_data: dict[str, bytes] = field(default_factory=dict)
    audited: Callable[[], list[Problem]] = _not_audited
    made: SiteFiles = field(default_factory=dict)
    generated: tuple[str, ...] = ()
    edit: str = ""

    @property
    def releases(self) -> Releases:
        """The builds that this one and those before it have replaced."""
        return Releases.beside(self.site)

    def manifest(self) -> Manifest:
        """Return what the staging folder is made of, and from which commit."""
        commit = git.commit_of(self.project.root)
        day = day_of(os.environ.get("SOURCE_DATE_EPOCH", ""))
        url = os.environ.get("SITE_URL", "")
        return Manifest(commit, day, url, read_folder(self.staging))


def read(build: Build) -> list[Problem]:
    """Load the data and the chapters; start the check of the data in the background."""
    if missing := build.project.missing:
        return missing
    loaded = load(build.project, parallel=True)
    gc.freeze()
    build.background = in_background(
        "việc soát dữ liệu", lambda: _check_and_export(build.project, loaded)
    )
    build.chapters = chapters = check_chapters(build.project, loaded.archive)
    # If anything is wrong already, wait, so that the editor sees all problems at once.
    return _checked(build) if errors(chapters.problems) or errors(loaded.problems) else []


def _check_and_export(project: Project, loaded: Loaded) -> BackgroundResult:
    """Check the data; return the problems and, if none of them is an error, the open data."""
    problems, _ = check_loaded(project, loaded)
    if errors(problems):
        return problems, {}
    return problems, open_data(loaded.archive, site_url=os.environ.get("SITE_URL"))


def _checked(build: Build) -> list[Problem]:
    """Wait for the check of the data; return what is wrong in data and chapters."""
    problems, build.open_data = build.background()
    problems_so_far = once_per_mistake([*problems, *build.chapters.problems])
    return [one for one in problems_so_far if one.severity is not Severity.NOTE]


def render(build: Build) -> list[Problem]:
    """Turn the chapters into pages in the staging folder, and wait for the check of the data."""
    inputs = inputs_of(build.project, build.chapters)
    build.generated = tuple(inputs.pages)
    fault, problems = None, list[Problem]()
    # Here by all processors; MkDocs' hook would make those that lack in one process.
    make_all(build.project.root, build.chapters.archive, build.chapters.pictures, parallel=True)
    try:
        problems, made, build.edit = rendering.render(build.project, inputs, build.staging)
        build.made |= made
    except Exception as error:
        fault = error
    checked = _checked(build)
    if fault and not errors(checked):
        raise fault
    # Errors in the data make pages fail: report the errors, not the failure.
    return checked if errors(checked) else [*checked, *problems]


def export(build: Build) -> list[Problem]:
    """Write the open data and the cards, and copy the books that are already built."""
    write_files(build.open_data, build.staging / "data")
    build.made |= {f"data/{name}": content for name, content in build.open_data.items()}
    build.made |= write_charts(build.chapters.archive, build.open_data, build.staging)
    build.made |= write_cards(build.chapters.archive, build.generated, build.edit, build.staging)
    root = build.project.root
    for book in copy_books(root, build.chapters.archive, build.staging):
        build.made[book.path] = root / BUILT / Path(book.path).name
    return []


def index(build: Build) -> list[Problem]:
    """Write the search index of the pages; start their audit in the background."""
    gc.freeze()
    pages = pages_of(build.staging)
    half = len(pages) // 2
    others = build.standby.start("một nửa chỉ mục tìm kiếm", read_sections, pages[half:])
    base_path = urlsplit(os.environ.get("SITE_URL", "")).path or "/"
    # Every file that a page can link to exists by now: only scripts read the index.
    files = audit.files_of(build.staging)
    site = audit.BuiltSite(build.staging, base_path.rstrip("/") + "/", files)
    build.audited = build.standby.start("việc soát trang đã dựng", audit.audit, site)
    # Collected before the rest, because the worker starts its next work only then.
    sections = [*read_sections(pages[:half]), *others()]
    archive = build.chapters.archive
    answered = in_background(
        "câu trả lời cho ô tìm kiếm", lambda: write_answers(build.staging, archive, sections)
    )
    indexed = index_site(build.staging, archive, sections)
    build.made |= dict.fromkeys((*indexed.paths, *answered().paths))
    return []


def check_pages(build: Build) -> list[Problem]:
    """Wait for the audit of the built pages; look for files that no step has made.

    The pages at old addresses come after it, and after the index: they are nobody's content.
    """
    site_url = site_root(os.environ.get("SITE_URL")) or ""
    moved = build.chapters.archive.redirects
    build.made |= write_redirects(moved, site_url, build.staging)
    return [*build.audited(), *unaccounted(build.staging, build.made)]


def publish(build: Build) -> list[Problem]:
    """Put the staging folder in the place of the site."""
    return put_in_place(build.staging, build.site, build.releases, build.manifest())


Step: TypeAlias = "Callable[[Build], list[Problem]]"

STEPS: tuple[tuple[str, Step], ...] = (
    ("Đọc dữ liệu và các chương", read),
    ("Soát và dựng trang", render),
    ("Xuất dữ liệu mở", export),
    ("Lập chỉ mục tìm kiếm", index),
    ("Soát trang đã dựng", check_pages),
    ("Đưa vào site", publish),
)
