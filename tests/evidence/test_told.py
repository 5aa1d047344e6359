"""Told sentences: those that hold a value of the facts citing their paragraph, counted alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from macros.evidence.claims import Kind, Value, ValueClaim
from macros.evidence.extract import extract_all
from macros.evidence.files import (
    SourceEvidence,
    compare_with_transcription,
    dump,
    parse,
    read_document,
    same_values,
)
from macros.evidence.lexicon import NOTHING
from macros.evidence.told import Told, by_paragraph, told_in_file, told_of, with_told
from macros.messages.problems import Position, Problem
from macros.model.citations import parse_citations

LINES = [
    "Đảng bộ Bến Trúc có 40 đảng viên. Đồng chí Lã Văn Sen làm bí thư. Trời mưa to.",
    "Năm 1960 dựng đình. Lễ có 90 người dự.",
    "",
    "Không ai dẫn đoạn này. Đảng bộ có 40 đảng viên.",
]


def claim(kind: Kind, value: Value, cite: str, **more: object) -> ValueClaim:
    place = Position("data/x.yml", 1)
    return ValueClaim("fact", "field", place, kind, value, parse_citations(cite), **more)  # type: ignore[arg-type]


CLAIMS = [
    claim("number", Decimal(40), "ky-yeu#1", neighbours=("đảng viên",)),
    claim("name", "Lã Văn Sen", "ky-yeu#1"),
    claim("date", "1960", "ky-yeu#1-2"),
    claim("number", Decimal(90), "ky-yeu#2", neighbours=("người",), implied="worded"),
    claim("coded", "elected", "ky-yeu#2"),
]


def counted(claims: list[ValueClaim] = CLAIMS) -> SourceEvidence:
    plain = SourceEvidence("ky-yeu", extract_all("\n".join(LINES)))
    return with_told(plain, LINES, by_paragraph(claims), NOTHING)


def test_a_sentence_is_told_by_a_value_of_a_fact_that_cites_its_paragraph() -> None:
    assert [one.told for one in counted().paragraphs] == [2, 1, 0, 0]
    assert told_of(counted().paragraphs) == Told(sentences=7, told=3)
    assert told_of(counted().paragraphs).words == "3/7 câu có dữ kiện"


def test_nobody_has_counted_where_no_sentence_is_told() -> None:
    assert told_of(counted([]).paragraphs).words == ""


def test_the_count_is_kept_in_the_file_and_left_out_where_it_is_nothing() -> None:
    text = dump(counted())
    assert text.count('"told"') == 2
    assert parse(text) == counted()
    document = read_document(text.encode(), "data/sources/ky-yeu.evidence.json")
    assert not isinstance(document, Problem)
    assert told_in_file(document) == Told(7, 3)
    # A file of before has no such key, and the same format.
    assert [one.told for one in parse(dump(counted([]))).paragraphs] == [0, 0, 0, 0]


def test_it_depends_on_data_and_makes_no_file_stale() -> None:
    before, after = counted([]), counted()
    assert compare_with_transcription(Path(), before, after) == []
    assert all(map(same_values, before.paragraphs, after.paragraphs))
