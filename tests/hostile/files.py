"""What a file may be by its name, its place, its kind; and pictures that are more than that."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from tests.hostile.case import Case, Fate, word_of

FOLDER = "docs/may-thuong"
NAMES = (
    # host files, what a browser acts on
    "_headers", "_redirects", "CNAME", ".htaccess", "web.config", "robots.txt", "sw.js", "x.js",
    "x.mjs", "x.css", "x.html", "x.htm", "x.xhtml", "x.xml", "x.xsl", "x.wasm", "x.php", "x.svgz",
    "manifest.json", "x.webmanifest", "x.swf", "x.cgi", "x.shtml", "index.html", "404.html",
    # office files, archives, programs
    "x.docx", "x.doc", "x.xlsx", "x.pdf", "x.pptx", "x.odt", "x.rtf", "x.zip", "x.rar", "x.7z",
    "x.exe", "x.sh", "x.py", "x.so", "x.bat", "x.jar", "x.gif", "x.bmp", "x.mp4", "x.txt", "x.csv",
    # what machines leave
    "x.md~", "~$x.docx", "#x.md#", "x.md.bak", "x.orig", "x.rej", "x.tmp", "Thumbs.db",
    "desktop.ini", "x - Copy.md", "x (1).md", "x.part", "x.swp",
    # names that are no address
    "X.md", "bài.md", "x y.md", "x\ny.md", "x\u202ey.md", "-x.md", "x-.md", "x..md", "~x.md",
    "x\\y.md", "x%2e.md", "x&y.md", "x<y.md", "x'y.md", 'x"y.md', "x\u200by.md", "\u0430x.md",
    "x.markdown", "x.MD", "x;y.md", "x|y.md", "$(x).md", "{{x}}.md", "x" * 130 + ".md", "con .md",
    "x.md ", "\u2024.md", "x\u0301.md", "x.yml", "x.evidence.json",
)  # fmt: skip
HIDDEN = (".env", ".x.md", ".gitmodules")
HIDDEN_FOLDERS = (".well-known/x.md", ".git/config", ".x/y.png")
THEME = (
    "assets/javascripts/search.js", "assets/javascripts/x.md", "assets/stylesheets/theme.css",
    "assets/images/logo.svg", "search/entry.md", "answers/x.md", "data/x.md", "sach/x.md",
    "javascripts/x.png", "stylesheets/x.png",
)  # fmt: skip
IN_DATA = (
    "data/x.py", "data/people/x.yaml", "data/people/x.json", "data/people/X.yml", "data/x/y.yml",
    "data/organizations/x.yml", "data/organizations/may-thuong/x.yml", "data/people/x/y.yml",
    "data/people/bà.yml", "data/conftest.py", "data/sources/x.txt", "data/index.html",
    "data/people/x.evidence.json", "data/schemas/x.html", "data/schemas/x/y.json",
    "data/.x/y.yml", "data/organizations/.x/organization.yml",
    "data/people/x.yml.bak", "data/organizations/may-thuong/leaders.yml", "data/persons/x.yml",
)  # fmt: skip
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def _chain(kind: str, attribute: str) -> str:
    """Return nine parts of a drawing, each of which shows the next nine times."""
    parts = ""
    for number in range(9):
        shapes = f'<path {attribute}="url(#m{number + 1})"/>' * 9
        parts += f'<{kind} id="m{number}">{shapes}</{kind}>'
    return f'{parts}<path {attribute}="url(#m0)"/><desc>CANARY</desc>'


DRAWINGS = (
    "<script>CANARY</script>", "<script href='CANARY.js'/>", '<path onload="CANARY"/>',
    '<a href="javascript:CANARY"><text>x</text></a>', '<use href="data:image/svg+xml;base64,CANARY"/>',
    '<use href="CANARY.svg#a"/>', '<use xlink:href="https://vi.du/CANARY#a"/>',
    '<image href="https://vi.du/CANARY.png"/>', '<image href="data:image/png;base64,CANARY"/>',
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>CANARY</p></foreignObject>",
    "<style>@import url(https://vi.du/CANARY.css);</style>",
    "<style>@import 'CANARY.css';</style>",
    "<style>path { fill: url(https://vi.du/CANARY) }</style>",
    "<style>path { fill: u\\72l(https://vi.du/CANARY) }</style>",
    "<style>a<!-- --> @import 'CANARY';</style>",
    "<style>path { fill: image-set('//vi.du/CANARY' 1x) }</style>",
    "<style>@font-face { src: url(CANARY) }</style>",
    '<path style="fill: url(//vi.du/CANARY)"/>', '<path fill="url(&quot;//vi.du/CANARY&quot;)"/>',
    '<g xml:base="https://vi.du/CANARY/"><use href="#a"/></g>',
    '<animate attributeName="href" to="javascript:CANARY"/>', '<set attributeName="onload" to="CANARY"/>',
    "<iframe xmlns='http://www.w3.org/1999/xhtml' src='https://vi.du/CANARY'/>",
    '<metadata><script xmlns="http://www.w3.org/1999/xhtml">CANARY</script></metadata>',
    '<handler xmlns="http://www.w3.org/2001/xml-events">CANARY</handler>',
    '<g id="a"><path d="M0 0"/></g><g id="b"><use href="#a"/></g><use href="#b"/><desc>CANARY</desc>',
    "<g/>" * 20_001 + "<desc>CANARY</desc>", "<g>" * 3_000 + "CANARY" + "</g>" * 3_000,
    "<unknown>CANARY</unknown>", "<g></svg>CANARY",
    # what multiplies
    '<g id="a">' + "<path/>" * 200 + "</g>" + '<use href="#a"/>' * 200 + "<desc>CANARY</desc>",
    _chain("mask", "mask"), _chain("pattern", "fill"), _chain("clipPath", "clip-path"),
    '<marker id="m"><path d="M0 0L1 1L2 2" marker-mid="url(#m)"/></marker><desc>CANARY</desc>',
    '<style>.x, a .m { mask: url("#m") }</style><mask id="m"><path class="m"/></mask><desc>CANARY</desc>',
    '<style>path { clip-path: url(#m) }</style><clipPath id="m"><path/></clipPath><desc>CANARY</desc>',
    "<style>path { fill: -webkit-cross-fade('//vi.du/CANARY') }</style>",
)  # fmt: skip
WHOLE_DRAWINGS: tuple[str, ...] = (
    "CANARY",
    "<html>CANARY</html>",
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "CANARY">]>' + _HEAD + "&a;</svg>",
    '<!DOCTYPE svg SYSTEM "file:///CANARY">' + _HEAD + "</svg>",
    f'<?xml-stylesheet href="https://vi.du/CANARY.css"?>{_HEAD}</svg>',
    "<svg>CANARY</svg>",
)
IN_UTF_16 = (
    # Python writes the mark of UTF-16 itself: in its bytes no “<!ENTITY” is seen.
    '<!DOCTYPE svg [<!ENTITY a "<script>CANARY</script>">]>' + _HEAD + "&a;</svg>",
    '<!DOCTYPE svg [<!ATTLIST path onload CDATA "CANARY">]>' + _HEAD + "<path/></svg>",
)


def picture(kind: str) -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (8, 6), "red").save(out, kind)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int, word: bytes) -> bytes:
    """Return a PNG of a few hundred bytes that would take gigabytes."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"x\0" + word)
        + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    )  # fmt: skip


