from __future__ import annotations

import pytest

from macros.messages.suggest import did_you_mean, nearest

ROLES = ["bi-thu", "pho-bi-thu", "chu-nhiem", "chu-tich", "dang-vien-1994", "ky-luat"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bi-thư", "bi-thu"),
        ("Bí thư", "bi-thu"),
        ("bi_thu", "bi-thu"),
        ("bi-htu", "bi-thu"),
        ("pho-bi-thuw", "pho-bi-thu"),
        ("đảng-viên-1994", "dang-vien-1994"),
        ("dang-vien-1949", None),
        ("kỉ-luật", "ky-luat"),
        ("dang-vien", "dang-vien-1994"),
        ("thu-bi", "bi-thu"),
        ("chu", None),
        ("hoi-nghi", None),
        ("", None),
        ("---", None),
    ],
)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, ROLES) == expected


def test_closest_wins_over_first_and_exact_over_folded() -> None:
    assert nearest("chi-boo", ["chi-do", "chi-bo"]) == "chi-bo"
    assert nearest("Bí thư", ["bi-thu", "Bí thư"]) == "Bí thư"


def test_decomposed_word_finds_composed_candidate() -> None:
    assert nearest("bi\u0301 thu\u031b", ["Bí thư", "Chủ tịch"]) == "Bí thư"


def test_short_words_do_not_match_everything() -> None:
    assert nearest("a", ["b", "c"]) is None


def test_clause() -> None:
    assert did_you_mean("bi-thư", ROLES) == "có phải ý bạn là “bi-thu”?"
    assert did_you_mean("hoi-nghi", ROLES) == ""
    assert did_you_mean("bi-thu", ROLES) == ""
    assert did_you_mean("x", []) == ""
