// Comparing what somebody types with terms: words that lead to a page, or that raise a card.
// hooks/centres/data/terms.py compares the same way at build. Siblings: tests/browser/test_queries.py.

// Letters that fold to others without being marked versions of them.
const SAME = { ø: "o", æ: "a", ß: "s", ł: "l", ı: "i", ى: "ي", ی: "ي", ک: "ك", ة: "ه", گ: "ك", پ: "ب" };
// The digits of Arabic, and of Persian.
const NATIVE_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
// A letter that is written three times or more is one that somebody cries out: "hjäääälp".
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/[\p{M}ـ'’‘ʼ`´]/gu, "")
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, "$1")
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
// Letters before the last part of a compound: "Roslagen" is no "slagen".
const LEAST_BEFORE = 3;
// Letters that two inflections of a word have in common at least, and those that may differ at its end.
const STEM = 4;
const ENDING = 2;

const shared = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

// A term, folded: of each place in it the words that may stand there, and which of them stand for all that
// begin so; after one with a full stop nothing follows.
export const term = (written) => ({
  parts: written.split(" ").map((word) =>
    word.split("/").map((form) => {
      const text = form.replace(/[*.]/g, "");
      return { text, open: form.startsWith(`${text}*`) };
    }),
  ),
  last: written.endsWith("."),
});

// A typed word with and without what its language writes as one with it.
export const forms = (word, glued) => [
  word,
  ...glued.filter((one) => word.startsWith(one) && word.length > one.length + 1).map((one) => word.slice(one.length)),
];

const isForm = ({ text, open }, typed) => typed.some((form) => (open ? form.startsWith(text) : form === text));
const strict = (part, typed) => (part.some((one) => isForm(one, typed)) ? WHOLE : 0);

// Also what is nearly the word as it is typed: bent another way, or within a compound.
const nearly = (one, forms) => {
  if (isForm(one, forms)) return WHOLE;
  const { text, open } = one;
  const typed = forms[0];
  if (typed[0] === text[0]) {
    const stem = shared(typed, text);
    const [shortest, longest] = [Math.min(typed.length, text.length), Math.max(typed.length, text.length)];
    if (stem >= STEM && stem >= shortest - 1 && longest - stem <= ENDING) return BENT;
  }
  const more = typed.length - text.length;
  if (text.length < LONG || more <= 0) return 0;
  return (more >= LEAST_BEFORE && typed.endsWith(text)) || typed.startsWith(text) || (open && typed.includes(text)) ? PART : 0;
};
const loose = (part, forms) => part.reduce((best, one) => Math.max(best, nearly(one, forms)), 0);

// Whether a word is another (both folded) but for one slip of the hand: one letter too many, too few, another,
// or two that changed places. `letters` of the shorter word from which each slip is believed.
export const isSlip = (typed, text, letters) => {
  const [least, more] = [Math.min(typed.length, text.length), typed.length - text.length];
  if (least < letters.doubled || Math.abs(more) > 1 || typed[0] !== text[0]) return false;
  let at = 0;
  while (at < least && typed[at] === text[at]) at += 1;
  if (more) {
    const [long, short] = more > 0 ? [typed, text] : [text, typed];
    const doubled = long[at] === long[at - 1] || long[at] === long[at + 1];
    return long.slice(at + 1) === short.slice(at) && (doubled || least >= letters.missing);
  }
  if (at === least) return false;
  const swapped = typed[at] === text[at + 1] && typed[at + 1] === text[at];
  if (swapped && typed.slice(at + 2) === text.slice(at + 2)) return true;
  return least >= letters.other && typed.slice(at + 1) === text.slice(at + 1);
};

// Letters for each slip in a term of several words, and for any in a term of one.
const SLIPS = { doubled: 3, missing: 6, other: 6 };
const ALONE = 7;
// The same for a word of a term, which may stand for all that begin so.
export const isSlipOf = (typed, { text, open }, letters) =>
  typed[0] === text[0] &&
  (open ? [-1, 0, 1] : [Infinity]).some((more) => isSlip(typed.slice(0, text.length + more), text, letters));
const slipped = (part, forms) =>
  strict(part, forms) || (part.some((one) => forms.some((form) => isSlipOf(form, one, SLIPS))) ? BENT : 0);

// Where a term stands in a text: how alike, and which of the typed words it covers; undefined if it does
// not. `typed` has the forms of each word. With `begun`, the last word may still be being typed.
const stands = (like, gap = GAP) => ({ parts, last: isLast }, typed, begun = false) => {
  const from = (at, first, last) => {
    if (at === parts.length) return { alike: WHOLE, covered: [] };
    let best;
    const least = isLast && at === parts.length - 1 ? typed.length - 1 : 0;
    for (let place = Math.max(first, least); place < Math.min(last, typed.length); place++) {
      const ending = begun && place === typed.length - 1 && parts[at][0].text.startsWith(typed[place][0]);
      const alike = like(parts[at], typed[place]) || (ending ? PART : 0);
      const rest = alike && from(at + 1, place + 1, place + gap + 2);
      if (rest && (!best || best.alike < Math.min(alike, rest.alike)))
        best = { alike: Math.min(alike, rest.alike), covered: [place, ...rest.covered] };
    }
    return best;
  };
  return from(0, 0, typed.length);
};
export const standsIn = stands(strict);
// Its words side by side.
export const standsTogether = stands(strict, 0);
export const nearlyStandsIn = stands(loose);
const standsSlipped = stands(slipped);
export const standsWithSlips = (one, typed) =>
  (one.parts.length > 1 || one.parts[0][0].text.length >= ALONE ? standsSlipped : standsIn)(one, typed);

// Letters from which a word may be several that were written as one, and up to which it is looked at.
const JOINED_FROM = 6;
const JOINED_TO = 40;
const split = (typed, known) => {
  if (!typed) return [];
  for (let length = typed.length; length; length--) {
    const rest = known.has(typed.slice(0, length)) && split(typed.slice(length), known);
    if (rest) return [typed.slice(0, length), ...rest];
  }
  return undefined;
};
// The known words that a folded word is made of, as "jagvilldo"; else the word alone.
export const apart = (typed, known) =>
  (typed.length >= JOINED_FROM && typed.length <= JOINED_TO && !known.has(typed) && split(typed, known)) || [typed];
