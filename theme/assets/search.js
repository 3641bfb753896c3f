// The search page: the same answers at once as the field of a place, and full-text search below them.
// Siblings: templates/search.html, theme/assets/answers.js, theme/assets/fulltext.js, tests/browser/test_search.py.
// Nothing typed is stored, sent or put in an address.
import { answer, loadAll, loadFirst } from "./answers.js";
import { element, label, showCards, speaker, staysOffline } from "./shown.js";
import { findPages, loadIndex } from "./fulltext.js";

// Milliseconds: without an answer, after which the page says that it waits; and after a letter, to see
// whether another comes, before the index is asked.
const SLOW = 700;
const BEFORE_INDEX = 200;

const form = document.querySelector("form.search");
const field = form.querySelector("input");
const [cards, quick, answers, unknown] = [".cards", ".quick", ".answers", ".unknown"].map((one) => form.querySelector(one));
const words = form.dataset;
const say = speaker(form.querySelector("[role=status]"));

let lists;
let latest = 0;

const itemOf = (item) => element("li", {}, element("a", { href: words.here + item.path }, ...label(item, words)));
const pageOf = ({ url, title, excerpt }) =>
  element("li", {}, element("a", { href: url }, ...title), element("div", { class: "small" }, ...excerpt));
const section = (title, items) => [...(title ? [element("h2", {}, title)] : []), element("ul", { class: "hits" }, ...items)];
const addressOf = (path) => new URL(words.here + path, document.baseURI).pathname;

// What the lists know. Answers that are there already stay where they are when more come.
const showQuick = (typed, before) => {
  const found = answer(lists, typed);
  const there = new Set(before.map(({ path }) => path));
  const items = before.length && !found.guessed ? [...before, ...found.items.filter(({ path }) => !there.has(path))] : found.items;
  showCards(cards, found.cards);
  quick.textContent = "";
  if (items.length) quick.append(...section(found.guessed ? words.guesses : "", items.map(itemOf)));
  return { ...found, items };
};

const searchLists = async (typed, current) => {
  let found = { items: [], cards: [] };
  if (!lists) {
    const first = await loadFirst(field.dataset.lists);
    lists = lists ?? first;
    if (current()) found = showQuick(typed, []);
  }
  if (!lists.places.whole) lists = await loadAll(field.dataset.lists, field.dataset.late);
  return current() ? showQuick(typed, found.items) : found;
};

// The pages found beside those that the lists know, each shown as it comes.
const searchIndex = async (typed, current, quickly) => {
  await new Promise((resolve) => setTimeout(resolve, BEFORE_INDEX));
  if (!current()) return;
  let list;
  for await (const hit of findPages(typed)) {
    const { items = [], guessed } = await quickly;
    if (!current()) return;
    const known = items.map(({ path }) => addressOf(path));
    if (known.includes(new URL(hit.url, document.baseURI).pathname)) continue;
    // A page that has the words answers better than a guess at a place; a guess only where nothing else does.
    if (guessed && !hit.guessed) quick.textContent = "";
    if (hit.guessed && items.length) return;
    if (!list) {
      answers.append(...section(hit.guessed ? words.guesses : words.pages, []));
      list = answers.querySelector("ul");
    }
    list.append(pageOf(hit));
  }
};

const search = async () => {
  const turn = ++latest;
  const current = () => turn === latest;
  const typed = field.value.trim();
  answers.textContent = "";
  say("");
  unknown.hidden = true;
  answers.setAttribute("aria-busy", Boolean(typed));
  if (!typed) {
    showCards(cards, []);
    quick.textContent = "";
    return;
  }
  const slow = setTimeout(() => current() && say(words.loading, true), SLOW);
  const quickly = searchLists(typed, current);
  const settled = await Promise.allSettled([quickly, searchIndex(typed, current, quickly.catch(() => ({})))]);
  clearTimeout(slow);
  if (!current()) return;
  const failed = settled.some(({ status }) => status === "rejected");
  const [{ cards: raised = [] } = {}] = settled.map(({ value }) => value);
  answers.setAttribute("aria-busy", false);
  const count = form.querySelectorAll(".hits li").length;
  unknown.hidden = count > 0 || raised.length > 0 || failed;
  const first = form.querySelector(".hits a")?.textContent ?? "";
  const parts = [
    cards.textContent,
    count ? words.found.replace("{n}", count).replace("{first}", first) : "",
    unknown.hidden ? "" : `${words.unknown} ${unknown.textContent}`,
    failed ? field.dataset.failed : "",
  ];
  say(parts.map((text) => text.trim().replace(/\s+/g, " ")).filter(Boolean).join(" "), failed);
};

field.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.addEventListener("click", (event) => {
  const link = event.target.closest(".hits a");
  if (link && staysOffline((text) => say(text, true), words)) event.preventDefault();
});
// Some browsers keep a page as it was left, and Back would show what was typed, and its answers.
const empty = () => {
  field.value = "";
  search();
};
addEventListener("pagehide", empty);
addEventListener("pageshow", ({ persisted }) => persisted && empty());
Promise.allSettled([loadAll(field.dataset.lists, field.dataset.late), loadIndex()]);
search();
