"""Writes the sidecar of a transcription (:mod:`macros.evidence.sidecar`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.evidence.sidecar import FORMAT, paragraph_hash

if TYPE_CHECKING:
    from macros.intake.document import Reading


def dump(reading: Reading) -> str:
    """Return the text of the map of a reading, one paragraph a line."""
    entries = [
        {
            key: value
            for key, value in {
                "hash": paragraph_hash(one.text),
                "page": one.page,
                "kind": "" if one.kind == "text" else one.kind,
                "level": one.level,
                "cells": list(one.cells),
                "doubts": list(one.doubts),
            }.items()
            if value
        }
        for one in reading.paragraphs
    ]
    head = {"format": FORMAT, "pages": reading.pages, "ocr": reading.ocr}
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in entries)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "paragraphs": [\n{lines}\n]}}\n'
