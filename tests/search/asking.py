"""Asks the cards of an archive, by the scripts that a reader's browser runs, in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.search.answers.parts import Built
from macros.search.answers.shards import answers, vocabulary
from macros.search.write import abbreviations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.archive import Archive

ASK = Path(__file__).with_name("ask.mjs")


def cards(archive: Archive, questions: Sequence[str]) -> list[dict[str, Any] | None]:
    """Return the card of each question, None for none; `words` are all that a reader reads."""
    node = shutil.which("node")
    assert node, "thiếu Node → scripts/setup.sh node"
    built = Built(None, {})
    asked = {
        "records": answers(archive, built),
        "vocabulary": vocabulary(archive, built),
        "abbreviations": abbreviations(archive),
        "questions": list(questions),
    }
    done = subprocess.run(
        [node, str(ASK)], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any] | None] = json.loads(done.stdout.replace("\u00a0", " "))
    return found
