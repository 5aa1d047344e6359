"""Begin a new organization: files that check and build at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.authoring.scaffold import ScaffoldError, new_organization
from macros.messages.telling import DONE, WRONG, Line, faults
from macros.project.navigation import CONFIG

if TYPE_CHECKING:
    from macros.messages.telling import Telling
    from macros.project.project import Project

_STEP = 10
_NEXT = """\

Việc tiếp theo:
  1. Ghi nguồn vào data/sources/<mã nguồn>.yml, rồi make evidence SOURCES=<thư mục bản phiên âm>.
  2. Ghi tên gọi, ngày thành lập… vào data/organizations/{id}/organization.yml; nhân sự, đại hội,
     số liệu vào các tệp leadership.yml, congresses.yml, statistics.yml cạnh đó.
  3. Viết chương trong docs/{id}/; tên mục trong mục lục ở phần nav của mkdocs.yml.
  4. make check để soát, make serve để xem."""


def create(project: Project, identifier: str, name: str, kind: str) -> Telling:
    """Write the files of a new organization, all or none; the status is 1 if it is refused."""
    root = project.root
    archive, _ = load_archive(root)
    order = max((one.organization.order for one in archive.volumes), default=0) + _STEP
    try:
        files = new_organization(root, identifier, name, kind=kind, order=order)
    except ScaffoldError as refusal:
        yield from faults([f"lỗi: {refusal.message} → {refusal.remedy}"])
        return WRONG
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        yield Line(f"{path}: {'thêm mục' if path == CONFIG else 'đã tạo'}")
    yield Line(_NEXT.format(id=identifier))
    return DONE
