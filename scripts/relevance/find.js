// The first places that the engine finds for each query: {site, queries} in, [{how, count, first}] out; a
// place is its own address and those that it stands in.

import { asked, openEngine, placesOf } from "./engine.js";

const { site, queries } = asked();
const engine = await openEngine(site);
const found = [];
for (const query of queries) {
  const { sections, how } = await engine.search(query);
  found.push({ how, count: sections.length, first: await Promise.all(sections.slice(0, 10).map((one) => placesOf(engine, one))) });
}
console.log(JSON.stringify(found));
