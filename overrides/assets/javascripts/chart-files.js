// Beside the SVG of a chart stands a PNG, for slides: drawn here when it is asked for, since a
// site has hundreds of charts of which few are ever saved.

const SHARP = 2; // pixels of the PNG for one of the SVG

/** @param {string} address of an SVG  @returns {Promise<Blob | null>} */
async function drawn(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const image = new Image();
  // The policy lets pictures come from the site or from the page itself.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SHARP;
  canvas.height = image.naturalHeight * SHARP;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** @param {HTMLAnchorElement} svg */
async function save(svg) {
  const blob = await drawn(svg.href);
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = svg.pathname.replace(/^.*\//, "").replace(/svg$/, "png");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {NodeListOf<HTMLAnchorElement>} pictures the links to the SVG of charts */
export function start(pictures) {
  for (const svg of pictures) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "PNG";
    button.addEventListener("click", () => {
      save(svg).catch(() => svg.click());
    });
    svg.after(", ", button);
  }
}
