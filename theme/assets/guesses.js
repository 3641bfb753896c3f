// What may be meant where nothing fits: names as they sound, and slips of the hand. Comes with the second part of
// the lists. Siblings: tests/browser/test_queries.py.
import { ANY, KNOWN, soundsLike } from "./slips.js";
import { isSlip, isSlipOf } from "./terms.js";

// Places and topics that the folded `text` is nearly, each best first; `words` are those of the text.
export const guessedPlaces = ({ entries }, text) => {
  const alike = entries.filter(({ key }) => soundsLike(text, key));
  const slips = entries.filter(({ key, kind }) => isSlip(text, key, kind ? ANY : KNOWN));
  return [...new Set([alike, slips].flatMap((those) => those.sort((a, b) => a.kind - b.kind)))];
};

const isNear = (word, one) => soundsLike(word, one.text) || isSlipOf(word, one, KNOWN);

export const guessedTopics = ({ all }, words) =>
  all.filter(({ terms }) =>
    terms.some(({ parts }) => parts.length === 1 && words.some((word) => isNear(word, parts[0][0]))),
  );
