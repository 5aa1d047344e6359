"""An invented site of two volumes with everything that a site may have: as large as a real one.

The benchmark fabricates it; what it has no need of, targets and the guide's tables, is added here.
"""

from __future__ import annotations

from pathlib import Path

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of
from macros.model.explained import RECORDS
from scripts.bench.generate import generate
from tests.small_site import put

VOLUMES = ("to-chuc-1", "to-chuc-2")
_TRANSCRIPTION = """\
1 Kết nạp đảng viên: chỉ tiêu 20 đảng viên, nhiệm kỳ 2020 - 2025; kết quả 25 đảng viên, Đạt.
2 Trồng rừng: chỉ tiêu 12 ha, kết quả 9 ha, Không đạt.
"""
_TARGETS = """\
sets:
  - id: chi-tieu
    title: Kết quả thực hiện các chỉ tiêu
    period: "2020/2025"
    cite: chi-tieu#1-2
    targets:
      - id: ket-nap
        number: "1"
        indicator: Kết nạp đảng viên
        unit: đảng viên
        target: { printed: "20", value: 20 }
        actual: { printed: "25", value: 25 }
        result: Đạt
        cite: chi-tieu#1
      - id: trong-rung
        number: "2"
        indicator: Trồng rừng
        unit: ha
        target: { printed: "12", value: 12 }
        actual: { printed: "9", value: 9 }
        result: Không đạt
        cite: chi-tieu#2
"""
_SOURCE = "title: Phụ lục chỉ tiêu\nkind: phụ lục\nstatus: final\nspeaks_until: '2025'\n"
_CHAPTER = """\
---
title: Chỉ tiêu
organization: to-chuc-1
---

# Chỉ tiêu

{{ targets_chart("chi-tieu") }}
"""


def write_whole_site(root: Path) -> Path:
    """Write the site into the empty folder `root` and return it; it holds content alone."""
    generate(root, len(VOLUMES))
    put(root, "data/organizations/to-chuc-1/targets.yml", _TARGETS)
    put(root, "data/sources/chi-tieu.yml", _SOURCE)
    put(root, "docs/to-chuc-1/chi-tieu.md", _CHAPTER)
    tables = "\n\n".join(f'{{{{ field_guide("{record}") }}}}' for record in RECORDS)
    put(
        root,
        "docs/so-tay.md",
        f"---\ntitle: Sổ tay\n---\n\n# Sổ tay\n\n{{{{ macro_guide() }}}}\n\n{tables}\n",
    )
    config = root / "mkdocs.yml"
    added = "  - Chỉ tiêu: to-chuc-1/chi-tieu.md\n  - Sổ tay: so-tay.md\n"
    config.write_text(config.read_text(encoding="utf-8") + added, encoding="utf-8")
    transcription = root.parent / f"{root.name}-transcriptions" / "chi-tieu.txt"
    transcription.parent.mkdir()
    transcription.write_text(_TRANSCRIPTION, encoding="utf-8")
    lexicon = lexicon_of(load_archive(root)[0])
    evidence = dump(from_transcription(transcription, lexicon))
    evidence_path(root, "chi-tieu").write_text(evidence, encoding="utf-8")
    return root
