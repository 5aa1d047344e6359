// Where the units of a query stand: section by section, with as much of the places as the index has.
//
// Of a common term it has the places in titles alone; that it stands beside another word is known
// from the pair of the two (macros/search/postings.py).

// In a longer query a common word that is typed as the site spells it somewhere is just that: its
// other spellings would double what is fetched, and the other words say enough.
const SHORT = 5;

const pairOf = (one, other) => `${one.term} ${other.term}`;

// The keys that a query needs of the index. `common` are the spellings of each common term.
export function keysOf(units, common, strict) {
  const keys = new Set();
  const narrow = strict || units.length > SHORT;
  const addPair = (one, other) => {
    if (common.has(one.term) || common.has(other.term)) keys.add(pairOf(one, other));
  };
  units.forEach((unit, at) => {
    for (const words of unit.alternatives) {
      for (const word of words) wordKeys(word, common, narrow).forEach((key) => keys.add(key));
      words.slice(1).forEach((word, before) => addPair(words[before], word));
      for (const next of units[at + 1]?.alternatives ?? []) addPair(words.at(-1), next[0]);
    }
  });
  return [...keys];
}

function wordKeys({ term, spelling }, common, narrow) {
  const spellings = common.get(term) ?? [];
  if (spellings.length < 2 || !spellings.includes(spelling)) return [term];
  return narrow ? [`${term}=${spelling}`] : [term, `${term}=${spelling}`];
}

// What the terms that were fetched say of a query. A unit's place in a section is {count, exact,
// spans, whole}: how often, whether as spelled, the known [first word, last word, as spelled], and
// whether those are all.
export class Places {
  // `strict`: a word that is spelled as the site spells it somewhere stands only where it is so.
  // `count` is that of the units.
  constructor(terms, common, strict, count) {
    Object.assign(this, { terms, common, strict, long: count > SHORT, narrowed: false });
  }

  // Of a unit: Map of its place by section.
  unit({ alternatives }) {
    const found = new Map();
    for (const words of alternatives) {
      const lists = words.map((word) => this.word(word));
      if (lists.some((list) => !list)) continue;
      for (const [section, place] of words.length > 1 ? this.phrase(words, lists) : each(lists[0])) {
        const before = found.get(section);
        found.set(section, before ? both(before, place) : place);
      }
    }
    return found;
  }

  spellings({ term }) {
    return this.common.get(term) ?? this.terms.get(term)?.spellings ?? [];
  }

  isNarrow(word) {
    const spellings = this.spellings(word);
    const strict = this.strict || (this.long && this.common.has(word.term));
    return strict && spellings.length > 1 && spellings.includes(word.spelling);
  }

  // Of a word: its sections, and a function from a section to its place there or null.
  word(word) {
    const narrow = this.isNarrow(word);
    if (narrow) this.narrowed = true;
    if (this.common.has(word.term)) return this.commonWord(word, narrow);
    const term = this.terms.get(word.term);
    if (!term) return null;
    const wanted = term.spellings.indexOf(word.spelling);
    const read = (section) => {
      const spans = [];
      for (const { spelling, positions } of term.sections.get(section) ?? []) {
        const exact = spelling === wanted || word.spelling === null;
        if (exact || !narrow) spans.push(...positions.map((position) => [position, position, exact]));
      }
      return spans.length ? { count: spans.length, exact: spans.some((span) => span[2]), spans, whole: true } : null;
    };
    return { sections: term.sections, read };
  }

  commonWord(word, narrow) {
    const [only, ...others] = this.common.get(word.term);
    const own = this.terms.get(`${word.term}=${word.spelling}`);
    const term = narrow ? own : this.terms.get(word.term);
    const always = word.spelling === null || narrow || (!others.length && only === word.spelling);
    const read = (section) => {
      const [place] = term.sections.get(section) ?? [];
      if (!place) return null;
      const exact = always || Boolean(own?.sections.has(section));
      return { count: place.count, exact, spans: place.positions.map((position) => [position, position, exact]), whole: false };
    };
    return { sections: term.sections, read };
  }

  // How often, about, a word stands right before another in a section.
  pair(one, other, section) {
    const term = this.terms.get(pairOf(one, other));
    let count = 0;
    for (const place of term?.sections.get(section) ?? []) {
      const [before, after] = term.spellings[place.spelling].split(" ");
      const fits = (word, spelling) => !this.isNarrow(word) || word.spelling === spelling;
      if (fits(one, before) && fits(other, after)) count += place.count;
    }
    return count;
  }

  // The sections where words stand one after the other, each with the place of the whole.
  *phrase(words, lists) {
    const pairs = words.slice(1).map((word, at) => this.terms.get(pairOf(words[at], word))).filter(Boolean);
    const rarest = [...lists, ...pairs].reduce((one, other) => (other.sections.size < one.sections.size ? other : one));
    for (const section of rarest.sections.keys()) {
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
      if (count) yield [section, { count, exact, spans, whole }];
    }
  }

  // How often, at most, words stand one after the other, by what is known of each two.
  countOf(words, parts, section) {
    return Math.min(
      ...words.slice(1).map((word, at) =>
        parts[at].whole && parts[at + 1].whole ? chained(parts.slice(at, at + 2)).length : this.pair(words[at], word, section),
      ),
    );
  }

  // Whether a unit stands right before the next one somewhere in a section.
  near(unit, next, place, nextPlace, section) {
    if (!place || !nextPlace) return false;
    if (touch(place.spans, nextPlace.spans)) return true;
    if (place.whole && nextPlace.whole) return false;
    return unit.alternatives.some((words) => next.alternatives.some(([first]) => this.pair(words.at(-1), first, section)));
  }
}

// Whether one of some spans ends right before one of others.
export function touch(spans, others) {
  const ends = new Set(spans.map((span) => span[1]));
  return others.some((span) => ends.has(span[0] - 1));
}

function* each(list) {
  for (const section of list.sections.keys()) {
    const place = list.read(section);
    if (place) yield [section, place];
  }
}

const both = (one, other) => ({
  count: one.count + other.count,
  exact: one.exact || other.exact,
  spans: [...one.spans, ...other.spans],
  whole: one.whole && other.whole,
});

// The spans of words that stand one after the other.
function chained(parts) {
  let spans = parts[0].spans;
  for (const part of parts.slice(1)) {
    const next = new Map(part.spans.map(([start, , exact]) => [start, exact]));
    spans = spans
      .filter((span) => next.has(span[1] + 1))
      .map(([start, end, exact]) => [start, end + 1, exact && next.get(end + 1)]);
  }
  return spans;
}
