"""The records of pictures that the editors' guide shows are records."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from macros.archive.complete import load_archive
from macros.system.program import PROGRAM
from tests.picture_files import put_picture
from tests.small_site import write_site

GUIDE = PROGRAM / "docs/bien-tap/anh.md"
SHOWN = re.compile(r"^    kind: .*\n(?:^(?:    .*)?\n)*", re.MULTILINE)


@pytest.mark.skipif(not GUIDE.is_file(), reason="another site's content")
def test_the_records_of_the_guide_can_be_copied(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    records = [textwrap.dedent(one) for one in SHOWN.findall(GUIDE.read_text(encoding="utf-8"))]
    assert len(records) >= 4
    for number, record in enumerate(records):
        put_picture(root, f"anh-{number}", size=(200, 200), record=record)
    archive, _ = load_archive(root)
    assert len(archive.pictures) == len(records)
    assert {one.kind for one in archive.pictures.values()} >= {
        "photograph",
        "portrait",
        "facsimile",
    }
