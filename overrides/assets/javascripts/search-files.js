// The files of the index: fetched from the site, or kept in one script beside a page that was opened
// from a disk, where a browser fetches nothing. The layout is that of macros/search/write.py.

/**
 * What the index is read from: the entry, and the pieces of the version that it names.
 * @typedef {{entry(): Promise<Uint8Array>, piece(version: string, name: string): Promise<Uint8Array>}} Files
 */

/** @param {BodyInit} packed */
async function unpacked(packed) {
  const stream = /** @type {ReadableStream} */ (new Response(packed).body).pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {Response} response */
async function bodyOf(response) {
  if (!response.ok || !response.body) throw new Error(`${response.status} ${response.url}`);
  return unpacked(response.body);
}

/**
 * Responses to requests that are under way: to that for the entry, and to that for the columns.
 * @typedef {{entry: Promise<Response>, columns: Promise<Response>}} Coming
 */

/**
 * The files in a folder of a site. The entry names the version of all other files, so an old copy of it is
 * never used.
 * @param {URL} folder
 * @param {Coming} [coming] what was requested beforehand; each response is read once
 * @returns {Files}
 */
export function fetchedFrom(folder, coming) {
  let columns = coming?.columns;
  return {
    entry: async () => bodyOf(await (coming?.entry ?? fetch(new URL("entry.bin", folder), { cache: "no-cache" }))),
    piece: async (version, name) => {
      const early = name === "c" ? columns : undefined;
      if (early) columns = undefined;
      return bodyOf(await (early ?? fetch(new URL(`${version}/${name}.bin`, folder))));
    },
  };
}

/**
 * The files of the index of a site at `root`.
 * @param {URL} root
 * @param {Coming} [coming]
 */
export const fetched = (root, coming) => fetchedFrom(new URL("search/", root), coming);

/**
 * The files in the one script that stands for them on a disk: base64 by name.
 * @param {Record<string, string>} kept
 * @returns {Files}
 */
export function keptIn(kept) {
  const read = async (/** @type {string} */ name) => {
    if (!(name in kept)) throw new Error(name);
    return unpacked(Uint8Array.from(atob(kept[name]), (letter) => letter.charCodeAt(0)));
  };
  return { entry: () => read("entry"), piece: (_, name) => read(name) };
}
