// What a page with numbers can do: copy one, and mark who answers now. At the end of the page.
// Siblings: templates/parts/copy.html, templates/parts/channels.html, tests/browser/test_calling.py,
// tests/browser/test_open_now.py.
// Without it a number can be marked and copied, and the hours stand there.
(() => {
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
  // A press on a page that has been left is one of the way out, which then keeps it for itself.
  addEventListener("click", ({ target, defaultPrevented }) => {
    const button = target.closest(".copy");
    if (button && !defaultPrevented) copy(button);
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
    document.documentElement.classList.toggle("late", holiday || !holds(OFFICE, weekday, clock));
    for (const mark of document.querySelectorAll("[data-open]")) {
      const { open, until, onHolidays } = mark.dataset;
      const isOpen = rulesOf(day, open.split(";")).some((span) => holds(span, weekday, clock));
      mark.classList.toggle("is", isOpen && day <= until && (!holiday || onHolidays === "open"));
    }
  };
  addEventListener("DOMContentLoaded", markOpen);
  addEventListener("pageshow", markOpen);
})();
