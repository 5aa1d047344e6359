"""The container for editors who install nothing: as its format wants it, true of the Makefile."""

from __future__ import annotations

import json
import re

from macros.system.program import PROGRAM

CONTAINER = json.loads((PROGRAM / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
MAKEFILE = (PROGRAM / "Makefile").read_text(encoding="utf-8")
KNOWN = {
    "name": str, "image": str, "postCreateCommand": str, "forwardPorts": list,
    "portsAttributes": dict, "containerEnv": dict, "customizations": dict,
}  # fmt: skip
"""The properties of devContainer.base.schema.json that are used, with their kinds."""


def test_it_is_as_its_format_wants_it() -> None:
    assert {key: type(value) for key, value in CONTAINER.items()} == KNOWN
    assert re.fullmatch(r"python:3\.\d+-bookworm", CONTAINER["image"])
    forwarded = {str(port) for port in CONTAINER["forwardPorts"]}
    assert set(CONTAINER["portsAttributes"]) == forwarded
    for one in CONTAINER["portsAttributes"].values():
        assert set(one) == {"label", "onAutoForward"}
        assert one["onAutoForward"] in {
            "notify", "openBrowser", "openBrowserOnce", "openPreview", "silent", "ignore",
        }  # fmt: skip
    assert all(isinstance(value, str) for value in CONTAINER["containerEnv"].values())


def test_it_sets_up_what_make_serve_needs() -> None:
    (command, target) = CONTAINER["postCreateCommand"].split()
    assert command == "make"
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)
    (port,) = re.findall(r"^PORT \?= (\d+)$", MAKEFILE, re.MULTILINE)
    assert int(port) in CONTAINER["forwardPorts"]
