"""Writes a Word file by pandoc, from HTML and from the styles in `overrides/book/word/`."""

from __future__ import annotations

import importlib
import io
import os
import subprocess
import zipfile
from typing import TYPE_CHECKING

from macros.system.program import own_or_default

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STYLES = "overrides/book/word"
_PARTS = {
    "word/styles.xml": "styles.xml",
    "word/document.xml": "document.xml",
    "word/footer1.xml": "footer.xml",
}
_FOOTER_TYPE = (
    b'<Override PartName="/word/footer1.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>'
)
_FOOTER_RELATION = (
    b'<Relationship Id="rIdFooter" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/footer" Target="footer1.xml"/></Relationships>'
)
# The earliest day of the ZIP format: the day of making is in the properties of the file.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_READ = "html+epub_html_exts-auto_identifiers"


class NoPandocError(Exception):
    """Pandoc is not installed, or cannot run on this machine; the text says why."""


def pandoc() -> str:
    """Return the path of pandoc, as its package brings it. Raises NoPandocError."""
    try:
        found: str = importlib.import_module("pypandoc").get_pandoc_path()
    except (ImportError, OSError) as error:
        raise NoPandocError(str(error)) from error
    return found


def written(root: Path, html: str, scratch: Path, metadata: Mapping[str, str], day: str) -> bytes:
    """Return a Word file of this HTML; `day` is its time of making, in seconds since 1970, or "".

    The same HTML always gives the same bytes. `scratch` is a folder for what pandoc reads and
    writes. Raises NoPandocError, also if pandoc refuses.
    """
    program = pandoc()
    reference, target = scratch / "mau.docx", scratch / "tap.docx"
    reference.write_bytes(_reference(root, program))
    options = [f"--metadata={key}={text}" for key, text in metadata.items() if text]
    command = [program, "--from", _READ, "--to", "docx", f"--reference-doc={reference}",
               "--standalone", *options, "--output", str(target)]  # fmt: skip
    done = subprocess.run(  # noqa: S603  (pandoc, from its package)
        command,
        input=html.encode(),
        capture_output=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": day or "315532800"},
    )
    if done.returncode:
        raise NoPandocError(done.stderr.decode(errors="replace").strip())
    return _finished(target.read_bytes())


def _finished(data: bytes) -> bytes:
    """Return a Word file whose rows no end of a page parts, which pandoc cannot ask for."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as got, zipfile.ZipFile(made, "w") as file:
        for one in got.infolist():
            part = got.read(one)
            if one.filename == "word/document.xml":
                part = part.replace(b"<w:tr><w:trPr>", b"<w:tr><w:trPr><w:cantSplit/>")
                part = part.replace(b"<w:tr><w:tc>", b"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>")
            same = zipfile.ZipInfo(one.filename, _NO_DAY)
            file.writestr(same, part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _reference(root: Path, program: str) -> bytes:
    """Return pandoc's own pattern of a Word file, with this book's styles, page and footer."""
    got = subprocess.run(  # noqa: S603
        [program, "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(got.stdout)) as pattern, zipfile.ZipFile(made, "w") as file:
        for name in pattern.namelist():
            data = pattern.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"</Types>", _FOOTER_TYPE)
            elif name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", _FOOTER_RELATION)
            if name not in _PARTS:
                file.writestr(name, data)
        for name, own in _PARTS.items():
            file.writestr(name, own_or_default(root, f"{STYLES}/{own}").read_bytes())
    return made.getvalue()
