"""Messages and remedies for links that lead nowhere; `{url}` is the address as typed."""

from __future__ import annotations

NO_PAGE = (
    "liên kết “{url}” trỏ đến tệp không có",
    "sửa tên tệp trong liên kết, hoặc thêm tệp đó vào docs/",
)
NO_SECTION = (
    "liên kết “{url}” trỏ đến mục không có",
    "sửa phần sau dấu #, hoặc đặt mã {: #mã } cho mục đó",
)
ABSOLUTE = (
    "liên kết “{url}” bắt đầu bằng dấu /",
    "viết đường dẫn tính từ tệp này, ví dụ ../tra-cuu/index.md",
)
NOT_A_PAGE = ("liên kết “{url}” không trỏ đến tệp .md nào", "viết tên tệp .md cần dẫn đến")
NO_PICTURE = (
    "không có tệp ảnh “{url}”",
    "chép ảnh vào docs/, cạnh chương, rồi ghi đường dẫn tính từ tệp này",
)
NOT_A_NOTE = (
    "dòng “[{n}]: …” đặt địa chỉ liên kết, không phải lời chú thích",
    "chú thích thì viết dấu [^{n}] trong câu và “[^{n}]: …” thành đoạn riêng",
)
