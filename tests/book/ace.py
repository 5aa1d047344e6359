"""Runs Ace by DAISY, which holds an EPUB to what readers with a screen reader need."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COMMAND = ROOT / "node_modules/.bin/ace-cli"


def _chromium() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "no Chromium: scripts/setup.sh browser"
    return found


def report(epub: Path, folder: Path) -> dict[str, Any]:
    """Return what Ace says of an EPUB; its files are put into `folder`."""
    assert COMMAND.exists(), "no Ace: scripts/setup.sh node"
    # Ace keeps settings and logs in the home folder.
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": _chromium(), "HOME": str(folder)}
    done = subprocess.run(
        [str(COMMAND), "--force", "--silent", "--outdir", str(folder / "ace"), str(epub)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
    )
    told = folder / "ace/report.json"
    assert told.is_file(), done.stdout + done.stderr
    found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    return found


def faults(told: dict[str, Any]) -> list[str]:
    """Return what Ace found wrong, a line each: how grave, which rule, in which file."""
    return [
        f"{one['earl:test']['earl:impact']} {one['earl:test']['dct:title']} "
        f"{file['earl:testSubject']['url']}"
        for file in told["assertions"]
        for one in file["assertions"]
    ]
