// A picture opens large over the page, with its caption and credit: zoom, and the others of its
// gallery. Without this script it is a link to its largest copy.

const LINK = "a.picture__open";
// How many times as wide as the window each step of the zoom shows a picture.
const STEPS = [1, 1.5, 2, 3, 4];
// A finger that moves so many pixels aside, and less than half as many up or down, turns the page.
const SWIPE = 40;
const WORDS = {
  close: "Đóng",
  before: "Ảnh trước",
  after: "Ảnh sau",
  larger: "Phóng to",
  smaller: "Thu nhỏ",
};

/** @type {Viewer | undefined} */
let viewer;

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} name its class
 * @param {Node[]} children
 */
function made(tag, name, ...children) {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
}

/**
 * @param {keyof typeof WORDS} what
 * @param {string} sign
 * @param {() => void} act
 */
function button(what, sign, act) {
  const found = made("button", `viewer__button viewer__${what}`);
  found.type = "button";
  found.title = WORDS[what];
  found.setAttribute("aria-label", WORDS[what]);
  found.textContent = sign;
  found.addEventListener("click", act);
  return found;
}

/** The styles of the dialog, which no page needs before a picture is opened. */
function styled() {
  return new Promise((resolve) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("../stylesheets/viewer.css", import.meta.url).href;
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", resolve);
    document.head.append(sheet);
  });
}

class Viewer {
  constructor() {
    /** @type {HTMLAnchorElement[]} */
    this.links = [];
    this.at = 0;
    this.step = 0;
    this.count = made("p", "viewer__count");
    this.count.setAttribute("role", "status");
    this.before = button("before", "‹", () => this.go(-1));
    this.after = button("after", "›", () => this.go(1));
    this.larger = button("larger", "+", () => this.zoom(this.step + 1));
    this.smaller = button("smaller", "−", () => this.zoom(this.step - 1));
    const close = button("close", "×", () => this.dialog.close());
    this.stage = made("div", "viewer__stage");
    this.caption = made("div", "viewer__caption md-typeset");
    const bar = made("div", "viewer__bar", this.count, this.smaller, this.larger, close);
    this.dialog = made("dialog", "viewer", bar, this.before, this.stage, this.after, this.caption);
    this.dialog.addEventListener("keydown", (event) => this.press(event));
    this.dialog.addEventListener("close", () => this.leave());
    this.stage.addEventListener("click", (event) => this.touch(event));
    this.stage.addEventListener("pointerdown", (event) => this.begin(event));
    this.stage.addEventListener("pointerup", (event) => this.swipe(event));
    for (const name of /** @type {const} */ (["pointercancel", "lostpointercapture"])) this.stage.addEventListener(name, () => this.forget());
    document.body.append(this.dialog);
  }

  /** @param {HTMLAnchorElement} link */
  open(link) {
    const gallery = link.closest(".gallery");
    this.links = gallery ? [...gallery.querySelectorAll(LINK)].filter((one) => one instanceof HTMLAnchorElement) : [link];
    this.dialog.classList.toggle("viewer--single", this.links.length < 2);
    this.show(this.links.indexOf(link));
    this.dialog.showModal();
    // Back, as on a phone, leaves the picture and not the page.
    if (!history.state?.picture) history.pushState({ picture: true }, "");
    // The picture itself, so that arrows move it when it is larger than the window.
    this.stage.focus();
  }

  /** @param {number} at */
  show(at) {
    this.at = at;
    const link = this.links[at];
    const picture = /** @type {HTMLElement} */ (link.querySelector("picture")?.cloneNode(true));
    for (const one of picture.querySelectorAll("source, img")) one.setAttribute("sizes", "100vw");
    this.image = /** @type {HTMLImageElement} */ (picture.querySelector("img"));
    this.image.removeAttribute("loading");
    this.stage.replaceChildren(picture);
    this.stage.tabIndex = 0;
    this.dialog.setAttribute("aria-label", this.image.alt);
    const said = link.closest("figure")?.querySelector("figcaption")?.cloneNode(true);
    this.caption.replaceChildren(...(said ? said.childNodes : []));
    this.count.textContent = this.links.length > 1 ? `Ảnh ${at + 1} trên ${this.links.length}` : "";
    this.before.disabled = at === 0;
    this.after.disabled = at === this.links.length - 1;
    this.zoom(0);
  }

  /** @param {number} by */
  go(by) {
    const at = this.at + by;
    if (at < 0 || at >= this.links.length) return;
    this.show(at);
  }

