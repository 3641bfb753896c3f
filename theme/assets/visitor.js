// What every visitor's page can do besides being read: leave, copy, fetch the script of a field, and
// move within the page without a trace.
// Siblings: templates/parts/bar.html, templates/parts/copy.html, tests/browser/test_leaving.py,
// tests/browser/test_calling.py.
// It stands in the page's head, and its hash in the page's policy. Without it everything still
// works: the way out is a link, a number can be marked and copied, places stand in lists.
(() => {
  // What every script here is written in. A browser older than those of tests/oldest_browsers.toml
  // cannot even read this line: it runs nothing of the script, and the page is as without one.
  if (!/\p{L}/u?.test("å")) return;
  const page = document.documentElement;
  const { title } = document;
  const within = (milliseconds, act) => setTimeout(act, milliseconds);
  // The sheet shows what needs a script only below this class, before anything is drawn.
  page.classList.add("js");

  // The way out, after GOV.UK's "Exit this page": Shift three times within five seconds, a cover at
  // once. And beyond it: this page's entry in the tab's list of pages is replaced.
  const SECONDS = 5;
  const PRESSES = 3;
  let presses = 0;
  let alone = false;
  let late;

  const exit = () => document.querySelector(".exit");
  const say = (text) => {
    const said = document.querySelector(".exit-said");
    if (said) said.textContent = text;
  };
  const forget = () => {
    clearTimeout(late);
    presses = 0;
    say("");
  };
  const leave = () => {
    forget();
    page.classList.add("left");
    // The tab shows the title until the other page has come.
    document.title = new URL(exit().href).hostname;
    say(exit().dataset.leaving);
    location.replace(exit().href);
  };
  const press = () => {
    if (!presses) clearTimeout(late);
    presses += 1;
    if (presses === PRESSES) return leave();
    if (presses === 1)
      late = within(SECONDS * 1000, () => {
        forget();
        say(exit().dataset.late);
        late = within(SECONDS * 1000, forget);
      });
    say(presses === 1 ? exit().dataset.twice : exit().dataset.once);
  };
  // A capital letter is Shift with another key, and Alt and Shift change the keyboard's language:
  // neither counts, nor lets the count go on.
  addEventListener("keydown", ({ key, repeat, altKey, ctrlKey, metaKey }) => {
    if (key !== "Shift" && presses) forget();
    alone = key === "Shift" && !(altKey || ctrlKey || metaKey) && (alone || !repeat);
  });
  addEventListener("keyup", ({ key }) => {
    if (key === "Shift" && alone && exit() && !page.classList.contains("left")) press();
  });
  // Back may show this page as it was left, cover and all. Nothing else takes the cover away.
  addEventListener("pageshow", () => {
    forget();
    page.classList.remove("left");
    document.title = title;
  });

  // What a button copies is marked first, so that it can be copied by hand.
  const copy = (button) => {
    const text = document.getElementById(button.dataset.copies);
    const tell = (said) => (button.nextElementSibling.textContent = button.dataset[said]);
    // One thing is copied at a time: no other button may say that its own is.
    for (const said of document.querySelectorAll(".copy + [role=status]")) said.textContent = "";
    getSelection().selectAllChildren(text);
    (navigator.clipboard ? navigator.clipboard.writeText(text.textContent) : Promise.reject()).then(
      () => tell("done"),
      () => tell(document.execCommand("copy") ? "done" : "failed"),
    );
  };
  // A link within the page replaces its entry too: one more would be left behind by the way out.
  const PRESSED = {
    ".copy": copy,
    ".exit": leave,
    "a[href^='#']": (link) => location.replace(link.href),
  };
  addEventListener("click", (event) => {
    const pressed = event.target.closest(Object.keys(PRESSED).join());
    if (!pressed || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    Object.entries(PRESSED).find(([what]) => pressed.matches(what))[1](pressed);
  });

  // Who answers now, by the hours that stand in the page, in Swedish time. On a public holiday that a
  // source says nothing of, nothing is said. A mark has its place already: nothing moves, and no
  // number is called closed. Outside office hours the sheet fills the button of who always answers.
  const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
  const OFFICE = "Mo-Fr 08:00-17:00";
  const holds = (span, weekday, time) => {
    const [days, hours] = span.split(" ");
    const [first, last] = days.split("-").map((name) => DAYS.indexOf(name));
    const [opens, closes] = hours.split("-");
    return first <= weekday && weekday <= (last ?? first) && opens <= time && time < closes;
  };
  // A rule of a season begins with its days: "06-01/07-31 Mo-Fr 09:00-19:00", or nothing if closed.
  const rulesOf = (day, rules) => {
    const seasons = rules.filter((rule) => {
      const [first, last] = rule.includes("/") ? rule.split(" ")[0].split("/") : [];
      return first && first <= day.slice(-first.length) && day.slice(-first.length) <= last;
    });
    if (!seasons.length) return rules.filter((rule) => !rule.includes("/"));
    return seasons.map((rule) => rule.replace(/^\S+ /, "")).filter(Boolean);
  };
  const markOpen = () => {
    const [day, clock] = new Date().toLocaleString("sv", { timeZone: "Europe/Stockholm" }).split(" ");
    const weekday = (new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7;
    const holidays = document.querySelector("[data-holidays]");
    const holiday = Boolean(holidays) && holidays.dataset.holidays.includes(day);
    page.classList.toggle("late", holiday || !holds(OFFICE, weekday, clock));
    for (const mark of document.querySelectorAll("[data-open]")) {
      const { open, until, onHolidays } = mark.dataset;
      const isOpen = rulesOf(day, open.split(";")).some((span) => holds(span, weekday, clock));
      mark.classList.toggle("is", isOpen && day <= until && (!holiday || onHolidays === "open"));
    }
  };
  addEventListener("DOMContentLoaded", markOpen);
  addEventListener("pageshow", markOpen);

  // A printed sheet says when it was printed.
  addEventListener("beforeprint", () => {
    const printed = document.querySelector(".printed");
    if (printed) printed.textContent = new Date().toLocaleDateString(page.lang);
  });

  // A field fetches what it needs when somebody reaches for it, not before, and then all at once:
  // each script that is found to be needed by another is one more wait for the network.
  const fetchModules = ({ target }) => {
    const { modules, failed } = target.dataset ?? {};
    if (!modules) return;
    const said = document.getElementById(target.getAttribute("aria-describedby"));
    Promise.all(modules.split(" ").map((module) => import(module))).catch(() => (said.textContent = failed));
  };
  // Typing asks again, for a phone that was without contact the first time (in browsers that do not
  // remember that a script could not be fetched; in others the lists remain).
  addEventListener("focusin", fetchModules);
  addEventListener("input", fetchModules);
})();
