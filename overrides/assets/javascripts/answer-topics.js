// What a question asks of the site itself: how to cite it, where its data are, who checked it.
//
// Understood by phrases that must all be there: it is part of the search, which asks it of each query.

import { phrase } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./search-text.js").Written} Written */
/** @typedef {"cite" | "download" | "sources" | "trust" | "missing" | "day" | "compare" | "conflicts" | "mistake" | "book" | "help"} Topic */

// Words that can only mean this site; “ở đây” may mean a place.
const SITE = ["trang này", "trang web", "trên trang", "trang mạng", "website", "web này", "site này", "của trang", "cho trang", "do trang", "thì trang", "trang có", "trang còn",
  "giúp trang", "trên này", "đưa lên đây", "con số ở đây", "số liệu ở đây", "thông tin ở đây", "đăng ở đây"];
const PAPER = ["luận văn", "luận án", "khóa luận", "tiểu luận", "bài báo", "bài viết", "đồ án", "tài liệu tham khảo", "tạp chí", "bài thu hoạch", "apa"];
const SAID = ["số liệu", "con số", "thông tin", "nội dung", "dữ kiện"];
const FILES = ["csv", "json", "excel", "xlsx", "dữ liệu thô", "số liệu thô", "dữ liệu mở", "bộ dữ liệu", "bộ số liệu", "file số liệu", "file dữ liệu", "tệp dữ liệu", "bảng tính", "open data"];
const SOURCES = ["các tài liệu", "các nguồn", "hai tài liệu", "hai nguồn", "hai cuốn sách", "các cuốn sách", "hai cuốn", "các sách", "sách này", "tài liệu nói"];
const APART = ["khác nhau", "mâu thuẫn", "không khớp", "vênh", "không thống nhất", "chưa thống nhất", "một nẻo", "trái nhau", "không giống nhau"];
const UNTOLD = ["không nói đến", "không nói tới", "không kể đến", "không kể tới", "không nhắc đến", "không nhắc tới"];