  /** Takes the focus from a button that has just been disabled: it would hear no key any more. */
  keepFocus() {
    const at = document.activeElement;
    if (this.dialog.open && (at === document.body || at?.matches(":disabled"))) this.stage.focus();
  }

  /**
   * Shows the picture larger or smaller, keeping the middle of what is seen, or a point of it.
   * @param {number} step
   * @param {{ x: number, y: number }} point shares of the picture's width and height
   */
  zoom(step, point = this.middle()) {
    const image = this.image;
    if (!image) return;
    this.step = Math.max(0, Math.min(step, STEPS.length - 1));
    this.larger.disabled = this.step === STEPS.length - 1;
    this.smaller.disabled = this.step === 0;
    this.keepFocus();
    const stage = this.stage;
    // Its width where it fits into the window, of which the steps are multiples.
    stage.classList.remove("viewer__stage--zoomed");
    image.style.width = "";
    // No larger than it is, as long as nobody asks for more.
    image.style.maxHeight = `min(100%, ${image.getAttribute("height")}px)`;
    image.style.maxWidth = `min(100%, ${image.getAttribute("width")}px)`;
    const fit = image.getBoundingClientRect().width;
    stage.classList.toggle("viewer__stage--zoomed", this.step > 0);
    if (this.step > 0) {
      image.style.maxHeight = "";
      image.style.maxWidth = "";
      image.style.width = `${Math.round(fit * STEPS[this.step])}px`;
    }
    stage.scrollTo(point.x * image.offsetWidth - stage.clientWidth / 2, point.y * image.offsetHeight - stage.clientHeight / 2);
  }

  /** The middle of what is seen of the picture, in shares of its width and height. */
  middle() {
    const { stage, image } = this;
    if (!image?.offsetWidth) return { x: 0.5, y: 0.5 };
    return {
      x: (stage.scrollLeft + stage.clientWidth / 2) / Math.max(image.offsetWidth, stage.clientWidth),
      y: (stage.scrollTop + stage.clientHeight / 2) / Math.max(image.offsetHeight, stage.clientHeight),
    };
  }

  /**
   * Notes where a finger comes down; two of them zoom, as the browser does.
   * @param {PointerEvent} event
   */
  begin(event) {
    const alone = event.isPrimary && event.pointerType !== "mouse" && !this.step && this.links.length > 1;
    this.from = alone && (visualViewport?.scale ?? 1) === 1 ? { x: event.clientX, y: event.clientY } : undefined;
  }

  forget() {
    this.from = undefined;
  }

  /**
   * Shows the next picture for a finger that went to the left, the one before for one to the right.
   * @param {PointerEvent} event
   */
  swipe(event) {
    const from = this.from;
    this.forget();
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) < SWIPE || Math.abs(y) > Math.abs(x) / 2) return;
    // The click that a browser makes of it would zoom, or close.
    this.swiped = true;
    setTimeout(() => {
      this.swiped = false;
    });
    this.go(x < 0 ? 1 : -1);
  }

  /** @param {MouseEvent} event */
  touch(event) {
    if (this.swiped) return;
    if (event.target !== this.image) {
      this.dialog.close();
      return;
    }
    const box = this.image.getBoundingClientRect();
    const point = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    this.zoom(this.step ? 0 : 2, point);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, () => void>} */
    const acts = {
      "+": () => this.zoom(this.step + 1),
      "=": () => this.zoom(this.step + 1),
      "-": () => this.zoom(this.step - 1),
      0: () => this.zoom(0),
      PageUp: () => this.go(-1),
      PageDown: () => this.go(1),
      Home: () => this.go(-this.at),
      End: () => this.go(this.links.length - 1 - this.at),
    };
    // Of a picture that is larger than the window, arrows show another part.
    if (!this.step) Object.assign(acts, { ArrowLeft: () => this.go(-1), ArrowRight: () => this.go(1) });
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Returns to the picture that was seen last. */
  leave() {
    if (this.dialog.open) return; // opened again before the browser said that it was closed
    if (history.state?.picture) history.back();
    this.links[this.at]?.focus();
    this.stage.replaceChildren();
  }
}

/** @param {HTMLAnchorElement} link */
async function open(link) {
  if (!viewer) {
    await styled();
    viewer ??= new Viewer();
  }
  viewer.open(link);
}

export function start() {
  addEventListener("popstate", () => viewer?.dialog.close());
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(LINK) : null;
    if (!(link instanceof HTMLAnchorElement) || !link.querySelector("picture")) return;
    // What asks for another tab gets it.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
}
