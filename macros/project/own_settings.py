"""What a site's own mkdocs.yml may not hold: what runs when it is read, what cannot be changed.

Its plugins and hooks run code in a build, so a maintainer approves each change of it. A check runs
nothing of it, and reports at its line what the build would refuse.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from macros.loading.yaml.strict import Table, Text
from macros.messages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("markdown", "pymdownx", "material", "macros")
"""The packages that `!!python/name:` and uninstalled extensions of Markdown may be from."""
# PyYAML calls whatever such a tag names; `!!python/name:` looks it up, for which it runs the
# module. A tag may write its letters as %XX, or in short as %TAG says.
_RUNS = re.compile(
    rf"python/(?!name:(?:{'|'.join(PACKAGES)})\.)\w+|!<tag:|%TAG|(?<![^\s\[{{,])!\S*%[0-9A-Fa-f]{{2}}"
)
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_NOT_INLINE = re.compile(
    r"<(?!/?(?:a|b|br|em|i|small|span|strong)\b)[A-Za-z!?]|\son\w+\s*=|(?:java|vb)script:|data:",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PLAIN = ("site_name", "site_description", "site_author")
INHERITED = "macros/project/settings.yml"
"""Where this repository's mkdocs.yml finds the program's settings; other sites need no INHERIT."""
_FIXED = ("docs_dir", "site_dir", "use_directory_urls")
REFUSED_PLUGINS = {
    "social": "vẽ hình bằng phông chữ tải từ máy chủ khác; trang đã có hình chia sẻ",
    "privacy": "tải tệp từ máy chủ khác; trang này không gọi máy chủ nào",
    "info": "hỏi máy chủ khác về phiên bản mới, rồi dừng việc dựng trang",
    "blog": "ghi thêm tệp vào docs/, không qua được bước soát",
    "tags": "ghi thêm tệp vào trang, không qua được bước soát trang đã dựng",
    "offline": "đổi địa chỉ các trang, liên kết giữa các trang hỏng",
    "optimize": "cần chương trình khác để nén hình, mỗi máy cho ra tệp một khác",
    "group": "giấu các mục khác trong nó, không soát được",
}
"""Plugins of the theme with which a build hangs, fails, differs by machine or is not published."""
_SCHEMES = ("http", "https", "mailto")


def runs_code(text: str) -> int:
    """Return the line, from 1, of the first YAML tag that runs code; 0 if there is none."""
    found = _RUNS.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def may_extend(name: object) -> bool:
    """Return whether an extension of Markdown that settings name may be imported."""
    if not isinstance(name, str):
        return False
    return name in _installed() or name.startswith(tuple(f"{one}." for one in PACKAGES))


# Cached, because each call reads the metadata of every installed package.
@cache
def _installed() -> frozenset[str]:
    return frozenset(one.name for one in entry_points(group="markdown.extensions"))


def refused_settings(settings: Table) -> Iterator[Problem]:
    """Yield what the build would refuse of a site's settings, each at its place."""
    for key in settings:
        if key in _FIXED:
            remedy = "xóa dòng này: các chương ở docs/, trang được dựng vào site/"
            yield Problem(key.position, f"không đổi được “{key}”", remedy)
    inherited = settings.get("INHERIT")
    if isinstance(inherited, Text) and inherited != INHERITED:
        message = f"INHERIT chỉ nhận {INHERITED}"
        yield Problem(inherited.position, message, f"viết “INHERIT: {INHERITED}”, hoặc xóa dòng")
    for name in _PLAIN:
        if isinstance(value := settings.get(name), Text):
            yield from _markup(value)
    holder = settings.get("copyright")
    if isinstance(holder, Text) and _NOT_INLINE.search(holder):
        message = "“copyright” chỉ nhận chữ, chữ đậm, chữ nghiêng và liên kết https"
        yield Problem(holder.position, message, "bỏ các thẻ HTML khác")


def refused_title(title: Text) -> Iterator[Problem]:
    """Yield that a title of the navigation holds markup."""
    yield from _markup(title)


def refused_address(address: Text) -> Iterator[Problem]:
    """Yield that a link of the navigation runs a script or holds data."""
    found = _SCHEME.match(address)
    if found and found[1].lower() not in _SCHEMES:
        message = f"liên kết trong mục lục không được dùng “{found[1]}:”"
        yield Problem(address.position, message, "ghi địa chỉ https://… hoặc tệp .md")


def _markup(text: Text) -> Iterator[Problem]:
    if _MARKUP.search(text):
        message = "có dấu “<” mà trình duyệt đọc là thẻ HTML, chữ sau nó sẽ mất"
        yield Problem(text.position, message, "dùng ngoặc khác, ví dụ (…) hoặc “…”")
