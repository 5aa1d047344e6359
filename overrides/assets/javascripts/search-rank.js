// How well a section answers: some features of it, each by its weight. The weights are data, fitted
// by scripts/relevance on lists of queries (macros/search/weights.json).

import { FEATURES } from "./search-features.js";
import { between } from "./search-places.js";
import { dense, isolated, relevance, sideBySide } from "./search-nearness.js";

/** @typedef {import("./search-index.js").Index} Index */
/** @typedef {import("./search-places.js").Places} Places */
/** @typedef {import("./search-places.js").Place} Place */
/** @typedef {import("./search-places.js").UnitPlaces} UnitPlaces */
/** @typedef {import("./search-query.js").Unit} Unit */
/** @typedef {import("./search-query.js").Query} Query */

/**
 * What is looked for: the units, where each stands, how much each is worth, whether something that
 * guides stands before it (`gaps`), and which sections are not of what the query names (`elsewhere`). Of
 * masks of units: those that may be a given name (`given`), those that name organizations (`owned`) or more
 * than one (`several`). `alias` is the group of the organization that they all are a name of, or -1. Whether a
 * `post` is asked for.
 * @typedef {{query: Query, units: Unit[], places: Places, found: UnitPlaces[], worth: number[], gaps: boolean[],
 *   elsewhere: (section: number) => boolean, given: number, several: number, owned: number, alias: number, post: boolean}} Asked
 */

const KINDS = /** @type {const} */ (["person", "document", "organization", "figure", "conflict", "term", "source", "year", "page"]);
// Kinds whose title is a name: a query that is that name means them.
const NAMED = new Set(["person", "document", "organization"]);
// Questions of what stands above all organizations.
const ABOUT_ALL = new Set(["compare", "site"]);
// The front page of a volume (macros/search/kinds.py), whose title is an organization's full name.
const FRONT = 9;
// A query asks for a source if it says this share of its title.
const MOSTLY_SAID = 0.5;
// A query that says a smaller share of a name does not mean its bearer.
export const LEAST_NAMED = 0.6;
// A person after a form of address is asked for more surely than one named beside a post.
const ADDRESSED = 1.7;

