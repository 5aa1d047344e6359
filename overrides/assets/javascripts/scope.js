// The theme's own start-up code, moved out of the page so that a Content-Security-Policy
// needs no exception for inline scripts. The site's root is found from where this file lies.
__md_scope = new URL("../../", document.currentScript.src);
__md_hash = (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0);
__md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
};
