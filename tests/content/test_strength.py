"""How many wrong values of this site's data are refused: the floors, on a share of them."""

from __future__ import annotations

from macros.mutation.outcome import try_all
from macros.mutation.report import MOST_MARKS
from macros.project.project import Project

SHARE, SEED = 5, 1
"""In percent; the whole takes `make mutate` some minutes."""


def test_a_share_of_the_wrong_values_is_refused(project: Project) -> None:
    found = try_all(project, share=SHARE, seed=SEED)
    assert found.tried > 500
    assert [str(problem) for problem in found.price] == []
    assert found.marks <= MOST_MARKS
    assert found.below == []
