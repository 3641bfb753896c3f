// What a page with a field does before its script has come. At the end of the page.
// Siblings: templates/parts/place_field.html, templates/search.html, tests/browser/test_finder.py,
// tests/browser/test_search.py. Without it places stand in lists.
(() => {
  const boxOf = ({ target }) => target.closest?.("[role=search]");
  const fieldOf = (event) => boxOf(event)?.querySelector("[data-script]");
  // Above a phone's keyboard there is little room. The field, with what is asked, goes up below the bar,
  // and answers get the rest: when it is touched, and when the keyboard has come. No sooner than all
  // that belongs to the touch has happened, or it would hit what has come under the finger.
  const lift = (box) => {
    const up = () => box.contains(document.activeElement) && box.scrollIntoView();
    setTimeout(up);
    const { visualViewport } = window;
    visualViewport?.addEventListener("resize", up);
    setTimeout(() => visualViewport?.removeEventListener("resize", up), 1000);
  };
  // A field fetches what it needs when somebody reaches for it, not before, and then all at once:
  // each script that is found to be needed by another is one more wait for the network.
  const fetchModules = ({ target }) => {
    const { script, lists, later, ahead, failed } = target.dataset ?? {};
    if (!script) return;
    // The lists begin to come before the scripts that read them are there.
    for (const href of lists.split(" ")) {
      if (document.querySelector(`link[href="${href}"]`)) continue;
      const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href });
      document.head.append(link);
    }
    const told = boxOf({ target }).querySelectorAll("[role=status], .seen");
    // Begins to fetch what the script asks for later; without it, that takes longer.
    for (const one of [later, ahead]) if (one) import(one).catch(() => {});
    import(script).catch(() => told.forEach((one) => (one.textContent = failed)));
  };
  // Typing asks again, for a phone that was without contact the first time (in browsers that do not
  // remember that a script could not be fetched; in others the lists remain).
  addEventListener("focusin", (event) => {
    fetchModules(event);
    if (event.target.dataset.script && matchMedia("(pointer: coarse)").matches) lift(boxOf(event));
  });
  addEventListener("input", (event) => {
    fetchModules(event);
    delete event.target.dataset.entered;
  });
  // What is pressed before the script has come is kept for it, and nothing is ever sent.
  const keep = (event) => {
    const field = fieldOf(event);
    if (field) field.dataset.entered = "";
    return field;
  };
  addEventListener("keydown", (event) => event.key === "Enter" && keep(event));
  addEventListener("click", (event) => event.target.closest("button") && keep(event)?.focus());
  addEventListener("submit", (event) => event.preventDefault());
})();
