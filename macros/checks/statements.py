"""Checks of statements: one sentence, who says it, and what it may answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.archive import split_reference
from macros.dates import certainly_before, say
from macros.messages.problems import Problem
from macros.messages.suggest import listed
from macros.model.statement_codes import STATEMENT_KINDS
from macros.model.statements import SPEAKERS, Statement
from macros.rules.statements import can_be_answered, named_speakers, spoke_before
from macros.text.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive, Dossier

_MOST = 12
"""The most paragraphs of one source that a sentence may cite: more contain nearly any word."""

_SENTENCE_END = re.compile(r"[^\W\d_]{2,}[.!?…]+[”\"]?\s+(?=(?P<next>\S))")
_ATTRIBUTED = re.compile(
    r"(?:theo )?(?:bản |cuốn |bài )?(?:báo cáo|tham luận|bài|nguồn|văn kiện|lịch sử"
    r"|đại hội|đảng ủy|cấp ủy|ban chấp hành|ban thường vụ)\b[^.,;:]{0,60}?,? "
    r"(?P<verb>cho rằng|cho biết|nhận định|đánh giá|khẳng định|nêu rõ|nêu ra|chỉ rõ|chỉ ra|viết|kể)"
    r"(?: rằng| là|:|,)? ",
    re.IGNORECASE,
)


def _each(archive: Archive) -> Iterator[tuple[Dossier, Statement]]:
    for dossier in archive.dossiers.values():
        for one in dossier.statements:
            yield dossier, one


def one_sentence(archive: Archive) -> Iterator[Problem]:
    """A statement is one sentence, so that each has its kind, its speaker and its passage."""
    for _, one in _each(archive):
        for found in _SENTENCE_END.finditer(one.text):
            if found["next"].isupper():
                yield Problem(
                    one.where("text"),
                    f"nhận định “{one.id}” có hơn một câu",
                    "tách thành hai mục, mỗi mục một câu và một loại",
                )
                break


def attributed_once(archive: Archive) -> Iterator[Problem]:
    """The text does not say who says it: the page does, by the citation or by `by`."""
    for _, one in _each(archive):
        if found := _ATTRIBUTED.match(one.text):
            yield Problem(
                one.where("text"),
                f"nhận định “{one.id}” mở đầu bằng “{found.group().strip()}”; trang đã ghi ai nói",
                "bỏ mấy chữ ấy; không phải chính nguồn nói thì ghi người nói ở by",
            )


def one_speaker(archive: Archive) -> Iterator[Problem]:
    """`by` names one speaker; without it, the cited source speaks."""
    for _, one in _each(archive):
        named = named_speakers(one)
        if one.by is not None and len(named) != 1:
            said = f"kể {len(named)} người nói ({listed(named)})" if named else "không kể ai nói"
            remedy = f"ghi đúng một trong {listed(SPEAKERS)}; chính nguồn nói thì bỏ by"
            yield Problem(one.where("by"), f"by của “{one.id}” {said}", remedy)


def few_passages(archive: Archive) -> Iterator[Problem]:
    """A statement cites the passage that says it, not a chapter of its source."""
    for _, one in _each(archive):
        for citation in one.cite:
            count = len(citation.numbers) if citation.unit == "paragraph" else 0
            if count > _MOST:
                yield Problem(
                    one.where("cite"),
                    f"nhận định “{one.id}” dẫn {count} đoạn liền, không rõ đoạn nào nói",
                    f"dẫn đoạn nói điều ấy, nhiều nhất {_MOST} đoạn",
                )


def of_fitting_kind(archive: Archive) -> Iterator[Problem]:
    """A time limit belongs to a promise or a request, an addressee to a request."""
    for _, one in _each(archive):
        word = STATEMENT_KINDS[one.kind]
        if one.due and not one.followed:
            yield Problem(
                one.where("due"),
                f"nhận định “{one.id}” có thời hạn mà loại là {one.kind} ({word})",
                "sửa kind thành promise hoặc request, hoặc ghi thời gian ở period",
            )
        if one.recipient and one.kind != "request":
            yield Problem(
                one.where("recipient"),
                f"nhận định “{one.id}” có bên nhận mà loại là {one.kind} ({word})",
                "sửa kind thành request, hoặc bỏ recipient",
            )


def said_once(archive: Archive) -> Iterator[Problem]:
    """A sentence is recorded once in an organization: what two sources say cites both."""
    for dossier in archive.dossiers.values():
        seen: dict[str, Statement] = {}
        for one in dossier.statements:
            first = seen.setdefault(fold(one.text).strip(" ."), one)
            if first is not one:
                yield Problem(
                    one.where("text"),
                    f"“{one.id}” nói đúng câu của “{first.id}” (dòng {first.where('text').line})",
                    "giữ một mục; hai nguồn cùng nói thì dẫn cả hai ở cite của mục ấy",
                    values=(one.where("text"), first.where("text")),
                )


def answers(archive: Archive) -> Iterator[Problem]:
    """An answer names a promise that can be answered, says how it was kept, and comes later."""
    for dossier, one in _each(archive):
        if bool(one.answers) != bool(one.answer):
            has, lacks = ("answers", "answer") if one.answers else ("answer", "answers")
            remedy = (
                "ghi answer: done, partly hoặc not"
                if one.answers
                else "ghi answers: mã việc đề ra, hoặc bỏ answer"
            )
            message = f"nhận định “{one.id}” có {has} mà không có {lacks}"
            yield Problem(one.where(has), message, remedy)
        elif one.answers:
            yield from _answer(archive, dossier, one, one.answers)
        if one.judges and split_reference(one.judges, dossier.id) == (dossier.id, one.id):
            yield Problem(
                one.where("judges"), f"“{one.id}” chỉ vào chính nó", "ghi mã của dữ kiện khác"
            )


def _answer(
    archive: Archive, dossier: Dossier, one: Statement, reference: str
) -> Iterator[Problem]:
    position = one.where("answers")
    promise = archive.fact(reference, dossier.id)
    if promise is None or one.id in dossier.repeated:
        return  # reported as a broken reference, or as an id that two facts have
    if promise is one:
        message = f"“{one.id}” trả lời chính nó"
        yield Problem(position, message, "ghi mã của việc được đề ra trước đó")
    elif one.followed:
        yield Problem(
            one.where("kind"),
            f"“{one.id}” là {STATEMENT_KINDS[one.kind]}, không trả lời được việc đề ra khác",
            "sửa kind theo điều câu ấy nói về kết quả (appraisal, shortcoming, method …), hoặc bỏ "
            "answers và answer",
        )
    elif not can_be_answered(promise):
        yield Problem(
            position,
            f"“{reference}” không phải việc đề ra, kiến nghị hay chỉ tiêu, nên không trả lời được",
            "ghi mã của một nhận định loại promise hoặc request, hay một dòng chỉ tiêu; đánh giá "
            "một dữ kiện thì ghi judges",
        )
    elif spoke_before(archive, one, promise):
        yield Problem(
            position,
            f"nguồn của “{one.id}” có trước nguồn đề ra “{reference}”: trả lời trước khi đề ra",
            "sửa cite, sửa answers, hoặc sửa ngày của nguồn",
        )
    elif (
        (asked := vars(promise).get("period"))
        and one.period
        and certainly_before(one.period, asked)
    ):
        yield Problem(
            one.where("period"),
            f"“{one.id}” nói về {say(one.period)}, trước thời kỳ của “{reference}” ({say(asked)})",
            "sửa period hoặc answers",
        )
