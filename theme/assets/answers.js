// What a text is answered with: the cards above all, then places and pages in the order in which they are
// likely to be meant. Nothing typed is stored, sent or put in an address.
// finder.js and search.js show the answers. Siblings: tests/browser/test_queries.py.
import { MOST_PLACES, begun, firstPlaces, named, withoutLeading } from "./places.js";
import { LEAST, MOST_PAGES, allTopics, raised, topicsFor, topicsOf } from "./topics.js";
import { fold } from "./terms.js";

// Asked for again after a failure: a phone may have been without contact the first time.
const asked = new Map();
const fetched = (address) => {
  if (!asked.has(address)) {
    const lists = fetch(address).then((response) => response.json());
    asked.set(address, lists);
    lists.catch(() => asked.delete(address));
  }
  return asked.get(address);
};

let first;
let whole;
// Lists at their addresses, with blanks between. The first answers most: a promise of { places, topics }.
export const loadFirst = (addresses) =>
  fetched(addresses.split(" ")[0]).then((lists) => (first = first ?? { places: firstPlaces(lists), topics: topicsOf(lists) }));
// All of them, and the script that reads the rest. Each is fetched whole: a part chosen by what is typed would
// tell the host a letter.
export const loadAll = (addresses, script) =>
  Promise.all([loadFirst(addresses), import(script), ...addresses.split(" ").slice(1).map(fetched)]).then(
    ([{ places, topics }, late, more, names]) =>
      (whole = whole ?? {
        places: late.allPlaces(places, names, more),
        topics: allTopics(topics, more),
        sounds: more.sounds,
        late,
      }),
  );

const ofPlace = (place) => ({ kind: "place", path: `kommun/${place.municipality.slug}/`, place });
const ofMunicipality = (municipality) => ofPlace({ municipality, kind: 0, name: municipality.name, language: "sv" });
const ofTopic = ({ path, anchor, title, language }) => ({ kind: "topic", path: anchor ? `${path}#${anchor}` : path, title, language });
const ofCounty = ({ name, anchor, municipalities }) => [
  { kind: "county", path: `kommuner/lan/#${anchor}`, name },
  ...municipalities.map(ofMunicipality),
];
const once = (items) => [...new Map(items.map((item) => [`${item.path} ${item.place?.name ?? ""}`, item])).values()];

// What may be meant where nothing fits.
const guesses = ({ places, topics, sounds, late }, typed) => {
  const bent = late.bentNames(places, typed).map(ofPlace);
  if (bent.length) return { items: once(bent).slice(0, MOST_PLACES), guessed: false };
  const heardAs = (text) => late.heardAs(text, places.municipalities, sounds);
  const heard = [typed, withoutLeading(places, typed)].map(heardAs).find(({ length }) => length);
  if (heard) return { items: heard.map(ofMunicipality).slice(0, MOST_PLACES), guessed: false };
  const text = fold(typed);
  const items = [
    ...late.guessedPlaces(places, text).map(ofPlace),
    ...late.guessedTopics(topics, text.split(" ")).slice(0, MOST_PAGES).map(ofTopic),
  ];
  return { items: once(items).slice(0, MOST_PLACES), guessed: true };
};

const NO_COUNTIES = { whole: [], begun: [] };

// `cards` come above all; `items` are answers, best first, and `guessed` is whether they are guesses.
// `opens` is the only place that the text can mean, if it is a municipality's whole name.
export const answer = (lists, typed, placesOnly = false) => {
  const { places, topics, late } = lists;
  const text = fold(typed);
  const cards = raised(topics, typed);
  const nothing = { cards, items: [], guessed: false, opens: undefined };
  if (!text) return nothing;
  const postcode = late?.ofPostcode(places, typed);
  const pages = placesOnly ? { found: [] } : topicsFor(topics, typed);
  if (postcode) {
    return { ...nothing, items: [...pages.found.map(ofTopic), ...postcode.map(ofMunicipality)] };
  }
  const exact = named(places, typed);
  const counties = late?.countiesOf(places, typed) ?? NO_COUNTIES;
  const [only] = exact;
  const opens = exact.length === 1 && only.kind === 0 && !pages.found.length && !places.more.test(typed) ? ofPlace(only) : undefined;
  const alone = !pages.found.some((page) => page.named);
  const inside = exact.length || !late ? [] : late.within(places, typed, alone).map(ofPlace);
  // Beside a place that is named count only pages that are.
  const topical = (inside.length ? pages.found.filter((page) => page.named) : pages.found).map(ofTopic);
  const sure = [
    ...exact.map(ofPlace),
    ...counties.whole.flatMap(ofCounty).slice(0, exact.length ? 1 : undefined),
    ...(pages.sure ? topical : []),
    ...inside,
  ];
  // Words that lead to a page are no beginning of a place: "hot" is not Hoting.
  const open = !pages.sure && !inside.length;
  const beginnings = open ? begun(places, typed) : [];
  const [largest, others] = [beginnings.filter(({ kind }) => !kind), beginnings.filter(({ kind }) => kind)];
  const likely = [
    ...largest.map(ofPlace),
    ...(open ? counties.begun.map((county) => ofCounty(county)[0]) : []),
    ...(pages.sure ? [] : topical),
    ...others.map(ofPlace),
  ];
  const items = once([...sure, ...likely]).slice(0, Math.max(MOST_PLACES, sure.length));
  if (items.length || text.length < LEAST || !late) return { ...nothing, items, opens };
  return { ...nothing, ...guesses(lists, typed) };
};