export class Ranking {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    const kinds = index.entry.kinds.map(([kind]) => kind);
    this.kinds = kinds;
    this.named = kinds.map((kind) => NAMED.has(kind));
    this.row = kinds.indexOf("figure");
    this.weights = FEATURES.map((name) => index.entry.weights[name] ?? 0);
  }

  /** @param {number} section */
  isOrganization(section) {
    return this.kinds[this.index.kind[section]] === "organization";
  }

  /** @param {number} section */
  isGuide(section) {
    return this.kinds[this.index.kind[section]] === "guide";
  }

  /**
   * Whether a section only repeats what is told elsewhere: of a source, or of the guide for editors.
   * @param {number} section
   */
  isAside(section) {
    return this.isGuide(section) || this.kinds[this.index.kind[section]] === "source";
  }

  /**
   * Whether a unit stands in the guide for editors and nowhere else.
   * @param {UnitPlaces} found
   */
  isOfGuide(found) {
    for (const section of found.sections.keys()) if (!this.isGuide(section)) return false;
    return found.size > 0;
  }

  /** @param {number[]} features */
  score(features) {
    let sum = 0;
    for (let at = 0; at < features.length; at++) sum += features[at] * this.weights[at];
    return sum;
  }

  /**
   * The features of a section, in the order of FEATURES. `told` is the mask of the units that count:
   * those that say where the section stands need not be in it.
   * @param {number} section
   * @param {Asked} asked
   * @param {number} told
   * @param {number} above
   * @param {boolean} [partly] whether it lacks some: then its title must be said wholly to be named
   * @returns {number[]}
   */
  features(section, asked, told, above, partly = false) {
    const { index } = this;
    const numbers = asked.units.map((_, at) => at).filter((at) => told & (1 << at));
    const here = numbers.map((at) => asked.found[at].get(section));
    const count = numbers.length;
    const title = titleOf(here, asked.units.length === 1 && index.kind[section] === this.row ? 0 : index.title[section], index.small[section]);
    const most = Math.min(1, 2 * title.fill);
    const whole = title.titled === 1 && (!partly || title.fill === 1);
    const { adjacent, near } = sideBySide(section, asked, numbers, here);
    const kind = this.kinds[index.kind[section]];
    return [
      relevance(index, section, asked, numbers, here),
      here.filter((place) => place?.exact).length / count,
      title.titled * (1 + most),
      title.begins ? title.titled : 0,
      adjacent,
      near,
      ...(whole ? this.wholeTitle(section, title, most) : [0, 0, 0, 0]),
      title.fill === 1 && index.title[section] > 1 ? title.titled : 0,
      index.weight[section],
      told === (1 << asked.units.length) - 1 ? 0 : 1,
      isolated(index, section, asked, above) / asked.units.length,
      asked.elsewhere(section) ? 1 : 0,
      ...KINDS.map((one) => Number(kind === one)),
      kind === "guide" && !(whole && title.fill === 1) ? 1 : 0,
      kind === "figure" && asked.units.some(isQuantity) ? 1 : 0,
      ...answersTo(kind, asked.query),
      numbers.filter((at, by) => asked.units[at].year && (here[by]?.by ?? 0) > 0).length / count,
      numbers.filter((at, by) => isCorrected(asked.units[at], here[by])).length / count,
      0,
      0,
      ...this.bearer(section, asked, kind),
      numbers.some((at, by) => asked.units[at].ordinal && here[by]?.spans.some((span) => span[1] < index.title[section])) ? 1 : 0,
      ...this.ofSeveral(section, asked, kind, above),
      0,
      0,
      0,
      this.isCalled(section, asked) ? 1 : 0,
      Number(isBesideTitle(kind, title)),
      dense(index, section, asked, numbers, here),
      Number(isAboutAll(kind, asked)),
      isContext(kind, asked) && title.titled ? 1 : 0,
      kind === "term" && count === asked.units.length && count === 1 && title.fill === 1 && here[0]?.by === 0 ? 1 : 0,
      Number(asked.units.every(isTime) && (asked.units.some((unit) => unit.decade) ? title.titled === 1 && here.every((place) => place?.by === 0) : kind === "year")),
    ];
  }

  /**
   * How surely an entry is that of a person or thing named in the query: entity, entityOrganization, given.
   * @param {number} section
   * @param {Asked} asked
   * @param {string} kind
   */
  bearer(section, asked, kind) {
    if (isContext(kind, asked)) return [0, 0, 0];
    const said = this.entity(section, asked);
    const given = kind === "person" && this.isGiven(section, asked);
    return [kind === "organization" ? 0 : said, kind === "organization" ? said : 0, given ? (asked.query.addresses ? ADDRESSED : 1) : 0];
  }

  /**
   * The mask of the units that are the given name of a person.
   * @param {Iterable<number>} sections
   * @param {Asked} asked
   */
  givenTo(sections, asked) {
    let mask = 0;
    if (!asked.given) return mask;
    for (const section of sections) {
      if (this.kinds[this.index.kind[section]] !== "person" || !this.isGiven(section, asked)) continue;
      const last = this.index.title[section] - 1;
      asked.found.forEach((one, at) => {
        if (asked.given & (1 << at) && one.get(section)?.spans.some(([, end]) => end === last)) mask |= 1 << at;
      });
    }
    return mask;
  }

  /**
   * Whether a section is the front page of the organization that the whole query is a name of.
   * @param {number} section
   * @param {{alias: number}} asked
   */
  isCalled(section, { alias }) {
    return alias >= 0 && this.index.weight[section] >= FRONT && this.index.group[section] === alias;
  }

  /**
   * Whether the name of a person ends with a word that may be a given name.
   * @param {number} section
   * @param {Asked} asked
   */
  isGiven(section, { found, given }) {
    const last = this.index.title[section] - 1;
    return given > 0 && found.some((one, at) => given & (1 << at) && one.get(section)?.spans.some(([, end, exact]) => end === last && exact));
  }

  /**
   * The features of a section where several organizations are named: several, compared.
   * @param {number} section
   * @param {Asked} asked
   * @param {string} kind
   * @param {number} above
   */
  ofSeveral(section, { found, several }, kind, above) {
    if (!several || !found.every((one, at) => !(several & (1 << at)) || one.has(section))) return [0, 0];
    if (kind !== "page") return [1, 0];
    const others = found.flatMap((one, at) => (several & (1 << at) ? [] : [{ one, at }]));
    const length = this.index.title[section];
    const said = others.filter(({ one, at }) => above & (1 << at) || one.get(section)?.spans.some((span) => span[1] < length));
    return [1, others.length ? said.length / others.length : 1];
  }

  /**
   * The features of a title that holds all units: filled, titleAdjacent, named, front.
   * @param {number} section
   * @param {ReturnType<typeof titleOf>} title
   * @param {number} most
   */
  wholeTitle(section, { fill, spans }, most) {
    const { index } = this;
    const apart = spans.length > 1 ? share(spans.length - 1, (at) => between(spans[at], spans[at + 1]) <= 1) : 1;
    return [fill, most * apart, this.named[index.kind[section]] ? fill ** 1.5 : 0, index.weight[section] >= FRONT ? 1 : 0];
  }

  /**
   * The share of an entry's title that the query says in a row: 1 for “Lý Thị Mận”, whatever else is asked;
   * 0 where it is less than LEAST_NAMED. In the name of a person one word may be wrong, or one too many:
   * “Lý Văn Mận”, “Lý Thị Thu Mận”.
   * @param {number} section
   * @param {Asked} asked
   */
  entity(section, { found, owned }) {
    const length = this.index.title[section];
    if (!this.named[this.index.kind[section]] || !length) return 0;
    const own = length - this.index.small[section];
    const isPerson = this.kinds[this.index.kind[section]] === "person";
    // In “Khối các làng” the small word need not be said.
    const loose = isPerson || own < length ? 1 : 0;
    let most = 0;
    /** @type {Map<number, number>[]} by unit, words said up to and with the one that ends there */
    const said = [];
    found.forEach((one, at) => {
      /** @type {Map<number, number>} */
      const here = new Map();
      for (const [start, end] of one.has(section) ? (one.get(section)?.spans ?? []) : []) {
        if (end >= length) continue;
        let before = 0;
        // A part of an organization's name is not taken for a wrong word in a person's name.
        for (let by = 1; by <= (isPerson && !(owned & (1 << (at - 1))) ? 2 : 1); by++) {
          for (let left = 1; left <= 1 + loose; left++) before = Math.max(before, said[at - by]?.get(start - left) ?? 0);
        }
        const words = before + end - start + 1;
        here.set(end, Math.max(words, here.get(end) ?? 0));
        most = Math.max(most, words);
      }
      said.push(here);
    });
    return most > 1 && most >= LEAST_NAMED * own ? Math.min(1, most / own) : 0;
  }

  /**
   * The mask of the units, of those of `mask`, that stand in the title of a section.
   * @param {number} section
   * @param {Asked} asked
   * @param {number} mask
   */
  titled(section, { found }, mask) {
    const length = this.index.title[section];
    return found.reduce((titled, one, at) => titled | (mask & (1 << at) && one.get(section)?.spans.some((span) => span[1] < length) ? 1 << at : 0), 0);
  }

  /**
   * The mask of the units that are whole names of organizations with an entry, where they name more than
   * one of them: “Mây Hạ, Gió Đông”.
   * @param {Iterable<number>} sections
   * @param {Asked} asked
   * @param {number} full the mask of all units
   */
  namedApart(sections, asked, full) {
    /** @type {number[]} */
    const names = [];
    for (const section of sections) {
      if (this.isOrganization(section) && this.entity(section, asked) === 1) names.push(this.titled(section, asked, full));
    }
    const apart = names.some((one) => names.some((other) => (one & other) === 0));
    return apart ? names.reduce((one, other) => one | other, 0) : 0;
  }

}

