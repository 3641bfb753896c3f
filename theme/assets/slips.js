// Slips of the hand: one letter too many, too few, another, or two that changed places.
// A guess is worse than a "don't know" where the text may as well be another word: the shorter a word,
// the fewer slips are believed of it.

// Letters of the shorter word from which each slip is believed.
const TWICE_OR_SWAPPED = 5;
const MISSING = 6;
const OTHER = 7;

// Whether what is typed is a name (both folded) but for one slip.
export const isSlip = (typed, key) => {
  const [least, more] = [Math.min(typed.length, key.length), typed.length - key.length];
  if (least < TWICE_OR_SWAPPED || Math.abs(more) > 1 || typed[0] !== key[0]) return false;
  let at = 0;
  while (at < least && typed[at] === key[at]) at += 1;
  if (more) {
    const [long, short] = more > 0 ? [typed, key] : [key, typed];
    const doubled = long[at] === long[at - 1] || long[at] === long[at + 1];
    return long.slice(at + 1) === short.slice(at) && (doubled || least >= MISSING);
  }
  const swapped = typed[at] === key[at + 1] && typed[at + 1] === key[at];
  if (swapped && typed.slice(at + 2) === key.slice(at + 2)) return true;
  return least >= OTHER && typed.slice(at + 1) === key.slice(at + 1);
};
