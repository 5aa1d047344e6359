// The way into the search. Loaded on every page, so it is small: the rest comes when it is needed.
// A plain script, not a module: a page that was opened from a disk loads no modules.

/**
 * What search-app.js leaves behind when it has come.
 * @typedef {{open(dialog: HTMLDialogElement, source: unknown): void,
 *   followAddress(dialog: HTMLDialogElement, source: unknown): void, mark(words: string): void}} App
 */

(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.search"));
  const onDisk = location.protocol === "file:";

  /** @type {Record<string, Promise<unknown>>} */
  const loading = {};

  /**
   * Loads another script of the site, once; a failure is not kept.
   * @param {string} path
   */
  function load(path) {
    loading[path] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = String(new URL(path, own));
      script.onload = resolve;
      script.onerror = () => {
        delete loading[path];
        script.remove();
        reject(new Error(path));
      };
      document.head.append(script);
    });
    return loading[path];
  }

  const siteSearch = () => /** @type {{siteSearch: App}} */ (/** @type {unknown} */ (globalThis)).siteSearch;
  const app = async () => {
    await load("search-app.js");
    return siteSearch();
  };

  /** @type {unknown} */
  let source;
  // Fetches the code and, at the same time, the entry of the index, which is needed next.
  async function ready() {
    if (onDisk) await load("../../search/offline.js");
    else if (!source) {
      const entry = fetch(new URL("../../search/entry.bin", own), { cache: "no-cache" });
      // A failure is reported where the response is read.
      entry.catch(() => {});
      source = entry;
    }
    return app();
  }

  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog?.querySelector(name));

  // Shown before its code is there, so that no letter typed meanwhile is lost.
  async function open() {
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    /** @type {HTMLInputElement} */ (part(".search__input")).select();
    try {
      const found = await ready();
      part("form").removeEventListener("submit", early);
      if (dialog.open) found.open(dialog, source);
    } catch {
      part(".search__status").textContent = "Chưa tải được phần tìm kiếm. Hãy thử lại sau.";
    }
  }

  /**
   * Enter pressed before the dialog's code is there is answered when it has come.
   * @param {Event} event
   */
  async function early(event) {
    event.preventDefault();
    await ready();
    /** @type {HTMLFormElement} */ (part("form")).requestSubmit();
  }

  const isTyping = (/** @type {EventTarget | null} */ element) => element instanceof Element && element.closest("input, textarea, select, [contenteditable]");

  function listen() {
    part("form").addEventListener("submit", early);
    document.querySelector(".search-open")?.addEventListener("click", (event) => {
      const { ctrlKey, metaKey, shiftKey, button } = /** @type {MouseEvent} */ (event);
      if (ctrlKey || metaKey || shiftKey || button) return;
      event.preventDefault();
      open();
    });
    document.addEventListener("keydown", (event) => {
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      if ((slash || control) && !dialog?.open) {
        event.preventDefault();
        open();
      }
    });
    const asked = new URLSearchParams(location.search);
    if (asked.has("q") || location.pathname.endsWith("/tim-kiem.html")) open();
    // Back from a result in a browser that kept the page, or between two states of this one.
    addEventListener("popstate", async () => {
      if (dialog && (dialog.open || new URLSearchParams(location.search).has("q"))) (await ready()).followAddress(dialog, source);
    });
    const words = asked.get("h");
    if (words) app().then(({ mark }) => mark(words), () => {});
  }

  // A disk shows a folder as a list of files, where a host answers with its page.
  function leadToFiles() {
    for (const link of document.querySelectorAll("a[href]")) {
      const target = new URL(String(link.getAttribute("href")), location.href);
      if (target.protocol !== "file:" || !target.pathname.endsWith("/")) continue;
      target.pathname += "index.html";
      link.setAttribute("href", target.href);
    }
  }

  if (onDisk) leadToFiles();
  // Not all browsers that run scripts have dialogs.
  if (dialog && "showModal" in dialog) listen();
})();
