// The dialog: what is typed, what is found, and the address that remembers both.

import { mayAsk } from "./answer-gate.js";
import { loadAnswers } from "./answer-loading.js";
import { Engine } from "./search-engine.js";
import { element } from "./search-element.js";
import { fetched, keptIn } from "./search-files.js";
import { LONGEST_QUERY, retyped } from "./search-query.js";
import { addressOf, isOnDisk, siteRoot } from "./search-site.js";
import { apart, filters, remark, resultItem } from "./search-view.js";

/** @typedef {import("./search-engine.js").Found} Found */
/** @typedef {import("./search-index.js").Chosen} Chosen */
/** @typedef {Promise<Response> | undefined} Entry */

const AT_A_TIME = 10;
// Milliseconds after a key before the search begins, so that it does not run letter by letter.
const PAUSE = 160;
// Milliseconds that a list waits for the card above it, which would push it down later.
const WAIT = 150;

/** @type {Search | undefined} */
let search;

/**
 * Opens the search, with the words in the address if there are any. `entry` is the response to the
 * request for the index's entry, if one was made.
 * @param {HTMLDialogElement} dialog
 * @param {Entry} entry
 */
export function openSearch(dialog, entry) {
  search ??= new Search(dialog, entry);
  search.open();
}

/**
 * Opens, changes or closes the dialog as the address says, after Back or Forward.
 * @param {HTMLDialogElement} dialog
 * @param {Entry} entry
 */
export function follow(dialog, entry) {
  search ??= new Search(dialog, entry);
  search.follow();
}

// On a touch screen Enter hides the keyboard and shows the list; elsewhere it opens the first result.
const isTouched = () => matchMedia("(hover: none) and (pointer: coarse)").matches;

