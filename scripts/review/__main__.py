"""The first answer to a pull request, in a job without rights: it may run a stranger's code.

    python -m scripts.review BASE FOLDER

The errors of content go to standard output as annotations, the answer into the job's summary, and
`changes.json`, `changes.md` and `problems.json` into FOLDER, for the job that comments;
`codequality.json` is for GitLab.

Exit status: 0 no error, 1 errors, 2 it could not run.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.changes.command import changes_of
from macros.changes.formats import as_json
from macros.messages.output import DONE, FAULT, WRONG
from macros.messages.problems import Severity
from macros.project.base import BaseError
from macros.project.check import Against, check_project
from macros.project.project import Project
from macros.project.report import evidence_at
from scripts.command import guarded
from scripts.review.answer import SUMMARY_LIMIT, Answer, answer_lines, cut
from scripts.review.commands import code_quality, commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.messages.problems import Problem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if len(words) != 2:
        print("cách dùng: python -m scripts.review nhánh-gốc thư-mục", file=sys.stderr)
        return FAULT
    base, folder = words
    return guarded("make check", lambda: _review(Path(), base, Path(folder)))


def _review(root: Path, base: str, folder: Path) -> int:
    root = root.resolve()
    try:
        known = evidence_at(root, base)
        changes = changes_of(root, base)
    except BaseError as error:
        print(f"lỗi: {error}", file=sys.stderr)
        return FAULT
    found = sorted(check_project(Project(root), Against(base=known)).problems)
    errors = [one for one in found if one.severity is Severity.ERROR]
    warnings = [one for one in found if one.severity is Severity.WARNING]
    for line in commands(found):
        print(line)
    answer = Answer(tuple(map(str, errors)), len(warnings), changes)
    lines = list(answer_lines(answer))
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "changes.json", "\n".join(as_json(changes)))
    _write(folder / "changes.md", "\n".join(lines))
    _write(folder / "problems.json", _problems(errors, len(warnings)))
    _write(folder / "codequality.json", code_quality(found))
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(cut(lines, SUMMARY_LIMIT) + "\n")
    return WRONG if errors else DONE


def _problems(errors: Sequence[Problem], warnings: int) -> str:
    told = {"errors": [str(one) for one in errors], "warnings": warnings}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
