// How answers are shown, in the field of a place and on the search page.

export const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const name = (language, text) => element("bdi", { lang: language, translate: "no" }, text);

// An answer's words: a place with the municipality that it lies in, or what a municipality is called;
// the title of a page in its own language.
export const label = ({ kind, place, title, language, name: county }, words) => {
  if (kind === "topic") return [element("bdi", { lang: language }, title)];
  if (kind === "county") return [name("sv", county)];
  const shown = name(place.language, place.name);
  return place.kind
    ? [shown, `${words.separator ?? ","} `, name("sv", place.municipality.name)]
    : [shown, " ", element("span", { class: "small" }, words.kind)];
};

// The same in one line of text, to be said.
export const said = (item, words) => {
  const box = element("p", {}, ...label(item, words));
  return box.textContent;
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

// Without contact, the page that is left may be the only one with a number on it: says so the first
// time, and lets go the second. Returns whether to stay.
let warned = false;
export const staysOffline = (say, words) => {
  if (navigator.onLine || warned) return false;
  warned = true;
  say(words.offline);
  return true;
};
addEventListener("online", () => (warned = false));

// A status is spoken after a pause, and not at every letter.
const PAUSE = 900;
export const speaker = (status) => {
  let waiting;
  return (text, atOnce = false) => {
    clearTimeout(waiting);
    const speak = () => (status.textContent = text);
    if (atOnce || !text) speak();
    else waiting = setTimeout(speak, PAUSE);
  };
};
