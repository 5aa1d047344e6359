"""Other search engines on the pages of the same site: what they find for the same queries.

MiniSearch, tuned, is given the sections of the index; Pagefind reads the built pages; the theme's
own search (lunr, in its worker) is given the sections as its plugin would write them. The last two
run in a browser. `scripts/setup.sh peers` installs what is needed.
"""

from __future__ import annotations

import functools
import http.server
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.system.program import PROGRAM
from scripts.relevance.runner import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scripts.relevance.lists import Query

NAMES = ("minisearch", "pagefind", "theme")
MODULES = PROGRAM / ".cache" / "peers"
_FIRST = 10
_PAGEFIND = """async ([queries, most]) => {
  const pagefind = await import("./pagefind/pagefind.js");
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, most).map(one => one.data()));
    found.push({ how: results.length ? "all" : "none", count: results.length,
                 // A page is found by its best section.
                 first: pages.map(one => one.sub_results.length
                   ? one.sub_results.reduce(
                       (a, b) => b.locations.length > a.locations.length ? b : a).url
                   : one.url) });
  }
  return found;
}"""
_THEME = """async ([docs, queries, most]) => {
  const worker = new Worker("./workers/search.js");
  const answer = () => new Promise((done, fail) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = error => fail(new Error(error.message));
  });
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: ["vi"], separator: "[\\\\s\\\\-]+", pipeline: ["stopWordFilter"], fields };
  let replied = answer();
  worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  await replied;
  const found = [];
  for (const query of queries) {
    replied = answer();
    worker.postMessage({ type: 2, data: query });
    const { data } = await replied;
    const places = data.items.flat().map(one => one.location).filter(Boolean);
    found.push({ how: places.length ? "all" : "none", count: places.length,
                 first: places.slice(0, most) });
  }
  return found;
}"""


def found_by(name: str, site: Path, queries: Sequence[Query]) -> list[dict[str, Any]]:
    """Return what a peer finds for each query: `how`, `count`, the `first` ten places."""
    sections: list[dict[str, Any]] = run("sections.js", {"site": str(site.resolve())})
    typed = [query.typed for query in queries]
    if name == "minisearch":
        given = {"modules": str(MODULES), "sections": sections, "queries": typed}
        found: list[dict[str, Any]] = run("minisearch.js", given)
        return found
    above = {one["places"][0]: one["places"] for one in reversed(sections)}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if name == "pagefind":
            found = _pagefind(folder, site, typed)
        else:
            found = _theme(folder, sections, typed)
    for one in found:
        one["first"] = [above.get(place, [place]) for place in map(_address, one["first"])]
    return found


def _address(address: str) -> str:
    """Return an address in the site's form, without a first slash or an empty anchor."""
    return address.removeprefix("/").removesuffix("#")


def _pagefind(folder: Path, site: Path, queries: Sequence[str]) -> list[dict[str, Any]]:
    """Index the built pages with Pagefind and ask it."""
    program = MODULES / "node_modules" / ".bin" / "pagefind"
    command: list[str | Path] = [
        program,
        "--site",
        site.resolve(),
        "--output-path",
        folder / "pagefind",
        "--quiet",
    ]
    # The article alone, as its documentation advises; what is around it stands on every page.
    subprocess.run([*command, "--root-selector", "article"], check=True)
    return _asked(folder, _PAGEFIND, [list(queries), _FIRST])


def _theme(
    folder: Path, sections: Sequence[dict[str, Any]], queries: Sequence[str]
) -> list[dict[str, Any]]:
    """Give the theme's worker the sections as its plugin would, and ask it."""
    package = importlib.util.find_spec("material")
    if package is None or package.origin is None:
        raise FileNotFoundError("mkdocs-material")
    workers = Path(package.origin).parent / "templates" / "assets" / "javascripts" / "workers"
    (folder / "workers").mkdir()
    shutil.copy(next(workers.glob("search.*.min.js")), folder / "workers" / "search.js")
    shutil.copytree(workers.parent / "lunr", folder / "lunr")
    docs = [
        {"location": one["places"][0], "title": one["title"], "text": one["text"]}
        for one in sections
    ]
    return _asked(folder, _THEME, [docs, list(queries), _FIRST])


def _asked(folder: Path, script: str, given: list[Any]) -> list[dict[str, Any]]:
    """Run a script in a browser on a page of `folder`."""
    from playwright.sync_api import sync_playwright

    (folder / "index.html").write_text("<!doctype html><title></title>", encoding="utf-8")
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((program for name in names if name and (program := shutil.which(name))), None)
    with _served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.set_default_timeout(0)
        found: list[dict[str, Any]] = json.loads(json.dumps(page.evaluate(script, given)))
        browser.close()
    return found


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
