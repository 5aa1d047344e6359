// The packed terms of a shard; the layout is that of macros/search/postings.py.

export class Reader {
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

  numbers(count) {
    const list = new Array(count);
    for (let at = 0; at < count; at++) list[at] = this.number();
    return list;
  }

  text() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

// What a rough count stands for: once, twice, 3 to 5 times, more.
const OFTEN = [1, 2, 3.7, 8];

// One key: a term, a spelling of a common term, or a pair of words. `rough` says that it has no
// places but those in titles, and rough counts.
class Term {
  constructor(reader) {
    this.key = reader.text();
    this.rough = reader.number() === 1;
    this.spellings = Array.from({ length: reader.number() }, () => reader.text());
    const length = reader.number();
    this.body = reader.bytes.subarray(reader.at, reader.at + length);
    reader.at += length;
  }

  // By section, for each spelling that it has there {spelling, count, positions}. Read when asked
  // for: a shard holds many terms, a query a few.
  get sections() {
    if (!this.decoded) {
      const reader = new Reader(this.body);
      this.decoded = new Map();
      this.spellings.forEach((_, spelling) => {
        if (this.rough) {
          this.readRough(reader, spelling);
          readPlaces(reader, (section, positions) => {
            this.decoded.get(section).at(-1).positions = positions;
          });
        } else {
          readPlaces(reader, (section, positions) => {
            this.add(section, { spelling, count: positions.length, positions });
          });
        }
      });
    }
    return this.decoded;
  }

  readRough(reader, spelling) {
    let section = 0;
    for (const both of reader.numbers(reader.number())) {
      section += both >> 2;
      this.add(section, { spelling, count: OFTEN[both & 3], positions: [] });
    }
  }

  add(section, one) {
    const list = this.decoded.get(section);
    if (list) list.push(one);
    else this.decoded.set(section, [one]);
  }
}

function readPlaces(reader, take) {
  const steps = reader.numbers(reader.number());
  const counts = reader.numbers(steps.length);
  let section = 0;
  counts.forEach((count, at) => {
    section += steps[at];
    let position = 0;
    take(section, reader.numbers(count).map((step) => (position += step)));
  });
}

// The terms of a shard, by key.
export function readShard(bytes) {
  const reader = new Reader(bytes);
  const terms = new Map();
  while (reader.at < bytes.length) {
    const term = new Term(reader);
    terms.set(term.key, term);
  }
  return terms;
}
