"""The files of the search index, from the built pages.

search/entry.bin             what every query begins with: the length of a JSON in bytes and the
                             JSON (the shards' first keys, the kinds, the weights …)
search/<version>/c.bin       what every query needs besides: six columns, a number a section, for
                             ranking and filtering, and how many sections each block has
search/<version>/w.bin       all words in order and how often each occurs, for a query that has one
                             that is none of them, or that stands beside none of the others
search/offline.js            all files in one script, as base64 by name: a page that was opened from
                             a disk can fetch none of them
search/<version>/t<n>.bin    a shard of terms and where they stand (postings.py)
search/<version>/s<n>.bin    a block of sections as a reader sees them

Each file is gzipped here and unpacked by the browser's DecompressionStream, so that a static host
without compression sends as little as one with it. The version is a digest of all of them: a
browser never combines a cached old file with a new one. It is also the file name in the gzip header
of entry.bin, after ten bytes (RFC 1952, 2.3): what is always needed is asked for as soon as these
bytes have come.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from macros.admission.docs import LOOK_UP
from macros.search.columns import columns_of, groups_of
from macros.search.kinds import KINDS, About, Catalogue
from macros.search.names import forms
from macros.search.postings import Postings, blocks, number, numbers, shards
from macros.search.sections import Section, sections_of
from macros.search.spans import key_of, years_within
from macros.search.tokens import BREAK
from macros.system.processes import in_background

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.archive import Archive

FOLDER = "search"
# An index page of the look-up pages, offered if nothing was found; not the pages that it lists.
_LOOK_UP_PAGE = re.compile(rf"{LOOK_UP}/[^/]+/")

# Bytes of a file before it is packed. With small files a query fetches little. On a large site
# files are larger, and so fewer, because each file has a cost of its own.
_SHARD = 1_800
_BLOCK = 2_500
_MOST_SHARD, _MOST_BLOCK = 8_000, 10_000
# A site with more letters in all sections is large.
_LARGE = 750_000
_LONGEST_TITLE = 255
# What the ranking weighs, fitted on lists of queries by scripts/relevance/.
_WEIGHTS = Path(__file__).with_name("weights.json")
# Shared, because json.dumps would create one per section.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# A term with more occurrences is common: they would add about four kilobytes to a query.
_COMMON = 4096
# One digit says how often a word occurs.
_MOST_OFTEN = 9


@dataclass(frozen=True)
class IndexSize:
    """The size of an index: pages, sections, different terms, files and their bytes.

    `paths` are all files that were written, from the site's root.
    """

    pages: int
    sections: int
    terms: int
    files: int
    bytes: int
    paths: tuple[str, ...]


# A page: its address from the site's root, and its file.
Page: TypeAlias = "tuple[str, Path]"


def index_site(
    site: Path, archive: Archive, sections: Iterable[Section] | None = None
) -> IndexSize:
    """Write the search index of the built pages under `site` into `site`/search.

    `sections` are the sections of all pages, if they were read before. Time and memory grow with
    the text of the pages. The same pages give the same bytes.
    """
    catalogue = Catalogue(archive)
    postings = Postings()
    read = read_sections(pages_of(site)) if sections is None else sections
    found = list(_found(read, catalogue))
    lengths = [_file(postings, section, about, catalogue) for section, about in found]
    shutil.rmtree(folder := site / FOLDER, ignore_errors=True)
    (new := folder / "new").mkdir(parents=True)
    letters = sum(len(section.text) for section, _ in found)
    scale = max(1, letters / _LARGE)
    # Writing many small files is slow; meanwhile the terms are packed.
    shown = in_background(
        "một phần chỉ mục tìm kiếm",
        lambda: _write_blocks(new, found, catalogue, min(_MOST_BLOCK, round(scale * _BLOCK))),
    )
    common = postings.common(_COMMON)
    terms, first_keys = _write_terms(new, postings, common, min(_MOST_SHARD, round(scale * _SHARD)))
    texts, sizes = shown()
    columns = _write_one(new, "c", columns_of(found, lengths) + numbers([len(sizes), *sizes]))
    words = _write_one(new, "w", " ".join(_words(postings)).encode())
    written = (terms, texts, columns, words)
    version = hashlib.sha256(b"".join(one.digest for one in written)).hexdigest()[:12]
    new.rename(folder / version)
    entry = {
        "version": version,
        "shards": first_keys,
        "average": round(sum(length for _, length in lengths) / max(1, len(found))),
        **_entry(found, postings, common, catalogue, archive),
    }
    opening = _opening(entry)
    (folder / "entry.bin").write_bytes(opening)
    write_offline(folder, folder / version, "siteSearchFiles")
    return IndexSize(
        pages=len({section.page for section, _ in found}),
        sections=len(found),
        terms=len(postings.terms()),
        # With one file each for the columns, the words and the entry.
        files=terms.files + texts.files + 3,
        bytes=sum(one.size for one in written) + len(opening),
        paths=_paths(version, terms, texts),
    )


def _opening(entry: dict[str, Any]) -> bytes:
    """Return the content of entry.bin: the entry after its length."""
    head = _json(entry)
    packed = BytesIO()
    with gzip.GzipFile(entry["version"], "wb", compresslevel=6, fileobj=packed, mtime=0) as file:
        file.write(number(len(head)) + head)
    return packed.getvalue()


def _words(postings: Postings) -> list[str]:
    """Return the words that a reader may have meant, in order: letters alone.

    Each ends with a digit that says how often it occurs, as a binary logarithm.
    """
    return [
        f"{term}{min(_MOST_OFTEN, round(log2(max(1, count))))}"
        for term, count in sorted(postings.occurrences().items())
        if term.isalpha()
    ]


class _Written(NamedTuple):
    """The files of one kind that were written: number, bytes, and a digest of all."""

    files: int
    size: int
    digest: bytes


def _write(folder: Path, kind: str, contents: Iterable[bytes]) -> _Written:
    """Pack and write files, numbered in their order."""
    digest, files, size = hashlib.sha256(), 0, 0
    for content in contents:
        packed = _pack(content)
        (folder / f"{kind}{files}.bin").write_bytes(packed)
        digest.update(packed)
        files += 1
        size += len(packed)
    return _Written(files, size, digest.digest())


def _write_one(folder: Path, name: str, content: bytes) -> _Written:
    """Pack and write one file."""
    packed = _pack(content)
    (folder / f"{name}.bin").write_bytes(packed)
    return _Written(1, len(packed), hashlib.sha256(packed).digest())


def write_offline(folder: Path, pieces: Path, name: str) -> None:
    """Write the entry in `folder` and all `pieces` once more, as one script that sets a global."""
    files = {file.stem: file for file in (folder / "entry.bin", *sorted(pieces.glob("*.bin")))}
    with (folder / "offline.js").open("wb") as script:
        script.write(b"globalThis.%s={" % name.encode())
        for stem, file in files.items():
            # Base64 has no sign that would end a string.
            script.write(b'"%s":"%s",' % (stem.encode(), b64encode(file.read_bytes())))
        script.write(b"};\n")


def _paths(version: str, terms: _Written, texts: _Written) -> tuple[str, ...]:
    names = [f"t{at}" for at in range(terms.files)] + [f"s{at}" for at in range(texts.files)]
    return paths_of(FOLDER, version, [*names, "c", "w"])


def paths_of(folder: str, version: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of an entry, of all pieces given by name, and of the script of all."""
    pieces = (f"{folder}/{version}/{name}.bin" for name in names)
    return (f"{folder}/entry.bin", f"{folder}/offline.js", *pieces)


