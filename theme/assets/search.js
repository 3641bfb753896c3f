// The search page: the closed list of places answers first, full-text search below it.
// Nothing typed is stored, sent or put in an address. Both lists arrive when the field is touched.
const form = document.querySelector("form.search");
const field = form.querySelector("input");
const status = form.querySelector("[role=status]");
const answers = form.querySelector(".answers");
const words = form.dataset;
const address = (path) => new URL(path, new URL(words.root, location.href)).href;

let places;
let pagefind;
let latest = 0;

const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// Asked for again after a failure: a phone may have been without contact the first time.
const loadPlaces = () =>
  (places ??= fetch(address("assets/places.json"))
    .then((answer) => answer.json())
    .catch((error) => {
      places = undefined;
      throw error;
    }));

const loadEngine = () =>
  (pagefind ??= import(address("pagefind/pagefind.js"))
    .then(async (engine) => {
      await engine.options({ ranking: { metaWeights: { title: 5, title_parts: 5, parts: 1 } } });
      return engine;
    })
    .catch((error) => {
      pagefind = undefined;
      throw error;
    }));

// Municipality names before places, whole names before beginnings, beginnings before later words.
const rank = (name, query) => {
  const folded = fold(name);
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  return ` ${folded}`.includes(` ${query}`) ? 2 : -1;
};

const findPlaces = (lists, query) => {
  if (!query) return [];
  const found = [];
  const add = (name, [municipality, slug], kind) => {
    const order = rank(name, query);
    if (order >= 0) found.push({ name, municipality, slug, order: order * 2 + kind });
  };
  for (const one of lists.municipalities) add(one[0], one, 0);
  for (const [name, numbers] of lists.places)
    for (const number of numbers) add(name, lists.municipalities[number], 1);
  return found.sort((a, b) => a.order - b.order).slice(0, 8);
};

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const placeItem = ({ name, municipality, slug }) => {
  const label = name === municipality ? name : `${name}, ${municipality}`;
  const link = element("a", { href: `${words.here}kommun/${slug}/` }, element("bdi", { lang: "sv" }, label));
  return element("li", {}, link, ` (${words.municipality})`);
};

const pageItem = ({ url, meta, excerpt }) => {
  const title = element("bdi", { lang: meta.title_language }, meta.title);
  // The excerpt is our own text with <mark> around what was found.
  const text = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
  return element("li", {}, element("a", { href: url }, title), element("div", { className: "small" }, ...text));
};

const section = (title, items) =>
  items.length ? [element("h2", {}, title), element("ul", { className: "hits" }, ...items)] : [];

const findPages = async (typed) => {
  const engine = await loadEngine();
  const hits = (await engine.search(typed)).results.slice(0, 8);
  return Promise.all(hits.map((hit) => hit.data()));
};

// The index matches beginnings and bent words: for the name of a place that is another place.
const hasWord = (query) => ({ meta, excerpt }) =>
  ` ${fold(`${meta.title} ${excerpt}`.replace(/<\/?mark>/g, ""))} `.includes(` ${query} `);

// The two answers do not wait for each other: without the index, places still answer.
const search = async () => {
  const turn = ++latest;
  const typed = field.value.trim();
  answers.replaceChildren();
  status.textContent = "";
  if (!typed) return;
  const query = fold(typed);
  const asked = [loadPlaces().then((lists) => findPlaces(lists, query)), findPages(typed)];
  const settled = await Promise.allSettled(asked);
  if (turn !== latest) return;
  const [inPlaces, found] = settled.map(({ value }) => value ?? []);
  const failed = settled.some(({ status }) => status === "rejected");
  const named = inPlaces.some(({ name }) => fold(name) === query);
  const inPages = named ? found.filter(hasWord(query)) : found;
  answers.replaceChildren(
    ...section(words.places, inPlaces.map(placeItem)),
    ...section(words.pages, inPages.map(pageItem)),
  );
  const count = inPlaces.length + inPages.length;
  const said = count ? words.found.replace("{n}", count) : failed ? "" : words.none;
  status.textContent = [said, failed ? words.failed : ""].filter(Boolean).join(" ");
};

let waiting;
field.addEventListener("focus", () => Promise.allSettled([loadPlaces(), loadEngine()]), { once: true });
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.hidden = false;
