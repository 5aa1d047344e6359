"""The desk of an editor: a source's worklist with drafts, and what becomes of each draft."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.archive.complete import load_archive
from macros.drafting.apply import apply
from macros.drafting.command import reading_of
from macros.drafting.gather import proposals
from macros.drafting.indicators import NEW
from macros.drafting.proposal import ASKED
from macros.drafting.sheet import Marked, plain_value
from macros.drafting.worklist import worklist
from macros.evidence.published import work_folder
from macros.evidence.sidecar import is_recognised, load
from macros.loading.yaml.strict import Table, parse_yaml
from macros.mending.batch import Batch, BatchError
from macros.messages.problems import Position, errors, one_line
from macros.project.transcriptions import renew
from macros.system.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from macros.archive import Archive
    from macros.drafting.proposal import Proposal
    from macros.drafting.worklist import Worked

_LONGEST_REASON = 300
_TELLING = ("post", "date", "symbol", "body", "value", "ordinal")
"""The keys whose values tell drafts of one kind and paragraph apart."""


class Outcome(NamedTuple):
    """What became of a draft: done, or not and why."""

    done: bool
    words: str


class Desk:
    """One source on one machine. What was read is read anew when a file of data/ has changed."""

    def __init__(self, root: Path, transcription: Path) -> None:
        self.root, self.transcription = root, transcription
        self.source = transcription.stem
        self.reason = ""
        self._kept = work_folder(root, transcription)
        self._rejected = self._kept / f"{self.source}.rejected.json"
        self._seen: object = None
        self._worked: list[Worked] = []
        self._drafts: dict[str, Proposal] = {}
        self.title = self.source
        self.known: Mapping[int, Mapping[str, Any]] = {}
        self.is_recognised = False
        self.labels: Mapping[str, str] = {}

    def read(self) -> None:
        """Read the data again if a file has changed since."""
        state = self._state()
        if state == self._seen:
            return
        archive, _ = load_archive(self.root)
        reading = reading_of(archive, self.transcription)
        gone = self._gone()
        self._worked = worklist(reading)
        found = ((key_of(one), one) for one in proposals(reading))
        self._drafts = {key: one for key, one in found if key not in gone}
        record = archive.sources.get(self.source)
        self.title = record.title if record else self.source
        self.known = load(self._kept, self.source, reading.raw)
        self.is_recognised = is_recognised(self._kept, self.source)
        self.labels = labels_of(archive)
        self._seen = state

    def in_order(self) -> list[str]:
        """Return the keys of the drafts in the order of the page."""
        return sorted(self._drafts, key=lambda one: _at(self._drafts[one]))

    def paragraph_of(self, key: str) -> int:
        """Return the paragraph at which a draft stands, 1 if there is none such."""
        return _at(self._drafts[key]) if key in self._drafts else 1

    def next_place(self, key: str, before: Sequence[str], paragraph: int) -> str:
        """Return where the page goes on after a draft, which stood among others `before`."""
        later = before[before.index(key) + 1 :] if key in before else ()
        near = (one for one in later if one in self._drafts and _at(self._drafts[one]) == paragraph)
        last = len(self._worked)
        return next((f"muc-{one}" for one in near), f"doan-{min(paragraph + 1, last)}")

    def _state(self) -> object:
        files = [*sorted((self.root / "data").rglob("*.yml")), self.transcription, self._rejected]
        return [
            (f.as_posix(), s.st_mtime_ns, s.st_size)
            for f in files
            if f.is_file() and (s := f.stat())
        ]

    def _gone(self) -> set[str]:
        try:
            return set(json.loads(self._rejected.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return set()

    @property
    def paragraphs(self) -> list[Worked]:
        """The paragraphs with their values."""
        return self._worked

    @property
    def drafts(self) -> Mapping[str, Proposal]:
        """The drafts that nobody has decided on, by key."""
        return self._drafts

    def version(self, path: str) -> str:
        """Return what tells whether a file has changed since."""
        file = self.root / path
        return sha256(file.read_bytes() if file.is_file() else b"").hexdigest()[:16]

    # --- decisions --------------------------------------------------------------------------

    def reject(self, key: str) -> Outcome:
        """Propose a draft no more."""
        if key not in self._drafts:
            return Outcome(False, "Mục này đã được xét: tải lại trang.")
        del self._drafts[key]
        listed = sorted({*self._gone(), key})
        write_atomically(self._rejected, (json.dumps(listed, indent=1) + "\n").encode())
        self._seen = self._state()
        return Outcome(True, "Đã bỏ một đề nghị.")

    def not_fact(self, key: str, reason: str) -> Outcome:
        """Say in the record of the source that a number is no fact, and why."""
        one = self._drafts.get(key)
        if one is None or not one.number:
            return Outcome(False, "Mục này đã được xét: tải lại trang.")
        reason = " ".join(reason.split())
        if not 0 < len(reason) <= _LONGEST_REASON:
            return Outcome(False, "Ghi lý do trước khi cho một số là không phải dữ kiện.")
        fields = {"paragraphs": str(one.paragraphs[0]), "numbers": [one.number], "reason": reason}
        batch = Batch(self.root, self.transcription.parent)
        try:
            batch.add(f"data/sources/{self.source}.yml", "not_facts", fields)
            found = errors(batch.write_checked())
        except BatchError as error:
            return Outcome(False, f"Không ghi được: {error}")
        if found:
            return Outcome(False, str(found[0]))
        self.reason = reason
        return Outcome(True, f"Đã ghi: {one.number} không phải dữ kiện.")

    def accept(self, key: str, form: Mapping[str, str]) -> Outcome:
        """Write a draft as the form has it, checked at once."""
        one = self._drafts.get(key)
        if one is None:
            return Outcome(False, "Mục này đã được xét ở một cửa sổ khác: tải lại trang.")
        to = form.get("to", one.home).strip()
        if form.get("version") != self.version(one.home):
            return Outcome(False, f"{one.home} đã đổi từ khi mở trang: xem lại rồi nhận lần nữa.")
        marked = self._marked(one, to, form)
        if isinstance(marked, str):
            return Outcome(False, marked)
        done = apply(self.root, [marked], self.transcription.parent)
        if done.problems:
            problem = done.problems[0][1]
            words = one_line(f"{problem.message} → {problem.remedy}")
            return Outcome(False, words.replace("ở “to”", "ở ô “Tệp”"))
        folder = self.transcription.parent
        for _ in renew(self.root, folder if folder == self._kept else None):
            pass  # the notice says it
        return Outcome(True, f"Đã ghi vào {done.written[0][1]}.")

    def _marked(self, one: Proposal, to: str, form: Mapping[str, str]) -> Marked | str:
        """Return a draft with the answers of the form, or why it cannot be read."""
        node, problems = parse_yaml(form.get("record", "").encode(), to)
        found = errors(problems)
        if found or not isinstance(node, Table):
            return str(found[0]) if found else "Bản ghi phải gồm các dòng “khóa: giá trị”."
        record: dict[str, Any] = plain_value(node)
        indicator: dict[str, Any] = {}
        for ask in one.asks:
            answer = form.get(f"answer-{ask.key}", "").strip()
            if not answer:
                continue
            if not ask.offers:  # typed in words, which may have a colon
                record[ask.key] = answer
                continue
            if answer == NEW:
                indicator = {
                    part: form.get(f"indicator-{part}", "").strip()
                    for part in ("id", "label", "group", "unit")
                }
                answer = indicator["id"] or ASKED
            name, _, value = answer.rpartition(": ")
            key = name or ask.key
            if name:
                record.pop(ask.key, None)
            record[key] = [value] if key == "attested" else value
        people = dict(one.new_people)
        person = str(record.get("person", ""))
        if one.name and person and not (self.root / f"data/people/{person}.yml").exists():
            people.setdefault(person, one.name)
        place = Position(to)
        return Marked(to, one.key, record, True, people, indicator, place, 0, 0)


def key_of(one: Proposal) -> str:
    """Return the key of a draft: the same as long as it proposes the same."""
    said = [one.kind, one.home, one.paragraphs, one.number, one.name]
    said += [
        str(one.record.get(name, ""))
        for name in ("post", "date", "symbol", "body", "value", "ordinal")
    ]
    return sha256(repr(said).encode()).hexdigest()[:12]


def _at(one: Proposal) -> int:
    """Return the paragraph at which a draft stands on the page."""
    return max(one.paragraphs)


def labels_of(archive: Archive) -> dict[str, str]:
    """Return what the ids that a draft may offer are called."""
    return {
        **{one.id: one.name for one in archive.people.values()},
        **{key: one.title for key, one in archive.dossiers.items()},
        **{key: one.label for key, one in archive.roles.items()},
        **{key: one.label for key, one in archive.indicators.items()},
    }
