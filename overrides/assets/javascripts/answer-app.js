// Everything that answers a question, in one file (macros/engine/scripts.py), loaded when one is asked.

import { answered } from "./answer-view.js";

export const cardFor = answered;
