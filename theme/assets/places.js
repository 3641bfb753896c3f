// The closed lists of places: which are named by what somebody types.
// hooks/centres/site/place_list.py makes the lists. Siblings: tests/browser/test_place_names.py.
import { fold } from "./terms.js";

export const MOST_PLACES = 8;
export const entry = (municipality, kind, name, language) => ({ municipality, kind, name, language, key: fold(name) });

// Those in large cities first: most who write "Södermalm" mean Stockholm's.
const byGroup = (a, b) => (a.municipality.group ?? "").localeCompare(b.municipality.group ?? "");
export const municipalitiesFirst = (a, b) => a.kind - b.kind || (a.key < b.key ? -1 : Number(a.key > b.key)) || byGroup(a, b);

// Each name by its key, and by the key without blanks: "Upplandsväsby", "Kungs backa".
export const indexed = (entries) => {
  const [byKey, byLetters] = [new Map(), new Map()];
  const put = (map, key, place) => (map.has(key) ? map.get(key).push(place) : map.set(key, [place]));
  for (const place of entries) {
    put(byKey, place.key, place);
    put(byLetters, place.key.replace(/ /g, ""), place);
  }
  return { byKey, byLetters };
};

// What stands around a name is known when all lists are.
const NOTHING_AROUND = { leading: new Set(), trailing: new Set(), more: /[,(/]/ };

// The first part: municipalities, by their codes.
export const firstPlaces = ({ municipalities, slugs }) => {
  const all = municipalities.split("|").map((name) => ({ name, slug: slugs[name] ?? fold(name).replace(/ /g, "-") }));
  const entries = all.map((municipality) => entry(municipality, 0, municipality.name, "sv"));
  entries.sort(municipalitiesFirst);
  return { municipalities: all, entries, ...indexed(entries), ...NOTHING_AROUND };
};

// What may be meant: the text, and the name in it, as in "Jag bor i Lund", "Lunds kommun" or
// "Kista, Stockholm", which is how an answer is written.
export const readings = (typed, { leading, trailing, more }) => {
  const texts = [typed, typed.split(more)[0]].map((text) => {
    const words = fold(text).split(" ");
    while (words.length > 1 && leading.has(words[0])) words.shift();
    return words;
  });
  const names = texts.flatMap(([...words]) => {
    const { length } = words;
    while (words.length > 1 && trailing.has(words[words.length - 1])) words.pop();
    const name = words.join(" ");
    return words.length < length ? [name, name.replace(/s$/, "")] : [];
  });
  return [...new Set([fold(typed), ...texts.map((words) => words.join(" ")), ...names])].filter(Boolean);
};

// The text as it is typed, but for what stands before a name, as "jag bor i".
export const withoutLeading = ({ leading }, typed) => {
  const words = typed.trim().split(/\s+/);
  while (words.length > 1 && leading.has(fold(words[0]))) words.shift();
  return words.join(" ");
};

// The name of a place that the text is, without what stands around it; else the text.
export const nameIn = (places, typed) => readings(typed, places).find((text) => places.byKey.has(text)) ?? typed;

// How å, ä and ö are written on a keyboard that lacks them.
const withoutRings = (text) => text.replace(/aa|ae/g, "a").replace(/oe/g, "o");

// Every place that has the whole text for its name; a shared name has several. "Väster vik" is no Vik, though a
// text may begin with "väster om".
export const named = ({ byKey, byLetters, ...places }, typed) => {
  const texts = readings(typed, places);
  const joined = (text) => byLetters.get(text.replace(/ /g, "")) ?? [];
  const found = [
    byKey.get(texts[0]) ?? joined(texts[0] ?? ""),
    texts.flatMap((text) => byKey.get(text) ?? []),
    texts.flatMap(joined),
    texts.flatMap((text) => byKey.get(withoutRings(text)) ?? []),
  ].find(({ length }) => length);
  return [...new Set(found)].sort((a, b) => a.kind - b.kind || byGroup(a, b));
};

// Names that begin with the text, then those with a later word that does; of each, municipalities first, as the
// entries stand.
export const begun = (places, typed) => {
  const texts = readings(typed, places);
  const later = texts.map((text) => ` ${text}`);
  const starts = places.entries.filter(({ key }) => texts.some((text) => key.startsWith(text)));
  const within = places.entries.filter(({ key }) => later.some((text) => key.includes(text)));
  return [...new Set([...starts, ...within])];
};
