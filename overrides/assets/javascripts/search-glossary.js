// Abbreviations of the glossary, both ways.

import { plain } from "./search-numbers.js";
import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./search-numbers.js").Word} Word */

/**
 * A word as typed: its marks count only where there are any.
 * @param {import("./search-text.js").Written} token
 * @returns {Word}
 */
export const typed = (token) => ({ term: token.term, spelling: token.spelling === token.term ? null : token.spelling });

// Abbreviations that readers type but no source uses: they are read as the full words, but full words are
// never searched for as these.
/** @type {[string, string][]} */
const TYPED = [["ĐH", "Đại hội"], ["NK", "Nhiệm kỳ"], ["BT", "Bí thư"], ["PBT", "Phó Bí thư"], ["CT", "Chủ tịch"], ["PCT", "Phó Chủ tịch"],
  ["CN", "Chủ nhiệm"], ["ĐB", "Đảng bộ"], ["ĐB", "Đại biểu"], ["ĐV", "Đảng viên"], ["CB", "Chi bộ"], ["CB", "Cán bộ"], ["ĐTN", "Đoàn Thanh niên"],
  ["CĐVC", "Công đoàn Viên chức"], ["CĐ", "Công đoàn"], ["HCCB", "Hội Cựu chiến binh"], ["MTTQVN", "Mặt trận Tổ quốc"], ["UBMTTQ", "Ủy ban Mặt trận Tổ quốc"], ["UBMTTQ", "Mặt trận Tổ quốc"],
  ["BCHĐB", "Ban Chấp hành Đảng bộ"], ["TP", "thành phố"], ["TCCSĐ", "tổ chức cơ sở đảng"], ["CĐS", "chuyển đổi số"], ["CCHC", "cải cách hành chính"],
  ["ANTT", "an ninh trật tự"], ["QPAN", "quốc phòng an ninh"], ["LLCT", "lý luận chính trị"]];

const termsOf = (/** @type {Token[]} */ list) => list.map((token) => token.term).join(" ");

export class Glossary {
  /** @param {[string, string][]} pairs each abbreviation with one of its meanings */
  constructor(pairs) {
    /** @type {Map<string, {short: string, fulls: Word[][]}>} */
    this.byShort = new Map();
    /** @type {Map<string, Word[]>} */
    this.byFull = new Map();
    this.longest = 0;
    for (const [short, full] of pairs) {
      const key = termsOf(tokens(short));
      const words = tokens(full);
      const fullKey = termsOf(words);
      const entry = this.byShort.get(key) ?? { short, fulls: [] };
      entry.fulls.push(words.map(typed));
      this.byShort.set(key, entry);
      // An abbreviation of two letters, as in the number of a document, has too many other meanings.
      if (short.length >= 3) this.byFull.set(fullKey, [...(this.byFull.get(fullKey) ?? []), plain(key)]);
      this.longest = Math.max(this.longest, words.length);
    }
    for (const [short, full] of TYPED) {
      const key = termsOf(tokens(short));
      const entry = this.byShort.get(key) ?? { short, fulls: [] };
      const words = tokens(full);
      if (!entry.fulls.some((one) => one.map(({ term }) => term).join(" ") === termsOf(words))) entry.fulls.push(words.map(typed));
      this.byShort.set(key, entry);
    }
  }

  /**
   * What a word stands for: nothing where it may be a common word (“tu”, “du”) in small letters.
   * @param {Token} token
   */
  meanings(token) {
    const entry = this.byShort.get(token.term);
    if (!entry) return [];
    const unlikelyWord = token.term.length >= 3 || !/[aeiouy]/.test(token.term);
    return token.raw === entry.short || unlikelyWord ? entry.fulls : [];
  }

  /**
   * The full form that begins at token `at`: [its alternatives, next]; null where none does.
   * @param {Token[]} list
   * @param {number} at
   * @returns {[Word[][], number] | null}
   */
  fullAt(list, at) {
    for (let length = Math.min(this.longest, list.length - at); length > 1; length--) {
      const words = list.slice(at, at + length);
      const shorts = this.byFull.get(termsOf(words));
      if (shorts) return [[words.map(typed), ...shorts.map((short) => [short])], at + length];
    }
    return null;
  }
}
