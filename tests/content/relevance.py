"""What a reader types, and what must come first: the measure of the search over the real site.

An address is a page, or a page and an anchor; of several, any one is right. Half of the queries
have no marks.
"""

from __future__ import annotations

import unicodedata

PEOPLE = "tra-cuu/nhan-vat"
PAPERS = "tra-cuu/van-ban"
OTHERS = "tra-cuu/to-chuc/#"
BLOC = "khoi-cac-co-quan"
CITY = f"{PAPERS}/thanh-uy-hai-phong/#"
VETERANS = (
    f"{OTHERS}hoi-cuu-chien-binh-khoi",
    f"{BLOC}/to-chuc-truc-thuoc/#hoi-cuu-chien-binh-khoi",
    f"{BLOC}/giai-doan-1996-2005/#hoi-cuu-chien-binh-khoi",
)
INSPECTION = (
    f"{OTHERS}uy-ban-kiem-tra-khoi",
    f"{BLOC}/to-chuc-truc-thuoc/#uy-ban-kiem-tra",
)

RELEVANCE: tuple[tuple[str, tuple[str, ...]], ...] = (
    # people
    ("nguyen duc vinh", (f"{PEOPLE}/v/#nguyen-duc-vinh",)),
    ("Nguyễn Đức Vịnh", (f"{PEOPLE}/v/#nguyen-duc-vinh",)),
    ("nguyễn đức vinh", (f"{PEOPLE}/v/#nguyen-duc-vinh",)),
    # As pasted from a Mac, where a mark is a character of its own.
    (unicodedata.normalize("NFD", "Nguyễn Đức Vịnh"), (f"{PEOPLE}/v/#nguyen-duc-vinh",)),
    ("nguyn duc vinh", (f"{PEOPLE}/v/#nguyen-duc-vinh",)),
    ("nguyen quang tuyen", (f"{PEOPLE}/t/#nguyen-quang-tuyen",)),
    ("Lê Quang Vinh", (f"{PEOPLE}/v/#le-quang-vinh",)),
    ("pham xuan thanh", (f"{PEOPLE}/t/#pham-xuan-thanh",)),
    ("vu dinh manh", (f"{PEOPLE}/m/#vu-dinh-manh",)),
    ("Đặng Hữu Hưng", (f"{PEOPLE}/h/#dang-huu-hung",)),
    ("dang van mam", (f"{PEOPLE}/m/#dang-van-mam",)),
    ("ngo doan tuyen", (f"{PEOPLE}/t/#ngo-doan-tuyen",)),
    ("nguyen sinh bao", (f"{PEOPLE}/b/#nguyen-sinh-bao",)),
    ("Phạm Quốc Phong", (f"{PEOPLE}/p/#pham-quoc-phong",)),
    ("nguyen thanh to", (f"{PEOPLE}/t/#nguyen-thanh-to",)),
    ("đỗ văn ngự", (f"{PEOPLE}/n/#do-van-ngu",)),
    # documents
    ("1000 qd tu", (f"{CITY}quyet-dinh-1000-qd-tu-1994",)),
    ("1000-QĐ/TU", (f"{CITY}quyet-dinh-1000-qd-tu-1994",)),
    ("1000qd/tu", (f"{CITY}quyet-dinh-1000-qd-tu-1994",)),
    ("quyết định 1000", (f"{CITY}quyet-dinh-1000-qd-tu-1994",)),
    ("quyet dinh 721", (f"{CITY}quyet-dinh-721-qd-tu-2003",)),
    ("721-QĐ/TU", (f"{CITY}quyet-dinh-721-qd-tu-2003",)),
    ("05 ct tw", (f"{PAPERS}/bo-chinh-tri/#chi-thi-05-ct-tw",)),
    ("Chỉ thị 05-CT/TW", (f"{PAPERS}/bo-chinh-tri/#chi-thi-05-ct-tw",)),
    ("chi thi 10 ct tw", (f"{PAPERS}/ban-bi-thu/#chi-thi-10-ct-tw",)),
    ("nghi dinh 13 2008", (f"{PAPERS}/chinh-phu/#nghi-dinh-13-2008-nd-cp",)),
    ("13/2008/NĐ-CP", (f"{PAPERS}/chinh-phu/#nghi-dinh-13-2008-nd-cp",)),
    ("1521 qd tu", (f"{CITY}quyet-dinh-1521-qd-tu",)),
    ("293-QĐ/TW", (f"{PAPERS}/ban-bi-thu/#quy-dinh-293-qd-tw",)),
    ("359 qd duk", (f"{PAPERS}/dang-uy-khoi/#quyet-dinh-359-qd-duk-2023",)),
    ("nghi quyet 26 nq tu", (f"{CITY}nghi-quyet-26-nq-tu-2009",)),
    ("quy chế 05-QC/TU", (f"{CITY}quy-che-05-qc-tu",)),
    ("ke hoach 66 kh duk", (f"{PAPERS}/dang-uy-khoi/#ke-hoach-66-kh-duk-2023",)),
    ("32 nq tw", (f"{PAPERS}/bo-chinh-tri/#nghi-quyet-32-nq-tw-2003",)),
    ("nghi quyet dai hoi xiii", (f"{PAPERS}/dai-hoi-dai-bieu-toan-quoc/",)),
    ("luat di san", (f"{PAPERS}/quoc-hoi/#luat-di-san",)),
    ("222-KH/UBKTTW", (f"{PAPERS}/uy-ban-kiem-tra-trung-uong/#ke-hoach-222-kh-ubkttw-2025",)),
    # organizations
    ("dang bo khoi", (f"{BLOC}/",)),
    ("Đảng bộ Khối các cơ quan thành phố", (f"{BLOC}/",)),
    ("khoi cac co quan", (f"{BLOC}/",)),
    ("uy ban kiem tra", INSPECTION),
    ("Uỷ ban kiểm tra", INSPECTION),
    ("UBKT", INSPECTION),
    ("ubkt", INSPECTION),
    # The abbreviation itself, or what it is said of.
    ("CCB", ("tra-cuu/thuat-ngu/#viet-tat-ccb", *VETERANS)),
    ("hoi cuu chien binh", VETERANS),
    ("doan thanh nien khoi", (f"{OTHERS}doan-khoi", f"{BLOC}/to-chuc-truc-thuoc/")),
    ("công đoàn viên chức", (f"{OTHERS}cong-doan-vien-chuc", f"{BLOC}/to-chuc-truc-thuoc/")),
    ("khối nội chính", (f"{OTHERS}khoi-noi-chinh",)),
    ("khoi tuyen giao", (f"{OTHERS}khoi-tuyen-giao",)),
    ("Đảng bộ phường Bạch Đằng", ("dang-bo-bach-dang/",)),
    ("dang bo phuong bach dang", ("dang-bo-bach-dang/",)),
    ("dang bo quan le chan", ("dang-bo-le-chan/",)),
    ("Đảng bộ phường Lê Ích Mộc", ("dang-bo-le-ich-moc/",)),
    ("xa my dong", (f"{OTHERS}my-dong",)),
    ("phường Quảng Thanh", (f"{OTHERS}quang-thanh",)),
    ("dang bo xa cao nhan", (f"{OTHERS}dang-bo-cao-nhan",)),
    # chapters and their sections
    ("nhiệm kì 2020", (f"{BLOC}/dai-hoi/#dai-hoi-vi", f"{BLOC}/giai-doan-2020-2024/")),
    ("nhiem ky 1996-2000", (f"{BLOC}/giai-doan-1996-2005/", f"{BLOC}/dai-hoi/#dai-hoi-i")),
    (
        "đại hội 6",
        (f"{BLOC}/giai-doan-2020-2024/#dai-hoi-lan-thu-vi", f"{BLOC}/dai-hoi/#dai-hoi-vi"),
    ),
    (
        "dai hoi lan thu iv",
        (f"{BLOC}/giai-doan-2010-2015/#dai-hoi-lan-thu-iv", f"{BLOC}/dai-hoi/#dai-hoi-iv"),
    ),
    ("các kỳ đại hội", (f"{BLOC}/dai-hoi/",)),
    ("lanh dao qua cac thoi ky", (f"{BLOC}/lanh-dao/", f"{BLOC}/#lanh-dao-qua-cac-thoi-ky")),
    ("chủ nhiệm ủy ban kiểm tra", (f"{BLOC}/lanh-dao/#chu-nhiem-uy-ban-kiem-tra",)),
    ("chu nhiem UBKT", (f"{BLOC}/lanh-dao/#chu-nhiem-uy-ban-kiem-tra",)),
    (
        "dan van kheo",
        (
            f"{BLOC}/giai-doan-2015-2020/#dan-van-kheo",
            f"{BLOC}/giai-doan-2020-2024/#dan-van-kheo",
            f"{BLOC}/so-lieu/#dan-van-kheo",
        ),
    ),
    ("bon dang bo khoi hop lai", (f"{BLOC}/thanh-lap/#bon-dang-bo-khoi-hop-lai",)),
    ("128 lach tray", (f"{BLOC}/",)),
    ("18 Hồ Xuân Hương", (f"{BLOC}/",)),
    ("sap xep lai to chuc", (f"{BLOC}/giai-doan-2005-2010/#sap-xep-lai-to-chuc",)),
    ("chào cờ", (f"{BLOC}/giai-doan-2015-2020/#chao-co-dau-tuan-dau-thang",)),
    ("ten moi chuc nang moi", (f"{BLOC}/giai-doan-1996-2005/#ten-moi-chuc-nang-moi",)),
    ("nguồn gốc và thay đổi tổ chức", (f"{BLOC}/nguon-goc/", "dang-bo-le-ich-moc/nguon-goc/")),
    ("truyen thong bai hoc", (f"{BLOC}/truyen-thong-bai-hoc/",)),
    (
        "nghị quyết trung ương 4 khóa XI",
        (
            "tra-cuu/van-ban/ban-chap-hanh-trung-uong/#nghi-quyet-trung-uong-4-khoa-11",
            f"{BLOC}/giai-doan-2010-2015/#kiem-diem-theo-nghi-quyet-trung-uong-4-khoa-xi",
        ),
    ),
    (
        "ho sen cau rao 2",
        (
            "dang-bo-le-chan/doi-moi-phat-trien/#giai-phong-mat-bang-va-duong-ho-sen-cau-rao-2",
            "dang-bo-le-chan/mau-thuan/#le-chan-tien-do-ho-sen-cau-rao-2",
        ),
    ),
    ("kien nghi voi thanh pho", ("dang-bo-le-chan/doi-moi-phat-trien/#kien-nghi-voi-thanh-pho",)),
    ("bí thư quận uỷ", ("dang-bo-le-chan/lanh-dao/#bi-thu-quan-uy",)),
    ("cai cach hanh chinh", ("dang-bo-bach-dang/dia-phuong-2021-2025/#cai-cach-hanh-chinh",)),
    (
        "an ninh trật tự",
        (
            "dang-bo-bach-dang/dia-phuong-2021-2025/#an-ninh-trat-tu",
            "dang-bo-le-ich-moc/quoc-phong-an-ninh/#an-ninh-trat-tu",
        ),
    ),
    ("ba don vi truoc khi nhap", ("dang-bo-bach-dang/thanh-lap/#ba-don-vi-truoc-khi-nhap",)),
    ("năm kinh nghiệm", ("dang-bo-bach-dang/han-che-bai-hoc/#nam-kinh-nghiem",)),
    ("nong thon moi kieu mau", ("dang-bo-le-ich-moc/kinh-te-2020-2025/#nong-thon-moi-kieu-mau",)),
    ("hiến đất", ("dang-bo-le-ich-moc/kinh-te-2020-2025/#hien-dat",)),
    (
        "doanh nghiep va lang nghe",
        ("dang-bo-le-ich-moc/kinh-te-2020-2025/#doanh-nghiep-va-lang-nghe",),
    ),
    # figures
    ("2.522", (f"{BLOC}/so-lieu/#dang-vien-1994",)),
    ("2522", (f"{BLOC}/so-lieu/#dang-vien-1994",)),
    (
        "4213 dang vien",
        (f"{BLOC}/so-lieu/#dang-vien-2018", f"{BLOC}/giai-doan-2015-2020/#quy-mo-dang-bo-nam-2018"),
    ),
    ("1.209", (f"{BLOC}/so-lieu/#ket-nap-2005-2010",)),
    (
        "ty le ho ngheo",
        (
            "dang-bo-le-ich-moc/van-hoa-xa-hoi-2020-2025/#an-sinh-xa-hoi",
            "dang-bo-le-ich-moc/chi-tieu/",
            "dang-bo-le-ich-moc/mau-thuan/#ho-ngheo-vuot",
        ),
    ),
    ("dang vien bi ky luat", (f"{BLOC}/so-lieu/", "dang-bo-le-chan/so-lieu/")),
    # dates
    ("27/01/1994", (f"{CITY}quyet-dinh-1000-qd-tu-1994", f"{BLOC}/")),
    ("27-1-1994", (f"{CITY}quyet-dinh-1000-qd-tu-1994", f"{BLOC}/")),
    ("ngay 27 thang 1 nam 1994", (f"{CITY}quyet-dinh-1000-qd-tu-1994", f"{BLOC}/")),
    ("tháng 7/1999", (f"{BLOC}/", f"{PEOPLE}/v/#nguyen-duc-vinh", f"{PEOPLE}/m/#dang-van-mam")),
    ("thang 7 nam 1999", (f"{BLOC}/", f"{PEOPLE}/v/#nguyen-duc-vinh", f"{PEOPLE}/m/#dang-van-mam")),
    ("1999", (f"{BLOC}/", f"{PEOPLE}/v/#nguyen-duc-vinh", f"{PEOPLE}/m/#dang-van-mam")),
    ("08-12-2008", (f"{PEOPLE}/s/#nguyen-xuan-sang", f"{BLOC}/giai-doan-2005-2010/#bi-thu")),
    ("11/9/2003", (f"{CITY}quyet-dinh-721-qd-tu-2003",)),
)
"""(query, addresses of which one must come first); a page stands for each of its sections."""

NARROW = ("Mỹ", "Kỳ", "bộ", "an")
"""Short words that a search which cuts or folds too much finds everywhere."""
