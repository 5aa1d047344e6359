"""Slips in `data/edition.yml`, each with the one line that an editor is told."""

from __future__ import annotations

from tests.small_site import Slip

FILE = "data/edition.yml"


def _slip(name: str, text: str, told: str) -> Slip:
    return Slip(name, FILE, None, text, f"{FILE}:{told}")


SLIPS: tuple[Slip, ...] = (
    _slip(
        "unknown field of the edition",
        "publishr: Nhà xuất bản Sông Mây\n",
        "1:1: lỗi: không có trường nào tên “publishr” → có phải ý bạn là “publisher”?",
    ),
    _slip(
        "year of five digits",
        "year: 20266\n",
        "1:7: lỗi: “year” (Năm xuất bản): “20266” không phải một năm xuất bản "
        "→ viết bốn chữ số, ví dụ 2026",
    ),
    _slip(
        "isbn with a wrong digit",
        "volumes:\n  - volume: may-thuong\n    isbn: 978-604-00-0001-3\n",
        "3:11: lỗi: “isbn” (ISBN): ISBN “978-604-00-0001-3” sai chữ số kiểm tra: tính ra 9, ghi 3 "
        "→ so lại từng chữ số với mã được cấp",
    ),
    _slip(
        "isbn too short",
        "volumes:\n  - volume: may-thuong\n    isbn: 978-604-00-0001\n",
        "3:11: lỗi: “isbn” (ISBN): “978-604-00-0001” không phải mã ISBN mười ba chữ số "
        "→ viết đủ 13 chữ số, có thể ngăn bằng gạch nối, ví dụ 978-604-00-0001-9",
    ),
    _slip(
        "isbn of another family",
        "volumes:\n  - volume: may-thuong\n    isbn: 893-604-00-0001-9\n",
        "3:11: lỗi: “isbn” (ISBN): ISBN “893-604-00-0001-9” không bắt đầu bằng 978 hoặc 979 "
        "→ chép lại mã được cấp",
    ),
    _slip(
        "one isbn for two volumes",
        "volumes:\n  - { volume: may-thuong, isbn: 978-604-00-0001-9 }\n"
        "  - { volume: toan-tap, isbn: 9786040000019 }\n",
        "3:31: lỗi: ISBN “9786040000019” đã ghi cho tập khác ở data/edition.yml:2:33 "
        "→ mỗi tập một mã riêng",
    ),
    _slip(
        "volume that is none",
        "volumes:\n  - volume: may-thuongg\n",
        "2:13: lỗi: không có tập nào mang mã “may-thuongg” → có phải ý bạn là “may-thuong”?",
    ),
    _slip(
        "volume told twice",
        "volumes:\n  - volume: may-thuong\n  - volume: may-thuong\n",
        "3:13: lỗi: tập “may-thuong” đã có ở data/edition.yml:2:13 → gộp hai mục của tập ấy làm một",
    ),
    _slip(
        "state in Vietnamese",
        "volumes:\n  - volume: may-thuong\n    state: bản thảo\n",
        "3:12: lỗi: “state” (Tình trạng): không nhận “bản thảo” → viết draft",
    ),
    _slip(
        "approved by nobody",
        "volumes:\n  - volume: may-thuong\n    state: approved\n",
        "3:12: lỗi: tập “may-thuong” đã thẩm định mà không nêu quyết định nào "
        "→ thêm dòng decision hoặc document",
    ),
    _slip(
        "draft with a decision",
        "volumes:\n  - volume: may-thuong\n    decision: Quyết định số 4-QĐ/HU\n",
        "3:15: lỗi: tập “may-thuong” có quyết định thẩm định nhưng chưa ghi là đã thẩm định "
        "→ ghi state: approved, hoặc xóa quyết định",
    ),
    _slip(
        "decision told twice",
        "volumes:\n  - volume: may-thuong\n    state: approved\n    document: quyet-dinh-12-1950\n"
        "    decision: Quyết định số 12-QĐ/TU\n",
        "5:15: lỗi: quyết định thẩm định ghi hai lần: decision và document "
        "→ giữ document, xóa dòng decision",
    ),
    _slip(
        "misspelt document of approval",
        "volumes:\n  - volume: may-thuong\n    state: approved\n    document: quyet-dinh-12-1960\n",
        "4:15: lỗi: không có văn bản nào mang mã “quyet-dinh-12-1960” "
        "→ thêm văn bản vào một tệp trong data/documents/, hoặc ghi decision",
    ),
    _slip(
        "price of a book that is not sold",
        "sale: not-for-sale\nprice: 90000\n",
        "2:8: lỗi: có giá bán nhưng sách không ghi là có giá bán "
        "→ ghi sale: priced, hoặc xóa dòng price",
    ),
    _slip(
        "no price",
        "sale: priced\nprice: 0\n",
        "2:8: lỗi: giá bán không lớn hơn 0 → ghi giá bằng đồng",
    ),
    _slip(
        "no copies",
        "copies: 0\n",
        "1:9: lỗi: số lượng in là 0 → xóa dòng này nếu chưa biết",
    ),
    _slip(
        "paper in millimetres",
        "paper:\n  thickness: 1\n",
        "2:14: lỗi: một tờ giấy dày 1 micrômét là không thể → ghi bằng micrômét, từ 40 đến 400",
    ),
    _slip(
        "a person without a name",
        "responsible:\n  editing: { title: Biên tập viên }\n",
        "2:12: lỗi: thiếu trường “name” (Họ tên) → thêm dòng “name: …”. Họ tên như in trên sách",
    ),
)
