"""A finished build takes the place of the site, which is never missing meanwhile.

Where the system can, the two are exchanged in one call, else by two renames. What was replaced is
kept for going back (:mod:`macros.site.releases`).
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from macros.admission.docs import DOCS
from macros.messages.problems import Position, Problem, Severity
from macros.project.navigation import CONFIG
from macros.site.manifest import Manifest, dump, load
from macros.system.exchange import CannotExchangeError, exchange
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.site.releases import Releases

_PAGES = ("index.html", "404.html")
"""With the open data, the files by which a build without a manifest is recognized."""
_SOURCES = frozenset({DOCS, "data", "macros", "overrides", "scripts", "tests", ".git", ".venv"})

_HALF = ".part"
_IN_PLACE = Problem(
    Position("site"),
    "site/ là một điểm gắn (mount) nên được chép đè từng tệp: trong lúc chép, người đọc có thể gặp "
    "trang cũ lẫn trang mới",
    "muốn đổi cả trang trong một lần thì gắn thư mục cha, không gắn chính site/",
    Severity.NOTE,
)
_BY_RENAMES = Problem(
    Position("site"),
    "hệ thống này không đổi chỗ hai thư mục trong một lần được: trang được thay bằng hai lần đổi "
    "tên, giữa hai lần ấy trang vắng trong chốc lát",
    "không cần làm gì; lần dựng sau tự chữa nếu bị ngắt đúng lúc ấy",
    Severity.NOTE,
)


def refused(site: Path, root: Path, releases: Releases) -> Problem | None:
    """Return why the folder `site` must not be replaced; None where it may be.

    It is made anew each time, so whatever else lies in it would be lost.
    """
    position = Position(site.name or "site")
    if site == root or site in root.parents or (site / CONFIG).exists() or (site / ".git").exists():
        return Problem(
            position,
            f"thư mục {site} chứa chính dự án, dựng vào đó sẽ xóa mất",
            "chọn một thư mục riêng cho trang, ví dụ --site site",
        )
    if within := next((one for one in (root, PROGRAM) if _in_sources(site, one)), None):
        inner = site.relative_to(within).parts[0]
        return Problem(
            position,
            f"thư mục {site} nằm trong {inner}/ của dự án, là nơi chỉ có bài, dữ liệu hay mã nguồn",
            "chọn một thư mục riêng cho trang, ví dụ --site site",
        )
    if site.exists() and not site.is_dir():
        return Problem(
            position, f"{site} là một tệp, không phải thư mục", "đổi tên hoặc chuyển tệp ấy đi"
        )
    if site.is_dir() and any(site.iterdir()) and not _is_build(site, releases):
        return Problem(
            position,
            f"thư mục {site} không do lệnh này dựng ra, dựng vào đó sẽ xóa những gì đang có",
            "chọn thư mục khác, hoặc dọn trống thư mục ấy rồi chạy lại",
        )
    return None


def _in_sources(site: Path, root: Path) -> bool:
    """Return whether `site` lies in a folder that a site is made from, such as docs/."""
    return site.is_relative_to(root) and site.relative_to(root).parts[0] in _SOURCES


def _is_build(site: Path, releases: Releases) -> bool:
    """Return whether this program made a folder: by its manifest, or by its open data.

    A file or two with the names of ours prove nothing: any site has an index.html.
    """
    known = load(releases.current)
    if known:
        present = sum((site / path).is_file() for path in known.files)
        if present and 2 * present >= len(known.files):
            return True
    return all((site / path).is_file() for path in _PAGES) and _has_open_data(site / "data")


def _has_open_data(folder: Path) -> bool:
    """Return whether a folder holds the description of our open data, and what it describes."""
    try:
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        paths = [one["path"] for one in described["resources"]]
        return bool(paths) and all((folder / path).is_file() for path in paths)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def put_in_place(
    staging: Path, site: Path, releases: Releases, manifest: Manifest
) -> list[Problem]:
    """Put the folder `staging` in the place of `site`; return what an editor should know about it.

    `manifest` says what `staging` holds. Raises OSError.
    """
    make_readable(staging)
    if os.path.ismount(site):
        known = load(releases.current)
        others = fill(staging, site, known.files if known else None)
        _remember(releases, manifest)
        return [_IN_PLACE, *map(_left_there, others)]
    if not site.exists():
        site.parent.mkdir(parents=True, exist_ok=True)
        staging.rename(site)
        _remember(releases, manifest)
        return []
    before = releases.of_site(site)
    problems: list[Problem] = []
    try:
        exchange(staging, site)
    except CannotExchangeError:
        _by_renames(staging, site)
        problems.append(_BY_RENAMES)
    _remember(releases, manifest)
    if before.id == manifest.id:
        shutil.rmtree(staging, ignore_errors=True)
    else:
        releases.keep(staging, before)
    return problems


def _by_renames(staging: Path, site: Path) -> None:
    previous = staging.parent / "previous"
    shutil.rmtree(previous, ignore_errors=True)
    site.rename(previous)
    staging.rename(site)
    previous.rename(staging)


def _remember(releases: Releases, manifest: Manifest) -> None:
    """Store the manifest of the site atomically."""
    releases.folder.mkdir(parents=True, exist_ok=True)
    half = releases.current.with_suffix(".part")
    half.write_text(dump(manifest), encoding="utf-8")
    half.replace(releases.current)


def _left_there(path: str) -> Problem:
    message = f"tệp {path} trong site/ không do lệnh này dựng ra, được để nguyên"
    return Problem(Position("site"), message, "xóa tay nếu không cần", Severity.WARNING)


def fill(staging: Path, site: Path, made: Iterable[str] | None = None) -> list[str]:
    """Copy a build into a folder that cannot be renamed, each file whole, and remove the rest.

    `made` are the paths of the build before, if they are known: then all other files stay, because
    what is removed here cannot be brought back. Returns the paths of those that stay.
    """
    wanted = set(_files(staging))
    for path in sorted(wanted):
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_name(f".{target.name}{_HALF}")
        shutil.copyfile(staging / path, half)
        half.replace(target)
    rest = set(_files(site)) - wanted
    others = {path for path in rest - set(made) if not path.endswith(_HALF)} if made else set()
    for path in rest - others:
        (site / path).unlink()
    for folder, _, _ in os.walk(site, topdown=False):
        if folder != str(site):
            with suppress(OSError):  # one that still holds a file
                os.rmdir(folder)  # noqa: PTH106
    return sorted(others)


def _files(folder: Path) -> Iterator[str]:
    for here, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(here, name), folder)  # noqa: PTH118


def make_readable(folder: Path) -> None:
    """Let a web server read every file, whatever the umask of whoever builds."""
    mask = os.umask(0)
    os.umask(mask)
    if not mask & 0o055:
        return
    for here, _, names in os.walk(folder):
        os.chmod(here, 0o755)  # noqa: PTH101, S103
        for name in names:
            os.chmod(os.path.join(here, name), 0o644)  # noqa: PTH101, PTH118