Made = Callable[[bytes], bytes]
PICTURES: tuple[tuple[str, Made], ...] = (
    *(
        (f"a page behind it.{suffix}", lambda w, k=kind: picture(k) + b"<p>" + w)  # type: ignore[misc]
        for suffix, kind in (("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP"), ("avif", "AVIF"))
    ),
    *(
        (f"an archive behind it.{suffix}", lambda w, k=kind: picture(k) + b"PK\x03\x04" + w)  # type: ignore[misc]
        for suffix, kind in (("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP"))
    ),
    ("a script in a remark.png", lambda w: picture("PNG")[:33] + chunk(b"tEXt", b"x\0<script>" + w + b"</script>") + picture("PNG")[33:]),
    ("a script in a remark.jpg", lambda w: picture("JPEG")[:2] + b"\xff\xfe" + struct.pack(">H", len(w) + 10) + b"<script>" + w + picture("JPEG")[2:]),
    ("PHP in a remark.jpg", lambda w: picture("JPEG")[:2] + b"\xff\xfe" + struct.pack(">H", len(w) + 8) + b"<?php " + w + picture("JPEG")[2:]),
    ("a JPEG by the name of PNG.png", lambda w: picture("JPEG") + w),
    ("a GIF by the name of PNG.png", lambda w: picture("GIF") + w),
    ("a page by the name of PNG.png", lambda w: b"<html><script>" + w),
    ("a script by the name of JPEG.jpg", lambda w: b"/*\xff\xd8*/" + w),
    ("a drawing by the name of PNG.png", lambda w: _HEAD.encode() + w + b"</svg>"),
    ("a PNG by the name of SVG.svg", lambda w: picture("PNG") + w),
    ("half of it.jpg", lambda w: picture("JPEG")[:300] + w),
    ("a bomb of 50,000 by 50,000.png", lambda w: bomb(50_000, 50_000, w)),
    ("a bomb of 100,000 by 601.png", lambda w: bomb(100_000, 601, w)),
    ("nothing.webp", lambda w: b""),
)  # fmt: skip


