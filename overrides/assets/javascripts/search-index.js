// The index, read piece by piece as a query needs it; the layout is that of macros/search/write.py.

import { Reader, readShard } from "./search-terms.js";

/** @typedef {import("./search-files.js").Files} Files */
/** @typedef {import("./search-terms.js").Term} Term */

/**
 * What every query needs. `shards` are the first keys of the shards; `organizations` the id, the name and
 * the other names of each; `groups` the organizations (their numbers) that sections are of; `weights`
 * those of the ranking.
 * @typedef {{version: string, sections: number, average: number, shards: string[], kinds: [string, string][],
 *   organizations: [string, string, string[]][], groups: number[][], common: Record<string, string[]>,
 *   abbreviations: [string, string][], places: [string, string][], posts: string[], weights: Record<string, number>}} Entry
 */

/**
 * A section as a reader sees it.
 * @typedef {{page: string, anchor: string, title: string, trail: string[], text: string}} Shown
 */

/**
 * What a reader has chosen to see: a kind and an organization, "" for any.
 * @typedef {{kind: string, organization: string}} Chosen
 */

const json = (/** @type {Uint8Array} */ bytes) => JSON.parse(new TextDecoder().decode(bytes));

// What a section is on its page, as macros/search/write.py writes it.
const OPENS = 1;
const ROW = 2;

/**
 * The last of the sorted `list` that is not after `value`.
 * @template {string | number} T
 * @param {ArrayLike<T>} list
 * @param {T} value
 */
export function lastNotAfter(list, value) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

export class Index {
  /** @param {Files} files */
  static async open(files) {
    const reader = new Reader(await files.entry());
    const length = reader.number();
    return new Index(json(reader.bytes.subarray(reader.at, reader.at + length)), files);
  }

  /**
   * @param {Entry} entry
   * @param {Files} files
   */
  constructor(entry, files) {
    this.entry = entry;
    this.files = files;
    /** @type {Map<string, string[]>} */
    this.common = new Map(Object.entries(entry.common));
    /** @type {Map<string, Promise<unknown>>} */
    this.pieces = new Map();
    // By section: its kind, its weight, how many words its title has and how many of them are small
    // ones, its length in words, its page, its group of organizations, what it is on its page, and the
    // section with which it is one entry of the list.
    this.kind = this.weight = this.title = this.small = new Uint8Array();
    this.length = new Float64Array();
    this.page = this.group = this.entryOf = this.roles = new Uint32Array();
    /** @type {number[]} the section that opens each page */
    this.openings = [];
    /** @type {number[]} the first section of each block */
    this.blocks = [];
  }

  /**
   * @template T
   * @param {string} name
   * @param {(bytes: Uint8Array) => T} read
   * @returns {Promise<T>}
   */
  piece(name, read) {
    let reading = this.pieces.get(name);
    if (!reading) {
      reading = this.files.piece(this.entry.version, name).then(read);
      // A failure is not kept: the next query asks again.
      reading.catch(() => this.pieces.delete(name));
      this.pieces.set(name, reading);
    }
    return /** @type {Promise<T>} */ (reading);
  }

  /** Reads the columns, which ranking and filtering need; wait for it before either. */
  columns() {
    return this.piece("c", (bytes) => this.readColumns(new Reader(bytes)));
  }

