"""A new site: the fewest files with which a folder of content checks and builds.

They stand in `starter/` beside this file as an editor will find them, but for the site's name:
settings, front page, look-up pages, catalogues. How pages look stays with the program.
"""

from __future__ import annotations

import json
from pathlib import Path
from string import Template

from macros.authoring.schemas import FOLDER, generated_files, kinds

STARTER = Path(__file__).with_name("starter")
# A file of that name in this repository would hide files of the repository.
_RENAMED = {"gitignore": ".gitignore"}


def new_site(root: Path, name: str) -> dict[str, str]:
    """Return the files of a site called `name` by path, but for those that `root` holds."""
    words = {"site_name": name, "quoted": json.dumps(name, ensure_ascii=False)}
    files = {".vscode/settings.json": editor_settings(), **generated_files()}
    for file in sorted(STARTER.rglob("*")):
        if file.is_file():
            path = file.relative_to(STARTER).as_posix()
            text = Template(file.read_text(encoding="utf-8")).substitute(words)
            files[_RENAMED.get(path, path)] = text
    return {path: text for path, text in files.items() if not (root / path).exists()}


def editor_settings() -> str:
    """Return what lets an editor complete the data files from the schemas."""
    schemas = {f"./{FOLDER}/{kind.name}.json": kind.files for kind in kinds()}
    settings = {"files.encoding": "utf8", "files.eol": "\n", "yaml.schemas": schemas}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
