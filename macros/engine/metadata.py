"""The metadata of each page while MkDocs builds: read once, put together page by page."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from macros.archive import Archive
from macros.engine.inputs import SiteMetadata
from macros.metadata.feed import feed
from macros.metadata.history import head, history
from macros.metadata.page import PageMetadata, Site, page_metadata
from macros.metadata.pictures import write_pictures

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from macros.engine.inputs import BuildState
    from macros.project.site_files import SiteFiles


def read_site_metadata(config: MkDocsConfig) -> SiteMetadata:
    """Read the metadata that all pages of a build share."""
    root = Path(config.config_file_path).parent
    return SiteMetadata(site_of(config), history(root, head(root)))


def site_of(config: MkDocsConfig) -> Site:
    """Return what the configuration says about the site as a whole."""
    url = config.site_url or ""
    # Editors work on chapters and data on this branch.
    edit = f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else ""
    return Site(
        root=Path(config.config_file_path).parent,
        name=config.site_name,
        description=config.site_description or "",
        url=url if not url or url.endswith("/") else f"{url}/",
        edit=edit,
    )


def metadata_of(state: BuildState, page: Page) -> PageMetadata | None:
    """Return the metadata of a page; None for a site without the project's data."""
    if state.metadata is None or state.inputs is None:
        return None
    archive = state.inputs.archive
    if not isinstance(archive, Archive):
        return None
    site, path = state.metadata.site, page.file.src_uri
    title = unescape(str(page.meta.get("title") or page.title or site.name))
    return page_metadata(site, archive, state.metadata.history, path, title)


def finish(state: BuildState, target: Path) -> SiteFiles:
    """Write the share pictures and the feed, which only a site with an address has; return them."""
    if state.metadata is None or state.inputs is None or not state.metadata.site.url:
        return {}
    archive, site = state.inputs.archive, state.metadata.site
    if not isinstance(archive, Archive):
        return {}
    made: SiteFiles = dict.fromkeys(write_pictures(archive, target, site.name))
    titles = {one.path: one.front_matter.title for one in state.inputs.docs.chapters.values()}
    text = feed(state.metadata.history, titles, site.name, site.url)
    (target / "feed.xml").write_text(text, encoding="utf-8")
    return made | {"feed.xml": text.encode()}
