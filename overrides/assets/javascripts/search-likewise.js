// Words of readers for which sources write others: those are searched for too, after the words typed.

import { typed } from "./search-glossary.js";
import { phrase } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./search-text.js").Written} Written */
/** @typedef {import("./search-numbers.js").Word} Word */

/** @type {[string[], string[]][]} what is said, and what is written for it */
const LIKEWISE = [
  [["địa chỉ", "đóng ở", "đóng tại", "đặt tại", "đặt ở"], ["trụ sở"]],
  [["lãnh đạo cao nhất", "thủ trưởng", "sếp", "đứng đầu"], ["bí thư", "người đứng đầu"]],
  [["tải về", "tải xuống", "tải dữ liệu", "download"], ["dữ liệu mở", "tải"]],
  [["gộp vào", "gộp lại", "nhập vào", "nhập lại", "nhập với", "ghép với", "sát nhập", "xáp nhập", "xát nhập"], ["hợp nhất", "sáp nhập"]],
  [["sáp nhập"], ["hợp nhất"]],
  [["tách khỏi"], ["chia tách", "tách"]],
  [["giải tán", "xóa sổ"], ["giải thể", "kết thúc hoạt động"]],
  [["khai sinh", "lập ra"], ["thành lập", "ra đời"]],
  [["tên cũ", "tên gọi cũ"], ["đổi tên", "tên gọi"]],
  [["vào đảng"], ["kết nạp"]],
  [["cư dân", "số dân"], ["dân số", "nhân khẩu"]],
  [["đi lính", "đi bộ đội", "đi nghĩa vụ", "nghĩa vụ bộ đội", "nhập ngũ"], ["nghĩa vụ quân sự", "tuyển quân", "gọi công dân nhập ngũ"]],
  [["xóa đói", "xóa nghèo", "nhà nghèo", "người nghèo", "nghèo đói"], ["hộ nghèo", "giảm nghèo"]],
  [["đường sá"], ["giao thông"]],
  [["bão lũ", "lũ lụt", "bão lụt"], ["thiên tai"]],
  [["dịch covid", "corona"], ["Covid-19", "dịch bệnh"]],
  [["không khớp", "vênh nhau", "sai lệch"], ["mâu thuẫn", "chưa thống nhất"]],
  [["mấy vạn dân", "bao nhiêu dân", "mấy nghìn dân"], ["dân số", "nhân khẩu"]],
  [["rộng bao nhiêu", "rộng nhất", "to nhất"], ["diện tích"]],
  [["đúng không", "đáng tin", "tin được", "kiểm tra lại", "bản gốc", "tài liệu gốc"], ["kiểm chứng", "đối chiếu", "đã đối chiếu"]],
  [["tư liệu", "nguồn nào", "tài liệu nào"], ["tài liệu gốc", "tài liệu"]],
  [["trích dẫn thế nào", "ghi nguồn"], ["trích dẫn", "cách trích dẫn"]],
  [["chỗ nguồn để trống", "chỗ để trống", "còn thiếu", "không kể tới", "không nói tới"], ["thông tin còn thiếu", "chỗ để trống"]],
  [["cùng lúc", "đang giữ chức", "vào một ngày", "chức danh vào"], ["giữ chức vào ngày"]],
  [["đuổi khỏi đảng", "đuổi ra khỏi đảng"], ["khai trừ"]],
  [["bị phạt", "phạt đảng viên", "xử phạt"], ["kỷ luật"]],
  [["được khen"], ["khen thưởng", "bằng khen"]],
  [["thủ tục giấy tờ", "giấy tờ", "làm thủ tục"], ["thủ tục hành chính", "cải cách hành chính"]],
  [["học hành"], ["giáo dục"]],
  [["trạm xá", "khám bệnh", "chữa bệnh"], ["y tế"]],
  [["rác"], ["môi trường"]],
  [["tắc đường", "kẹt xe", "lấn vỉa hè"], ["trật tự đô thị"]],
  [["trộm cắp"], ["an ninh trật tự", "trật tự an toàn xã hội"]],
  [["hối lộ"], ["tham nhũng"]],
  [["đền bù", "lấy đất", "giải tỏa"], ["giải phóng mặt bằng", "thu hồi đất", "bồi thường"]],
  [["xây trái phép", "xây nhà trái phép", "xây dựng trái phép"], ["trật tự xây dựng"]],
  [["sổ đỏ"], ["giấy chứng nhận quyền sử dụng đất"]],
  [["online"], ["chuyển đổi số"]],
  [["làm ruộng", "trồng lúa", "cấy lúa"], ["nông nghiệp", "trồng trọt"]],
  [["nuôi cá", "nuôi tôm", "ao cá"], ["thủy sản"]],
  [["buôn bán", "cửa hàng", "bán hàng"], ["thương mại"]],
  [["tiền thuế", "tiền thu", "tiền thu được", "thu được bao nhiêu tiền"], ["thu ngân sách"]],
  [["tiền lương", "kiếm được"], ["thu nhập"]],
  [["đình chùa", "đền chùa"], ["di tích"]],
  [["kiện cáo", "đơn kiện"], ["khiếu nại", "tố cáo"]],
  [["gia đình có công"], ["người có công"]],
  [["chưa làm được", "chưa tốt", "điểm yếu", "mặt yếu", "còn yếu", "còn dở"], ["hạn chế"]],
  [["làm được gì", "làm được những gì"], ["kết quả"]],
  [["làm luôn", "kiêm luôn"], ["đồng thời là", "kiêm"]],
  [["kinh nghiệm rút ra", "rút kinh nghiệm"], ["bài học", "kinh nghiệm"]],
  [["kế hoạch năm năm", "kế hoạch 5 năm"], ["chỉ tiêu", "mục tiêu"]],
  [["lên chức", "thăng chức", "đề bạt", "cất nhắc"], ["bổ nhiệm"]],
  [["về hưu"], ["nghỉ hưu"]],
  [["qua đời"], ["từ trần"]],
  [["đơn vị con", "dưới quyền", "đơn vị cấp dưới"], ["trực thuộc"]],
  [["ngày kỷ niệm", "ngày truyền thống"], ["ngày thành lập"]],
  [["mang tên", "tên là gì"], ["tên gọi", "đổi tên"]],
  [["xin thành phố", "đề nghị thành phố", "xin cấp trên"], ["kiến nghị", "đề nghị"]],
  [["ở đâu ra", "lấy từ đâu"], ["tài liệu gốc", "tài liệu"]],
  [["gộp", "dồn lại", "nhập làm một"], ["hợp nhất", "sáp nhập"]],
  [["nghĩa vụ quân sự"], ["tuyển quân", "gọi công dân nhập ngũ"]],
  [["ngồi hai ghế", "hai ghế", "kiêm hai chức", "kiêm luôn"], ["đồng thời là", "kiêm nhiệm", "kiêm"]],
  [["tố giác", "dân tố"], ["tố cáo"]],
  [["siêu thị", "chợ búa"], ["trung tâm thương mại", "thương mại"]],
  [["khơi cống", "cống rãnh", "ngập nước", "ngập đường"], ["thoát nước", "ngập úng"]],
  [["cấp ba", "cấp 3"], ["trung học phổ thông", "THPT"]],
  [["cấp hai", "cấp 2"], ["trung học cơ sở", "THCS"]],
  [["cấp một", "cấp 1"], ["tiểu học"]],
  [["mẫu giáo", "nhà trẻ"], ["mầm non"]],
  [["đúng hẹn"], ["đúng hạn"]],
  [["nhà dột", "nhà dột nát", "nhà nát", "sửa nhà"], ["nhà ở", "xóa nhà tạm"]],
  [["lùi lại", "hoãn", "bị treo", "treo"], ["kéo dài", "chậm tiến độ", "chậm"]],
  [["dọn nhà", "chuyển chỗ", "dời đi"], ["trụ sở", "chuyển trụ sở"]],
  [["ủy ban"], ["ủy ban nhân dân", "UBND"]],
  [["hút vốn", "gọi vốn", "tiền đầu tư", "rót vốn"], ["vốn đầu tư", "thu hút đầu tư"]],
  [["làm ăn"], ["sản xuất kinh doanh", "kinh doanh"]],
  [["nước máy"], ["nước sạch"]],
  [["người già", "các cụ"], ["người cao tuổi"]],
  [["trẻ con"], ["trẻ em", "thiếu niên"]],
  [["chị em"], ["phụ nữ"]],
  [["thương binh", "liệt sĩ", "liệt sỹ"], ["người có công", "thương binh liệt sĩ"]],
  [["lớp trẻ", "người trẻ", "giới trẻ"], ["thanh niên"]],
  [["khu phố", "dân phố"], ["tổ dân phố", "khu dân cư"]],
  [["bỏ không", "dư thừa", "thừa ra"], ["dôi dư"]],
  [["giảm người", "bớt người", "giảm biên chế", "cắt giảm biên chế"], ["tinh giản biên chế", "biên chế"]],
  [["đèn đường"], ["chiếu sáng"]],
  [["thẻ bảo hiểm"], ["bảo hiểm y tế"]],
  [["sinh đẻ", "kế hoạch hóa gia đình"], ["dân số"]],
  [["chữa cháy", "cháy nổ"], ["phòng cháy chữa cháy", "phòng cháy"]],
  [["nghiện", "nghiện hút"], ["ma túy", "tệ nạn"]],
  [["phần mềm", "máy tính", "chữ ký số"], ["công nghệ thông tin", "chuyển đổi số"]],
  [["bỏ phiếu tín nhiệm"], ["lấy phiếu tín nhiệm"]],
  [["cắt chức", "mất chức"], ["cách chức"]],
  [["đi học chính trị", "lớp chính trị", "học chính trị"], ["lý luận chính trị"]],
  [["học nghị quyết", "phổ biến nghị quyết"], ["quán triệt", "học tập nghị quyết"]],
  [["thôi việc", "xin thôi", "từ chức"], ["thôi giữ chức"]],
  [["bẩn", "ô nhiễm"], ["môi trường"]],
  [["nuôi lợn", "nuôi gà", "nuôi heo"], ["chăn nuôi"]],
  [["nhà máy", "xí nghiệp"], ["công nghiệp", "doanh nghiệp"]],
  [["nghề truyền thống", "nghề cổ truyền"], ["làng nghề"]],
  [["tưởng niệm"], ["dâng hương"]],
  [["thể thao", "đá bóng"], ["thể dục thể thao"]],
  [["văn nghệ"], ["văn hóa văn nghệ"]],
  [["thất nghiệp", "tìm việc"], ["việc làm", "giải quyết việc làm"]],
  [["hàng rong", "chợ cóc", "vỉa hè", "hè phố", "lòng đường"], ["trật tự đô thị", "vỉa hè", "lòng đường", "hè phố"]],
  [["mới lập", "lúc mới lập", "hồi mới lập", "khi mới lập", "mới thành lập"], ["khi thành lập", "sau khi thành lập", "thành lập"]],
  [["mấy trường học", "mấy trường", "bao nhiêu trường"], ["trường học"]],
  [["bao nhiêu nhà", "mấy nhà", "bao nhiêu gia đình"], ["số hộ", "hộ"]],
  [["quan chức", "công chức"], ["cán bộ", "công chức"]],
  [["lập công", "thành tích"], ["khen thưởng", "thi đua"]],
  [["lên kế hoạch"], ["kế hoạch"]],
  [["thăm dân", "gặp dân", "nghe dân"], ["tiếp dân", "đối thoại"]],
  [["đi kiểm tra"], ["kiểm tra giám sát", "kiểm tra"]],
  [["đánh bạc", "cờ bạc"], ["tệ nạn xã hội"]],
  [["lụt"], ["thiên tai", "ngập úng"]],
  [["bên đảng", "bên chính quyền"], ["đảng ủy", "chính quyền"]],
  [["lên phường", "thành phường"], ["thành lập phường"]],
  [["học tập bác", "học bác", "làm theo bác"], ["học tập và làm theo"]],
];

/** @type {{words: Written[], written: Word[][]}[]} the longer ones first */
const SAID = LIKEWISE.flatMap(([said, written]) => said.map((one) => ({
  words: phrase(one),
  written: written.filter((other) => other !== one).map((other) => phrase(other).map(typed)),
}))).sort((one, other) => other.words.length - one.words.length);

/**
 * The words from token `at` for which sources write others: [their alternatives, the typed one first, the
 * next token]; null where there are none.
 * @param {Token[]} list
 * @param {number} at
 * @returns {[Word[][], number] | null}
 */
export function likewiseAt(list, at) {
  const found = SAID.find(({ words }) => words.every(({ term, spelling }, by) => {
    const token = list[at + by];
    return token && (token.spelling === spelling || (words.length > 1 && token.spelling === term));
  }));
  if (!found) return null;
  const next = at + found.words.length;
  return [[list.slice(at, next).map(typed), ...found.written], next];
}
