from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.views.common import Page
from tests.support import load_sound, with_paragraphs, write_site
from tests.views.fabricated import FILES, page_of


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    site = write_site(tmp_path_factory.mktemp("site"), FILES)
    return with_paragraphs(load_sound(site), 14)


@pytest.fixture
def page(archive: Archive) -> Page:
    return page_of(archive)
