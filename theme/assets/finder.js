// The field that answers a place or what has happened, as somebody types in it: a combobox after the
// WAI-ARIA Authoring Practices, list autocomplete with manual selection.
// Siblings: templates/parts/finder.html, theme/assets/answers.js, tests/browser/test_finder.py.
// Nothing typed is stored, sent or put in an address.
import { answer, loadAll, loadFirst } from "./answers.js";
import { element, label, said, showCards, speaker, staysOffline } from "./shown.js";

// Milliseconds without an answer, after which the field says that it waits.
const SLOW = 700;
const EMPTY = { cards: [], items: [], guessed: false };

const combobox = (field) => {
  const box = field.closest(".finder");
  const [cards, list, unknown] = [".cards", "[role=listbox]", ".unknown"].map((one) => box.querySelector(one));
  const words = field.dataset;
  const say = speaker(box.querySelector("[role=status]"));
  const placesOnly = "placesOnly" in words;
  let found = EMPTY;
  let lists;
  let active = -1;
  let turn = 0;
  // Enter before there is an answer: it waits for one.
  let entered = false;

  const open = ({ path }) => {
    if (staysOffline((text) => say(text, true), words)) return;
    location.assign(words.here + path.replace(/^kommun\//, words.to ?? "kommun/"));
  };
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
  const option = (item, number) => {
    const made = element("li", { role: "option", id: `ort-${number}`, "aria-selected": false });
    made.append(...label(item, words));
    made.addEventListener("click", () => open(item));
    return made;
  };
  const show = (lost = false) => {
    mark(-1);
    showCards(cards, found.cards);
    list.textContent = "";
    list.append(...found.items.map(option));
    expand(found.items.length > 0);
    unknown.hidden = !lost;
  };
  // What is spoken: a card first, then how many answers, and the first of them.
  const spoken = () => {
    const { items, guessed } = found;
    const ofCards = cards.textContent.trim().replace(/\s+/g, " ");
    const ofItems = !items.length
      ? ""
      : (guessed ? words.guessed : words.found.replace("{n}", items.length)).replace("{first}", said(items[0], words));
    const ofUnknown = unknown.hidden || guessed ? "" : `${words.unknown} ${unknown.textContent.trim().replace(/\s+/g, " ")}`;
    return [ofCards, ofItems, ofUnknown].filter(Boolean).join(" ");
  };
  // What the second part of the lists adds comes below what is there: nothing moves under a finger.
  const added = ({ items }, before) => {
    const there = new Set(before.map(({ path, place }) => `${path} ${place?.name}`));
    return [...before, ...items.filter(({ path, place }) => !there.has(`${path} ${place?.name}`))].slice(0, Math.max(items.length, before.length));
  };
  const ask = (whole, mine, typed) => {
    const before = found.items;
    const next = answer(lists, typed, placesOnly);
    found = whole && mine.shown && !next.guessed ? { ...next, items: added(next, before) } : next;
    mine.shown = found.items.length > 0;
    const lost = whole && Boolean(typed.trim()) && (found.guessed || !found.items.length) && !found.cards.length;
    show(lost);
    if (whole || mine.shown) say(typed.trim() ? spoken() : "");
    if (entered && (whole || found.opens)) enter();
  };
  const search = async () => {
    const mine = { turn: ++turn, shown: false };
    const typed = field.value;
    const current = () => mine.turn === turn;
    const slow = setTimeout(() => typed.trim() && current() && !mine.shown && say(words.loading, true), SLOW);
    try {
      if (!lists) {
        const first = await loadFirst(words.lists);
        if (!current()) return;
        lists = lists ?? first;
        ask(false, mine, typed);
      }
      if (!lists.places.whole) lists = await loadAll(words.lists, words.late);
      if (current()) ask(true, mine, typed);
    } catch {
      if (!current()) return;
      entered = false;
      if (!mine.shown) found = EMPTY;
      show();
      say(words.failed, true);
    } finally {
      clearTimeout(slow);
    }
  };
  const empty = () => {
    turn += 1;
    entered = false;
    field.value = "";
    found = EMPTY;
    show();
    say("");
  };
  // Only a municipality's own whole name opens without being chosen, and only if nothing shares it
  // and nothing more is said, as in "Nora, Danderyd".
  const enter = () => {
    entered = !lists?.places.whole && !found.opens;
    if (active >= 0) open(found.items[active]);
    else if (found.opens) open(found.opens);
    else if (!entered && found.items.length) move(0);
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
  field.addEventListener("input", () => {
    entered = false;
    search();
  });
  // The list covers nothing, so it stays when the field is left: if it went, what stands below it
  // would move away under the finger that reaches for it.
  field.addEventListener("focus", search);
  box.querySelector("button").addEventListener("click", () => {
    field.focus();
    enter();
  });
  // Some browsers keep a page as it was left, and Back would show what was typed.
  addEventListener("pagehide", empty);
  addEventListener("pageshow", ({ persisted }) => persisted && empty());
  search();
};

for (const field of document.querySelectorAll("[role=combobox]")) combobox(field);
