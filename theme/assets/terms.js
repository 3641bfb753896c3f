// Comparing what somebody types with terms: words that lead to a page, or that raise a card.
// hooks/centres/data/terms.py compares the same way at build. Siblings: tests/browser/test_queries.py.

// Letters that fold to others without being marked versions of them.
const SAME = { ø: "o", æ: "a", ß: "s", ł: "l", ı: "i", ى: "ي", ی: "ي", ک: "ك", ة: "ه", گ: "ك", پ: "ب" };
// The digits of Arabic, and of Persian.
const NATIVE_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/[\p{M}ـ]/gu, "")
    .toLowerCase()
    .replace(/[øæßłıىیکةگپ]/g, (letter) => SAME[letter])
    .replace(/[٠-٩۰-۹]/g, (sign) => NATIVE_DIGITS.indexOf(sign) % 10)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// Between two words of a term may stand so many others.
const GAP = 2;
// How much like a word of a term a typed word is: the word itself, an inflection, part of a compound.
const WHOLE = 1;
const BENT = 0.8;
const PART = 0.5;
// Letters below which a word is too short to be told by a part of it.
const LONG = 5;
// Letters that two inflections of a word have in common at least, and those that may differ at its end.
const STEM = 4;
const ENDING = 2;

const shared = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

// A term as an editor has written it: its words, and which of them stand for all that begin so.
export const term = (written) => {
  const parts = written.split(" ").flatMap((word) => {
    const words = fold(word).split(" ").filter(Boolean);
    return words.map((text, at) => ({ text, open: word.endsWith("*") && at === words.length - 1 }));
  });
  return { parts, size: parts.reduce((sum, { text }) => sum + text.length, 0) };
};

// A typed word with and without what its language writes as one with it.
export const forms = (word, glued) => [
  word,
  ...glued.filter((one) => word.startsWith(one) && word.length > one.length + 1).map((one) => word.slice(one.length)),
];

const strict = ({ text, open }, typed) =>
  typed.some((form) => (open ? form.startsWith(text) : form === text)) ? WHOLE : 0;

// Also what is nearly the word as it is typed: bent another way, or within a compound.
const loose = (part, [typed, ...others]) => {
  const { text, open } = part;
  if (strict(part, [typed, ...others])) return WHOLE;
  const [stem, longest] = [shared(typed, text), Math.max(typed.length, text.length)];
  if (stem >= STEM && stem >= Math.min(typed.length, text.length) - 1 && longest - stem <= ENDING) return BENT;
  if (text.length < LONG || typed.length <= text.length) return 0;
  return typed.endsWith(text) || typed.startsWith(text) || (open && typed.includes(text)) ? PART : 0;
};

// Where a term stands in a text: how alike, and which of the typed words it covers; undefined if it does
// not. `typed` has the forms of each word. With `begun`, the last word may still be being typed.
const stands = (like) => ({ parts }, typed, begun = false) => {
  const from = (at, first, last) => {
    if (at === parts.length) return { alike: WHOLE, covered: [] };
    let best;
    for (let place = first; place < Math.min(last, typed.length); place++) {
      const ending = begun && place === typed.length - 1 && parts[at].text.startsWith(typed[place][0]);
      const alike = like(parts[at], typed[place]) || (ending ? PART : 0);
      const rest = alike && from(at + 1, place + 1, place + GAP + 2);
      if (rest && (!best || best.alike < Math.min(alike, rest.alike)))
        best = { alike: Math.min(alike, rest.alike), covered: [place, ...rest.covered] };
    }
    return best;
  };
  return from(0, 0, typed.length);
};
export const standsIn = stands(strict);
export const nearlyStandsIn = stands(loose);
