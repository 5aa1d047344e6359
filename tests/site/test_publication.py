"""What takes the place of the site, what is refused, and the way back."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros.messages.problems import Problem
from macros.site import publication
from macros.site.build import recover
from macros.site.manifest import Manifest, compare, dump, load, read_folder
from macros.site.publication import put_in_place, refused
from macros.site.releases import KEPT, Releases
from macros.site.rollback import rollback
from macros.system import exchange
from tests.output import read


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        file = path / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def manifest(path: Path, commit: str = "") -> Manifest:
    return Manifest(commit, "", "", read_folder(path))


def publish(site: Path, text: str) -> list[Problem]:
    """Put a site of two files, one of which says `text`, in the place of `site`."""
    staging = folder(site.parent / ".cache" / "build" / "1", a=text, b__c="như cũ")
    return put_in_place(staging, site, Releases.beside(site), manifest(staging, commit=text))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(params=["một lần", "hai lần đổi tên"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param != "một lần":

        def cannot(*_: object) -> None:
            raise exchange.CannotExchangeError

        monkeypatch.setattr(publication, "exchange", cannot)
    return str(request.param)


def test_a_new_build_takes_the_place_of_the_site(site: Path, way: str) -> None:
    assert publish(site, "một") == []
    refusal = publish(site, "hai")
    assert (site / "a").read_text(encoding="utf-8") == "hai"
    assert [one.severity.label for one in refusal] == ([] if way == "một lần" else ["ghi chú"])
    kept = Releases.beside(site).listed()
    assert [(one.site / "a").read_text(encoding="utf-8") for one in kept] == ["một"]
    assert kept[0].manifest.commit == "một"
    assert list((site.parent / ".cache" / "build").iterdir()) == []


def test_the_same_build_again_is_no_release(site: Path, way: str) -> None:
    publish(site, "một")
    publish(site, "một")
    assert Releases.beside(site).listed() == []


def test_the_last_few_are_kept(site: Path) -> None:
    for number in range(KEPT + 3):
        publish(site, f"{number}")
        for at, one in enumerate(reversed(Releases.beside(site).listed())):
            os.utime(one.folder / "manifest.json", (at, at))
    listed = [one.manifest.commit for one in Releases.beside(site).listed()]
    assert listed == [f"{number}" for number in reversed(range(2, KEPT + 2))]


def test_back_and_forth(site: Path, way: str) -> None:
    publish(site, "một")
    publish(site, "hai")
    for expected in ("một", "hai", "một"):
        status, lines = read(rollback(site))
        assert status == 0
        assert (site / "a").read_text(encoding="utf-8") == expected
        assert [line for line in lines if line.startswith("Đã đưa trở lại bản ")]
    listed = Releases.beside(site).listed()
    assert [one.manifest.commit for one in listed] == ["hai"]


def test_back_to_one_by_name(site: Path) -> None:
    for text in ("một", "hai", "ba"):
        publish(site, text)
    first = next(one for one in Releases.beside(site).listed() if one.manifest.commit == "một")
    assert read(rollback(site, first.folder.name))[0] == 0
    assert (site / "a").read_text(encoding="utf-8") == "một"
    status, lines = read(rollback(site, "khong-co"))
    assert status == 1
    assert lines[0].startswith(".cache/releases:1:1: lỗi: không có bản “khong-co” → chọn: ")


def test_nothing_to_go_back_to(site: Path) -> None:
    publish(site, "một")
    status, lines = read(rollback(site))
    assert (status, len(lines)) == (1, 1)
    assert "chưa có bản nào trước bản đang đăng" in lines[0]


@pytest.mark.parametrize("name", ["a", "x"])
def test_a_spoilt_release_is_not_put_back(site: Path, name: str) -> None:
    publish(site, "một")
    publish(site, "hai")
    (kept,) = Releases.beside(site).listed()
    (kept.site / name).write_text("hỏng", encoding="utf-8")
    status, lines = read(rollback(site, kept.folder.name))
    assert (status, len(lines)) == (1, 1)
    assert f"không còn như lúc được giữ ({'khác' if name == 'a' else 'thừa'} {name})" in lines[0]
    status, lines = read(rollback(site))
    assert (status, len(lines)) == (1, 2)
    assert "không bản nào trong 1 bản được giữ còn dùng được" in lines[1]
    assert (site / "a").read_text(encoding="utf-8") == "hai"


@pytest.mark.parametrize("lost", ["manifest.json", "site", "site/a"])
def test_back_past_a_spoilt_release_to_a_sound_one(site: Path, lost: str) -> None:
    for text in ("một", "hai", "ba"):
        publish(site, text)
        # Which was replaced last is a matter of seconds.
        for number, one in enumerate(Releases.beside(site).listed()):
            os.utime(one.folder / "manifest.json", (9 - number,) * 2)
    spoilt = next(one for one in Releases.beside(site).listed() if one.manifest.commit == "hai")
    os.utime(spoilt.folder / "manifest.json", (99, 99))
    path = spoilt.folder / lost
    path.rename(site.parent / "mat")
    status, lines = read(rollback(site))
    assert status == 0
    assert lines[0].startswith(f".cache/releases:1:1: cảnh báo: bản {spoilt.folder.name} không ")
    assert lines[1].startswith("Đã đưa trở lại bản ")
    assert (site / "a").read_text(encoding="utf-8") == "một"


def test_what_another_put_there_is_not_replaced_by_an_earlier_build(site: Path) -> None:
    publish(site, "một")
    publish(site, "hai")
    site.rename(site.parent / "trang")
    folder(site, của_ai="quý")
    status, lines = read(rollback(site))
    assert (status, len(lines)) == (1, 1)
    assert "không do lệnh này dựng ra" in lines[0]


def test_a_site_changed_by_hand_is_kept_as_it_was(site: Path) -> None:
    publish(site, "một")
    (site / "a").write_text("sửa tay", encoding="utf-8")
    publish(site, "hai")
    (kept,) = Releases.beside(site).listed()
    assert (kept.site / "a").read_text(encoding="utf-8") == "sửa tay"
    assert kept.manifest.commit == ""


def test_what_a_killed_build_left_half_made_is_removed(site: Path) -> None:
    publish(site, "một")
    folder(Releases.beside(site).folder / "nua", site__a="nửa")
    publish(site, "hai")
    assert len(Releases.beside(site).listed()) == 1
    assert not (Releases.beside(site).folder / "nua").exists()


def test_a_mount_point_is_filled_in_place(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(site, a="cũ", d__e="cũ")
    inode = site.stat().st_ino
    monkeypatch.setattr(publication.os.path, "ismount", lambda path: Path(path) == site)
    (refusal,) = publish(site, "mới")
    assert "điểm gắn" in refusal.message
    assert site.stat().st_ino == inode
    assert sorted(read_folder(site)) == ["a", "b/c"]
    assert not (site / "d").exists()


@pytest.mark.parametrize("mask", [0o077, 0o027])
def test_a_web_server_can_read_it_whatever_the_umask(site: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        publish(site, "một")
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()} == {0o644}
    assert {p.stat().st_mode & 0o777 for p in (site, *site.rglob("*")) if p.is_dir()} == {0o755}


def refusal(site: Path, root: Path) -> str:
    return str(refused(site, root, Releases.beside(site)) or "")


def test_only_what_this_program_made_is_replaced(tmp_path: Path) -> None:
    root = folder(tmp_path / "du-an", **{"mkdocs.yml": "x"})
    assert "chứa chính dự án" in refusal(root, root)
    assert "chứa chính dự án" in refusal(tmp_path, root)
    assert "chứa chính dự án" in refusal(folder(tmp_path / "kia", **{"mkdocs.yml": "x"}), root)
    assert "không do lệnh này dựng ra" in refusal(folder(tmp_path / "ảnh", a="1"), root)
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    assert "là một tệp" in refusal(tmp_path / "tep", root)
    (tmp_path / "trong").mkdir()
    assert refusal(tmp_path / "trong", root) == refusal(tmp_path / "moi", root) == ""
    described = '{"resources": [{"path": "people.csv"}]}'
    older = folder(
        tmp_path / "cũ",
        **{"index.html": "", "404.html": "", "data__datapackage.json": described},
    )
    assert "không do lệnh này dựng ra" in refusal(older, root)
    folder(older / "data", **{"people.csv": ""})
    assert refusal(older, root) == ""
    publish(root / "site", "một")
    assert refusal(root / "site", root) == ""


def test_files_of_the_same_names_are_no_build(tmp_path: Path) -> None:
    root = folder(tmp_path / "du-an", **{"mkdocs.yml": "x"})
    named = {"index.html": "x", "404.html": "x", "data__datapackage.json": "{", "a": "x"}
    staging = folder(root / ".cache" / "build" / "1", **dict.fromkeys("abcd", "x"))
    put_in_place(staging, root / "site", Releases.beside(root / "site"), manifest(staging))
    # Beside a site of ours, of which “a” and three more are remembered, and elsewhere.
    assert "không do lệnh này dựng ra" in refusal(folder(root / "khác", **named), root)
    assert "không do lệnh này dựng ra" in refusal(folder(tmp_path / "khác", **named), root)


@pytest.mark.parametrize("inner", ["docs/site", "data/x", "macros", ".git/a"])
def test_no_site_is_put_among_what_it_is_made_of(tmp_path: Path, inner: str) -> None:
    root = folder(tmp_path / "du-an", **{"mkdocs.yml": "x"})
    assert "của dự án" in refusal(root / inner, root)


def test_what_is_no_folder_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site")
    assert "không phải thư mục" in refusal(tmp_path / "site", tmp_path / "du-an")


def test_the_root_of_the_disk_has_a_name_in_the_message(tmp_path: Path) -> None:
    assert refusal(Path("/"), tmp_path).startswith("site:1:1: lỗi: ")


def test_what_others_put_into_a_mount_point_stays(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication.os.path, "ismount", lambda path: Path(path) == site)
    site.mkdir()
    publish(site, "một")
    folder(site, của__ai="quý", **{".a.part": "nửa"})
    _, refusal = publish(site, "hai")
    assert "của/ai" in refusal.message
    assert (refusal.severity.label, sorted(read_folder(site))) == (
        "cảnh báo",
        ["a", "b/c", "của/ai"],
    )


def test_a_manifest_that_is_nested_deeply_is_none(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text("[" * 100_000, encoding="utf-8")
    assert load(tmp_path / "m.json") is None


def test_whatever_lies_in_the_working_folder_is_removed(tmp_path: Path) -> None:
    work, other = folder(tmp_path / "work", lock="", la="x", **{"1__a": "x"}), tmp_path / "khác"
    folder(other, quý="x")
    (work / "liên-kết").symlink_to(other)
    os.mkfifo(work / "ống")
    recover(work, tmp_path / "site")
    assert [one.name for one in work.iterdir()] == ["lock"]
    assert (other / "quý").exists()


def test_a_manifest_is_read_as_it_was_kept(tmp_path: Path) -> None:
    one = manifest(folder(tmp_path / "a", x="1", y__z="2"), commit="abc+")
    (tmp_path / "m.json").write_text(dump(one), encoding="utf-8")
    assert load(tmp_path / "m.json") == one
    for text in ("", "[]", "{}", '{"format": 0}', '{"format": 1, "commit": "", "date": ""}'):
        (tmp_path / "m.json").write_text(text, encoding="utf-8")
        assert load(tmp_path / "m.json") is None


def test_what_is_no_plain_file_differs_and_is_not_opened(tmp_path: Path) -> None:
    here = folder(tmp_path / "a", x="1")
    (here / "thư-mục").symlink_to(tmp_path)
    (here / "tệp").symlink_to(here / "x")
    (here / "mất").symlink_to(here / "không-có")
    os.mkfifo(here / "ống")
    found = read_folder(here)
    assert [path for path in sorted(found) if not found[path]] == ["mất", "thư-mục", "tệp", "ống"]
    assert len(found) == 5


def test_what_differs() -> None:
    found = compare({"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "4", "d": "5"})
    assert (found.missing, found.added, found.changed) == (("a",), ("d",), ("c",))
    assert not found.same
    assert compare({"a": "1"}, {"a": "1"}).same


def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "một", a="1"), folder(tmp_path / "hai", b="2")
    try:
        exchange.exchange(one, other)
    except exchange.CannotExchangeError:
        pytest.skip("this system has no such call")
    assert (sorted(read_folder(one)), sorted(read_folder(other))) == (["b"], ["a"])
    with pytest.raises(OSError) as error:
        exchange.exchange(one, tmp_path / "khong")
    assert error.value.errno == errno.ENOENT
