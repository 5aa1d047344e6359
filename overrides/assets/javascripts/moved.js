// An address that has moved: on to the new one, with the part of the page that was asked for.
// Without this script the page goes on by itself, to the beginning of the new one.

addEventListener("DOMContentLoaded", () => {
  const anchor = decodeURIComponent(location.hash.slice(1));
  /** @type {HTMLAnchorElement[]} */
  const links = [...document.querySelectorAll("a")];
  const whole = links.find((one) => one.dataset.whole !== undefined);
  const own = links.find((one) => one.dataset.was === anchor);
  if (!whole) return;
  const kept = anchor && !whole.hash ? whole.href + location.hash : whole.href;
  location.replace(anchor && own ? own.href : kept);
});
