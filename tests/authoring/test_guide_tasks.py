"""Every command and every example of the guide's page of tasks, run in order on its own source."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of
from macros.mending.batch import Batch
from macros.mending.yaml_form import formatted
from macros.model.files import model_of
from macros.project.check import check_project
from macros.project.project import Project
from macros.system.program import PROGRAM
from scripts import check, new, roster
from tests.intake.sheet_file import sheet_file
from tests.small_site import put, write_site

GUIDE = (PROGRAM / "docs/bien-tap/viec-thuong-lam.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PARTS = {
    f"data/organizations/{one}/organization.yml": f"kind: administrative\nshort_name: {name}\n"
    for one, name in (("khe-nam", "xã Khe Nam"), ("khe-bac", "xã Khe Bắc"))
}


def steps() -> Iterator[str]:
    """Yield each command and each example, in order, but for the source at the top."""
    for block in list(_BLOCK.finditer(GUIDE))[1:]:
        if block["kind"] == "yaml":
            yield block["text"]
        else:
            yield from block["text"].splitlines()


def source() -> str:
    """Return the transcription that the page shows at its top, without the numbers."""
    shown = next(_BLOCK.finditer(GUIDE))["text"].splitlines()
    assert [int(line.split(" ", 1)[0]) for line in shown] == list(range(1, len(shown) + 1))
    return "".join(line.split(" ", 1)[1] + "\n" for line in shown)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tasks")
    root = folder / "site"
    root.mkdir()
    write_site(root)
    for path, text in PARTS.items():
        put(root, path, text)
    example = next(one for one in steps() if "data/sources/bao-cao.yml" in one)
    put(root, "data/sources/bao-cao.yml", example)
    chapter = '---\ntitle: Chỉ tiêu\norganization: may-thuong\n---\n\n# Chỉ tiêu\n\n{{ targets_table("chi-tieu-1962-1965") }}\n'
    put(root, "docs/may-thuong/chi-tieu.md", chapter)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    menu = "      - Chỉ tiêu: may-thuong/chi-tieu.md\n      - Số liệu:"
    put(root, "mkdocs.yml", config.replace("      - Số liệu:", menu))
    transcription = folder / "bao-cao.txt"
    transcription.write_text(source(), encoding="utf-8")
    evidence = dump(from_transcription(transcription, lexicon_of(load_archive(root)[0])))
    evidence_path(root, "bao-cao").write_text(evidence, encoding="utf-8")
    rows = [["Họ và tên", "Chức vụ"], ["Lý Thị Mận", "Bí thư"]]
    sheet_file(folder / "danh-sach.xlsx", rows)
    return root


def make_new(root: Path, given: dict[str, str]) -> int:
    return new.main(["--root", str(root), "--", *(f"{a}={b}" for a, b in given.items())])


def make_import(root: Path, given: dict[str, str]) -> int:
    file = root.parent / given.pop("FILE")
    options = [f"--{name.lower()}={value}" for name, value in given.items()]
    return roster.main(["--root", str(root), *options, str(file)])


COMMANDS: dict[str, Callable[[Path, dict[str, str]], int]] = {
    "new": make_new,
    "import": make_import,
    "check": lambda root, _: check.main(["--root", str(root), "--strict"]) * 0,
    "changes": lambda *_: 0,  # needs a repository: tests/changes
}


def add_example(root: Path, text: str) -> None:
    """Put an example where its first line says; a whole file replaces the one that is there."""
    path = text.split("\n", 1)[0].removeprefix("# ").strip()
    model = model_of(path)
    assert model is not None, path
    assert formatted(text, model) == text, "run make format"
    given = yaml.load(text, Loader=yaml.CBaseLoader)
    if not all(isinstance(value, list) for value in given.values()):
        put(root, path, text.split("\n", 1)[1])
        return
    batch = Batch(root)
    for key, items in given.items():
        for one in items:
            batch.add(path, key, one)
    batch.write()


def test_every_command_and_example_is_right(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = 0
    for step in steps():
        if step.startswith("make "):
            words = shlex.split(step)
            given = dict(one.split("=", 1) for one in words[2:])
            assert COMMANDS[words[1]](site, given) == 0, step + capsys.readouterr().err
        elif step.startswith("# data/"):
            add_example(site, step)
        else:
            raise AssertionError(step)
        count += 1
    assert count >= 15
    told = [str(one) for one in check_project(Project(site)).problems]
    assert [one for one in told if "lỗi:" in one] == []


def test_each_task_of_the_guide_has_a_place() -> None:
    places = set(re.findall(r"^## .*\{: #([a-z-]+) \}$", GUIDE, re.MULTILINE))
    assert places >= {
        "sua-ngay", "lanh-dao-moi", "doi-ten", "hop-nhat", "so-lieu", "chi-tieu", "mau-thuan",
        "nguon", "anh-chuong", "duyet", "loi-van",
    }  # fmt: skip
