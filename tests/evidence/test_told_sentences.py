"""Told sentences: enough of their words stand in what cites their paragraph, counted alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.evidence.extract import extract_all
from macros.evidence.files import (
    SourceEvidence,
    compare_with_transcription,
    dump,
    parse,
    read_document,
    same_values,
)
from macros.evidence.lexicon import NOTHING, Lexicon
from macros.evidence.redaction import Redaction
from macros.evidence.sentence_status import source_sentences
from macros.evidence.sentences import Points, points_of
from macros.evidence.told_sentences import Teller, Telling, with_points
from macros.messages.problems import Problem
from macros.model.citations import parse_citations
from macros.model.telling import TOO_WIDE
from tests.support import archive_of

LINES = [
    "1. Đảng bộ Bến Trúc có 40 đảng viên. Đồng chí Lã Văn Sen làm bí thư. Trời mưa to.",
    "Năm 1960 dựng đình. Lễ có 90 người dự.",
    "",
    "Không ai dẫn đoạn này. Đảng bộ có 40 đảng viên.",
]
TOLD = {
    "ky-yeu#1": "40 đảng viên ở Bến Trúc",
    "ky-yeu#1-2": "Bí thư Lã Văn Sen dựng đình năm 1960",
    f"ky-yeu#1-{TOO_WIDE}": "Trời mưa to suốt hai ngày lễ, 90 người dự",
    "nguon-khac#4": "Không ai dẫn đoạn này",
}


def teller(told: dict[str, str] = TOLD, lexicon: Lexicon = NOTHING) -> Teller:
    texts = [Telling(parse_citations(cite), text) for cite, text in told.items()]
    return Teller(texts, {"ky-yeu": LINES}, lexicon)


def counted(told: dict[str, str] = TOLD) -> SourceEvidence:
    plain = SourceEvidence("ky-yeu", extract_all("\n".join(LINES)))
    return with_points(plain, LINES, teller(told))


def test_a_sentence_is_told_by_what_cites_its_paragraph_alone_and_not_by_a_wide_citation() -> None:
    assert [one.points for one in counted().paragraphs] == [
        Points(3, (1, 2)),
        Points(2, (1,)),
        None,
        Points(2, ()),
    ]


def test_rare_words_weigh_more_than_words_that_every_sentence_has() -> None:
    lines = ["Đảng bộ Mây dựng đình.", *["Đảng bộ họp."] * 20]
    weighed = Teller(
        [
            Telling(parse_citations("ky-yeu#1"), "Đảng bộ họp"),
            Telling(parse_citations("ky-yeu#2"), "Mây dựng đình"),
        ],
        {"ky-yeu": lines},
        NOTHING,
    )
    assert weighed.of("ky-yeu", 1, lines[0]).told == ()
    assert weighed.of("ky-yeu", 2, lines[0]).told == (1,)


def test_abbreviations_are_read_on_both_sides() -> None:
    lexicon = Lexicon(abbreviations={"NTM": "nông thôn mới"})
    found = teller({"ky-yeu#1": "Xây dựng nông thôn mới"}, lexicon)
    assert found.of("ky-yeu", 1, "Xây dựng NTM.").told == (1,)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("1. Họp xã. 2. Bầu bí thư.", ["1. Họp xã. ", "2. Bầu bí thư."]),
        ("(2) Họp xã", ["(2) Họp xã"]),
        ("IV. Họp xã. V.", ["IV. Họp xã. "]),
        ("Họp xã. 3.", ["Họp xã. "]),
        ("…", []),
    ],
)
def test_the_number_of_a_list_is_no_sentence(text: str, sentences: list[str]) -> None:
    assert points_of(text) == sentences


def test_the_numbers_are_kept_in_the_file_and_read_as_they_were_written(tmp_path: Path) -> None:
    text = dump(counted())
    assert text.count('"points"') == 3
    assert parse(text) == counted()
    document = read_document(text.encode(), "data/sources/ky-yeu.evidence.json")
    assert not isinstance(document, Problem)
    source = archive_of(tmp_path, {}).sources["ky-yeu"]
    found = source_sentences(source, document)
    assert (found.sentences, found.told, found.untold) == (7, 3, 4)
    assert found.words == "7 câu; 3 đã kể (42%), 4 chưa kể"
    # Nobody has counted in a file of before, and the format is the same.
    before = SourceEvidence("ky-yeu", extract_all("\n".join(LINES)))
    assert parse(dump(before)) == before
    assert source_sentences(source, None).words == ""


@pytest.mark.parametrize("points", ["[2,[3]]", "[2,[0]]", '["2",[1]]', "[2]", "3"])
def test_a_sentence_that_is_not_there_makes_the_file_unreadable(points: str) -> None:
    text = dump(counted()).replace('"points":[2,[1]]', f'"points":{points}')
    with pytest.raises((ValueError, TypeError)):
        parse(text)


def test_it_depends_on_our_texts_and_makes_no_file_stale() -> None:
    before, after = counted({}), counted()
    assert compare_with_transcription(Path(), before, after) == []
    assert all(map(same_values, before.paragraphs, after.paragraphs))


def test_of_a_restricted_source_only_what_is_kept_is_counted() -> None:
    kept = Redaction(kept=frozenset({1})).kept_of(extract_all("\n".join(LINES)))
    found = with_points(SourceEvidence("ky-yeu", kept), LINES, teller())
    assert [one.points is not None for one in found.paragraphs] == [True, False, False, False]
