// The search page: the same answers at once as the field of a place, and full-text search below them.
// Siblings: templates/search.html, tests/browser/test_search.py.
// Nothing typed is stored, sent or put in an address.
import { LEAST } from "./topics.js";
import { answer, loadAll, loadFirst } from "./answers.js";
import { nameIn } from "./places.js";
import { added, element, fill, said, saidOfCards, saidOfUnknown, showCards, shown, teller } from "./shown.js";
import { findPages, loadIndex } from "./fulltext.js";

// Milliseconds: without an answer, after which the page says that it waits; and after a letter, to see
// whether another comes, before the index is asked.
const SLOW = 700;
const BEFORE_INDEX = 200;
const NOTHING = { cards: [], items: [], guessed: false };

const form = document.querySelector("form.search");
const field = form.querySelector("input");
const [cards, quick, answers, unknown] = [".cards", ".quick", ".answers", ".unknown"].map((one) => form.querySelector(one));
const words = field.dataset;
// A script that another asks for is looked for beside that one, not beside the page.
const lateScript = new URL(words.later, document.baseURI);
const { say, see, atPause } = teller(form);

let lists;
let latest = 0;
// What is shown of what the lists know.
let known = NOTHING;

const itemOf = (item) => element("li", {}, element("a", { href: words.here + item.path }, ...shown(item, words, form)));
const pageOf = ({ url, title, excerpt }) =>
  element("li", {}, element("a", { href: url }, ...title), element("div", { class: "small" }, ...excerpt));
const addressOf = (path) => new URL(words.here + path, document.baseURI).pathname;

const show = (found) => {
  known = found;
  showCards(cards, found.cards);
  fill(quick, found.items, itemOf);
};
// What the lists know of it. Answers that are there already stay where they are when more come, and a
// guess waits for the index: a page that has the words answers better.
const showQuick = (more) => {
  const found = answer(lists, field.value);
  if (found.guessed) show({ ...found, items: [] });
  else show(more ? { ...found, items: added(known.items, found.items) } : found);
  return found;
};

const searchLists = async (current) => {
  if (!lists) {
    const first = await loadFirst(words.lists);
    lists = lists ?? first;
  }
  const { whole } = lists.places;
  if (!whole) {
    if (current()) showQuick(false);
    lists = await loadAll(words.lists, lateScript);
  }
  return current() ? showQuick(!whole) : NOTHING;
};

// The pages found beside those that the lists know, each shown as it comes, and guesses only where nothing
// else is found.
const searchIndex = async (typed, current, quickly) => {
  await new Promise((resolve) => setTimeout(resolve, BEFORE_INDEX));
  if (!current()) return;
  const { items, guessed } = await quickly;
  if (!current()) return;
  for await (const hit of findPages(lists ? nameIn(lists.places, typed) : typed)) {
    if (!current() || (hit.guessed && items.length)) return;
    const there = guessed ? [] : items.map(({ path }) => addressOf(path));
    if (there.includes(new URL(hit.url, document.baseURI).pathname)) continue;
    if (!answers.firstChild) {
      see("");
      answers.append(element("h2", {}, hit.guessed ? words.guesses : words.pages), element("ul", { class: "hits" }));
    }
    answers.lastChild.append(pageOf(hit));
  }
};

const tell = (failed) => {
  const links = form.querySelectorAll(".hits a");
  const [first] = known.items.length ? [said(known.items[0], words)] : [...links].map(({ textContent }) => textContent);
  const guess = known.guessed && known.items.length > 0;
  const lost = (guess || !links.length) && !known.cards.length && !failed && field.value.trim().length >= LEAST;
  unknown.hidden = !lost;
  const seen = [guess && words.guessed.replace("{first}", first), lost && !guess && words.unknown, failed && words.failed];
  see(seen.filter(Boolean).join(" "), [answers, quick].find((one) => failed && one.firstChild));
  const spoken = [
    saidOfCards(cards),
    guess && seen[0],
    links.length && !guess && words.found.replace("{n}", links.length).replace("{first}", first),
    lost && !guess && saidOfUnknown(unknown, words),
    failed && words.failed,
  ];
  return spoken.filter(Boolean).join(" ");
};

const search = async (atOnce = false) => {
  const turn = ++latest;
  const current = () => turn === latest;
  const typed = field.value.trim();
  answers.textContent = "";
  answers.setAttribute("aria-busy", Boolean(typed));
  if (!typed) {
    show(NOTHING);
    unknown.hidden = true;
    see("");
    atPause(() => say(""), true);
    return;
  }
  const wait = () => {
    if (!current() || answers.firstChild) return;
    see(words.loading, quick);
    if (!known.items.length && !known.cards.length) say(words.loading);
  };
  const slow = setTimeout(wait, SLOW);
  const quickly = searchLists(current);
  const settled = await Promise.allSettled([quickly, searchIndex(typed, current, quickly.catch(() => NOTHING))]);
  clearTimeout(slow);
  if (!current()) return;
  const [{ value: found = known }] = settled;
  if (found.guessed && !answers.firstChild) show(found);
  answers.setAttribute("aria-busy", false);
  const spoken = tell(settled.some(({ status }) => status === "rejected"));
  atPause(() => say(spoken), atOnce);
};

field.addEventListener("input", () => search());
form.addEventListener("submit", () => search(true));
form.querySelector("button").addEventListener("click", () => search(true));
// Some browsers keep a page as it was left, and Back would show what was typed, and its answers.
const empty = () => {
  field.value = "";
  search();
};
addEventListener("pagehide", empty);
addEventListener("pageshow", ({ persisted }) => persisted && empty());
Promise.allSettled([loadAll(words.lists, lateScript), loadIndex()]);
search();
