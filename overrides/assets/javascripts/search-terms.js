// The packed terms of a shard; the layout is that of macros/search/postings.py.

// One for all texts: to make a decoder costs more than to read a text with it.
const DECODER = new TextDecoder();

/** Reads numbers of variable length and texts, one after the other. */
export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** @param {number} count */
  numbers(count) {
    const list = new Array(count);
    for (let at = 0; at < count; at++) list[at] = this.number();
    return /** @type {number[]} */ (list);
  }

  /**
   * Fills `column` with numbers; returns it.
   * @template {Uint8Array | Uint32Array | Float64Array} T
   * @param {T} column
   */
  fill(column) {
    for (let at = 0; at < column.length; at++) column[at] = this.number();
    return column;
  }

  text() {
    const length = this.number();
    this.at += length;
    return DECODER.decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/**
 * How often a term stands in a section in one spelling (its number), and at which places.
 * @typedef {{spelling: number, count: number, positions: number[]}} Occurrence
 */

// What a rough count stands for: once, twice, 3 to 5 times, more.
const OFTEN = [1, 2, 3.7, 8];
/** @type {number[]} */
const NOWHERE = [];

/**
 * Where a common term or a pair stands, often in ten thousand sections: tables of numbers, not an object
 * for each section.
 */
class Rough {
  /**
   * @param {Reader} reader
   * @param {number} spellings how many
   */
  constructor(reader, spellings) {
    /** @type {Uint8Array[]} by spelling and section, 0 or one more than the class of the count */
    this.often = [];
    /** @type {Map<number, Occurrence[]>} those with a place in the title */
    this.titled = new Map();
    // All others share four objects for each spelling.
    this.shared = Array.from({ length: spellings }, (_, spelling) => OFTEN.map((count) => [{ spelling, count, positions: NOWHERE }]));
    const lists = this.shared.map((_, spelling) => this.read(reader, spelling));
    this.list = lists.length === 1 ? lists[0] : Uint32Array.from(new Set(lists.flatMap((list) => [...list])));
  }

  /**
   * The sections of one spelling.
   * @param {Reader} reader
   * @param {number} spelling
   */
  read(reader, spelling) {
    const list = new Uint32Array(reader.number());
    const classes = new Uint8Array(list.length);
    let section = 0;
    for (let at = 0; at < list.length; at++) {
      const both = reader.number();
      section += both >> 2;
      list[at] = section;
      classes[at] = (both & 3) + 1;
    }
    const often = new Uint8Array(section + 1);
    for (let at = 0; at < list.length; at++) often[list[at]] = classes[at];
    this.often.push(often);
    readPlaces(reader, (titled, positions) => {
      this.titled.set(titled, [{ spelling, count: OFTEN[often[titled] - 1], positions }]);
    });
    return list;
  }

  get size() {
    return this.list.length;
  }

  keys() {
    return this.list.values();
  }

  /** @param {number} section */
  has(section) {
    return this.often.some((often) => often[section] > 0);
  }

  /**
   * @param {number} section
   * @returns {Occurrence[] | undefined}
   */
  get(section) {
    const titled = this.titled.get(section);
    if (titled) return titled;
    if (this.often.length === 1) return this.shared[0][this.often[0][section] - 1];
    const found = this.often.flatMap((often, spelling) => (often[section] ? this.shared[spelling][often[section] - 1] : []));
    return found.length ? found : undefined;
  }
}

/** @typedef {Pick<Map<number, Occurrence[]>, "keys" | "size" | "has" | "get">} Sections */

/**
 * One key: a term, a spelling of a common term, or a pair of words. `rough` says that it has no
 * places but those in titles, and rough counts.
 */
export class Term {
  /** @param {Reader} reader */
  constructor(reader) {
    this.key = reader.text();
    this.rough = reader.number() === 1;
    /** @type {string[]} */
    this.spellings = Array.from({ length: reader.number() }, () => reader.text());
    const length = reader.number();
    this.body = reader.bytes.subarray(reader.at, reader.at + length);
    reader.at += length;
    /** @type {Sections | undefined} */
    this.decoded = undefined;
  }

  /**
   * By section, how it stands there in each of its spellings. Read when asked for: a shard holds
   * many terms, a query a few.
   * @returns {Sections}
   */
  get sections() {
    this.decoded ??= this.rough ? new Rough(new Reader(this.body), this.spellings.length) : this.whole();
    return this.decoded;
  }

  /** The sections in whose title it stands, where they are known apart. */
  get titled() {
    const { sections } = this;
    return sections instanceof Rough ? sections.titled.keys() : undefined;
  }

  whole() {
    const reader = new Reader(this.body);
    /** @type {Map<number, Occurrence[]>} */
    const decoded = new Map();
    for (let spelling = 0; spelling < this.spellings.length; spelling++) {
      readPlaces(reader, (section, positions) => {
        const one = { spelling, count: positions.length, positions };
        const list = decoded.get(section);
        if (list) list.push(one);
        else decoded.set(section, [one]);
      });
    }
    return decoded;
  }
}

/**
 * @param {Reader} reader
 * @param {(section: number, positions: number[]) => void} take
 */
function readPlaces(reader, take) {
  const steps = reader.numbers(reader.number());
  const counts = reader.numbers(steps.length);
  let section = 0;
  counts.forEach((count, at) => {
    section += steps[at];
    let position = 0;
    take(section, reader.numbers(count).map((step) => {
      position += step;
      return position;
    }));
  });
}

/**
 * The terms of a shard, by key.
 * @param {Uint8Array} bytes
 */
export function readShard(bytes) {
  const reader = new Reader(bytes);
  /** @type {Map<string, Term>} */
  const terms = new Map();
  while (reader.at < bytes.length) {
    const term = new Term(reader);
    terms.set(term.key, term);
  }
  return terms;
}
