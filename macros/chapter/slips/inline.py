"""Pictures, links, addresses and emphasis that a page does not show as they were meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.chapter.slips.lines import Slip
from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!|:]")
_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<target>[^()\n]*)\)")
_CAPTION = re.compile(r"[^\"]*\s\"(?P<words>[^\"]*)\"\s*")
ADDRESS = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]^\n][^\[\]\n]*)\]:[ ]*\n?[ ]*(?P<target>[^\s]+)[ ]*"
    r"(?:\n?[ ]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ ]*$",
    re.MULTILINE,
)
SHORT = re.compile(r"^ {0,3}\*\[(?P<label>[^\[\]\n]+)\]:.*$", re.MULTILINE)
_BRACKETS = re.compile(r"\[(?P<label>[^\[\]\n]+)\]")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]*[^\W\d_][^\[\]\n]*)\](?P<gap>[ ]?)(?P<sign>[(\[])")
_TARGET = re.compile(r"[^\s()\[\]]*(?:\.md\b|://|/|#|\.(?:png|jpe?g|webp|svg|pdf)\b)", re.I)
_STRONG = re.compile(r"(\*{1,3})(?=[^\s*])(?:(?!\n[ \t]*\n)[^*])*?(?<=[^\s*])\1(?!\*)", re.DOTALL)
_RULE = re.compile(r"^[ ]{0,3}(?:\*[ ]{0,2}){3,}$", re.MULTILINE)
_PRODUCT = re.compile(r"\d\*\d[^*\n]*\d\*\d")


def masked(text: str) -> str:
    """Return the text, of the same length, without code and escaped signs."""
    text = _CODE.sub(lambda found: re.sub(r"[^\n]", "x", found.group()), text)
    return _ESCAPED.sub("xx", text)


def slips(text: str) -> Iterator[Slip]:
    """Yield the slips of a text in which fenced code is blank, and code and escapes masked."""
    for sign, look in (
        ("^[", _notes_in_place),
        ("![", _pictures),
        ("]:", _addresses),
        ("]", _links),
        ("*", _emphasis),
    ):
        if sign in text:
            yield from look(text)


def _notes_in_place(text: str) -> Iterator[Slip]:
    for found in re.finditer(r"\^\[[^\[\]\n]+\]", text):
        message = "chú thích kiểu ^[…] hiện nguyên dấu trên trang"
        yield Slip(found.start(), message, "đặt dấu [^1] ở đây và viết “[^1]: …” thành đoạn riêng")


def _pictures(text: str) -> Iterator[Slip]:
    for found in _PICTURE.finditer(text):
        if not found["alt"].strip():
            remedy = "viết lời mô tả vào giữa hai ngoặc vuông: ![Ảnh chụp …](…)"
            yield Slip(found.start(), "ảnh không có lời mô tả", remedy)
        caption = _CAPTION.fullmatch(found["target"])
        if caption and caption["words"].strip() and not _is_apart(text, found):
            message = (
                f"chú thích ảnh “{caption['words']}” chỉ hiện khi đưa con trỏ đến, sách bỏ mất"
            )
            remedy = "để ảnh đứng riêng một đoạn, có dòng trống ở trên và dưới"
            yield Slip(found.start(), message, remedy, Severity.ERROR)


def _is_apart(text: str, picture: re.Match[str]) -> bool:
    """Return whether a picture is a paragraph of its own, so that its title is a caption."""
    before = text[: picture.start()].rsplit("\n\n", 1)[-1]
    after = text[picture.end() :].split("\n\n", 1)[0]
    return not before.strip(" >\n") and not after.strip(" >\n")


def _addresses(text: str) -> Iterator[Slip]:
    """Yield lines that give the address of a link, or the sense of a word, that nobody uses."""
    defined = [*ADDRESS.finditer(text), *SHORT.finditer(text)]
    used = text
    for found in defined:
        used = used[: found.start()] + " " * len(found.group()) + used[found.end() :]
    labels = {_plain(one["label"]) for one in _BRACKETS.finditer(used)}
    for found in defined:
        label = found["label"]
        short = found.re is SHORT
        if (
            re.search(rf"(?<!\w){re.escape(label)}(?!\w)", used)
            if short
            else _plain(label) in labels
        ):
            continue
        what = "giải nghĩa chữ viết tắt" if short else "đặt địa chỉ liên kết"
        message = f"dòng “[{label}]: …” là dòng {what}, không hiện trên trang"
        remedy = f"viết \\[{label}]: … nếu là lời văn; thừa thì xóa"
        place = found.start() + len(found.group()) - len(found.group().lstrip())
        yield Slip(place, message, remedy, Severity.ERROR)


def _plain(label: str) -> str:
    return " ".join(label.lower().split())


def _links(text: str) -> Iterator[Slip]:
    labels = {_plain(one["label"]) for one in ADDRESS.finditer(text)}
    for found in _LINK.finditer(text):
        words, after = found["words"], text[found.end() :].split("\n\n", 1)[0]
        if found["sign"] == "[":
            label = after.partition("]")[0]
            if found["gap"] or _plain(label or words) in labels or "\n" in label:
                continue
            remedy = f"viết [{words}](tệp.md)"
        elif found["gap"]:
            if not _TARGET.match(after):
                continue
            remedy = "bỏ dấu cách giữa ] và ("
        elif ")" in after:
            continue
        else:
            remedy = "thêm dấu ) ở cuối địa chỉ"
        message = f"liên kết “{words}” viết sai nên hiện nguyên dấu ngoặc"
        yield Slip(found.start(), message, remedy)


def _emphasis(text: str) -> Iterator[Slip]:
    for found in _PRODUCT.finditer(text):
        message = f"dấu * trong “{found.group()}” bị hiểu là chữ nghiêng và mất"
        yield Slip(found.start(), message, "viết dấu nhân ×, hoặc \\*")
    rest = _RULE.sub(lambda found: " " * len(found.group()), text)
    for _ in range(3):
        rest = _STRONG.sub(lambda found: re.sub(r"\*", " ", found.group()), rest)
    blocks: set[int] = set()
    for found in re.finditer(r"\*{2,}", rest):
        block = rest.rfind("\n\n", 0, found.start())
        if block not in blocks:
            blocks.add(block)
            message = "dấu ** không khép thành chữ đậm, trang hiện nguyên dấu"
            remedy = "đặt ** sát chữ ở cả hai đầu: **chữ đậm**"
            yield Slip(found.start(), message, remedy)
