"""The mutants of `make mutants` are what they say, and what becomes of them is told truly."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from macros.system.program import PROGRAM
from scripts.mutants.__main__ import main
from scripts.mutants.equivalents import Equivalent, outdated, read_equivalents
from scripts.mutants.finding import mutants_in, mutants_of
from scripts.mutants.mutant import Mutant
from scripts.mutants.report import rate, report
from scripts.mutants.rooms import ROOMS, Room, draw
from scripts.mutants.trial import Fate, TrialError, try_all

ROOM = Room("ages", "macros/ages", ("tests/ages",))
PYPROJECT = """
    [tool.pytest.ini_options]
    pythonpath = ["."]
    addopts = ["--import-mode=importlib", "-ra"]
    """
CODE = """
    def of_age(years: int) -> bool:
        # Đủ tuổi; what is not tested: a text.
        return years >= LIMIT

    LIMIT = [18][0]

    def below(years: int) -> int:
        count = 0
        while years < LIMIT:
            years += 1
            count += 1
        return count
    """
TESTS = """
    from macros.ages.age import below, of_age

    def test_age():
        assert of_age(19)
        assert not of_age(17)
        assert below(16) == 2
    """


def changes(source: str) -> list[str]:
    """Return the mutants of a module as (kind: old → new), in the order of the file."""
    text = textwrap.dedent(source).strip("\n")
    found = mutants_in(text.encode(), "m.py")
    assert all(mutant.can_be_read(text.encode()) for mutant in found)
    return [f"{mutant.kind}: {mutant.change}" for mutant in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", ["comparison: a < b → (a <= b)", "comparison: a < b → (a >= b)"]),
        ("x = a is not b", ["comparison: a is not b → (a is b)"]),
        (
            "x = a and b",
            ["logic: a and b → (a or b)", "operand: a and b → a", "operand: a and b → b"],
        ),
        ("x = not a", ["negation: not a → a"]),
        ("if a: b()", ["negation: a → (not a)", "statement: b() → pass"]),
        ("x = [a for a in b if a]", ["filter: [a for a in b if a] → [a for a in b]", "negation: a → (not a)"]),
        ("x = a + b", ["arithmetic: a + b → (a - b)"]),
        ("x += y", ["arithmetic: x += y → x -= y", "statement: x += y → pass"]),
        ("x = 5", ["number: 5 → 4", "number: 5 → 6"]),
        ("x = True", ["boolean: True → False"]),
        ("x = 'đủ'", ["string: 'đủ' → ''"]),
        ("x = ''", ["string: '' → 'x'"]),
        ("x = f'{a} năm'", ["string: f'{a} năm' → f' năm'", "string: f'{a} năm' → f'{a}'"]),
        ("x = f'{a or b}'", ["logic: f'{a or b}' → f'{a and b}'"]),
        ("f(a, key=b)", ["keyword: f(a, key=b) → f(a)", "statement: f(a, key=b) → pass"]),
        ("x = any(a)", ["function: any(a) → all(a)"]),
        ("x = (a, b)", ["element: (a, b) → (a,)", "element: (a, b) → (b,)"]),
        ("x = {a: b, c: d}", ["element: {a: b, c: d} → {a: b}", "element: {a: b, c: d} → {c: d}"]),
        ("x = a[b:c]", ["slice: b:c → :c", "slice: b:c → b:"]),
        ("def f():\n    return a", ["return: return a → return None"]),
        ("def f():\n    if a: return\n    b()", ["negation: a → (not a)", "statement: return → pass", "statement: b() → pass"]),
        ("for a in b: continue", ["loop: continue → break", "statement: continue → pass"]),
        ("a[b] = c", ["statement: a[b] = c → pass"]),
    ],
)  # fmt: skip
def test_each_kind_of_change(source: str, expected: list[str]) -> None:
    assert sorted(set(expected) - set(changes(source))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import a.b",
        "def f(a: 'int | None' = None) -> 'str': ...",
        '"""Words."""',
        "assert a < 5",
        "@dataclass(frozen=True)\nclass A: ...",
        "if TYPE_CHECKING: import a",
        "__all__ = ['a', 'b']",
        "Kind = Literal['a', 'b']",
        "for a, b in zip(c, d, strict=True): ...",
        "def f():\n    return None",
        "x = a, b = c",
    ],
)
def test_what_no_test_could_notice_is_left_alone(source: str) -> None:
    assert [one for one in changes(source) if not one.startswith("element")] == []


def test_a_change_within_a_formatted_text_after_vietnamese_letters() -> None:
    source = "đủ = 'ừ' + f'{tuổi + 1} tuổi'".encode()
    written = {one.applied(source).decode() for one in mutants_in(source, "m.py")}
    assert "đủ = 'ừ' + f'{tuổi - 1} tuổi'" in written
    assert "đủ = 'ừ' + f'{tuổi + 2} tuổi'" in written
    assert "đủ = '' + f'{tuổi + 1} tuổi'" in written


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in (
        ("pyproject.toml", PYPROJECT),
        ("macros/ages/age.py", CODE),
        ("tests/ages/test_age.py", TESTS),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return tmp_path


def test_the_fate_of_mutants(project: Path) -> None:
    wanted = {
        "years >= LIMIT → (years > LIMIT)": Fate.ALIVE,
        "years >= LIMIT → (years < LIMIT)": Fate.KILLED,
        "0 → 1": Fate.NOT_IMPORTED,
        "years += 1 → pass": Fate.TIMEOUT,
    }
    before = (project / "macros/ages/age.py").read_bytes()
    found = {one.change: one for one in mutants_of(project, ROOM.code) if one.line != 8}
    chosen = [found[change] for change in wanted]
    trials = list(try_all(project, (ROOM,), chosen, jobs=2, shortest=2.0))
    assert {one.mutant.change: one.fate for one in trials} == wanted
    assert rate(trials) == 75.0
    told = report((ROOM,), trials, 1)
    assert told.splitlines() == [
        "ages      75.0% của 4: 1 bị kiểm thử phát hiện, 1 không nạp được, 1 quá giờ, 1 còn sống",
        "",
        "Còn sống:",
        "  macros/ages/age.py:3: comparison: years >= LIMIT → (years > LIMIT)",
        "",
        "Cả thảy:  75.0% của 4: 1 bị kiểm thử phát hiện, 1 không nạp được, 1 quá giờ, 1 còn sống; "
        "bỏ qua 1 tương đương",
    ]
    assert (project / "macros/ages/age.py").read_bytes() == before


def test_tests_that_fail_by_themselves_tell_nothing(project: Path) -> None:
    (project / "tests/ages/test_age.py").write_text("def test_wrong():\n    assert False\n")
    with pytest.raises(TrialError, match="ages"):
        list(try_all(project, (ROOM,), mutants_of(project, ROOM.code)[:1], jobs=1))


def test_a_room_without_tests_tells_nothing(project: Path) -> None:
    (project / "tests/ages/test_age.py").unlink()
    with pytest.raises(TrialError, match="ages"):
        list(try_all(project, (ROOM,), mutants_of(project, ROOM.code)[:1], jobs=1))


def test_a_seed_always_draws_the_same(project: Path) -> None:
    drawn = draw(project, (ROOM,), 5, seed=3)
    assert len(drawn) == 5
    assert draw(project, (ROOM,), 5, seed=3) == drawn
    assert draw(project, (ROOM,), 5, seed=4) != drawn
    assert draw(project, (ROOM,), 0, seed=4) == mutants_of(project, ROOM.code)


def test_an_equivalent_is_known_wherever_its_line_has_moved_to() -> None:
    same = Equivalent("m.py", "number", "x = 5", "5 → 6", "ví dụ")
    moved = mutants_in(b"\n\ny = 1\nx = 5\n", "m.py")
    assert [one.line for one in moved if same.means(one)] == [4]
    assert outdated([same], moved) == []
    assert outdated([same], mutants_in(b"x = 7\n", "m.py")) == [same]


def test_every_listed_equivalent_is_still_a_mutant_and_has_its_reason() -> None:
    entries = read_equivalents()
    found = [mutant for room in ROOMS for mutant in mutants_of(PROGRAM, room.code)]
    assert [f"{one.path}: {one.context}: {one.change}" for one in outdated(entries, found)] == []
    assert all(len(one.reason.split()) >= 4 for one in entries)
    assert len(set(entries)) == len(entries)


# Faults that an editor would meet at once; of each a file of its room's tests must tell.
KNOWN = (
    ("macros/dates", "last < first", "tests/dates/test_dates_bounds.py"),
    ("macros/chapter", "inspection.problems", "tests/chapter/test_expand.py"),
)


def test_rooms_of_the_program_find_a_plain_fault() -> None:
    files = {folder: file for folder, _, file in KNOWN}
    rooms = [replace(one, tests=(files[one.code],)) for one in ROOMS if one.code in files]
    chosen = [_first(mutants_of(PROGRAM, folder), text) for folder, text, _ in KNOWN]
    told = {one.mutant: one.fate for one in try_all(PROGRAM, rooms, chosen, jobs=1)}
    assert told.keys() == set(chosen)
    # Where other tests run beside these, a mutant may be found by its time.
    assert set(told.values()) <= {Fate.KILLED, Fate.TIMEOUT}


def _first(mutants: list[Mutant], text: str) -> Mutant:
    return next(one for one in mutants if one.change.startswith(f"{text} → "))


def test_the_command_refuses_an_unknown_room(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--rooms", "attic"])
    assert "attic" in capsys.readouterr().err
