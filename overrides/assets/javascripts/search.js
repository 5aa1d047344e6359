// The way into the search. Loaded on every page, so it is small: the rest comes when it is needed.
// A plain script, not a module: a page that was opened from a disk loads no modules.

/**
 * What search-app.js leaves behind when it has come.
 * @typedef {{open(dialog: HTMLDialogElement, source: unknown): void,
 *   followAddress(dialog: HTMLDialogElement, source: unknown): void, mark(words: string): void}} App
 */

(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const opener = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".search-open"));
  const onDisk = location.protocol === "file:";

  /**
   * An element with its attributes and what it holds; text is set as text.
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {...(string | Node)} content
   */
  function made(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }
  const icon = (/** @type {string} */ name) => made("span", { class: `icon icon--${name}`, "aria-hidden": "true" });
  const help = (/** @type {string} */ text) => made("p", {}, ...text.split("|").map((one, number) => (number % 2 ? made("i", {}, one) : one)));

  // The dialog, which only this script can open: made here, it weighs on no page.
  function build() {
    const field = { class: "search__input", type: "search", name: "q", "aria-label": "Từ cần tìm", placeholder: "Tên, số văn bản, ngày, từ ngữ" };
    const typing = { autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" };
    const form = made("form", { class: "search__form", role: "search", action: opener?.href ?? "" });
    form.append(icon("search"), made("input", { ...field, ...typing }), made("button", { class: "search__close", type: "button", "aria-label": "Đóng tìm kiếm" }, icon("close")));
    // Only the field stays in its place: on a small screen, or much enlarged, the rest scrolls.
    const body = made("div", { class: "search__body", tabindex: "-1" });
    body.append(
      made("div", { role: "status" }, made("p", { class: "search__status" }), made("p", { class: "search__note", hidden: "" }), made("p", { class: "search__spoken" })),
      made("div", { class: "search__filters", hidden: "" }),
      made("section", { class: "search__answer", "aria-label": "Trả lời", hidden: "" }),
      made("ol", { class: "search__results", "aria-label": "Kết quả" }),
      made("button", { class: "search__more", type: "button", hidden: "" }, "Xem thêm kết quả"),
      made(
        "div",
        { class: "search__help" },
        help("Dấu có hay không đều được: |uy ban kiem tra|, |Ủy ban Kiểm tra|, |UBKT|. Gõ có dấu thì chữ đúng dấu đứng trước."),
        help("Số văn bản, ngày, số thứ tự viết kiểu nào cũng được: |05 ct tw|, |27-1-1994|, |đại hội thứ ba|, |đại hội III|."),
        help('Trong ngoặc kép là một cụm từ: |"dân vận khéo"|. Dấu trừ bỏ đi một từ: |bí thư -phó|.'),
        help("Hỏi cũng được: ai giữ một chức vào một năm, có bao nhiêu, thành lập khi nào, nay thuộc đâu, một chữ viết tắt là gì."),
      ),
      made("p", { class: "search__places" }),
    );
    const dialog = /** @type {HTMLDialogElement} */ (made("dialog", { class: "search", "aria-label": "Tìm kiếm" }, form, body));
    opener?.after(dialog);
    form.addEventListener("submit", early);
    return dialog;
  }

  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  const theDialog = () => {
    dialog ??= build();
    return dialog;
  };

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

  /** @type {{entry: Promise<Response>, columns: Promise<Response>} | undefined} */
  let source;
  // Fetches the code and, at the same time, what every query needs of the index.
  async function ready() {
    if (onDisk) await load("../../search/offline.js");
    else if (!source) {
      const entry = fetch(new URL("../../search/entry.bin", own), { cache: "no-cache" });
      source = { entry, columns: columnsAfter(entry) };
      // A failure is reported where the response is read.
      for (const one of [entry, source.columns]) one.catch(() => {});
    }
    return app();
  }

  /**
   * Asks for the columns of the index as soon as the first bytes of its entry say their version: in the
   * header of the gzip (macros/search/write.py), so that nothing need be unpacked.
   * @param {Promise<Response>} entry
   */
  async function columnsAfter(entry) {
    const body = /** @type {ReadableStream} */ ((await entry).clone().body).getReader();
    const { value } = await body.read();
    body.cancel();
    const version = String.fromCharCode(...value.subarray(10, 22));
    return fetch(new URL(`../../search/${version}/c.bin`, own));
  }

  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog?.querySelector(name));

  // Shown before its code is there, so that no letter typed meanwhile is lost.
  async function open() {
    // Asked for before the dialog is shown: that lays out the whole page anew, on a long page and a
    // slow phone for half a second.
    const coming = ready();
    const dialog = theDialog();
    if (!dialog.open) dialog.showModal();
    /** @type {HTMLInputElement} */ (part(".search__input")).select();
    try {
      const found = await coming;
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
    // A finger is on the button for some time before that is a click.
    opener?.addEventListener("pointerdown", () => {
      ready().catch(() => {});
    });
    opener?.addEventListener("click", (event) => {
      const { ctrlKey, metaKey, shiftKey, button } = event;
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
      if (dialog?.open || new URLSearchParams(location.search).has("q")) (await ready()).followAddress(theDialog(), source);
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
  if (opener && "HTMLDialogElement" in globalThis) listen();
})();
