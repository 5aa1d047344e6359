// Everything of the search that a page loads when it is asked for, in one file (macros/engine/scripts.py).

import { openSearch, follow } from "./search-dialog.js";
import { Engine } from "./search-engine.js";
import { fetched, keptIn } from "./search-files.js";
import { markPage } from "./search-mark.js";

export const open = openSearch;
export const followAddress = follow;
export const mark = markPage;
// For whoever asks the engine without the dialog.
export const engineOf = (/** @type {Parameters<typeof fetched>[0]} */ root) => Engine.open(fetched(root));
export const engineKeptIn = (/** @type {Parameters<typeof keptIn>[0]} */ kept) => Engine.open(keptIn(kept));
