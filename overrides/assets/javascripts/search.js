// The way into the search. Loaded on every page, so it is small: the rest comes when it is needed.

const dialog = document.querySelector("dialog.search");
const form = dialog?.querySelector("form");

// All of them at once, and not one when the one that needs it has come.
const PARTS = ["dialog", "engine", "index", "places", "terms", "view", "query", "glossary", "numbers", "typing", "words", "passage", "mark", "text"];

// The dialog's code, once, and beside it what the index begins with, which is needed next; a
// failure is not kept.
let loading;
function load() {
  if (!loading) {
    const entry = fetch(new URL("../../search/entry.bin", import.meta.url), { cache: "no-cache" });
    // Whoever reads the answer is told.
    entry.catch(() => {});
    loading = Promise.all(PARTS.map((part) => import(`./search-${part}.js`))).then(
      ([{ openSearch, follow }]) => ({
        openSearch: () => openSearch(dialog, entry),
        follow: () => follow(dialog, entry),
      }),
      (error) => {
        loading = undefined;
        throw error;
      },
    );
  }
  return loading;
}

// Shown before its code is there, so that no letter typed meanwhile is lost.
async function open() {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector(".search__input").select();
  try {
    const { openSearch } = await load();
    form.removeEventListener("submit", early);
    if (dialog.open) openSearch();
  } catch {
    dialog.querySelector(".search__status").textContent = "Chưa tải được phần tìm kiếm. Hãy thử lại sau.";
  }
}

// Enter pressed before the dialog's code is there is answered when it has come.
async function early(event) {
  event.preventDefault();
  await load();
  form.requestSubmit();
}

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

if (dialog?.showModal) {
  form.addEventListener("submit", early);
  document.querySelector(".search-open").addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if ((slash || control) && !dialog.open) {
      event.preventDefault();
      open();
    }
  });
  const asked = new URLSearchParams(location.search);
  if (asked.has("q") || location.pathname.endsWith("/tim-kiem.html")) open();
  // Back from a result in a browser that kept the page, or between two states of this one.
  addEventListener("popstate", async () => {
    if (dialog.open || new URLSearchParams(location.search).has("q")) (await load()).follow();
  });
  if (asked.get("h")) import("./search-mark.js").then(({ markPage }) => markPage(asked.get("h")));
}
