"""Each picture of the editors' guide exists, is small and is shown; `make guide` draws them."""

from __future__ import annotations

import re

import pytest

from macros.system.program import PROGRAM
from scripts.guide_pictures import FOLDER, HEAVIEST

GUIDE = FOLDER.parent
SHOWN = re.compile(r"!\[[^]]+\]\((hinh/[^ )]+)")


@pytest.mark.skipif(not FOLDER.is_dir(), reason="another site's content")
def test_each_picture_of_the_guide_exists_is_small_and_is_shown() -> None:
    texts = [page.read_text(encoding="utf-8") for page in GUIDE.glob("*.md")]
    shown = {one for text in texts for one in SHOWN.findall(text)}
    files = {file.relative_to(GUIDE).as_posix() for file in FOLDER.iterdir()}
    assert shown == files
    assert len(files) == 5
    assert all((GUIDE / one).stat().st_size <= HEAVIEST for one in files)
    assert GUIDE.is_relative_to(PROGRAM)
