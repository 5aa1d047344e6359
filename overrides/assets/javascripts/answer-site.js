// The cards of questions about the site itself, each of which leads to the page that tells.

import { timeAt } from "./answer-time.js";
import { topicOf } from "./answer-topics.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-topics.js").Topic} Topic */
/** The addresses, from the site's root, of the pages that tell; a topic without a page is absent. @typedef {Partial<Record<Topic, string>>} Pages */

/** By topic: what the page is called, and what it tells. @type {Record<Topic, [string, string]>} */
const SAYS = {
  cite: ["Cách trích dẫn trang này", "Mỗi con số, ngày và chức danh còn có câu trích dẫn riêng để chép: chỉ vào chỗ ấy."],
  download: ["Tải dữ liệu", "Toàn bộ số liệu và dữ kiện của trang, dạng CSV và JSON."],
  sources: ["Các tài liệu gốc", "Mỗi dữ kiện của trang dẫn đến đúng đoạn của một tài liệu."],
  trust: ["Trang được kiểm chứng thế nào", "Từng loại giá trị được đối chiếu với tài liệu gốc ra sao, và điều gì chưa đối chiếu được."],
  missing: ["Những điều còn thiếu", "Nơi không tài liệu nào cho biết thì trang để trống và kể ra ở đây."],
  day: ["Ai giữ chức vào một ngày", "Chọn một ngày, một tháng hay một năm để xem ai giữ chức nào."],
  compare: ["So sánh các tổ chức", "Những chỉ số mà nhiều tổ chức cùng có, đặt cạnh nhau."],
  conflicts: ["Nơi các tài liệu ghi khác nhau", "Trang ghi cả hai bên và nói giá trị nào được hiện."],
  mistake: ["Báo hay sửa một chỗ sai", "Sổ tay biên tập kể cách báo và cách sửa."],
  book: ["Các tập, kèm sách để in và đọc", "Tập nào có bản PDF hay EPUB thì ghi ngay ở đó."],
  help: ["Góp sức với trang", "Sổ tay biên tập kể cách sửa một dữ kiện, viết một chương, đưa thêm tài liệu."],
};

/**
 * The card that leads to the page that tells, for a day that is named to that day; null for any other question.
 * @param {Token[]} list
 * @param {string} query
 * @param {Pages} pages
 * @returns {Card | null}
 */
export function ofSite(list, query, pages) {
  const topic = topicOf(list);
  const page = topic && pages[topic];
  if (!topic || page === undefined || page === null) return null;
  const [title, text] = SAYS[topic];
  const day = topic === "day" ? list.map((_, at) => timeAt(list, query, at)).find((time) => time?.from && time.from === time.to) : null;
  /** @type {import("./answer-card.js").Link} */
  const head = day?.from ? [`Ai giữ chức vào ngày ${day.from.split("-").reverse().join("/")}`, `${page}?ngay=${day.from}`] : [title, page];
  return { kind: "site", title: "Về trang này", lead: "", lines: [{ head, text, marks: [], notes: [], cites: [] }], notes: [], more: [] };
}
