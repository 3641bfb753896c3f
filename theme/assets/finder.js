// The field that answers a place or what has happened, as somebody types in it: a combobox after the
// WAI-ARIA Authoring Practices, list autocomplete with manual selection.
// Siblings: templates/parts/place_field.html, tests/browser/test_finder.py.
// Nothing typed is stored, sent or put in an address.
import { LEAST } from "./topics.js";
import { answer, loadAll, loadFirst } from "./answers.js";
import { added, element, fill, said, saidOfCards, saidOfUnknown, showCards, shown, teller } from "./shown.js";

// Milliseconds without an answer, after which the field says that it waits.
const SLOW = 700;
const EMPTY = { cards: [], items: [], guessed: false };

const combobox = (field) => {
  const box = field.closest(".finder");
  const [cards, list, unknown] = [".cards", "[role=listbox]", ".unknown"].map((one) => box.querySelector(one));
  const words = field.dataset;
  // A script that another asks for is looked for beside that one, not beside the page.
  const lateScript = new URL(words.later, document.baseURI);
  const { say, see, stays, atPause } = teller(box);
  let found = EMPTY;
  let lists;
  let active = -1;
  let turn = 0;
  // Enter before all lists have come: it waits for them. The page has kept what was pressed before
  // this script came.
  let entered = "entered" in words;

  // In the guide a place leads to its page there, and a county to its heading on the same page.
  const addressOf = (path) =>
    words.to === undefined ? words.here + path : path.replace(/^kommuner\/lan\//, "").replace(/^kommun\//, words.here + words.to);
  const open = ({ path }) => {
    const address = addressOf(path);
    if (address.startsWith("#")) {
      empty();
      location.replace(address);
    } else if (!stays()) location.assign(address);
  };
  const expand = (isOpen) => {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", isOpen);
    if (!isOpen) mark(-1);
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
    const made = element("li", { role: "option", id: `ort-${number}`, "aria-selected": false }, ...shown(item, words, box));
    made.addEventListener("click", () => open(item));
    return made;
  };
  const show = () => {
    showCards(cards, found.cards);
    const before = active;
    const same = fill(list, found.items, option);
    if (before >= same) mark(-1);
    if (list.hidden === found.items.length > 0) expand(found.items.length > 0);
  };
  // What is spoken: a card first, then how many answers there are, and the first of them.
  const spoken = () => {
    const { items, guessed } = found;
    const first = items.length && said(items[0], words);
    return [
      saidOfCards(cards),
      first && (guessed ? words.guessed : words.found).replace("{n}", items.length).replace("{first}", first),
      !unknown.hidden && !guessed && saidOfUnknown(unknown, words),
    ]
      .filter(Boolean)
      .join(" ");
  };
  // What is not known, and what is guessed, leaves a way on below it.
  const tell = (whole, typed, atOnce) => {
    const { items, guessed } = found;
    const lost = whole && typed.length >= (atOnce ? 1 : LEAST) && (guessed || !items.length) && !found.cards.length;
    if (!lost) unknown.hidden = true;
    if (guessed) see(words.guessed.replace("{first}", said(items[0], words)));
    else if (unknown.hidden) see("");
    atPause(() => {
      unknown.hidden = !lost;
      if (lost && !guessed) see(words.unknown);
      if (whole || items.length || found.cards.length) say(typed ? spoken() : "");
    }, atOnce || !typed);
  };
  const ask = (whole, mine) => {
    const typed = field.value.trim();
    const next = answer(lists, typed, "placesOnly" in words);
    const guessed = next.guessed && next.items.length > 0;
    found = { ...next, guessed, items: whole && mine.shown && !guessed ? added(found.items, next.items) : next.items };
    mine.shown = found.items.length > 0 || found.cards.length > 0;
    show();
    tell(whole, typed, entered);
    if (whole && entered) enter();
  };
  const search = async () => {
    const mine = { turn: ++turn, shown: false };
    const current = () => mine.turn === turn;
    const wait = () => {
      if (!field.value.trim() || !current() || mine.shown) return;
      see(words.loading);
      say(words.loading);
    };
    const slow = setTimeout(wait, SLOW);
    try {
      if (!lists) {
        const first = await loadFirst(words.lists);
        if (!current()) return;
        lists = lists ?? first;
      }
      if (!lists.places.whole) {
        ask(false, mine);
        lists = await loadAll(words.lists, lateScript);
      }
      if (current()) ask(true, mine);
    } catch {
      if (!current()) return;
      entered = false;
      if (!mine.shown) found = EMPTY;
      show();
      atPause(() => undefined, true);
      see(words.failed, list);
      say(words.failed);
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
    tell(true, "");
  };
  // Only a municipality's own whole name opens without being chosen, and only if nothing shares it
  // and nothing more is said, as in "Nora, Danderyd": no answer before all names are there.
  const enter = () => {
    entered = !lists?.places.whole && Boolean(field.value.trim());
    if (active >= 0) open(found.items[active]);
    else if (entered) return;
    else if (found.opens) open(found.opens);
    else if (found.items.length) move(0);
    else tell(true, field.value.trim(), true);
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
    mark(-1);
    search();
  });
  // The list covers nothing, so it stays when the field is left: if it went, what stands below it
  // would move away under the finger that reaches for it.
  field.addEventListener("focus", search);
  const button = box.querySelector("button");
  // A keyboard that is up stays up.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    field.focus();
    enter();
  });
  // Some browsers keep a page as it was left, and Back would show what was typed.
  addEventListener("pagehide", empty);
  addEventListener("pageshow", ({ persisted }) => persisted && empty());
  search();
};

for (const field of document.querySelectorAll("[role=combobox]")) combobox(field);
