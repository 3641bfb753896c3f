// The search page: the same answers at once as the field of a place, and full-text search below them.
// Siblings: templates/search.html, theme/assets/answers.js, theme/assets/fulltext.js, tests/browser/test_search.py.
// Nothing typed is stored, sent or put in an address.
import { LEAST } from "./topics.js";
import { answer, loadAll, loadFirst } from "./answers.js";
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
const { say, see, atPause } = teller(form);

let lists;
let latest = 0;
// What is shown of what the lists know.
let known = NOTHING;

const itemOf = (item) => element("li", {}, element("a", { href: words.here + item.path }, ...shown(item, words, form)));
const pageOf = ({ url, title, titleLanguage, excerpt }) =>
  element("li", {}, element("a", { href: url }, element("bdi", { lang: titleLanguage }, title)), element("div", { class: "small" }, ...excerpt));
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
    lists = await loadAll(words.lists);
  }
  return current() ? showQuick(!whole) : NOTHING;
};

const searchIndex = async (typed, current) => {
  await new Promise((resolve) => setTimeout(resolve, BEFORE_INDEX));
  return current() ? findPages(typed) : { hits: [] };
};

const showAnswers = (found, { hits = [] }) => {
  const there = new Set(found.items.map(({ path }) => addressOf(path)));
  const fresh = hits.filter(({ url }) => !there.has(new URL(url, document.baseURI).pathname));
  const sure = fresh.filter((hit) => !hit.guessed);
  if (found.guessed && !sure.length) show(found);
  const pages = sure.length || (found.items.length && !found.guessed) ? sure : fresh;
  if (pages.length)
    answers.append(element("h2", {}, sure.length ? words.pages : words.guesses), element("ul", { class: "hits" }, ...pages.map(pageOf)));
};

const tell = (failed) => {
  const links = form.querySelectorAll(".hits a");
  const [first] = known.items.length ? [said(known.items[0], words)] : [...links].map(({ textContent }) => textContent);
  const guess = known.guessed && known.items.length > 0;
  const lost = (guess || !links.length) && !known.cards.length && !failed && field.value.trim().length >= LEAST;
  unknown.hidden = !lost;
  const seen = [guess && words.guessed.replace("{first}", first), lost && !guess && words.unknown, failed && words.failed];
  see(seen.filter(Boolean).join(" "), failed ? quick : undefined);
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
    if (!current()) return;
    see(words.loading, quick);
    if (!known.items.length && !known.cards.length) say(words.loading);
  };
  const slow = setTimeout(wait, SLOW);
  const settled = await Promise.allSettled([searchLists(current), searchIndex(typed, current)]);
  clearTimeout(slow);
  if (!current()) return;
  const [found = known, pages = {}] = settled.map(({ value }) => value);
  showAnswers(found, pages);
  answers.setAttribute("aria-busy", false);
  const spoken = tell(settled.some(({ status }) => status === "rejected"));
  atPause(() => say(spoken), atOnce);
};

field.addEventListener("input", () => search());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search(true);
});
// Some browsers keep a page as it was left, and Back would show what was typed, and its answers.
const empty = () => {
  field.value = "";
  search();
};
addEventListener("pagehide", empty);
addEventListener("pageshow", ({ persisted }) => persisted && empty());
Promise.allSettled([loadAll(words.lists), loadIndex()]);
search();
