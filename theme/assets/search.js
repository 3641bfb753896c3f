// The search page: the closed list of places answers first, full-text search below it.
// Siblings: templates/search.html, tests/browser/test_search.py.
// Nothing typed is stored, sent or put in an address. Both lists arrive when the field is touched.
import { SLOW, element, findPlaces, fold, label, loadPlaces } from "./places.js";

const form = document.querySelector("form.search");
const field = form.querySelector("input");
const status = form.querySelector("[role=status]");
const answers = form.querySelector(".answers");
const words = form.dataset;

const OPTIONS = {
  ranking: { metaWeights: { title: 5, title_parts: 5, parts: 1 } },
  // The worker is one file more to wait for, and after five seconds all is fetched anew without it:
  // on a slow network that is everybody.
  noWorker: true,
};

let engine;
let latest = 0;

// Asked for again after a failure: a phone may have been without contact the first time.
const forget = (error) => {
  engine = undefined;
  throw error;
};

// An engine begins to fetch what it needs, whatever the word will be.
const loadEngine = () =>
  (engine = engine ?? import(new URL("../pagefind/pagefind.js", import.meta.url))
    .then(({ createInstance }) => createInstance(OPTIONS))
    .catch(forget));

const placeItem = (entry) =>
  element("li", {}, element("a", { href: `${words.here}kommun/${entry.slug}/` }, ...label(entry, words.kind)));

const pageItem = ({ url, meta, excerpt }) => {
  const title = element("bdi", { lang: meta.title_language }, meta.title);
  // The excerpt is our own text with <mark> around what was found.
  const text = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
  return element("li", {}, element("a", { href: url }, title), element("div", { class: "small" }, ...text));
};

const section = (title, items) =>
  items.length ? [element("h2", {}, title), element("ul", { class: "hits" }, ...items)] : [];

const findPages = async (typed) => {
  const loaded = await loadEngine();
  const { results } = await loaded.search(typed).catch(forget);
  return Promise.all(results.slice(0, 8).map((hit) => hit.data()));
};

// The index matches beginnings and bent words: for the name of a place that is another place.
const hasWord = (query) => ({ meta, excerpt }) =>
  ` ${fold(`${meta.title} ${excerpt}`.replace(/<\/?mark>/g, ""))} `.includes(` ${query} `);

// Without the index, places still answer.
const search = async () => {
  const turn = ++latest;
  const typed = field.value.trim();
  answers.textContent = "";
  status.textContent = "";
  answers.setAttribute("aria-busy", Boolean(typed));
  if (!typed) return;
  const slow = setTimeout(() => turn === latest && (status.textContent = words.loading), SLOW);
  const inList = loadPlaces().then((all) => findPlaces(all, typed));
  // Places are found before anything of the index has come. A guess waits.
  const show = (title, items) => turn === latest && answers.append(...section(title, items));
  const showPlaces = (those) => show(words.places, those.map(placeItem));
  inList.then(({ found, guessed }) => guessed || showPlaces(found)).catch(() => {});
  // "Täby kommun" asks for what is written about Täby.
  const name = inList.then(({ found: [first], named }) => (named ? first.name : typed)).catch(() => typed);
  const settled = await Promise.allSettled([inList, name.then(findPages)]);
  clearTimeout(slow);
  if (turn !== latest) return;
  const [places = { found: [] }, found = []] = settled.map(({ value }) => value);
  const failed = settled.some(({ status }) => status === "rejected");
  const names = places.found.slice(0, places.named).map(({ key }) => key);
  const inPages = names.length ? found.filter((page) => names.some((name) => hasWord(name)(page))) : found;
  // A word that is no place may look like one: a page about it answers better than a guess.
  const inPlaces = places.guessed && inPages.length ? [] : places.found;
  if (places.guessed) showPlaces(inPlaces);
  show(words.pages, inPages.map(pageItem));
  answers.setAttribute("aria-busy", false);
  const count = inPlaces.length + inPages.length;
  const said = count ? words.found.replace("{n}", count) : failed ? "" : words.none;
  status.textContent = [said, failed ? field.dataset.failed : ""].filter(Boolean).join(". ");
};

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  latest += 1; // whatever is under way answers an earlier question
  answers.setAttribute("aria-busy", true);
  waiting = setTimeout(search, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
// Some browsers keep a page as it was left, and Back would show what was typed, and its answers.
addEventListener("pagehide", () => {
  clearTimeout(waiting);
  field.value = "";
  search();
});
Promise.allSettled([loadPlaces(), loadEngine()]);
search();
