"""One form for data files: idempotent, with every comment and every value kept."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.mending.key_order import date_fields, key_order
from macros.mending.yaml_form import formatted
from macros.model.events import Event
from macros.model.files import EventsFile, LeadershipFile, StatisticsFile, TargetsFile, model_of
from macros.model.leadership import Membership
from macros.model.people import Person
from macros.model.statistics import Observation
from macros.model.targets import TargetSet
from scripts.form import main
from tests.small_site import FILES, LEADERSHIP, write_site

TYPED = """\ufeff# Người do đại hội bầu.
memberships:
  # --- Bí thư ---

  - cite:   ky-yeu#2   # đoạn 2
    id: bi-thu-man
    # theo đại hội I
    congress: I
    person: ly-thi-man
    post: 'secretary'
    note: >-
      Dòng một
      dòng hai.

    cite_for: {manner: ky-yeu#4,  end_date: 'ky-yeu#5'}
    manner: [ elected,re-elected ]
    end_date: 1957-06-12


  # người sau
  - id: bi-thu-khe
    person: phung-van-khe
    post: secretary
    attested: [1957, "1958~"]
    cite: ky-yeu#4   \t
"""
FORM = """# Người do đại hội bầu.
memberships:
  # --- Bí thư ---

  - id: bi-thu-man
    person: ly-thi-man
    post: "secretary"
    end_date: "1957-06-12"

    # theo đại hội I
    congress: I
    manner: [elected, re-elected]
    cite: ky-yeu#2   # đoạn 2
    cite_for: { manner: ky-yeu#4, end_date: "ky-yeu#5" }
    note: >-
      Dòng một
      dòng hai.

  # người sau
  - id: bi-thu-khe
    person: phung-van-khe
    post: secretary
    attested: ["1957", "1958~"]
    cite: ky-yeu#4
"""


def test_a_file_gets_its_form_and_keeps_it() -> None:
    form = formatted(TYPED, LeadershipFile)
    assert [line for line in form.split("\n") if line.strip()] == [
        line for line in FORM.split("\n") if line.strip()
    ]
    assert formatted(form, LeadershipFile) == form
    assert yaml.load(form, yaml.CBaseLoader) == yaml.load(
        TYPED.removeprefix("\ufeff"), yaml.CBaseLoader
    )
    assert form.count("#") == TYPED.count("#")


def test_what_cannot_be_read_stays() -> None:
    for text in ("a: [b", "memberships:\n  - id: a\n   b: c\n", "a: *x\n"):
        assert formatted(text, LeadershipFile) == text


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (EventsFile, 'events:\n  - id: a\n    date: "1950"\n    summary: >-\n      Lời\n\n      lời.\n    cite: a#1\n'),
        (TargetsFile, 'sets:\n  - id: a\n    kind: x\n    cite: a#1\n    targets:\n      - { id: b, indicator: c, cite: a#1 }\n'),
        (Person, "name: A\n# cuối tệp\n"),
        (StatisticsFile, "observations:\n  - id: a\n    value: 1_0\n    printed: \"a # b: c\"\n    cite: a#1 # sau\n"),
        (Person, ""),
    ],
)  # fmt: skip
def test_a_file_in_its_form_is_left_alone(record: type, text: str) -> None:
    assert formatted(text, record).strip() == text.strip()


def test_comments_move_with_their_key_and_the_first_key_keeps_the_dash() -> None:
    text = "events:\n  - summary: Lời.\n    # vì sao\n    id: a\n    date: 1950-01\n    cite: a#1\n"
    assert formatted(text, EventsFile) == (
        'events:\n  - id: a\n    # vì sao\n    date: "1950-01"\n    summary: Lời.\n    cite: a#1\n'
    )


def test_how_a_fact_is_known_stands_after_what_it_says() -> None:
    order = key_order(Observation)
    assert order["id"] == 0
    assert order["value"] < order["implied"] < order["cite"] < order["note"]
    assert key_order(TargetSet)["cite"] < key_order(TargetSet)["targets"]
    assert set(key_order(Membership)) == set(Membership.model_fields)
    assert {"date"} <= date_fields(Event)


def test_every_file_of_a_site_keeps_its_meaning(tmp_path: Path) -> None:
    for path, text in FILES.items():
        record = model_of(path)
        if record is not None:
            form = formatted(text, record)
            assert yaml.load(form, yaml.CBaseLoader) == yaml.load(text, yaml.CBaseLoader)
            assert formatted(form, record) == form


def test_the_command_writes_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_site(tmp_path)
    main(["--root", str(root), "format"])
    file = root / LEADERSHIP
    file.write_text(
        file.read_text(encoding="utf-8")
        .replace("    post: secretary\n", "", 1)
        .replace("    manner: elected\n", "    manner: elected\n    post: secretary\n", 1),
        encoding="utf-8",
    )
    capsys.readouterr()
    assert main(["--root", str(root), "format", "--check"]) == 1
    assert "lỗi: 1 tệp chưa theo mẫu → chạy make format" in capsys.readouterr().err
    assert main(["--root", str(root), "format", str(file)]) == 0
    assert capsys.readouterr().out == f"{LEADERSHIP}: đã chỉnh theo mẫu\n"
    assert main(["--root", str(root), "format", "--check"]) == 0
    assert "tệp dữ liệu đã đúng mẫu." in capsys.readouterr().out
