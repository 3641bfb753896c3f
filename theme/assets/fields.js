// What a page with a field does before its script has come. At the end of the page.
// Siblings: templates/parts/finder.html, templates/search.html, tests/browser/test_finder.py.
// Without it places stand in lists.
(() => {
  // A field fetches what it needs when somebody reaches for it, not before, and then all at once:
  // each script that is found to be needed by another is one more wait for the network.
  const fetchModules = ({ target }) => {
    const { script, lists, ahead, failed } = target.dataset ?? {};
    if (!script) return;
    // The lists begin to come before the scripts that read them are there.
    for (const href of lists.split(" ")) {
      if (document.querySelector(`link[href="${href}"]`)) continue;
      const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href });
      document.head.append(link);
    }
    const said = document.getElementById(target.getAttribute("aria-describedby"));
    // Begins to fetch what the script asks for later; without it, that takes longer.
    if (ahead) import(ahead).catch(() => {});
    import(script).catch(() => (said.textContent = failed));
  };
  // Typing asks again, for a phone that was without contact the first time (in browsers that do not
  // remember that a script could not be fetched; in others the lists remain).
  addEventListener("focusin", fetchModules);
  addEventListener("input", fetchModules);
})();
