"""Slips in files and what leads to them: names, the navigation, links, pictures, chapters."""

from __future__ import annotations

from tests.bad_input.slips import (
    EVENTS,
    EVIDENCE,
    NAV,
    PICTURES,
    POSTS,
    Slip,
    added,
    at,
    both,
    drawn,
    linked,
    removed,
    renamed,
    typed,
    written,
)
from tests.small_site import CHAPTER, CONGRESSES, LEADERSHIP, ORGANIZATION, PERSON, SOURCE

NEW_CHAPTER = "---\ntitle: Chương mới\norganization: may-thuong\n---\n\n# Chương mới\n"

GONE = (
    Slip(
        "person deleted",
        removed(PERSON),
        PERSON,
        words=(
            "leadership.yml:3",
            "docs/may-thuong/index.md:12",
            "git checkout -- data/people/ly-thi-man.yml",
        ),
        never=("có phải ý bạn", "phung-van-khe"),
    ),
    Slip(
        "person renamed",
        renamed(PERSON, "data/people/ly-thi-mn.yml"),
        PERSON,
        words=("ly-thi-mn.yml", "leadership.yml"),
    ),
    Slip(
        "person with another ending",
        renamed(PERSON, "data/people/ly-thi-man.yaml"),
        "data/people/ly-thi-man.yaml",
        words=("ly-thi-man.yml",),
    ),
    Slip(
        "person with marks",
        renamed(PERSON, "data/people/lý-thị-mận.yml"),
        "data/people/lý-thị-mận.yml",
        words=("ly-thi-man.yml",),
    ),
    Slip(
        "person with spaces",
        renamed(PERSON, "data/people/Ly Thi Man.yml"),
        "data/people/Ly Thi Man.yml",
        words=("ly-thi-man.yml",),
    ),
    Slip(
        "person in the wrong folder",
        renamed(PERSON, "data/ly-thi-man.yml"),
        "data/ly-thi-man.yml",
        words=("data/people/ly-thi-man.yml",),
    ),
    Slip(
        "source deleted",
        removed(SOURCE),
        SOURCE,
        words=("git checkout -- data/sources/ky-yeu.yml",),
    ),
    Slip(
        "posts emptied of one",
        written(POSTS, "roles:\n  - { id: chair, label: Chủ tịch, order: 1 }\n"),
        POSTS,
        words=("secretary", "leadership.yml"),
    ),
    Slip(
        "file renamed",
        renamed(LEADERSHIP, LEADERSHIP.replace("leadership", "leader-ship")),
        LEADERSHIP.replace("leadership", "leader-ship"),
        words=("leadership.yml",),
    ),
    Slip("organization without its file", removed(ORGANIZATION), ORGANIZATION),
    Slip("evidence deleted", removed(EVIDENCE), SOURCE, words=("make evidence",)),
    Slip(
        "evidence emptied", written(EVIDENCE, ""), EVIDENCE, words=("make evidence", "git checkout")
    ),
    Slip(
        "evidence without paragraphs",
        written(EVIDENCE, '{"source": "ky-yeu", "format": 1, "paragraphs": [\n]}\n'),
        EVIDENCE,
        words=("make evidence",),
    ),
    Slip(
        "evidence with marks of a merge",
        typed(EVIDENCE, '{"paragraph":2', '<<<<<<< HEAD\n{"paragraph":2'),
        EVIDENCE,
        "<<<<<<<",
        ("git checkout origin/main",),
    ),
    Slip(
        "notes left in data",
        written("data/people/ghi-chu.txt", "x"),
        "data/people/ghi-chu.txt",
        words=("xóa tệp",),
    ),
    Slip(
        "what Windows leaves",
        written("data/people/Thumbs.db", "x"),
        "data/people/Thumbs.db",
        words=("xóa tệp",),
    ),
    Slip(
        "marks of a merge",
        typed(LEADERSHIP, "memberships:", "=======\nmemberships:"),
        LEADERSHIP,
        "=======",
        ("dấu gộp",),
    ),
)

