// Finds and ranks the sections that a query asks for.
//
// The words as typed come first, in one section and with their marks where marks were typed; only
// where that finds little is the query loosened, one step at a time, and the reader told.

import { Index } from "./search-index.js";
import { Places, keysOf, touch } from "./search-places.js";
import { Glossary } from "./search-glossary.js";
import { MOST_COMMON, commonIn, parse } from "./search-query.js";
import { tokens } from "./search-text.js";

// Below so many results the same words with other marks are shown too, after them.
const FEW = 20;
const MOST_COMPLETIONS = 24;
const SHORTEST_SLIP = 4;
// A section that holds less than this part of what was asked for is no answer.
const LEAST_SHARE = 0.5;
// Kinds whose title is a name: a query that is that name means them.
// The front page of a volume (macros/search/kinds.py), whose title is an organization's full name.
const FRONT = 9;
const FRONT_WORTH = 3.2;
// A title that begins as the query does: “Bí thư Quận ủy” before “Phó Bí thư”.
const BEGINS = 0.4;
// What a section loses that has some of the words only from where it stands.
const FROM_ABOVE = 0.6;
// The part of the sections with a word that makes it a name of their organization.
const MOSTLY = 0.67;
// What each further result of one page loses, so that a table does not fill the list.
const REPEATED = 0.3;
const MOST_REPEATED = 6;
const NAMED = new Set(["person", "document", "organization"]);

export class Engine {
  // `entry` is the answer to a request for the entry that is under way, if there is one.
  static async open(entry) {
    return new Engine(await Index.open(entry));
  }

  constructor(index) {
    this.index = index;
    this.glossary = new Glossary(index.entry.abbreviations);
    this.named = index.entry.kinds.map(([kind]) => NAMED.has(kind));
    this.rows = index.entry.kinds.map(([kind]) => kind === "figure");
    this.owners = index.entry.organizations.map(([, name]) => ` ${tokens(name).map((one) => one.term).join(" ")} `);
  }

  // {units, sections, how, corrected}: section numbers, best first; `how` is "all", "some" (no
  // section has every word) or "none"; `corrected` are the words put in place of unknown ones.
  async search(query) {
    // Guides need not be found; all of the words where there are no others.
    let units = parse(query, this.glossary, this.index.common).units.filter((unit) => !unit.guide);
    // One letter alone is the beginning of a word.
    if (!units.length || /^\p{L}$/u.test(query.trim())) return { units, sections: [], how: "empty", corrected: [] };
    const strict = await this.find(units, true);
    let sections = this.ranked(strict.all);
    if (sections.length && sections.length < FEW && strict.narrowed) {
      const seen = new Set(sections);
      sections = [...sections, ...this.ranked((await this.find(units, false)).all).filter((one) => !seen.has(one))];
    }
    if (sections.length) return { units, sections, how: "all", corrected: [] };
    const loose = this.loosen(units, strict.found);
    units = loose.units;
    const found = await this.find(units, false);
    sections = this.ranked(found.all);
    const how = sections.length ? "all" : "some";
    if (!sections.length) sections = this.ranked(found.some);
    return { units, sections, how: sections.length ? how : "none", corrected: await this.spelled(loose.corrected, sections[0]) };
  }

  // Section numbers, best first.
  ranked(list) {
    const times = new Map();
    for (const one of list.sort(byScore)) {
      const { page } = this.index.sections[one[0]];
      const before = times.get(page) ?? 0;
      times.set(page, before + 1);
      one[1] -= REPEATED * Math.min(before, MOST_REPEATED);
    }
    return list.sort(byScore).map(([section]) => section);
  }

