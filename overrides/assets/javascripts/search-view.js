// What a reader sees of the results. Everything from the index or the query is set as text, never
// as markup.

import { element } from "./search-element.js";
import { toAddress } from "./search-mark.js";
import { marked, passage } from "./search-passage.js";
import { addressOf } from "./search-site.js";

/** @typedef {import("./search-engine.js").Found} Found */
/** @typedef {import("./search-index.js").Index} Index */
/** @typedef {import("./search-index.js").Shown} Shown */
/** @typedef {import("./search-index.js").Chosen} Chosen */

const withMarks = (/** @type {[string, boolean][]} */ pieces) => pieces.map(([text, found]) => (found ? element("mark", "", text) : text));

// 12345 as “12.345”. The first use of toLocaleString takes a slow phone longer than to find the results.
const grouped = (/** @type {number} */ count) => String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ".");

let made = 0;

// So many organizations are named; more are counted.
const MOST_NAMED = 2;

/**
 * The path of a section, always with an organization: where the trail names none, those of the section
 * are put first.
 * @param {string[]} trail
 * @param {string[]} organizations
 */
function pathOf(trail, organizations) {
  if (!organizations.length || organizations.some((name) => trail.includes(name))) return trail;
  const more = organizations.length - MOST_NAMED;
  return [[...organizations.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} tổ chức khác`] : [])].join(", "), ...trail];
}

/**
 * One result: its title, where it stands, a passage, with the found words marked, and what of the
 * query it does not have.
 * @param {Shown} shown
 * @param {number} section
 * @param {Index} index
 * @param {Found} found
 */
export function resultItem(shown, section, index, found) {
  const [kind, label] = index.entry.kinds[index.kind[section]];
  const address = addressOf(shown.page);
  address.searchParams.set("h", toAddress(found.units));
  address.hash = shown.anchor;
  const link = element("a", "search__link");
  link.href = String(address);
  const title = element("span", "search__title", ...withMarks(marked(shown.title, found.units)));
  link.append(title);
  const trail = element("span", "search__trail");
  if (kind !== "chapter") trail.append(element("span", "search__kind", label), " ");
  trail.append(pathOf(shown.trail, index.organizations(section).map((one) => index.entry.organizations[one][1])).join(" › "));
  if (trail.textContent) link.append(trail);
  const text = element("span", "search__passage", ...withMarks(passage(shown.text, found.units)));
  if (shown.text) link.append(text);
  const lacks = found.lacks.get(section);
  if (lacks) link.append(element("span", "search__lacks", "Thiếu: ", ...apart(lacks.map((unit) => element("s", "", unit.raw)), " ")));
  // A screen reader lists the links by title and path; the passage describes the one with the focus.
  title.id = `search-title-${++made}`;
  trail.id = `search-trail-${made}`;
  text.id = `search-passage-${made}`;
  link.setAttribute("aria-labelledby", `${title.id} ${trail.id}`);
  link.setAttribute("aria-describedby", text.id);
  return element("li", `search__result search__result--${kind}`, link);
}

/**
 * @param {Node[]} list
 * @param {string} sign
 * @returns {(Node | string)[]}
 */
export const apart = (list, sign) => list.flatMap((one, at) => (at ? [sign, one] : [one]));

/**
 * What a reader must know of how the results came about: which words were read as others, with the way
 * back (`verbatim`), and which were left out.
 * @param {Found} found
 * @param {() => HTMLAnchorElement} verbatim a link to the same words as they are typed
 * @returns {(Node | string)[]}
 */
export function remark(found, verbatim) {
  /** @type {(Node | string)[]} */
  const said = [];
  if (found.put.length) {
    const put = found.put.map(({ raw, made: word }) => element("span", "search__put", `“${raw}” là `, element("b", "", word)));
    said.push("Đã hiểu ", ...apart(put, ", "), ". ", verbatim(), " ");
  }
  if (found.dropped.length) {
    const words = found.dropped.map((unit) => element("s", "", unit.raw));
    const rest = found.sections.length ? "đã tìm những từ còn lại" : "không còn từ nào để tìm";
    said.push("Không trang nào có ", ...apart(words, ", "), `: ${rest}. `);
  }
  if (found.how === "some") said.push("Không mục nào có đủ các từ gần nhau; dưới đây là những mục gần nhất.");
  return said;
}

/**
 * The filters by kind and by organization, each where there is more than one to choose from.
 * @param {Index} index
 * @param {number[]} sections
 * @param {Chosen} chosen
 * @param {(chosen: Partial<Chosen>) => void} choose
 */
export function filters(index, sections, chosen, choose) {
  const kinds = index.countKinds(sections, chosen);
  const made = [];
  if (kinds.length > 1 || chosen.kind) {
    const all = kinds.reduce((sum, [, , count]) => sum + count, 0);
    /** @type {[string, string, number][]} */
    const choices = [["", "Tất cả", all], ...kinds];
    const group = element("div", "search__kinds", ...choices.map(([kind, label, count]) => {
      const button = element("button", "search__choice", label, " ", element("span", "search__count", grouped(count)));
      button.type = "button";
      button.setAttribute("aria-pressed", String(kind === chosen.kind));
      button.addEventListener("click", () => choose({ kind }));
      return button;
    }));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Lọc theo loại");
    made.push(group);
  }
  const organizations = index.countOrganizations(sections);
  if (organizations.length > 1 || chosen.organization) {
    const select = element("select", "search__organization", new Option("Mọi tổ chức", ""),
      ...organizations.map(([id, name, count]) => new Option(`${name} (${grouped(count)})`, id)));
    select.value = chosen.organization;
    select.setAttribute("aria-label", "Lọc theo tổ chức");
    select.addEventListener("change", () => choose({ organization: select.value }));
    made.push(select);
  }
  return made;
}

/**
 * What was found, in a line.
 * @param {string} query
 * @param {Found} found
 * @param {number} count
 */
export function summary(query, found, count) {
  if (found.how === "short") return "Gõ tiếp một hai chữ nữa để tìm.";
  if (found.how === "empty") {
    if (found.query.without.length) return "Chỉ có từ phải bỏ (sau dấu trừ): hãy gõ thêm một từ cần tìm.";
    return query.trim() ? "Không có chữ hay số nào để tìm: hãy gõ một từ, một tên, một con số." : "";
  }
  const words = [...found.units, ...found.dropped].sort((one, other) => one.start - other.start).map((unit) => unit.raw).join(" ");
  if (found.how === "none") return `Không tìm thấy “${words}”. Thử bớt từ, hoặc gõ cách khác.`;
  return `${grouped(count)} kết quả cho “${words}”`;
}
