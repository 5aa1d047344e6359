"""A new site: the fewest files with which a folder of content passes the checks and builds.

They are in `starter/` next to this file, just as an editor will get them except for the site's
name: settings, home page, look-up pages, catalogues. The look of pages comes from the program.
"""

from __future__ import annotations

import json
from pathlib import Path
from string import Template

from macros.archive import Archive
from macros.authoring.known_codes import CODES, codes_text
from macros.authoring.schemas import generated_files

STARTER = Path(__file__).with_name("starter")
# A file named .gitignore here would apply to this repository.
_RENAMED = {"gitignore": ".gitignore"}


def new_site(root: Path, name: str) -> dict[str, str]:
    """Return the files of a site called `name` by path, except those that `root` has already."""
    words = {"site_name": name, "quoted": json.dumps(name, ensure_ascii=False)}
    files = {**generated_files(), CODES: codes_text(Archive())}
    for file in sorted(STARTER.rglob("*")):
        if file.is_file():
            path = file.relative_to(STARTER).as_posix()
            text = Template(file.read_text(encoding="utf-8")).substitute(words)
            files[_RENAMED.get(path, path)] = text
    return {path: text for path, text in files.items() if not (root / path).exists()}
