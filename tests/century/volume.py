"""The fabricated volume “1930–2025”: a century of one organization, with all that a life can hold.

The files of `site/` are a folder of content as editors keep it; `transcriptions/` are its sources. Here
alone all the fields of a long history meet: posts held in other ways, two holders, a holder without a
name, aliases, ends and what came after, named and lunar times, decisions that hold later, superiors
and areas that change, two lives, a congress in two rounds, a conference, congresses counted anew,
a roll, two documents of one number, an end that only a law tells.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of

HERE = Path(__file__).parent
ORG = "khe-sao"


def write_volume(root: Path) -> Path:
    """Write the volume into the folder `root`, with its evidence, and return it."""
    shutil.copytree(HERE / "site", root, dirs_exist_ok=True)
    lexicon = lexicon_of(load_archive(root)[0])
    for transcription in sorted((HERE / "transcriptions").glob("*.txt")):
        evidence = dump(from_transcription(transcription, lexicon))
        evidence_path(root, transcription.stem).write_text(evidence, encoding="utf-8")
    return root