  /** @param {Reader} reader */
  readColumns(reader) {
    const count = this.entry.sections;
    this.kind = reader.fill(new Uint8Array(count));
    this.weight = reader.fill(new Uint8Array(count));
    this.title = reader.fill(new Uint8Array(count));
    this.length = reader.fill(new Float64Array(count)).map((value) => 2 ** value);
    this.group = reader.fill(new Uint32Array(count));
    this.roles = reader.fill(new Uint32Array(count));
    this.small = reader.fill(new Uint8Array(count));
    this.page = new Uint32Array(count);
    this.entryOf = new Uint32Array(count);
    const figure = this.entry.kinds.findIndex(([kind]) => kind === "figure");
    let heading = 0;
    for (let at = 0; at < count; at++) {
      const role = this.roles[at];
      if (role === OPENS) this.openings.push(at);
      if (role < ROW) heading = at;
      this.page[at] = this.openings.length - 1;
      // The rows of one table of figures are one entry, and so is what has no address of its own.
      if (role > ROW) this.entryOf[at] = at - (role - ROW);
      else this.entryOf[at] = role === ROW && this.kind[at] === figure ? heading : at;
    }
    let start = 0;
    this.blocks = reader.numbers(reader.number()).map((size) => {
      start += size;
      return start - size;
    });
  }

  /** @param {number} section */
  organizations(section) {
    return this.entry.groups[this.group[section]];
  }

  /** @param {number} section */
  isOpening(section) {
    return this.roles[section] === OPENS;
  }

  /**
   * The terms and pairs asked for that the site has, by key.
   * @param {string[]} wanted
   * @returns {Promise<Map<string, Term>>}
   */
  async terms(wanted) {
    if (!this.entry.shards.length) return new Map();
    const shards = new Set(wanted.map((term) => lastNotAfter(this.entry.shards, term)));
    const read = await Promise.all([...shards].map((shard) => this.piece(`t${shard}`, readShard)));
    /** @type {Map<string, Term>} */
    const found = new Map();
    for (const key of wanted) {
      const term = read.find((terms) => terms.has(key))?.get(key);
      if (term) found.set(key, term);
    }
    return found;
  }

  /**
   * All words of the site, in order. Fetched where a query has a word that is none of them, or one that
   * stands beside none of its other words.
   * @returns {Promise<import("./search-spelling.js").Words>}
   */
  words() {
    return this.piece("w", (bytes) => {
      const words = new TextDecoder().decode(bytes).split(" ").filter(Boolean);
      // The class is the digit that ends a word.
      return { list: words.map((word) => word.slice(0, -1)), often: Uint8Array.from(words, (word) => +word.slice(-1)) };
    });
  }

  /**
   * The sections of a kind and of an organization.
   * @param {number[]} sections
   * @param {Chosen} chosen
   */
  filtered(sections, { kind, organization }) {
    const wanted = this.entry.kinds.findIndex(([one]) => one === kind);
    const owner = this.entry.organizations.findIndex(([one]) => one === organization);
    return sections.filter(
      (section) => (wanted < 0 || this.kind[section] === wanted) && (owner < 0 || this.organizations(section).includes(owner)),
    );
  }

  /**
   * [kind, its name, how many of `sections`] for each kind that there is.
   * @param {number[]} sections
   * @param {Chosen} chosen
   * @returns {[string, string, number][]}
   */
  countKinds(sections, chosen) {
    const of = this.filtered(sections, { ...chosen, kind: "" });
    const counts = tally(of.map((section) => this.kind[section]));
    return this.entry.kinds.flatMap(([kind, label], at) => /** @type {[string, string, number][]} */ (counts.has(at) ? [[kind, label, counts.get(at)]] : []));
  }

  /**
   * [id, name, how many of `sections`] for each organization that there is.
   * @param {number[]} sections
   * @returns {[string, string, number][]}
   */
  countOrganizations(sections) {
    const counts = tally(sections.flatMap((section) => this.organizations(section)));
    return this.entry.organizations.flatMap(([id, name], at) => /** @type {[string, string, number][]} */ (counts.has(at) ? [[id, name, counts.get(at)]] : []));
  }

  /**
   * What a reader sees of a section.
   * @param {number} section
   * @returns {Promise<Shown>}
   */
  async shown(section) {
    const block = lastNotAfter(this.blocks, section);
    const list = await this.piece(`s${block}`, json);
    const [page, anchor, title, trail, text] = list[section - this.blocks[block]];
    return { page, anchor, title, trail, text };
  }
}

/** @param {number[]} values */
function tally(values) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
