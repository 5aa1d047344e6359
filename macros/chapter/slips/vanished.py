"""The words of a chapter that its page would not show, found by rendering it.

The other modules know particular mistakes. This one catches the rest: it compares what was typed
with what Markdown makes of it. A chapter that has only paragraphs, headings, bullets and plain
links cannot lose a word and is not rendered.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from macros.chapter.markup import FILLER, blank, fences
from macros.chapter.slips.inline import ABBREVIATION, ADDRESS
from macros.chapter.slips.lines import Slip
from macros.chapter.verbatim import wrap
from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
# Numbers of lists are none: macros.chapter.list_numbers keeps them.
_RISK = re.compile(
    r"^[ >]*(?:!!!|`{3}|~{3}|[ ]{4}|\t)|\][ ]?\[|!\[|\]\([^)\n]*\s"
    r"|\{:(?![ ]?#[\w-]+[ ]*\}[ ]*$)|&\w",
    re.MULTILINE,
)
_TABLE = re.compile(r"\|[^\n]*\n\|[ :|-]+(?:\n\|[^\n]*)*")
_NOTES = re.compile(r"\[\^[\w-]+\]:[ ][^\n]*(?:\n\[\^[\w-]+\]:[ ][^\n]*)*")
_NOTE_LABEL = re.compile(r"^\[\^([\w-]+)\]:", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
# What only Markdown reads: targets, labels, classes, the kinds of boxes and code.
_MARKUP = re.compile(
    r"\]\((?:[^()\"'\n]|\([^()\n]*\))*(?=[)\"'])|\[\^[^\]\n]*\]|\{:[^}\n]*\}|&#?\w+;"
    r"|^[ >]*!!![ ]?[a-z][a-z0-9-]*(?:[ ]+[a-z][a-z0-9-]*)*(?=[ ]*(?:\"|$))"
    r"|^[ >]*(?:`{3,}|~{3,})[^\n]*$"
    r"|^[ >]*(?:[-*+][ ]+)*1\.[ ]",
    re.MULTILINE,
)
_LABELLED = re.compile(r"(?<=\])[ ]?\[([^\[\]\n]*)\]")
_CALL = re.compile(f"{FILLER}+")
_QUOTED = 6
_WINDOW = 60
"""How many words ahead a word is looked for, so that no chapter can make this slow."""


def slips(text: str, render: Callable[[str], str], reported: Iterable[int]) -> Iterator[Slip]:
    """Yield each line that loses words, except lines in which an error is already reported.

    `text` is the body with its calls masked; `render` turns Markdown into HTML; `reported` are the
    offsets of those errors.
    """
    if not may_lose(text):
        return
    lines = {text.count("\n", 0, offset) for offset in reported}
    for offset, words in lost(text, render):
        if text.count("\n", 0, offset) not in lines:
            said = " ".join(words[:_QUOTED]) + (" …" if len(words) > _QUOTED else "")
            message = f"chữ “{said}” ở dòng này không hiện trên trang"
            remedy = "Markdown hiểu chỗ này là dấu lệnh: viết lại cho thường, hoặc đặt \\ trước dấu"
            yield Slip(offset, message, remedy, Severity.ERROR)


def may_lose(text: str) -> bool:
    """Return whether a chapter may lose a word that no other module would find.

    Rendering all chapters would take half as long as building their pages. A block that is a table,
    or notes and nothing else, loses nothing but what tables.py and notes.py know.
    """
    labels = [label.lower() for label in _NOTE_LABEL.findall(text)]
    if _RISK.search(text) or len({*labels}) < len(labels):
        return True
    return any(
        ("|" in block or "]:" in block) and not (_TABLE.fullmatch(block) or _NOTES.fullmatch(block))
        for block in map(str.strip, _BLANK_LINES.split(text))
    )


def lost(text: str, render: Callable[[str], str]) -> Iterator[tuple[int, list[str]]]:
    """Yield for each line the words that the page does not show, with the offset of the first."""
    calls = 0

    def numbered(_: re.Match[str]) -> str:
        nonlocal calls
        calls += 1
        return wrap(f" call{calls}call ")

    shown = [word.lower() for word in _shown(render(_CALL.sub(numbered, text)))]
    typed = list(_typed(text))
    # A box without a title gets its kind as one, with a capital.
    missing = Counter(word.lower() for word, _ in typed) - Counter(shown)
    if not missing:
        return
    found: dict[int, tuple[int, list[str]]] = {}
    for word, offset in _missing(typed, shown, missing):
        line = text.count("\n", 0, offset)
        found.setdefault(line, (offset, []))[1].append("lời gọi" if _is_call(word) else word)
    yield from (found[line] for line in sorted(found))


def _is_call(word: str) -> bool:
    return word.startswith("call") and word.endswith("call") and word[4:-4].isdigit()


def _missing(
    typed: Sequence[tuple[str, int]], shown: Sequence[str], missing: Counter[str]
) -> Iterator[tuple[str, int]]:
    """Yield each missing word with its offset; of equal words, those out of order first."""
    words = [word.lower() for word, _ in typed]
    kept = _in_order(words, shown)
    for at in sorted(range(len(typed)), key=lambda at: (at in kept, at)):
        if missing[words[at]]:
            missing[words[at]] -= 1
            yield typed[at]


def _in_order(words: Sequence[str], shown: Sequence[str]) -> set[int]:
    """Return the indices of the typed words that the page shows in the same sequence."""
    kept: set[int] = set()
    next_one = 0
    for at, word in enumerate(words):
        try:
            next_one = shown.index(word, next_one, next_one + _WINDOW) + 1
        except ValueError:
            continue
        kept.add(at)
    return kept


def _typed(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a chapter that a reader is meant to see, each with its offset."""
    meant = _without_markup(text)
    calls = 0
    for found in re.finditer(f"{FILLER}+|{_WORD.pattern}", meant):
        if found.group()[0] == FILLER:
            calls += 1
            yield f"call{calls}call", found.start()
        else:
            yield found.group(), found.start()


