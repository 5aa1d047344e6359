"""What only a MkDocs hook can do: add pages, tell the theme of each, put right what it writes.

No plugin in use can add files to a build, while serving too; and the theme's page around every
chapter has one fault outside all blocks that overrides/ could replace.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_NO_COMPLETION = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
_NOT_IN_NAV = InclusionLevel.NOT_IN_NAV
# What the theme brings for the search that this site does not use, and what in overrides/ is for
# the printed book alone.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "book/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those of docs/, where a page written by hand keeps its place.

    Take out what no page of the site needs.
    """
    # Imported here: MkDocs loads this file by its path before the project can be imported.
    from macros.engine.around import read_around
    from macros.engine.inputs import kept

    keep = kept(config)
    keep.around = read_around(config)
    for path, text in keep.inputs.pages.items() if keep.inputs else ():
        if files.get_file_from_path(path) is None:
            # A list of them stands on each index page; no menu could hold them.
            files.append(File.generated(config, path, content=text, inclusion=_NOT_IN_NAV))
    for file in list(files):
        if file.src_dir != config.docs_dir and file.src_uri.startswith(_UNUSED):
            files.remove(file)
    return files


def on_env(env: Environment, **_: object) -> Environment:
    """Let the theme's templates be compiled once, and not at each build."""
    from macros.rendering.templates import compiled

    env.bytecode_cache = compiled("theme")
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
) -> TemplateContext:
    """Give the theme what stands around a page: last change, citation, what machines are told."""
    from macros.engine.around import around
    from macros.engine.inputs import kept

    return {**context, "about": around(kept(config), page)}  # type: ignore[typeddict-unknown-key]


def on_post_page(output: str, **_: object) -> str:
    """Take from the theme's two check boxes an attribute that HTML knows on fields of text only."""
    return _NO_COMPLETION.sub(r"\1", output, count=2)


def on_post_template(output_content: str, **_: object) -> str:
    """Do the same for pages that are no chapters, such as 404.html."""
    return on_post_page(output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """Make the scripts smaller, and add what only a site with an address has."""
    from macros.engine.around import finish
    from macros.engine.inputs import kept
    from macros.engine.scripts import write_scripts

    scripts = Path("assets", "javascripts")
    # Those of the site and of the program; the theme's own are small already.
    program = config.theme.custom_dir
    last = config.theme.dirs.index(program) + 1 if program else 0
    folders = [Path(folder, scripts) for folder in config.theme.dirs[:last]]
    write_scripts(folders, Path(config.site_dir, scripts))
    finish(kept(config), Path(config.site_dir))
