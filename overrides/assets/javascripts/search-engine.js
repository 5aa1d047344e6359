// Finds and ranks the sections that a query asks for.
//
// The words as typed come first, together in one section and with their marks where marks were typed;
// only where that finds nothing is the query read another way, and the reader told (search-repair.js).
// A word that no page has never empties the list.

import { AT } from "./search-features.js";
import { Glossary } from "./search-glossary.js";
import { Index } from "./search-index.js";
import { byScore, listed } from "./search-listing.js";
import { givenIn, saysPost } from "./search-named.js";
import { Places, keysOf, masksOf } from "./search-places.js";
import { parse, retyped } from "./search-query.js";
import { LEAST_NAMED, Ranking } from "./search-rank.js";
import { fitting, missingUnits, repaired, suspects, unglued } from "./search-repair.js";
import { Standing } from "./search-standing.js";
import { tokens } from "./search-text.js";

/** @typedef {import("./search-files.js").Files} Files */
/** @typedef {import("./search-query.js").Unit} Unit */
/** @typedef {import("./search-query.js").Query} Query */
/** @typedef {import("./search-rank.js").Asked} Asked */
/** @typedef {import("./search-terms.js").Term} Term */

/**
 * A section that may answer: its score, the mask of the units that it lacks, whether they stand
 * scattered in it, and its features.
 * @typedef {{section: number, score: number, lacks: number, scattered: boolean, features: number[]}} Candidate
 */

/**
 * One reading of a query, and what it finds. `together`: some section has all units, close to each other;
 * `narrowed`: sections that spell a word with other marks were left out; `ofGuide`, by unit: only the guide
 * for editors has it, while other units are found elsewhere.
 * @typedef {Asked & {candidates: Candidate[], together: boolean, narrowed: boolean, terms: Map<string, Term>,
 *   ofGuide: boolean[]}} Attempt
 */

/**
 * What was found. `how`: "all" units stand together in a section, only "some" of them do, "none" is found;
 * or the query is "empty", or too "short" (one letter). `dropped` are the words that no page has; `put` the
 * words that were read as others, and why; `lacks` the units that a section does not have.
 * @typedef {{query: Query, units: Unit[], sections: number[], how: "all" | "some" | "none" | "empty" | "short",
 *   dropped: Unit[], put: {raw: string, made: string, why: "typing" | "spelling"}[], lacks: Map<number, Unit[]>}} Found
 */

// With fewer results than these, sections that spell the words with other marks follow.
const FEW = 20;
// A section that has a smaller share of the query than this is no answer.
const LEAST_SHARE = 0.5;
// The same where some sections have all of it. Where ENOUGH have all of it, of the others only the
// bearers of a name in the query are answers.
const LEAST_BESIDE = 0.65;
const ENOUGH = 6;
// What a missing number or phrase costs, in addition to what any missing word does.
const LACKING = 0.25;
// The missing share above which an organization loses more.
const HALF = 0.45;
// Of more sections, only the likeliest are scored.
const MOST_SCORED = 500;

