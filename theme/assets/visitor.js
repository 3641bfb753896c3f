// What every visitor's page can do besides being read: leave, move within the page without a trace,
// show first the language that the browser asks for. What only some pages do: notices.js, and at their
// end calls.js and fields.js.
// Siblings: templates/parts/bar.html, templates/parts/languages.html,
// tests/browser/test_leaving.py, tests/browser/test_language_selector.py.
// It stands in the page's head, and its hash in the page's policy. Without it everything still
// works: the way out is a link.
(() => {
  // What every script here is written in. A browser older than those of tests/oldest_browsers.toml
  // cannot even read this line: it runs nothing of the script, and the page is as without one.
  if (!/\p{L}/u?.test("å")) return;
  const page = document.documentElement;
  // The sheet shows what needs a script only below this class, before anything is drawn.
  page.classList.add("js");

  // Of the languages that the browser asks for, the first that the site has: if the page is in
  // another, the link to it comes first and is marked. Its name in its own letters is all that is
  // said: a sentence in each language would be on every page. Nothing of this is stored.
  const putFirst = (item, near) => {
    // One from the long list takes the last place in the row, so that no row is longer for it.
    if (!near.contains(item)) {
      near.lastElementChild.remove();
      item = item.cloneNode(true);
    }
    item.className = "offered";
    near.prepend(item);
  };
  const offer = (nav) => {
    for (const wanted of navigator.languages)
      for (let code = wanted; code; code = code.replace(/-?[^-]*$/, "")) {
        // Whoever reads an easy Swedish has chosen it over Swedish.
        if (`${page.lang}-`.startsWith(`${code}-`)) return;
        const link = nav.querySelector(`a[lang="${code}"]`);
        if (link) return putFirst(link.parentNode, nav.querySelector("ul"));
      }
  };
  // As soon as the languages are read, which is before they are drawn: nothing moves afterwards.
  new MutationObserver((_, observer) => {
    if (!document.querySelector("main")) return;
    observer.disconnect();
    const nav = document.querySelector(".top nav");
    if (nav) offer(nav);
  }).observe(page, { childList: true, subtree: true });

  // The way out, after GOV.UK's "Exit this page": Shift three times within five seconds, a cover at
  // once. And beyond it: the page's entry in the tab's list of pages has the start page's address at
  // once, which is then replaced by the other page's.
  const SECONDS = 5;
  const PRESSES = 3;
  const { href } = location;
  let presses = 0;
  let alone = false;
  let late;
  // When a press may ask for the other page anew. Sooner it would only begin the same load again: on
  // a slow line somebody who goes on pressing would never get there.
  let again = 0;

  const exit = () => document.querySelector(".exit");
  const isLeft = () => page.classList.contains("left");
  const say = (text) => {
    const said = document.querySelector(".exit-said");
    if (said) said.textContent = text;
  };
  const forget = () => {
    clearTimeout(late);
    presses = 0;
    say("");
  };
  // Nothing on the page takes the cover away: what has been left stays so, also when the load is
  // stopped. Reloaded, or kept by the browser and shown again, it is the start page (`pageshow`).
  const cover = () => {
    forget();
    page.classList.add("left");
    // The tab shows the title until the other page has come, and the address bar the address.
    document.title = new URL(exit().href).hostname;
    const home = document.querySelector(".home").getAttribute("href");
    try {
      // From the address that the page had: a second press finds the start page's in its place.
      history.replaceState(null, "", new URL(home, href));
    } catch {
      // A page opened as a file keeps its address.
    }
    say(exit().dataset.leaving);
  };
  const leave = () => {
    cover();
    if (Date.now() < again) return;
    again = Date.now() + SECONDS * 1000;
    location.replace(exit().href);
  };
  const press = () => {
    if (!presses) clearTimeout(late);
    presses += 1;
    if (presses === PRESSES) return leave();
    if (isLeft()) return;
    if (presses === 1)
      late = setTimeout(() => {
        forget();
        say(exit().dataset.late);
        late = setTimeout(forget, SECONDS * 1000);
      }, SECONDS * 1000);
    say(presses === 1 ? exit().dataset.twice : exit().dataset.once);
  };
  // A capital letter is Shift with another key, and Alt and Shift change the keyboard's language:
  // neither counts, nor lets the count go on. Escape has stopped the load.
  addEventListener("keydown", ({ key, repeat, altKey, ctrlKey, metaKey }) => {
    if (key === "Escape") again = 0;
    if (key !== "Shift" && presses) forget();
    alone = key === "Shift" && !(altKey || ctrlKey || metaKey) && (alone || !repeat);
  });
  addEventListener("keyup", ({ key }) => {
    if (key === "Shift" && alone && exit()) press();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    forget();
    if (isLeft()) location.reload();
  });

  // A link within the page replaces its entry too: one more would be left behind by the way out.
  // Any press of the way out covers the page. With Ctrl, or the middle button, the browser opens the
  // other page in a tab of its own. A press anywhere on the cover is one more of the way out.
  addEventListener("click", (event) => {
    const pressed = isLeft() ? exit() : event.target.closest(".exit, a[href^='#']");
    if (!pressed) return;
    const { ctrlKey, metaKey, button } = event;
    if (ctrlKey || metaKey || button) return pressed === exit() && cover();
    event.preventDefault();
    if (pressed === exit()) leave();
    else location.replace(pressed.href);
  });
  addEventListener("auxclick", ({ target, button }) => button === 1 && target.closest(".exit") && cover());

  // A printed sheet says when it was printed.
  addEventListener("beforeprint", () => {
    const printed = document.querySelector(".printed");
    if (printed) printed.textContent = new Date().toLocaleDateString(page.lang);
  });
})();
