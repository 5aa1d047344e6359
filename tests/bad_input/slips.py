"""Slips as editors make them, each told once: what one is, and the edits that make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.small_site import (
    CHAPTER,
)

Edit = Callable[[Path], None]
EVENTS = "data/organizations/may-thuong/events.yml"
CONFLICTS = "data/organizations/may-thuong/conflicts.yml"
EVIDENCE = "data/sources/ky-yeu.evidence.json"
NAV = "mkdocs.yml"
POSTS = "data/posts.yml"
INDICATORS = "data/indicators.yml"
KHE = "data/people/phung-van-khe.yml"
PICTURES = "docs/may-thuong/anh"

MORE = {
    EVENTS: """\
events:
  - id: hop-ban
    date: "1952-05-10"
    summary: Đại hội bầu bà Lý Thị Mận làm Bí thư.
    documents: [quyet-dinh-12-1950, quyet-dinh-kem-1950]
    people: [ly-thi-man]
    cite: ky-yeu#2
    cite_for: { documents: ky-yeu#1 }
  - id: hop-lai
    date: "1958-08-20"
    summary: Đại hội lại họp.
    cite: ky-yeu#5
""",
    CONFLICTS: """\
conflicts:
  - id: so-dang-vien
    kind: contradiction
    topic: số đảng viên
    claims:
      - { fact: dang-vien-1955, shown: true }
      - { statement: có đảng viên nữ, cite: ky-yeu#3 }
    note: Hai chỗ khác nhau.
""",
    "data/abbreviations.yml": """\
abbreviations:
  - { short: BCH, full: Ban Chấp hành }
""",
}
"""What the small site has besides, so that there is more to get wrong."""


@dataclass(frozen=True)
class Slip:
    """A slip, made by `edit`; it is told once, at `path` and the line with `at`, in `words`.

    Without `at`, any line. Patterns in `words` are in the message, those in `never` are not.
    """

    name: str
    edit: Edit
    path: str
    at: str = ""
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def typed(path: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text, old
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def written(path: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return edit


def added(path: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        before = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(before + text, encoding="utf-8")

    return edit


def removed(path: str) -> Edit:
    return lambda root: (root / path).unlink()


def renamed(old: str, new: str) -> Edit:
    return lambda root: (root / old).rename(root / new) and None


def drawn(path: str) -> Edit:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        kind = "JPEG" if path.lower().endswith("jpg") else "PNG"
        Image.new("RGB", (2, 2)).save(root / path, format=kind)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit


def at(name: str, path: str, old: str, new: str, *words: str, never: tuple[str, ...] = ()) -> Slip:
    """Return a slip that is told at the first line that it changes."""
    line = next(b for a, b in zip([*old.split("\n"), ""], new.split("\n"), strict=False) if a != b)
    return Slip(name, typed(path, old, new), path, line, words, never)


def linked(name: str, target: str, *words: str, picture: bool = False) -> Slip:
    mark = "!" if picture else ""
    text = f"\nXem {mark}[chỗ này]({target}).\n"
    return Slip(name, added(CHAPTER, text), CHAPTER, f"]({target})", words)
