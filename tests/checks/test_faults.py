"""Everything that the checks say of small sites in which much is wrong, or nearly: as read over.

Each record stands on lines of its own, so that a wrong place shows. What stands beside the faults is
right, or only just: the same day, a bound, an unknown side.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.admission.picture_file import PictureFile
from macros.checks import references
from macros.checks.table import CHECKS
from tests.checks.faulty_bodies import CHANGES, PEOPLE, TERMS
from tests.checks.faulty_records import DOCUMENTS, PICTURES, ROLLS
from tests.checks.faulty_terms import CAREERS, CONGRESSES, SUPERIORS
from tests.checks.sound import ORG, SOUND
from tests.snapshots import assert_snapshot
from tests.support import read_site

SITES = {
    "pictures": PICTURES,
    "careers": CAREERS,
    "congresses": CONGRESSES,
    "documents": DOCUMENTS,
    "superiors": SUPERIORS,
    "rolls": ROLLS,
    "changes": CHANGES,
    "people": PEOPLE,
    "terms": TERMS,
}


@pytest.mark.parametrize("name", SITES)
def test_what_is_said_of_a_site(tmp_path: Path, name: str) -> None:
    archive, problems = read_site(tmp_path, SITES[name])
    assert [str(one) for one in problems] == []
    sizes = ((399, 300), (400, 300), (300, 400), (100, 399))
    files = {
        one: PictureFile(f"data/pictures/{one}.jpg", *size, "")
        for one, size in zip(sorted(archive.pictures), sizes, strict=False)
    }
    archive = replace(archive, picture_files=files)
    lines = []
    for check in CHECKS:
        found = sorted(check(archive))
        if found:
            lines.append(f"{check.__module__.rpartition('.')[2]}.{check.__name__}")
        for one in found:
            places = ", ".join(map(str, one.values))
            lines.append(f"    {one}{f' ← {places}' if places else ''}")
    assert_snapshot(Path(__file__).with_name("faults") / f"{name}.txt", "\n".join(lines))


MORE = {
    f"{ORG}/statements.yml": """
        statements:
          - {id: hua, kind: promise, text: sẽ lập trường, domain: culture, cite: ky-yeu#1,
             by: {organization: khoi, congress: I}}
          - {id: che, kind: shortcoming, text: lập trường chậm, domain: culture, cite: ky-yeu#1,
             judges: tong, by: {person: ly-thi-hai, document: qd-1}}
          - {id: da-lam, kind: appraisal, text: đã lập trường, domain: culture, cite: ky-yeu#1,
             answers: hua}
        """,
    f"{ORG}/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, cite: ky-yeu#1}
          - {id: dh-2, ordinal: I, series: sau, cite: ky-yeu#1}
        series: [{id: sau, label: sau sáp nhập}]
        committees: [{id: bch, body: executive, congress: I, cite: ky-yeu#1}]
        conferences: [{id: hn, kind: mid-term, congress: I, cite: ky-yeu#1}]
        """,
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Đảng bộ Khối
        parent: tinh
        area: xa
        names: [{id: ten-cu, name: Khối, cite: ky-yeu#1}]
        """,
    "data/changes/gop.yml": """
        kind: merger
        supersedes_name: khoi/ten-cu
        participants: [{organization: khoi, role: to}]
        cite: ky-yeu#2
        """,
    "data/pictures/anh.yml": """
        kind: photograph
        alt: Nhiều người ngồi trước một ngôi đình
        caption: Họp
        holder: Bà Hai
        licence: public-domain
        organizations: [khoi]
        people: [ly-van-mot]
        shows:
          - khoi/hop
          - changes/gop
        """,
}
# An id where it is used, not where it is given.
_USED = re.compile(
    r"(?<!id: )(?<![\w/-])(?:ly-van-mot|ly-thi-hai|secretary|khoi/hop|khoi/ten-cu|khoi|xa|tinh|tong|dh-1"
    r"|qd-1|dong-1|changes/gop|gop|hua|sau(?!\w| )|party-members|I)(?![\w:-])"
)


def test_what_is_said_of_each_id_that_leads_nowhere(tmp_path: Path) -> None:
    checks = [one for one in CHECKS if one.__module__ == references.__name__]
    lines = []
    sound = {**SOUND, **MORE}
    for path, text in sound.items():
        for at, match in enumerate(_USED.finditer(text)):
            wrong = "XX" if match.group() == "I" else f"{match.group()}x"
            changed = f"{text[: match.start()]}{wrong}{text[match.end() :]}"
            root = tmp_path / f"{path.replace('/', '-')}-{at}"
            archive, _ = read_site(root, {**sound, path: changed})
            lines.append(f"{path} {at + 1}: {wrong}")
            for problem in sorted(one for check in checks for one in check(archive)):
                lines.append(f"    {problem} ~ {problem.about}")
    assert_snapshot(Path(__file__).with_name("faults") / "references.txt", "\n".join(lines))