def _write_blocks(
    folder: Path, found: Sequence[tuple[Section, About]], catalogue: Catalogue, size: int
) -> tuple[_Written, list[int]]:
    """Write the sections as readers see them; return also the number in each block.

    A block has about `size` bytes before it is packed.
    """
    shown = [
        _json([section.page, section.anchor, section.title, _trail(section, catalogue),
               section.text])
        for section, _ in found
    ]  # fmt: skip
    ranges = list(blocks(shown, size))
    written = _write(folder, "s", (b"[" + b",".join(shown[a:b]) + b"]" for a, b in ranges))
    return written, [end - start for start, end in ranges]


def _write_terms(
    folder: Path, postings: Postings, common: Mapping[str, list[int]], size: int
) -> tuple[_Written, list[str]]:
    """Write the terms with their occurrences; return also the first key of each shard.

    A shard has about `size` bytes before it is packed.
    """
    first_keys: list[str] = []

    def packed() -> Iterator[bytes]:
        for first, shard in shards(postings.packed(common), size):
            first_keys.append(first)
            yield shard

    return _write(folder, "t", packed()), first_keys


def pages_of(site: Path) -> list[Page]:
    """Return the pages under `site`."""
    # The error page and the search page have other names.
    return [
        (file.relative_to(site).as_posix().removesuffix("index.html"), file)
        for file in sorted(site.rglob("index.html"))
    ]


