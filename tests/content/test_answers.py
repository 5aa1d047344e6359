"""The cards above the search of the real site: the right one, or none, and never a wrong one."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.archive import Archive
from macros.project.check import load
from macros.project.project import Project
from macros.search.answers.shards import write_answers
from macros.system.program import PROGRAM
from macros.text.vietnamese import fold, roman
from tests.content import oracle
from tests.search.asking import cards

HERE = Path(__file__).parent / "answers"
TRIALS = 200
# Of one file that a question fetches, at any size of the site.
MOST_BYTES = 15_000
# Of the trials that the data can answer, how many must have a card.
LEAST_ANSWERED = 0.85


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(Project(PROGRAM)).archive


def test_no_file_is_heavy(archive: Archive, tmp_path: Path) -> None:
    size = write_answers(tmp_path, archive, ())
    assert size.largest <= MOST_BYTES
    assert size.records > 500


def listed(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("own.yml", 40),
        ("open.yml", 40),
        ("later.yml", 40),
        ("unseen.yml", 40),
        ("readers.yml", 135),
        ("sixth.yml", 40),
        ("seventh.yml", 40),
        ("eighth.yml", 40),
        ("ninth.yml", 60),
    ],
)
def test_each_question_has_the_right_card_or_none(archive: Archive, name: str, count: int) -> None:
    questions = listed(name)
    assert len(questions) == count
    wrong = []
    for question, card in zip(
        questions, cards(archive, [one["typed"] for one in questions]), strict=True
    ):
        words = card["words"].casefold() if card else ""
        missing = [one for one in question.get("says", ()) if one.casefold() not in words]
        there = [one for one in question.get("never", ()) if one.casefold() in words]
        kind = card["kind"] if card else "none"
        if kind not in question.get("any_card", [question["card"]]) or missing or there:
            wrong.append((question["typed"], kind, missing, there))
    assert wrong == []


def name_of(dice: random.Random, owner: str) -> str:
    """A name of an organization as typed: the fixed one, another, or one that it bore."""
    about = oracle.organization(owner)
    borne = [one["name"] for one in about.get("names", []) if len(one["name"].split()) > 3]
    names = [about["short_name"], about["short_name"], *about.get("other_names", []), *borne]
    return dice.choice([one for one in names if all_owners()[one.casefold()] == {owner}])


@cache
def all_owners() -> dict[str, set[str]]:
    """The organizations that bear each name."""
    found: dict[str, set[str]] = defaultdict(set)
    for owner in oracle.ORGANIZATIONS:
        about = oracle.organization(owner)
        names = [about["short_name"], *about.get("other_names", [])]
        for name in [*names, *(one["name"] for one in about.get("names", []))]:
            found[name.casefold()].add(owner)
    return found


def asked(dice: random.Random, words: str) -> str:
    """A question as it may be typed: with marks, without, in small letters."""
    return dice.choice([words, words.lower(), fold(words.lower())])


def year_of(dice: random.Random) -> int:
    return dice.choice([*range(1992, 2026), dice.randint(1930, 1991)])


HOLDER = (
    "Ai là {post} {name} năm {year}?",
    "{post} {name} năm {year}",
    "năm {year} ai làm {post} của {name}",
    "{post} {name} {year} là ai",
)
COUNT = (
    "{name} có bao nhiêu {label} năm {year}",
    "số {label} của {name} năm {year}",
    "năm {year} {name} có bao nhiêu {label}",
    "{label} {name} {year}",
)


def test_no_card_on_who_held_a_post_is_wrong(archive: Archive) -> None:
    dice = random.Random(20261128)
    posts = [
        (owner, role)
        for owner in oracle.ORGANIZATIONS
        for role in oracle.ROLES
        if oracle.held(owner, role)
    ]
    trials = []
    for _ in range(TRIALS):
        owner, role = dice.choice(posts)
        year = year_of(dice)
        name = name_of(dice, owner)
        question = dice.choice(HOLDER).format(
            post=oracle.ROLES[role]["label"], name=name, year=year
        )
        trials.append((asked(dice, question), owner, role, year))
    wrong, answered = [], 0
    for (question, owner, role, year), card in zip(
        trials, cards(archive, [one[0] for one in trials]), strict=True
    ):
        if card is None:
            continue
        answered += 1
        first, last = date(year, 1, 1), date(year, 12, 31)
        sure = oracle.surely(owner, role, first, last)
        people = [line for line in card["lines"] if not line.get("empty")]
        told = {line["head"][0] for line in people if "không rõ" not in " ".join(line["marks"])}
        doubted = {line["head"][0] for line in people} - told
        if (
            card["kind"] != "holder"
            or told != sure
            or not doubted <= oracle.possibly(owner, role, first, last)
        ):
            wrong.append((question, sorted(told), sorted(sure), sorted(doubted)))
    assert wrong == []
    assert answered >= LEAST_ANSWERED * TRIALS


def test_no_card_on_how_many_is_wrong(archive: Archive) -> None:
    dice = random.Random(20261129)
    counted = [
        (owner, indicator)
        for owner in oracle.ORGANIZATIONS
        for indicator in oracle.INDICATORS
        if oracle.values(owner, indicator)
    ]
    trials = []
    for _ in range(TRIALS):
        owner, indicator = dice.choice(counted)
        year = year_of(dice)
        name = name_of(dice, owner)
        label = oracle.INDICATORS[indicator]["label"]
        label = label[0].lower() + label[1:] if label[1:2].islower() else label
        question = dice.choice(COUNT).format(label=label, name=name, year=year)
        trials.append((asked(dice, question), owner, indicator, year))
    wrong, answered = [], 0
    for (question, owner, indicator, year), card in zip(
        trials, cards(archive, [one[0] for one in trials]), strict=True
    ):
        if card is None:
            continue
        answered += 1
        wrong += [(question, why) for why in wrong_about(card, owner, indicator, year)]
    assert wrong == []
    assert answered >= LEAST_ANSWERED * TRIALS


HAPPENED = (
    ("founding", ("{name} thành lập khi nào", "ngày thành lập {name}", "{name} được thành lập theo quyết định nào")),
    ("congress", ("đại hội lần thứ {number} {name} khi nào", "đại hội {name} khóa {number} họp ngày nào")),
    ("successor", ("{name} nay thuộc đâu", "{name} sáp nhập vào đâu", "{name} bây giờ là gì")),
)  # fmt: skip


def test_no_card_on_what_happened_is_wrong(archive: Archive) -> None:
    dice = random.Random(20261130)
    trials = []
    for _ in range(TRIALS):
        kind, questions = dice.choice(HAPPENED)
        owner = dice.choice(oracle.ORGANIZATIONS)
        number = roman(dice.randint(1, 30))
        question = dice.choice(questions).format(name=name_of(dice, owner), number=number)
        trials.append((asked(dice, question), kind, owner, number))
    wrong, answered = [], 0
    for (question, kind, owner, number), card in zip(
        trials, cards(archive, [one[0] for one in trials]), strict=True
    ):
        expected = oracle.happened(kind, owner, number)
        if card is None:
            # A congress of which nothing is told has no card.
            wrong += [(question, "không có thẻ")] if kind != "congress" or expected else []
            continue
        answered += 1
        told = card["words"].casefold()
        missing = [one for one in expected or ("tài liệu không",) if one.casefold() not in told]
        if missing or card["kind"] != ("successor" if kind == "successor" else "when"):
            wrong.append((question, str((missing, card["words"]))))
    assert wrong == []
    assert answered >= TRIALS / 2


def wrong_about(card: dict[str, Any], owner: str, indicator: str, year: int) -> list[str]:
    """What a card on a figure of a year says that the figures as typed do not."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    every = oracle.values(owner, indicator)
    hidden = oracle.hidden(owner, {one["id"] for one, _ in every})
    values = [(one, days) for one, days in every if one["id"] not in hidden]
    within = [oracle.number(o) for o, (a, b) in values if a >= first and b <= last]
    around = [oracle.number(o) for o, (a, b) in values if a <= last and b >= first]
    told = [line["head"][0] for line in card["lines"]]
    label = oracle.INDICATORS[indicator]["label"]
    found = []
    if card["kind"] != "count" or not card["title"].startswith(label):
        found.append(f"{card['kind']}: {card['title']}")
    allowed = within or around
    for text in told:
        if not any(number.casefold() in text.casefold() for number in allowed):
            found.append(f"{text} không có trong {allowed}")
    if not within and told and "không có số riêng" not in card["lead"]:
        found.append(f"{told} không phải của năm {year}")
    if within and not told:
        found.append(f"thiếu {within}")
    return found
