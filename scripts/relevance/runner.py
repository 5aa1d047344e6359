"""Runs the scripts beside this file with Node.js."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def run(script: str, given: dict[str, Any]) -> Any:
    """Run one of the scripts; what goes in and out is JSON."""
    done = subprocess.run(
        ["node", _HERE / script],
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
