// The dialog: what is typed, what is found, and the address that remembers both.

import { mayAsk } from "./answer-gate.js";
import { loadAnswers } from "./answer-loading.js";
import { Engine } from "./search-engine.js";
import { element } from "./search-element.js";
import { fetched, keptIn } from "./search-files.js";
import { closes, move } from "./search-keys.js";
import { LONGEST_QUERY, retyped } from "./search-query.js";
import { addressOf, isOnDisk, siteRoot } from "./search-site.js";
import { apart, filters, remark, resultItem, summary } from "./search-view.js";

/** @typedef {import("./search-engine.js").Found} Found */
/** @typedef {import("./search-index.js").Chosen} Chosen */
/** @typedef {import("./search-files.js").Coming} Coming */

const AT_A_TIME = 10;
// Milliseconds after a key before the search begins, so that it does not run letter by letter.
const PAUSE = 160;
// Milliseconds that a list waits for the card above it, which would push it down later.
const WAIT = 150;

/** @type {Search | undefined} */
let search;

/**
 * Opens the search, with the words in the address if there are any. `coming` is what was
 * requested of the index already.
 * @param {HTMLDialogElement} dialog
 * @param {Coming} [coming]
 */
export function openSearch(dialog, coming) {
  search ??= new Search(dialog, coming);
  search.open();
}

/**
 * Opens, changes or closes the dialog as the address says, after Back or Forward.
 * @param {HTMLDialogElement} dialog
 * @param {Coming} [coming]
 */
export function follow(dialog, coming) {
  search ??= new Search(dialog, coming);
  search.follow();
}

// On a touch screen Enter hides the keyboard and shows the list; elsewhere it opens the first result.
const isTouched = () => matchMedia("(hover: none) and (pointer: coarse)").matches;

class Search {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {Coming} [coming]
   */
  constructor(dialog, coming) {
    this.dialog = dialog;
    this.coming = coming;
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
    this.isAdding = false;
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
    this.dialog.addEventListener("keydown", (event) => {
      if (closes(event)) this.close();
      else move(event, this.input, [...this.list.querySelectorAll("a"), ...(this.more.hidden ? [] : [this.more])]);
    });
    this.more.addEventListener("click", () => this.showMore());
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
      // Requested now, read in `show`.
      this.reading(this.chosenOf(found), 0);
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

  // With the responses that were requested beforehand, or else with new requests.
  async openEngine() {
    const { coming } = this;
    this.coming = undefined;
    const kept = /** @type {{siteSearchFiles?: Record<string, string>}} */ (globalThis).siteSearchFiles ?? {};
    const engine = await Engine.open(isOnDisk ? keptIn(kept) : fetched(siteRoot, coming));
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
    const { run } = this;
    const chosen = this.chosenOf(found);
    // Everything that stands above the list changes together with it, so that nothing is pushed down.
    await this.reading(chosen, 0)[0];
    if (run !== this.run) return;
    // Before anything changes: afterwards it would lay out the dialog once more than need be.
    if (this.body.scrollTop) this.body.scrollTop = 0;
    this.found = found;
    this.chosenSections = chosen;
    this.help.hidden = found.how !== "empty" && found.how !== "short";
    this.placesFor(found);
    this.filterBy(found);
    // Set together, so that a screen reader says both: how many results, and what of the query was changed.
    this.note.replaceChildren(...this.verbatim && found.how !== "empty" ? ["Đang tìm đúng như đã gõ. ", this.link("Tìm theo cách hiểu thông thường", false), " ", ...remark(found, () => this.link("", true))] : remark(found, () => this.link("Tìm đúng như đã gõ", true)));
    this.note.hidden = !this.note.textContent;
    this.status.textContent = summary(query, found, chosen.length);
    await this.show(0, false);
  }

  /** @param {Found} found */
  chosenOf({ sections }) {
    return /** @type {Engine} */ (this.engine).index.filtered(sections, this.chosen);
  }

  /** @param {Found} found */
  filterBy(found) {
    const { index } = /** @type {Engine} */ (this.engine);
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
   * The next of some sections from the one numbered `from`, as a reader sees them: requested together.
   * @param {number[]} sections
   * @param {number} from
   */
  reading(sections, from) {
    const { index } = /** @type {Engine} */ (this.engine);
    const coming = sections.slice(from, from + AT_A_TIME).map((section) => index.shown(section));
    // A failure is met where each is waited for.
    for (const one of coming) one.catch(() => {});
    return coming;
  }

  /**
   * Shows the next results from the one numbered `from`, each as soon as it and those before it have come.
   * @param {number} from
   * @param {boolean} focus
   */
  async show(from, focus) {
    const { run, chosenSections } = this;
    const { index } = /** @type {Engine} */ (this.engine);
    if (!from) {
      this.more.hidden = true;
      this.list.replaceChildren();
    }
    for (const [at, coming] of this.reading(chosenSections, from).entries()) {
      const shown = await coming;
      if (run !== this.run) return;
      const item = resultItem(shown, chosenSections[from + at], index, /** @type {Found} */ (this.found));
      this.list.append(item);
      if (focus && at === 0) item.querySelector("a")?.focus();
    }
    this.more.hidden = chosenSections.length <= from + AT_A_TIME;
  }

  async showMore() {
    if (this.isAdding) return;
    this.isAdding = true;
    try {
      await this.show(this.list.children.length, true);
    } catch {
      this.fail();
    }
    this.isAdding = false;
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
}
