"""Sites with faulty changes of organizations, people and terms, and with what is nearly faulty."""

from __future__ import annotations

ORG = "data/organizations/{}/organization.yml"
NAMED = "kind: party\nshort_name: {0}\nnames:\n  - id: cu\n    name: {0} cũ\n    cite: ky-yeu#1\n"


def change(kind: str, *sides: str, more: str = "") -> str:
    """Return a change; each side is “from a” or “to a”."""
    lines = [f"  - role: {one.split()[0]}\n    organization: {one.split()[1]}\n" for one in sides]
    listed = f"participants:\n{''.join(lines)}" if sides else ""
    return f"kind: {kind}\n{more}{listed}cite: ky-yeu#1\n"


def life(since: str, until: str) -> str:
    return (
        "kind: party\nshort_name: X\n"
        + (f'founding:\n  id: lap\n  date: "{since}"\n  cite: ky-yeu#1\n' if since else "")
        + (f'dissolution:\n  id: tan\n  date: "{until}"\n  cite: ky-yeu#1\n' if until else "")
    )


DATED = 'date: "1950-03"\n'
CHANGES = {
    ORG.format("moi"): NAMED.format("Mới")
    + '  - id: moi\n    name: Mới\n    start_date: "1950-03"\n    cite: ky-yeu#1\n',
    ORG.format("muon"): NAMED.format("Muộn")
    + '  - id: moi\n    name: Muộn\n    start_date: "1951"\n    cite: ky-yeu#1\n',
    ORG.format("som"): NAMED.format("Sớm")
    + '  - id: moi\n    name: Sớm\n    start_date: "1949"\n    cite: ky-yeu#1\n',
    ORG.format("khac"): NAMED.format("Khác"),
    ORG.format("truoc"): life("1920", "1950-03"),
    ORG.format("truoc-2"): life("1920", "1960"),
    ORG.format("truoc-3"): life("1920", ""),
    ORG.format("sau"): life("1950-03", ""),
    ORG.format("sau-2"): life("1940", "1950-02"),
    ORG.format("sau-3"): life("1940", ""),
    "data/changes/a-khong-ai.yml": change("renaming", more=DATED),
    "data/changes/a-dung.yml": change("renaming", "from moi", "to moi", more=DATED),
    "data/changes/a-muon.yml": change("renaming", "from muon", "to muon", more=DATED),
    "data/changes/a-som.yml": change("renaming", "to som", more=DATED),
    "data/changes/a-khong-ten.yml": change("renaming", "from khac", more=DATED),
    "data/changes/a-thanh-khac.yml": change("renaming", "from moi", "to khac", more=DATED),
    "data/changes/a-khong-ngay.yml": change("renaming", "to moi"),
    "data/changes/a-khong-ngay-2.yml": change("renaming", "to khac"),
    "data/changes/a-ten-cu.yml": change(
        "renaming", "to moi", more=f"{DATED}supersedes_name: moi/moi\n"
    ),
    "data/changes/b-thieu.yml": change("merger", "from truoc", "to sau", more=DATED),
    "data/changes/b-dung.yml": change("merger", "from truoc", "from truoc-2", "to sau", more=DATED),
    "data/changes/b-hai.yml": change(
        "merger", "from truoc", "from truoc-2", "to sau", "to sau-3", more=DATED
    ),
    "data/changes/b-ca-hai.yml": change("merger", "from truoc", "from sau", "to sau", more=DATED),
    "data/changes/c-sau.yml": change("absorption", "from truoc", "to sau", more=DATED),
    "data/changes/c-het.yml": change("absorption", "from truoc", "to sau-2", more=DATED),
    "data/changes/c-dung.yml": change("absorption", "from truoc", "to sau-3", more=DATED),
    "data/changes/c-con.yml": change("absorption", "from truoc-3", "to sau-3", more=DATED),
    "data/changes/d-tach.yml": change("split", "from truoc", "to sau", "to sau-3", more=DATED),
    "data/changes/d-tach-2.yml": change("split", "from truoc", "to sau", more=DATED),
}

PEOPLE = {
    "data/people/ly-van-mot.yml": "name: LÝ VĂN MỘT\n",
    "data/people/ly-thi-hai.yml": "name: Lý Thị Hai\ndistinguished_by: người xã Mây\n",
    "data/people/hct.yml": "name: HCT\n",
    "data/people/abcd.yml": "name: ABCD\n",
    "data/people/ly-thi-hai-2.yml": "name: Lý Thị Hai\n",
    "data/people/ly-thi-hai-3.yml": "name: lý thị hai\n",
    "data/people/dong-chi.yml": "name: Đồng chí Lý Văn Năm\n",
    "data/people/ong.yml": "name: ông Lý Văn Sáu\n",
    "data/pictures/anh.yml": (
        "kind: photograph\nalt: Nhiều người ngồi trước một ngôi đình\ncaption: Họp\n"
        "holder: Bà Hai\nlicence: public-domain\n"
        "people: [ly-van-mot, ly-thi-hai, ly-thi-hai, ly-thi-hai]\n"
    ),
}


def term(number: int, person: str, post: str, more: str) -> str:
    lines = "".join(f"    {line}\n" for line in more.split("; ") if line)
    return (
        f"  - id: m-{number}\n    person: {person}\n    post: {post}\n    cite: ky-yeu#1\n{lines}"
    )


TERMS = {
    "data/organizations/khoi/congresses.yml": "congresses:\n"
    + "".join(
        f'  - id: dh-{at}\n    ordinal: {ordinal}\n    dates: "{day}"\n    cite: ky-yeu#1\n'
        for at, (ordinal, day) in enumerate(
            (("I", "1950-05"), ("II", "1955-05"), ("III", "1960-05"))
        )
    ),
    "data/organizations/khoi/leadership.yml": "memberships:\n"
    + "".join(
        term(at, *one)
        for at, one in enumerate(
            (
                ("ly-van-mot", "secretary", 'start_date: "1950-05"; end_date: "1955-05"'),
                ("ly-thi-hai", "secretary", 'start_date: "1955-04"; end_date: "1956"'),
                ("ly-van-ba", "secretary", 'start_date: "1958"; end_date: "1959"'),
                ("ly-van-mot", "secretary", "congress: III"),
                ("ly-thi-hai", "secretary", 'start_date: "1961"'),
                ("ly-van-mot", "deputy-secretary", 'congress: I; end_date: "1949"'),
                ("ly-thi-hai", "deputy-secretary", 'congress: I; end_date: "1955"'),
                ("ly-van-ba", "deputy-secretary", 'start_date: "1952"; end_date: "1954"'),
                ("ly-van-ba", "deputy-secretary", 'start_date: "1953"; end_date: "1954"'),
                ("ly-van-ba", "member", 'attested: ["1952", "1951"]'),
                ("ly-van-ba", "member", 'start_date: "1951"; attested: ["1952"]'),
                ("ly-van-mot", "member", 'end_date: "1952"; end_basis: inferred'),
                ("ly-van-mot", "member", 'start_date: "1953"; start_basis: inferred'),
                ("ly-thi-hai", "member", 'start_date: "1955-05"; start_basis: inferred'),
            )
        )
    ),
}
