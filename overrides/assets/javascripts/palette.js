// Puts the reader's choice of light or dark on <body> before anything is painted.
// Loaded right after the palette's inputs, which it reads.
(() => {
  const palette = __md_get("__palette");
  if (!palette?.color) return;
  let color = palette.color;
  if (color.media === "(prefers-color-scheme)") {
    const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${wanted})']`);
    color = Object.fromEntries(
      ["media", "scheme", "primary", "accent"].map((key) => [key, input.getAttribute(`data-md-color-${key}`)]),
    );
  }
  for (const [key, value] of Object.entries(color)) {
    document.body.setAttribute(`data-md-color-${key}`, value);
  }
})();
