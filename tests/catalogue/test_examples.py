"""The examples that the editors' guide shows are calls that the guard accepts, of Mây Thượng."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.catalogue import registry
from macros.chapter import expand, parse_chapter
from macros.engine.linker import SiteLinker
from tests.small_site import FILES, STATISTICS
from tests.support import load_sound, write_site

GUIDED = [name for name in registry.names() if (one := registry.get(name)) and one.guide]
FOLDER = "data/organizations/may-thuong"
MORE = {
    "data/indicators.yml": FILES["data/indicators.yml"]
    + """\
  - { id: party-organizations, label: Tổ chức cơ sở đảng, group: Tổ chức đảng, unit: tổ chức }
  - { id: members-admitted, label: Kết nạp, group: Đảng viên, unit: đảng viên }
""",
    STATISTICS: FILES[STATISTICS]
    + """\
  - { id: to-chuc-1955, indicator: party-organizations, period: "1955", value: 3, cite: ky-yeu#3 }
  - { id: to-chuc-1958, indicator: party-organizations, period: "1958", value: 4, cite: ky-yeu#5 }
  - { id: ket-nap-1955, indicator: members-admitted, period: "1955", value: 6, cite: ky-yeu#3 }
  - { id: ket-nap-1958, indicator: members-admitted, period: "1958", value: 9, cite: ky-yeu#5 }
""",
    f"{FOLDER}/congresses.yml": FILES[f"{FOLDER}/congresses.yml"]
    + """\
committees:
  - { id: ban-chap-hanh-1, body: executive, size: 7, congress: I, cite: ky-yeu#2 }
""",
    f"{FOLDER}/targets.yml": """\
sets:
  - id: chi-tieu-1958
    title: Chỉ tiêu của Đại hội lần thứ II
    period: "1958/1960"
    cite: ky-yeu#5
    targets:
      - id: ket-nap
        number: "1"
        indicator: Kết nạp đảng viên
        unit: đảng viên
        target: { printed: "20", value: 20 }
        actual: { printed: "25", value: 25 }
        result: Đạt
        cite: ky-yeu#5
""",
    f"{FOLDER}/conflicts.yml": """\
conflicts:
  - id: so-dang-vien
    kind: contradiction
    topic: số đảng viên
    claims: [{ fact: dang-vien-1955, shown: true }, { statement: 61, cite: ky-yeu#4 }]
    note: Hai đoạn ghi hai số.
""",
    f"{FOLDER}/rolls.yml": """\
rolls:
  - { id: liet-si, kind: martyrs, title: Liệt sĩ xã Mây Thượng, cite: ky-yeu#4 }
""",
    f"{FOLDER}/liet-si.csv": """\
Họ và tên,Năm sinh
Lý Thị Mận,1930
""",
    f"{FOLDER}/statements.yml": """\
statements:
  - { id: thieu-trau, kind: cause, text: lúa kém vì thiếu trâu, domain: economy, cite: ky-yeu#3 }
""",
    f"{FOLDER}/events.yml": """\
events:
  - { id: cau-tre, date: "1956", summary: Xã bắc cầu tre qua sông, cite: ky-yeu#3 }
""",
    "data/pictures/mit-tinh-1953.yml": """\
kind: photograph
alt: Đông người cầm cờ đứng quanh một lễ đài
caption: Mít tinh ở chợ Mây
holder: kho xã
licence: unknown
""",
    "data/pictures/dai-hoi-1952.yml": """\
kind: photograph
alt: Các đại biểu ngồi thành hai hàng trong đình
caption: Đại hội lần thứ I
people: [ly-thi-man]
shows: may-thuong/dai-hoi-1
holder: gia đình bà Mận
licence: unknown
""",
    "data/abbreviations.yml": """\
abbreviations:
  - { short: UB, full: Ủy ban }
  - { kind: term, short: Đảng bộ, full: Mọi đảng viên của một cấp. }
""",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return load_sound(write_site(tmp_path_factory.mktemp("examples"), {**FILES, **MORE}))


@pytest.mark.parametrize("name", GUIDED)
def test_example_expands(archive: Archive, name: str) -> None:
    macro = registry.get(name)
    assert macro is not None
    call = f"{{{{ {name}({macro.example}) }}}}"
    text = f"---\ntitle: Thử\norganization: may-thuong\n---\n\n{call}\n"
    chapter, problems = parse_chapter(text.encode(), "docs/may-thuong/thu.md")
    assert not problems
    assert chapter is not None
    html = expand(chapter, archive, SiteLinker(archive), registry=registry)
    assert call not in html
    assert len(html.strip()) > len(name)


def test_every_macro_but_those_of_generated_pages_is_in_the_guide() -> None:
    hidden = set(registry.names()) - set(GUIDED)
    assert hidden == {
        "code_guide",
        "comparison_of",
        "decade_page",
        "documents_of",
        "field_guide",
        "gaps_in",
        "macro_guide",
        "document_page",
        "organization_page",
        "people_entries",
        "person_page",
        "picture_index",
        "pictures_of_years",
        "source_entry",
        "year_page",
    }
