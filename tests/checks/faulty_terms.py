"""Sites with faulty careers, congresses and superiors, and with what is nearly faulty."""

from __future__ import annotations

ORG = "data/organizations/khoi"
PARTY = "kind: party\nshort_name: Đảng bộ Khối\n"


CAREERS = {
    "data/people/ly-van-mot.yml": """\
name: Lý Văn Một
identity:
  - id: khong-gi
    cite: ky-yeu#1
  - id: nguoc
    born: "1930"
    died: "1920-05"
    cite: ky-yeu#1
  - id: que
    origin: Xã Mây
    cite: ky-yeu#1
  - id: nho
    remark: Em của bà Hai
    cite: ky-yeu#1
  - id: sinh
    born: "1910"
    cite: ky-yeu#1
later:
  - id: ra-tu
    kind: released
    date: "1921"
    cite: ky-yeu#1
  - id: ra-tu-cung-nam
    kind: released
    date: "1920"
    cite: ky-yeu#1
  - id: minh-oan
    kind: exonerated
    date: "1922"
    cite: ky-yeu#1
""",
    "data/people/ly-thi-hai.yml": """\
name: Lý Thị Hai
later:
  - id: minh-oan
    kind: exonerated
    date: "1950"
    cite: ky-yeu#1
""",
    "data/people/ly-van-ba.yml": "name: Lý Văn Ba\n",
    f"{ORG}/leadership.yml": """\
memberships:
  - id: mot-1
    person: ly-van-mot
    post: secretary
    start_date: "1921"
    cite: ky-yeu#1
  - id: mot-2
    person: ly-van-mot
    post: member
    start_date: "1915"
    attested: ["1916", "1921"]
    end_date: "1922"
    cite: ky-yeu#1
  - id: mot-3
    person: ly-van-mot
    post: deputy-secretary
    start_date: "1915"
    end_date: "1920-06"
    cite: ky-yeu#1
  - id: mot-4
    person: ly-van-mot
    post: member
    congress: I
    cite: ky-yeu#1
  - id: hai-1
    person: ly-thi-hai
    post: secretary
    start_date: "1950"
    end_date: "1951"
    end_reason: expelled
    cite: ky-yeu#1
  - id: ba-1
    person: ly-van-ba
    post: member
    start_date: "1950"
    end_date: "1951"
    end_reason: fallen
    cite: ky-yeu#1
  - id: ba-2
    person: ly-van-ba
    post: member
    start_date: "1950"
    end_date: "1953"
    end_reason: died
    cite: ky-yeu#1
""",
    f"{ORG}/congresses.yml": """\
congresses:
  - id: dh-1
    ordinal: I
    dates: "1930-01-02"
    cite: ky-yeu#1
""",
}

CONGRESSES = {
    f"{ORG}/organization.yml": PARTY
    + 'founding:\n  id: lap\n  date: "1930"\n  cite: ky-yeu#1\n'
    + 'dissolution:\n  id: tan\n  date: "1970"\n  cite: ky-yeu#1\n',
    f"{ORG}/congresses.yml": """\
congresses:
  - id: dh-1
    ordinal: I
    term: "1950/1952"
    dates: "1950-01-02"
    cite: ky-yeu#1
  - id: dh-2
    ordinal: II
    term: "1949/1950"
    sessions:
      - place: Mây
        dates: "1950-01-02"
    cite: ky-yeu#1
  - id: dh-3
    ordinal: III
    dates: "1955"
    sessions:
      - dates: "1955-03"
      - dates: "1955-02"
      - {}
      - decided: Bầu cấp ủy
    cite: ky-yeu#1
  - id: dh-4
    ordinal: IV
    dates: "1971"
    cite: ky-yeu#1
  - id: lai-1
    ordinal: I
    series: sau
    dates: "1972"
    cite: ky-yeu#1
series:
  - id: sau
    label: sau 1970
  - id: thua
    label: thừa
conferences:
  - id: hn-truoc
    kind: mid-term
    congress: I
    dates: "1929"
    cite: ky-yeu#1
  - id: hn-sau
    kind: mid-term
    congress: I
    dates: "1951"
    cite: ky-yeu#1
  - id: hn-dung
    kind: mid-term
    congress: III
    dates: "1960"
    cite: ky-yeu#1
committees:
  - id: bch
    body: executive
    congress: I
    size: 5
    basis: elected
    cite: ky-yeu#1
""",
    f"{ORG}/leadership.yml": """\
memberships:
  - id: mot-1
    person: ly-van-mot
    post: secretary
    congress: I
    end_date: "1973"
    cite: ky-yeu#1
  - id: mot-2
    person: ly-van-ba
    post: member
    congress: I
    cite: ky-yeu#1
  - id: hai-1
    person: ly-thi-hai
    post: member
    congress: I
    end_date: "1972-05"
    cite: ky-yeu#1
  - id: hai-2
    person: ly-van-ba
    post: deputy-secretary
    congress: II
    end_date: "1973"
    cite: ky-yeu#1
  - id: hai-3
    person: ly-thi-hai
    post: deputy-secretary
    congress: I
    start_date: "1950-02"
    end_date: "1974"
    cite: ky-yeu#1
""",
}

SUPERIORS = {
    f"{ORG}/organization.yml": PARTY
    + """\
parent: xa
area: xa
parents:
  - id: mot
    organization: huyen
    start_date: "1929"
    end_date: "1940"
    cite: ky-yeu#1
  - id: hai
    organization: huyen
    start_date: "1939"
    end_date: "1950"
    cite: ky-yeu#1
  - id: ba
    organization: huyen
    start_date: "1950"
    end_date: "1971"
    cite: ky-yeu#1
  - id: bon
    organization: xa-ben
    start_date: "1971"
    end_date: "1975"
    note: Một đơn vị hành chính.
    cite: ky-yeu#1
areas:
  - id: dat
    area: huyen
    start_date: "1931"
    cite: ky-yeu#1
  - id: dat-2
    area: xa
    start_date: "1935"
    end_date: "1940"
    cite: ky-yeu#1
founding:
  id: lap
  date: "1930"
  cite: ky-yeu#1
dissolution:
  id: tan
  date: "1970"
  cite: ky-yeu#1
""",
    "data/organizations/xa/organization.yml": """\
kind: administrative
short_name: Xã
founding:
  id: lap
  date: "1936"
  cite: ky-yeu#1
dissolution:
  id: tan
  date: "1939"
  cite: ky-yeu#1
""",
    "data/organizations/huyen/organization.yml": """\
kind: party
short_name: Huyện
parents:
  - id: duoi
    organization: khoi
    start_date: "1945"
    cite: ky-yeu#1
""",
    "data/organizations/xa-ben/organization.yml": "kind: administrative\nshort_name: Xã Bên\n",
    "data/organizations/minh/organization.yml": "kind: party\nshort_name: Mình\nparent: minh\n",
    "data/organizations/a/organization.yml": """\
kind: party
short_name: A
parents:
  - id: mot
    organization: b
    start_date: "1950"
    end_date: "1960"
    cite: ky-yeu#1
  - id: hai
    organization: huyen
    start_date: "1960"
    cite: ky-yeu#1
""",
    "data/organizations/b/organization.yml": """\
kind: party
short_name: B
parents:
  - id: mot
    organization: c
    end_date: "1955"
    cite: ky-yeu#1
""",
    "data/organizations/c/organization.yml": """\
kind: party
short_name: C
parents:
  - id: mot
    organization: a
    start_date: "1952"
    end_date: "1953"
    cite: ky-yeu#1
  - id: hai
    organization: huyen
    start_date: "1953"
    cite: ky-yeu#1
""",
}
