"""The comment on a pull request, with recorded answers of the host (their content is invented)."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from macros.changes.chapters import ChapterChange
from macros.changes.compare import Changes
from macros.changes.differences import Difference
from macros.changes.formats import as_json
from macros.changes.record_words import Detail
from scripts.review.answer import COMMENT_LIMIT
from scripts.review.artifact import MAX_PACKED, HostileError, read_answer
from scripts.review.comment import MARK, comment, run_of

EVENT: dict[str, Any] = {
    "action": "completed",
    "workflow_run": {
        "id": 71,
        "event": "pull_request",
        "head_sha": "aaaa",
        "head_branch": "sua-ngay",
        "html_url": "https://github.com/may/lich-su/actions/runs/71",
        "head_repository": {"owner": {"login": "nguoi-la"}},
        "pull_requests": [],
    },
}
PULLS = "/pulls?state=open&head=nguoi-la%3Asua-ngay&per_page=50"
COMMENTS = "/issues/12/comments?per_page=100"
ARTIFACTS = "/actions/runs/71/artifacts?per_page=100"
BOT = {"login": "github-actions[bot]"}
CHANGES = Changes(
    "origin/main",
    (
        Difference(
            "may-thuong",
            "Đảng bộ xã Mây Thượng",
            "changed",
            "dang-vien-1950",
            "Đảng viên, 02/03/1950 @ban <b>",
            (Detail("", "40 đảng viên", "41 đảng viên"),),
            ("ky-yeu#1",),
            unsupported=("Giá trị",),
        ),
    ),
    (ChapterChange("may-thuong/index.md", "Đảng bộ", "changed", 3, 1),),
)


def packed(changes: Changes = CHANGES, problems: object = None, **more: str) -> bytes:
    files = {
        "changes.json": "\n".join(as_json(changes)),
        "problems.json": json.dumps(problems or {"errors": [], "warnings": 0}),
        **more,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


class Recorded:
    """A host that answers as recorded, and keeps what it was sent."""

    def __init__(self, left: bytes, comments: list[dict[str, Any]] | None = None) -> None:
        self.left = left
        self.sent: list[tuple[str, str, Any]] = []
        self.answers: dict[str, Any] = {
            PULLS: [
                {"number": 11, "head": {"sha": "bbbb"}},
                {"number": 12, "head": {"sha": "aaaa"}},
            ],
            COMMENTS: comments or [],
            ARTIFACTS: {
                "artifacts": [
                    {"id": 5, "name": "site", "expired": False},
                    {"id": 6, "name": "review", "expired": False},
                ]
            },
        }

    def json(self, method: str, path: str, body: object = None) -> Any:
        if method == "GET":
            return self.answers[path]
        self.sent.append((method, path, body))
        return {}

    def file(self, path: str) -> bytes:
        assert path == "/actions/artifacts/6/zip"
        return self.left


def commented(host: Recorded) -> str:
    run = run_of(EVENT)
    assert run is not None
    comment(host, run)
    ((_, _, body),) = host.sent
    text: str = body["body"]
    return text


def test_the_change_is_told_in_words_with_the_preview() -> None:
    host = Recorded(packed())
    text = commented(host)
    assert host.sent[0][:2] == ("POST", "/issues/12/comments")
    assert text.startswith(f"{MARK}\n# Không có lỗi\n")
    assert "(https://github.com/may/lich-su/actions/runs/71#artifacts)" in text
    assert "40 đảng viên → 41 đảng viên" in text
    assert "@ban" not in text
    assert "\\<b\\>" in text


def test_errors_come_first() -> None:
    problems = {"errors": [f"data/a.yml:{n}:1: lỗi: x → y" for n in range(40)], "warnings": 2}
    text = commented(Recorded(packed(problems=problems)))
    assert text.startswith(f"{MARK}\n# Còn 40 lỗi\n")
    assert "- và 10 lỗi khác" in text
    assert "Có 2 cảnh báo." in text


def test_our_own_comment_is_replaced_and_nobody_elses() -> None:
    others = [
        {"id": 1, "user": {"login": "nguoi-la"}, "body": MARK},
        {"id": 2, "user": BOT, "body": "khác"},
        {"id": 3, "user": BOT, "body": f"{MARK}\ncũ"},
    ]
    host = Recorded(packed(), others)
    commented(host)
    assert host.sent[0][:2] == ("PATCH", "/issues/comments/3")


def test_another_commit_of_the_branch_gets_no_comment() -> None:
    host = Recorded(packed())
    host.answers[PULLS][1]["head"]["sha"] = "cccc"
    run = run_of(EVENT)
    assert run is not None
    comment(host, run)
    assert host.sent == []


@pytest.mark.parametrize("event", [{}, {"workflow_run": {"event": "push"}}])
def test_a_run_that_no_pull_request_began(event: dict[str, Any]) -> None:
    assert run_of(event) is None


def test_a_long_comment_is_cut_at_a_line() -> None:
    many = tuple(
        ChapterChange(f"may-thuong/chuong-{n}.md", "Một chương", "changed", 3, 1)
        for n in range(5000)
    )
    text = commented(Recorded(packed(Changes("origin/main", (), many))))
    assert len(text.encode()) <= COMMENT_LIMIT
    assert text.endswith("xem tệp changes.md trong phần tải về của lần chạy.")


HOSTILE = {
    "not a zip": b"x" * 100,
    "too large": b"x" * (MAX_PACKED + 1),
    "a bomb": packed(**{"problems.json": "0" * (20 * 1024 * 1024)}),
    "many entries": packed(**{f"{n}.txt": "" for n in range(50)}),
    "no object": packed(**{"changes.json": "[]"}),
    "another shape": packed(**{"changes.json": '{"version": 1, "base": "m", "facts": [{}]}'}),
    "an unknown kind": packed(
        **{
            "changes.json": '{"version": 1, "base": "m", "chapters": '
            '[{"path": "a", "title": "b", "kind": "eval"}]}'
        }
    ),
    "no json": packed(**{"problems.json": "{"}),
    "deep": packed(**{"changes.json": "[" * 100_000}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_not_ours_is_told_and_not_shown(name: str) -> None:
    text = commented(Recorded(HOSTILE[name]))
    assert "Không đọc được kết quả soát" in text


def test_nothing_is_unpacked_outside() -> None:
    """Entries are read by their exact names, so a path that leads elsewhere is never opened."""
    answer = read_answer(packed(**{"../../etc/passwd": "x", "/changes.json": "y"}))
    assert answer.changes == CHANGES
    with pytest.raises(HostileError):
        read_answer(b"")