def _link(target: str) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        secret = path.parents[len(path.parts) - 2] if target == "/" else Path(target)
        path.symlink_to(secret)

    return make


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


LINKS = (
    (f"{FOLDER}/lien-ket.png", _link("/etc/hostname")),
    (f"{FOLDER}/lien-ket.md", _link("/etc/passwd")),
    (f"{FOLDER}/lien-ket-vong.md", _link("lien-ket-vong.md")),
    (f"{FOLDER}/lien-ket-mat.svg", _link("khong-co")),
    ("docs/thu-muc-lien-ket", _link("/etc")),
    ("docs/len-tren", _link("..")),
    ("data/people/lien-ket.yml", _link("/etc/passwd")),
    ("data/organizations/lien-ket", _link("/etc")),
    ("data/sources/lien-ket.evidence.json", _link("/etc/passwd")),
    (f"{FOLDER}/ong.md", _fifo),
    (f"{FOLDER}/ong.png", _fifo),
    ("data/people/ong.yml", _fifo),
    ("data/sources/ong.evidence.json", _fifo),
    (f"{FOLDER}/khong-lo.png", _huge),
    (f"{FOLDER}/khong-lo.md", _huge),
    (f"{FOLDER}/khong-lo.svg", _huge),
    ("data/people/khong-lo.yml", _huge),
    ("data/sources/khong-lo.evidence.json", _huge),
)


def _named(kind: str, paths: tuple[str, ...], fate: Fate = Fate.REFUSED) -> Iterator[Case]:
    for number, path in enumerate(paths, 1):
        word = word_of(kind, number)
        sound = f"---\ntitle: {word}\norganization: may-thuong\n---\n\n# A\n"
        yield Case(f"{kind} {path[:40]!r}", path, sound, word, fate)


def _drawings() -> Iterator[Case]:
    whole = [*(f"{_HEAD}{one}</svg>" for one in DRAWINGS), *WHOLE_DRAWINGS]
    encoded = [*((one, "utf-8") for one in whole), *((one, "utf-16") for one in IN_UTF_16)]
    for number, (text, encoding) in enumerate(encoded, 1):
        word = word_of("SVG", number)
        name = f"{FOLDER}/ve-{number:03d}.svg"
        data = text.replace("CANARY", word).encode(encoding)
        yield Case(f"SVG {text[90:140]}", name, data, word)


def _pictures() -> Iterator[Case]:
    for number, (name, make) in enumerate(PICTURES, 1):
        word = word_of("PICTURE", number)
        suffix = name.rpartition(".")[2]
        data = make(word.encode())
        yield Case(name, f"{FOLDER}/hinh-{number:03d}.{suffix}", data, word)


def _links() -> Iterator[Case]:
    for number, (path, make) in enumerate(LINKS, 1):
        yield Case(f"LINKS {path}", path, make, word_of("LINKS", number))


CASES: tuple[Case, ...] = (
    *_named("NAMES", tuple(f"{FOLDER}/{name}" for name in NAMES)),
    *_named("HIDDEN", tuple(f"{FOLDER}/{name}" for name in HIDDEN), Fate.UNREAD),
    *_named("HIDDENIN", tuple(f"{FOLDER}/{name}" for name in HIDDEN_FOLDERS)),
    *_named("THEME", tuple(f"docs/{name}" for name in THEME)),
    *_named("INDATA", IN_DATA),
    *_drawings(),
    *_pictures(),
    *_links(),
)
