"""The table of checks: every rule is in it once, and is run."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from macros.archive import Archive
from macros.checks.table import CHECKS, check_archive
from tests.support import archive_of


def test_every_rule_over_the_archive_is_in_the_table() -> None:
    room = import_module("macros.checks")
    names = {one.name for one in iter_modules(room.__path__)} - {"chapters", "table"}
    modules = [import_module(f"macros.checks.{name}") for name in sorted(names)]
    rules = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        # A rule about chapters is given a chapter first.
        if [*inspect.signature(function).parameters] == ["archive"]
    }
    assert set(CHECKS) == rules
    assert len(CHECKS) == len(rules)


def test_what_the_checks_find_is_told(tmp_path: Path) -> None:
    event = "events: [{id: hop, summary: Họp, people: [ly-van-mot, ly-thi-hai], cite: bao#1}]"
    archive: Archive = archive_of(tmp_path, {"data/organizations/khoi/events.yml": event})
    assert [problem.message for problem in check_archive(archive)] == [
        "không có nguồn nào mang mã “bao”",
        "không dữ kiện nào nhắc đến nhân vật “ly-van-ba”",
    ]
