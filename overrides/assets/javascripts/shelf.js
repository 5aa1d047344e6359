// Filters a long list of volumes by name, with or without marks.
import { wanted } from "./rolls.js";

/** Let readers filter the rows of a shelf. @param {Element} shelf */
export const start = (shelf) => {
  const box = /** @type {HTMLElement | null} */ (shelf.querySelector(".shelf__filter"));
  const input = box?.querySelector("input");
  const status = box?.querySelector("[role=status]");
  if (!box || !input || !status) return;
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (shelf.querySelectorAll(".card"))];
  const names = rows.map((row) => row.querySelector(".card__name")?.textContent ?? "");
  box.hidden = false;
  input.addEventListener("input", () => {
    const fits = wanted(input.value);
    rows.forEach((row, at) => {
      row.hidden = !fits(names[at] ?? "");
    });
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (shelf.querySelectorAll(".shelf__group")))
      group.hidden = !group.querySelector(".card:not([hidden])");
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = input.value.trim() ? `${shown} trong ${rows.length} tập` : "";
  });
};
