// What a keyboard leaves behind when nothing turns it into Vietnamese: Telex (“nguyeenx”) and VNI
// (“Nguye6n”), whole, half-typed or mixed with letters that have their marks (“Nguyênx”).

import { fold } from "./search-text.js";

const ONSETS = ["ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
  "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];
// What may follow the onset of a syllable, without marks.
const RIMES = new Set(("a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu "
  + "i ia ich ie iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc "
  + "oe oen oeo oet oi om on ong ooc oong op ot u ua uan uang uat uay uac uao uc ue uech uenh ui um un ung "
  + "uo uoc uoi uom uon uong uot uou up ut uu uy uya uych uye uyen uyet uyn uynh uyt uyu y ye yem yen yeng yet yeu ych ynh yt")
  .split(" "));
const VOWEL = /[aeiouy]/;

/**
 * Whether a word, whatever its marks, is written as a syllable of Vietnamese is.
 * @param {string} word
 */
export function isSyllable(word) {
  const bare = fold(word.toLowerCase());
  return ONSETS.some((onset) => bare.startsWith(onset) && RIMES.has(bare.slice(onset.length)));
}

const CIRCUMFLEX = "\u0302";
const BREVE = "\u0306";
const HORN = "\u031b";
/** @type {Record<string, string>} */
const TELEX_TONES = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323", z: "" };
/** @type {Record<string, string>} */
const VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323", 0: "" };
/** @type {Record<string, [string, RegExp]>} */
const VNI_MARKS = { 6: [CIRCUMFLEX, /[aeo]/], 7: [HORN, /[ou]/], 8: [BREVE, /a/] };
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * A syllable as it is put together: its letters without tones, each with its other mark, and its
 * tone; `keys` counts the keys that were no letters.
 * @typedef {{letters: {base: string, mark: string}[], tone: string, keys: number}} Syllable
 */

/**
 * Takes one more key of a keyboard; false where it means nothing there.
 * @typedef {(syllable: Syllable, key: string) => boolean} Method
 */

const isVowel = (/** @type {{base: string}} */ letter) => VOWEL.test(letter.base);

/**
 * Puts a mark on the last letter that `fits`, and on the u before an o that gets a horn.
 * @param {Syllable} syllable
 * @param {string} mark
 * @param {RegExp} fits
 */
function putMark({ letters }, mark, fits) {
  const at = letters.findLastIndex((letter) => fits.test(letter.base) && !letter.mark);
  if (at < 0) return false;
  letters[at].mark = mark;
  const before = letters[at - 1];
  // “uo” with a horn is “ươ”, but “quơ” has a “qu”.
  if (mark === HORN && letters[at].base === "o" && before?.base === "u" && letters[at - 2]?.base !== "q") before.mark = HORN;
  return true;
}

/** @param {Syllable} syllable */
function crossD({ letters }) {
  if (letters[0]?.base !== "d" || letters[0].mark) return false;
  letters[0].mark = "đ";
  return true;
}

/**
 * The w of Telex: a mark for the last vowel that takes one, or else an ư.
 * @param {Syllable} syllable
 */
function hook(syllable) {
  const { letters } = syllable;
  const bare = letters.findLast((letter) => /[aou]/.test(letter.base) && !letter.mark);
  if (bare) return putMark(syllable, bare.base === "a" ? BREVE : HORN, new RegExp(bare.base === "a" ? "a" : "[ou]"));
  if (letters.some(isVowel)) return false;
  letters.push({ base: "u", mark: HORN });
  return true;
}

/** @type {Method} */
const telex = (syllable, key) => {
  const { letters } = syllable;
  if (key in TELEX_TONES) {
    if (!letters.some(isVowel)) return false;
    syllable.tone = TELEX_TONES[key];
    return true;
  }
  if (key === "w") return hook(syllable);
  if (key === "d") return letters.length > 0 && crossD(syllable);
  return "aeo".includes(key) && letters.some((letter) => letter.base === key && !letter.mark)
    && putMark(syllable, CIRCUMFLEX, new RegExp(key));
};

/** @type {Method} */
const vni = (syllable, key) => {
  if (key in VNI_TONES) {
    // “khoa12” has no two tones: it is “khoa 12”.
    if (syllable.tone || !syllable.letters.some(isVowel)) return false;
    syllable.tone = VNI_TONES[key];
    return true;
  }
  if (key === "9") return crossD(syllable);
  return key in VNI_MARKS && putMark(syllable, ...VNI_MARKS[key]);
};

/** @type {Method} */
const mixed = (syllable, key) => vni(syllable, key) || (!(key in TELEX_TONES) && telex(syllable, key));

/**
 * The syllable that some keys make; null where they make none, or none but themselves.
 * @param {string} word in small letters, NFC
 * @param {Method} method
 */
function decode(word, method) {
  /** @type {Syllable} */
  const syllable = { letters: [], tone: "", keys: 0 };
  for (const key of word) {
    if (method(syllable, key)) {
      syllable.keys++;
      continue;
    }
    const [base, ...marks] = key === "đ" ? ["d", "đ"] : key.normalize("NFD");
    if (!/[a-z]/.test(base)) return null;
    const tone = marks.find((mark) => TONES.test(mark));
    if (tone) syllable.tone = tone;
    syllable.letters.push({ base, mark: marks.find((mark) => !TONES.test(mark)) ?? "" });
  }
  if (!syllable.keys) return null;
  const made = written(syllable);
  return isSyllable(made) ? made : null;
}

/**
 * A syllable as it is written, its tone where it belongs.
 * @param {Syllable} syllable
 */
function written({ letters, tone }) {
  const first = letters.findIndex(isVowel);
  let from = first;
  // The u of “qu” and the i of “gi” before another vowel belong to the onset.
  const onset = letters[first - 1]?.base;
  const glide = (onset === "q" && letters[first]?.base === "u") || (onset === "g" && letters[first]?.base === "i");
  if (first === 1 && glide && letters[2] && isVowel(letters[2])) from++;
  let to = from;
  while (letters[to + 1] && isVowel(letters[to + 1])) to++;
  const vowels = letters.slice(from, to + 1);
  const marked = vowels.findLastIndex((letter) => letter.mark);
  const closed = to + 1 < letters.length;
  const pair = vowels.slice(-2).map((letter) => letter.base).join("");
  const glides = vowels.length === 2 && ["oa", "oe", "uy"].includes(pair);
  const plain = closed || vowels.length > 2 ? Math.max(0, vowels.length - (closed ? 1 : 2)) : 0;
  const at = from + (marked >= 0 ? marked : glides && closed ? 1 : plain);
  return letters
    .map(({ base, mark }, by) => (mark === "đ" ? "đ" : base + mark) + (by === at ? tone : ""))
    .join("")
    .normalize("NFC");
}

/**
 * What some keys were meant to be, in small letters: “nguyễn” of “nguyeenx” and of “Nguye64n”; null
 * where they are Vietnamese as they stand or make nothing. With `rare` a syllable with “oo” is taken for
 * what is left over too: “coong” for “công”.
 * @param {string} keys letters, and digits for VNI, without a space
 * @param {boolean} [rare]
 * @returns {string | null}
 */
export function decoded(keys, rare = false) {
  const word = keys.toLowerCase().normalize("NFC");
  if (word.length > 12 || !/\p{L}/u.test(word[0] ?? "")) return null;
  if (/[0-9]/.test(word)) return decode(word, vni) ?? decode(word, mixed);
  return isSyllable(word) && !(rare && /oo/.test(word)) ? null : decode(word, telex);
}
