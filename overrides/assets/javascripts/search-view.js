// What a reader sees of the results. Everything from the index or the query is set as text, never
// as markup.

import { addressOf } from "./search-index.js";
import { toAddress } from "./search-mark.js";
import { marked, passage } from "./search-passage.js";

export function element(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

const withMarks = (pieces) => pieces.map(([text, found]) => (found ? element("mark", "", text) : text));

let made = 0;

// One result: its title, where it stands, a passage, with the found words marked.
export function resultItem(shown, [kind, label], units) {
  const address = addressOf(shown.page);
  address.searchParams.set("h", toAddress(units));
  address.hash = shown.anchor;
  const link = element("a", "search__link");
  link.href = address;
  const title = element("span", "search__title", ...withMarks(marked(shown.title, units)));
  link.append(title);
  const trail = element("span", "search__trail");
  if (kind !== "chapter") trail.append(element("span", "search__kind", label), " ");
  trail.append(shown.trail.join(" › "));
  if (trail.textContent) link.append(trail);
  const text = element("span", "search__passage", ...withMarks(passage(shown.text, units)));
  if (shown.text) link.append(text);
  // A list of links read aloud is of titles; the passage describes the one that has the focus.
  title.id = `search-title-${++made}`;
  trail.id = `search-trail-${made}`;
  text.id = `search-passage-${made}`;
  link.setAttribute("aria-labelledby", `${title.id} ${trail.id}`);
  link.setAttribute("aria-describedby", text.id);
  return element("li", `search__result search__result--${kind}`, link);
}

// The filters by kind and by organization, each where there is more than one to choose from.
export function filters(index, sections, chosen, choose) {
  const kinds = index.countKinds(sections, chosen);
  const made = [];
  if (kinds.length > 1 || chosen.kind) {
    const all = kinds.reduce((sum, [, , count]) => sum + count, 0);
    const choices = [["", "Tất cả", all], ...kinds];
    const group = element("div", "search__kinds", ...choices.map(([kind, label, count]) => {
      const button = element("button", "search__choice", label, " ", element("span", "search__count", count.toLocaleString("vi")));
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
      ...organizations.map(([id, name, count]) => new Option(`${name} (${count.toLocaleString("vi")})`, id)));
    select.value = chosen.organization;
    select.setAttribute("aria-label", "Lọc theo tổ chức");
    select.addEventListener("change", () => choose({ organization: select.value }));
    made.push(select);
  }
  return made;
}