def _without_markup(text: str) -> str:
    """Return the text, of the same length, without what only Markdown reads."""

    def blanked(found: re.Match[str]) -> str:
        return blank(found.group())

    code = fences(text)
    labels = {" ".join(one["label"].lower().split()) for one in ADDRESS.finditer(text)}
    pieces: list[str] = []
    at = 0
    for start, end in [*code, (len(text), len(text))]:
        prose = text[at:start]
        prose = ADDRESS.sub(lambda m: _target_blanked(m) if _used(m, text) else m.group(), prose)
        prose = ABBREVIATION.sub(
            lambda m: m.group().replace(m["label"], " " * len(m["label"]), 1), prose
        )
        prose = _LABELLED.sub(
            lambda m: blanked(m) if " ".join(m[1].lower().split()) in {*labels, ""} else m.group(),
            prose,
        )
        pieces.append(_MARKUP.sub(blanked, prose))
        fenced = text[start:end]
        pieces.append(re.sub(r"^[^\n]*|[^\n]*$", blanked, fenced.rstrip("\n")))
        pieces.append("\n" * (len(fenced) - len(fenced.rstrip("\n"))))
        at = end
    return "".join(pieces)


def _target_blanked(address: re.Match[str]) -> str:
    """Return a definition without its label and target: Markdown loses the words after them."""
    target = address.end("target") - address.start()
    return blank(address.group()[:target]) + address.group()[target:]


def _used(address: re.Match[str], text: str) -> bool:
    """Return whether the label of an address is used: it stands in brackets a second time."""
    label = rf"\[{re.escape(address['label'])}\]"
    return len(re.findall(label, text, re.IGNORECASE)) > 1


def _shown(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return _WORD.findall(" ".join(reader.pieces))


class _Reader(HTMLParser):
    """Collects the text of a page, with the numbers of its lists and the words for its pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "ol":
            self._lists.append(int(given.get("start") or 1) - 1)
        elif tag == "ul":
            self._lists.append(None)
        elif tag == "li" and self._lists and (last := self._lists[-1]) is not None:
            self._lists[-1] = int(given.get("value") or last + 1)
            self.pieces.append(str(self._lists[-1]))
        elif tag == "img":
            self.pieces.append(given.get("alt") or "")
        elif tag == "abbr":
            self.pieces.append(given.get("title") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
