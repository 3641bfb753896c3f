// A notice is shown from when it begins until it ends, in Swedish time, also on a page that was kept.
// It stands in the heads of the pages that may have one: nothing moves after the page is drawn.
// Siblings: templates/parts/notices.html, tests/browser/test_notices.py.
(() => {
  const time = () => {
    const now = new Date().toLocaleString("sv", { timeZone: "Europe/Stockholm" });
    for (const one of document.querySelectorAll(".notice"))
      one.hidden = now < one.dataset.from || now >= one.dataset.until;
  };
  addEventListener("visibilitychange", time);
  addEventListener("pageshow", time);
  new MutationObserver(time).observe(document, { childList: true, subtree: true });
})();
