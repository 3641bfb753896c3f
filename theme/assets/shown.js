// How answers are shown and said, in the field of a place and on the search page.
// Siblings: templates/parts/told.html, templates/parts/crisis.html, tests/browser/test_finder.py.

export const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const name = (language, text) => element("bdi", { lang: language, translate: "no" }, text);

// An answer's words: a place with the municipality that it lies in, or what a municipality is called;
// the title of a page in its own language.
const label = ({ kind, place, title, language, name: county }, words) => {
  if (kind === "topic") return [element("bdi", { lang: language }, title)];
  if (kind === "county") return [name("sv", county)];
  const shown = name(place.language, place.name);
  return place.kind
    ? [shown, `${words.separator} `, name("sv", place.municipality.name)]
    : [shown, " ", element("span", { class: "small" }, words.kind)];
};

const line = (text) => text.trim().replace(/\s+/g, " ");
// The same in one line of text, to be said.
export const said = (item, words) => line(element("p", {}, ...label(item, words)).textContent);

// The same to be seen: what kind of answer it is comes first, as the picture of a place, a page or a line.
const LINES = "stodlinjer/";
const PICTURES = ["place", "page", "line"];
export const shown = (item, words, box) => {
  const kind = item.kind !== "topic" ? "place" : item.path.startsWith(LINES) ? "line" : "page";
  const pictures = box.querySelector("template.icons").content.children;
  return [pictures[PICTURES.indexOf(kind)].cloneNode(true), element("span", {}, ...label(item, words))];
};

// What tells one answer from another.
const keyOf = ({ path, place }) => `${path} ${place?.name ?? ""}`;

// Fills a list. What is there already, and comes first, stays the same elements: a finger, or the
// keyboard's focus, may be on one. Returns how many have stayed.
export const fill = (list, items, make) => {
  let same = 0;
  while (same < items.length && list.children[same]?.dataset.key === keyOf(items[same])) same += 1;
  while (list.children.length > same) list.lastChild.remove();
  for (const [number, item] of [...items.entries()].slice(same)) {
    const made = make(item, number);
    made.dataset.key = keyOf(item);
    list.append(made);
  }
  return same;
};

// Answers, with those after them that `found` has besides: nothing that is shown moves when more comes.
export const added = (before, found) => {
  const there = new Set(before.map(keyOf));
  const more = found.filter((item) => !there.has(keyOf(item)));
  return [...before, ...more].slice(0, Math.max(found.length, before.length));
};

// Shows the cards in the box for them, from the templates beside it; those that are there already stay.
export const showCards = (box, cards) => {
  const kinds = cards.map(({ kind }) => kind);
  for (const card of [...box.children]) if (!kinds.includes(card.dataset.card)) card.remove();
  for (const kind of kinds) {
    if (box.querySelector(`[data-card="${kind}"]`)) continue;
    const template = box.parentElement.querySelector(`template[data-card="${kind}"]`);
    const card = element("div", { "data-card": kind });
    card.append(template.content.cloneNode(true));
    box.append(card);
  }
};

const ended = (text) => (/[.?!؟…]$/u.test(text) ? text : `${text}.`);
// What stands on a line of its own says more of what is before it.
const told = (elements) => [...elements].map((one) => ended(line(one.innerText.trim().replace(/\n+/g, ": "))));
// What is said of the cards: what each is about, and its numbers and other ways.
export const saidOfCards = (box) => told(box.querySelectorAll("h2, a")).join(" ");
// What is said where nothing is found: that it is so, and the numbers that are offered.
export const saidOfUnknown = (box, words) => [words.unknown, ...told(box.querySelectorAll(":scope > p:last-child"))].join(" ");

// A field's ways to tell something, in `box`. What is said is said after a pause in the typing (`atPause`),
// as half a word is no word, and never again what has just been said. What is seen is only what calls
// for it. Over all stands that there is no contact.
const PAUSE = 900;
export const teller = (box) => {
  const [status, cards, seen, over] = ["[role=status]", ".cards", ".seen", ".over"].map((one) => box.querySelector(one));
  let waiting;
  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  const letGo = () => (over.hidden = true);
  // Without contact the page that is left may be the only one with a number on it: says so the first
  // time, and lets go the second. Returns whether to stay.
  const stays = () => {
    if (navigator.onLine || !over.hidden) return false;
    over.hidden = false;
    say(line(over.textContent));
    return true;
  };
  addEventListener("online", letGo);
  box.addEventListener("input", letGo);
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && /^http/.test(link.protocol) && stays()) event.preventDefault();
  });
  return {
    say,
    stays,
    // Below a list that is there, so that it does not move.
    see: (text, list) => {
      (list?.firstChild ? list : cards).after(seen);
      seen.textContent = text;
    },
    atPause: (act, atOnce) => {
      clearTimeout(waiting);
      if (atOnce) act();
      else waiting = setTimeout(act, PAUSE);
    },
  };
};
