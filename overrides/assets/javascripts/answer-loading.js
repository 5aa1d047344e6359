// Loads what answers questions, which is a script of its own: most queries are none.

import { isOnDisk, siteRoot } from "./search-site.js";

/**
 * Loads a script that stands beside this one.
 * @param {string} path
 */
const loaded = (path) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = String(new URL(path, siteRoot));
  script.onload = resolve;
  script.onerror = () => {
    script.remove();
    reject(new Error(path));
  };
  document.head.append(script);
});

/** @typedef {{cardFor: typeof import("./answer-view.js").answered}} Answers */

/** @type {Promise<Answers> | undefined} */
let loading;

/** What answers a question, loaded once; a failure is not kept. */
export function loadAnswers() {
  loading ??= Promise.all([loaded("assets/javascripts/answer-app.js"), ...(isOnDisk ? [loaded("answers/offline.js")] : [])])
    .then(() => /** @type {{siteAnswers: Answers}} */ (/** @type {unknown} */ (globalThis)).siteAnswers);
  loading.catch(() => (loading = undefined));
  return loading;
}
