"""MkDocs hooks: they add pages, give page metadata to the theme, and correct what it writes.

Only a hook can add files in a way that works while serving too. And the theme's page template has a
fault outside the blocks that overrides/ can replace.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_TOGGLES = ('id="__drawer"', 'id="__search"')
_NOT_IN_NAV = InclusionLevel.NOT_IN_NAV


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, unless docs/ has a page of that path; remove unused files."""
    # Imported here: MkDocs loads this file by its path before the project can be imported.
    from macros.engine.inputs import state_of
    from macros.engine.metadata import read_site_metadata
    from macros.engine.outputs import UNUSED
    from macros.engine.pictures import INDEX, add_to_menu
    from macros.engine.styles import joined

    state = state_of(config)
    state.metadata = read_site_metadata(config)
    config.extra_css, state.styles = joined(config.extra_css, _own_folders(config))
    pages = state.inputs.pages if state.inputs else {}
    listed = INDEX in pages and add_to_menu(config.nav)
    for path, page in pages.items():
        if files.get_file_from_path(path) is None:
            # Index pages list them; there are too many for a menu.
            included = InclusionLevel.INCLUDED if listed and path == INDEX else _NOT_IN_NAV
            files.append(File.generated(config, path, content=page.body, inclusion=included))
    for file in list(files):
        if file.src_dir != config.docs_dir and file.src_uri.startswith(UNUSED):
            files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give each generated page the look-up page that lists it as its parent, for trail and menu."""
    from macros.addresses.doors import HOME
    from macros.addresses.places import listing_of
    from macros.engine.frame import frame_of
    from macros.engine.inputs import state_of

    inputs = state_of(config).inputs
    for path in inputs.pages if inputs else ():
        one = files.get_file_from_path(path)
        above = (files.get_file_from_path(page) for page in listing_of(path))
        listing = next((file.page for file in above if file and file.page), None)
        if one and one.page and one.page.parent is None and listing is not one.page:
            one.page.parent = listing  # type: ignore[assignment]
    home = inputs.docs.chapters.get(HOME) if inputs else None
    state_of(config).frame = frame_of(inputs.archive if inputs else None, home, nav, files)
    return nav


def on_env(env: Environment, **_: object) -> Environment:
    """Keep the compiled templates of the theme between builds; within one, they do not change.

    Within a build the parts of the frame are kept that many pages have alike.
    """
    from macros.rendering.templates import compiled
    from macros.speed.fragments import Fragments

    # Each build has an environment of its own: without this, every include asks the disk.
    env.auto_reload = False
    env.bytecode_cache = compiled("theme")
    env.globals["kept"] = Fragments().kept
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
) -> TemplateContext:
    """Give to the theme where a page stands, its metadata, and which links have cards."""
    from macros.addresses.places import APART, CARD_FOLDERS
    from macros.engine.frame import alike
    from macros.engine.inputs import state_of
    from macros.engine.metadata import metadata_of

    state = state_of(config)
    standing = state.frame.standing(page) if state.frame else None
    given = {
        "metadata": metadata_of(state, page),
        "standing": standing,
        "cards": CARD_FOLDERS,
        "apart": APART,
        "alike": alike(page, standing),
    }
    return {**context, **given}  # type: ignore[typeddict-item]


def on_template_context(
    context: TemplateContext, config: MkDocsConfig, **_: object
) -> TemplateContext:
    """Give the doors of the site to the pages that are no chapters, such as 404.html."""
    from macros.engine.inputs import state_of

    frame = state_of(config).frame
    return {**context, "standing": frame.standing(None) if frame else None}  # type: ignore[typeddict-unknown-key]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files, **_: object) -> str:
    """Set the marks of citations and old places; number the pictures and say how large they are."""
    from macros.archive import Archive
    from macros.engine.citation_marks import with_marks_set, with_names_apart, with_quiet_permalinks
    from macros.engine.headings import with_whole_words
    from macros.engine.inputs import state_of
    from macros.engine.moved import by_page, with_old_places
    from macros.engine.pictures import with_numbers, with_sizes
    from macros.engine.symbols import with_whole_symbols

    html = with_names_apart(with_quiet_permalinks(with_marks_set(html)))
    html = with_whole_words(with_whole_symbols(html))
    inputs = state_of(config).inputs
    archive = inputs.archive if inputs else None
    if isinstance(archive, Archive) and (moved := by_page(archive.redirects).get(page.url)):
        titles = {one.url: one.page.title for one in files.documentation_pages() if one.page}
        html = with_old_places(html, page.url, moved, titles)
    if inputs is None or not inputs.pictures:
        return html
    if isinstance(inputs.archive, Archive):
        html = with_numbers(html, page.file.src_uri, page.url, inputs.archive.figures)
    return with_sizes(html, page.url, inputs.pictures)


def on_post_page(output: str, **_: object) -> str:
    """Remove an attribute of the theme's two check boxes that HTML allows only on text fields.

    Empty lines and indentation around the text are removed too: an eighth of a small page.
    """
    from macros.engine.symbols import with_whole_ranges

    start, end = output.find("<article"), output.rfind("</article>")
    start = output.find(">", start) + 1 if start >= 0 else len(output)
    end = max(start, end)
    head, foot = (_without_indentation(part) for part in (output[:start], output[end:]))
    for toggle in _TOGGLES:
        head = head.replace(f'{toggle} autocomplete="off"', toggle, 1)
    return with_whole_ranges(head) + output[start:end].strip() + with_whole_ranges(foot)


def _without_indentation(html: str) -> str:
    """Return HTML without empty lines, and without spaces around line ends."""
    first, *others = html.split("\n")
    if not others:
        return html
    *inner, last = others
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, inner)), last.lstrip()])


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Do what `on_post_page` does for pages that are no chapters; `_headers` keeps its spaces."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Bundle and minify scripts, join stylesheets; write what only a site with an address has."""
    from macros.engine.inputs import state_of
    from macros.engine.metadata import finish
    from macros.engine.pictures import publish_copies
    from macros.engine.scripts import write_scripts
    from macros.engine.styles import write_joined

    state, scripts = state_of(config), Path("assets", "javascripts")
    # Those of the theme are minified already.
    folders = [folder / scripts for folder in _own_folders(config)]
    written = write_scripts(folders, Path(config.site_dir, scripts))
    state.made |= write_joined(state.styles, Path(config.site_dir))
    state.made |= {f"{scripts.as_posix()}/{name}": text for name, text in written.items()}
    state.made |= finish(state, Path(config.site_dir))
    state.made |= publish_copies(state, Path(config.config_file_path).parent, Path(config.site_dir))


def _own_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders of the theme that are the site's and the program's, the program's last."""
    program = config.theme.custom_dir
    last = config.theme.dirs.index(program) + 1 if program else 0
    return [Path(folder) for folder in config.theme.dirs[:last]]
