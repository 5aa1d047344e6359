// What a question asks of the site itself: how to cite it, where its data are, who checked it.
//
// Understood by phrases that must all be there: it is part of the search, which asks it of each query.

import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {"cite" | "download" | "sources" | "trust" | "missing" | "day" | "compare" | "conflicts" | "mistake" | "book" | "help"} Topic */

const SITE = ["trang này", "trang web", "trên trang", "trang mạng", "website", "web này", "site này", "ở đây", "lên đây", "trang có", "giúp trang"];
const HOW = ["thế nào", "cách", "làm sao", "ra sao", "ntn", "sao cho đúng", "kiểu gì", "chuẩn nào", "mẫu nào"];
const PAPER = ["luận văn", "luận án", "khóa luận", "tiểu luận", "bài báo", "bài viết", "đồ án", "tài liệu tham khảo", "tạp chí", "nghiên cứu", "bài thu hoạch"];
const DATA = ["số liệu", "dữ liệu", "data", "csv", "excel", "json", "file", "tệp", "về máy", "bảng số", "toàn bộ"];
const SAID = ["số liệu", "con số", "các con số", "thông tin", "nội dung", "dữ kiện", ...SITE];
const TELLING = ["tài liệu", "sách", "nguồn", "báo cáo", "văn bản", "bản chép"];
const ASKING = ["ở đâu", "chỗ nào", "những gì", "gì", "nào", "không", "những chỗ", "các chỗ", "danh sách", "liệt kê"];
const FILES = ["pdf", "epub", "ebook", "e book", "sách điện tử", "bản in", "sách in", "sách giấy", "bản giấy", "in ra giấy", "in thành sách", "thành sách", "quyển in", "cuốn in", "mua sách"];

