"""Everything that `make new` makes: which variables each kind takes, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from macros.archive.complete import load_archive
from macros.authoring.answers import Answers, clean
from macros.authoring.create import Belonging, create
from macros.authoring.known_codes import refresh_codes
from macros.authoring.picture import create_picture
from macros.authoring.scaffold import ScaffoldError
from macros.authoring.single import congress, document, event, person, source
from macros.authoring.steps import leader, merger, renaming
from macros.mending.batch import Batch, BatchError
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import errors, one_line
from macros.messages.suggest import did_you_mean

if TYPE_CHECKING:
    from macros.messages.output import Output
    from macros.messages.problems import Problem
    from macros.project.project import Project

Maker: TypeAlias = Callable[[Answers, Batch], str]


class Form(NamedTuple):
    """A kind of thing that `make new` makes.

    `needed` and `more` are its variables; `keep` whether its files stay though the check objects,
    because something else must follow.
    """

    make: Maker
    needed: tuple[str, ...]
    more: tuple[str, ...] = ()
    keep: bool = False


FORMS: Mapping[str, Form] = {
    "PERSON": Form(person, (), ("ID", "DISTINGUISHED"), keep=True),
    "SOURCE": Form(source, ("TITLE", "KIND", "STATUS", "UNTIL"), ("ISSUER", "DATE"), keep=True),
    "CONGRESS": Form(
        congress,
        ("ORGANIZATION", "CITE"),
        ("ID", "TERM", "DATE", "PLACE", "DELEGATES", "DECISION"),
    ),
    "DOCUMENT": Form(document, ("ISSUER", "KIND", "CITE"), ("ID", "NAME", "DATE", "SUBJECT", "BY")),
    "EVENT": Form(event, ("ORGANIZATION", "DATE", "CITE"), ("ID", "KIND", "PLACE", "DECISION")),
    "LEADER": Form(
        leader,
        ("ORGANIZATION", "POST", "DATE", "CITE"),
        ("OLD", "REASON", "MANNER", "BY", "DECISION"),
    ),
    "RENAMING": Form(renaming, ("ORGANIZATION", "DATE", "CITE"), ("ID", "OF", "SHORT", "DECISION")),
    "MERGER": Form(
        merger,
        ("PARTS", "WHOLE", "DATE", "CITE"),
        ("ID", "NAME", "KIND", "SUMMARY", "DECISION"),
    ),
}
"""By the variable that asks for it."""
PICTURE, ORGANIZATION = (
    ("PICTURE", "ID"),
    ("ORGANIZATION", "NAME", "KIND", "AREA", "PARENT", "LISTED"),
)
_NO = frozenset({"0", "false", "no", "không"})


def make_new(project: Project, given: Mapping[str, str]) -> Output:
    """Make what the variables ask for; the exit status is 1 if it is refused."""
    try:
        kind = _kind(given)
        if kind == "PICTURE":
            _only(given, kind, PICTURE)
            file = given["PICTURE"]
            return (yield from create_picture(project, Path(file), given.get("ID", "")))
        answers = _answers(project.root, given)
        if kind == "ORGANIZATION":
            _only(given, kind, ORGANIZATION)
            return (yield from _organization(project, answers))
        form = FORMS[kind]
        _only(given, kind, (kind, *form.needed, *form.more))
        batch = Batch(project.root)
        told = form.make(answers, batch)
        problems = batch.write_checked(keep=form.keep)
    except ScaffoldError as refusal:
        yield from error_lines([one_line(f"lỗi: {refusal.message} → {refusal.remedy}")])
        return WRONG
    except BatchError as refusal:
        yield from error_lines([one_line(f"lỗi: {refusal}")])
        return WRONG
    return (yield from _told(batch, told, problems, keep=form.keep))


def _answers(root: Path, given: Mapping[str, str]) -> Answers:
    archive, _ = load_archive(root)
    return Answers(root, archive, {name: clean(value) for name, value in given.items()})


def _organization(project: Project, given: Answers) -> Output:
    for name in ("AREA", "PARENT"):
        if given.text(name):
            given.known("organization", given.text(name), name)
    listed = given.text("LISTED").lower() not in _NO
    belonging = Belonging(given.text("AREA"), given.text("PARENT"), listed)
    identifier, name = given.text("ORGANIZATION"), given.text("NAME")
    kind = given.text("KIND") or "party"
    status = yield from create(project, identifier, name, kind, belonging)
    refresh_codes(project.root)
    return status


def _kind(given: Mapping[str, str]) -> str:
    """Return which variable says what to make."""
    found = [one for one in ("PICTURE", *FORMS) if one in given]
    if len(found) > 1:
        raise ScaffoldError(f"{' và '.join(found)} cùng lúc", "mỗi lần chạy chỉ tạo một thứ")
    return found[0] if found else "ORGANIZATION"


def _only(given: Mapping[str, str], kind: str, allowed: tuple[str, ...]) -> None:
    for name in given:
        if name not in allowed:
            guess = did_you_mean(name, [one for one in allowed if one not in given])
            shown = " ".join(f"{one}=…" for one in allowed)
            raise ScaffoldError(
                f"make new {kind}=… không dùng biến {name}", guess or f"các biến: {shown}"
            )


def _told(batch: Batch, told: str, problems: list[Problem], *, keep: bool) -> Output:
    wrong = errors(problems)
    if wrong and not keep:
        yield from error_lines(
            one_line(f"lỗi: {one.message} → {one.remedy}")
            if one.position.path in batch.files
            else one
            for one in wrong
        )
        yield from error_lines(["Chưa ghi gì vào tệp nào: sửa các biến rồi chạy lại."])
        return WRONG
    refresh_codes(batch.root)
    yield Line(one_line(f"Đã ghi {told}."))
    for path in batch.files:
        yield Line(f"  {path}")
    for one in problems:
        yield Line(str(one))
    if not problems:
        yield Line("Đã soát: không có lỗi.")
    return DONE
