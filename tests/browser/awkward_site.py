"""A fabricated site of what is hardest to set: the empty, the unknown, the many and the long."""

from __future__ import annotations

from pathlib import Path

from macros.archive.complete import load_archive
from macros.evidence.files import dump, evidence_path, from_transcription
from macros.evidence.lexicon import lexicon_of
from tests.picture_files import put_picture
from tests.small_site import CONFIG, FILES, put

LONG_NAME = (
    "Đảng bộ Liên hiệp các hợp tác xã vận tải đường thủy nội địa và xếp dỡ hàng hóa vùng Sông Mây"
)
"""The short name of an organization, more than 90 characters long."""

POSTS, ROWS = 20, 60
"""How many posts one person holds, and how many rows one table has."""

_LONG = "lien-hiep-van-tai"
_YEARS = range(1960, 1960 + ROWS)


def _posts() -> str:
    """Return 20 memberships of one person: every second one secretary, with a long other duty."""
    return "memberships:\n" + "".join(
        f"""\
  - id: nhiem-ky-{number}
    person: ton-that-phuong-thao-nguyen
    post: {"secretary" if number % 2 else "deputy-secretary"}
    start_date: "{1960 + 2 * number}-03-02"
    end_date: "{1962 + 2 * number}-03-02"
    manner: [elected, designated]
    concurrent: [Phó Chủ tịch thường trực Hội đồng quản trị Liên hiệp các hợp tác xã]
    cite: ky-yeu#{number + 5}
"""
        for number in range(1, POSTS + 1)
    )


def _statistics() -> str:
    """Return 60 yearly figures of one indicator."""
    return "observations:\n" + "".join(
        f"""\
  - id: dang-vien-{year}
    indicator: party-members
    period: "{year}"
    value: {1200 + year}
    cite: ky-yeu#{POSTS + 6 + year - 1960}
"""
        for year in _YEARS
    )


def _transcription() -> str:
    """Return the source that states all this, one paragraph a line."""
    lines = [
        "Ngày 02/3/1950, Tỉnh ủy Sông Mây ra Quyết định số 12-QĐ/TU lập Đảng bộ xã Mây Thượng, có 40 đảng viên.",
        "Đại hội lần thứ I họp ngày 10/5/1952, có 35 đại biểu; bà Lý Thị Mận được bầu làm Bí thư.",
        "Năm 1955, Đảng bộ có 60 đảng viên, trong đó có 45 đảng viên nam và 15 đảng viên nữ.",
        "Ngày 12/6/1957, ông Phùng Văn Khế được chỉ định làm Bí thư thay bà Lý Thị Mận.",
        "Đại hội lần thứ II họp ngày 20/8/1958, có 41 đại biểu.",
    ]
    for number in range(1, POSTS + 1):
        post = "Bí thư" if number % 2 else "Phó Bí thư"
        lines.append(
            f"Từ ngày 02/3/{1960 + 2 * number} đến ngày 02/3/{1962 + 2 * number}, bà Tôn Thất Phương"
            f" Thảo Nguyên được bầu, chỉ định làm {post}, kiêm Phó Chủ tịch thường trực Hội đồng"
            " quản trị Liên hiệp các hợp tác xã."
        )
    lines += [f"Năm {year}, Đảng bộ có {1200 + year} đảng viên." for year in _YEARS]
    return "\n".join(lines) + "\n"


def _chapter(name: str, *calls: str, title: str) -> str:
    body = "\n\n".join(f"{{{{ {call} }}}}" for call in calls)
    return f"---\ntitle: {title}\norganization: {name}\n---\n\n# {title}\n\n{body}\n"


