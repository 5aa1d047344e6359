"""Sites with faulty pictures, documents and rolls, and with what is nearly faulty."""

from __future__ import annotations

ORG = "data/organizations/khoi"


def picture(lines: str, kind: str = "photograph", caption: str = "Họp ở đình làng") -> str:
    return f"kind: {kind}\nalt: Nhiều người ngồi trước một ngôi đình\ncaption: {caption}\n{lines}"


HELD = "holder: Bà Hai\nlicence: public-domain\n"
EVENTS = """\
events:
  - id: hop
    date: "1950-05"
    summary: Họp
    cite: ky-yeu#1
  - id: khong-ngay
    summary: Họp
    cite: ky-yeu#1
"""

PICTURES = {
    f"{ORG}/events.yml": EVENTS,
    f"{ORG}/congresses.yml": 'congresses:\n  - id: dh-1\n    ordinal: I\n    dates: "1960-01-02"\n    cite: ky-yeu#1\n',
    "data/pictures/khong-nguon.yml": picture("licence: public-domain\n"),
    "data/pictures/co-nguon.yml": picture("licence: public-domain\ncite: ky-yeu#1\n"),
    "data/pictures/xin-phep.yml": picture("holder: Bà Hai\nlicence: permission\n"),
    "data/pictures/cua-minh.yml": picture("holder: Bà Hai\nlicence: own\nrights: Ban biên tập\n"),
    "data/pictures/neu-ten.yml": picture("holder: Bà Hai\nlicence: cc-by\n"),
    "data/pictures/neu-ten-2.yml": picture("holder: Bà Hai\nlicence: cc-by-sa\nauthor: Ông Ba\n"),
    "data/pictures/neu-ten-3.yml": picture("holder: Bà Hai\nlicence: cc-by-sa\nrights: Ông Ba\n"),
    "data/pictures/chua-ro.yml": picture(
        "holder: Bà Hai\nlicence: unknown\npublish_original: true\n"
    ),
    "data/pictures/chua-ro-2.yml": picture("holder: Bà Hai\nlicence: unknown\n"),
    "data/pictures/chep-lai.yml": picture(HELD, caption="Nhiều  người ngồi trước một ngôi đình."),
    "data/pictures/neu-nguoi.yml": picture(
        f"{HELD}people: [ly-thi-hai]\n", caption="Lý Thị Hai, Lý Văn Ba và Trần Văn Bốn ở đình"
    ),
    "data/pictures/chua-den.yml": picture(f'{HELD}date: "2999"\n'),
    "data/pictures/chan-dung.yml": picture(HELD, kind="portrait"),
    "data/pictures/chan-dung-2.yml": picture(
        f"{HELD}people: [ly-van-mot, ly-thi-hai]\n", kind="portrait"
    ),
    "data/pictures/chan-dung-3.yml": picture(f"{HELD}people: ly-van-mot\n", kind="portrait"),
    "data/pictures/hai-lan.yml": picture(f"{HELD}people: [ly-van-mot, ly-thi-hai, ly-van-mot]\n"),
    "data/pictures/truoc-ngay.yml": picture(f'{HELD}date: "1950-04"\nshows: khoi/hop\n'),
    "data/pictures/sau-ngay.yml": picture(
        f'{HELD}date: "1960-01-03"\nshows: [khoi/hop, khoi/dh-1]\n'
    ),
    "data/pictures/dung-ngay.yml": picture(f'{HELD}date: "1950-05-20"\nshows: [khoi/hop]\n'),
    "data/pictures/khong-ngay.yml": picture(f'{HELD}date: "1950-05-20"\nshows: khoi/khong-ngay\n'),
    "data/pictures/co-ghi.yml": picture(
        f'{HELD}date: "1949"\nshows: khoi/hop\nnote: Ghi sau ảnh.\n'
    ),
    "data/pictures/ngo.yml": picture(f'{HELD}date: "1949"\nshows: khoi/hop\ndoubt: Có thể nhầm.\n'),
    "data/pictures/ban-ve.yml": picture(f'{HELD}date: "1949"\nshows: khoi/hop\n', kind="drawing"),
}

DOCUMENT = "  - id: {}\n    kind: decision\n    symbol: {}\n    cite: ky-yeu#1\n{}"
DOCUMENTS = {
    "data/documents/tinh-uy.yml": "name: Tỉnh ủy\ndocuments:\n"
    + DOCUMENT.format("mot", "12-QĐ/TU", "")
    + DOCUMENT.format("hai", "12-QĐ/TU", "")
    + DOCUMENT.format("ba", "12-QĐ/TU", '    date: "1950"\n')
    + DOCUMENT.format("bon", "12-QĐ/TU", '    term: "XI"\n')
    + DOCUMENT.format("nam", "12-QĐ/TU", "    subject: Về việc họp\n")
    + DOCUMENT.format("sau", "13-QĐ/TU", '    date: "1950-03"\n    effective_date: "1950-02"\n')
    + DOCUMENT.format("bay", "14-QĐ/TU", '    date: "1950-03"\n    effective_date: "1950"\n')
    + DOCUMENT.format(
        "tam",
        "15-QĐ/TU",
        '    date: "1950-03"\n    effective_date: "1949"\n    note: Trở về trước.\n',
    ),
    "data/documents/huyen-uy.yml": "name: Huyện ủy\ndocuments:\n"
    + DOCUMENT.format("chin", "12-QĐ/TU", ""),
    "data/changes/gop.yml": """\
kind: merger
date: "1950-03"
effective_date: "1950-02"
participants:
  - organization: khoi
    role: to
  - organization: xa
    role: from
  - organization: tinh
    role: from
cite: ky-yeu#1
""",
    "data/organizations/xa/organization.yml": "kind: party\nshort_name: Xã\n",
    "data/organizations/tinh/organization.yml": "kind: party\nshort_name: Tỉnh\n",
}

ROLLS = {
    "data/people/ly-van-mot.yml": "name: Lý Văn Một\n",
    f"{ORG}/rolls.yml": """\
rolls:
  - id: liet-si
    kind: martyrs
    title: Liệt sĩ
    cite: ky-yeu#1
  - id: anh-hung
    kind: heroes
    title: Anh hùng
    cite: ky-yeu#1
""",
    f"{ORG}/liet-si.csv": """\
name,home,person,birth_date,joined,death_date,awarded,cite
Lý Văn Tư,Mây,,,,,,
lý văn tư,Mây,,,,,,ky-yeu#2
Lý Văn Tư,Mưa,,,,,,
Lý Một,,ly-van-mot,,,,,
Lý văn một,,ly-van-mot,,,,,
A,,,1950,1949,,,
B,,,1950,,1949,,
C,,,,1950,1949,,
D,,,1950,1950,1950,1950,
E,,,1950,,,1949,
F,,,1950,1951,1952,1940,
G,,,,1951,1952,1940,
""",
    f"{ORG}/anh-hung.csv": "name,home\nLý Văn Tư,Mây\n",
}
