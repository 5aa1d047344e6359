// The index, fetched piece by piece as a query needs it; the layout is that of
// macros/search/write.py.

import { Reader, readShard } from "./search-terms.js";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL("search/", ROOT);

export const addressOf = (page) => new URL(page, ROOT);

async function unpacked(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const stream = response.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

// The last of the sorted `list` that is not after `value`.
function lastNotAfter(list, value) {
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
  // The entry names the version of all the rest: an old copy of it would miss a new site.
  static async open(entry = fetch(new URL("entry.bin", FOLDER), { cache: "no-cache" })) {
    const reader = new Reader(await unpacked(await entry));
    const length = reader.number();
    reader.at += length;
    return new Index(json(reader.bytes.subarray(reader.at - length, reader.at)), reader);
  }

  // The columns of the sections follow the entry.
  constructor(entry, columns) {
    this.entry = entry;
    this.words = entry.words.split(" ").filter(Boolean);
    this.wordSet = new Set(this.words);
    this.common = new Map(Object.entries(entry.common));
    this.pieces = new Map();
    this.readSections(columns);
  }

  piece(name, read) {
    if (!this.pieces.has(name)) {
      const url = new URL(`${this.entry.version}/${name}.bin`, FOLDER);
      const reading = fetch(url).then(unpacked).then(read);
      // A failure is not kept: the next query asks again.
      reading.catch(() => this.pieces.delete(name));
      this.pieces.set(name, reading);
    }
    return this.pieces.get(name);
  }

  readSections(reader) {
    const column = () => reader.numbers(this.entry.sections);
    const [kinds, weights, titles, lengths, groups, opens] = [column(), column(), column(), column(), column(), column()];
    let page = -1;
    this.sections = kinds.map((kind, at) => {
      page += opens[at];
      const organizations = this.entry.groups[groups[at]];
      return { kind, weight: weights[at], title: titles[at], length: 2 ** (lengths[at] / 2), organizations, page };
    });
    let start = 0;
    this.blocks = reader.numbers(reader.number()).map((size) => {
      start += size;
      return start - size;
    });
  }

  // The terms and pairs asked for that the site has, by key.
  async terms(wanted) {
    if (!this.entry.shards.length) return new Map();
    const shards = new Set(wanted.map((term) => lastNotAfter(this.entry.shards, term)));
    const read = await Promise.all([...shards].map((shard) => this.piece(`t${shard}`, readShard)));
    const all = new Map(read.flatMap((terms) => [...terms]));
    return new Map(wanted.filter((term) => all.has(term)).map((term) => [term, all.get(term)]));
  }

  // Words that begin with `start`, itself not among them.
  completions(start, most) {
    const found = [];
    for (let at = lastNotAfter(this.words, start); at < this.words.length && found.length < most; at++) {
      const word = this.words[at];
      if (word.startsWith(start) && word !== start) found.push(word);
      else if (word > start && !word.startsWith(start)) break;
    }
    return found;
  }

  // Words that one slip of a finger away from `word`: a letter more, less, other, or two swapped.
  near(word) {
    return this.words.filter((other) => oneSlip(word, other));
  }

  // The sections of a kind and of an organization, "" for any.
  filtered(sections, { kind, organization }) {
    const wanted = this.entry.kinds.findIndex(([one]) => one === kind);
    const owner = this.entry.organizations.findIndex(([one]) => one === organization);
    return sections.filter((section) => {
      const about = this.sections[section];
      return (wanted < 0 || about.kind === wanted) && (owner < 0 || about.organizations.includes(owner));
    });
  }

  // [kind, its name, how many of `sections`] for each kind that there is.
  countKinds(sections, chosen) {
    const of = this.filtered(sections, { ...chosen, kind: "" });
    const counts = tally(of.map((section) => this.sections[section].kind));
    return this.entry.kinds.flatMap(([kind, label], at) => (counts.has(at) ? [[kind, label, counts.get(at)]] : []));
  }

  // [id, name, how many of `sections`] for each organization that there is.
  countOrganizations(sections) {
    const counts = tally(sections.flatMap((section) => this.sections[section].organizations));
    return this.entry.organizations.flatMap(([id, name], at) => (counts.has(at) ? [[id, name, counts.get(at)]] : []));
  }

  // What a reader sees of a section: {page, anchor, title, trail, text}.
  async shown(section) {
    const block = lastNotAfter(this.blocks, section);
    const list = await this.piece(`s${block}`, json);
    const [page, anchor, title, trail, text] = list[section - this.blocks[block]];
    return { page, anchor, title, trail, text };
  }
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

export function oneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = one.slice(start);
  const otherRest = other.slice(start);
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)
    || (rest.length > 1 && rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2));
}
