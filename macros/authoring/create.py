"""Create a new organization: files that pass the checks and build at once."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from macros.archive.complete import load_archive
from macros.authoring.scaffold import ScaffoldError, clean_name, new_organization, refuse_id
from macros.authoring.starter import new_site
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.project.navigation import CONFIG
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from macros.messages.output import Output
    from macros.project.project import Project

_STEP = 10
_NEXT = """\

Việc tiếp theo:
  1. Đưa tài liệu (Word, PDF, bản quét, văn bản thuần) vào làm nguồn: make source{where}
     FILE=<tệp> ID=<mã nguồn> TITLE="<tên>" SOURCES=<thư mục bản chép>.
  2. make untold{where} SOURCE=<mã nguồn> mở tại máy trang đề nghị dữ kiện để nhận từng mục; ghi
     tay thì vào data/organizations/{id}/: organization.yml, leadership.yml, congresses.yml, …
  3. Viết chương trong docs/{id}/; tên mục trong mục lục ở phần nav của mkdocs.yml.
  4. make check{where} để soát, make serve{where} để xem."""


class Belonging(NamedTuple):
    """Where a new organization stands: its area, its superior, whether it has a volume."""

    area: str = ""
    parent: str = ""
    listed: bool = True


PLAIN = Belonging()


def create(
    project: Project, identifier: str, name: str, kind: str, belonging: Belonging = PLAIN
) -> Output:
    """Write the files of a new organization, all or none; the exit status is 1 if it is refused."""
    root = project.root
    archive, _ = load_archive(root)
    order = max((one.organization.order for one in archive.volumes), default=0) + _STEP
    try:
        refuse_id(root, identifier)
        title = f"Lịch sử {clean_name(name)}"
        site_files = {} if project.config.is_file() else new_site(root, title)
        files = new_organization(
            root,
            identifier,
            name,
            kind=kind,
            order=order,
            listed=belonging.listed,
            area=belonging.area,
            parent=belonging.parent,
            config=site_files.get(CONFIG),
        )
    except ScaffoldError as refusal:
        yield from error_lines([f"lỗi: {refusal.message} → {refusal.remedy}"])
        return WRONG
    if site_files:
        yield Line(f"{root}: mở trang “{title}”, với các trang tra cứu và danh mục")
    for path, text in {**site_files, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        if path in files:
            yield Line(f"{path}: {'thêm mục' if path == CONFIG else 'đã tạo'}")
    where = "" if root == PROGRAM else f" ROOT={quote(str(root))}"
    if belonging.listed:
        yield Line(_NEXT.format(id=identifier, where=where))
    return DONE
