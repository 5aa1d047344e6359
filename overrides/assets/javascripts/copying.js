// Copies a text; also where a page has no right to the clipboard, as one that came by plain HTTP.

/** @param {string} text  @returns {Promise<boolean>} whether it was copied */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

/** @param {string} text */
function byHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "copying";
  const before = document.activeElement;
  // In the open card, if there is one: what is outside a popover cannot be selected on some phones.
  (document.querySelector(".card:popover-open") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