NAVIGATION = (
    Slip(
        "chapter not listed",
        written("docs/may-thuong/moi.md", NEW_CHAPTER),
        "docs/may-thuong/moi.md",
        words=("dòng “- Chương mới: may-thuong/moi.md”, dưới dòng 11",),
    ),
    at(
        "path misspelt",
        NAV,
        "may-thuong/so-lieu.md",
        "may-thuong/so-liu.md",
        "“may-thuong/so-lieu.md”",
    ),
    at(
        "path with docs/",
        NAV,
        "may-thuong/so-lieu.md",
        "docs/may-thuong/so-lieu.md",
        "“may-thuong/so-lieu.md”",
    ),
    at(
        "path without .md",
        NAV,
        "may-thuong/so-lieu.md",
        "may-thuong/so-lieu",
        "“may-thuong/so-lieu.md”",
    ),
    at(
        "path with a slash first",
        NAV,
        "may-thuong/so-lieu.md",
        "/may-thuong/so-lieu.md",
        "“may-thuong/so-lieu.md”",
    ),
    at(
        "path with a capital",
        NAV,
        "may-thuong/so-lieu.md",
        "may-thuong/So-lieu.md",
        "“may-thuong/so-lieu.md”",
    ),
    at("no space after a title", NAV, "Số liệu: may", "Số liệu:may", "viết “Số liệu: may"),
    at("no space after a dash", NAV, "- Số liệu: may", "-Số liệu: may", "- Số liệu"),
    at("tab in the navigation", NAV, "      - Số liệu", "\t- Số liệu", "Tab"),
    at("colon in a title", NAV, "Số liệu: may", "Số: liệu: may", "dấu nháy"),
    at(
        "title without a path",
        NAV,
        "Số liệu: may-thuong/so-lieu.md",
        "Số liệu:\n      - may-thuong/so-lieu.md",
        "không có tệp nào",
    ),
    Slip(
        "listed twice", added(NAV, "  - Số liệu: may-thuong/so-lieu.md\n"), NAV, words=("hai lần",)
    ),
    Slip(
        "chapter deleted",
        both(
            written("docs/may-thuong/moi.md", NEW_CHAPTER),
            added(NAV, "  - may-thuong/moi.md\n"),
            added(CHAPTER, "\nXem [mới](moi.md).\n"),
            removed("docs/may-thuong/moi.md"),
        ),
        NAV,
        "may-thuong/moi.md",
        ("docs/may-thuong/index.md",),
    ),
    Slip(
        "chapter renamed",
        both(
            renamed("docs/may-thuong/so-lieu.md", "docs/may-thuong/con-so.md"),
            added(CHAPTER, "\nXem [số liệu](so-lieu.md).\n"),
        ),
        NAV,
        "may-thuong/so-lieu.md",
        ("sửa thành “may-thuong/con-so.md”", "docs/may-thuong/index.md"),
    ),
    Slip(
        "page of congresses deleted",
        removed("docs/may-thuong/dai-hoi.md"),
        NAV,
        "may-thuong/dai-hoi.md",
    ),
    at("setting misspelt", NAV, "site_name:", "site_nam:", "“site_name”"),
    at("marks of a merge in it", NAV, "nav:\n", "<<<<<<< HEAD\nnav:\n", "dấu gộp"),
    Slip(
        "chapter of a name with spaces",
        both(
            written("docs/may-thuong/Chương mới.md", NEW_CHAPTER),
            added(NAV, "  - may-thuong/Chương mới.md\n"),
        ),
        "docs/may-thuong/Chương mới.md",
        words=("chuong-moi.md", "mkdocs.yml:"),
    ),
)

