"""What a pull request changes beside facts and chapters: navigation, settings, other files."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from macros.admission.data_pictures import FOLDER, SUFFIXES
from macros.admission.docs import DOCS, PICTURES
from macros.changes.record_words import EMPTY
from macros.changes.state import listed
from macros.project.navigation import CONFIG
from macros.text.numbers import say_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.changes.state import State
    from macros.project.base import ChangedFiles

_CONTENT = ("data/", f"{DOCS}/", CONFIG)


def navigation_changes(old: State, new: State) -> Iterator[str]:
    """Yield what differs in the navigation and in the settings of the site, a line each."""
    before, after = listed(old.navigation), listed(new.navigation)
    was, now = dict(before), dict(after)
    for page, title in after:
        if page not in was:
            yield f"Mục lục thêm {page} ({title or 'không có tên riêng'})"
        elif was[page] != title:
            yield f"Mục lục đổi tên {page}: {was[page] or EMPTY} → {title or EMPTY}"
    yield from (f"Mục lục bỏ {page} ({title})" for page, title in before if page not in now)
    left = [page for page, _ in before if page in now]
    kept = [page for page, _ in after if page in was]
    if left != kept:
        matcher = SequenceMatcher(None, left, kept, autojunk=False)
        stayed = {
            left[at]
            for one in matcher.get_matching_blocks()
            for at in range(one.a, one.a + one.size)
        }
        moved = ", ".join(page for page in kept if page not in stayed)
        yield f"Mục lục đổi thứ tự: {moved}"
    settings, others = (
        {str(k): v for k, v in one.navigation.settings.items() if k != "nav"} for one in (old, new)
    )
    for key in dict.fromkeys([*settings, *others]):
        if settings.get(key) != others.get(key):
            yield f"{CONFIG}, “{key}”: {settings.get(key, EMPTY)} → {others.get(key, EMPTY)}"


def replaced_pictures(files: ChangedFiles) -> frozenset[str]:
    """Return the ids of the pictures of data/pictures whose file is another one."""

    def named(paths: tuple[str, ...]) -> set[str]:
        found = (PurePosixPath(one) for one in paths)
        return {one.stem for one in found if str(one.parent) == FOLDER and one.suffix in SUFFIXES}

    # One may be replaced by a file of another kind.
    return frozenset(named(files.changed) | (named(files.removed) & named(files.added)))


def picture_changes(files: ChangedFiles) -> Iterator[str]:
    """Yield the picture files beside the chapters that came, went or were replaced."""
    for word, paths in (("Thêm", files.added), ("Thay", files.changed), ("Bỏ", files.removed)):
        for path in paths:
            if path.startswith(f"{DOCS}/") and PurePosixPath(path).suffix in PICTURES:
                yield f"{word} tệp hình {path}"


def text_changes(old: State, new: State) -> Iterator[str]:
    """Yield the texts of sources that are published now, are no more, or differ, a line each."""
    for source in sorted({*old.texts, *new.texts}):
        before, after = old.texts.get(source), new.texts.get(source)
        if before is None and after is not None:
            yield f"Công bố lời của nguồn “{source}”: {len(after)} đoạn; xem lại lý do ở published"
        elif after is None:
            yield f"Thôi công bố lời của nguồn “{source}”"
        elif before is not None and before != after:
            pairs = enumerate(zip_longest(before, after), start=1)
            differing = [number for number, (one, other) in pairs if one != other]
            yield f"Sửa lời của nguồn “{source}”: đoạn {say_ranges(differing)}"


def program_changes(files: ChangedFiles) -> Iterator[str]:
    """Yield how many files outside the content differ, by folder: somebody must read the code."""
    counts = Counter(
        path.partition("/")[0] if "/" in path else "thư mục gốc"
        for path in (*files.added, *files.changed, *files.removed)
        if not path.startswith(_CONTENT)
    )
    for folder, count in sorted(counts.items()):
        yield f"{folder}: {count} tệp"