def _typed_table() -> str:
    """Return a chapter with a table of 60 rows and ten columns, typed by hand."""
    rows = [
        ["Năm", *(f"Chỉ tiêu thứ {column}" for column in range(1, 10))],
        ["---", *["---:"] * 9],
        *([str(year), *["1.234.567"] * 9] for year in _YEARS),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"---\ntitle: Một bảng gõ tay\n---\n\n# Một bảng gõ tay\n\n{table}\n"


_OVERVIEW = ("organization_summary()", "leadership_timeline()", "statistics_all()", "conflicts()")
_AWKWARD = {
    "data/sources/ky-yeu.yml": FILES["data/sources/ky-yeu.yml"].replace("1958", "2025"),
    "data/posts.yml": """\
roles:
  - { id: secretary, label: Bí thư, seats: 1, order: 10 }
  - { id: deputy-secretary, label: Phó Bí thư, seats: 2, order: 20 }
""",
    # Nothing but a name.
    "data/organizations/chi-bo-ban-mo/organization.yml": """\
kind: party
short_name: Chi bộ Bản Mơ
listed: true
""",
    # One membership, of which no date is known.
    "data/organizations/chi-bo-ben-la/organization.yml": """\
kind: party
short_name: Chi bộ Bến Lá
listed: true
""",
    "data/organizations/chi-bo-ben-la/leadership.yml": """\
memberships:
  - id: bi-thu-man
    person: ly-thi-man
    post: secretary
    cite: ky-yeu#2
""",
    f"data/organizations/{_LONG}/organization.yml": f"""\
kind: party
short_name: {LONG_NAME}
listed: true
picture: ngang
""",
    f"data/organizations/{_LONG}/leadership.yml": _posts(),
    f"data/organizations/{_LONG}/statistics.yml": _statistics(),
    "data/people/ton-that-phuong-thao-nguyen.yml": "name: Tôn Thất Phương Thảo Nguyên\n",
    "docs/chi-bo-ban-mo/index.md": _chapter("chi-bo-ban-mo", *_OVERVIEW, title="Chi bộ Bản Mơ"),
    "docs/chi-bo-ben-la/index.md": _chapter(
        "chi-bo-ben-la", *_OVERVIEW, 'leadership_table("secretary")', title="Chi bộ Bến Lá"
    ),
    f"docs/{_LONG}/index.md": _chapter(
        _LONG,
        *_OVERVIEW,
        'leadership_table("secretary")',
        'leadership_table("deputy-secretary")',
        title=LONG_NAME,
    ),
    f"docs/{_LONG}/bang.md": _typed_table(),
    f"docs/{_LONG}/anh.md": _chapter(
        _LONG,
        'picture("ngang")',
        'picture("doc")',
        'picture("nho")',
        'gallery(person="ton-that-phuong-thao-nguyen")',
        'gallery(["ngang", "doc", "nho"])',
        title="Ảnh",
    ),
}
_SIZES = {"ngang": (3000, 240), "doc": (240, 2400), "nho": (100, 100), "thao-nguyen": (300, 400)}
_PICTURE = """\
kind: {kind}
alt: {alt}
caption: {caption}
date: "1960/1970"
place: bến xếp dỡ số một của Liên hiệp
people: {people}
author: Phòng ảnh Liên hiệp các hợp tác xã vận tải đường thủy nội địa
holder: Kho lưu trữ của Liên hiệp
licence: unknown
doubt: Có người cho là chụp sau năm 1970.
"""
_NAV = f"""\
  - Chi bộ Bản Mơ: chi-bo-ban-mo/index.md
  - Chi bộ Bến Lá: chi-bo-ben-la/index.md
  - {LONG_NAME}:
      - {_LONG}/index.md
      - {_LONG}/bang.md
      - {_LONG}/anh.md
"""


def _pictures(root: Path) -> None:
    """Put pictures of every shape, with much to say of each."""
    crowd = ", ".join(["ton-that-phuong-thao-nguyen", *["{unnamed: một người bốc vác}"] * 20])
    for name, size in _SIZES.items():
        portrait = name == "thao-nguyen"
        record = _PICTURE.format(
            kind="portrait" if portrait else "photograph",
            alt=f"{'Rất đông người xếp hàng ' * 12}trên bến, ảnh {name}",
            caption=f"{'Xếp dỡ hàng hóa ở bến sông trong một ngày nắng ' * 5}({name})",
            people="ton-that-phuong-thao-nguyen" if portrait else f"[{crowd}]",
        )
        put_picture(root, name, size=size, record=record)


def write_awkward_site(root: Path) -> Path:
    """Write the site into the folder `root` and return it; it holds content alone."""
    for path, text in {**FILES, **_AWKWARD}.items():
        put(root, path, text)
    _pictures(root)
    config = CONFIG.replace("  - Tra cứu:\n", _NAV + "  - Tra cứu:\n")
    put(root, "mkdocs.yml", config)
    transcription = root.parent / f"{root.name}-transcriptions" / "ky-yeu.txt"
    transcription.parent.mkdir()
    transcription.write_text(_transcription(), encoding="utf-8")
    lexicon = lexicon_of(load_archive(root)[0])
    evidence = dump(from_transcription(transcription, lexicon))
    evidence_path(root, "ky-yeu").write_text(evidence, "utf-8")
    return root
