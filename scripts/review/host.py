"""The few calls of GitHub's interface that a comment takes."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Protocol

from scripts.review.artifact import MAX_PACKED

_TIMEOUT = 30
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Host(Protocol):
    """What is asked of the host; the tests give recorded answers."""

    def json(self, method: str, path: str, body: object = None) -> Any:
        """Return the answer to a call; raises OSError."""
        ...

    def file(self, path: str) -> bytes:
        """Return a file, but no more than MAX_PACKED + 1 bytes of it; raises OSError."""
        ...


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the token must not go to another host."""

    def redirect_request(self, *_: Any) -> None:
        """Return nothing, so that the redirect is an answer of its own."""
        return


class GitHub:
    """The interface at `address` of the repository `owner/name`, with the token of a job."""

    def __init__(self, address: str, repository: str, token: str) -> None:
        if not address.startswith("https://"):
            raise ValueError(address)
        self._address = f"{address}/repos/{repository}"
        self._token = token

    def json(self, method: str, path: str, body: object = None) -> Any:
        """Return the answer to a call; raises OSError."""
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(self._request(method, path, data), timeout=_TIMEOUT) as answer:  # noqa: S310
            return json.load(answer)

    def file(self, path: str) -> bytes:
        """Return a file, but no more than MAX_PACKED + 1 bytes of it; raises OSError."""
        opener = urllib.request.build_opener(_Stay)
        try:
            answer = opener.open(self._request("GET", path, None), timeout=_TIMEOUT)
        except urllib.error.HTTPError as error:
            place = error.headers.get("Location", "")
            if error.code not in _REDIRECTS or not place.startswith("https://"):
                raise
            answer = urllib.request.urlopen(place, timeout=_TIMEOUT)  # noqa: S310
        with answer:
            content: bytes = answer.read(MAX_PACKED + 1)
        return content

    def _request(self, method: str, path: str, data: bytes | None) -> urllib.request.Request:
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        return urllib.request.Request(  # noqa: S310
            f"{self._address}{path}", data=data, headers=headers, method=method
        )