/**
 * Whether a page that stands above all organizations is what a question asks for.
 * @param {string} kind
 * @param {Asked} asked
 */
const isAboutAll = (kind, asked) => kind === "page" && ABOUT_ALL.has(asked.query.asks ?? "");

/**
 * Whether the long title of a source is not what is asked for.
 * @param {string} kind
 * @param {ReturnType<typeof titleOf>} title
 */
const isBesideTitle = (kind, title) => kind === "source" && title.fill < MOSTLY_SAID;

/**
 * Whether an entry is of somebody whom a question about another names: “ai làm bí thư sau ông Mận”.
 * @param {string} kind
 * @param {Asked} asked
 */
const isContext = (kind, asked) => kind === "person" && asked.query.asks === "holder" && asked.post;

const isTime = (/** @type {Unit} */ unit) => unit.dated || unit.year !== undefined;

// A number that is no year.
const isQuantity = (/** @type {Unit} */ unit) => !unit.year && /^[0-9]{2,}$/.test(unit.alternatives[0][0].term) && unit.alternatives[0].length === 1;

/**
 * Whether a kind is what a question asks for: who, how many, what.
 * @param {string} kind
 * @param {Query} query
 */
function answersTo(kind, { asks, addresses }) {
  const is = (/** @type {string} */ one, /** @type {boolean} */ asked) => Number(kind === one && asked);
  return [is("person", asks === "who" || asks === "holder" || addresses), is("figure", asks === "how-many"), is("term", asks === "what")];
}

/**
 * Whether a unit stands there only as it was corrected.
 * @param {Unit} unit
 * @param {Place | null} place
 */
const isCorrected = (unit, place) => Boolean(place && unit.own !== undefined && place.by >= unit.own);

/**
 * What of the units stands in a title of `length` words, `small` of which need not be said.
 * @param {(Place | null)[]} here
 * @param {number} length
 * @param {number} small
 */
function titleOf(here, length, small) {
  const spans = here.map((place) => place?.spans.filter((span) => span[1] < length) ?? []);
  const titled = spans.filter((list) => list.length).length / here.length;
  // Five words of a title of five say more than five of thirty.
  /** @type {Set<number>} */
  const words = new Set();
  for (const [start, end] of spans.flat()) for (let at = start; at <= end; at++) words.add(at);
  return { spans, titled, fill: length > small ? Math.min(1, words.size / (length - small)) : 0, begins: spans[0]?.some(([start]) => start === 0) ?? false };
}

/**
 * @param {number} count
 * @param {(at: number) => boolean} holds
 */
function share(count, holds) {
  let sum = 0;
  for (let at = 0; at < count; at++) if (holds(at)) sum++;
  return sum / count;
}
