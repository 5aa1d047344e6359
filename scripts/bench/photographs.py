"""How long a site with many photographs takes: the first time, and when their copies are kept.

    python -m scripts.bench.photographs FOLDER COUNT

writes a fabricated project with so many photographs of twelve megapixels to FOLDER/project.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from macros.system.program import PROGRAM
from macros.text.numbers import say_number
from scripts.bench.measure import Build, BuildError, Run, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ORGANIZATIONS = 5
SIZE = (4000, 3000)
_QUALITY = 92
_SITE = (sys.executable, "-m", "scripts.build", "--root", ".", "--site", "site")
_CHECK = (sys.executable, "-m", "scripts.check", "--root", ".")
_CACHES = (".cache/copies", ".cache/looked")
_RECORD = """\
kind: photograph
alt: Mấy bóng người đứng trước một ngôi nhà, ảnh số {number}
caption: Cảnh sinh hoạt, ảnh số {number}
date: "{year}"
holder: kho lưu trữ
licence: unknown
"""


@dataclass(frozen=True)
class Album:
    """The runs of each command on a project with `count` photographs of `size` bytes together."""

    count: int
    size: int
    runs: tuple[tuple[str, Run], ...]


def measure_photographs(folder: Path, count: int, say: Callable[[str], None]) -> Album:
    """Write the project, check and build it twice; raises BuildError."""
    command = (sys.executable, "-m", "scripts.bench.photographs", str(folder), str(count))
    done = subprocess.run(command, cwd=PROGRAM, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(done.stderr)
    project = folder / "project"
    say(f"{count} ảnh 12 triệu điểm:")
    taken = []
    for build in (
        Build("make check, lần đầu", project, _CHECK, "none", _CACHES),
        Build("make check, lần sau", project, _CHECK, "none"),
        Build("make site, ảnh đã soát, chưa có bản thu nhỏ", project, _SITE, "site"),
        Build("make site, lần sau", project, _SITE, "site"),
    ):
        one = run(build)
        taken.append((build.name, one))
        say(f"  {build.name}: {one.wall:.1f} giây")
    photographs = (project / "data" / "pictures").glob("*.jpg")
    return Album(count, sum(one.stat().st_size for one in photographs), tuple(taken))


def photographs_to_markdown(albums: Sequence[Album]) -> str:
    """Return a table for each album."""
    lines = []
    for one in albums:
        mean = say_number(round(one.size / one.count / 1000))
        lines += [
            f"## {say_number(one.count)} ảnh 12 triệu điểm, trung bình {mean} KB",
            "",
            "| Việc | Giây | Giây xử lý | Bộ nhớ, MB | Tệp, MB |",
            "|---|--:|--:|--:|--:|",
        ]
        lines += [
            f"| {name} | {_number(run.wall)} | {_number(run.cpu)} | {run.memory // 1_000_000} "
            f"| {run.size // 1_000_000} |"
            for name, run in one.runs
        ]
        lines.append("")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def photographs_to_json(albums: Sequence[Album]) -> list[dict[str, Any]]:
    """Return every run."""
    return [
        {"count": one.count, "size": one.size, "runs": {name: asdict(r) for name, r in one.runs}}
        for one in albums
    ]


def write_album(project: Path, count: int) -> None:
    """Add photographs to a fabricated project, some to each of its chapters."""
    from macros.system.parallel import in_parallel

    folder = project / "data" / "pictures"
    folder.mkdir()
    names = [f"anh-{number}" for number in range(count)]
    in_parallel("việc làm ảnh mẫu", partial(_photograph, folder), names)
    chapters = sorted(project.glob("docs/to-chuc-*/*.md"))
    for at, chapter in enumerate(chapters):
        own = names[at :: len(chapters)]
        if own:
            listed = ", ".join(f'"{name}"' for name in own)
            text = chapter.read_text(encoding="utf-8")
            chapter.write_text(f"{text}\n{{{{ gallery([{listed}]) }}}}\n", encoding="utf-8")


def _photograph(folder: Path, name: str) -> None:
    """Write one photograph of soft shapes with grain, and its record."""
    from PIL import Image

    number = int(name.rpartition("-")[2])
    chance = Random(number)  # noqa: S311  (the same pictures each time)
    small = Image.frombytes("RGB", (40, 30), chance.randbytes(3 * 40 * 30))
    picture = small.resize(SIZE, Image.Resampling.BICUBIC)
    tile = Image.frombytes("RGB", (500, 500), chance.randbytes(3 * 500 * 500))
    tile = tile.resize((1000, 1000), Image.Resampling.BILINEAR)
    grain = Image.new("RGB", SIZE)
    for x in range(0, SIZE[0], 1000):
        for y in range(0, SIZE[1], 1000):
            grain.paste(tile, (x, y))
    Image.blend(picture, grain, 0.08).save(folder / f"{name}.jpg", quality=_QUALITY)
    record = _RECORD.format(number=number, year=1950 + number % 50)
    (folder / f"{name}.yml").write_text(record, encoding="utf-8")


if __name__ == "__main__":
    from scripts.bench.prepare import alone

    os.chdir(PROGRAM)
    alone(Path(sys.argv[1]), ORGANIZATIONS)
    write_album(Path(sys.argv[1]) / "project", int(sys.argv[2]))
