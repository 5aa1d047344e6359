"""What stands around each page while MkDocs builds: read once, put together for each page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.about.feed import feed
from macros.about.history import head, history
from macros.about.page import About, Site, about
from macros.about.pictures import write_pictures
from macros.archive import Archive
from macros.engine.inputs import Around

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from macros.engine.inputs import Kept


def read_around(config: MkDocsConfig) -> Around:
    """Read what is the same for all pages of a build."""
    root = Path(config.config_file_path).parent
    return Around(site_of(config), history(root, head(root)))


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


def around(kept: Kept, page: Page) -> About | None:
    """Return what stands around a page; None for a site without the project's data."""
    if kept.around is None or kept.inputs is None:
        return None
    archive = kept.inputs.archive
    if not isinstance(archive, Archive):
        return None
    site, path = kept.around.site, page.file.src_uri
    title = str(page.meta.get("title") or page.title or site.name)
    return about(site, archive, kept.around.history, path, title)


def finish(kept: Kept, target: Path) -> None:
    """Write into the built site what only a site with an address has: pictures to share, a feed."""
    if kept.around is None or kept.inputs is None or not kept.around.site.url:
        return
    archive, site = kept.inputs.archive, kept.around.site
    if not isinstance(archive, Archive):
        return
    write_pictures(archive, target, site.name)
    titles = {one.path: one.front_matter.title for one in kept.inputs.docs.chapters.values()}
    text = feed(kept.around.history, titles, site.name, site.url)
    (target / "feed.xml").write_text(text, encoding="utf-8")
