"""What a card about this site may say, found another way: from the YAML as typed, day by day.

Nothing here knows tenures, bounds, views or shards; a date is the days that its text allows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)
_CONTINUES = 31


@cache
def read(path: str) -> Any:
    file = DATA / path
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) if file.exists() else None


ORGANIZATIONS = sorted(path.parent.name for path in DATA.glob("organizations/*/organization.yml"))
PEOPLE = {path.stem: read(f"people/{path.name}")["name"] for path in DATA.glob("people/*.yml")}
ROLES = {role["id"]: role for role in read("posts.yml")["roles"]}
INDICATORS = {one["id"]: one for one in read("indicators.yml")["indicators"]}


def organization(identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = read(f"organizations/{identifier}/organization.yml")
    return found


def days(text: str | None) -> tuple[date, date]:
    """The first and the last day that a date as typed allows."""
    if not text:
        return EARLIEST, LATEST
    first, last = EARLIEST, LATEST
    parts = re.split(r"\.\.|/", text.strip("[]").replace("~", ""))
    if parts[0]:
        first = _edge(parts[0], last=False)
    if parts[-1]:
        last = _edge(parts[-1], last=True)
    return first, last


def _edge(text: str, *, last: bool) -> date:
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    year, month = numbers[0], numbers[1] if len(numbers) == 2 else 12 if last else 1
    if not last:
        return date(year, month, 1)
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _congress_day(owner: str, ordinal: str | None) -> str | None:
    """The last day of a congress, of the organization or of the one above it."""
    for one in (owner, organization(owner).get("parent", "")):
        listed = (read(f"organizations/{one}/congresses.yml") or {}).get("congresses", [])
        for congress in listed:
            if congress["ordinal"] == ordinal:
                return congress["dates"].split("/")[-1] if "dates" in congress else None
        if listed:
            return None
    return None


@dataclass
class Held:
    """One election or appointment: who (in the editors' words if unnamed), and the days that its start, its end and its mentions allow."""

    person: str
    start: tuple[date, date]
    end: tuple[date, date]
    named: list[tuple[date, date]]
    again: bool
    term: str | None

    @property
    def moments(self) -> list[tuple[date, date]]:
        sides = [one for one in (self.start, self.end) if one != (EARLIEST, LATEST)]
        return [*sides, *self.named]


def _unnamed(words: str) -> str:
    said = "không rõ tên" if words == "true" else words
    return said[:1].upper() + said[1:]


def held(owner: str, role: str) -> list[Held]:
    """All elections and appointments to a post, as typed."""
    listed = (read(f"organizations/{owner}/leadership.yml") or {}).get("memberships", [])
    found = []
    for one in listed:
        if one["post"] != role:
            continue
        start = one.get("start_date") or (
            None if one.get("attested") else _congress_day(owner, one.get("congress"))
        )
        found.append(
            Held(
                PEOPLE[one["person"]] if "person" in one else _unnamed(one["unnamed"]),
                days(start),
                days(one.get("end_date")),
                [days(text) for text in one.get("attested", [])],
                "re-elected" in one.get("manner", []),
                one.get("congress") or one.get("congress_term"),
            )
        )
    return found


def surely(owner: str, role: str, first: date, last: date) -> set[str]:
    """Who held a post for certain on some day of a time."""
    by_person: dict[str, list[Held]] = defaultdict(list)
    for one in held(owner, role):
        by_person[one.person].append(one)
    found = set()
    for person, several in by_person.items():
        # A term that somebody went on into has no start of its own.
        several.sort(key=lambda one: one.end if one.start == (EARLIEST, LATEST) else one.start)
        for at, one in enumerate(several):
            if any(first <= begin and end <= last for begin, end in one.moments):
                found.add(person)
            until = one.end[0] if one.end != (EARLIEST, LATEST) else EARLIEST
            follower = several[at + 1] if at + 1 < len(several) else None
            # Re-elected, or elected by the next congress: in office until then.
            if follower and until == EARLIEST:
                known = follower.start != (EARLIEST, LATEST)
                until = follower.start[0] if known else follower.end[0]
            if one.start[1] <= until and one.start[1] <= last and until >= first:
                found.add(person)
    return found


def possibly(owner: str, role: str, first: date, last: date) -> set[str]:
    """Who can have held a post on some day of a time, as far as the post's own dates say."""
    found = set()
    for one in held(owner, role):
        begin, end = one.start[0], one.end[1]
        if one.named and not (one.start != (EARLIEST, LATEST) or one.end != (EARLIEST, LATEST)):
            begin, end = min(w[0] for w in one.named), max(w[1] for w in one.named)
        if begin <= last and end >= first:
            found.add(one.person)
    return found


def hidden(owner: str, among: set[str]) -> set[str]:
    """The figures in whose place a contradiction shows another that is `among` them."""
    found = set()
    for conflict in (read(f"organizations/{owner}/conflicts.yml") or {}).get("conflicts", []):
        facts = [claim for claim in conflict["claims"] if claim.get("fact") in among]
        if any(claim.get("shown") == "true" for claim in facts):
            found |= {claim["fact"] for claim in facts if claim.get("shown") != "true"}
    return found


def values(owner: str, indicator: str) -> list[tuple[dict[str, Any], tuple[date, date]]]:
    """The figures of an indicator as typed, each with its days; no parts of one another."""
    listed = (read(f"organizations/{owner}/statistics.yml") or {}).get("observations", [])
    kinds = {one["id"]: one["indicator"] for one in listed}
    return [
        (one, days(one["period"]))
        for one in listed
        if one["indicator"] == indicator and kinds.get(one.get("part_of", "")) != indicator
    ]


def number(one: dict[str, Any]) -> str:
    """A value as a reader sees it, without its unit: “2.522”, “25,94”; its words where it has none."""
    if "value" not in one:
        ratio = one.get("ratio")
        top = ratio["numerator"] if ratio else one.get("words", "")
        text = top["value"] if isinstance(top, dict) else top
    else:
        text = one["value"]
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    if not whole.isdigit():
        return str(text)
    return f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def said(text: str) -> str:
    """An exact day, a month or a year as a reader sees it; "" for anything else."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return "/".join(reversed(text.split("-")))
    if re.fullmatch(r"\d{4}-\d{2}", text):
        year, month = text.split("-")
        return f"{int(month)}/{year}"
    return text if text.isdigit() else ""


def happened(kind: str, owner: str, number: str) -> list[str]:
    """What a card must say of a founding, a congress or what became of a unit; none of nothing."""
    if kind == "founding":
        founding = organization(owner).get("founding") or {}
        symbols = [symbol for one in founding.get("documents", []) if (symbol := SYMBOLS.get(one))]
        return [*filter(None, [said(founding.get("date", ""))]), *symbols]
    if kind == "congress":
        listed = (read(f"organizations/{owner}/congresses.yml") or {}).get("congresses", [])
        found = [one for one in listed if one["ordinal"] == number]
        days_ = [one["dates"].split("/")[-1] if "dates" in one else "" for one in found]
        return [said(day) or "không nêu ngày họp" for day in days_]
    after = [owner]
    for one in after:
        for change in CHANGES:
            sides = {
                role: [p for p in change["participants"] if p["role"] == role]
                for role in ("from", "to")
            }
            if change["kind"] in ("transfer", "renaming") or not any(
                p.get("organization") == one for p in sides["from"]
            ):
                continue
            after += [
                p["organization"]
                for p in sides["to"]
                if "organization" in p and p["organization"] not in after
            ]
    renamed = any(
        change["kind"] == "renaming"
        and any(p.get("organization") == owner for p in change["participants"])
        for change in CHANGES
    )
    # A name may have been another then: the place in it is the same.
    places = [organization(one)["short_name"].split(maxsplit=1)[1] for one in after[1:]]
    return [*places, *(["Đổi tên"] if renamed else [])]


CHANGES = [read(f"changes/{path.name}") for path in sorted(DATA.glob("changes/*.yml"))]
SYMBOLS = {
    document["id"]: document["symbol"]
    for path in DATA.glob("documents/*.yml")
    for document in read(f"documents/{path.name}")["documents"]
    if "symbol" in document
}
