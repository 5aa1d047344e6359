// Which units say where a section stands rather than what it tells.
//
// “kỷ luật mây hạ” asks for Kỷ luật in the volume of Mây Hạ, which the section need not name again;
// “so sánh diện tích” for Diện tích on the page So sánh. One syllable alone is seldom a word: in the
// title of a page it says nothing, in a name only what is mostly said of its bearer.

import { touch } from "./search-places.js";
import { fold, tokens } from "./search-text.js";
import { guideAt } from "./search-words.js";

/** @typedef {import("./search-index.js").Index} Index */
/** @typedef {import("./search-places.js").UnitPlaces} UnitPlaces */
/** @typedef {import("./search-numbers.js").Word} Word */
/** @typedef {import("./search-query.js").Unit} Unit */

/**
 * The words of a name, folded and as they are spelled, separated by spaces, with one at either end.
 * @typedef {{term: string, spelling: string}} Name
 */

// A word is a name of an organization if it has this share of the sections with that word.
const MOSTLY = 0.67;

export class Standing {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    // All names of each organization as one folded text: a quick test, since most have no word of a query.
    this.folded = index.entry.organizations.map(([, name, others]) => alike(fold([name, ...others].join(" ")).toLowerCase()));
    /** @type {Map<number, Name[]>} */
    this.said = new Map();
  }

  /**
   * The ways of saying each name of an organization, two for each name, those of its first name first.
   * @param {number} organization
   */
  names(organization) {
    let names = this.said.get(organization);
    if (!names) {
      const [, name, others] = this.index.entry.organizations[organization];
      names = [name, ...others].flatMap(said);
      this.said.set(organization, names);
    }
    return names;
  }

  /**
   * The organizations in whose names a word of some units may stand.
   * @param {Unit[]} units
   */
  possible(units) {
    const words = units.flatMap((unit) => unit.alternatives.flatMap((one) => one.map((word) => alike(word.term))));
    return this.folded.flatMap((names, at) => (words.some((word) => names.includes(word)) ? [at] : []));
  }

  /**
   * Functions from a section: to the mask of the units that say where it stands (`above`), and whether
   * the query names organizations of which it is none (`elsewhere`); the masks of the units that name
   * organizations (`owned`), and of these where there are more than one (`several`); and the group of the
   * one whose name they all are (`alias`), or -1.
   * @param {Unit[]} units
   * @param {UnitPlaces[]} found
   * @returns {{above: (section: number) => number, elsewhere: (section: number) => boolean, several: number, alias: number, owned: number}}
   */
  of(units, found) {
    const { index } = this;
    const owners = this.owners(units, found);
    const owned = owners.reduce((one, other) => one | other, 0);
    const ofGroup = index.entry.groups.map((group) => group.reduce((mask, one) => mask | owners[one], 0));
    const named = owners.some((mask) => mask & (mask - 1));
    const elsewhere = index.entry.groups.map((group, at) => named && group.length > 0 && !ofGroup[at]);
    const pages = this.pages(found);
    return {
      above: (section) => {
        const said = ofGroup[index.group[section]];
        return index.isOpening(section) ? said : said | (pages.get(index.page[section]) ?? 0);
      },
      elsewhere: (section) => elsewhere[index.group[section]],
      alias: this.groupCalled(units),
      owned,
      several: owners.filter(Boolean).length > 1 ? owned : 0,
    };
  }

  /**
   * Whether all of some words stand in the names of an organization. A quick test before the names are
   * read word by word, which a hundred organizations whose names share a word would take long for.
   * @param {number} organization
   * @param {string[]} words as `lettersOf` makes them
   */
  holds(organization, words) {
    return words.every((word) => this.folded[organization].includes(word));
  }

  /**
   * Where units say a name: the longest runs of words that are part of names of one organization and of no
   * other, a longer one before what it shares words with: in “tuyển quân Mây Hạ” nobody named “quận Mây”
   * is meant. Marks that are typed must be those of the name.
   * @param {Unit[]} units
   */
  namings(units) {
    const possible = this.possible(units);
    const found = [];
    const taken = new Set();
    for (let length = units.length; length > 0; length--) {
      for (let start = 0; start + length <= units.length; start++) {
        const run = units.slice(start, start + length);
        if (run.some((_, by) => taken.has(start + by))) continue;
        const bearers = this.bearers(run, possible);
        if (!bearers.length) continue;
        if (bearers.length === 1) found.push({ name: bearers[0], start, end: start + length });
        for (let by = 0; by < length; by++) taken.add(start + by);
      }
    }
    return found;
  }

  /**
   * The first two of some organizations in a name of which a run of units stands.
   * @param {Unit[]} run
   * @param {number[]} possible
   */
  bearers(run, possible) {
    const words = wordsOf(run);
    const typed = run.flatMap((unit) => unit.alternatives[0]);
    const letters = lettersOf(typed.map((word) => word.term));
    const found = [];
    for (const at of possible) {
      if (!this.holds(at, letters)) continue;
      if (!this.names(at).some((name) => name.term.includes(words) && isSpelled(name, typed))) continue;
      if (found.push(at) > 1) break;
    }
    return found;
  }

  /**
   * The mask of the units that are a part of each organization's name and of no other.
   * @param {Unit[]} units
   * @param {UnitPlaces[]} found
   */
  owners(units, found) {
    const owners = this.folded.map(() => 0);
    for (const { name, start, end } of this.namings(units)) {
      if (end - start > 1 || this.mostlyOf(found[start], name)) owners[name] |= ((1 << (end - start)) - 1) << start;
    }
    return owners;
  }

  /**
   * The group of the one organization that all units together are a name of; -1 where they are none.
   * @param {Unit[]} units
   */
  groupCalled(units) {
    const last = units.at(-1);
    // The last word may be half typed.
    const ways = last ? last.alternatives.filter((words) => words.length === 1).map((words) => wordsOf([...units.slice(0, -1), { ...last, alternatives: [words] }])) : [];
    ways.push(wordsOf(units));
    const said = ways.map((way) => lettersOf(way.trim().split(" ")));
    const mayBe = (/** @type {number} */ at) => said.some((words) => this.holds(at, words));
    const called = this.possible(units).find((at) => mayBe(at) && this.names(at).some((name) => ways.includes(name.term)));
    return called === undefined ? -1 : this.index.entry.groups.findIndex((group) => group.length === 1 && group[0] === called);
  }

  /**
   * A function that says whether a section is of organizations all of which some of the units name.
   * @param {Unit[]} units
   */
  ownedBy(units) {
    const typed = units.map((unit) => wordsOf([unit]));
    const isNamed = (/** @type {number} */ at) => this.names(at).slice(0, 2).some((name) => typed.some((words) => name.term.includes(words)));
    const named = new Set(this.possible(units).filter(isNamed));
    const ofGroup = this.index.entry.groups.map((group) => group.length > 0 && group.every((one) => named.has(one)));
    return (/** @type {number} */ section) => ofGroup[this.index.group[section]];
  }

  /**
   * The mask of the units that stand side by side in the title of each page.
   * @param {UnitPlaces[]} found
   */
  pages(found) {
    const { index } = this;
    /** @type {Map<number, number>} */
    const pages = new Map();
    if (found.length < 2) return pages;
    const titled = found.map((one) => this.inTitles(one));
    for (let at = 0; at + 1 < found.length; at++) {
      for (const [section, spans] of titled[at]) {
        if (!touch(spans, titled[at + 1].get(section) ?? [])) continue;
        const page = index.page[section];
        pages.set(page, (pages.get(page) ?? 0) | (3 << at));
      }
    }
    return pages;
  }

  /**
   * Where a unit stands in the titles of pages, by the section that opens each.
   * @param {UnitPlaces} places
   */
  inTitles(places) {
    const { index } = this;
    /** @type {Map<number, import("./search-places.js").Span[]>} */
    const found = new Map();
    for (const section of places.maybeTitled()) {
      if (!index.isOpening(section) || found.has(section)) continue;
      const spans = places.get(section)?.spans.filter((span) => span[1] < index.title[section]);
      if (spans?.length) found.set(section, spans);
    }
    return found;
  }

  /**
   * Whether most sections that hold a word, of those that are of an organization, are of this one.
   * @param {UnitPlaces} places
   * @param {number} organization
   */
  mostlyOf(places, organization) {
    let owned = 0;
    let of = 0;
    for (const section of places.sections.keys()) {
      const organizations = this.index.organizations(section);
      if (!organizations.length) continue;
      owned++;
      if (organizations.includes(organization)) of++;
    }
    return of > MOSTLY * owned;
  }
}

