"""`make new` of records and of steps that touch several files, with what editors type wrong."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of
from macros.project.check import check_project
from macros.project.project import Project
from macros.system.program import PROGRAM
from scripts.new import main
from tests.small_site import LEADERSHIP, ORGANIZATION, put, write_site

REPORT = """\
Ngày 05/4/1960, ông Đinh Văn Cả được bầu làm Bí thư thay ông Phùng Văn Khế.
Ngày 01/7/1961, theo Quyết định số 30-QĐ/TU ngày 15/6/1961 của Tỉnh ủy Sông Mây, Đảng bộ xã Mây Thượng đổi tên thành Đảng bộ xã Thượng Mây.
Ngày 10/8/1962, xã Khe Nam và xã Khe Bắc hợp nhất thành xã Khe Mới.
Đại hội lần thứ III họp ngày 15/9/1961 tại đình Mây, có 50 đại biểu.
Ngày 20/10/1961, xã bắc cầu tre qua sông.
"""
EVENTS = "data/organizations/may-thuong/events.yml"
CONGRESSES = "data/organizations/may-thuong/congresses.yml"
PARTS = {
    f"data/organizations/{one}/organization.yml": f"kind: administrative\nshort_name: {name}\n"
    for one, name in (("khe-nam", "xã Khe Nam"), ("khe-bac", "xã Khe Bắc"))
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    text = 'title: Báo cáo\nkind: báo cáo\nstatus: final\nspeaks_until: "1962"\n'
    put(root, "data/sources/bao-cao.yml", text)
    for path, text in PARTS.items():
        put(root, path, text)
    report = tmp_path / "bao-cao.txt"
    report.write_text(REPORT, encoding="utf-8")
    evidence = dump(from_transcription(report, lexicon_of(load_archive(root)[0])))
    evidence_path(root, "bao-cao").write_text(evidence, encoding="utf-8")
    return root


def new(root: Path, **given: str) -> int:
    return main(["--root", str(root), "--", *(f"{name}={value}" for name, value in given.items())])


def records(root: Path, path: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = yaml.safe_load((root / path).read_text("utf-8"))
    return found


LEADER = {
    "LEADER": "Đinh Văn Cả",
    "ORGANIZATION": "may-thuong",
    "POST": "Bí thư",
    "DATE": "5/4/1960",
    "CITE": "bao-cao#1",
}


def test_an_organization_may_be_given_by_its_name(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(site, **LEADER | {"ORGANIZATION": "đảng bộ xã mây thượng"}) == 0
    assert "Phùng Văn Khế thôi giữ chức" in capsys.readouterr().out
    assert new(site, **LEADER | {"ORGANIZATION": "Đảng bộ xã Mây Hạ"}) == 1
    assert "ORGANIZATION: không có tổ chức “Đảng bộ xã Mây Hạ”" in capsys.readouterr().err


def test_of_a_post_with_one_seat_the_last_holder_is_followed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site / LEADERSHIP
    ended = '    end_date: "1957-06-12"\n    end_basis: inferred\n    end_cite: ky-yeu#4\n'
    assert ended in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(ended, ""), encoding="utf-8")
    assert new(site, **LEADER) == 0, capsys.readouterr().err
    first, second, _ = records(site, LEADERSHIP)["memberships"]
    assert ("end_date" in first, second["end_date"]) == (False, "1960-04-05")


def test_a_new_leader_ends_the_predecessor(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(site, **LEADER, MANNER="bầu") == 0, capsys.readouterr().err
    assert capsys.readouterr().out == (
        "Đã ghi Bí thư từ 1960-04-05: Đinh Văn Cả; Phùng Văn Khế thôi giữ chức.\n"
        "  data/people/dinh-van-ca.yml\n"
        "  data/organizations/may-thuong/leadership.yml\n"
        "Đã soát: không có lỗi.\n"
    )
    old, own = records(site, LEADERSHIP)["memberships"][1:]
    assert (old["end_date"], old["end_basis"], old["end_cite"]) == (
        "1960-04-05",
        "inferred",
        "bao-cao#1",
    )
    assert own == {
        "id": "bi-thu-dinh-van-ca-1960",
        "person": "dinh-van-ca",
        "post": "secretary",
        "start_date": "1960-04-05",
        "manner": ["elected"],
        "cite": "bao-cao#1",
    }
    assert [str(one) for one in check_project(Project(site)).problems] == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"POST": ""}, "lỗi: thiếu POST → thêm POST=secretary\n"),
        (
            {"DATE": "31/2/1960"},
            "lỗi: DATE: “1960-02-31”: tháng 2/1960 không có ngày 31 → viết ngày từ 01 đến 29\n",
        ),
        ({"CITE": "bao-cao"}, "lỗi: CITE: trích dẫn “bao-cao” thiếu số đoạn → "),
        ({"CITE": "bao-cáo#1"}, "lỗi: CITE: "),
        ({"CITE": "ky-yeo#1"}, "lỗi: CITE: không có nguồn “ky-yeo” → có phải ý bạn là “ky-yeu”?\n"),
        (
            {"ORGANIZATION": "may-thuog"},
            "lỗi: ORGANIZATION: không có tổ chức “may-thuog” → có phải",
        ),
        ({"POST": "bithu"}, "lỗi: POST: không có chức danh “bithu” → "),
        ({"MANNER": "cử"}, "lỗi: MANNER: không có mã “cử” → viết một trong: elected (bầu)"),
        ({"LEADER": "phùng văn khê"}, "lỗi: LEADER: có thể là người đã có: Phùng Văn Khế"),
        ({"OLD": "ly-thi-man"}, "lỗi: OLD: “ly-thi-man” không đang giữ chức ấy vào 1960-04-05"),
        ({"NGAY": "1960"}, "lỗi: make new LEADER=… không dùng biến NGAY → các biến: LEADER=…"),
        ({"PERSON": "Ai"}, "lỗi: PERSON và LEADER cùng lúc → mỗi lần chạy chỉ tạo một thứ\n"),
    ],
)
def test_what_is_typed_wrong_is_one_line_and_nothing_is_written(
    site: Path, changed: dict[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / LEADERSHIP).read_bytes()
    assert new(site, **{**LEADER, **changed}) == 1
    err = capsys.readouterr().err
    assert err.startswith(told)
    assert err.count("\n") == 1
    assert (site / LEADERSHIP).read_bytes() == before
    assert not (site / "data/people/dinh-van-ca.yml").exists()


def test_a_value_that_the_source_lacks_is_told_and_nothing_stays(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(site, **{**LEADER, "DATE": "6/4/1960"}) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "Chưa ghi gì vào tệp nào: sửa các biến rồi chạy lại."
    assert "1960-04-06" in told[0] or "06/04/1960" in told[0]
    assert not (site / "data/people/dinh-van-ca.yml").exists()


def test_a_document_of_an_issuer_that_has_none_yet(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"KIND": "quyết định", "CITE": "bao-cao#2", "DATE": "15/6/1961"}
    new_issuer = {"ISSUER": "tinh-uy-song-gio", "NAME": "Tỉnh ủy Sông Gió"}
    assert new(site, DOCUMENT="30-QĐ/TU", **given, **new_issuer) == 0, capsys.readouterr().err
    found = records(site, "data/documents/tinh-uy-song-gio.yml")
    assert found["name"] == "Tỉnh ủy Sông Gió"
    assert [one["symbol"] for one in found["documents"]] == ["30-QĐ/TU"]
    assert [str(one) for one in check_project(Project(site)).problems] == []


def test_an_issuer_may_be_named_and_a_new_one_is_told_how(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"KIND": "quyết định", "CITE": "bao-cao#2", "DATE": "15/6/1961"}
    for issuer, told in (
        (
            "Hội Nông dân",
            '→ cơ quan mới thì viết ISSUER=hoi-nong-dan NAME="Hội Nông dân"',
        ),
        ("huyen-uy", 'cơ quan mới thì viết ISSUER=huyen-uy NAME="Tên cơ quan"'),
        ("tinh-uy-song-mai", "có phải ý bạn là “tinh-uy-song-may”? Cơ quan mới thì viết"),
    ):
        assert new(site, DOCUMENT="30-QĐ/TU", ISSUER=issuer, **given) == 1
        assert told in capsys.readouterr().err
    name = yaml.safe_load((site / "data/documents/tinh-uy-song-may.yml").read_text("utf-8"))["name"]
    assert new(site, DOCUMENT="31-QĐ/TU", ISSUER=name.upper(), **given) == 1
    assert "chưa có cơ quan" not in capsys.readouterr().err


def test_a_congress_may_be_counted_in_figures(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(site, CONGRESS="2000", ORGANIZATION="may-thuong", CITE="bao-cao#2") == 1
    assert "“2000” không phải số La Mã → viết III" in capsys.readouterr().err
    new(site, CONGRESS="4", ORGANIZATION="may-thuong", CITE="bao-cao#2")
    told = capsys.readouterr()
    assert "không phải số La Mã" not in told.out + told.err


def test_nobody_leaves_a_post_that_nobody_is_known_to_hold(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {**LEADER, "DATE": "1/1/1940", "REASON": "từ trần"}
    assert new(site, **given) == 1
    assert "REASON: không biết ai đang giữ chức ấy" in capsys.readouterr().err


def test_a_renaming_and_its_decision(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = {"ISSUER": "tinh-uy-song-may", "KIND": "quyết định", "CITE": "bao-cao#2"}
    assert new(site, DOCUMENT="30-QĐ/TU", DATE="15/6/1961", **given) == 0, capsys.readouterr()
    decision = "quyet-dinh-30-qd-tu-1961"
    renamed = {
        "RENAMING": "Đảng bộ xã Thượng Mây",
        "ORGANIZATION": "may-thuong",
        "DATE": "1/7/1961",
        "CITE": "bao-cao#2",
        "DECISION": decision,
    }
    assert new(site, **renamed) == 0, capsys.readouterr().err
    assert records(site, ORGANIZATION)["names"] == [
        {
            "id": "ten-dang-bo-xa-thuong-may",
            "name": "Đảng bộ xã Thượng Mây",
            "start_date": "1961-07-01",
            "documents": [decision],
            "cite": "bao-cao#2",
        }
    ]
    change = records(site, "data/changes/doi-ten-may-thuong-1961.yml")
    assert change["kind"] == "renaming"
    assert [str(one) for one in check_project(Project(site)).problems] == []


def test_a_merger_ends_the_parts_and_founds_the_whole(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"DATE": "10/8/1962", "CITE": "bao-cao#3", "KIND": "administrative"}
    whole = {"WHOLE": "khe-moi", "NAME": 'xã "Khe" $Mới: # một'}
    assert new(site, MERGER="1", PARTS="khe-nam, khe-bac", **whole, **given) == 0, (
        capsys.readouterr().err
    )
    text = (site / "data/organizations/khe-moi/organization.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["short_name"] == 'xã "Khe" $Mới: # một'
    for one in ("khe-nam", "khe-bac"):
        ended = records(site, f"data/organizations/{one}/organization.yml")["dissolution"]
        assert ended == {"id": "ket-thuc", "date": "1962-08-10", "cite": "bao-cao#3"}
    change = records(site, "data/changes/hop-nhat-khe-moi-1962.yml")
    assert [one["role"] for one in change["participants"]] == ["from", "from", "to"]
    assert [str(one) for one in check_project(Project(site)).problems] == []
    assert new(site, MERGER="1", PARTS="khe-nam khe-bac", **whole, **given) == 1
    assert "đã có dissolution" in capsys.readouterr().err


def test_a_congress_an_event_a_person_a_source(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third = {"ORGANIZATION": "may-thuong", "CITE": "bao-cao#4", "DATE": "15/9/1961"}
    assert new(site, CONGRESS="iii", DELEGATES="50", **third) == 0
    assert records(site, CONGRESSES)["congresses"][2]["id"] == "dai-hoi-3"
    assert new(site, CONGRESS="III", **third) == 1
    bridge = {"ORGANIZATION": "may-thuong", "CITE": "bao-cao#5", "DATE": "20/10/1961"}
    assert new(site, EVENT="Xã bắc cầu tre qua sông", **bridge) == 0
    assert records(site, EVENTS)["events"][0]["id"] == "xa-bac-cau-tre-qua-song"
    assert [str(one) for one in check_project(Project(site)).problems] == []
    capsys.readouterr()
    assert new(site, PERSON="Đinh Văn Cả") == 0
    assert "make new LEADER=dinh-van-ca" in capsys.readouterr().out
    assert new(site, PERSON="Lý Thị Mận") == 1
    assert "đã có Lý Thị Mận (mã ly-thi-man)" in capsys.readouterr().err
    described = {"TITLE": 'Kỷ yếu: "II"', "KIND": "kỷ yếu", "STATUS": "final", "UNTIL": "1970"}
    assert new(site, SOURCE="ky-yeu-2", **described) == 0
    assert yaml.safe_load((site / "data/sources/ky-yeu-2.yml").read_text("utf-8")) == {
        "title": 'Kỷ yếu: "II"',
        "kind": "kỷ yếu",
        "status": "final",
        "speaks_until": "1970",
        "transcribed": False,
    }


def test_an_organization_without_chapters_has_a_superior(site: Path) -> None:
    given = {"PARENT": "may-thuong", "AREA": "khe-nam", "LISTED": "0"}
    assert new(site, ORGANIZATION="chi-bo-may", NAME='Chi bộ "Mây"\nmột', **given) == 0
    assert yaml.safe_load(
        (site / "data/organizations/chi-bo-may/organization.yml").read_text("utf-8")
    ) == {
        "kind": "party",
        "short_name": 'Chi bộ "Mây" một',
        "area": "khe-nam",
        "parent": "may-thuong",
        "order": 1010,
    }
    assert not (site / "docs/chi-bo-may").exists()


def test_make_hands_on_what_was_typed_and_not_the_environment() -> None:
    name = "Chi bộ \"A\" $B $(C) `d` 'e'\nf: #g"
    told = subprocess.run(
        ["make", "--dry-run", "new", "ORGANIZATION=a", f"NAME={name}", "ROOT=x"],
        cwd=PROGRAM,
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", "KIND": "may-tinh"},
    ).stdout
    (command,) = [one for one in told.splitlines() if "-m scripts.new" in one]
    shown = command.replace(".venv/bin/python -m", "printf '%s\\n'", 1)
    words = subprocess.run(["bash", "-c", shown], capture_output=True, text=True, check=True).stdout
    assert words.splitlines()[-2:] == [f"NAME={name.replace(chr(10), ' ')}", "ORGANIZATION=a"]
