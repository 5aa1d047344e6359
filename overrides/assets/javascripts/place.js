// The place bar names the section that is read: the last heading above the top of the text.

/** Keep the name of the current section in the place bar. @param {Element} place */
export const start = (place) => {
  const headings = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article :is(h2, h3)[id]"))];
  const head = document.querySelector(".md-header");
  if (!headings.length || !head) return;
  /** @type {HTMLElement | undefined} */
  let shown;
  let waiting = false;
  const look = () => {
    waiting = false;
    const top = head.getBoundingClientRect().bottom + 40;
    const current = headings.findLast((one) => one.getBoundingClientRect().top < top);
    if (current === shown) return;
    shown = current;
    place.replaceChildren(current ? linkTo(current) : "");
    place.toggleAttribute("hidden", !current);
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  addEventListener("scroll", soon, { passive: true });
  look();
};

/** Return a link to a heading, without the marks beside its words. @param {HTMLElement} heading */
const linkTo = (heading) => {
  const link = document.createElement("a");
  const words = /** @type {HTMLElement} */ (heading.cloneNode(true));
  for (const mark of words.querySelectorAll(".headerlink, sup")) mark.remove();
  link.href = `#${heading.id}`;
  link.textContent = words.textContent?.trim() ?? "";
  return link;
};
