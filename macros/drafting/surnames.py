"""The surnames of Vietnam, by which a name is known where no form of address stands before it."""

from __future__ import annotations

_KINH = (
    "an âu bá bạch bành bàng bế biện bùi ca cái cam cao cát cầm chu chung chử châu cung cù cừ "
    "dã danh diêm diệp doãn dư dương đái đàm đan đào đặng đậu điền điêu đinh đoàn đỗ đồng đổng "
    "đôn đới đường giang giản giáp hà hạ hầu hán hàn hạng hoa hoàng hồ hồng hùng hứa huỳnh hướng "
    "kha khiếu khổng khuất khúc khương kiều kim kiểu la lã lạc lại lâm lăng lê lều liên liêu liễu "
    "lò lỗ lộ lộc lục lưu luyện lương lường lý lữ ma mã mạc mai mẫn mâu mậu mẫu mông nghiêm nghị "
    "ngô ngũ ngụy ngọ nguyễn nhâm nhan nhữ ninh nông ong ông phạm phan phí phó phù phùng phương "
    "quách quan quản quang quàng quyền sầm sử sùng tạ tào tất tăng tần tiêu tòng tô tôn tống thạch "
    "thái thẩm thân thang thào thập thế thi thiều thiệu thôi tiết tiền tiếp toàn trà trác trang "
    "tràng trâu triệu trình trịnh trần trừ trương từ tưởng ty ung uông ứng văn vàng vắn vân vi vì "
    "viêm viên võ vũ vương vừ xa y yên"
)
SURNAMES = frozenset(_KINH.split())
"""First words of personal names, in small letters."""
_PLACES = (
    "xã phường huyện quận tỉnh phố đường trấn xóm thôn làng ấp bản tổng khu núi sông cầu chợ "
    "đình chùa trường bộ đội tộc vườn hồ đảo vùng rừng hội đoàn lớp giải tên mang đồi kênh "
    "đập nhà máy cảng bến công ty viện bệnh trại phủ đạo thành động hang đền trạm mỏ xưởng"
)
PLACES = frozenset(_PLACES.split())
"""Words before a name that make it that of a place or a body: “phường Lê Lợi”."""
