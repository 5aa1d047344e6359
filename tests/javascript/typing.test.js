// What a keyboard leaves behind, made Vietnamese again; what is Vietnamese as it stands is not touched.

import assert from "node:assert/strict";
import { test } from "node:test";

import { decoded, isSyllable } from "../../overrides/assets/javascripts/search-typing.js";

/** @param {Record<string, string | null>} wanted */
function decodes(wanted) {
  for (const [keys, made] of Object.entries(wanted)) assert.equal(decoded(keys), made, keys);
}

test("Telex is decoded, its tone anywhere in the word", () => {
  decodes({
    nguyeenx: "nguyễn", ddangr: "đảng", nghij: "nghị", quyeets: "quyết", booj: "bộ", dduwowcj: "được",
    truwowngf: "trường", thuowng: "thương", hoaf: "hòa", thuyr: "thủy", hoangf: "hoàng", quyf: "quỳ", giaf: "già",
    gif: "gì", nhw: "như", moji: "mọi", vietej: "việt", khoas: "khóa", DDANGR: "đảng", quoocs: "quốc", hoawcj: "hoặc",
  });
});

test("VNI is decoded, its digits anywhere in the word", () => {
  decodes({ Nguye6n: "nguyên", Nguye64n: "nguyễn", Nguye6n4: "nguyễn", d9a3ng: "đảng", dang93: "đảng", phuo7ng2: "phường", uy3: "ủy", Ba1ch: "bách", thu7: "thư" });
});

test("what is mixed or half-typed is understood too", () => {
  decodes({ Nguyênx: "nguyễn", ddảng: "đảng", dda3ng: "đảng", nguyee: "nguyê", nguyeen: "nguyên", viêjt: "việt" });
});

test("a word that is Vietnamese as it stands is left, and so is what makes no syllable", () => {
  for (const word of ["nguyen", "hoa", "xoong", "đảng", "chanh", "quyet", "an", "ưu", "nghiêng"]) {
    assert.ok(isSyllable(word), word);
    assert.equal(decoded(word), null, word);
  }
  decodes({ zalo: null, district: null, csv: null, UBTVQH15: null, khoa12: null, qd05: null, "1000": null, "": null, mall: null, "🙂": null });
});

test("ten thousand keys take no time", () => {
  const start = performance.now();
  for (const keys of ["nguyeenx".repeat(1250), "sfrxjwaeodd".repeat(900), "d9a3ng".repeat(1600), "a".repeat(10000)]) {
    assert.equal(decoded(keys), null);
  }
  // No benchmark: what hangs takes minutes, and a machine may be busy.
  assert.ok(performance.now() - start < 5000);
});