  // Units that ask for less: an unknown last word completed, another put right, a phrase that is
  // nowhere taken word by word.
  loosen(units, found) {
    const corrected = [];
    const apart = units.flatMap((unit, at) =>
      unit.alternatives[0].length > 1 && !found[at].size && !/[0-9]/.test(unit.raw)
        ? unit.alternatives[0].map((word) => ({ alternatives: [[word]], raw: word.term }))
        : [unit],
    );
    // As many common words as a query may have.
    let left = MOST_COMMON - commonIn(apart, this.index.common).size;
    const affordable = (term) => !this.index.common.has(term) || left-- > 0;
    const loosened = apart.map((unit, at) => {
      const [{ term }] = unit.alternatives[0];
      if (unit.alternatives[0].length > 1 || /[0-9]/.test(term)) return unit;
      const missing = !this.index.wordSet.has(term);
      let others = at === apart.length - 1 && term.length > 1 ? this.index.completions(term, MOST_COMPLETIONS).filter(affordable) : [];
      if (missing && !others.length && term.length >= SHORTEST_SLIP) {
        others = this.index.near(term).filter(affordable);
        if (others.length) corrected.push({ raw: unit.raw, others });
      }
      const more = others.map((other) => [{ term: other, spelling: null }]);
      return { ...unit, alternatives: [...unit.alternatives, ...more] };
    });
    return { units: loosened, corrected };
  }

  // For each word put right, as typed and as the first result spells it.
  async spelled(corrected, first) {
    if (!corrected.length || first === undefined) return [];
    const { title, trail, text } = await this.index.shown(first);
    const written = new Map(tokens([title, text, ...trail].join(" ")).map((token) => [token.term, token.spelling]).reverse());
    return corrected.flatMap(({ raw, others }) => {
      const term = others.find((other) => written.has(other));
      return term ? [[raw, written.get(term)]] : [];
    });
  }

  // The sections that have all units, and those that have a good part, each with its score.
  async find(units, strict) {
    const { common } = this.index;
    const places = new Places(await this.index.terms(keysOf(units, common, strict)), common, strict, units.length);
    const found = units.map((unit) => places.unit(unit));
    const total = this.index.entry.sections;
    const worth = found.map((one) => Math.log(1 + (total - one.size + 0.5) / (one.size + 0.5)));
    const asked = { units, places, found, worth };
    return { ...this.collect(asked, this.standing(asked)), found, narrowed: places.narrowed };
  }

  // Which units say where a section stands rather than what it tells: a function from section to
  // mask. “kỷ luật mây hạ” asks for Kỷ luật in the volume of Mây Hạ, which the section need not
  // name again; “so sánh diện tích” for Diện tích on the page So sánh. One syllable alone is seldom
  // a word: in the title of a page it says nothing, in a name only what is mostly said of its bearer.
  standing({ units, found }) {
    const { sections } = this.index;
    const owners = this.owners.map(() => 0);
    for (const { name, start, end } of namings(units, this.owners)) {
      if (end - start > 1 || this.mostlyOf(found[start], name)) owners[name] |= ((1 << (end - start)) - 1) << start;
    }
    const opens = (section) => section === 0 || sections[section - 1].page !== sections[section].page;
    const inTitle = (section, at) => found[at].get(section)?.spans.filter((span) => span[1] < sections[section].title) ?? [];
    const pages = new Map();
    for (let at = 0; at + 1 < found.length; at++) {
      for (const section of found[at].keys()) {
        if (!opens(section) || !touch(inTitle(section, at), inTitle(section, at + 1))) continue;
        const { page } = sections[section];
        pages.set(page, (pages.get(page) ?? 0) | (3 << at));
      }
    }
    return (section) => {
      const { page, organizations } = sections[section];
      const owned = organizations.reduce((mask, one) => mask | owners[one], 0);
      return opens(section) ? owned : owned | (pages.get(page) ?? 0);
    };
  }

  // Whether most sections that hold a word, of those that are of an organization, are of this one.
  mostlyOf(places, organization) {
    const owned = [...places.keys()].map((section) => this.index.sections[section].organizations).filter((of) => of.length);
    return owned.filter((of) => of.includes(organization)).length > MOSTLY * owned.length;
  }

  // How well a section answers that holds the units of `mask` and stands where those of `above` say:
  // as one that holds them all, or, for a little less, as an answer to the units that do not place it.
  scoreWhole(section, mask, above, asked) {
    const { units, found, worth } = asked;
    const whole = mask === (1 << found.length) - 1 ? this.score(section, asked) : -Infinity;
    const told = mask & ~above;
    if (!told || (told === mask && whole > -Infinity)) return whole;
    const of = (list) => list.filter((_, at) => told & (1 << at));
    const less = { ...asked, units: of(units), found: of(found), worth: of(worth) };
    return Math.max(whole, this.score(section, less) - FROM_ABOVE);
  }

