// The words of a query that ask, address or join: they guide the search and never filter it.

import { phrase } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./search-text.js").Written} Written */

/**
 * What a question asks for: who somebody is, or who holds something.
 * @typedef {"who" | "holder" | "how-many" | "when" | "where" | "what" | "how" | "why" | "compare" | "site"} Asking
 */

/** @type {[Asking, string[]][]} */
const QUESTIONS = [
  // Of what stands above all organizations: which of them has most, what this site is.
  ["compare", ["nơi nào nhiều nhất", "nơi nào nhiều hơn", "nơi nào", "bên nào", "mỗi phường", "mỗi nơi", "mỗi đảng bộ", "các đảng bộ", "các phường"]],
  ["site", ["trang này", "trang web này", "trang mạng này", "trên trang này", "ở trang này", "trang web", "website", "web này", "site này"]],
  ["who", ["là những ai", "là người nào", "là ai"]],
  ["holder", ["ai là", "ai làm", "ai lên làm", "ai giữ", "ai đã", "ai thay", "do ai", "gồm những ai", "ai"]],
  ["how-many", ["có bao nhiêu", "là bao nhiêu", "bao nhiêu", "có mấy", "mấy", "bn"]],
  ["when", ["từ khi nào", "từ năm nào", "vào năm nào", "vào ngày nào", "khi nào", "bao giờ", "lúc nào", "năm nào",
    "ngày nào", "tháng nào", "hồi nào"]],
  ["where", ["nằm ở đâu", "ở đâu", "ở chỗ nào", "chỗ nào", "từ đâu", "tại đâu", "đâu"]],
  ["what", ["có chuyện gì xảy ra", "chuyện gì xảy ra", "xảy ra chuyện gì", "xảy ra những gì", "xảy ra việc gì", "có những sự kiện gì", "có sự kiện gì", "có gì xảy ra",
    "có nghĩa là gì", "nghĩa là gì", "viết tắt của gì", "viết tắt là gì", "viết tắt là", "nghĩa là", "là cái gì",
    "là gì", "là sao", "gồm những gì", "những gì", "gì"]],
  ["how", ["như thế nào", "thế nào", "ra sao", "ntn"]],
  ["why", ["vì sao", "tại sao", "sao lại", "vì đâu"]],
];

// Before what is asked: “cho hỏi”, “tìm thông tin về”.
const SPEAKERS = ["", " tôi", " mình", " em", " tớ", " cháu", " chúng tôi", " anh", " chị", " bạn"];
const OPENINGS = ["xin hỏi", "thông tin về", "tìm thông tin về", "tìm hiểu về", "tìm kiếm", "tra cứu về", "muốn biết", "muốn hỏi",
  ...SPEAKERS.flatMap((one) => ["hỏi", "biết", "xin", "xem"].flatMap((asks) => ["", "xin ", "hãy ", "vui lòng ", "làm ơn ", "ai "].map((begins) => `${begins}cho${one} ${asks}`))),
  ...SPEAKERS.flatMap((one) => ["", " biết", " hỏi", " tìm", " tìm hiểu", " xem", " đọc", " lấy", " tra", " tra cứu", " tìm hiểu về"].flatMap((asks) => ["muốn", "cần", "đang cần", "đang tìm", "định"].map((wants) => `${one} ${wants}${asks}`.trim()))).filter((one) => !["cần", "định", "định đọc"].includes(one)),
  // All of the site is history.
  "lịch sử", "lịch sử hình thành", "lịch sử của", "tiểu sử", "giới thiệu về", "đôi nét về", "thông tin",
  "bạn có biết", "có ai biết", "ai biết", "giúp tôi tìm", "tìm giúp tôi", "tìm cho tôi"];

// Who is spoken to, before all else.
const SPOKEN_TO = ["thưa", "kính thưa", "chào", "xin chào"].flatMap((one) => ["", " thầy", " cô", " bác", " anh", " chị", " bạn", " các bạn", " các bác", " ad", " ban biên tập"].map((whom) => one + whom))
  .concat(["ad ơi", "admin ơi", "bạn ơi", "các bạn ơi", "các bác ơi", "mọi người ơi", "anh ơi", "chị ơi", "bác ơi", "alo", "ơi"]);

// Forms of address; “ba” and “anh” without marks are other words as well.
const ADDRESSES = ["đồng chí", "các đồng chí", "ông", "bà", "cụ", "bác", "chú", "cô", "anh", "chị", "đ/c", "đc"];

// Words that join others.
const JOINING = ["của", "về", "và", "hay", "hoặc", "các", "những", "ở", "tại", "trong", "với", "cho", "do", "bởi", "thì",
  "là", "mà", "để", "theo", "này", "đó", "kia", "ấy", "vào", "lúc", "khi", "hồi", "từ", "thuộc", "cái", "việc", "được", "bị",
  "đã", "sẽ", "đang", "có", "nào", "hiện nay", "bây giờ", "tên", "sau này", "rằng", "nhằm", "như", "đầu tiên", "cuối cùng", "vậy", "ạ", "nhỉ", "thế", "nhé", "ngày xưa", "ngày trước",
  "trước đây", "hồi đó", "hồi xưa", "hồi ấy", "thời đó", "lúc đó", "lúc ấy", "bây giờ là", "giờ là", "hiện giờ", "tôi", "rồi", "luôn", "cũ",
  "sau đó", "tất cả", "còn", "vẫn", "vẫn còn", "hay không", "có phải", "phải không", "hay là", "lại có"];
