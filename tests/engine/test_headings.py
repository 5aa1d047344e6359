"""A heading ends no line within a word of two syllables or a short name."""

from __future__ import annotations

import pytest

from macros.engine.headings import with_whole_words


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("Văn bản: Thành ủy Sông Mây", "Văn_bản: Thành_ủy Sông_Mây"),
        ("Lịch sử các đảng bộ Sông Mây", "Lịch_sử các đảng_bộ Sông_Mây"),
        ("Đảng bộ Khối cơ quan và thành phố", "Đảng_bộ Khối cơ_quan và thành_phố"),
        ("Đảng bộ phường Lý Văn Mận, 1994–2024", "Đảng_bộ phường Lý_Văn_Mận, 1994–2024"),
        ("Đảng bộ Khối Kinh tế", "Đảng_bộ Khối Kinh tế"),  # a word goes on after capitals
    ],
)
def test_words_and_names_stay_whole(heading: str, kept: str) -> None:
    html = (
        f'<h1 id="a">{heading}<a class="headerlink" title="Liên kết, Sông Mây" href="#a">#</a></h1>'
    )
    assert with_whole_words(html) == html.replace(heading, kept.replace("_", "\u00a0"))


def test_text_below_headings_is_left_as_it_is() -> None:
    html = "<h2>Ao</h2><p>Thành ủy Sông Mây</p><h4>Thành ủy</h4><h3>Bể</h3>"
    assert with_whole_words(html) == html
