// The search page: the closed list of places answers first, full-text search below it.
// Nothing typed is stored, sent or put in an address. Both lists arrive when the field is touched.
import { element, findPlaces, fold, label, loadPlaces } from "./places.js";

const form = document.querySelector("form.search");
const field = form.querySelector("input");
const status = form.querySelector("[role=status]");
const answers = form.querySelector(".answers");
const words = form.dataset;

let pagefind;
let latest = 0;

const loadEngine = () =>
  (pagefind ??= import(new URL("../pagefind/pagefind.js", import.meta.url))
    .then(async (engine) => {
      await engine.options({ ranking: { metaWeights: { title: 5, title_parts: 5, parts: 1 } } });
      return engine;
    })
    .catch((error) => {
      pagefind = undefined;
      throw error;
    }));

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
  const engine = await loadEngine();
  const hits = (await engine.search(typed)).results.slice(0, 8);
  return Promise.all(hits.map((hit) => hit.data()));
};

// The index matches beginnings and bent words: for the name of a place that is another place.
const hasWord = (query) => ({ meta, excerpt }) =>
  ` ${fold(`${meta.title} ${excerpt}`.replace(/<\/?mark>/g, ""))} `.includes(` ${query} `);

// Without the index, places still answer.
const search = async () => {
  const turn = ++latest;
  const typed = field.value.trim();
  answers.replaceChildren();
  status.textContent = "";
  answers.setAttribute("aria-busy", Boolean(typed));
  if (!typed) return;
  const inList = loadPlaces().then((all) => findPlaces(all, typed));
  // "Täby kommun" asks for what is written about Täby.
  const name = inList.then(({ found: [first], named }) => (named ? first.name : typed)).catch(() => typed);
  const settled = await Promise.allSettled([inList, name.then(findPages)]);
  if (turn !== latest) return;
  const [places = { found: [] }, found = []] = settled.map(({ value }) => value);
  const failed = settled.some(({ status }) => status === "rejected");
  const names = places.found.slice(0, places.named).map(({ key }) => key);
  const inPages = names.length ? found.filter((page) => names.some((name) => hasWord(name)(page))) : found;
  // A word that is no place may look like one: a page about it answers better than a guess.
  const inPlaces = places.guessed && inPages.length ? [] : places.found;
  answers.setAttribute("aria-busy", false);
  answers.replaceChildren(
    ...section(words.places, inPlaces.map(placeItem)),
    ...section(words.pages, inPages.map(pageItem)),
  );
  const count = inPlaces.length + inPages.length;
  const said = count ? words.found.replace("{n}", count) : failed ? "" : words.none;
  status.textContent = [said, failed ? words.failed : ""].filter(Boolean).join(" ");
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
Promise.allSettled([loadPlaces(), loadEngine()]);
search();