// Those that look like no other word when typed without marks.
const JOINING_BARE = new Set(["cua", "ve", "va", "cac", "nhung", "o", "voi", "cho", "duoc", "hien nay", "bay gio", "dau tien",
  "cuoi cung"]);
const ADDRESSES_BARE = new Set(["dong chi", "cac dong chi", "ong", "d c", "dc"]);

const textOf = (/** @type {Written[]} */ words) => words.map((word) => word.term).join(" ");

/**
 * Phrases by their first word without marks, the longer ones first: a large site asks of each word of
 * each name of its organizations what stands there.
 * @template T
 * @param {[string, T][]} list phrases, and what each is
 * @returns {Map<string, {words: Written[], text: string, is: T}[]>}
 */
function phrases(list) {
  /** @type {Map<string, {words: Written[], text: string, is: T}[]>} */
  const found = new Map();
  const sorted = list.map(([text, is]) => ({ words: phrase(text), is })).sort((one, other) => other.words.length - one.words.length);
  for (const { words, is } of sorted) {
    const begun = found.get(words[0].term) ?? [];
    begun.push({ words, text: textOf(words), is });
    found.set(words[0].term, begun);
  }
  return found;
}

/** @param {string[]} list */
const alike = (list) => phrases(list.map((text) => [text, null]));

const ASKED = phrases(QUESTIONS.flatMap(([asks, list]) => list.map((text) => /** @type {[string, Asking]} */ ([text, asks]))));
const OPENED = alike([...OPENINGS, ...SPOKEN_TO]);
const ADDRESSED = alike(ADDRESSES);
const JOINED = alike(JOINING);

/**
 * The longest of some phrases that stands from token `at`: as spelled, or without any marks.
 * @template T
 * @param {Map<string, {words: Written[], text: string, is: T}[]>} known
 * @param {Token[]} list
 * @param {number} at
 * @param {(words: Written[], text: string) => boolean} isBare whether a phrase may be without marks
 */
function standing(known, list, at, isBare) {
  return known.get(list[at]?.term)?.find(({ words, text }) => standsAt(words, list, at, () => isBare(words, text)));
}

/**
 * @param {Written[]} words
 * @param {Token[]} list
 * @param {number} at
 * @param {() => boolean} isBare
 */
function standsAt(words, list, at, isBare) {
  const isSpelled = words.every(({ spelling }, by) => list[at + by]?.spelling === spelling);
  if (isSpelled) return true;
  return words.every(({ term, spelling }, by) => [spelling, term].includes(list[at + by]?.spelling)) && isBare();
}

// What the kinds of documents end with: quyết định, nghị quyết, chỉ thị, kế hoạch …
const OF_DOCUMENTS = new Set(["dinh", "quyet", "thi", "hoach", "luan", "van", "trinh", "dan", "cao", "che"]);
// Chào cờ, not chào cô.
const FLAG = "chao co";
// Without their marks these begin other words: “từ đầu năm”, “ở đầu”.
const NEVER_FIRST = new Set(["tu", "o", "tai", "la"]);

/**
 * Whether a question without marks may stand from token `at`: it does so at an end of a query.
 * @param {Written[]} words
 * @param {Token[]} list
 * @param {number} at
 */
function asksBare(words, list, at) {
  const [{ term }] = words;
  if (words.length === 1) return term === "gi" || (at === 0 && list.length > 1 && term === "ai");
  return words.length > 2 || at + words.length === list.length || (at === 0 && !NEVER_FIRST.has(term));
}

/**
 * How many words a phrase that opens a query (“cho hỏi”) has at token `at`; only such phrases may stand
 * before it. 0 where there is none.
 * @param {Token[]} list
 * @param {number} at
 */
function openingAt(list, at) {
  const from = (/** @type {number} */ start) => standing(OPENED, list, start, (words, text) => words.length > 1 && text !== FLAG)?.words.length ?? 0;
  for (let start = 0, length = from(0); length; start += length, length = from(start)) if (start === at) return length;
  return 0;
}

/**
 * What guides at token `at`: how many words, and what they ask or address; null where nothing does.
 * @param {Token[]} list
 * @param {number} at
 * @returns {{length: number, asks?: Asking, addresses?: boolean, joins?: boolean} | null}
 */
export function guideAt(list, at) {
  // “quyết định số 1000” is quyết định 1000; “bão số 3” is no document.
  if (list[at].term === "so" && OF_DOCUMENTS.has(list[at - 1]?.term ?? "") && /^[0-9]/.test(list[at + 1]?.term ?? "")) {
    return { length: 1, joins: true };
  }
  // A congress is called that of the delegates or not.
  if (at > 1 && list[at].term === "dai" && list[at + 1]?.term === "bieu" && list[at - 1].term === "hoi" && list[at - 2].term === "dai") return { length: 2, joins: true };
  const opened = openingAt(list, at);
  if (opened) return { length: opened };
  const asked = standing(ASKED, list, at, (words) => asksBare(words, list, at));
  if (asked) return { length: asked.words.length, asks: asked.is };
  const addressed = standing(ADDRESSED, list, at, (_, text) => ADDRESSES_BARE.has(text))?.words;
  if (addressed && at + addressed.length < list.length) return { length: addressed.length, addresses: true };
  // “xa may ha cu”
  if (list[at].spelling === "cu" && at > 0 && at === list.length - 1) return { length: 1, joins: true };
  const joined = standing(JOINED, list, at, (_, text) => JOINING_BARE.has(text));
  return joined ? { length: joined.words.length, joins: true } : null;
}
