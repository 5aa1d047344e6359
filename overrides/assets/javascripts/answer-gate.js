// Whether a query may be a question, so that what answers one need not be fetched for others.

import { topicOf } from "./answer-topics.js";
import { tokens } from "./search-text.js";
import { guideAt } from "./search-words.js";

const MORE = ["số", "tổng số", "tỷ lệ", "dân số", "diện tích", "trụ sở", "tiền thân", "thành lập", "đổi tên", "sáp nhập", "sát nhập",
  "hợp nhất", "giải thể", "viết tắt", "nghĩa là", "bao nhiêu", "nào", "gì"].map((words) => tokens(words));

/**
 * @param {string} query
 * @param {string[]} posts the names of posts: one alone asks who holds it
 */
export function mayAsk(query, posts) {
  const list = tokens(query.normalize("NFC"));
  if (topicOf(list)) return true;
  if (list.length < 2 || list.length > 30) return false;
  const named = [...MORE, ...posts.map((post) => tokens(post))];
  return list.some((token, at) => /^(?:19|20)[0-9]{2}$/.test(token.term) || guideAt(list, at)?.asks
    || named.some((words) => words.every((word, by) => list[at + by]?.term === word.term)));
}
