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
const load = () => {
  places ??= fetch(address("assets/places.json"))
    .then((answer) => answer.json())
    .catch((error) => {
      places = undefined;
      throw error;
    });
  if (words.fullText) {
    pagefind ??= import(address("pagefind/pagefind.js"))
      .then(async (engine) => {
        await engine.options({ ranking: { metaWeights: { title: 5, heading_parts: 5, parts: 1 } } });
        return engine;
      })
      .catch((error) => {
        pagefind = undefined;
        throw error;
      });
  }
  return Promise.all([places, pagefind]);
};

// Municipality names before places, whole names before beginnings, beginnings before later words.
const rank = (name, query) => {
  const folded = fold(name);
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  return ` ${folded}`.includes(` ${query}`) ? 2 : -1;
};

const findPlaces = (lists, query) => {
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
  // The excerpt is our own text with <mark> around what was found.
  const text = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
  return element("li", {}, element("a", { href: url }, meta.title), element("div", { className: "small" }, ...text));
};

const section = (title, items) =>
  items.length ? [element("h2", {}, title), element("ul", { className: "hits" }, ...items)] : [];

const search = async () => {
  const turn = ++latest;
  const typed = field.value.trim();
  if (!typed) {
    answers.replaceChildren();
    status.textContent = "";
    return;
  }
  try {
    const [lists, engine] = await load();
    const query = fold(typed);
    const found = query ? findPlaces(lists, query) : [];
    const hits = engine ? (await engine.search(typed)).results.slice(0, 8) : [];
    const pages = await Promise.all(hits.map((hit) => hit.data()));
    if (turn !== latest) return;
    answers.replaceChildren(
      ...section(words.places, found.map(placeItem)),
      ...section(words.pages, pages.map(pageItem)),
    );
    const count = found.length + pages.length;
    status.textContent = count ? words.found.replace("{n}", count) : words.none;
  } catch {
    if (turn === latest) status.textContent = words.failed;
  }
};

let waiting;
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.hidden = false;
