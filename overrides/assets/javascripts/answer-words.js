// The words of a question that say what is asked, and those that only join others. Each may be typed with
// all its marks or with none.

import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */

/**
 * What some words do in a question: ask (who, many, when, paper, into, outof, meaning, where), name
 * what happened (founded, renamed, merged, ended, congress, seat, elected; dated is the day of a
 * founding, held says that a congress met, few how many were merged; later and earlier say on which side of a change one asks), say when (now, first, all, founding), that all are asked for (every), join others (join), or ask what no card answers
 * (other).
 * @typedef {"who" | "many" | "when" | "paper" | "into" | "outof" | "meaning" | "where" | "founded" | "dated" | "renamed"
 *   | "merged" | "ended" | "congress" | "held" | "few" | "later" | "earlier" | "seat" | "elected" | "now" | "first" | "all" | "founding" | "every" | "join" | "other"} Sense
 */

const UNITS_NAMED = "đơn_vị/phường/xã/xã_phường/phường_xã/tổ_chức/đảng_bộ/quận/huyện/khối/cơ_quan";
const EACH_UNIT = UNITS_NAMED.split("/").flatMap((unit) => [`${unit}_nào`, `${unit}_gì`]).join("/");
const NOW = "nay/bây_giờ/hiện_nay/hiện_giờ/ngày_nay/giờ/hiện";

/**
 * The patterns of each sense, separated by “|”. In a pattern spaces separate the places, and “/” the
 * alternatives of a place, an empty one where there may be none; “_” is a space within an alternative.
 * @type {[Sense, string][]}
 */
