// The keys of the dialog, besides those that a field has by itself.

/**
 * Whether a key closes the dialog. Otherwise the browser clears the field first; while text is composed,
 * Escape only ends that.
 * @param {KeyboardEvent} event
 */
export function closes(event) {
  if (event.key !== "Escape" || event.isComposing) return false;
  event.preventDefault();
  return true;
}

/**
 * The arrows go through the results; a letter typed while a result has the focus goes into the field.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} field
 * @param {HTMLElement[]} links the results in order, and what follows them
 */
export function move(event, field, links) {
  const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const inField = document.activeElement === field && !event.isComposing;
  if (event.key in steps && (at >= 0 || inField)) {
    event.preventDefault();
    const next = at + steps[event.key];
    (next < 0 ? field : links[Math.min(next, links.length - 1)])?.focus();
  } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    field.focus();
  }
}
