// The root of the site, and the addresses of its pages, for the page that searches it.

const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

export const siteRoot = ROOT;
export const isOnDisk = ROOT.protocol === "file:";

/**
 * The address of a page of the site; on a disk, where no server does so, index.html is added to a folder.
 * @param {string} page from the site's root
 */
export function addressOf(page) {
  const address = new URL(page, ROOT);
  if (isOnDisk && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address;
}
