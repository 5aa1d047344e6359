"""Return to an earlier build; the build that it replaces is kept in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import Position, Problem, Severity
from macros.site.build import BUSY, only_one, recover, reporting_disk_errors, work_of
from macros.site.manifest import compare, read_folder
from macros.site.publication import put_in_place, refused
from macros.site.releases import KEPT, Releases
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.messages.output import Output
    from macros.site.manifest import Manifest
    from macros.site.releases import Release

_PLACE = Position(".cache/releases")
_NONE = Problem(
    _PLACE,
    "chưa có bản nào trước bản đang đăng",
    f"mỗi lần make site thay một bản khác, bản cũ được giữ ở đây ({KEPT} bản gần nhất)",
)


@reporting_disk_errors
def rollback(site: Path, to: str = "") -> Output:
    """Put the release `to` in the place of the site; if it is "", the last that is sound."""
    with only_one(work_of(site)) as free:
        if not free:
            yield from error_lines([BUSY])
            return WRONG
        recover(work_of(site), site)
        releases = Releases.beside(site)
        if problem := refused(site, site.parent, releases):
            yield from error_lines([problem])
            return WRONG
        chosen, problems = _named(releases, to) if to else _last_sound(releases)
        yield from error_lines(problems)
        if chosen is None:
            return WRONG
        # Moved out of the releases first: the build that it replaces may get the same name there.
        staging = work_of(site) / "rollback"
        chosen.site.rename(staging)
        yield from error_lines(put_in_place(staging, site, releases, chosen.manifest))
        yield Line(f"Đã đưa trở lại bản {chosen.folder.name}{_words(chosen.manifest)}.")
        yield from _listing(releases.listed())
        return DONE


def _named(releases: Releases, name: str) -> tuple[Release | None, list[Problem]]:
    """Return the release of that name; None and why, if it cannot be published."""
    listed = releases.listed()
    chosen = next((one for one in listed if one.folder.name == name), None)
    if chosen is None:
        known = ", ".join(one.folder.name for one in listed)
        remedy = f"chọn: {known}" if known else _NONE.remedy
        return None, [Problem(_PLACE, f"không có bản “{name}”", remedy)]
    if problem := _spoilt(chosen):
        return None, [problem]
    return chosen, []


def _last_sound(releases: Releases) -> tuple[Release | None, list[Problem]]:
    """Return the last release that is still what was kept, and what is wrong with later ones."""
    listed, incomplete = releases.listed(), releases.incomplete()
    if not listed and not incomplete:
        return None, [_NONE]
    problems = [
        Problem(
            _PLACE,
            f"bản {name} không dùng được: mất manifest.json hoặc các tệp của trang",
            "bỏ qua; lần make site sau sẽ dọn thư mục ấy",
            Severity.WARNING,
        )
        for name in incomplete
    ]
    for one in listed:
        problem = _spoilt(one)
        if problem is None:
            return one, problems
        remedy = "bỏ qua; cần bản ấy thì dựng lại từ commit của nó"
        problems.append(replace(problem, remedy=remedy, severity=Severity.WARNING))
    message = f"không bản nào trong {len(problems)} bản được giữ còn dùng được"
    again = "dựng lại từ một commit cũ: git checkout mã-commit, rồi make site"
    return None, [*problems, Problem(_PLACE, message, again)]


def _spoilt(release: Release) -> Problem | None:
    """Return that a release is no longer what was kept, with a file that shows it."""
    difference = compare(release.manifest.files, read_folder(release.site))
    if difference.same:
        return None
    words = ("thiếu", difference.missing), ("thừa", difference.added), ("khác", difference.changed)
    how, paths = next(one for one in words if one[1])
    return Problem(
        _PLACE,
        f"bản {release.folder.name} không còn như lúc được giữ ({how} {paths[0]})",
        "chọn bản khác bằng TO=mã, hoặc dựng lại từ commit của bản ấy",
    )


def _listing(listed: list[Release]) -> Iterator[Line]:
    """Yield the releases that are still kept."""
    if listed:
        yield Line("Các bản còn giữ (make rollback TO=mã):")
    for one in listed:
        when = datetime.fromtimestamp(one.replaced, UTC).astimezone()
        yield Line(f"  {one.folder.name}{_words(one.manifest)}, bị thay lúc {when:%H:%M %d/%m/%Y}")


def _words(manifest: Manifest) -> str:
    commit = f", commit {manifest.commit[:10]}" if manifest.commit else ""
    changed = " (có sửa đổi chưa ghi)" if manifest.commit.endswith("+") else ""
    return f" ({say_number(len(manifest.files))} tệp{commit}{changed})"