const PATTERNS = [
  ["who", "/là/do/gồm/có ai|ai là/làm/giữ/đã/đang|/là/gồm/có những ai|/là người_nào|tên /là gì"
    + "|/là/do/có/gồm /những/các đồng_chí/đ_c/đc/ông/bà/anh/chị/cụ/bác/vị/người/cán_bộ nào"],
  ["many", "/có/là/được/còn/gồm/đạt bao_nhiêu|có mấy|mấy|số /lượng|tổng /số/cộng|con_số"],
  ["when", "/từ/vào/hồi/lúc khi/năm/ngày/tháng/thời_gian/thời_điểm/lúc/hồi nào|/từ bao_giờ|/vào năm/ngày/tháng mấy/bao_nhiêu|/vào ngày tháng /năm nào"],
  ["paper", "/theo/bằng/bởi quyết_định/văn_bản/nghị_quyết/quy_định /số nào/gì/mấy/bao_nhiêu|căn_cứ nào"],
  ["into", `/nhập/gộp/chuyển vào/về/thành/thuộc/sang/với/trở_thành đâu/gì/${EACH_UNIT}|/${NOW} thuộc/thành /về đâu/${EACH_UNIT}`
    + `|${NOW} là gì/đâu/${EACH_UNIT}|là ${EACH_UNIT}|là gì bây_giờ/hiện_nay|sau /đã/được nhập/gộp/chuyển/sáp_nhập/sát_nhập/hợp_nhất vào/về/thành/với đâu/gì/${EACH_UNIT}|trở_thành|còn /tồn_tại không|đâu rồi|/về_sau ra_sao`],
  ["outof", `từ đâu/gì|từ những/các/mấy/bao_nhiêu/hai/ba/bốn ${UNITS_NAMED} /nào|từ /những/các ${EACH_UNIT}/gì|/gồm/gồm_có những/các ${EACH_UNIT}|gồm ${EACH_UNIT}`
    + `|tiền_thân /là /gì/${EACH_UNIT}|trước /đây/kia là gì/${EACH_UNIT}|/dựa trên_cơ_sở nào/gì`],
  ["meaning", "/có/được_hiểu/là /nghĩa là gì/sao/cái_gì|có nghĩa gì|/là viết_tắt /của/cho /từ/chữ/cụm_từ/những_từ/các_từ gì/nào|viết_tắt /là /gì|nghĩa là"
    + "|là chữ/từ gì|/nói về /việc/vấn_đề/nội_dung gì|/có/là nội_dung /là gì|quy_định /về/việc/những gì|là văn_bản/quyết_định/nghị_quyết/chỉ_thị gì/nào"
    + "|/do/của ai/cơ_quan_nào ban_hành/ký/ra|của ai/cơ_quan_nào|/được ban_hành/ra/ký /vào khi_nào/ngày_nào/năm_nào/bao_giờ"],
  ["where", "/đóng/đặt/nằm ở/tại đâu/chỗ_nào/địa_chỉ_nào"],
  ["founded", "/được thành_lập/ra_đời/lập/hình_thành|khai_sinh"],
  ["dated", "ngày/năm/thời_gian/thời_điểm/quyết_định/ngày_tháng_năm thành_lập"],
  ["renamed", "/được đổi tên /gọi /thành/sang|mang tên mới|thay tên"],
  ["merged", "/được/bị sáp_nhập/sát_nhập/hợp_nhất/gộp/ghép/nhập|hợp_lại|nhập_lại|gộp_lại|ghép_lại|mà_thành|mà_ra|tạo_thành"],
  ["ended", "/bị giải_thể|kết_thúc/chấm_dứt/ngừng hoạt_động"],
  ["congress", "đại_hội /đại_biểu|đh"],
  ["held", "họp|/được tổ_chức/tiến_hành/triệu_tập|diễn_ra|khai_mạc|bế_mạc|nhóm_họp"],
  ["later", "/về sau này/đó|/về sau /khi /được/bị sáp_nhập/sát_nhập/hợp_nhất/nhập|về_sau"],
  ["earlier", "trước đây/kia/đó|ngày/hồi trước"],
  ["few", "hai/ba/bốn/năm /đơn_vị"],
  ["seat", "trụ_sở /làm_việc/cơ_quan|địa_chỉ trụ_sở"],
  ["elected", "/được/đã bầu /ra/làm"],
  ["now", "hiện_nay|hiện_tại|hiện_giờ|bây_giờ|hiện_thời|đương_nhiệm|đương_chức|mới_nhất|/gần_đây gần_nhất|gần_đây_nhất|sau_cùng|cuối_cùng|nay|hiện|đang|lúc_này|giờ|lần sau_cùng/cuối/cuối_cùng/gần_nhất/gần_đây_nhất"],
  ["first", "đầu_tiên|thứ_nhất|sớm_nhất|trước_nhất|lần đầu/đầu_tiên/thứ_nhất"],
  ["all", "/qua các thời_kỳ/nhiệm_kỳ/khóa|/đã từng|từ trước đến/tới nay|từ khi/ngày thành_lập đến/tới nay|danh_sách"],
  ["founding", "/sau khi/lúc/ngày/buổi /mới/đầu/mới_được/được thành_lập/ra_đời"],
  ["every", "/liệt_kê/kể/nêu tất_cả /các/những/mọi|liệt_kê/kể_tên /các/những|toàn_bộ các/những|mọi"],
  ["join", "của|ở|tại|có|được|do|đã|là|về|vào|lúc|hồi|thì|/cho/xin/muốn/cần /tôi/mình/em/tớ/cháu hỏi/biết|tôi/mình/em/tớ/cháu muốn/cần hỏi/biết|/xin/hãy/ai cho /tôi/mình/em biết|ông|bà|cụ|/các đồng_chí|đ c|đc|anh|chị|bác|các|những"
    + "|trong|thuộc|theo|với|cái|vậy|ạ|nhỉ|thế|nhé|thời_điểm|tính_đến|thời_kỳ|giữ /chức /vụ/danh|chức /vụ/danh|làm|đảm_nhiệm|đảm_nhận|nắm_giữ|người|tên|vị|hay"
    + "|cả_thảy|toàn|trên_địa_bàn|mà|này|đó|năm|ngày|tháng|con|từ|rồi|cũ"],
  ["other", "vì/tại sao|sao lại|vì đâu|/như thế_nào|so_sánh|và|hoặc|không|chưa|trước|sau|thay|nguyên|cựu|hơn|/trẻ/cao/thấp/nhiều/ít nhất|bao_lâu"
    + "|mấy/bao_nhiêu lần/năm|lần nào|tăng|giảm|mục_tiêu|chỉ_tiêu|phấn_đấu"],
];

/**
 * The phrases of a pattern.
 * @param {string} pattern
 * @returns {string[]}
 */
const expanded = (pattern) => pattern.split(" ").reduce((/** @type {string[]} */ made, place) =>
  made.flatMap((begun) => place.split("/").map((word) => `${begun} ${word.replaceAll("_", " ")}`)), [""]).map((phrase) => phrase.trim());

/** @type {[Sense, string[]][]} */
const PHRASES = PATTERNS.map(([sense, patterns]) => [sense, patterns.split("|").flatMap(expanded)]);

// Single words that other words look like without their marks: đang and đảng, bà and ba, từ and tư.
const SPELLED = new Set(tokens("đang bà từ con năm hay hồi cả tên bác anh chị cụ vị mấy hiện giờ số hai ba vậy cái toàn và trước sau thay hơn mà này đó đã tăng giảm không cựu nguyên chưa rồi cũ")
  .map((token) => token.term));
