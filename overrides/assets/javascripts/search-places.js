// Where the units of a query stand: section by section, as exactly as the index says.
//
// Of a common term the index has only the places in titles; that it stands beside another word is known
// from the pair of the two (macros/search/postings.py).

/** @typedef {import("./search-numbers.js").Word} Word */
/** @typedef {import("./search-query.js").Unit} Unit */
/** @typedef {import("./search-terms.js").Term} Term */

/**
 * The first and the last word of a place, and whether it is spelled as asked.
 * @typedef {[number, number, boolean]} Span
 */

/**
 * How a unit stands in a section: how often, whether as spelled, its known places, whether those are
 * all (`whole`), and by which alternative (its number).
 * @typedef {{count: number, exact: boolean, spans: Span[], whole: boolean, by: number}} Place
 */

/**
 * The sections of a word or phrase and its place in each; `titled`, where that is known, are those of them
 * in whose title it stands.
 * @typedef {{sections: {keys(): Iterable<number>, size: number, has(section: number): boolean}, read: (section: number) => Place | null,
 *   titled?: () => Iterable<number>}} List
 */

// In a query of more units, a common word whose spelling the site has is found in that spelling only: its
// other spellings would double what is fetched, and the other words say enough.
const SHORT = 5;
/** @type {Span[]} */
const NO_SPANS = [];

/**
 * @param {Word} one
 * @param {Word} other
 */
const pairOf = (one, other) => `${one.term} ${other.term}`;

/**
 * The keys that a query needs of the index. `common` are the spellings of each common term.
 * @param {Unit[]} units
 * @param {Map<string, string[]>} common
 * @param {boolean} strict
 */
export function keysOf(units, common, strict) {
  /** @type {Set<string>} */
  const keys = new Set();
  const narrow = strict || units.length > SHORT;
  const addPair = (/** @type {Word} */ one, /** @type {Word} */ other) => {
    if (common.has(one.term) || common.has(other.term)) keys.add(pairOf(one, other));
  };
  units.forEach((unit, at) => {
    for (const words of unit.alternatives) {
      for (const word of words) wordKeys(word, common, narrow).forEach((key) => keys.add(key));
      words.slice(1).forEach((word, before) => addPair(words[before], word));
      for (const next of units[at + 1]?.alternatives ?? []) addPair(words[words.length - 1], next[0]);
    }
  });
  return [...keys];
}

/**
 * @param {Word} word
 * @param {Map<string, string[]>} common
 * @param {boolean} narrow
 */
function wordKeys({ term, spelling, only }, common, narrow) {
  const spellings = common.get(term) ?? [];
  if (spellings.length < 2 || spelling === null || !spellings.includes(spelling)) return [term];
  return narrow || only ? [`${term}=${spelling}`] : [term, `${term}=${spelling}`];
}

/** What the terms that were fetched say of a query. */
export class Places {
  /**
   * @param {Map<string, Term>} terms
   * @param {Map<string, string[]>} common
   * @param {boolean} strict a word whose spelling the site has is found only where it is spelled so
   * @param {number} count of the units
   */
  constructor(terms, common, strict, count) {
    this.terms = terms;
    this.common = common;
    this.strict = strict;
    this.long = count > SHORT;
    this.narrowed = false;
  }

  /** @param {Unit} unit */
  unit(unit) {
    return new UnitPlaces(this, unit);
  }

  /**
   * The lists of one alternative: null where one of its words is nowhere.
   * @param {Word[]} words
   * @param {number} by
   * @returns {List | null}
   */
  alternative(words, by) {
    /** @type {List[]} */
    const lists = [];
    for (const word of words) {
      const list = this.word(word, by);
      if (!list) return null;
      lists.push(list);
    }
    if (words.length === 1) return lists[0];
    const sections = new Map(this.phrase(words, lists, by));
    return sections.size ? { sections, read: (section) => sections.get(section) ?? null } : null;
  }

  /** @param {Word} word */
  spellings({ term }) {
    return this.common.get(term) ?? this.terms.get(term)?.spellings ?? [];
  }

  /** @param {Word} word */
  isNarrow(word) {
    if (word.spelling === null) return false;
    const spellings = this.spellings(word);
    const strict = word.only || this.strict || (this.long && this.common.has(word.term));
    return Boolean(strict && (word.only || spellings.length > 1) && spellings.includes(word.spelling));
  }

