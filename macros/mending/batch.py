"""Writes records into their files, several at once: all of them, or none if the check objects."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from macros.mending.insertion import InsertionError, with_field, with_item
from macros.mending.writing import record_lines
from macros.messages.problems import errors
from macros.model.files import model_of
from macros.project.check import Against, check_loaded, load
from macros.project.project import Project
from macros.system.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.messages.problems import Problem

ORGANIZATIONS = "data/organizations"


class BatchError(ValueError):
    """A change that cannot be made; the message has file and reason, in Vietnamese."""


class Batch:
    """Changes of data files, kept in memory until they are written together.

    With a folder of `transcriptions`, the check compares values with those too.
    """

    def __init__(self, root: Path, transcriptions: Path | None = None) -> None:
        self.root = root
        self._against = Against(transcriptions=transcriptions)
        self._texts: dict[str, str] = {}
        self._before: dict[str, bytes | None] = {}

    @property
    def files(self) -> Mapping[str, str]:
        """The changed files by path, each with its new text."""
        return self._texts

    def text(self, path: str) -> str:
        """Return the text of a file as it will be, "" if there is none yet."""
        if path not in self._texts:
            file = self.root / path
            try:
                return file.read_bytes().decode("utf-8-sig") if file.is_file() else ""
            except UnicodeDecodeError:
                raise BatchError(
                    f"{path}: không phải UTF-8; chạy make repair FILE={path}"
                ) from None
        return self._texts[path]

    def create(self, path: str, fields: Mapping[str, Any], head: str = "") -> None:
        """Make a file that is one record; `head` are comment lines above it."""
        if self.text(path) or (self.root / path).exists():
            raise BatchError(f"{path}: đã có tệp này")
        model = model_of(path)
        assert model is not None
        self._texts[path] = head + "\n".join(record_lines(fields, model)) + "\n"

    def add(self, path: str, key: str, fields: Mapping[str, Any], after: str = "") -> None:
        """Put a record into the list `key` of a file, which begins with it if there is none."""
        model = model_of(path)
        assert model is not None
        with _named(path):
            self._texts[path] = with_item(self.text(path), model, key, fields, after)

    def set(self, path: str, owner: tuple[str, str], name: str, value: Any) -> None:
        """Set a field of the record `owner` (list, id), or of the file itself for ("", "")."""
        model = model_of(path)
        assert model is not None
        with _named(path):
            self._texts[path] = with_field(self.text(path), model, owner, name, value)

    def write(self) -> None:
        """Write all files."""
        for path, text in self._texts.items():
            file = self.root / path
            self._before[path] = file.read_bytes() if file.is_file() else None
            write_atomically(file, text.encode())

    def undo(self) -> None:
        """Put all files back as they were before :meth:`write`."""
        for path, before in self._before.items():
            if before is None:
                (self.root / path).unlink(missing_ok=True)
            else:
                write_atomically(self.root / path, before)
        self._before.clear()

    def write_checked(self, *, keep: bool = False) -> list[Problem]:
        """Write, and check the data at once; return what the check says that it did not before.

        If an error is among that, all files are as before, except with `keep`.
        """
        done = False
        try:
            self.write()
            after = _problems(self.root, self._against)
            if not errors(after):
                done = True
                return [one for one in after if one.position.path in self._texts]
        finally:
            if not done:
                self.undo()
        told = {_key(one) for one in _problems(self.root, self._against)}
        new = [one for one in after if _key(one) not in told]
        if keep or not errors(new):
            self.write()
        return new


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Name the file in the error of an insertion."""
    try:
        yield
    except InsertionError as error:
        raise BatchError(f"{path}: {error}") from None


def _problems(root: Path, against: Against) -> list[Problem]:
    project = Project(root)
    found, _ = check_loaded(project, load(project), against)
    return found


def _key(one: Problem) -> tuple[str, str]:
    """What stays the same about a problem when lines are put above it."""
    return one.position.path, one.message


def organization_file(organization: str, part: str) -> str:
    """Return the path of a file of an organization: its `part` is leadership, events and so on."""
    return f"{ORGANIZATIONS}/{organization}/{part}.yml"
