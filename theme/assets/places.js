// The closed list of places: finding a name in it, and the field that does so as somebody types
// (a combobox after the WAI-ARIA Authoring Practices, list autocomplete with manual selection).
// Siblings: templates/parts/finder.html, tests/browser/test_finder.py.
// Nothing typed is stored, sent or put in an address.
const MOST = 8;
// Milliseconds without an answer, after which the field says that it waits.
export const SLOW = 700;
const address = (file) => new URL(file, import.meta.url);

// Letters that fold to others without being marked versions of them.
const SAME = { ø: "o", æ: "a", ß: "s", ł: "l", ı: "i", ى: "ي", ی: "ي", ک: "ك", ة: "ه", گ: "ك", پ: "ب" };
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øæßłıىیکةگپ]/g, (letter) => SAME[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// What languages write around a name, as the list has it: `before` and `after` are no part of it,
// `more` stands between it and what is said more of it, and `separator` is this page's own.
const around = ({ before, after, separators }) => {
  const one = (words) => `(?:${words.map(fold).join("|")})`;
  return {
    before: new RegExp(`^${one(before)} `),
    after: new RegExp(`^(.+) ${one(after)}$`),
    more: new RegExp(`[,(${Object.values(separators).join("")}]`),
    separator: separators[document.documentElement.lang] ?? ",",
  };
};

// Every name with its municipality. `kind` 0 is a municipality's own name, and comes first.
const entries = ({ municipalities, ...words }) => {
  const { separator, ...signs } = around(words);
  const all = municipalities.flatMap(({ name: municipality, slug, places = [], names = {} }) => {
    const own = slug ?? fold(municipality).replace(/ /g, "-");
    const made = (kind, language) => (name) => ({
      name,
      key: fold(name),
      municipality,
      slug: own,
      kind,
      language,
      separator,
    });
    return [
      made(0, "sv")(municipality),
      ...places.map(made(1, "sv")),
      ...Object.entries(names).flatMap(([language, those]) => those.map(made(1, language))),
    ];
  });
  return { all, ...signs };
};

// Asked for again after a failure: a phone may have been without contact the first time.
let loading;
export const loadPlaces = () =>
  (loading = loading ?? fetch(address("places.json"))
    .then((answer) => answer.json())
    .then(entries)
    .catch((error) => {
      loading = undefined;
      throw error;
    }));

// What may be meant: the text, and the name in it, as in "Jag bor i Lund", "Lunds kommun" or
// "Kista, Stockholm", which is how an answer is written.
const readings = (typed, { before, after, more }) => {
  const texts = [typed, typed.split(more)[0]].map((text) => fold(text).replace(before, ""));
  const names = texts.flatMap((text) => {
    const [, name] = after.exec(text) ?? [];
    return name ? [name, name.replace(/s$/, "")] : [];
  });
  return [...new Set([...texts, ...names])].filter(Boolean);
};

// Whole names before beginnings, beginnings before later words; of each, municipalities first.
const rank = (key, query) => {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  return ` ${key}`.includes(` ${query}`) ? 2 : Infinity;
};

// Typing errors: letters changed, left out, put in, or two neighbours that changed places (optimal
// string alignment). Counts to the whole name, or to the part of it that is typed so far.
const errors = (typed, key) => {
  let [before, row] = [[], Array.from({ length: key.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= key.length; j++) {
      const same = typed[i - 1] === key[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (typed[i - 1] === key[j - 2] && typed[i - 2] === key[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return { whole: row[key.length], part: Math.min(...row) };
};

// Short words are too near each other: Vara, Bara and Ver are three places.
const allowed = (query) => (query.length < 4 ? 0 : query.length < 8 ? 1 : 2);

// How near a text is to a name; a beginning is a weaker likeness than a whole name.
const likeness = (key, query) => {
  const { whole, part } = errors(query, key);
  const order = whole <= allowed(query) ? whole : part + 0.5;
  return order <= allowed(query) ? order : Infinity;
};

// What answers a text: `found`, best first, and whether they are guesses. A name that is shared is
// answered with every place that has it.
export const findPlaces = (places, typed) => {
  const { all } = places;
  const queries = readings(typed, places);
  if (!queries.length) return { found: [], guessed: true, named: 0 };
  const placed = (orders) =>
    all
      .map((entry, number) => ({ ...entry, order: orders[number] * 2 + entry.kind }))
      .filter(({ order }) => order < Infinity)
      .sort((a, b) => a.order - b.order || a.key.localeCompare(b.key));
  const best = (judge) =>
    placed(all.map(({ key }) => Math.min(...queries.map((query) => judge(key, query)))));
  let found = best(rank);
  const guessed = !found.length;
  if (guessed) found = best(likeness);
  const named = found.filter(({ key }) => queries.includes(key)).length;
  return { found: found.slice(0, Math.max(MOST, named)), guessed, named };
};

export const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// A name as it is shown: its own language, and the municipality it lies in.
export const label = ({ name, municipality, language, kind, separator }, word) => {
  const shown = element("bdi", { lang: language, translate: "no" }, name);
  return kind
    ? [shown, `${separator} `, element("bdi", { lang: "sv", translate: "no" }, municipality)]
    : [shown, " ", element("span", { class: "small" }, word)];
};

const combobox = (field) => {
  const box = field.closest(".finder");
  const [list, unknown] = [box.querySelector("[role=listbox]"), box.querySelector(".unknown")];
  const status = box.querySelector("[role=status]");
  const words = field.dataset;
  let answer = { found: [] };
  let places;
  let active = -1;
  let turn = 0;

  const open = (entry) => location.assign(`${words.here}kommun/${entry.slug}/`);
  const expand = (shown) => {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", shown);
    if (!shown) mark(-1);
  };
  const mark = (number) => {
    list.children[active]?.setAttribute("aria-selected", false);
    active = number;
    const option = list.children[active];
    option?.setAttribute("aria-selected", true);
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const option = (entry, number) => {
    const made = element("li", { role: "option", id: `ort-${number}`, "aria-selected": false });
    made.append(...label(entry, words.kind));
    made.addEventListener("click", () => open(entry));
    return made;
  };
  const show = (found, said, lost = false) => {
    mark(-1);
    list.textContent = "";
    list.append(...found.map(option));
    expand(found.length > 0);
    unknown.hidden = !lost;
    status.textContent = said;
  };
  const search = async () => {
    const mine = ++turn;
    const typed = field.value;
    const slow = setTimeout(() => typed && mine === turn && show([], words.loading), SLOW);
    try {
      places = await loadPlaces();
    } catch {
      if (mine === turn) show([], words.failed);
      return;
    } finally {
      clearTimeout(slow);
    }
    if (mine !== turn) return;
    answer = findPlaces(places, typed);
    const { found, guessed } = answer;
    if (!typed.trim()) show([], "");
    else if (!found.length) show([], words.unknown, true);
    else if (guessed) show(found, words.guessed, true);
    else show(found, words.found.replace("{n}", found.length));
  };
  const empty = () => {
    turn += 1;
    field.value = "";
    answer = { found: [] };
    show([], "");
  };
  // Only a municipality's own whole name opens without being chosen, and only if nothing shares it
  // and nothing more is said, as in "Nora, Danderyd".
  const enter = () => {
    const [first] = answer.found;
    if (active >= 0) open(answer.found[active]);
    else if (answer.named === 1 && first.kind === 0 && !places.more.test(field.value)) open(first);
    else if (first) move(0);
  };
  const move = (number) => {
    const { length } = list.children;
    if (!length) return;
    expand(true);
    mark((number + length) % length);
  };
  const keys = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active < 0 ? -1 : active - 1),
    Enter: enter,
    Escape: () => {
      if (list.hidden) empty();
      expand(false);
    },
  };
  field.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
  field.addEventListener("input", search);
  // The list covers nothing, so it stays when the field is left: if it went, what stands below it
  // would move away under the finger that reaches for it.
  field.addEventListener("focus", search);
  // Some browsers keep a page as it was left, and Back would show what was typed.
  addEventListener("pagehide", empty);
  search();
};

for (const field of document.querySelectorAll("[role=combobox]")) combobox(field);