  collect(asked, standing) {
    const { found, worth } = asked;
    const masks = new Map();
    found.forEach((one, at) => {
      for (const section of one.keys()) masks.set(section, (masks.get(section) ?? 0) | (1 << at));
    });
    const full = (1 << found.length) - 1;
    const all = [];
    const some = [];
    const pages = new Map();
    for (const [section, mask] of masks) {
      const { page } = this.index.sections[section];
      pages.set(page, (pages.get(page) ?? 0) | mask);
      const above = standing(section);
      if ((mask | above) === full) {
        const score = this.scoreWhole(section, mask, above, asked);
        if (score > -Infinity) all.push([section, score]);
      }
    }
    if (all.length) return { all, some };
    const sum = worth.reduce((one, other) => one + other, 0);
    for (const [section, mask] of masks) {
      const share = worth.reduce((one, other, at) => one + (mask & (1 << at) ? other : 0), 0) / sum;
      const whole = pages.get(this.index.sections[section].page) === full;
      if (share >= LEAST_SHARE || whole) some.push([section, 9 * share + 3 * whole + this.score(section, asked)]);
    }
    return { all, some };
  }

  // How well a section answers: how often and how near to each other its words stand, whether its
  // title is what was asked for, and what it is worth by itself.
  score(section, { units, places, found, worth }) {
    const about = this.index.sections[section];
    const here = found.map((one) => one.get(section));
    const count = found.length;
    const slack = 0.4 + 0.6 * (about.length / Math.max(1, this.index.entry.average));
    let relevance = 0;
    let exact = 0;
    here.forEach((place, at) => {
      if (!place) return;
      relevance += (worth[at] * place.count) / (place.count + slack);
      exact += place.exact ? 1 : 0;
    });
    relevance /= worth.reduce((one, other) => one + other, 0) || 1;
    // A row is titled by its day as well: one word or one day alone asks for no row.
    const last = count === 1 && this.rows[about.kind] ? 0 : about.title;
    const inTitle = here.map((place) => place?.spans.filter((span) => span[1] < last) ?? []);
    const titled = inTitle.filter((list) => list.length).length / count;
    // Five words of a title of five say more than five of thirty.
    const words = new Set(inTitle.flat().flatMap(([start, end]) => range(start, end)));
    const fill = words.size / about.title || 0;
    const most = Math.min(1, 2 * fill);
    let score = 2 * relevance + exact / count + 0.75 * titled * (1 + most) + 0.2 * about.weight;
    if (inTitle[0].some(([start]) => start === 0)) score += BEGINS * titled;
    if (count > 1) score += 3 * adjacency(count, (at) => places.near(units[at], units[at + 1], here[at], here[at + 1], section));
    if (titled === 1) {
      score += 2 * fill + most * adjacency(count, (at) => touch(inTitle[at], inTitle[at + 1]));
      if (this.named[about.kind]) score += 3 * fill ** 1.5;
      if (about.weight >= FRONT) score += FRONT_WORTH;
    }
    return score;
  }
}

// Where units say a name: the longest runs of words that are part of one name and of no other.
function namings(units, names) {
  const said = (start, end) => ` ${units.slice(start, end).flatMap((unit) => unit.alternatives[0].map((word) => word.term)).join(" ")} `;
  const found = [];
  for (let start = 0; start < units.length; start++) {
    for (let end = units.length; end > start; end--) {
      const of = [...names.keys()].filter((name) => names[name].includes(said(start, end)));
      if (!of.length) continue;
      if (of.length === 1) found.push({ name: of[0], start, end });
      start = end - 1;
      break;
    }
  }
  return found;
}

const byScore = (one, other) => other[1] - one[1] || one[0] - other[0];
const range = (start, end) => Array.from({ length: end - start + 1 }, (_, at) => start + at);

// The part of the units that stand right before the next one somewhere, as `near` says of each; 1
// for one unit.
function adjacency(count, near) {
  if (count < 2) return 1;
  let pairs = 0;
  for (let at = 0; at + 1 < count; at++) if (near(at)) pairs++;
  return pairs / (count - 1);
}
