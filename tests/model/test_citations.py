"""A citation names paragraphs that can be looked up one by one, and is refused otherwise."""

from __future__ import annotations

import pytest

from macros.model.citations import MAX_PARTS, MAX_SPAN, CitationError, parse_citations


def test_ranges_up_to_the_limits_are_read() -> None:
    (long,) = parse_citations(f"ky-yeu#1-{MAX_SPAN}")
    assert len(long.numbers) == MAX_SPAN
    assert len(parse_citations("ky-yeu#" + ",".join(["1"] * MAX_PARTS))) == MAX_PARTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ky-yeu#1-999999999", "không đọc được số đoạn"),
        (f"ky-yeu#1-{MAX_SPAN + 1}", f"có khoảng dài quá {MAX_SPAN} đoạn"),
        ("ky-yeu#" + ",".join(["1"] * (MAX_PARTS + 1)), f"gồm {MAX_PARTS + 1} chỗ"),
        ("ky-yeu#tr.1-99999", "có khoảng dài quá"),
        ("ky-yeu#" + "9" * 5_000, "không đọc được số đoạn"),
        ("ky-yeu#\uff11", "không đọc được số đoạn"),
    ],
)
def test_what_would_take_forever_is_refused(text: str, words: str) -> None:
    with pytest.raises(CitationError) as refused:
        parse_citations(text)
    assert words in refused.value.message