/** Per topic, the groups of which each must have a phrase in the question. @type {[Topic, string[][]][]} */
const RULES = [
  ["cite", [["trích dẫn", "ghi nguồn", "dẫn nguồn", "ghi chú thích", "ghi tài liệu tham khảo"], [...PAPER, ...SITE]]],
  ["cite", [["dẫn", "ghi"], ["con số", "số liệu", "tài liệu tham khảo"], PAPER, [...SITE, "thế nào"]]],
  ["cite", [["citation", "bibtex", "cách trích dẫn", "mẫu trích dẫn", "trích dẫn thế nào", "trích dẫn như thế nào", "trích dẫn ra sao"]]],
  ["mistake", [["báo lỗi", "báo chỗ sai", "báo một chỗ sai", "gửi đính chính", "góp ý sửa nội dung", "báo sai ngày sinh", "báo sai thông tin", "báo sai tên"]]],
  ["mistake", [["thấy sai", "thấy nhầm", "phát hiện nhầm", "phát hiện sai", "phát hiện lỗi", "ghi nhầm", "viết nhầm", "ghi sai", "viết sai", "đăng sai", "bị sai", "sai tên", "sai sót", "nhầm tên"],
    ["báo cho ai", "báo với ai", "báo ai", "báo ở đâu", "liên hệ với ai", "liên hệ ai", "liên hệ ở đâu", "gửi về đâu", "gửi cho ai", "làm sao để sửa", "để sửa", "sửa giúp", "đính chính", ...SITE]]],
  ["help", [["tham gia biên tập", "liên hệ ban biên tập", "liên hệ với ban biên tập", "gửi ban biên tập", "viết bài cho trang", "bài viết cho trang", "bài cho trang", "chỉnh sửa trang", "sửa trang", "biên tập trang", "gửi cho trang", "cho trang web", "giúp trang"]]],
  ["help", [["tham gia", "đóng góp", "góp", "gửi", "viết bài", "sửa bài", "bổ sung"], ["biên tập", ...SITE], ["tư liệu", "tài liệu", "bài", "ảnh", "biên tập", "nội dung"]]],
  ["download", [["tải", "tải về", "tải xuống", "download", "xuất", "lấy", "xin", "có"], FILES]],
  ["download", [["file csv", "file excel", "file json", "tệp csv", "dữ liệu csv", "dữ liệu json", "dữ liệu excel", "dữ liệu mở", "bảng excel", "download data", "open data"]]],
  ["download", [["tải số liệu", "tải dữ liệu", "tải hết số liệu", "tải hết dữ liệu", "tải toàn bộ số liệu", "tải toàn bộ dữ liệu", "tải về số liệu", "tải về dữ liệu", "tải file", "tải tệp", "tải bảng số", "tải các số liệu", "tải các bảng"]]],
  ["trust", [SITE, ["tin được", "đáng tin", "tin cậy", "chính xác", "có đúng", "đúng không", "đúng với", "chuẩn không", "có chuẩn", "kiểm chứng", "thẩm định", "kiểm duyệt", "so lại", "đối chiếu", "ai kiểm tra", "kiểm tra lại", "chịu trách nhiệm"]]],
  ["trust", [SAID, ["tin được", "đáng tin", "tin cậy", "chính xác không", "có chính xác", "kiểm chứng", "thẩm định", "so lại", "bản gốc"], ["không", "chưa", "ai", "nào", "làm sao", "thế nào", "bản gốc"]]],
  ["trust", [["đáng tin không", "độ tin cậy của số liệu", "đối chiếu với bản gốc", "so với bản gốc", "đã kiểm chứng chưa"]]],
  ["conflicts", [["số liệu", "con số"], ["vênh nhau", "không khớp nhau"]]],
  ["conflicts", [["mâu thuẫn giữa các nguồn", "mâu thuẫn giữa các tài liệu", "khác nhau giữa các tài liệu", "khác nhau giữa các nguồn"]]],
  ["conflicts", [SOURCES, APART, ["ở đâu", "chỗ nào", "những chỗ", "liệt kê", "hai ngày", "theo nguồn nào", ...SITE]]],
  ["book", [["epub", "ebook", "e book", "sách điện tử"]]],
  ["book", [["pdf"], ["bản pdf", "tải pdf", "file pdf", "sách", "tải"]]],
  ["book", [["mua sách", "đặt mua", "mua cuốn sách", "sách in", "bản in", "sách giấy", "quyển in", "cuốn in", "in ra giấy", "thành sách"], ["mua ở đâu", "lấy bằng cách nào", "mua bản", "mua sách ở đâu", "mua sách in ở đâu", "sách này ở đâu", ...SITE]]],
  ["sources", [SITE, ["lấy ở sách nào", "lấy ở đâu", "lấy ở tài liệu nào", "lấy tư liệu", "lấy tài liệu", "lấy thông tin", "lấy số liệu", "lấy từ", "ở đâu ra", "nguồn nào", "từ nguồn", "dựa vào", "dựa trên", "dựa theo", "căn cứ vào",
    "theo tài liệu", "nguồn tài liệu", "nguồn tư liệu", "nguồn thông tin", "tài liệu gốc", "nguồn gốc thông tin"]]],
  ["sources", [["danh mục tài liệu tham khảo", "danh mục tài liệu gốc", "danh sách tài liệu gốc", "các tài liệu gốc", "tài liệu gốc là những", "danh mục nguồn", "danh sách nguồn", "dựa trên những cuốn sách nào", "dựa vào những cuốn sách nào"]]],
  ["missing", [SITE, ["còn thiếu", "thiếu gì", "thiếu những", "chưa có gì", "chưa nhập", "chưa biết", "bỏ trống", "để trống"]]],
  ["missing", [["giai đoạn nào", "thời kỳ nào", "năm nào", "nhiệm kỳ nào", "chỗ nào"], ["không có tư liệu", "thiếu tư liệu", "chưa có tư liệu"]]],
  ["missing", [["sách", "tài liệu", "các tài liệu"], UNTOLD, ["những gì", "việc gì", "những việc gì", "chỗ nào", "kỳ nào"]]],
  ["missing", [["thông tin còn thiếu", "chỗ còn trống", "khoảng trống tư liệu", "chỗ chưa rõ", "những gì chưa biết", "những điều chưa biết"]]],
  ["day", [["một ngày bất kỳ", "ngày bất kỳ", "một ngày cụ thể", "vào một ngày", "chọn ngày", "ngày này năm đó", "ngày này năm ấy"], ["giữ chức", "chức gì", "ban thường vụ", "ban chấp hành", "lãnh đạo", "ai làm", "những ai", "đương chức", "tại chức"]]],
  ["day", [["ai giữ chức gì", "ai giữ chức nào", "ai đang giữ chức gì", "ai đang giữ chức nào", "người nào giữ chức gì"], ["ngày"]]],
  ["compare", [["so sánh", "cạnh nhau", "xem cùng lúc", "đối sánh", "bảng đối chiếu"], ["các đảng bộ", "các tổ chức", "các nơi", "4 nơi", "bốn nơi", "mấy nơi", "bốn đảng bộ", "4 đảng bộ", "mấy đảng bộ", "hai đảng bộ", "quận huyện"]]],
];

const MOST_WORDS = 40;

/** @type {[Topic, Written[][][]][]} */
const READ = RULES.map(([topic, groups]) => [topic, groups.map((group) => group.map(phrase))]);

/**
 * What a question asks of the site itself; null where it asks nothing of it.
 * @param {Token[]} list
 * @returns {Topic | null}
 */
export function topicOf(list) {
  if (!list.length || list.length > MOST_WORDS) return null;
  // Without any mark in the whole question, words may stand without theirs.
  const bare = list.every(({ spelling, term }) => spelling === term);
  const said = (/** @type {Written[]} */ words) => list.some((_, at) => words.every(({ spelling, term }, by) => {
    const token = list[at + by];
    return token && (token.spelling === spelling || (bare && token.term === term));
  }));
  return READ.find(([, groups]) => groups.every((group) => group.some(said)))?.[0] ?? null;
}