LINKS = (
    linked("chapter that is not there", "khong-co.md", "trỏ đến tệp không có"),
    linked("chapter misspelt", "dai-hi.md", "viết dai-hoi.md"),
    linked("chapter with a capital", "Dai-hoi.md", "viết dai-hoi.md"),
    linked("chapter without its ending", "dai-hoi", "viết dai-hoi.md"),
    linked("address of the built page", "dai-hoi.html", "viết dai-hoi.md"),
    linked("folder", "../may-thuong/", "viết index.md"),
    linked("absolute address", "/may-thuong/dai-hoi/", "viết dai-hoi.md"),
    linked("address from docs/", "tra-cuu/nguon/index.md", r"viết \.\./tra-cuu/nguon/index\.md"),
    linked("backslashes", "..\\tra-cuu\\nguon\\index.md", r"viết \.\./tra-cuu/nguon/index\.md"),
    linked("place that is not there", "dai-hoi.md#khong-co", "trỏ đến mục không có"),
    linked("place with marks", "dai-hoi.md#các-kỳ-đại-hội", "viết dai-hoi.md#cac-ky-dai-hoi"),
    linked("place on its own page", "#khong-co", "trỏ đến mục không có"),
    linked(
        "place on a generated page", "../tra-cuu/nguon/ky-yeu.md#doan-99", "trỏ đến mục không có"
    ),
    linked(
        "person on a generated page",
        "../tra-cuu/nhan-vat/k.md#phung-van-kho",
        "trỏ đến mục không có",
    ),
    linked("host without its scheme", "www.example.org/a", "viết https://www.example.org/a"),
    linked("scheme misspelt", "https//example.org/a", "viết https://example.org/a"),
    linked("no address", "", "không có địa chỉ"),
    linked("file of data", "../../data/posts.yml", "trỏ đến tệp không có"),
)

SEEN = (
    linked("picture that is not there", "anh/le.png", "không có tệp ảnh", picture=True),
    Slip(
        "picture with spaces",
        both(
            drawn(f"{PICTURES}/le thanh lap.png"), added(CHAPTER, "\n![Lễ](anh/le thanh lap.png)\n")
        ),
        f"{PICTURES}/le thanh lap.png",
        words=("le-thanh-lap.png", "docs/may-thuong/index.md:"),
    ),
    Slip(
        "picture with capitals",
        both(drawn(f"{PICTURES}/Ảnh 1.JPG"), added(CHAPTER, "\n![Lễ](anh/Ảnh 1.JPG)\n")),
        f"{PICTURES}/Ảnh 1.JPG",
        words=("anh-1.jpg", "docs/may-thuong/index.md:"),
    ),
    Slip(
        "picture of capitals, typed small",
        both(drawn(f"{PICTURES}/LE.JPG"), added(CHAPTER, "\n![Lễ](anh/le.jpg)\n")),
        f"{PICTURES}/LE.JPG",
        words=("le.jpg",),
    ),
    Slip(
        "second copy of a picture",
        both(drawn(f"{PICTURES}/le (1).png"), added(CHAPTER, "\n![Lễ](anh/le (1).png)\n")),
        f"{PICTURES}/le (1).png",
        words=("le-1.png",),
    ),
    Slip(
        "picture typed with spaces",
        both(drawn(f"{PICTURES}/le-hoi.png"), added(CHAPTER, "\n![Lễ](anh/le hoi.png)\n")),
        CHAPTER,
        "le hoi.png",
        ("viết anh/le-hoi.png",),
    ),
    Slip(
        "picture typed with a capital",
        both(drawn(f"{PICTURES}/le.png"), added(CHAPTER, "\n![Lễ](anh/Le.png)\n")),
        CHAPTER,
        "Le.png",
        ("viết anh/le.png",),
    ),
    Slip(
        "other kind of picture",
        both(drawn(f"{PICTURES}/le.png"), added(CHAPTER, "\n![Lễ](anh/le.jpg)\n")),
        CHAPTER,
        "le.jpg",
        ("viết anh/le.png",),
    ),
    Slip(
        "picture in another folder",
        both(drawn(f"{PICTURES}/le.png"), added(CHAPTER, "\n![Lễ](le.png)\n")),
        CHAPTER,
        "(le.png",
        ("viết anh/le.png",),
    ),
    Slip(
        "picture from the root",
        both(drawn(f"{PICTURES}/le.png"), added(CHAPTER, "\n![Lễ](/may-thuong/anh/le.png)\n")),
        CHAPTER,
        "/anh/le.png",
        ("viết anh/le.png",),
    ),
    Slip("picture that is none", written(f"{PICTURES}/le.png", "x"), f"{PICTURES}/le.png"),
    Slip("letter of no font", added(CHAPTER, "\nChữ ሀ.\n"), CHAPTER, "ሀ", ("phông chữ",)),
    Slip(
        "letter of no font in data",
        typed(EVENTS, "Đại hội lại họp", "Đại hội lại họp ሀ"),
        EVENTS,
        "ሀ",
        ("phông chữ",),
    ),
)

