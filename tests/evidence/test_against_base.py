"""The evidence of a pull request against that of the commit it began from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.evidence.against_base import ParagraphChanges, paragraph_changes, trusted
from macros.evidence.files import dump
from macros.evidence.lexicon import Lexicon
from macros.evidence.match import report
from macros.messages.problems import Severity
from tests.evidence.helpers import number, source, text

TEXTS = ("Năm 1995 có 136 đảng viên.", "Trụ sở ở phố Chợ Cũ, cạnh bến đò ngang.")
BASE = {"ky-yeu": source("ky-yeu", *TEXTS)}


def test_other_values_for_the_same_paragraph_are_found() -> None:
    first, second = BASE["ky-yeu"].paragraphs
    (printed,) = first.numbers
    forged = replace(first, numbers=(replace(printed, printed="936"),))
    branch = {"ky-yeu": replace(BASE["ky-yeu"], paragraphs=(forged, second))}
    evidence, problems = trusted(Path(), branch, BASE)
    assert [str(one).split(" → ")[0] for one in problems] == [
        "data/sources/ky-yeu.evidence.json:2:1: lỗi: đoạn 1 có cùng mã băm như trước mà giá trị khác"
    ]
    # Nor does the forged value hold a fact.
    claim = number("936", "ky-yeu#1", "đảng viên")
    assert report([claim], branch).problems == []
    assert len(report([claim], evidence).problems) == 1


def test_a_paragraph_that_moved_keeps_what_the_base_says() -> None:
    branch = {"ky-yeu": source("ky-yeu", "Đoạn mới.", *TEXTS)}
    evidence, problems = trusted(Path(), branch, BASE)
    assert problems == []
    assert dump(evidence["ky-yeu"]) == dump(branch["ky-yeu"])


def test_an_attestation_counts_only_where_the_base_has_it() -> None:
    lexicon = Lexicon(texts=frozenset({"bến đò ngang", "đò ngang bến"}))
    branch = {"ky-yeu": source("ky-yeu", *TEXTS, lexicon=lexicon)}
    claim = text("text", "bến đò ngang", "ky-yeu#2")
    assert report([claim], branch).problems == []
    evidence, problems = trusted(Path(), branch, BASE)
    assert problems == []
    (waiting,) = report([claim], evidence).problems
    assert waiting.severity is Severity.NOTE
    (refused,) = report([claim], evidence, strict=True).problems
    assert refused.severity is Severity.ERROR


def test_changed_paragraphs_are_named() -> None:
    base = {"a": ["1", "2", "3", "4", "5"], "b": ["x"]}
    branch = {"a": ["0", "1", "2", "n", "m"], "c": ["y"]}
    found = list(paragraph_changes(branch, base))
    assert found == [
        ParagraphChanges("a", (1, 4, 5), (3, 4, 5)),
        ParagraphChanges("b", (), (1,)),
        ParagraphChanges("c", (1,), ()),
    ]
    assert found[0].words == "a: đoạn mới hoặc đã sửa 1, 4–5; đoạn không còn 3–5"