  /**
   * The sections of a word, and its place in each; null where it is nowhere.
   * @param {Word} word
   * @param {number} by
   * @returns {List | null}
   */
  word(word, by) {
    // A number in words is that word alone.
    if (word.only && !this.spellings(word).includes(word.spelling ?? word.term)) return null;
    const narrow = this.isNarrow(word);
    if (narrow && !word.only) this.narrowed = true;
    if (this.common.has(word.term)) return this.commonWord(word, narrow, by);
    const term = this.terms.get(word.term);
    if (!term) return null;
    const wanted = word.spelling === null ? -1 : term.spellings.indexOf(word.spelling);
    /** @type {(section: number) => Place | null} */
    const read = (section) => {
      /** @type {Span[]} */
      const spans = [];
      let as = false;
      for (const { spelling, positions } of term.sections.get(section) ?? []) {
        const exact = spelling === wanted || word.spelling === null;
        if (narrow && !exact) continue;
        as ||= exact;
        for (const position of positions) spans.push([position, position, exact]);
      }
      // Those of each spelling are in order by themselves.
      if (spans.length > 1 && term.spellings.length > 1) spans.sort((one, other) => one[0] - other[0]);
      return spans.length ? { count: spans.length, exact: as, spans, whole: true, by } : null;
    };
    if (!narrow || term.spellings.length === 1) return { sections: term.sections, read };
    /** @type {Set<number>} */
    const sections = new Set();
    for (const section of term.sections.keys()) if (term.sections.get(section)?.some((one) => one.spelling === wanted)) sections.add(section);
    return { sections, read };
  }

  /**
   * @param {Word} word
   * @param {boolean} narrow
   * @param {number} by
   * @returns {List | null}
   */
  commonWord(word, narrow, by) {
    const [only, ...others] = this.common.get(word.term) ?? [];
    const own = this.terms.get(`${word.term}=${word.spelling}`);
    const term = (narrow ? own : null) ?? this.terms.get(word.term);
    if (!term) return null;
    const always = word.spelling === null || narrow || (!others.length && only === word.spelling);
    return {
      sections: term.sections,
      titled: () => term.titled ?? term.sections.keys(),
      read: (section) => {
        const place = term.sections.get(section)?.[0];
        if (!place) return null;
        const exact = always || Boolean(own?.sections.has(section));
        /** @type {Span[]} */
        const spans = place.positions.length ? place.positions.map((position) => [position, position, exact]) : NO_SPANS;
        return { count: place.count, exact, spans, whole: false, by };
      },
    };
  }

  /**
   * How often, about, a word stands right before another in a section.
   * @param {Word} one
   * @param {Word} other
   * @param {number} section
   */
  pair(one, other, section) {
    const term = this.terms.get(pairOf(one, other));
    let count = 0;
    for (const place of term?.sections.get(section) ?? []) {
      const [before, after] = /** @type {Term} */ (term).spellings[place.spelling].split(" ");
      const fits = (/** @type {Word} */ word, /** @type {string} */ spelling) => !this.isNarrow(word) || word.spelling === spelling;
      if (fits(one, before) && fits(other, after)) count += place.count;
    }
    return count;
  }

  /**
   * The sections where words stand one after the other, each with the place of the whole.
   * @param {Word[]} words
   * @param {List[]} lists
   * @param {number} by
   * @returns {Generator<[number, Place]>}
   */
  *phrase(words, lists, by) {
    const pairs = words.slice(1).flatMap((word, at) => this.terms.get(pairOf(words[at], word)) ?? []);
    const rarest = [...lists, ...pairs].reduce((one, other) => (other.sections.size < one.sections.size ? other : one));
    for (const section of rarest.sections.keys()) {
      /** @type {Place[]} */
      const parts = [];
      for (const list of lists) {
        const part = list.read(section);
        if (!part) break;
        parts.push(part);
      }
      if (parts.length < lists.length) continue;
      const spans = chained(parts);
      const whole = parts.every((part) => part.whole);
      const count = whole ? spans.length : this.countOf(words, parts, section);
      const exact = whole ? spans.some((span) => span[2]) : parts.every((part) => part.exact);
      if (count) yield [section, { count, exact, spans, whole, by }];
    }
  }

  /**
   * How often, at most, words stand one after the other, by what is known of each two.
   * @param {Word[]} words
   * @param {Place[]} parts
   * @param {number} section
   */
  countOf(words, parts, section) {
    return Math.min(
      ...words.slice(1).map((word, at) =>
        parts[at].whole && parts[at + 1].whole ? chained(parts.slice(at, at + 2)).length : this.pair(words[at], word, section),
      ),
    );
  }

