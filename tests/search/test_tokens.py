"""Words as the search compares them: folded to find, spelled to rank."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest

from macros.search.tokens import tokens

SCRIPTS = Path(__file__).parents[2] / "overrides/assets/javascripts"


def terms(text: str) -> str:
    return " ".join(token.term for token in tokens(text))


def spellings(text: str) -> str:
    return " ".join(token.spelling for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "folded", "spelled"),
    [
        ("Đảng ủy xã Đồng Mây", "dang uy xa dong may", "đảng ủy xã đồng mây"),
        ("uỷ viên, Uỷ VIÊN", "uy vien uy vien", "ủy viên ủy viên"),
        ("nhiệm kì, kĩ, lí", "nhiem ky ky ly", "nhiệm kỳ kỹ lý"),
        ("hoà, thuỷ, quý", "hoa thuy quy", "hòa thủy quý"),
        ("12-QĐ/TU", "12 qd tu", "12 qđ tu"),
        ("05qđ", "5 qd", "05 qđ"),
        ("2.522 và 1.234.567", "2522 va 1234567", "2522 và 1234567"),
        ("02/03/1950, 2.3.1950", "2 3 1950 2 3 1950", "02 03 1950 2 3 1950"),
        ("98,76%", "98 76", "98 76"),
        ("000", "0", "000"),
        ("<b>🙂</b> …", "b b", "b b"),
        ("", "", ""),
    ],
)
def test_words_are_found_by_their_letters_alone(text: str, folded: str, spelled: str) -> None:
    assert terms(text) == folded
    assert spellings(text) == spelled


def test_text_from_a_mac_is_the_same_text() -> None:
    text = "Ủy ban Kiểm tra, Đảng bộ Thượng Lý"
    assert list(tokens(unicodedata.normalize("NFD", text))) == list(tokens(text))


def test_a_run_of_letters_that_nobody_types_is_left_out() -> None:
    assert terms("a" * 41 + " cuối") == "cuoi"


def test_both_halves_read_words_alike() -> None:
    texts = [
        "Uỷ ban, hoà, thuỷ, quý, khuỷu", "kì kĩ lí sĩ tỉ mĩ", "12-QĐ/TU 05ct", "2.522 1.2.1999",
        "ĐẢNG Ủy Đ đ", "a" * 41, "ﬁ ǆ ß ø 🙂 ১২", "Ly\u0301 Thi\u0323 Ma\u0323\u0302n", "98,76% 000",
    ]  # fmt: skip
    script = f"""
      import {{ tokens }} from {json.dumps((SCRIPTS / "search-text.js").as_uri())};
      const read = {json.dumps(texts)}.map(one => tokens(one.normalize("NFC")).map(t => [t.term, t.spelling]));
      console.log(JSON.stringify(read));
    """
    said = subprocess.run(
        ["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True
    )
    assert json.loads(said.stdout) == [[list(token) for token in tokens(text)] for text in texts]
