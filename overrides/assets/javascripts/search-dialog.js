// The dialog: what is typed, what is found, and the address that remembers both.

import { addressOf } from "./search-index.js";
import { Engine } from "./search-engine.js";
import { LONGEST_QUERY } from "./search-query.js";
import { element, filters, resultItem } from "./search-view.js";

const AT_A_TIME = 10;
// Long enough that a word being typed is not looked for letter by letter.
const PAUSE = 160;

let search;

// Opens the search, with the words in the address if there are any. `entry` is the answer to the
// request for the index's entry.
export function openSearch(dialog, entry) {
  search ??= new Search(dialog, entry);
  search.open();
}

// Makes the dialog what the address says, after Back or Forward.
export function follow(dialog, entry) {
  search ??= new Search(dialog, entry);
  search.follow();
}

class Search {
  constructor(dialog, entry) {
    this.dialog = dialog;
    this.entry = entry;
    const part = (name) => dialog.querySelector(`.search__${name}`);
    this.input = part("input");
    this.status = part("status");
    this.note = part("note");
    this.list = part("results");
    this.more = part("more");
    this.help = part("help");
    this.body = part("body");
    this.filters = part("filters");
    this.places = part("places");
    this.run = 0;
    this.listen(part("form"), part("close"));
  }

  listen(form, close) {
    let timer;
    let before = 0;
    this.input.addEventListener("input", (event) => {
      clearTimeout(timer);
      const { length } = this.input.value;
      const pasted = length > before + 1;
      before = length;
      // A letter that is being composed is not typed yet.
      if (!event.isComposing) timer = setTimeout(() => this.look(), pasted ? 0 : PAUSE);
    });
    this.input.addEventListener("compositionend", () => this.look());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.enter();
    });
    close.addEventListener("click", () => this.close());
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.close();
    });
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.more.addEventListener("click", () => this.show(this.list.children.length, true));
  }

  get asked() {
    const parts = new URLSearchParams(location.search);
    return { query: parts.get("q"), kind: parts.get("loai") ?? "", organization: parts.get("to-chuc") ?? "" };
  }

  open() {
    const { query } = this.asked;
    // A step of its own in the history: Back on a phone closes the dialog.
    if (query === null) {
      history.pushState({ search: true }, "", this.address({ query: this.input.value }));
    }
    this.showModal();
  }

  follow() {
    if (this.asked.query !== null) this.showModal();
    else if (this.dialog.open) this.dialog.close();
  }

  showModal() {
    if (!this.dialog.open) this.dialog.showModal();
    const { query, kind, organization } = this.asked;
    const asked = (query ?? "").slice(0, LONGEST_QUERY);
    if (this.input.value !== asked) this.input.value = asked;
    this.chosen = { kind, organization };
    this.look(false);
  }

  close() {
    if (history.state?.search) {
      history.back();
      return;
    }
    history.replaceState(null, "", this.address({ query: null }));
    this.dialog.close();
  }

  address({ query, kind = "", organization = "" }) {
    const address = new URL(location);
    for (const [name, value] of [["q", query], ["loai", kind || null], ["to-chuc", organization || null]]) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    return address;
  }

  // Looks for what stands in the field; only the last of several queries under way is shown.
  async look(typed = true) {
    const run = ++this.run;
    const query = this.input.value;
    if (typed && query !== this.asked.query) this.chosen = { kind: "", organization: "" };
    const remembered = query.slice(0, LONGEST_QUERY);
    history.replaceState(history.state, "", this.address({ query: remembered, ...this.chosen }));
    try {
      const found = await this.ask(query);
      if (run === this.run) await this.tell(query, found);
    } catch (error) {
      if (run === this.run) this.fail(error);
    }
    // What the list now answers, for whoever watches it.
    if (run === this.run) this.dialog.dataset.query = remembered;
  }

  // A site that was published anew has other files: the index is opened once more before it fails.
  async ask(query) {
    try {
      this.engine ??= await this.openEngine();
      return await this.engine.search(query);
    } catch {
      this.engine = await this.openEngine();
      return this.engine.search(query);
    }
  }

  // With the answer that was asked for beforehand, or else with a new one.
  openEngine() {
    const { entry } = this;
    this.entry = undefined;
    return Engine.open(entry);
  }

  fail() {
    this.engine = undefined;
    this.found = null;
    this.clear();
    this.status.textContent = "Chưa tải được chỉ mục tìm kiếm. Kiểm tra kết nối mạng rồi gõ lại, hoặc dùng các trang tra cứu.";
    const link = element("a", "", "Các trang tra cứu");
    link.href = addressOf("tim-kiem.html#tra-cuu");
    this.places.replaceChildren(link);
  }

  clear() {
    this.list.replaceChildren();
    this.more.hidden = true;
    this.filters.hidden = true;
    this.note.hidden = true;
  }

  async tell(query, found) {
    this.found = found;
    this.help.hidden = found.how !== "empty";
    this.placesFor(found);
    const focused = this.filters.contains(document.activeElement) ? document.activeElement : null;
    this.filters.replaceChildren(
      ...filters(this.engine.index, found.sections, this.chosen, (chosen) => {
        this.chosen = { ...this.chosen, ...chosen };
        this.look(false);
      }),
    );
    this.filters.hidden = this.filters.childElementCount === 0;
    // The new ones stand in for those that a keyboard or a screen reader was on.
    const again = focused?.localName === "select" ? "select" : "[aria-pressed=true]";
    if (focused) (this.filters.querySelector(again) ?? this.input).focus();
    this.chosenSections = this.engine.index.filtered(found.sections, this.chosen);
    await this.show(0, false);
    // Told in one breath: how many there are, and what of the query was changed.
    this.note.textContent = remark(found);
    this.note.hidden = !this.note.textContent;
    this.status.textContent = summary(query, found, this.chosenSections.length);
  }

  // The look-up pages, where there is nothing to show yet or nothing was found.
  placesFor(found) {
    const links = this.engine.index.entry.places.map(([page, title]) => {
      const link = element("a", "", title);
      link.href = addressOf(page);
      return link;
    });
    this.places.hidden = found.sections.length > 0 || !links.length;
    this.places.replaceChildren("Tra cứu theo danh mục: ", ...links.flatMap((link, at) => (at ? [", ", link] : [link])));
  }

  // Shows the next results from the one numbered `from`.
  async show(from, focus) {
    const run = this.run;
    const chosen = this.chosenSections.slice(from, from + AT_A_TIME);
    const shown = await Promise.all(chosen.map((section) => this.engine.index.shown(section)));
    if (run !== this.run) return;
    const items = shown.map((one, at) => {
      const { kind } = this.engine.index.sections[chosen[at]];
      return resultItem(one, this.engine.index.entry.kinds[kind], this.found.units);
    });
    if (from) this.list.append(...items);
    else {
      this.list.replaceChildren(...items);
      this.body.scrollTop = 0;
    }
    this.more.hidden = this.chosenSections.length <= from + AT_A_TIME;
    if (focus) items[0]?.querySelector("a").focus();
  }

  // Enter in the field opens the first result, once the field has been looked for.
  async enter() {
    if (!this.input.value.trim()) return;
    if (this.found === undefined || this.input.value.slice(0, LONGEST_QUERY) !== this.asked.query) await this.look();
    this.list.querySelector("a")?.click();
  }

  // The arrows go through the results; a letter typed on one goes on with the query.
  move(event) {
    if (event.key === "Escape") {
      // Before the field clears itself, as a browser has it.
      event.preventDefault();
      this.close();
      return;
    }
    const links = [...this.list.querySelectorAll("a"), ...(this.more.hidden ? [] : [this.more])];
    const at = links.indexOf(document.activeElement);
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const inField = document.activeElement === this.input;
    if (event.key in steps && (at >= 0 || inField)) {
      event.preventDefault();
      const next = at + steps[event.key];
      (next < 0 ? this.input : links[Math.min(next, links.length - 1)])?.focus();
    } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.input.focus();
    }
  }
}

function summary(query, found, count) {
  if (found.how === "empty") {
    return query.trim() ? "Không có chữ hay số nào để tìm: hãy gõ một từ, một tên, một con số." : "";
  }
  const words = found.units.map((unit) => unit.raw).join(" ");
  if (found.how === "none") return `Không tìm thấy “${words}”. Thử bớt từ, hoặc gõ cách khác.`;
  return `${count.toLocaleString("vi")} kết quả cho “${words}”`;
}

// What a reader must know of how the results came about.
function remark(found) {
  const put = found.corrected.map(([raw, word]) => `không có “${raw}”, đã tìm “${word}”`);
  const some = found.how === "some" ? ["không mục nào có đủ các từ; dưới đây là những mục gần nhất"] : [];
  const text = [...put, ...some].join("; ");
  return text && `${text[0].toUpperCase()}${text.slice(1)}.`;
}
