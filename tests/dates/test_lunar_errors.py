"""Wrong lunar dates: what is said, and how to write them."""

from __future__ import annotations

import pytest

from macros.dates import DateError, parse_edtf

CASES = [
    *(
        (text, f"“{text}” không đúng cách viết ngày", remedy)
        for text, remedy in (
            ("ngày 10/3/1970 âm lịch", 'viết "âm lịch 1970-03-10"'),
            ("2/9/1945 ÂL", 'viết "âm lịch 1945-09-02"'),
            ("1945-09-02 (âm lịch)", 'viết "âm lịch 1945-09-02"'),
            ("âm lịch: 1945/9/2", 'viết "âm lịch 1945-09-02"'),
            ("tháng 2 nhuận năm 1947", 'viết "âm lịch 1947-02 nhuận"'),
            ("30 Tết năm 1946", 'viết "âm lịch 1945-12-30"'),
            (
                "mùng 3 tháng 2 năm Canh Tuất",
                'viết "âm lịch 1910-02-03" hoặc "âm lịch 1970-02-03", năm nào thì theo đoạn nguồn',
            ),
            # 2007 had no leap month.
            ("tháng Hai nhuận năm Đinh Hợi", 'viết "âm lịch 1947-02 nhuận"'),
            (
                "tháng Ba nhuận năm Đinh Hợi",
                'kiểm tra tháng nhuận và năm, rồi viết như "âm lịch 1947-02-10 nhuận"',
            ),
            ("rằm tháng Giêng", 'thêm năm, như "âm lịch 1945-01-15"'),
            (
                "ngày 2 và 5 tháng 9 âm lịch",
                'mỗi trường chỉ một ngày âm lịch, như "âm lịch 1945-09-02": ghi ngày đầu',
            ),
            ("30 tháng 4 âm lịch", 'thêm năm, như "âm lịch 1945-04-30"'),
            ("mùng 1 tháng 12 âm lịch", 'thêm năm, như "âm lịch 1945-12-01"'),
            ("tháng 1 âl", 'thêm năm, như "âm lịch 1945-01"'),
            ("1947/2/10 nhuận", 'viết "âm lịch 1947-02-10 nhuận"'),
            ("1947-02 nhuận", 'viết "âm lịch 1947-02 nhuận"'),
            ("am lich 1945/9", 'viết "âm lịch 1945-09"'),
            *(
                (wrong, "kiểm tra ngày: tháng âm lịch chỉ có 29 hoặc 30 ngày")
                for wrong in ("31 tháng 4 âm lịch", "ngày 00 tháng 4 năm Canh Tuất", "mùng 40 Tết")
            ),
            *(
                (
                    wrong,
                    'âm lịch chỉ viết một ngày "âm lịch 1945-09-02", một tháng "âm lịch 1945-09" hoặc '
                    'một năm "âm lịch 1945"; tháng nhuận thì "âm lịch 1947-02-10 nhuận"',
                )
                for wrong in (
                    "âm lịch 1945-09-02/1945-09-05",
                    "[âm lịch 1945-09-02..1946]",
                    "âm lịch 1945-09-02~",
                )
            ),
        )
    ),
    *(
        (
            text,
            f"“{text}”: không có tháng {month}",
            "viết tháng từ 01 đến 12; theo thứ tự năm-tháng-ngày",
        )
        for text, month in (
            ("giữa tháng 50 (âm lịch)", "50"),
            ("tháng 13 nhuận", "13"),
            ("mùng 3 tháng 0 âm lịch", "00"),
            ("ngày 2 và 5 tháng 13 âm lịch", "13"),
            ("tháng 13 năm Canh Tuất", "13"),
            ("ngày 2/13/1945 âm lịch", "13"),
            ("1945-13-02 âm lịch", "13"),
        )
    ),
    (
        "ngày 30 tháng 2 âm lịch năm 1945",
        "“ngày 30 tháng 2 âm lịch năm 1945”: theo âm lịch, tháng 2 năm Ất Dậu (1945) không có "
        "ngày 30",
        "viết ngày từ 01 đến 29; nếu nguồn in đúng như vậy thì kể trong câu; theo thứ tự "
        "năm-tháng-ngày",
    ),
    (
        "âm lịch 1945-02-30",
        "“âm lịch 1945-02-30”: theo âm lịch, tháng 2 năm Ất Dậu (1945) không có ngày 30",
        "viết ngày từ 01 đến 29; nếu nguồn in đúng như vậy thì kể trong câu",
    ),
    (
        "âm lịch 1946-02-03 nhuận",
        "“âm lịch 1946-02-03 nhuận”: năm Bính Tuất (1946) không có tháng 2 nhuận",
        "năm ấy không có tháng nhuận: sửa tháng, năm hoặc bỏ “nhuận”",
    ),
    (
        "âm lịch 1947-03 nhuận",
        "“âm lịch 1947-03 nhuận”: năm Đinh Hợi (1947) không có tháng 3 nhuận",
        "năm ấy nhuận tháng 2: sửa tháng, năm hoặc bỏ “nhuận”",
    ),
    (
        "âm lịch 1945-13",
        "“âm lịch 1945-13”: không có tháng 13",
        "viết tháng từ 01 đến 12",
    ),
    (
        "âm lịch 1850-02-03",
        "“âm lịch 1850-02-03”: chỉ tính được âm lịch từ năm 1901 đến năm 2099",
        "kiểm tra năm; nếu đúng thì ghi năm dương lịch, kể ngày âm lịch trong câu",
    ),
]


@pytest.mark.parametrize(("text", "message", "remedy"), CASES)
def test_message_and_remedy(text: str, message: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)
