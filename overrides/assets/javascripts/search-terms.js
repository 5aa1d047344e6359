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
    /** @type {Map<number, Occurrence[]> | undefined} */
    this.decoded = undefined;
  }

  /**
   * By section, how it stands there in each of its spellings. Read when asked for: a shard holds
   * many terms, a query a few.
   */
  get sections() {
    if (!this.decoded) {
      const reader = new Reader(this.body);
      this.decoded = new Map();
      for (let spelling = 0; spelling < this.spellings.length; spelling++) {
        if (this.rough) this.readRough(reader, spelling, this.decoded);
        else this.readWhole(reader, spelling, this.decoded);
      }
    }
    return this.decoded;
  }

  /**
   * @param {Reader} reader
   * @param {number} spelling
   * @param {Map<number, Occurrence[]>} decoded
   */
  readWhole(reader, spelling, decoded) {
    readPlaces(reader, (section, positions) => {
      const one = { spelling, count: positions.length, positions };
      const list = decoded.get(section);
      if (list) list.push(one);
      else decoded.set(section, [one]);
    });
  }

  /**
   * The sections of a common term, often ten thousand, share four objects, one for each rough count.
   * @param {Reader} reader
   * @param {number} spelling
   * @param {Map<number, Occurrence[]>} decoded
   */
  readRough(reader, spelling, decoded) {
    const shared = OFTEN.map((count) => [{ spelling, count, positions: NOWHERE }]);
    let section = 0;
    for (let left = reader.number(); left > 0; left--) {
      const both = reader.number();
      section += both >> 2;
      const list = decoded.get(section);
      decoded.set(section, list ? [...list, ...shared[both & 3]] : shared[both & 3]);
    }
    readPlaces(reader, (titled, positions) => {
      const list = decoded.get(titled) ?? [];
      const { count } = list[list.length - 1];
      decoded.set(titled, [...list.slice(0, -1), { spelling, count, positions }]);
    });
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
