"""Word files made in the tests, part by part: only what a test says is in them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:v="urn:schemas-microsoft-com:vml"'


def run(text: str, font: str = "", *, bold: bool = False, more: str = "") -> str:
    """Return a run of text, in a font."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return (
        f"<w:r><w:rPr>{fonts}{'<w:b/>' if bold else ''}{more}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def paragraph(
    *content: str, style: str = "", listed: tuple[int, int] | None = None, more: str = ""
) -> str:
    """Return a paragraph; plain text becomes a run. `listed` is a list and a level of it."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if listed:
        name, level = listed
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>'
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{inner}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """Return a cell; plain text becomes a paragraph."""
    inner = "".join(one if one.startswith("<") else paragraph(one) for one in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row; plain text becomes a cell."""
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def note(name: int, kind: str = "footnote") -> str:
    """Return the mark of a note in running text."""
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def notes(kind: str, *texts: str) -> str:
    """Return the part with notes; the first has the id 1."""
    inner = "".join(
        f'<w:{kind} w:id="{name}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", " " + text)}</w:{kind}>'
        for name, text in enumerate(texts, 1)
    )
    aside = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    )
    return f"<w:{kind}s {SPACES}>{aside}{inner}</w:{kind}s>"


def levels(*forms: tuple[str, str], name: int = 0, start: int = 1) -> str:
    """Return a list: format and text (`%1.`) of each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start if at == 0 else 1}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{inner}</w:abstractNum>'


def numbering(*abstract: str, nums: dict[int, tuple[int, str]]) -> str:
    """Return the part of lists; `nums` are lists by number: the levels they use, and overrides."""
    inner = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{base}"/>{overrides}</w:num>'
        for name, (base, overrides) in nums.items()
    )
    return f"<w:numbering {SPACES}>{''.join(abstract)}{inner}</w:numbering>"


STYLES = f"""<w:styles {SPACES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục con"/><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Chữ cũ"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
</w:styles>"""


def document(*blocks: str, section: str = "") -> str:
    """Return the main part."""
    return f"<w:document {SPACES}><w:body>{''.join(blocks)}<w:sectPr>{section}</w:sectPr></w:body></w:document>"


def relations(*listed: tuple[str, str] | tuple[str, str, str]) -> str:
    """Return a part of relations: type's last word, target, and mode if it is not internal."""
    inner = ""
    for name, one in enumerate(listed, 1):
        mode = f' TargetMode="{one[2]}"' if len(one) > 2 else ""
        target = escape(one[1])
        inner += f'<Relationship Id="rId{name}" Type="{R}/{one[0]}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "header",
    "footer1": "footer",
}


def types(*names: str) -> str:
    """Return the part that tells the types of the others, without which office programs read none."""
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    inner = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{form}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((one, PARTS[one]) for one in names))
    )
    packed_form = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{packed_form}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


def parts(*blocks: str, **more: str) -> dict[str, str | bytes]:
    """Return the parts of a Word file with these blocks; `more` are further parts by name."""
    more = {"styles": STYLES, **more}
    listed = [(PARTS[name], f"{name}.xml") for name in more]
    return {
        "[Content_Types].xml": types(*more),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document(*blocks),
        "word/_rels/document.xml.rels": relations(*listed),
        **{f"word/{name}.xml": text for name, text in more.items()},
    }


def packed(path: Path, content: dict[str, str | bytes]) -> Path:
    """Write parts as a zip."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in content.items():
            file.writestr(name, data)
    return path


def word_file(path: Path, *blocks: str, **more: str) -> Path:
    """Write a Word file with these blocks."""
    return packed(path, parts(*blocks, **more))
