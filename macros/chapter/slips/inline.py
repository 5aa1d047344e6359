"""Pictures, links, addresses and emphasis that the page does not show as the editor meant them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.chapter.markup import CODE, FILLER
from macros.chapter.slips.lines import Slip
from macros.messages.problems import Severity
from macros.text.alternatives import is_file_name, says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!|:]")
_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<target>[^()\n]*)\)")
_CAPTION = re.compile(r"[^\"]*\s\"(?P<words>[^\"]*)\"\s*")
ADDRESS = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]^\n][^\[\]\n]*)\]:[ ]*\n?[ ]*(?P<target>[^\s]+)[ ]*"
    r"(?:\n?[ ]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ ]*$",
    re.MULTILINE,
)
ABBREVIATION = re.compile(r"^ {0,3}\*\[(?P<label>[^\[\]\n]+)\]:.*$", re.MULTILINE)
_BRACKETS = re.compile(r"\[(?P<label>[^\[\]\n]+)\]")
_LETTER = re.compile(r"[^\W\d_]")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]*\w[^\[\]\n]*)\](?P<gap>[ ]?)(?P<sign>[(\[])")
_TARGET = re.compile(r"[^\s()\[\]]*(?:\.md\b|://|/|#|\.(?:png|jpe?g|webp|svg|pdf)\b)", re.I)
_AIMED = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]*)\]\((?P<target>[^()\n]*)\)")
_TITLE = re.compile(r"\s([\"'])(?P<words>.+)\1")
_UNCLOSED = re.compile(r"\s[\"']")
"""The mark that would begin a title, where there is none."""
_WIKI = re.compile(r"\[\[(?P<words>[^\[\]\n]+)\]\]")
_FOREIGN = re.compile(r"(~~|==)(?=\S)[^~=\n]+?(?<=\S)\1")
_PART = r"(?=[^\s*])(?:[^*\n]|\n(?![ \t]*\n))+"
"""Words right after a star, without a further star, in one paragraph."""
_STRONG = re.compile(rf"(\*{{1,3}}){_PART}(?<=[^\s*])\1(?!\*)")
_TWO_END = re.compile(rf"(?<!\*)(?:\*{_PART}\*\*|\*\*{_PART}\*){_PART}(?<=[^\s*])\*{{3}}(?!\*)")
"""Bold within italics, or italics within bold, that end together."""
_RULE = re.compile(r"^[ ]{0,3}(?:\*[ ]{0,2}){3,}$", re.MULTILINE)
_PRODUCT = re.compile(r"\d\*\d[^*\n]*\d\*\d")


def without_code(text: str) -> str:
    """Return the text, of the same length, without code and escaped signs."""
    return _ESCAPED.sub("xx", CODE.sub(_masked, text))


def _masked(found: re.Match[str]) -> str:
    """Return letters in place of what was found; blank lines still part paragraphs."""
    return re.sub(r"[^\n]", "x", found.group())


def slips(text: str) -> Iterator[Slip]:
    """Yield the slips of a text in which fenced code is blank, and code and escapes masked."""
    for look in (
        _notes_in_place,
        _pictures,
        _addresses,
        _links,
        _turned_round,
        _targets,
        _strange_marks,
        _foreign,
        _emphasis,
    ):
        yield from look(text)


def _turned_round(text: str) -> Iterator[Slip]:
    for found in re.finditer(r"\((?P<words>[^()\[\]\n]+)\)\[(?P<page>[^\[\]\s]+\.md)\]", text):
        message = "liên kết viết ngược dấu ngoặc nên hiện nguyên dấu"
        yield Slip(found.start(), message, f"viết [{found['words']}]({found['page']})")


def _strange_marks(text: str) -> Iterator[Slip]:
    for found in re.finditer(r"\[ˆ(?P<label>\w+)\]", text):
        message = f"dấu chú thích {found.group()} có dấu mũ lạ nên hiện nguyên trên trang"
        yield Slip(found.start(), message, f"gõ lại [^{found['label']}]")


def _notes_in_place(text: str) -> Iterator[Slip]:
    for found in re.finditer(r"\^\[[^\[\]\n]+\]", text):
        message = "chú thích kiểu ^[…] hiện nguyên dấu trên trang"
        yield Slip(found.start(), message, "đặt dấu [^1] ở đây và viết “[^1]: …” thành đoạn riêng")


def _pictures(text: str) -> Iterator[Slip]:
    for found in _PICTURE.finditer(text):
        if not found["alt"].strip():
            remedy = "viết lời mô tả vào giữa hai ngoặc vuông: ![Ảnh chụp …](…)"
            yield Slip(found.start(), "ảnh không có lời mô tả", remedy, Severity.ERROR)
        elif FILLER not in found["alt"] and (
            is_file_name(found["alt"]) or says_nothing(found["alt"])
        ):
            message = f"lời mô tả “{found['alt'].strip()}” không tả gì"
            remedy = "tả cho người không thấy ảnh: trong ảnh có ai, đang làm gì, ở đâu"
            yield Slip(found.start(), message, remedy, Severity.ERROR)
        caption = _CAPTION.fullmatch(found["target"])
        if caption and caption["words"].strip() and not _is_own_paragraph(text, found):
            message = (
                f"chú thích ảnh “{caption['words']}” chỉ hiện khi đưa con trỏ đến, sách bỏ mất"
            )
            remedy = "để ảnh đứng riêng một đoạn, có dòng trống ở trên và dưới"
            yield Slip(found.start(), message, remedy, Severity.ERROR)


def _is_own_paragraph(text: str, picture: re.Match[str]) -> bool:
    """Return whether a picture is a paragraph of its own, so that its title is a caption."""
    before = text[: picture.start()].rsplit("\n\n", 1)[-1]
    after = text[picture.end() :].split("\n\n", 1)[0]
    return not before.strip(" >\n") and not after.strip(" >\n")


def _addresses(text: str) -> Iterator[Slip]:
    """Yield definitions of an address or of an abbreviation that the text never uses."""
    defined = sorted(
        [*ADDRESS.finditer(text), *ABBREVIATION.finditer(text)], key=lambda one: one.start()
    )
    if not defined:
        return
    pieces: list[str] = []
    at = 0
    for found in defined:
        pieces.append(text[at : found.start()])
        at = max(at, found.end())
    used = "\n".join([*pieces, text[at:]])
    labels = {_plain(one["label"]) for one in _BRACKETS.finditer(used)}
    words = set(re.findall(r"\w+", used))
    for found in defined:
        label = found["label"]
        abbreviation = found.re is ABBREVIATION
        if not abbreviation:
            unused = _plain(label) not in labels
        else:
            unused = label not in (words if re.fullmatch(r"\w+", label) else used)
        if not unused:
            continue
        what = "giải nghĩa chữ viết tắt" if abbreviation else "đặt địa chỉ liên kết"
        message = f"dòng “[{label}]: …” là dòng {what}, không hiện trên trang"
        remedy = f"viết \\[{label}]: … nếu là lời văn; thừa thì xóa"
        offset = found.start() + len(found.group()) - len(found.group().lstrip())
        yield Slip(offset, message, remedy, Severity.ERROR)


def _plain(label: str) -> str:
    return " ".join(label.lower().split())


def _links(text: str) -> Iterator[Slip]:
    labels = {_plain(one["label"]) for one in ADDRESS.finditer(text)}
    for found in _LINK.finditer(text):
        words, after = found["words"], text[found.end() :].split("\n\n", 1)[0]
        # Numbers in brackets are a mark of the source, unless an address follows them.
        if not _LETTER.search(words) and (found["sign"] == "[" or not _TARGET.match(after)):
            continue
        if found["sign"] == "[":
            label = after.partition("]")[0]
            if found["gap"] or _plain(label or words) in labels or "\n" in label:
                continue
            remedy = f"viết [{words}](tệp.md)"
        elif found["gap"]:
            if not _TARGET.match(after):
                continue
            remedy = "bỏ dấu cách giữa ] và ("
        elif _closed(after):
            continue
        else:
            remedy = "thêm dấu ) ở cuối địa chỉ"
        message = f"liên kết “{words}” viết sai nên hiện nguyên dấu ngoặc"
        yield Slip(found.start(), message, remedy)


def _closed(text: str) -> bool:
    """Return whether a parenthesis that is open before the text is closed in it."""
    depth = 1
    for sign in re.findall(r"[()]", text):
        depth += 1 if sign == "(" else -1
        if not depth:
            return True
    return False


def _targets(text: str) -> Iterator[Slip]:
    """Yield links whose words or address are not as they were meant."""
    for found in _AIMED.finditer(text):
        words, target = found["words"], found["target"].strip()
        if title := _TITLE.search(target):
            said = title["words"]
            message = f"lời “{said}” chỉ hiện khi đưa con trỏ đến liên kết, sách bỏ mất"
            yield Slip(found.start(), message, "viết lời ấy vào câu", Severity.ERROR)
        elif not target:
            message = f"liên kết “{words}” chưa có địa chỉ"
            yield Slip(found.start(), message, "viết địa chỉ giữa hai ngoặc tròn, hoặc bỏ ngoặc")
        elif not words.strip():
            message = "liên kết không có chữ nào để bấm"
            yield Slip(found.start(), message, f"viết [chữ hiện ra]({target})")
        elif _UNCLOSED.search(target):
            message = f"dấu nháy ở địa chỉ của liên kết “{words}” chưa đóng nên thuộc về địa chỉ"
            yield Slip(found.start(), message, "bỏ dấu nháy, viết lời sau nó vào câu")
        elif " " in target:
            message = f"địa chỉ liên kết “{target}” có dấu cách"
            remedy = f"đổi tên tệp không có dấu cách, hoặc viết {target.replace(' ', '%20')}"
            yield Slip(found.start(), message, remedy)
    for found in _WIKI.finditer(text):
        message = f"liên kết kiểu [[{found['words']}]] hiện nguyên dấu ngoặc"
        yield Slip(found.start(), message, "viết [chữ hiện ra](tệp.md)")


def _foreign(text: str) -> Iterator[Slip]:
    for found in _FOREIGN.finditer(text):
        message = f"dấu {found[1]} không phải dấu của trang, hiện nguyên trên trang"
        yield Slip(
            found.start(), message, f"bỏ dấu {found[1]}; chữ đậm viết **…**, chữ nghiêng *…*"
        )


def _emphasis(text: str) -> Iterator[Slip]:
    for found in _PRODUCT.finditer(text):
        message = f"dấu * trong “{found.group()}” bị hiểu là chữ nghiêng và mất"
        yield Slip(found.start(), message, "viết dấu nhân ×, hoặc \\*")
    rest = _RULE.sub(lambda found: " " * len(found.group()), text)
    rest = _TWO_END.sub(_masked, rest)
    closed = 1
    while closed:  # the innermost first
        rest, closed = _STRONG.subn(_masked, rest)
    blocks: set[int] = set()
    for found in re.finditer(r"\*{2,}", rest):
        block = rest.rfind("\n\n", 0, found.start())
        if block not in blocks:
            blocks.add(block)
            message = "dấu ** không khép thành chữ đậm, trang hiện nguyên dấu"
            remedy = "đặt ** sát chữ ở cả hai đầu: **chữ đậm**"
            yield Slip(found.start(), message, remedy)