class Search {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {Entry} entry
   */
  constructor(dialog, entry) {
    this.dialog = dialog;
    this.entry = entry;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog.querySelector(`.search__${name}`));
    this.input = /** @type {HTMLInputElement} */ (part("input"));
    this.status = part("status");
    this.note = part("note");
    this.list = part("results");
    this.card = part("answer");
    this.spoken = part("spoken");
    this.more = part("more");
    this.help = part("help");
    this.body = part("body");
    this.filters = part("filters");
    this.places = part("places");
    this.run = 0;
    /** @type {Chosen} */
    this.chosen = { kind: "", organization: "" };
    this.verbatim = false;
    /** @type {Found | null} */
    this.found = null;
    /** @type {number[]} */
    this.chosenSections = [];
    /** @type {Engine | undefined} */
    this.engine = undefined;
    this.listen(part("form"), part("close"));
  }

  /**
   * @param {HTMLElement} form
   * @param {HTMLElement} close
   */
  listen(form, close) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let before = 0;
    // Text that is being composed is searched too: many keyboards compose whole words.
    this.input.addEventListener("input", () => {
      clearTimeout(timer);
      const { length } = this.input.value;
      const pasted = length > before + 1;
      before = length;
      timer = setTimeout(() => this.look(), pasted ? 0 : PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
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
    return {
      query: parts.get("q"),
      kind: parts.get("loai") ?? "",
      organization: parts.get("to-chuc") ?? "",
      verbatim: parts.has("nguyen-van"),
    };
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
    const { query, kind, organization, verbatim } = this.asked;
    const asked = (query ?? "").slice(0, LONGEST_QUERY);
    if (this.input.value !== asked) this.input.value = asked;
    this.chosen = { kind, organization };
    this.verbatim = verbatim;
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

  /** @param {{query: string | null, kind?: string, organization?: string, verbatim?: boolean}} asked */
  address({ query, kind = "", organization = "", verbatim = false }) {
    const address = new URL(location.href);
    /** @type {[string, string | null][]} */
    const parts = [["q", query], ["loai", kind || null], ["to-chuc", organization || null], ["nguyen-van", verbatim ? "1" : null]];
    for (const [name, value] of parts) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    return address;
  }

  // Searches for what the field holds; of several queries under way only the last is shown.
  async look(typed = true) {
    const run = ++this.run;
    const query = this.input.value;
    const remembered = query.slice(0, LONGEST_QUERY);
    if (typed && remembered !== this.asked.query) {
      this.chosen = { kind: "", organization: "" };
      this.verbatim = false;
    }
    history.replaceState(history.state, "", this.address({ query: remembered, ...this.chosen, verbatim: this.verbatim }));
    try {
      const found = await this.ask(query);
      const answered = this.answer(query, run);
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, WAIT))]);
      if (run === this.run) await this.tell(query, found);
      await answered;
    } catch {
      if (run === this.run) this.fail();
    }
    // Which query the list answers: `enter` and the tests read it.
    if (run === this.run) this.dialog.dataset.query = remembered;
  }

  /**
   * Shows the card if the query is a question that is understood; the list does not depend on it.
   * @param {string} query
   * @param {number} run
   */
  async answer(query, run) {
    const { index, glossary } = /** @type {Engine} */ (this.engine);
    let made = null;
    try {
      const other = this.verbatim ? null : retyped(query);
      const readings = [query, ...(other ? [other.text] : [])];
      if (readings.some((one) => mayAsk(one, index.entry.posts))) {
        const { cardFor } = await loadAnswers();
        made = await cardFor(readings, glossary, (question) => this.askFor(question));
      }
    } catch {
      made = null;
    }
    if (run === this.run) this.lay(made);
  }

  /** @param {{parts: HTMLElement[], spoken: string} | null} made */
  lay(made) {
    this.card.replaceChildren(...(made?.parts ?? []));
    this.card.hidden = !made;
    this.spoken.textContent = made?.spoken ?? "";
  }

  /** @param {string} question */
  askFor(question) {
    this.input.value = question;
    this.input.focus();
    this.look();
  }

  /**
   * Searches; after a failure once more with a new index, because a site published meanwhile has other files.
   * @param {string} query
   */
  async ask(query) {
    const as = { verbatim: this.verbatim };
    try {
      this.engine ??= await this.openEngine();
      return await this.engine.search(query, as);
    } catch {
      this.engine = await this.openEngine();
      return this.engine.search(query, as);
    }
  }

  // With the response that was requested beforehand, or else with a new request.
  async openEngine() {
    const { entry } = this;
    this.entry = undefined;
    const kept = /** @type {{siteSearchFiles?: Record<string, string>}} */ (globalThis).siteSearchFiles ?? {};
    const engine = await Engine.open(isOnDisk ? keptIn(kept) : fetched(siteRoot, entry));
    // Fetched while the reader types: every query needs them, and meets a failure by itself.
    engine.index.columns().catch(() => {});
    return engine;
  }

  fail() {
    this.engine = undefined;
    this.found = null;
    this.list.replaceChildren();
    this.lay(null);
    this.more.hidden = true;
    this.filters.hidden = true;
    this.note.hidden = true;
    this.status.textContent = "Chưa tải được chỉ mục tìm kiếm. Kiểm tra kết nối mạng rồi gõ lại, hoặc dùng các trang tra cứu.";
    const link = element("a", "", "Các trang tra cứu");
    link.href = String(addressOf("tim-kiem.html#tra-cuu"));
    this.places.hidden = false;
    this.places.replaceChildren(link);
  }

  /**
   * @param {string} query
   * @param {Found} found
   */
  async tell(query, found) {
    this.found = found;
    const { index } = /** @type {Engine} */ (this.engine);
    this.help.hidden = found.how !== "empty" && found.how !== "short";
    this.placesFor(found);
    const focused = this.filters.contains(document.activeElement) ? document.activeElement : null;
    this.filters.replaceChildren(
      ...filters(index, found.sections, this.chosen, (chosen) => {
        this.chosen = { ...this.chosen, ...chosen };
        this.look(false);
      }),
    );
    this.filters.hidden = this.filters.childElementCount === 0;
    // The filter that had the focus was replaced: its successor gets the focus.
    const again = focused?.localName === "select" ? "select" : "[aria-pressed=true]";
    if (focused) (/** @type {HTMLElement | null} */ (this.filters.querySelector(again)) ?? this.input).focus();
    this.chosenSections = index.filtered(found.sections, this.chosen);
    await this.show(0, false);
    // Set together, so that a screen reader says both: how many results, and what of the query was changed.
    this.note.replaceChildren(...this.verbatim && found.how !== "empty" ? ["Đang tìm đúng như đã gõ. ", this.link("Tìm theo cách hiểu thông thường", false), " ", ...remark(found, () => this.link("", true))] : remark(found, () => this.link("Tìm đúng như đã gõ", true)));
    this.note.hidden = !this.note.textContent;
    this.status.textContent = summary(query, found, this.chosenSections.length);
  }

  /**
   * A link to the same words, read as they are typed or not.
   * @param {string} text
   * @param {boolean} verbatim
   */
  link(text, verbatim) {
    const link = element("a", "search__as", text);
    link.href = String(this.address({ query: this.input.value.slice(0, LONGEST_QUERY), ...this.chosen, verbatim }));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.verbatim = verbatim;
      this.input.focus();
      this.look(false);
    });
    return link;
  }

  /**
   * The look-up pages, where there is nothing to show yet or nothing was found.
   * @param {Found} found
   */
  placesFor(found) {
    const links = /** @type {Engine} */ (this.engine).index.entry.places.map(([page, title]) => {
      const link = element("a", "", title);
      link.href = String(addressOf(page));
      return link;
    });
    this.places.hidden = found.sections.length > 0 || !links.length;
    this.places.replaceChildren("Tra cứu theo danh mục: ", ...apart(links, ", "));
  }

  /**
   * Shows the next results from the one numbered `from`.
   * @param {number} from
   * @param {boolean} focus
   */
  async show(from, focus) {
    const run = this.run;
    const { index } = /** @type {Engine} */ (this.engine);
    const chosen = this.chosenSections.slice(from, from + AT_A_TIME);
    const shown = await Promise.all(chosen.map((section) => index.shown(section)));
    if (run !== this.run) return;
    const items = shown.map((one, at) => resultItem(one, chosen[at], index, /** @type {Found} */ (this.found)));
    if (from) this.list.append(...items);
    else {
      this.list.replaceChildren(...items);
      this.body.scrollTop = 0;
    }
    this.more.hidden = this.chosenSections.length <= from + AT_A_TIME;
    if (focus) items[0]?.querySelector("a")?.focus();
  }

  // Enter in the field, once the field has been looked for.
  async enter() {
    if (!this.input.value.trim()) return;
    if (!this.found || this.input.value.slice(0, LONGEST_QUERY) !== this.dialog.dataset.query) await this.look();
    if (isTouched()) {
      this.input.blur();
      this.body.focus({ preventScroll: true });
      this.body.scrollTop = 0;
    } else this.list.querySelector("a")?.click();
  }

  /**
   * The arrows go through the results; a letter typed while a result has the focus goes into the field.
   * @param {KeyboardEvent} event
   */
  move(event) {
    if (event.key === "Escape") {
      // Otherwise the browser clears the field first. While text is composed, Escape only ends that.
      if (event.isComposing) return;
      event.preventDefault();
      this.close();
      return;
    }
    const links = [...this.list.querySelectorAll("a"), ...(this.more.hidden ? [] : [this.more])];
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const inField = document.activeElement === this.input && !event.isComposing;
    if (event.key in steps && (at >= 0 || inField)) {
      event.preventDefault();
      const next = at + steps[event.key];
      (next < 0 ? this.input : links[Math.min(next, links.length - 1)])?.focus();
    } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.input.focus();
    }
  }
}

/**
 * @param {string} query
 * @param {Found} found
 * @param {number} count
 */
function summary(query, found, count) {
  if (found.how === "short") return "Gõ tiếp một hai chữ nữa để tìm.";
  if (found.how === "empty") {
    if (found.query.without.length) return "Chỉ có từ phải bỏ (sau dấu trừ): hãy gõ thêm một từ cần tìm.";
    return query.trim() ? "Không có chữ hay số nào để tìm: hãy gõ một từ, một tên, một con số." : "";
  }
  const words = [...found.units, ...found.dropped].sort((one, other) => one.start - other.start).map((unit) => unit.raw).join(" ");
  if (found.how === "none") return `Không tìm thấy “${words}”. Thử bớt từ, hoặc gõ cách khác.`;
  return `${count.toLocaleString("vi")} kết quả cho “${words}”`;
}
