"""What this site's sources say is told: nearly every sentence, and few are left out on purpose."""

from __future__ import annotations

from macros.evidence.sentence_status import every_source
from macros.model.telling import MOST_LEFT_OUT
from macros.project.check import load
from macros.project.project import Project

LEAST = 0.95


def test_nearly_every_sentence_of_each_source_is_told_or_left_out_with_a_reason(
    project: Project,
) -> None:
    found = list(every_source(load(project).archive))
    assert len(found) >= 6
    for one in found:
        assert one.told + one.left_out >= LEAST * one.sentences, one.words
        assert one.left_out <= MOST_LEFT_OUT * one.sentences, one.words
