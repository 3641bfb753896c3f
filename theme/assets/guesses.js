// What may be meant where nothing fits: names as they sound, and slips of the hand. Comes with the second part of
// the lists. Siblings: tests/browser/test_queries.py.
import { ANY, KNOWN, isSlip, soundsLike } from "./slips.js";

// Places and topics that the folded `text` is nearly, each best first; `words` are those of the text.
export const guessedPlaces = ({ entries }, text) => {
  const alike = entries.filter(({ key }) => soundsLike(text, key));
  const slips = entries.filter(({ key, kind }) => isSlip(text, key, kind ? ANY : KNOWN));
  return [...new Set([alike, slips].flatMap((those) => those.sort((a, b) => a.kind - b.kind)))];
};

const isNear = (word, { text, open }) =>
  soundsLike(word, text) ||
  isSlip(word, text, KNOWN) ||
  (open && [-1, 0, 1].some((more) => isSlip(word.slice(0, text.length + more), text, KNOWN)));

export const guessedTopics = ({ all }, words) =>
  all.filter(({ terms }) =>
    terms.some(({ parts }) => parts.length === 1 && words.some((word) => isNear(word, parts[0]))),
  );
