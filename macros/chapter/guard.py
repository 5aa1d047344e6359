"""The guard decides whether a chapter may be rendered: only text and calls of known macros.

One inspection gives both the faults that ``check`` reports and the calls that ``expand`` runs, so
nothing unchecked can be rendered. No template engine ever runs on a chapter.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.chapter.arguments import bind, check_values, organization_of, values
from macros.chapter.limits import beyond_limits, too_many_calls
from macros.chapter.markup import CODE, FILLER, check_markup, fences, without_calls
from macros.chapter.page import Context, Lookup
from macros.chapter.segments import NO_ORGANIZATION, Fault, Segment, segments
from macros.chapter.syntax import Invocation, read_call
from macros.loading.yaml.characters import (
    REFUSED,
    SourceText,
    decomposed_letters,
    refused_characters,
)
from macros.messages.problems import Position, Problem
from macros.messages.suggest import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.chapter.front_matter import Chapter
    from macros.chapter.registry import Macro, Registry, Value

_HEADING = re.compile(r"[\s>*+-]*#{1,6}")
_HASH_OF_TEXT = re.compile(r"[ ]{0,3}(#)(?=[^#\s])")
_UNDERLINE = re.compile(r"[ >]*(?:=+|-+)[ ]*")
_REPORTED = 20
"""The most faults of one chapter that are reported at once."""
_SEVERAL = 2
_LINK_TEXT = re.compile(r"\[[^\[\]]*\](?=[(\[])")


@dataclass(frozen=True)
class Call:
    """A call that may be run; `segment` is where it stands in the body."""

    macro: Macro
    arguments: Mapping[str, Value]
    organization: str | None
    segment: Segment


@dataclass(frozen=True)
class Inspection:
    """The calls of a chapter in their order, and all its problems, sorted."""

    calls: tuple[Call, ...]
    problems: tuple[Problem, ...]


def inspect(
    chapter: Chapter, registry: Registry, archive: Lookup, *, own: bool = False
) -> Inspection:
    """Inspect the chapter's body; the calls are complete only if there are no problems.

    `own` is for a page that the program makes from the data: its text is escaped, whatever it looks
    like, and nobody could mend a fault in a page that has no file.
    """
    beyond = None if own else beyond_limits(chapter.body)
    if beyond:
        position = chapter.position(beyond.offset)
        return Inspection((), (Problem(position, beyond.message, beyond.remedy),))
    found, misread = segments(chapter.body)
    faults = list(misread)
    masked = _masked(chapter.body, found)
    calls: list[Call] = []
    for segment in found:
        call, call_faults = _read(chapter, segment, registry, archive)
        faults += [f._replace(offset=f.offset + segment.start) for f in call_faults]
        if call:
            calls.append(call)
            faults += _misplaced(chapter.body, call)
    faults, unowned = _of_no_organization(chapter, faults, archive)
    blocks = [call.segment.start for call in calls if call.macro.block]
    faults += too_many_calls([segment.start for segment in found], blocks)
    if not own:
        faults += [*_hidden_calls(masked), *(_at_home(f, chapter) for f in check_markup(masked))]
    problems = {
        *_character_problems(chapter),
        *_unknown_organization(chapter, archive),
        *unowned,
        *(
            Problem(chapter.position(f.offset), f.message, f.remedy, about=f.about)
            for f in _first_faults(faults)
        ),
    }
    return Inspection(tuple(calls), tuple(sorted(problems)))


def _at_home(fault: Fault, chapter: Chapter) -> Fault:
    """Return a fault of markup about a file with the path of that file from the root."""
    if fault.about is None:
        return fault
    home = posixpath.normpath(posixpath.join(posixpath.dirname(chapter.path), fault.about.home))
    return fault._replace(about=fault.about._replace(home=home))


def _of_no_organization(
    chapter: Chapter, faults: list[Fault], archive: Lookup
) -> tuple[list[Fault], list[Problem]]:
    """Return the faults, with one problem in place of all those of calls without an organization.

    A single such call keeps its fault, because the mistake may be in the call.
    """
    lost = [fault for fault in faults if fault.about is NO_ORGANIZATION]
    if len(lost) < _SEVERAL:
        return [f._replace(about=None) if f in lost else f for f in faults], []
    folder = posixpath.basename(posixpath.dirname(chapter.path))
    own = folder if archive.has("organization", folder, None) else "…"
    message = f"phần đầu chương thiếu “organization”, mà {len(lost)} lời gọi cần"
    remedy = f"thêm dòng “organization: {own}”"
    if own == "…":
        remedy += ' ở đầu chương, hoặc organization="…" trong từng lời gọi'
    position = chapter.key_positions.get("title") or Position(chapter.path)
    return [fault for fault in faults if fault not in lost], [Problem(position, message, remedy)]


def _first_faults(faults: list[Fault]) -> list[Fault]:
    """Return the first faults of a chapter, and one that counts the others.

    Nobody reads more, and finding the line of each takes time in a long chapter.
    """
    if len(faults) <= _REPORTED:
        return faults
    ordered = sorted(faults, key=lambda fault: fault.offset)
    # What is missing elsewhere is one mistake, reported once, however often a chapter needs it.
    rest = [fault for fault in ordered[_REPORTED:] if fault.about is None]
    if not rest:
        return ordered[:_REPORTED]
    message = f"còn {len(rest)} lỗi nữa trong chương này"
    more = Fault(rest[0].offset, message, "sửa các lỗi đã nêu rồi chạy lại để xem tiếp")
    return [*ordered[:_REPORTED], more]


def guard(chapter: Chapter, registry: Registry, archive: Lookup) -> list[Problem]:
    """Return all problems of the chapter, sorted by position."""
    return list(inspect(chapter, registry, archive).problems)


def _masked(body: str, found: Sequence[Segment]) -> str:
    """Return the body, of the same length, with calls and refused characters replaced."""
    return without_calls(REFUSED.sub("?", body), found)


def _character_problems(chapter: Chapter) -> Iterator[Problem]:
    source = SourceText(chapter.body, chapter.path, chapter.first_line)
    yield from refused_characters(source)
    yield from decomposed_letters(source)


def _unknown_organization(chapter: Chapter, archive: Lookup) -> Iterator[Problem]:
    organization = chapter.front_matter.organization
    if organization is None or archive.has("organization", organization, None):
        return
    advice = archive.advice("organization", organization, None)
    position = chapter.key_positions.get("organization") or chapter.position(0)
    message = f"không có tổ chức “{organization}”"
    yield Problem(position, message, advice.remedy, about=advice.about)


def _read(
    chapter: Chapter, segment: Segment, registry: Registry, archive: Lookup
) -> tuple[Call | None, list[Fault]]:
    """Return the call at the segment, or None; offsets of faults count from its first brace."""
    source = chapter.body[segment.start : segment.end]
    invocation, faults = read_call(source)
    if invocation is None:
        return None, [_forgotten_brackets(fault, source, registry) for fault in faults]
    macro = registry.get(invocation.name)
    if macro is None:
        remedy = f"dùng một trong các macro: {listed(registry.names())}"
        remedy = did_you_mean(invocation.name, registry.names(), remedy)
        return None, [Fault(invocation.offset, f"không có macro “{invocation.name}”", remedy)]
    return _checked(macro, invocation, chapter, segment, archive)


def _checked(
    macro: Macro, invocation: Invocation, chapter: Chapter, segment: Segment, archive: Lookup
) -> tuple[Call | None, list[Fault]]:
    """Check the arguments by the signature, then the archive, then the macro's own check."""
    bound, faults = bind(macro, invocation)
    organization = organization_of(bound, chapter.front_matter.organization)
    context = Context(chapter.path, organization, archive)
    faults += check_values(bound, context)
    arguments = values(bound)
    if macro.check and not faults:
        faults += [Fault(invocation.offset, *found) for found in macro.check(context, **arguments)]
    return (None if faults else Call(macro, arguments, organization, segment)), faults


