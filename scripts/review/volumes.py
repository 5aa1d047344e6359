"""Prints the volumes that a pull request changes, as an output of a job: `changed=a b`.

python -m scripts.review.volumes BASE
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.changes.command import changes_of
from macros.messages.output import DONE, FAULT
from macros.project.base import BaseError

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.changes.compare import Changes


def changed_volumes(archive: Archive, changes: Changes) -> list[str]:
    """Return the volumes of which a fact or a chapter differs, in order; none without a volume."""
    owners = {one.owner for one in changes.facts}
    pages = {one.path.partition("/")[0] for one in changes.chapters}
    return [
        volume.id
        for volume in archive.volumes
        if volume.id in pages or owners & {one.id for one in archive.family(volume.id)}
    ]


def main() -> int:
    """Run the command line and return its exit status."""
    root = Path().resolve()
    try:
        changes = changes_of(root, sys.argv[1])
    except (BaseError, IndexError) as error:
        print(f"lỗi: {error}", file=sys.stderr)
        return FAULT
    print(f"changed={' '.join(changed_volumes(load_archive(root)[0], changes))}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
