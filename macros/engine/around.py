"""What stands around each page while MkDocs builds: read once, put together for each page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.about.feed import feed
from macros.about.history import History, head, history
from macros.about.page import About, Site, about
from macros.about.pictures import write_pictures
from macros.archive import Archive
from macros.chapter import read_chapter
from macros.engine.state import current

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


@dataclass(frozen=True)
class _Around:
    """What is the same for all pages of one build."""

    site: Site
    history: History


_around: _Around | None = None


def prepare(config: MkDocsConfig) -> None:
    """Read what is the same for all pages of a build."""
    global _around
    root = Path(config.config_file_path).parent
    _around = _Around(site_of(config), history(root, head(root)))


def site_of(config: MkDocsConfig) -> Site:
    """Return what the configuration says of the site as a whole."""
    url = config.site_url or ""
    # Chapters and data lie side by side on the branch that editors work from.
    edit = f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else ""
    return Site(
        root=Path(config.config_file_path).parent,
        name=config.site_name,
        description=config.site_description or "",
        url=url if not url or url.endswith("/") else f"{url}/",
        edit=edit,
    )


def around(page: Page) -> About | None:
    """Return what stands around a page; None for a site without the project's data."""
    project = current()
    if project is None or _around is None or not isinstance(project.archive, Archive):
        return None
    site, path = _around.site, page.file.src_uri
    title = str(page.meta.get("title") or page.title or site.name)
    return about(site, project.archive, _around.history, path, title)


def lighten(folders: Iterable[Path], target: Path) -> None:
    """Write the scripts of `folders` into `target` without comments and spaces.

    A third of their size, which a host that compresses nothing would send. Of two of one name the
    first is sent, as MkDocs would.
    """
    from rjsmin import jsmin

    scripts: dict[str, Path] = {}
    for folder in folders:
        for script in sorted(folder.glob("*.js")):
            scripts.setdefault(script.name, script)
    for name, script in scripts.items():
        text: str = jsmin(script.read_text(encoding="utf-8"))
        (target / name).write_text(text, encoding="utf-8")


def finish(target: Path) -> None:
    """Write into the built site what only a site with an address has: pictures to share, a feed."""
    project = current()
    if project is None or _around is None or not isinstance(project.archive, Archive):
        return
    site = _around.site
    if not site.url:
        return
    write_pictures(project.archive, target, site.name)
    # Read again: pages are told of in several processes, which know nothing of one another.
    text = feed(_around.history, titles_in(site.root), site.name, site.url)
    (target / "feed.xml").write_text(text, encoding="utf-8")


def titles_in(root: Path) -> dict[str, str]:
    """Return the title of each chapter of the project at `root`, by its path, in order of path."""
    paths = sorted((root / "docs").rglob("*.md"))
    read = (read_chapter(path, path.relative_to(root).as_posix())[0] for path in paths)
    return {one.path: one.front_matter.title for one in read if one}