def _forgotten_brackets(fault: Fault, source: str, registry: Registry) -> Fault:
    """Return the fault with a better remedy if only the parentheses of a call are missing."""
    macro = registry.get(source[2:-2].strip())
    if macro is None:
        return fault
    message = f"macro “{macro.name}” thiếu ngoặc tròn"
    return Fault(fault.offset, message, f"viết {{{{ {macro.usage} }}}}")


def _misplaced(body: str, call: Call) -> Iterator[Fault]:
    """Yield a fault for a call in a heading, and for a block call that is not a paragraph."""
    start = body.rfind("\n", 0, call.segment.start) + 1
    end = body.find("\n", call.segment.end)
    if end < 0:
        end = len(body)
    before = body[start : call.segment.start]
    rest = body[call.segment.end : end]
    following = body[end + 1 :].split("\n", 1)[0]
    name = call.macro.name
    if _UNDERLINE.fullmatch(following) and not _HEADING.match(before):
        message = f"đoạn có lời gọi macro thành đề mục vì dòng “{following.strip()}” liền dưới nó"
        yield Fault(end + 1, message, "để một dòng trống trước dòng ấy, hoặc xóa dòng ấy")
    elif _HEADING.match(before):
        message = f"đề mục không được có lời gọi macro “{name}”"
        remedy = "gõ thẳng chữ và năm vào đề mục"
        if hashes := _HASH_OF_TEXT.match(before):
            remedy += f"; không phải đề mục thì viết \\{hashes[1]} ở đầu dòng"
        yield Fault(call.segment.start, message, remedy)
    elif call.macro.block and (before.strip() or rest.strip()):
        message = f"macro “{name}” phải đứng riêng một dòng"
        yield Fault(call.segment.start, message, "đưa lời gọi xuống dòng của riêng nó")


def _hidden_calls(masked: str) -> Iterator[Fault]:
    """Yield a fault for each call inside code or the text of a link."""
    code = [*fences(masked), *(m.span() for m in CODE.finditer(masked))]
    for start, end in code:
        if (at := masked.find(FILLER, start, end)) >= 0:
            message = "lời gọi macro nằm trong đoạn mã `…`"
            yield Fault(at, message, "đưa lời gọi ra ngoài; muốn hiện “{{” thì viết &#123;&#123;")
    for match in _LINK_TEXT.finditer(masked):
        if FILLER in match.group():
            message = "lời gọi macro nằm trong chữ của một liên kết"
            yield Fault(match.start(), message, "đưa lời gọi ra ngoài liên kết")
