"""Small .xlsx files for tests, as Excel packs them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = f"""<workbook {_MAIN} xmlns:r="{OFFICE}"><sheets>
<sheet name="Ẩn" sheetId="7" state="hidden" r:id="rId9"/><sheet name="A" sheetId="1" r:id="rId1"/>
</sheets></workbook>"""
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
STYLES = f"""<styleSheet {_MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"""


def sheet_file(
    path: Path,
    rows: Sequence[Sequence[object]],
    more: Mapping[str, str | bytes] | None = None,
    *,
    typed: str = "",
) -> Path:
    """Write a file: texts are shared strings, days have a style; `more` are other parts.

    `typed` is what a number says of its kind (` t="n"`), which Excel leaves out and others write.
    """
    strings: list[str] = []
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for at, one in enumerate(row):
            where = f'r="{chr(65 + at)}{number}"'
            if isinstance(one, date):
                cells.append(
                    f'<c {where} s="1"{typed}><v>{(one - date(1899, 12, 30)).days}</v></c>'
                )
            elif isinstance(one, int):
                cells.append(f"<c {where}{typed}><v>{one}</v></c>")
            elif isinstance(one, str) and one.startswith("="):
                cells.append(f"<c {where}><f>{escape(one[1:])}</f><v>1</v></c>")
            elif one:
                strings.append(str(one))
                cells.append(f'<c {where} t="s"><v>{len(strings) - 1}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    shared = "".join(f"<si><t>{escape(one)}</t></si>" for one in strings)
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{shared}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData>{''.join(lines)}</sheetData>"
        "</worksheet>",
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path
