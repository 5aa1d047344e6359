"""The editors' guide says once what is done with most keys of a record."""

from __future__ import annotations

import pytest

from macros.catalogue import guide
from macros.model.explained import RECORDS
from macros.views.guide import COMMON, fields
from tests.views.fabricated import page_of
from tests.views.html_rules import faults


@pytest.mark.parametrize("record", RECORDS)
def test_what_is_done_with_a_key_is_said_once_for_all_or_in_its_row(
    record: str, archive: object
) -> None:
    found = fields(record)
    same = [one for one in found.fields if one.kept == found.common]
    assert found.apart == (len(same) < len(found.fields))
    assert not same or len(same) >= COMMON
    html = str(guide.field_guide(page_of(archive), record))  # type: ignore[arg-type]
    assert faults(html) == []
    said = html.count('data-label="Đối chiếu, công bố"><') if found.apart else 0
    assert said == (len(same) if found.apart else 0)