// Makes alike what is one term in the index: “Kì” and “Kỳ”, 1.000 and 1000.
const alike = (/** @type {string} */ folded) => ` ${folded.replaceAll("y", "i").replaceAll(".", "").replace(/[^a-z0-9]+/g, " ")} `;

const spaced = (/** @type {string[]} */ words) => ` ${words.join(" ")} `;

// Words for `holds`: numbers, which may be written with a zero before them, count as held.
const lettersOf = (/** @type {string[]} */ words) => words.filter((word) => /[a-z]/.test(word)).map(alike);

/** @param {Unit[]} units */
const wordsOf = (units) => spaced(units.map((unit) => unit.alternatives[0].map((word) => word.term).join(" ")));

/**
 * A name with all its words, and without those that only join others.
 * @param {string} name
 */
function said(name) {
  const list = tokens(name.normalize("NFC"));
  return [list, list.filter((_, at) => !guideAt(list, at)?.joins)].map((words) => ({
    term: spaced(words.map((one) => one.term)),
    spelling: spaced(words.map((one) => one.spelling)),
  }));
}

/**
 * Whether words that are typed with marks stand in a name with those marks.
 * @param {Name} name
 * @param {Word[]} typed
 */
function isSpelled(name, typed) {
  const [terms, spellings] = [name.term, name.spelling].map((words) => words.trim().split(" "));
  return terms.some((_, at) => typed.every(({ term, spelling }, by) => terms[at + by] === term && (spelling === null || spellings[at + by] === spelling)));
}
