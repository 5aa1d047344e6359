// The answers' index, read piece by piece; the layout is that of macros/search/answers/shards.py.

import { fetchedFrom, keptIn } from "./search-files.js";
import { isOnDisk, siteRoot } from "./search-site.js";

/** @typedef {{version: string, shards: string[], posts: import("./answer-parse.js").Post[], ends: string, cities: string[],
 *   site: import("./answer-site.js").Pages}} Entry */
/** @typedef {import("./search-files.js").Files} Files */

/** @param {Uint8Array} bytes */
const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

const filesOf = () => (isOnDisk
  ? keptIn(/** @type {{siteAnswerFiles?: Record<string, string>}} */ (globalThis).siteAnswerFiles ?? {})
  : fetchedFrom(new URL("answers/", siteRoot)));

export class Store {
  /**
   * @param {Files} files
   * @param {Entry} entry
   */
  constructor(files, entry) {
    this.files = files;
    this.entry = entry;
    /** @type {Map<number, Promise<Record<string, any>>>} */
    this.shards = new Map();
  }

  static async open(files = filesOf()) {
    return new Store(files, json(await files.entry()));
  }

  /**
   * The record of a key; undefined where there is none.
   * @param {string} key
   * @returns {Promise<any>}
   */
  async get(key) {
    // The last shard that does not begin after the key.
    const shard = this.entry.shards.findLastIndex((first) => first <= key);
    return shard < 0 ? undefined : (await this.shard(shard))[key];
  }

  /** @param {number} number */
  shard(number) {
    const reading = this.shards.get(number) ?? this.files.piece(this.entry.version, String(number)).then(json);
    // A failure is not kept: the next question asks again.
    reading.catch(() => this.shards.delete(number));
    this.shards.set(number, reading);
    return reading;
  }
}