export class Engine {
  /** @param {Files} files */
  static async open(files) {
    return new Engine(await Index.open(files));
  }

  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.glossary = new Glossary(index.entry.abbreviations);
    this.ranking = new Ranking(index);
    this.standing = new Standing(index);
    this.posts = index.entry.posts.map((post) => tokens(post.normalize("NFC")).map((word) => word.term));
  }

  /**
   * @param {string} text
   * @param {{verbatim?: boolean}} [as] `verbatim`: words are read only as they are typed
   * @returns {Promise<Found>}
   */
  async search(text, as = {}) {
    const query = this.parse(text);
    /** @type {Found} */
    const nothing = { query, units: [], sections: [], how: "empty", dropped: [], put: [], lacks: new Map() };
    if (!query.units.length) return nothing;
    // One letter alone is the beginning of a word.
    if (/^\p{L}$/u.test(text.trim())) return { ...nothing, how: "short" };
    const { attempt, put, dropped, corrected } = await this.understood(text, as);
    const sections = listed(this.index, attempt.candidates);
    const { units, candidates } = attempt;
    return {
      query: attempt.query,
      units,
      sections,
      how: !sections.length ? "none" : attempt.together ? "all" : "some",
      dropped,
      put: [...put, ...(await this.spelled(corrected, attempt, sections[0]))],
      lacks: new Map(candidates.filter((one) => one.lacks).map((one) => [one.section, units.filter((_, at) => one.lacks & (1 << at))])),
    };
  }

  /**
   * The reading of a query that finds most, and which words in it differ from those typed.
   * @param {string} text
   * @param {{verbatim?: boolean, parted?: boolean}} as `parted`: words that were typed together are apart
   * @returns {Promise<{attempt: Attempt, put: Found["put"], dropped: Unit[], corrected: Unit[]}>}
   */
  async understood(text, { verbatim = false, parted = false }) {
    const { attempt, put } = verbatim ? { attempt: await this.attempt(this.parse(text), true), put: [] } : await this.read(text);
    if (attempt.together && !missingUnits(attempt).length) {
      const other = verbatim ? null : await this.otherwise(attempt);
      if (other) return { ...other, put };
      const few = attempt.narrowed && attempt.candidates.length < FEW;
      return { attempt: few ? await this.widened(attempt) : attempt, put, dropped: [], corrected: [] };
    }
    const apart = verbatim || parted ? null : await unglued(attempt, this.index);
    if (apart) {
      const made = await this.understood(apart.text, { parted: true });
      return { ...made, put: [...put, ...apart.put.map(([raw, made]) => ({ raw, made, why: /** @type {const} */ ("spelling") })), ...made.put] };
    }
    const { units, dropped, corrected } = await repaired(attempt, this.index, { verbatim, suspect: verbatim ? [] : suspects(attempt) });
    if (!units.some((unit) => !unit.guide)) return { attempt: { ...attempt, units: [], candidates: [] }, put, dropped, corrected };
    const made = await this.mended({ ...attempt.query, units }, corrected, false);
    return { ...made, put, dropped: [...dropped, ...made.dropped] };
  }

  /**
   * The attempt with corrected units, each with those corrections that fit its neighbours (see `fitting`);
   * without units that are nowhere and that no correction fits (`dropped`).
   * @param {Query} query
   * @param {Unit[]} corrected
   * @param {boolean} strict
   */
  async mended(query, corrected, strict) {
    const attempt = await this.attempt(query, strict);
    const right = fitting(attempt, query.units.filter((unit) => unit.own !== undefined));
    const dropped = query.units.filter((unit) => right.get(unit) === null);
    const units = query.units.filter((unit) => !dropped.includes(unit)).map((unit) => right.get(unit) ?? unit);
    return { attempt: await this.attempt({ ...query, units }, strict), corrected: corrected.flatMap((unit) => right.get(unit) ?? []), dropped };
  }

  /**
   * For an attempt that finds all words, one of which stands beside none of the others: an attempt that
   * reads this word as another one. Null where there is none, or it scores no better.
   * @param {Attempt} attempt
   */
  async otherwise(attempt) {
    const suspect = suspects(attempt);
    if (!suspect.length) return null;
    const { units, corrected } = await repaired(attempt, this.index, { verbatim: false, suspect });
    const begun = units.length < attempt.query.units.length;
    if (!corrected.length && !begun) return null;
    const made = await this.mended({ ...attempt.query, units }, corrected, true);
    const best = (/** @type {Attempt} */ { candidates }) => Math.max(...candidates.map((one) => one.score));
    if (begun) return made;
    return made.corrected.some((unit) => unit.alternatives.length > (unit.own ?? 0)) && best(made.attempt) > best(attempt) ? made : null;
  }

  /** @param {string} text */
  parse(text) {
    return parse(text, this.glossary, this.index.common);
  }

  /**
   * The best reading of what was typed: as it stands, or as Telex or VNI keys that were not converted.
   * @param {string} text
   * @returns {Promise<{attempt: Attempt, put: Found["put"]}>}
   */
  async read(text) {
    const sure = retyped(text);
    const plain = sure?.sure ? null : await this.attempt(this.parse(text), true);
    if (plain?.together && !missingUnits(plain).length && !isTornApart(plain)) return { attempt: plain, put: [] };
    const other = plain ? retyped(text, (term) => plain.terms.has(term) && plain.found.some((one, at) => one.size > 0 && plain.units[at].alternatives[0][0].term === term)) : sure;
    if (!other) return { attempt: plain ?? (await this.attempt(this.parse(text), true)), put: [] };
    const attempt = await this.attempt(this.parse(other.text), true);
    const better = !plain || isTornApart(plain) || missingUnits(attempt).length < missingUnits(plain).length || (attempt.together && !plain.together);
    if (!better) return { attempt: /** @type {Attempt} */ (plain), put: [] };
    return { attempt, put: other.put.map(([raw, made]) => ({ raw, made, why: "typing" })) };
  }

  /**
   * @param {Query} query
   * @param {boolean} strict
   * @returns {Promise<Attempt>}
   */
  async attempt(query, strict) {
    const { index } = this;
    const units = query.units.filter((unit) => !unit.guide);
    const gaps = query.units.flatMap((unit, at) => (unit.guide ? [] : [Boolean(query.units[at - 1]?.guide)]));
    const [terms] = await Promise.all([index.terms([...keysOf(units, index.common, strict), ...keysOf(query.without, index.common, false)]), index.columns()]);
    const places = new Places(terms, index.common, strict, units.length);
    const found = units.map((unit) => places.unit(unit));
    const narrowed = places.narrowed;
    const total = index.entry.sections;
    const worth = found.map((one) => Math.log(1 + (total - one.size + 0.5) / (one.size + 0.5)));
    /** @type {Asked} */
    const asked = { query, units, places, found, worth, gaps, elsewhere: () => false, given: givenIn(query.units, this.posts), several: 0, owned: 0, alias: -1, post: saysPost(units, this.posts) };
    const without = query.without.map((unit) => new Places(terms, index.common, true, 1).unit(unit));
    // The guide for editors answers only if it alone has every unit that is found.
    const guides = found.map((one) => this.ranking.isOfGuide(one));
    const guideAlone = guides.every((one, at) => one || !found[at].size);
    const owned = this.standing.ownedBy(query.without);
    const candidates = this.candidates(asked, without.length ? (section) => owned(section) || without.some((one) => one.get(section)) : () => false);
    const isGuide = (/** @type {number} */ section) => this.ranking.isGuide(section) && !guideAlone;
    const together = candidates.some((one) => !one.lacks && !one.scattered && !isGuide(one.section));
    return { ...asked, candidates, terms, narrowed, together, ofGuide: guides.map((one) => one && !guideAlone) };
  }

  /**
   * The sections that have all units, and those that have enough of them.
   * @param {Asked} asked
   * @param {(section: number) => boolean} isLeftOut
   */
  candidates(asked, isLeftOut) {
    const { index } = this;
    const { found, worth } = asked;
    const { masks, held } = masksOf(found, index.entry.sections);
    const full = (1 << found.length) - 1;
    const { above: standing, elsewhere, several, alias, owned } = this.standing.of(asked.units, found);
    Object.assign(asked, { elsewhere, alias, owned, several: several | this.ranking.namedApart(held, asked, full) });
    /** @type {[number, number, number][]} */
    const whole = [];
    for (const section of held) {
      const mask = masks[section];
      const above = standing(section);
      if ((mask | above) === full && !isLeftOut(section)) whole.push([section, mask, above]);
    }
    const all = this.likeliest(whole, asked).flatMap(([section, mask, above]) => this.wholeCandidate(section, mask, above, asked) ?? []);
    // The lists of sources and the guide do not count: they repeat what is told elsewhere.
    const few = all.filter((one) => !one.scattered && !this.ranking.isAside(one.section)).length;
    if (found.length < 2) return all;
    const sum = worth.reduce((one, other) => one + other, 0);
    // Tens of thousands of sections share a few masks.
    const shares = /** @type {Map<number, number>} */ (new Map());
    const shareOf = (/** @type {number} */ mask) => {
      let share = shares.get(mask);
      if (share === undefined) {
        share = worth.reduce((one, other, at) => one + (mask & (1 << at) ? other : 0), 0) / sum;
        shares.set(mask, share);
      }
      return share;
    };
    const pages = new Uint16Array(index.openings.length);
    for (const section of held) pages[index.page[section]] |= masks[section];
    // Where some sections have everything, others that lack a number, a phrase, the name of a person or
    // one of several organizations are no answer.
    const exact = asked.units.reduce((mask, unit, at) => mask | (unit.quoted || unit.ordinal || /[0-9]/.test(unit.raw) ? 1 << at : 0), this.ranking.givenTo(held, asked));
    const needed = few ? exact : 0;
    const apart = few ? asked.several : 0;
    const partly = (/** @type {number} */ least) => {
      const part = /** @type {[number, number, number][]} */ ([]);
      for (const section of held) {
        const mask = masks[section];
        const above = standing(section);
        const onPage = !few && pages[index.page[section]] === full;
        if ((mask | above) === full || (mask & needed) !== needed || ((mask | above) & apart) !== apart || isLeftOut(section)) continue;
        const near = few < ENOUGH && (shareOf(mask | above) >= least || onPage);
        if (near || (mask & (mask - 1) && this.ranking.entity(section, asked) >= (few < ENOUGH ? LEAST_NAMED : 1))) part.push([section, mask, above]);
      }
      return part;
    };
    let part = partly(few ? LEAST_BESIDE : LEAST_SHARE);
    // Rather little than nothing: where no section has half of what is asked, those that have most of it.
    if (!all.length && !part.length) part = partly(held.reduce((most, one) => Math.max(most, isLeftOut(one) ? 0 : shareOf(masks[one] | standing(one))), 0));
    const some = this.likeliest(part, asked).map(([section, mask, above]) => {
      const missing = 1 - shareOf(mask | above) + LACKING * bits(exact & ~mask);
      return this.partCandidate(section, mask, above, asked, { missing, shareOf, onPage: pages[index.page[section]] === full, beside: few > 0 || (asked.several & (mask | above)) !== asked.several });
    });
    return [...all, ...some];
  }

  /**
   * Of very many sections those that are likeliest to answer, by a cheap estimate.
   * @param {[number, number, number][]} list
   * @param {Asked} asked
   */
  likeliest(list, { found }) {
    if (list.length <= MOST_SCORED) return list;
    const { index } = this;
    const rough = list.map(([section]) => {
      let sum = index.weight[section] / 5;
      for (const one of found) {
        const place = one.get(section);
        if (!place) continue;
        sum += place.spans.length && place.spans[0][1] < index.title[section] ? 2 : 0;
        sum += place.count / (place.count + 0.4 + 0.6 * (index.length[section] / index.entry.average));
      }
      return sum;
    });
    const least = [...rough].sort((one, other) => other - one)[MOST_SCORED];
    return list.filter((_, at) => rough[at] >= least);
  }

  /**
   * The candidate of a section that has the units of `mask`, while those of `above` say where it stands. Its
   * score is the best of two: as a section with all units, or as an answer to the units that do not say
   * where it stands.
   * @param {number} section
   * @param {number} mask
   * @param {number} above
   * @param {Asked} asked
   * @returns {Candidate | null}
   */
  wholeCandidate(section, mask, above, asked) {
    const full = (1 << asked.units.length) - 1;
    /** @type {number[][]} */
    const made = [];
    if (mask === full) made.push(this.ranking.features(section, asked, full, above));
    const told = mask & ~above;
    // It may say again what stands above it: “Kỷ luật” on the page “Kiểm tra và kỷ luật”.
    for (const units of new Set([told, mask])) {
      if (units && units !== full) made.push(this.ranking.features(section, asked, units, above));
    }
    // The front page of an organization need not say each of its names.
    if (!made.length && this.ranking.isCalled(section, asked)) made.push(this.ranking.features(section, asked, mask, above));
    if (!made.length) return null;
    const [features, score] = made.map((one) => /** @type {[number[], number]} */ ([one, this.ranking.score(one)])).reduce((one, other) => (other[1] > one[1] ? other : one));
    return { section, score, lacks: 0, scattered: features[AT.scattered] > 0, features };
  }

  /**
   * @param {number} section
   * @param {number} mask
   * @param {number} above
   * @param {Asked} asked
   * @param {{missing: number, shareOf: (mask: number) => number, onPage: boolean, beside: boolean}} how `missing`: the
   *   share of the query that it lacks; `shareOf`: the share that some units are; `onPage`: whether its page has
   *   everything; `beside`: whether other sections do
   * @returns {Candidate}
   */
  partCandidate(section, mask, above, asked, { missing, shareOf, onPage, beside }) {
    const full = (1 << asked.units.length) - 1;
    // As an answer to the units that it has, or to those that are its name; what it lacks counts separately.
    const named = this.ranking.entity(section, asked) === 1 ? this.ranking.titled(section, asked, mask) : 0;
    const made = [...new Set([mask & ~above || mask, mask, named || mask])].map((units) => {
      const features = this.ranking.features(section, asked, units, above, true);
      features[AT.above] = mask & above ? 1 : 0;
      features[AT.missing] = missing;
      features[AT.onPage] = onPage ? 1 : 0;
      const isOrganization = this.ranking.isOrganization(section);
      // In a long question the name is a small part, and its other words stand in many entries.
      const besides = units === named ? Math.max(missing, 1 - shareOf(named)) : missing;
      if (isOrganization) features[AT.lacking] = besides + (units === named ? 4 : 2) * Math.max(0, besides - HALF);
      features[isOrganization ? AT.beside : AT.behind] = beside ? 1 : 0;
      return features;
    });
    const features = made.reduce((one, other) => (this.ranking.score(other) > this.ranking.score(one) ? other : one));
    return { section, score: this.ranking.score(features), lacks: full & ~(mask | above), scattered: true, features };
  }

  /**
   * The attempt with further sections behind: those that have the same words with other marks.
   * @param {Attempt} attempt
   * @returns {Promise<Attempt>}
   */
  async widened(attempt) {
    const wide = await this.attempt(attempt.query, false);
    const seen = new Set(attempt.candidates.map((one) => one.section));
    const least = Math.min(...attempt.candidates.map((one) => one.score));
    const more = wide.candidates.filter((one) => !one.lacks && !one.scattered && !seen.has(one.section));
    const most = Math.max(0, ...more.map((one) => one.score));
    const after = more.map((one) => ({ ...one, score: one.score - most + least - 2 }));
    return { ...attempt, candidates: [...attempt.candidates, ...after] };
  }

  /**
   * The words that the first result has only as corrected: as they were typed, and as it spells them.
   * @param {Unit[]} corrected
   * @param {Attempt} attempt
   * @param {number | undefined} first
   * @returns {Promise<Found["put"]>}
   */
  async spelled(corrected, attempt, first) {
    const changed = corrected.filter((unit) => first !== undefined && (attempt.found[attempt.units.indexOf(unit)]?.get(first)?.by ?? -1) >= (unit.own ?? Infinity));
    if (!changed.length || first === undefined) return [];
    const { title, trail, text } = await this.index.shown(first);
    const written = new Map(tokens([title, text, ...trail].join(" ").normalize("NFC")).map((token) => /** @type {[string, string]} */ ([token.term, token.spelling])).reverse());
    return changed.flatMap(({ raw, alternatives, own = 0 }) => {
      const word = alternatives.slice(own).find(([one]) => written.has(one.term));
      return word ? [{ raw, made: /** @type {string} */ (written.get(word[0].term)), why: /** @type {const} */ ("spelling") }] : [];
    });
  }
}

const bits = (/** @type {number} */ mask) => mask.toString(2).replaceAll("0", "").length;

/**
 * Whether digits that are typed at the end of a word stand apart from it in the best section: then they may
 * be the keys of a mark, as in “Le6”, and not a number, as in “đại hội6”.
 * @param {Attempt} attempt
 */
function isTornApart({ query, units, candidates, places, found }) {
  const [best] = [...candidates].sort(byScore);
  if (!best) return false;
  return units.some((unit, at) => {
    const glued = at > 0 && /^[0-9]+$/.test(unit.raw) && /\p{L}/u.test(query.text[unit.start - 1] ?? "");
    return glued && !places.near(units[at - 1], unit, found[at - 1].get(best.section), found[at].get(best.section), best.section);
  });
}
