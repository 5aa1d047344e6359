"""Comments on a pull request after its checks have run; itself it runs the main branch's code.

    python -m scripts.review.comment

GITHUB_EVENT_PATH names the event `workflow_run`; GITHUB_TOKEN may write comments. Which pull
request it is follows from the event, never from what the pull request's own job has left.

Exit status: 0 commented or nothing to say, 2 it could not.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from macros.messages.output import DONE, FAULT
from scripts.review.answer import COMMENT_LIMIT, answer_lines, cut
from scripts.review.artifact import HostileError, read_answer
from scripts.review.host import GitHub

if TYPE_CHECKING:
    from scripts.review.host import Host

ARTIFACT = "review"
"""The name under which the first workflow keeps its answer."""
MARK = "<!-- review -->"
"""What our own comment begins with, so that the next run replaces it."""
_BOT = "github-actions[bot]"
_UNREADABLE = (
    "# Không đọc được kết quả soát\n\nPhần tải về của lần chạy không đúng dạng mà chương trình này "
    "ghi ra. Người phụ trách xem lần chạy trước khi nhận thay đổi."
)


class Run(NamedTuple):
    """A finished run of the first workflow: its id, the commit and the branch that it looked at."""

    id: int
    sha: str
    owner: str
    branch: str
    page: str


def run_of(event: dict[str, Any]) -> Run | None:
    """Return the run that an event tells of, None if no pull request began it."""
    run = event.get("workflow_run") or {}
    if run.get("event") != "pull_request" or not run.get("head_repository"):
        return None
    owner = run["head_repository"]["owner"]["login"]
    return Run(int(run["id"]), run["head_sha"], owner, run["head_branch"], run["html_url"])


def comment(host: Host, run: Run) -> str:
    """Write the answer under the pull request of a run; return what was done, for the log."""
    number = _pull_request(host, run)
    if number is None:
        return "no open pull request has this commit"
    artifact = _artifact(host, run)
    if artifact is None:
        return "the run left nothing"
    try:
        answer = read_answer(host.file(f"/actions/artifacts/{artifact}/zip"))
        text = cut([MARK, *answer_lines(answer, f"{run.page}#artifacts")], COMMENT_LIMIT)
    except (HostileError, LookupError, ValueError):
        text = f"{MARK}\n{_UNREADABLE}"
    body = {"body": text}
    known = _comment(host, number)
    if known is None:
        host.json("POST", f"/issues/{number}/comments", body)
    else:
        host.json("PATCH", f"/issues/comments/{known}", body)
    return f"commented on {number}"


def _pull_request(host: Host, run: Run) -> int | None:
    head = quote(f"{run.owner}:{run.branch}", safe="")
    for one in host.json("GET", f"/pulls?state=open&head={head}&per_page=50"):
        if one["head"]["sha"] == run.sha:
            return int(one["number"])
    return None


def _artifact(host: Host, run: Run) -> int | None:
    listed = host.json("GET", f"/actions/runs/{run.id}/artifacts?per_page=100")["artifacts"]
    found = [one for one in listed if one["name"] == ARTIFACT and not one["expired"]]
    return int(found[-1]["id"]) if found else None


def _comment(host: Host, number: int) -> int | None:
    """Return our own comment on the pull request, if it is among its first hundred."""
    for one in host.json("GET", f"/issues/{number}/comments?per_page=100"):
        if one["user"]["login"] == _BOT and one["body"].startswith(MARK):
            return int(one["id"])
    return None


def main() -> int:
    """Run the command line and return its exit status."""
    given = os.environ
    try:
        event = json.loads(Path(given["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        host = GitHub(given["GITHUB_API_URL"], given["GITHUB_REPOSITORY"], given["GITHUB_TOKEN"])
        run = run_of(event)
        print(comment(host, run) if run else "no pull request began this run")
    except (OSError, KeyError, TypeError, ValueError) as error:
        print(f"lỗi: {type(error).__name__}: {error}", file=sys.stderr)
        return FAULT
    return DONE


if __name__ == "__main__":
    sys.exit(main())