SPELLED.delete("so");

/** @type {Map<string, {sense: Sense, words: {term: string, spelling: string}[]}[]>} */
const BY_FIRST = new Map();
for (const [sense, list] of PHRASES) {
  for (const phrase of new Set(list)) {
    const words = tokens(phrase).map(({ term, spelling }) => ({ term, spelling }));
    BY_FIRST.set(words[0].term, [...(BY_FIRST.get(words[0].term) ?? []), { sense, words }]);
  }
}

/**
 * Whether a word is the one that is meant: spelled as it is, or typed without marks.
 * @param {Token | undefined} token
 * @param {{term: string, spelling: string}} word
 */
export const isWord = (token, word) => token !== undefined && token.term === word.term
  && (token.spelling === word.spelling || token.spelling === token.term);

/**
 * Whether some words stand from token `at`.
 * @param {Token[]} list
 * @param {number} at
 * @param {{term: string, spelling: string}[]} words
 */
export const standAt = (list, at, words) => words.every((word, by) => isWord(list[at + by], word));

/**
 * What the words from token `at` may do in a question, each with where they end.
 * @param {Token[]} list
 * @param {number} at
 */
export function sensesAt(list, at) {
  const found = BY_FIRST.get(list[at].term) ?? [];
  const spelled = (/** @type {{term: string, spelling: string}[]} */ words) => words.length > 1 || !SPELLED.has(words[0].term)
    || words[0].spelling === list[at].spelling;
  return found.filter(({ words }) => standAt(list, at, words) && spelled(words)).map(({ sense, words }) => ({ sense, end: at + words.length }));
}

// Words of a label that add nothing to the others, “đảng viên [bị thi hành] kỷ luật”, and words that join.
const WEAK = new Set(tokens(`số tổng lượng bị mới thi hành tính chung và ${PATTERNS.filter(([sense]) => sense === "join").flatMap(([, list]) => list.split("|"))
  .filter((phrase) => !/[ /_]/.test(phrase)).join(" ")}`).map((token) => token.spelling));

/** @param {{spelling: string}} word of a label */
const isWeak = (word) => WEAK.has(word.spelling);

/**
 * How a label fits the words that name a thing (`asked`). `more`: how many of its words, weak ones apart,
 * are not in the question; `weak`: its weak words that are not, less those that are. Null where the label
 * lacks a word of `asked`. `loose` are words of the question that may only join others: “co so” without
 * its marks is “cơ sở” only beside words of the thing.
 * @param {string} label
 * @param {Token[]} asked
 * @param {Token[]} loose
 * @param {Token[]} list all words of the question
 * @returns {{more: number, weak: number} | null}
 */
export function fitOf(label, asked, loose, list) {
  const words = tokens(label);
  // What stands in brackets explains: “(tính chung)”.
  const needed = tokens(label.replace(/ \(.*\)$/, "")).length;
  if (!asked.every((token) => words.some((word) => isWord(token, word)))) return null;
  /** @type {(token: Token | undefined) => boolean} */
  const near = (token) => token !== undefined && (asked.includes(token) || (loose.includes(token) && words.some((word) => isWord(token, word))));
  const beside = loose.filter((token) => near(list[list.indexOf(token) - 1]) || near(list[list.indexOf(token) + 1]));
  const missing = words.slice(0, needed).filter((word) => ![...asked, ...beside].some((token) => isWord(token, word)));
  const weak = words.slice(0, needed).filter(isWeak).reduce((sum, word) => sum + (missing.includes(word) ? 1 : -1), 0);
  return { more: missing.filter((word) => !isWeak(word)).length, weak };
}

/** @type {[string, string[]][]} */
const UNITS = [
  ["m²", ["mét vuông", "m2"]],
  ["km²", ["ki lô mét vuông", "kilômét vuông", "km vuông", "km2"]],
  ["ha", ["héc ta", "hecta", "ha"]],
  ["%", ["phần trăm"]],
  ["tỷ đồng", ["tỷ đồng", "tiền"]],
  ["km", ["ki lô mét", "kilômét", "km", "cây số"]],
];
const UNIT_WORDS = UNITS.flatMap(([unit, said]) => said.map((words) => ({ unit, words: tokens(words) })))
  .sort((one, other) => other.words.length - one.words.length);

/**
 * A unit that stands from token `at`; null where none does.
 * @param {Token[]} list
 * @param {number} at
 */
export function unitAt(list, at) {
  const found = UNIT_WORDS.find(({ words }) => standAt(list, at, words));
  return found ? { unit: found.unit, end: at + found.words.length } : null;
}
