"""What a chapter's Markdown may not contain: raw HTML, scripts, remote images, inclusions.

Chapters come from forks by strangers. Each rule refuses a little more than what a browser would act
on, because a scan that imitates Markdown exactly could be tricked; the rules apply in code blocks
too. Every macro call in the text is masked by FILLER, so that offsets stay right.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.chapter.segments import SINGLE, SPACED, Fault, single_brace
from macros.messages.problems import About

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.chapter.segments import Segment

FILLER = "\ue000"

CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
"""Code within a paragraph, between backticks."""

_CURVED_CAPTION = re.compile(r"\s[“”„‘’«](?P<words>[^“”„‘’«»\"]+)[“”’»\"]\s*$")
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?P<name>!--|[/!?]?[A-Za-z][\w:+.-]*)?")
_AUTOLINK = re.compile(r"<(?=[a-z]+:|[^\s<>@]+@)[^\s<>]+>", re.IGNORECASE)
_ANGLED = re.compile(r"<([^<>\n:]+\.\w+)>")
_WORD = re.compile(r"</?[a-z]\d?:", re.IGNORECASE)
_HOLDS_OTHERS = ("table", "ul", "ol", "dl", "figure", "details")
_BRACE = re.compile(r"(?<!\{)\{(?![{%#])")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][A-Za-z][\w-]*[ ]*)+\}")
# Names of the theme, some of which cover the page or are looked for by its scripts.
_TAKEN = re.compile(r"\.(?:md-|js-|headerlink|citation\b)[\w-]*|#md-[\w-]*|#nguon-dan-[\w-]*")
_ASSIGNMENT = re.compile(r"\{[^\n=]*=")
_FENCE = re.compile(r"[ >]*(?P<mark>`{3,}|~{3,})")
_SNIPPET = re.compile(r"-8<-")
# By default, an emoji by name becomes an image from another host.
_EMOJI = re.compile(r":(?=[0-9_+-]*[a-z])[a-z0-9_+-]+:")
_BLOCK = re.compile(r"^[ \t>]*/{3,}.*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<target>(?:[^()]|\([^()]*\))*)\)")
_IMAGE_START = re.compile(r"!\[")
# Whether the file exists, and how it may be called, is checked where links are resolved.
_IMAGE_TARGET = re.compile(r"/?[^\s:&\\<>\"'/][^:&\\<>\"'\n]*(?:\s+\"[^\"<>]*\")?")
_LINK = re.compile(r"(?<=\]\()[^)\n]*(?:\n[^)\n]*)?")
# Not a footnote (label starts with ^) or an abbreviation (* before the label).
_DEFINITION = re.compile(r"^[ \t>*+-]*(?<!\*)\[(?!\^)[^\[\]\n]*\]:\s*(?P<target>\S+)", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)")
_HOST = re.compile(r"[\\/]{2}")
_CREDENTIALS = re.compile(r"(?:(?:https?|ftp):)?[\\/]{2}[^\\/?#]*@")
_SCHEMES = ("http", "https", "mailto")


def _spelt(letter: str) -> str:
    """Return a pattern for the letter, plain or as a character reference."""
    codes = "|".join(
        f"&#0*{ord(c)};?|&#x0*{ord(c):x};?" for c in dict.fromkeys((letter, letter.upper()))
    )
    return f"(?:{re.escape(letter)}|{codes})"


_IGNORED = r"(?:[\s\\\x00-\x20]|&Tab;|&NewLine;|&#0*(?:9|10|13);?|&#x0*[9ad];?)*"
# Browsers ignore tabs and line breaks within a scheme, and decode references in it.
_SCRIPT = re.compile(
    "(?:"
    + "|".join(_IGNORED.join(map(_spelt, word)) for word in ("javascript", "vbscript"))
    + f"){_IGNORED}(?::|&colon;|&#0*58;?|&#x0*3a;?)",
    re.IGNORECASE,
)


def without_calls(text: str, calls: Iterable[Segment]) -> str:
    """Return the text, of the same length, with FILLER in the place of each call."""
    pieces: list[str] = []
    at = 0
    for start, end in calls:
        pieces += [text[at:start], FILLER * (end - start)]
        at = end
    return "".join(pieces) + text[at:]


def blank(text: str) -> str:
    """Return spaces in place of a text, of the same length; line breaks are kept."""
    return re.sub(r"[^\n]", " ", text)


def without_fenced_code(text: str) -> str:
    """Return the text, of the same length, with its fenced code blank."""
    for start, end in fences(text):
        text = text[:start] + blank(text[start:end]) + text[end:]
    return text


def check_markup(text: str) -> Iterator[Fault]:
    """Yield a fault for everything in the masked text that a chapter may not contain."""
    yield from _tags(text)
    yield from _braces(text)
    yield from _inclusions(text)
    yield from _emoji(text)
    yield from _images(text)
    yield from _links(text)


def _tags(text: str) -> Iterator[Fault]:
    opened: Counter[str] = Counter()
    within = 0
    for match in _TAG.finditer(text):
        if match.start() < within:
            continue  # in an element that is reported where it begins
        if text.endswith("](", 0, match.start()):
            message = "địa chỉ liên kết đặt trong dấu < >"
            remedy = "bỏ dấu < >; tên tệp không có dấu cách"
            target = _ANGLED.match(text, match.start())
            about = About(target[1], "", remedy) if target else None
            yield Fault(match.start(), message, remedy, about)
            continue
        link = _AUTOLINK.match(text, match.start())
        if link and not _WORD.match(text, match.start()):
            remedy = "viết [chữ hiện ra](địa chỉ)"
            yield Fault(match.start(), f"liên kết “{link.group()}” viết kiểu <…>", remedy)
            continue
        name = match.group("name") or text[match.start() + 1]
        if name.startswith("/") and opened[name[1:].lower()] > 0:
            opened[name[1:].lower()] -= 1
            continue  # the end of an element that is reported where it begins
        opened[name.lower()] += 1
        if name == "!--":
            yield Fault(match.start(), "chương không được có chú thích HTML “<!-- … -->”", "bỏ đi")
            continue
        message = f"chương không được có thẻ HTML “<{name}>”"
        remedy = "dùng Markdown hoặc macro; muốn hiện dấu “<” thì viết &lt;"
        if _WORD.match(text, match.start()):
            remedy = "xóa: thẻ do Word để lại"
        if name.lower() in _HOLDS_OTHERS:
            end = text.find(f"</{name}>", match.end())
            within = max(end, match.end())
        yield Fault(match.start(), message, remedy)


def _braces(text: str) -> Iterator[Fault]:
    fenced = fences(text)
    reported = 0
    for match in _BRACE.finditer(text):
        if match.start() < reported:
            continue
        if spaced := SPACED.match(text, match.start()):
            reported = spaced.end()
            if not spaced.group().endswith("}}"):  # else reported where it ends
                yield single_brace(spaced)
            continue
        if attributes := _ATTRIBUTES.match(text, match.start()):
            if taken := _TAKEN.search(attributes.group()):
                message = f"“{taken.group()}” là của giao diện trang, dùng ở đây sẽ làm vỡ trang"
                yield Fault(match.start(), message, "bỏ đi, hoặc đặt tên khác")
            continue
        if single := SINGLE.match(text, match.start()):
            if not single.group().endswith("}}"):  # else reported where it ends
                yield single_brace(single)
            continue
        in_fence = any(start <= match.start() < end for start, end in fenced)
        if in_fence and not _ASSIGNMENT.match(text, match.start()):
            continue
        message = "ngoặc nhọn “{…}” chỉ dùng để đặt mã hoặc lớp"
        remedy = "viết {: #ma } hoặc {: .lop }; muốn hiện dấu “{” thì viết &#123;"
        yield Fault(match.start(), message, remedy)


def fences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) offsets of the fenced code blocks, fences included."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    offset = 0
    for line in text.splitlines(keepends=True):
        fence = _FENCE.match(line)
        if fence is None:
            pass
        elif opened is None:
            opened = (offset, fence["mark"])
        elif fence["mark"].startswith(opened[1]):
            found.append((opened[0], offset + len(line)))
            opened = None
        offset += len(line)
    return found


def _inclusions(text: str) -> Iterator[Fault]:
    for match in _SNIPPET.finditer(text):
        message = "chương không được chèn tệp khác bằng “--8<--”"
        yield Fault(match.start(), message, "viết thẳng nội dung vào chương")
    for match in _BLOCK.finditer(text):
        message = "chương không được dùng khối “///”"
        yield Fault(match.start(), message, "dùng “!!! note” hoặc đoạn văn thường")


def _emoji(text: str) -> Iterator[Fault]:
    for match in _EMOJI.finditer(text):
        message = f"chương không được có biểu tượng “{match.group()}”"
        yield Fault(match.start(), message, "dùng chữ, hoặc thêm dấu cách sau dấu hai chấm")


def _images(text: str) -> Iterator[Fault]:
    for start in _IMAGE_START.finditer(text):
        match = _IMAGE.match(text, start.start())
        if match is None:
            yield Fault(start.start(), *_unreadable_picture(text, start.start()))
        elif FILLER in match.group():
            message = "ảnh không lấy lời mô tả hay tên tệp từ lời gọi macro được"
            yield Fault(start.start(), message, "gõ thẳng: ![mô tả](anh/ten-tep.jpg)")
        elif match["target"].startswith("<"):
            continue  # reported as a tag
        elif curved := _CURVED_CAPTION.search(match["target"]):
            message = "chú thích ảnh không nằm trong dấu nháy thẳng"
            yield Fault(start.start(), message, f'viết "{curved["words"]}"')
        elif not _IMAGE_TARGET.fullmatch(match["target"].strip()):
            message = f"ảnh “{_short(match['target'])}” không nằm trong trang này"
            remedy = "đặt tệp ảnh vào docs/ và ghi đường dẫn tương đối"
            if "\\" in match["target"] and ":" not in match["target"]:
                message = "đường dẫn ảnh có dấu \\"
                remedy = f"viết {match['target'].split(' ')[0].replace(chr(92), '/')}"
            yield Fault(start.start(), message, remedy)


def _unreadable_picture(text: str, start: int) -> tuple[str, str]:
    """Return why Markdown would not find the end of a picture, and what to write."""
    rest = text[start:].partition("\n")[0]
    if re.match(r"!\[[^\]\n]*\[", rest):
        message = "lời mô tả ảnh có ngoặc vuông nên không đọc được"
        return message, "bỏ ngoặc vuông trong lời mô tả, ví dụ dùng ngoặc tròn"
    return "ảnh phải viết trọn trong một cặp ngoặc", "viết ![mô tả](anh/ten-tep.jpg)"


def _links(text: str) -> Iterator[Fault]:
    scripts = {match.start() for match in _SCRIPT.finditer(text)}
    for offset in sorted(scripts):
        message = "liên kết không được chạy mã (javascript:)"
        yield Fault(offset, message, "ghi địa chỉ https://… hoặc tệp .md")
    targets = [(m.start(), m.group()) for m in _LINK.finditer(text)]
    targets += [(m.start("target"), m["target"]) for m in _DEFINITION.finditer(text)]
    for offset, target in targets:
        if any(offset <= script <= offset + len(target) for script in scripts):
            continue
        if FILLER in target:
            message = "địa chỉ liên kết không được lấy từ macro"
            yield Fault(offset, message, 'dùng macro tự tạo liên kết, như {{ person("…") }}')
        elif _CREDENTIALS.match(seen := _seen(target)):
            message = "địa chỉ liên kết có tên hoặc mật khẩu trước dấu @"
            yield Fault(offset, message, "bỏ phần từ sau // đến hết dấu @")
        elif _HOST.match(seen):
            message = "địa chỉ liên kết bắt đầu bằng hai dấu gạch chéo"
            yield Fault(offset, message, "ghi đủ https://… hoặc tệp .md")
        elif (scheme := _scheme(seen)) and scheme not in _SCHEMES:
            message = f"liên kết không được dùng “{scheme}:”"
            yield Fault(offset, message, "ghi địa chỉ https://… hoặc tệp .md")


def _seen(target: str) -> str:
    """Return the target as a browser reads it, but with its backslashes, which mean slashes."""
    return re.sub(r"[\s\x00-\x20<]", "", html.unescape(html.unescape(target))).lower()


def _scheme(seen: str) -> str | None:
    """Return the scheme that a browser would see in the target, or None."""
    match = _SCHEME.match(seen.replace("\\", ""))
    return match.group() if match else None


def _short(target: str) -> str:
    flat = " ".join(re.sub(f"{FILLER}+", "…", target).split())
    return flat if len(flat) <= 60 else flat[:59] + "…"