  /**
   * Whether a unit stands right before the next one somewhere in a section.
   * @param {Unit} unit
   * @param {Unit} next
   * @param {Place | null | undefined} place
   * @param {Place | null | undefined} nextPlace
   * @param {number} section
   */
  near(unit, next, place, nextPlace, section) {
    if (!place || !nextPlace) return false;
    if (touch(place.spans, nextPlace.spans)) return true;
    if (place.whole && nextPlace.whole) return false;
    return unit.alternatives.some((words) => next.alternatives.some(([first]) => this.pair(words[words.length - 1], first, section) > 0));
  }
}

/** @param {List[]} lists */
function joined(lists) {
  /** @type {Set<number>} */
  const sections = new Set();
  for (const list of lists) for (const section of list.sections.keys()) sections.add(section);
  return sections;
}

/** Where one unit stands, by any of its alternatives. */
export class UnitPlaces {
  /**
   * @param {Places} places
   * @param {Unit} unit
   */
  constructor(places, unit) {
    this.lists = unit.alternatives.flatMap((words, by) => places.alternative(words, by) ?? []);
    /** @type {{keys(): Iterable<number>, size: number, has(section: number): boolean}} */
    this.sections = this.lists.length === 1 ? this.lists[0].sections : joined(this.lists);
    /** @type {Map<number, Place | null>} */
    this.known = new Map();
  }

  get size() {
    return this.sections.size;
  }

  /** @param {number} section */
  has(section) {
    return this.sections.has(section);
  }

  /** The sections in whose title it may stand, some of them more than once. */
  *maybeTitled() {
    for (const list of this.lists) yield* list.titled?.() ?? list.sections.keys();
  }

  /**
   * @param {number} section
   * @returns {Place | null}
   */
  get(section) {
    let place = this.known.get(section);
    if (place === undefined) {
      place = null;
      for (const list of this.lists) {
        const one = list.read(section);
        if (one) place = place ? both(place, one) : one;
      }
      this.known.set(section, place);
    }
    return place;
  }
}

/**
 * Whether one of some spans ends right before one of others.
 * @param {Span[]} spans
 * @param {Span[]} others
 */
export function touch(spans, others) {
  if (!spans.length || !others.length) return false;
  if (spans.length * others.length < 32) return spans.some((span) => others.some((other) => span[1] === other[0] - 1));
  const ends = new Set(spans.map((span) => span[1]));
  return others.some((span) => ends.has(span[0] - 1));
}

/**
 * How many words, at least, stand between one of some spans and one of others, in either order.
 * @param {Span[]} spans in order
 * @param {Span[]} others in order
 */
export function between(spans, others) {
  let least = Infinity;
  for (let at = 0, by = 0; at < spans.length && by < others.length; ) {
    const [start, end] = spans[at];
    const [from, to] = others[by];
    least = Math.min(least, start > to ? start - to - 1 : Math.max(0, from - end - 1));
    if (start < from) at++;
    else by++;
  }
  return least;
}

/**
 * @param {Place} one
 * @param {Place} other
 * @returns {Place}
 */
const both = (one, other) => ({
  count: one.count + other.count,
  exact: one.exact || other.exact,
  spans: one.spans.length && other.spans.length ? [...one.spans, ...other.spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])
    : one.spans.length ? one.spans : other.spans,
  whole: one.whole && other.whole,
  by: Math.min(one.by, other.by),
});

/**
 * The spans of words that stand one after the other.
 * @param {Place[]} parts
 */
function chained(parts) {
  let spans = parts[0].spans;
  for (const { spans: next } of parts.slice(1)) {
    /** @type {Span[]} */
    const made = [];
    // Both are in order.
    let at = 0;
    for (const [start, end, exact] of spans) {
      while (at < next.length && next[at][0] <= end) at++;
      if (next[at]?.[0] === end + 1) made.push([start, end + 1, exact && next[at][2]]);
    }
    spans = made;
  }
  return spans;
}

/**
 * The units of each section as the bits of a number, and the sections that have any.
 * @param {UnitPlaces[]} found
 * @param {number} count of all sections
 */
export function masksOf(found, count) {
  const masks = new Uint16Array(count);
  found.forEach((one, at) => {
    for (const section of one.sections.keys()) masks[section] |= 1 << at;
  });
  /** @type {number[]} */
  const held = [];
  for (let section = 0; section < count; section++) if (masks[section]) held.push(section);
  return { masks, held };
}
