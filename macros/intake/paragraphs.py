"""`make paragraphs`: the paragraphs of a source with their numbers, and pages where known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.published import text_path
from macros.evidence.sidecar import load
from macros.evidence.transcriptions import unusable
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.suggest import nearest
from macros.project.transcriptions import remembered

if TYPE_CHECKING:
    from pathlib import Path

    from macros.messages.output import Output

_KINDS = {"heading": "đề mục", "row": "bảng", "note": "chú thích", "box": "hộp chữ"}


def paragraphs(root: Path, source: str, folder: Path | None = None) -> Output:
    """Print the paragraphs of a source; the exit status is 1 if its transcription is not here."""
    found = folder or remembered(root)
    if source and text_path(root, source).is_file():
        found = text_path(root, source).parent
    if found is None or not found.is_dir():
        remedy = "thêm SOURCES=thư-mục có các bản chép"
        yield from error_lines([f"lỗi: chưa biết bản chép ở đâu → {remedy}"])
        return WRONG
    path = found / f"{source}.txt"
    if not source or not path.is_file():
        known = sorted(one.stem for one in found.glob("*.txt"))
        near = nearest(source, known) if source else None
        message = f"không có bản chép “{source}”" if source else "chưa ghi mã nguồn"
        yield from error_lines([f"lỗi: {message} → {_remedy(near, known)}"])
        return WRONG
    if problem := unusable(path):
        yield from error_lines([problem])
        return WRONG
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    known_of = load(found, source, lines)
    for number, line in enumerate(lines, start=1):
        own = known_of.get(number, {})
        where = f", tr. {own['page']}" if own.get("page") else ""
        kind = f" [{_KINDS[own['kind']]}]" if own.get("kind") in _KINDS else ""
        yield Line(f"đoạn {number}{where}{kind}: {line}")
    return DONE


def _remedy(near: str | None, known: list[str]) -> str:
    if near:
        return f"có phải SOURCE={near}?"
    return f"SOURCE là một trong: {', '.join(known)}" if known else "chạy make source FILE=…"
