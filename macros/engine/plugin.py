"""Expands every page of a MkDocs build with `expand`, and reports every problem."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.chapter import (
    Chapter,
    ChapterError,
    Inspection,
    VerbatimExtension,
    expand,
    inspect,
    parse_chapter,
)
from macros.engine.inputs import DataError, Inputs, state_of
from macros.engine.load import load_inputs
from macros.engine.no_jinja import VerbatimEnvironment, remove_jinja
from macros.messages.problems import Problem, errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs_macros.plugin import MacrosPlugin


def attach(env: MacrosPlugin) -> None:
    """Find or load the data and take over all pages of the build; raises PluginError.

    The plugin's ``on_config`` calls it, so it runs once per build, also while serving.
    """
    remove_jinja()
    config: MkDocsConfig = env.conf
    state = state_of(config)
    try:
        # `make site` has loaded and checked the data already.
        state.inputs = state.inputs or load_inputs(config)
    except DataError as error:
        raise stop(error.problems) from None
    if not any(isinstance(e, VerbatimExtension) for e in config.markdown_extensions):
        # MkDocs passes the list on to Markdown, which also accepts extension objects.
        config.markdown_extensions.append(VerbatimExtension())  # type: ignore[arg-type]
    build = Build(state.inputs, config)
    env.pre_macro_functions.append(build.expand_page)


class Build:
    """One build: reads and guards all pages before the first is rendered."""

    def __init__(self, inputs: Inputs, config: MkDocsConfig) -> None:
        self.inputs = inputs
        self.config = config
        self._chapters: dict[str, Chapter] | None = None
        self._inspections: dict[str, Inspection] = {}

    def expand_page(self, env: MacrosPlugin) -> None:
        """Replace the text and front matter of the current page; raises PluginError.

        The text comes from the chapter as it was checked, not from MkDocs or other plugins, which
        for example read front matter by looser rules.
        """
        environment: object = env.env
        if not isinstance(environment, VerbatimEnvironment):
            raise PluginError("mkdocs-macros không còn dùng môi trường Jinja đã thay")
        if self._chapters is None:
            self._chapters = self._read(env.variables["files"].documentation_pages())
        page = env.page
        # While serving, a draft is a page but not a documentation page.
        chapter = (
            self._chapters.get(page.file.src_uri) or self._read([page.file])[page.file.src_uri]
        )
        try:
            env.markdown = self._expanded(chapter)
        except ChapterError as error:
            raise stop(error.problems) from error.__cause__
        # In place: the plugin already holds a copy of the page that shares this dictionary.
        page.meta.clear()
        page.meta.update(chapter.front_matter.meta())

    def _expanded(self, chapter: Chapter) -> str:
        """Return the text of a chapter; raises ChapterError."""
        return expand(
            chapter,
            self.inputs.archive,
            self.inputs.linker,
            registry=self.inputs.registry,
            inspection=self._inspections.get(chapter.path),
        )

    def _read(self, files: Iterable[File]) -> dict[str, Chapter]:
        """Return the chapters by their address in docs/; raises PluginError with all problems."""
        chapters: dict[str, Chapter] = {}
        problems: list[Problem] = []
        for file in files:
            path = self._shown(file)
            if path in self.inputs.inspected:
                chapter, inspection = self.inputs.inspected[path]
            else:
                own = self.inputs.pages.get(file.src_uri) if file.generated_by else None
                read, found = (own, []) if own else parse_chapter(file.content_bytes, path)
                problems += found
                if read is None:
                    continue
                chapter = read
                inspection = inspect(
                    chapter, self.inputs.registry, self.inputs.archive, own=own is not None
                )
            chapters[file.src_uri] = chapter
            self._inspections[path] = inspection
            problems += inspection.problems
        if stopping := errors(problems):
            raise stop(stopping)
        return chapters

    def _shown(self, file: File) -> str:
        """Return the path of the page as editors know it: ``docs/may-thuong/lich-su.md``."""
        root = Path(self.config.config_file_path).parent
        docs = Path(self.config.docs_dir)
        folder = docs.relative_to(root) if docs.is_relative_to(root) else Path(docs.name)
        return posixpath.join(folder.as_posix(), file.src_uri)


def stop(problems: Sequence[Problem]) -> PluginError:
    """Return the error that ends a build; ``mkdocs serve`` shows it and goes on."""
    lines = "\n".join(f"  {problem}" for problem in problems)
    return PluginError(f"Có {len(problems)} lỗi cần sửa:\n{lines}")
