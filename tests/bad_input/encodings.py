"""Letters that are not what they seem, and what git left behind, each with its one line."""

from __future__ import annotations

from tests.small_site import CHAPTER, DOCUMENTS, ORGANIZATION, PERSON, Slip
from tests.text.encoders import cp1258, misread, tcvn3, viqr, vni

MERGED = "giữ lại phần đúng của hai bên giữa <<<<<<< và >>>>>>>, xóa các dòng dấu, rồi chạy lại make check"
EVIDENCE = "data/sources/ky-yeu.evidence.json"
PARAGRAPH = "Bí thư của Đảng bộ là bà Mận."


def _unikey(name: str) -> str:
    return (
        f"chuyển mã bằng UniKey (Ctrl+Shift+F6) từ {name} sang Unicode, lưu tệp với bảng mã UTF-8"
    )


SLIPS: tuple[Slip, ...] = (
    Slip(
        "TCVN3 in a chapter",
        CHAPTER,
        "Bí thư đầu tiên là",
        f"{tcvn3(PARAGRAPH)}\n\nBí thư đầu tiên là",
        f"docs/may-thuong/index.md:12:1: lỗi: chữ viết bằng bảng mã cũ TCVN3 (phông .VnTime), không phải Unicode: “{tcvn3('thư của Đảng')}” là “thư của Đảng” → {_unikey('TCVN3 (ABC)')}",
    ),
    Slip(
        "VNI in a chapter",
        CHAPTER,
        "Bí thư đầu tiên là",
        f"{vni(PARAGRAPH)}\n\nBí thư đầu tiên là",
        f"docs/may-thuong/index.md:12:1: lỗi: chữ viết bằng bảng mã cũ VNI (phông VNI-Times), không phải Unicode: “{vni('thư của Đảng')}” là “thư của Đảng” → {_unikey('VNI Windows')}",
    ),
    Slip(
        "UTF-8 misread in a chapter",
        CHAPTER,
        "Bí thư đầu tiên là",
        f"{misread(PARAGRAPH.encode())}\n\nBí thư đầu tiên là",
        f"docs/may-thuong/index.md:12:1: lỗi: chữ viết bằng bảng mã cũ UTF-8 bị đọc nhầm thành Windows-1252, không phải Unicode: “{misread('Bí thư của'.encode())}” là “Bí thư của” → chép lại từ bản gốc, mở bản gốc với bảng mã UTF-8",
    ),
    Slip(
        "TCVN3 in a title",
        CHAPTER,
        "title: Đảng bộ xã Mây Thượng",
        f"title: {tcvn3('Đảng bộ xã Mây Thượng')}",
        f"docs/may-thuong/index.md:2:1: lỗi: chữ viết bằng bảng mã cũ TCVN3 (phông .VnTime), không phải Unicode: “{tcvn3('Đảng xã Mây')}” là “Đảng xã Mây” → {_unikey('TCVN3 (ABC)')}",
    ),
    Slip(
        "TCVN3 in data",
        ORGANIZATION,
        "short_name: Đảng bộ xã Mây Thượng",
        f"short_name: {tcvn3('Đảng bộ xã Mây Thượng')}",
        f"{ORGANIZATION}:2:1: lỗi: chữ viết bằng bảng mã cũ TCVN3 (phông .VnTime), không phải Unicode: “{tcvn3('Đảng xã Mây')}” là “Đảng xã Mây” → {_unikey('TCVN3 (ABC)')}",
    ),
    Slip(
        "TCVN3 with soft hyphens in data",
        PERSON,
        None,
        f"name: {tcvn3('Lương Thị Hường')}\n",
        f"{PERSON}:1:1: lỗi: chữ viết bằng bảng mã cũ TCVN3 (phông .VnTime), không phải Unicode: “{tcvn3('Lương Thị Hường')}” là “Lương Thị Hường” → {_unikey('TCVN3 (ABC)')}",
    ),
    Slip(
        "one word of TCVN3 in proper text",
        CHAPTER,
        "Bí thư đầu tiên là",
        "Bí th\u00ad đầu tiên là",
        "docs/may-thuong/index.md:12:6: lỗi: có ký tự không dùng được U+00AD (gạch nối mềm) sau “Bí th” → trong TCVN3 đó là chữ ư: viết “thư”",
    ),
    Slip(
        "VNI in data",
        PERSON,
        None,
        f"name: {vni('Trần Văn Nậm')}\n",
        f"{PERSON}:1:1: lỗi: chữ viết bằng bảng mã cũ VNI (phông VNI-Times), không phải Unicode: “{vni('Trần Văn Nậm')}” là “Trần Văn Nậm” → {_unikey('VNI Windows')}",
    ),
    Slip(
        "VIQR in data",
        DOCUMENTS,
        "name: Tỉnh ủy Sông Mây",
        f"name: {viqr('Tỉnh ủy Sông Mây')}",
        f"{DOCUMENTS}:1:1: lỗi: chữ viết bằng bảng mã cũ VIQR, không phải Unicode: “{viqr('Tỉnh ủy Sông')}” là “Tỉnh ủy Sông” → {_unikey('VIQR')}",
    ),
    Slip(
        "Windows-1258 in data",
        PERSON,
        None,
        cp1258("name: Lý Thị Mận\n"),
        f"{PERSON}:1:1: lỗi: tệp mã hóa bằng Windows-1258, không phải UTF-8: “{misread(cp1258('Lý Thị Mận'))}” là “Lý Thị Mận” → mở tệp gốc với bảng mã Windows-1258 (Vietnamese), lưu lại với bảng mã UTF-8",
    ),
    Slip(
        "settings in UTF-16",
        "mkdocs.yml",
        None,
        "site_name: Lịch sử\n".encode("utf-16"),
        "mkdocs.yml:1:1: lỗi: tệp mã hóa bằng UTF-16, không phải UTF-8 → mở tệp bằng Notepad, chọn Save As (Lưu thành), Encoding: UTF-8 rồi lưu lại",
    ),
    Slip(
        "a merge left in a chapter",
        CHAPTER,
        "Ngày thành lập,",
        "=======\nNgày thành lập,",
        f"docs/may-thuong/index.md:10:1: lỗi: còn dấu gộp của git → {MERGED}",
    ),
    Slip(
        "the end of a merge in a chapter",
        CHAPTER,
        "Ngày thành lập,",
        ">>>>>>> nhanh-hai\nNgày thành lập,",
        f"docs/may-thuong/index.md:10:1: lỗi: còn dấu gộp của git → {MERGED}",
    ),
    Slip(
        "a merge left in front matter",
        CHAPTER,
        "title: Đảng bộ",
        "<<<<<<< HEAD\ntitle: Đảng bộ",
        f"docs/may-thuong/index.md:2:1: lỗi: còn dấu gộp của git → {MERGED}",
    ),
    Slip(
        "a merge left in data",
        PERSON,
        None,
        "name: Lý Thị Mận\n=======\nname: Lý Thị Mẫn\n",
        f"{PERSON}:2:1: lỗi: còn dấu gộp của git → {MERGED}",
    ),
    Slip(
        "the origin of a merge in data",
        DOCUMENTS,
        "documents:",
        "||||||| 3ca7ab6\ndocuments:",
        f"{DOCUMENTS}:2:1: lỗi: còn dấu gộp của git → {MERGED}",
    ),
    Slip(
        "a merge left in evidence",
        EVIDENCE,
        '"source": "ky-yeu",',
        '"source": "ky-yeu",\n>>>>>>> nhanh-hai\n',
        f"{EVIDENCE}:2:1: lỗi: còn dấu gộp của git → lấy lại bản chưa hỏng: git checkout origin/main -- {EVIDENCE}; nếu nhánh của bạn đã sửa nguồn này thì người giữ bản chép chạy make evidence SOURCES=<thư mục bản chép>",
    ),
    Slip(
        "a merge left in the settings",
        "mkdocs.yml",
        "nav:\n",
        "=======\nnav:\n",
        f"mkdocs.yml:4:1: lỗi: còn dấu gộp của git → {MERGED}",
    ),
)
