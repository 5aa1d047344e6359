"""Run MkDocs in this process, strictly, and translate its messages for editors."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import NamedTuple

# Silences the theme's notice about MkDocs 2; this project pins a lower version.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from jinja2 import TemplateError
from mkdocs import exceptions
from mkdocs.commands import build

from macros.engine.config import site_config
from macros.engine.inputs import Inputs, state_of
from macros.engine.metadata import site_of
from macros.engine.outputs import made_by_mkdocs
from macros.engine.parallel_pages import shared_pages
from macros.messages.links import ABSOLUTE, NO_PAGE, NO_SECTION, NOT_A_PAGE
from macros.messages.problems import Position, Problem
from macros.project.project import Project
from macros.project.site_files import SiteFiles

# The most frequent warnings of MkDocs: (its message, ours, the remedy); `file`, `url` are groups.
_IN_FILE = r"Doc file '(?P<file>.+?)' contains "
_KNOWN = (
    (
        _IN_FILE + r"a link '(?P<url>.+?)', but the target .*not found.*",
        *NO_PAGE,
    ),
    (
        _IN_FILE + r"a link '(?P<url>.+?)', but .*anchor.*",
        *NO_SECTION,
    ),
    (
        _IN_FILE + r"an absolute link '(?P<url>.+?)'.*",
        *ABSOLUTE,
    ),
    (
        _IN_FILE + r"an unrecognized relative link '(?P<url>.+?)'.*",
        *NOT_A_PAGE,
    ),
    (
        r"The following pages exist in the docs directory, but are not included .*?:(?P<url>.+)",
        "trang chưa có trong mục lục: {url}",
        "thêm vào phần nav của mkdocs.yml",
    ),
    (
        r"A reference to '(?P<url>.+?)' is included in the 'nav' configuration, which is not .*",
        "mục lục nhắc đến “{url}” nhưng không có tệp ấy",
        "sửa phần nav của mkdocs.yml, hoặc thêm tệp vào docs/",
    ),
)

# A problem of ours that the plugin has put into its own error message.
_OURS = re.compile(r"^\s*(?P<path>\S.*?):(?P<line>\d+):(?P<column>\d+): lỗi: (.+) → (.+)$", re.M)


class _Listener(logging.Handler):
    """Collects every warning and error of MkDocs as a problem."""

    def __init__(self, docs: Path, root: Path) -> None:
        super().__init__(logging.WARNING)
        self.docs = docs
        self.root = root
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.problems += in_our_words(record.getMessage(), self.docs, self.root)


class Rendered(NamedTuple):
    """The result of rendering a project: problems, and the files that must exist now.

    `edit` is where a file of the project can be edited, "" without a repository.
    """

    problems: list[Problem]
    made: SiteFiles
    edit: str = ""


def render(project: Project, inputs: Inputs, target: Path) -> Rendered:
    """Build the pages of a project from `inputs` into `target`.

    Every warning counts. An error in a chapter or in the configuration is a problem, never a
    stack trace.
    """
    root = project.root
    listener = _Listener(root / "docs", root)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    made: SiteFiles = {}
    edit = ""
    try:
        config = site_config(root, site_dir=str(target))
        state_of(config).inputs = inputs
        listener.docs = Path(config.docs_dir)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with shared_pages(config):
                build.build(config)
        finally:
            config.plugins.on_shutdown()
        made = made_by_mkdocs(config, inputs) | state_of(config).made
        edit = site_of(config).edit
    except (exceptions.MkDocsException, TemplateError, SystemExit) as error:
        if not listener.problems:
            listener.problems += in_our_words(str(error), listener.docs, root)
    finally:
        logger.removeHandler(listener)
    return Rendered(listener.problems, made, edit)


def in_our_words(message: str, docs: Path, root: Path) -> list[Problem]:
    """Return the problems that `message` reports, each at the line of the chapter it is about.

    An unknown message of MkDocs is passed on unchanged, on one line.
    """
    if ours := list(_OURS.finditer(message)):
        return [
            Problem(Position(f["path"], int(f["line"]), int(f["column"])), f[4], f[5]) for f in ours
        ]
    for pattern, words, remedy in _KNOWN:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            names = found.groupdict()
            url = ", ".join(re.findall(r"[^\s-].*", names["url"]))
            position = _find(docs, root, names["file"], url) if "file" in names else _nav(root, url)
            return [Problem(position, words.format(url=url), remedy)]
    one_line = " ".join(message.split())
    setting = re.match(r"Config value '(\w+)'", one_line)
    place = _nav(root, f"{setting[1]}:") if setting else Position("mkdocs.yml")
    return [Problem(place, f"không dựng được trang: {one_line}", "sửa chỗ vừa nêu")]


def _find(docs: Path, root: Path, name: str, text: str) -> Position:
    """Return the position of the first `text` in the chapter `name`, or its first line."""
    chapter = docs / name
    path = (chapter.relative_to(root) if chapter.is_relative_to(root) else chapter).as_posix()
    return _first(chapter, path, text)


def _nav(root: Path, text: str) -> Position:
    return _first(root / "mkdocs.yml", "mkdocs.yml", text)


def _first(file: Path, path: str, text: str) -> Position:
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    for number, line in enumerate(lines, 1):
        if (column := line.find(text)) >= 0:
            return Position(path, number, column + 1)
    return Position(path)
