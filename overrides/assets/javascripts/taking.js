// Buttons that copy the link and the citation of a page; without this script there are none.
import { copy } from "./copying.js";

/** The address of the page, without the place on it. */
const address = () => location.href.split("#")[0];

// A site that does not know where it stands leaves its address out of its citations.
function citation() {
  const told = document.querySelector(".about-page__citation")?.textContent?.trim() ?? "";
  return told.includes("://") ? told : `${told} Địa chỉ: ${address()}`;
}

/** @param {HTMLElement} row the buttons, and where it is said what came of them */
export function start(row) {
  const status = row.querySelector("[role=status]");
  row.hidden = false;
  row.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || !status) return;
    const done = await copy(button.dataset.copy === "link" ? address() : citation());
    status.textContent = done ? "Đã chép." : "Trình duyệt không cho chép.";
  });
}
