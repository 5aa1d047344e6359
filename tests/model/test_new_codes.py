"""Adding a code is one edit: with one code more in every list, all is built and shows its word.

One process lengthens all the lists, and one test asks about each of them: to build takes seconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from macros.model import career_codes, codes, picture_codes, source_codes, statement_codes
from macros.model.closed_list import ClosedList

ROOT = Path(__file__).parents[2]
LISTS = {
    name
    for module in (codes, career_codes, picture_codes, source_codes, statement_codes)
    for name, one in vars(module).items()
    if isinstance(one, ClosedList)
}

NOT_ON_PAGES = {
    "NAME_BEARERS": "data",
    "BASES": "data",  # pages mark what is inferred, and say no more
    "EVENT_KINDS": "data",
    "SALES": "book",
    "IMPLICATIONS": "",  # a mark of editors, which the check counts
    "OPENINGS": "",  # nobody reads it: a book is set by it
    "PICTURE_PLACES": "",  # likewise
}
"""Where else than on a page of the site the word of a code is shown."""


IN_CHAPTERS = {"PARTS"}
"""Lists of what a chapter's front matter may say: no record of data/ and no schema has them."""


ANSWERS = {"FULL_TIME"}
"""The two answers of a flag, with the words that sources use for them: no field takes codes."""


def texts_of(folder: Path) -> dict[str, str]:
    site = folder / "site" / "site"
    book: list[str] = []
    for file in folder.glob("*.epub"):
        with zipfile.ZipFile(file) as packed:
            book += [packed.read(one).decode() for one in packed.namelist() if "html" in one]
    assert book
    return {
        "site": "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html")),
        "data": "".join(file.read_text(encoding="utf-8") for file in (site / "data").glob("*.*")),
        "book": "".join(book),
    }


def test_adding_a_code_is_one_edit(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.model.new_codes", str(tmp_path)],
        cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": "1000000000"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    built = json.loads(told.stdout)
    assert (built["site"], built["book"]) == (0, 0), told.stderr
    # Whoever adds a list or a coded field gives the fabricated site a record that uses it.
    assert set(built["words"]) == LISTS
    assert set(built["fields"].values()) == LISTS - IN_CHAPTERS - ANSWERS
    assert built["used"] == sorted(built["fields"])
    shown = {where: text.casefold() for where, text in texts_of(tmp_path).items()}
    for name, word in built["words"].items():
        if name in IN_CHAPTERS | ANSWERS:
            continue
        assert f"zz-new: {word}description" in built["schemas"], name
        place = NOT_ON_PAGES.get(name, "site")
        assert not place or word in shown[place], name