def read_sections(pages: Iterable[Page]) -> list[Section]:
    """Return the sections of some pages, in their order."""
    return [
        section
        for address, file in pages
        for section in sections_of(address, file.read_text(encoding="utf-8"))
    ]


def _found(sections: Iterable[Section], catalogue: Catalogue) -> Iterator[tuple[Section, About]]:
    """Yield each section that a reader may look for, with what it is about."""
    for section in sections:
        about = catalogue.about(section.page, section.anchor, first=section.level == 1)
        if _says_something(section, about):
            yield _named(_described(section, catalogue), about)


def _says_something(section: Section, about: About) -> bool:
    """Return whether a section is worth finding, unlike headings that only divide a list."""
    return bool(section.text) or section.level == 1 or about.kind != "page"


def _described(section: Section, catalogue: Catalogue) -> Section:
    """Return the first section of a chapter with what the chapter says of itself.

    The description of any other page is that of the whole site.
    """
    if not section.description or section.page.partition("/")[0] not in catalogue.volumes:
        return section
    parts = [part for part in (section.text, section.description) if part]
    return section._replace(text=BREAK.join(parts))


def _named(section: Section, about: About) -> tuple[Section, About]:
    return (section._replace(title=about.title) if about.title else section), about


def _trail(section: Section, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the titles above a section: its volume, its page, the headings around it."""
    folder, _, rest = section.page.partition("/")
    if folder not in catalogue.volumes:
        return section.trail
    # The first page of a volume has the volume's name as its title.
    own = section.trail if rest else section.trail[1:]
    return own if section.level == 1 and not rest else (catalogue.volumes[folder], *own)


def _file(
    postings: Postings, section: Section, about: About, catalogue: Catalogue
) -> tuple[int, int]:
    """Index one section's words; return the lengths of its title and of the whole, in words."""
    trail = _trail(section, catalogue)
    # What stands above is found at its own place; the first section of a page answers for it too
    # ("lãnh đạo khối …"), and a document for its issuer ("chỉ thị của Bộ Chính trị").
    above = " ".join(trail) if section.level == 1 else ""
    if about.kind == "document":
        above = trail[0] if trail else ""
    # A section under “Nhiệm kỳ 2000–2005” covers 2003 as well.
    years = years_within(section.title, section.text, *trail)
    ends = postings.add((section.title, section.text, above), map(key_of, years))
    return min(ends[0], _LONGEST_TITLE), ends[-1]


def _entry(
    found: Sequence[tuple[Section, About]],
    postings: Postings,
    common: Mapping[str, list[int]],
    catalogue: Catalogue,
    archive: Archive,
) -> dict[str, Any]:
    """Return the entry, without what follows from the other files."""
    volumes = list(catalogue.volumes)
    known = set(volumes)
    return {
        "sections": len(found),
        "kinds": [one for one in KINDS.items() if one[0] != "picture" or archive.pictures],
        "organizations": [[one, catalogue.volumes[one], _aliases(archive, one)] for one in volumes],
        "groups": [
            [volumes.index(one) for one in group if one in known] for group in groups_of(found)
        ],
        "common": {term: postings.spellings(some) for term, some in common.items()},
        "abbreviations": abbreviations(archive),
        "posts": sorted({role.label for role in archive.roles.values()}),
        "places": [
            [section.page, section.title]
            for section, _ in found
            if section.level == 1 and _LOOK_UP_PAGE.fullmatch(section.page)
        ],
        "weights": json.loads(_WEIGHTS.read_text(encoding="utf-8")),
    }


def _aliases(archive: Archive, organization: str) -> list[str]:
    """Return the other names that mean this organization and no other."""
    return [
        form.text
        for form in forms(archive, organization)
        if form.own and not form.under and form.text != archive.dossiers[organization].title
    ]


def abbreviations(archive: Archive) -> list[list[str]]:
    """Return each abbreviation with each of its meanings."""
    return [[short, one] for short, full in archive.glossary.items() for one in _meanings(full)]


def _meanings(full: str) -> list[str]:
    """Return what an abbreviation may stand for: “Quyết định hoặc Quy định” is two."""
    return [part.strip() for part in re.split(r" hoặc |[;/]", full) if part.strip()]


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _pack(content: bytes) -> bytes:
    # Without a time stamp, so that bytes repeat. A higher level takes twice as long and saves 0.5%.
    return gzip.compress(content, compresslevel=6, mtime=0)
