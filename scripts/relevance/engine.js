// The engine of the site in Node.js, over the files of a built site.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import { Engine } from "../../overrides/assets/javascripts/search-engine.js";

/** @param {string} site its folder */
export function openEngine(site) {
  const read = async (/** @type {string} */ path) => new Uint8Array(gunzipSync(readFileSync(`${site}/search/${path}.bin`)));
  return Engine.open({ entry: () => read("entry"), piece: (version, name) => read(`${version}/${name}`) });
}

/** Everything on the standard input, as JSON. */
export const asked = () => JSON.parse(readFileSync(0, "utf8"));

/**
 * The addresses of a section and of those that it stands in on its page, its own first.
 * @param {Engine} engine
 * @param {number} section
 */
export async function placesOf(engine, section) {
  const { page, anchor: own, trail } = await engine.index.shown(section);
  const places = [own ? `${page}#${own}` : page];
  let above = trail.length - 1;
  for (let at = section - 1; at >= 0 && above >= 0 && engine.index.page[at] === engine.index.page[section]; at--) {
    const { title, anchor } = await engine.index.shown(at);
    if (title !== trail[above]) continue;
    if (anchor) places.push(`${page}#${anchor}`);
    above--;
  }
  return places;
}
