"""ProperDocs, which continues MkDocs 1.6, builds the same pages: a way on when MkDocs ends."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.small_site import ROOT, write_site

if TYPE_CHECKING:
    from pathlib import Path

# The names of MkDocs then stand for modules of ProperDocs, as with its own command.
WITH_PROPERDOCS = (
    "import sys, properdocs.replacement, mkdocs.commands.build as build\n"
    "assert build.__file__.split('/')[-3] == 'properdocs', build.__file__\n"
    "from scripts.build import main\n"
    "sys.exit(main(sys.argv[1:]))"
)


def build(site: Path, target: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command, "--root", str(site), "--site", str(target)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1000000000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def texts(site: Path) -> dict[str, list[str]]:
    """Return what a reader reads on each page of a built site."""
    return {
        page.relative_to(site).as_posix(): " ".join(
            html.fromstring(page.read_bytes()).text_content().split()
        ).split()
        for page in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("hai")
    (folder / "noi-dung").mkdir()
    site = write_site(folder / "noi-dung")
    build(site, folder / "mkdocs" / "site", "-m", "scripts.build")
    build(site, folder / "properdocs" / "site", "-c", WITH_PROPERDOCS)
    return folder / "mkdocs" / "site", folder / "properdocs" / "site"


def test_the_same_pages_with_the_same_text(built: tuple[Path, Path]) -> None:
    ours, theirs = map(texts, built)
    assert len(ours) > 10
    assert theirs == ours


def test_the_same_open_data_and_search_index(built: tuple[Path, Path]) -> None:
    ours, theirs = (
        {
            file.relative_to(site).as_posix(): file.read_bytes()
            for folder in ("data", "search")
            for file in (site / folder).rglob("*")
            if file.is_file()
        }
        for site in built
    )
    assert theirs == ours
