// Keys of the untold page: to the next task, and what to do with the draft that has the focus.

const tasks = () => [...document.querySelectorAll("[data-task]")];

/** Move the focus to the task after (1) or before (-1) where it is now. */
function go(step) {
  const all = tasks();
  if (all.length === 0) return;
  const here = document.activeElement?.closest("[data-task]") ?? null;
  const at = here ? all.indexOf(here) : step > 0 ? -1 : all.length;
  const next = all[(at + step + all.length) % all.length];
  if (next instanceof HTMLElement) next.focus();
}

/** Press the button of the draft in focus that a key stands for. */
function press(key) {
  const form = document.activeElement?.closest("form");
  const button = form?.querySelector(`button[data-key="${key}"]`);
  if (!(button instanceof HTMLButtonElement) || !form) return;
  if (key === "e") form.querySelector("textarea")?.focus();
  else form.requestSubmit(button);
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-key="e"]') : null;
  if (button) button.closest("form")?.querySelector("textarea")?.focus();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.matches("textarea, input");
  if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.dataset.enter) {
    press(event.target.dataset.enter);
    event.preventDefault();
    return;
  }
  if (event.key === "Escape" && typing) {
    const form = event.target.closest("form");
    if (form instanceof HTMLElement) form.focus();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if ("aerx".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

/** Go on at the first task from a place on. */
function goOn(place) {
  const after = (one) => one === place || place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  const task = tasks().find(after);
  if (task instanceof HTMLElement) task.focus();
}

const refused = document.querySelector("form[autofocus]");
const place = location.hash ? document.getElementById(location.hash.slice(1)) : null;
if (refused instanceof HTMLElement) refused.focus();
else if (place) goOn(place);
document.documentElement.dataset.listens = "";
