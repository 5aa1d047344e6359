"""Load a project for a build that did not load it before, such as `mkdocs serve`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.catalogue import registry
from macros.catalogue.pages import generated_pages
from macros.engine.inputs import DataError, Inputs
from macros.engine.linker import SiteLinker
from macros.messages.causes import once_per_mistake
from macros.messages.problems import errors
from macros.project.check import check_chapters, check_loaded, load
from macros.project.project import Project

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from macros.archive import Archive
    from macros.project.check import Chapters


def load_inputs(config: MkDocsConfig) -> Inputs:
    """Load and check the data of a site; raises DataError with every error at once.

    Problems of the chapters are reported when they are expanded.
    """
    project = Project(Path(config.config_file_path).parent)
    loaded = load(project)
    problems, _ = check_loaded(project, loaded)
    # MkDocs would publish files of docs/ that may not be read, so their problems count here.
    if stopping := errors(once_per_mistake([*problems, *project.docs.problems])):
        raise DataError(stopping)
    return inputs_of(project, check_chapters(project, loaded.archive))


def inputs_of(project: Project, chapters: Chapters) -> Inputs:
    """Return the inputs of a build, from chapters that were checked against the archive."""
    archive = chapters.archive
    return inputs_from(archive)._replace(
        docs=project.docs, inspected=chapters.inspected, pictures=chapters.pictures
    )


def inputs_from(archive: Archive) -> Inputs:
    """Return the inputs of a build from `archive`, before any chapter is read."""
    return Inputs(archive, registry, SiteLinker(archive), generated_pages(archive))