/** Per topic, the groups of which each must have a phrase in the question. @type {[Topic, string[][]][]} */
const RULES = [
  ["cite", [["trích dẫn", "trích nguồn", "ghi nguồn", "dẫn nguồn", "ghi tài liệu tham khảo"], [...HOW, ...PAPER, ...SITE]]],
  ["cite", [["dẫn", "trích", "ghi"], ["con số", "tài liệu tham khảo", "đường dẫn", "địa chỉ", "nguồn"], PAPER, [...HOW, ...SITE]]],
  ["cite", [["citation", "bibtex", "cách trích dẫn", "mẫu trích dẫn", "trích dẫn trang"]]],
  ["mistake", [["báo lỗi", "báo sai", "báo chỗ sai", "báo một chỗ sai", "góp ý sửa", "gửi đính chính"]]],
  ["mistake", [["thấy sai", "thấy nhầm", "phát hiện nhầm", "phát hiện sai", "phát hiện lỗi", "ghi nhầm", "viết nhầm", "ghi sai", "viết sai", "đăng sai"], ["để sửa", "sửa lại", "sửa giúp", "báo", "đính chính", "liên hệ", "góp ý"]]],
  ["mistake", [["sai", "nhầm", "lỗi", "không đúng", "thiếu sót"], ["báo cho", "báo với", "báo ai", "báo ở", "liên hệ", "gửi cho", "gửi về", "góp ý", "đính chính", "sửa lại", "phản ánh", "nói với ai", "báo lỗi", "báo sai"],
    [...SITE, ...HOW, "ai", "ở đâu", "chỗ nào", "tên"]]],
  ["help", [["tham gia", "đóng góp", "góp", "giúp", "gửi", "viết bài", "sửa bài", "bổ sung"], ["biên tập", "viết bài", "sửa bài", "bài viết", "bài cho trang", "tư liệu cho", "tài liệu cho", "cho trang", ...SITE], [...HOW, ...SITE, "ở đâu", "cho ai", "được không"]]],
  ["download", [["tải", "tải về", "tải xuống", "download", "xuất ra", "xuất dữ liệu", "xuất", "lấy", "lấy hết"], ["csv", "json", "excel", "xlsx", "về máy", "file dữ liệu", "file số liệu", "tệp dữ liệu", "dữ liệu thô", "dữ liệu mở", "bộ dữ liệu"]]],
  ["help", [["hướng dẫn", "cách", "muốn"], ["chỉnh sửa trang", "sửa trang", "biên tập trang", "viết bài cho trang", "chỉnh sửa bài", "sửa bài"]]],
  ["download", [["tải", "tải về", "tải xuống", "download"], DATA]],
  ["download", [["file csv", "file excel", "file json", "tệp csv", "dữ liệu csv", "dữ liệu json", "dữ liệu excel", "dữ liệu mở", "dữ liệu thô", "số liệu thô", "bảng excel", "bảng tính", "file bảng tính", "open data"]]],
  ["trust", [SAID, ["tin được", "đáng tin", "tin cậy", "chính xác không", "có chính xác", "có đúng", "đúng không", "đúng với", "chuẩn không", "có chuẩn", "kiểm chứng", "thẩm định", "kiểm duyệt", "so lại", "đối chiếu", "ai kiểm tra", "kiểm tra lại", "người nào kiểm tra"],
    ["không", "chưa", "ai", "nào", "làm sao", "thế nào", "bản gốc", "có"]]],
  ["trust", [["đáng tin không", "tin được không", "độ tin cậy của", "đối chiếu với bản gốc", "so với bản gốc", "đã kiểm chứng chưa", "ai kiểm chứng"]]],
  ["conflicts", [["số liệu", "con số"], ["vênh nhau", "không khớp nhau", "mâu thuẫn nhau", "khác nhau giữa"]]],
  ["conflicts", [TELLING, ["khác nhau", "mâu thuẫn", "không khớp", "vênh", "không thống nhất", "chưa thống nhất", "viết một nẻo", "trái nhau", "không giống nhau"], ["ở đâu", "chỗ nào", "những chỗ", "các chỗ", "danh sách", "liệt kê", "hai ngày", "giữa các", "có không"]]],
  ["book", [FILES, ["có", "tải", "lấy", "mua", "muốn", "xin", "cần", "bản", "epub", "đọc", "ở đâu", ...HOW], ["không", "tải", "lấy", "mua", "đọc", "epub", "ebook", "ở đâu", "của trang", ...SITE]]],
  ["sources", [SITE, ["lấy ở sách nào", "lấy ở đâu", "lấy ở tài liệu nào", "lấy tư liệu", "lấy tài liệu", "lấy thông tin", "lấy số liệu", "lấy từ đâu", "lấy từ", "ở đâu ra", "nguồn nào", "từ nguồn", "dựa vào", "dựa trên", "dựa theo", "căn cứ vào", "theo tài liệu", "theo sách", "nguồn tài liệu", "nguồn tư liệu", "nguồn gốc thông tin"]]],
  ["sources", [["dựa trên", "dựa vào", "dựa theo", "lấy từ", "theo những", "căn cứ"], ["sách nào", "cuốn sách nào", "tài liệu nào", "nguồn nào", "những cuốn sách nào", "cuốn nào", "tư liệu nào"]]],
  ["sources", [["danh mục tài liệu tham khảo", "tài liệu tham khảo của trang", "danh mục tài liệu gốc", "danh sách tài liệu gốc", "các tài liệu gốc", "danh mục nguồn", "danh sách nguồn", "nguồn tư liệu của trang"]]],
  ["missing", [SITE, ["còn thiếu", "thiếu gì", "thiếu những gì", "chưa có gì", "chưa nhập", "chưa biết", "bỏ trống", "để trống"], ASKING]],
  ["missing", [["giai đoạn nào", "thời kỳ nào", "năm nào", "nhiệm kỳ nào", "chỗ nào"], ["không có tư liệu", "không có tài liệu", "thiếu tư liệu", "thiếu tài liệu", "chưa có tư liệu", "chưa có tài liệu", "còn trống"]]],
  ["missing", [TELLING, ["không nói đến", "không nói tới", "không kể đến", "không kể tới", "không nhắc đến", "không nhắc tới", "không ghi", "bỏ sót", "bỏ trống", "để trống", "không có"], ["những gì", "việc gì", "chỗ nào", "những việc", "những chỗ", "năm nào", "chưa nhập", "kỳ nào", "ai"]]],
  ["missing", [["thông tin còn thiếu", "chỗ còn trống", "khoảng trống tư liệu", "chỗ chưa rõ", "những gì chưa biết", "những điều chưa biết"]]],
  ["day", [["một ngày bất kỳ", "ngày bất kỳ", "một ngày cụ thể", "vào một ngày", "chọn ngày", "theo ngày", "ngày này năm", "ngày nay năm", "đúng ngày"], ["giữ chức", "chức gì", "ban thường vụ", "ban chấp hành", "lãnh đạo", "ai làm", "những ai", "ai là", "đương chức", "tại chức"]]],
  ["day", [["ai giữ chức gì", "ai giữ chức nào", "ai đang giữ chức gì", "ai đang giữ chức nào", "người nào giữ chức gì", "ai làm chức gì"]]],
  ["compare", [["bảng đối chiếu", "bảng so sánh", "cạnh nhau"], ["các đảng bộ", "4 đảng bộ", "bốn đảng bộ", "các tổ chức", "các nơi", "các phường"]]],
  ["compare", [["so sánh", "đặt cạnh nhau", "xem cùng lúc", "đối sánh", "đọ"], ["các đảng bộ", "các tổ chức", "các phường", "các quận", "các nơi", "giữa các", "mấy nơi", "4 nơi", "bốn nơi", "bốn đảng bộ", "4 đảng bộ", "mấy đảng bộ", "với nhau", "hai đảng bộ", "2 đảng bộ", "hai tổ chức", "nơi nào"]]],
];

const MOST_WORDS = 40;

/** @type {[Topic, Token[][][]][]} */
const READ = RULES.map(([topic, groups]) => [topic, groups.map((group) => group.map(tokens))]);

/**
 * What a question asks of the site itself; null where it asks nothing of it.
 * @param {Token[]} list
 * @returns {Topic | null}
 */
export function topicOf(list) {
  if (!list.length || list.length > MOST_WORDS) return null;
  // Without any mark in the whole question, words may stand without theirs.
  const bare = list.every(({ spelling, term }) => spelling === term);
  const said = (/** @type {Token[]} */ phrase) => list.some((_, at) => phrase.every(({ spelling, term }, by) => {
    const token = list[at + by];
    return token && (token.spelling === spelling || (bare && token.term === term));
  }));
  return READ.find(([, groups]) => groups.every((group) => group.some(said)))?.[0] ?? null;
}
