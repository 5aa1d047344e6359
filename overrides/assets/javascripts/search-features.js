// The features of a section that may answer, by name and in order. Each has a weight, which is data
// (macros/search/weights.json).

/** @typedef {(typeof FEATURES)[number]} Feature */

export const FEATURES = /** @type {const} */ ([
  // How often the units stand there, the rare ones first; how many stand there as spelled.
  "relevance", "exact",
  // How many stand in the title; whether the title begins so.
  "titled", "begins",
  // How many stand right before the next unit, or near it.
  "adjacent", "near",
  // Of a title that holds all units: how much of it they are, how many stand side by side in it,
  // whether it is the name of a thing that has an entry, and whether it is that of a volume.
  "filled", "titleAdjacent", "named", "front",
  // Of a title that the units say wholly: how many units are in it, whatever else the query says.
  "told",
  // What the section is worth by itself.
  "worth",
  // That some units say where it stands, not what it tells; that one stands far from all others.
  "above", "scattered",
  // That it is of another organization than the query names.
  "elsewhere",
  // Its kind; a chapter's counts for nothing. Of the guide for editors, that nothing asks for it.
  "person", "document", "organization", "figure", "conflict", "term", "source", "year", "page", "guide",
  // Of a figure, that the query says a number.
  "figureAsked",
  // That its kind is what the question asks for; that a year lies within its span.
  "who", "howMany", "what", "within",
  // How many units it has only as they were corrected, how much of what is asked for it lacks, and
  // whether its page has all of it.
  "corrected", "missing", "onPage",
  // How much of the name of a thing that has an entry is in the query, word by word: of a person or a
  // document it is what is asked for, of an organization it may be where that stands.
  "entity", "entityOrganization",
  // That it is a person whose given name stands where one does; that an ordinal stands in its title.
  "given", "ordinal",
  // Where a query names several organizations: that the section speaks of all of them; and of a page
  // above all organizations, how much of the rest of the query its title says.
  "several", "compared",
  // Of an organization, how much it lacks, and that other sections lack nothing: its name may only say
  // where those stand. Of any other section that lacks something, that others lack nothing.
  "lacking", "beside", "behind",
  // That it is the front page of the organization that the query is another name of.
  "alias",
  // Of a source, that the query does not say most of its title, which is long.
  "besideTitle",
  // How much of what is asked for stands within a few lines.
  "dense",
  // That it is what a question asks of all organizations or of the site itself; that it is a person whom
  // a question about who else held a post names; that it says what the one word asked for means.
  "aboutAll", "whoElse", "meaning",
  // That it is of a year, where nothing but days, months or years is asked for.
  "dated",
]);
// The number of each feature in the list.
export const AT = /** @type {Record<Feature, number>} */ (Object.fromEntries(FEATURES.map((name, at) => [name, at])));
