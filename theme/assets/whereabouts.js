// Where somebody says that she is: all names of places, counties, postcodes, and names within a longer text. Comes with
// the second part of the lists. hooks/centres/site/place_list.py makes them. Siblings: tests/browser/test_place_names.py.
import { fold } from "./terms.js";
import { entry, indexed, municipalitiesFirst, readings } from "./places.js";

// Digits of a postcode; three say at least which part of the country it is in.
const DIGITS = 5;

// What languages write around a name: `before` and `after` are words that are no part of it, and `more`
// stands between it and what is said more of it.
const around = ({ before, after, separators }) => {
  const [leading, trailing] = [before, after].map((words) => new Set(words.split(" ")));
  return { leading, trailing, more: new RegExp(`[,(/${separators}]`) };
};
const BEFORE_ALL = 10000;

// Runs of postcodes, each with its first, its last, and the municipalities that share them.
const runsOf = ({ gaps, lengths, municipalities }, all) => {
  let last = BEFORE_ALL;
  return gaps.map((gap, at) => {
    const first = last + gap;
    last = first + lengths[at];
    return { first, last, municipalities: [municipalities[at]].flat().map((one) => all[one]) };
  });
};

// All: other names, postcodes, and counties, each from its first municipality on.
export const allPlaces = ({ municipalities, ...first }, { places, postcodes }, { counties, groups, ordinary, ...words }) => {
  municipalities.forEach((municipality, at) => (municipality.group = groups[at]));
  const entries = [...first.entries];
  places.forEach((names, at) => {
    for (const [language, those] of Object.entries(names))
      for (const name of those) entries.push(entry(municipalities[at], 1, name, language));
  });
  entries.sort(municipalitiesFirst);
  return {
    whole: true,
    municipalities,
    entries,
    ...indexed(entries),
    postcodes: runsOf(postcodes, municipalities),
    counties: counties.map(([name, anchor, start], at) => ({
      name,
      anchor,
      keys: [fold(name), fold(name).replace(/s? lan$/, "")],
      municipalities: municipalities.slice(start, counties[at + 1]?.[2]),
    })),
    ordinary: new Set(ordinary),
    ...around(words),
  };
};

// The counties that the text names, whole or so far.
export const countiesOf = ({ counties, ...places }, typed) => {
  const texts = readings(typed, places);
  const whole = counties.filter(({ keys }) => keys.some((key) => texts.includes(key)));
  if (whole.length) return { whole, begun: [] };
  return { whole, begun: counties.filter(({ keys }) => texts.some((text) => keys[0].startsWith(text))) };
};

const WORDS_OF_NAME = 4;

// The longest known names among the words of a text, in their order.
const spans = ({ byKey }, words) => {
  const found = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(WORDS_OF_NAME, words.length - at); length; length--) {
      const text = words.slice(at, at + length).join(" ");
      const places = byKey.get(text) ?? byKey.get(text.replace(/s$/, ""));
      if (!places) continue;
      found.push({ at, end: at + length, places });
      at += length - 1;
      break;
    }
  }
  return found;
};

// Letters of a name that is told within a text by itself.
const TOLD = 4;

// Known names inside a longer text: what somebody says she is from, or near; municipalities that are no
// ordinary word; and if the text means nothing else (`alone`), other places that are none. Two names that meet in one municipality mean that
// one: "Malmö Rosengård" is a part of Malmö.
export const within = (places, typed, alone) => {
  const words = fold(typed).split(" ");
  if (words.length < 2) return [];
  const { leading, trailing, ordinary } = places;
  const isAround = (word) => leading.has(word) || trailing.has(word);
  const found = spans(places, words);
  const inName = (at) => found.some((span) => span.at <= at && at < span.end);
  // "Tuna park" is no Tuna: a small place needs words around it that are known, or more of them.
  const known = words.length > 2 || words.every((word, at) => isAround(word) || inName(at));
  const told = ({ at, places: [{ key, kind }] }) => {
    const isWord = ordinary.has(key) || isAround(key);
    if (leading.has(words[at - 1]) && (alone || !ordinary.has(key))) return true;
    return !isWord && key.length >= TOLD && (kind ? alone && known : true);
  };
  const said = found.filter(told);
  const [first, ...others] = said.map((span) => span.places);
  if (!first) return [];
  const meeting = others.flatMap((those) =>
    [...first, ...those].filter(
      ({ kind, municipality }) => kind && [first, those].every((side) => side.some((place) => place.municipality === municipality)),
    ),
  );
  return [...new Set(meeting.length ? meeting : [first, ...others].flat())];
};

// Letters of a name in another language from which it is told with another ending, and how many that may have.
const BENT_NAME = 6;
const CASE_ENDING = 4;
// Names in other languages than Swedish, some of which bend names: "Tukholmassa", "в Стокгольме".
export const bentNames = ({ entries }, typed) => {
  const foreign = entries.filter(({ language, key }) => language !== "sv" && key.length >= BENT_NAME);
  const isBent = (word, { key }) => word.startsWith(key.slice(0, -1)) && word.length <= key.length + CASE_ENDING;
  return fold(typed).split(" ").flatMap((word) => foreign.filter((place) => isBent(word, place)));
};

// The municipalities of a postcode, or of its first three digits; undefined if the text is none.
export const ofPostcode = ({ postcodes }, typed) => {
  const [, digits] = /^(?:se? ?)?(\d{3} ?\d{0,2})$/.exec(fold(typed)) ?? [];
  const code = digits?.replace(/\s/, "");
  if (!code) return undefined;
  const low = Number(code.padEnd(DIGITS, "0"));
  const high = Number(code.padEnd(DIGITS, "9"));
  const runs = postcodes.filter(({ first, last }) => first <= high && low <= last);
  return [...new Set(runs.flatMap(({ municipalities }) => municipalities))];
};
