// The sections of a built site as the engine shows them: {site} in, [{places, title, trail, text}] out.

import { asked, openEngine, placesOf } from "./engine.js";

const { site } = asked();
const engine = await openEngine(site);
await engine.index.columns();
const sections = [];
for (let at = 0; at < engine.index.entry.sections; at++) {
  const { title, trail, text } = await engine.index.shown(at);
  sections.push({ places: await placesOf(engine, at), title, trail: trail.join(" · "), text });
}
console.log(JSON.stringify(sections));