CHAPTERS = (
    Slip(
        "person of no file",
        added(CHAPTER, '\n{{ person("phung-van-khoa") }}\n'),
        CHAPTER,
        "khoa",
        never=("có phải ý bạn",),
    ),
    Slip(
        "one brace too few",
        added(CHAPTER, '\n{ person("ly-thi-man") }}\n'),
        CHAPTER,
        "{ person",
        (r'viết \{\{ person\("ly-thi-man"\) \}\}',),
    ),
    Slip(
        "two braces too few",
        added(CHAPTER, '\n{ person("ly-thi-man") }\n'),
        CHAPTER,
        "{ person",
        (r'viết \{\{ person\("ly-thi-man"\) \}\}',),
    ),
    Slip("condition", added(CHAPTER, "\n{% if x %}\n\nChữ.\n\n{% endif %}\n"), CHAPTER, "{% if"),
    Slip("element of HTML", added(CHAPTER, "\nMột <b>chữ</b>.\n"), CHAPTER, "<b>"),
    Slip(
        "curved quotes in a call", added(CHAPTER, "\n{{ person(“ly-thi-man”) }}\n"), CHAPTER, "“ly"
    ),
    at(
        "organization misspelt",
        CHAPTER,
        "organization: may-thuong",
        "organization: may-thuon",
        "“may-thuong”",
    ),
    at("word for the title", CHAPTER, "title:", "tiêu đề:", "viết “title: …”"),
    at("title with a colon", CHAPTER, "title: Đảng bộ", "title: Đảng: bộ", "dấu nháy"),
)

DOUBLED = (
    Slip(
        "one id for two places",
        added(CHAPTER, "\n## Một {: #cho }\n\nChữ.\n\n## Hai {: #cho }\n"),
        CHAPTER,
        "## Hai",
        ("“cho” đã đặt ở dòng 1[0-9]",),
    ),
    Slip(
        "one table twice",
        added("docs/may-thuong/so-lieu.md", "\n{{ statistics_all() }}\n"),
        "docs/may-thuong/so-lieu.md",
        "statistics_all",
        ("đã có ở trên",),
    ),
)

FIRST = (
    Slip(
        "first congress of a volume",
        both(
            removed("docs/may-thuong/dai-hoi.md"),
            typed(NAV, "      - Các kỳ đại hội: may-thuong/dai-hoi.md\n", ""),
        ),
        CONGRESSES,
        "id: dai-hoi-1",
        (
            "tạo docs/may-thuong/dai-hoi.md",
            "congress_table",
            "dòng “- Đại hội: may-thuong/dai-hoi.md”, dưới dòng 10",
        ),
        ("xóa dòng listed",),
    ),
)

SLIPS = (*GONE, *NAVIGATION, *LINKS, *SEEN, *CHAPTERS, *DOUBLED, *FIRST)
