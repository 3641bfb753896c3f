// Slips of the hand: one letter too many, too few, another, or two that changed places.
// A guess is worse than a "don't know" where the text may as well be another word: the shorter a word,
// the fewer slips are believed of it. Siblings: tests/browser/test_place_names.py.

const SPELLINGS = [[/ |h(?=[lj])/g, ""], [/c[hk]?|q/g, "k"], [/w/g, "v"], [/z/g, "s"], [/th/g, "t"], [/ph/g, "f"], [/(.)\1/g, "$1"]];

// A name as it sounds in Swedish, however it is spelled: "Calmar" and "Jockmock" are as Kalmar and Jokkmokk.
export const sound = (key) => SPELLINGS.reduce((text, [letters, other]) => text.replace(letters, other), key);

// Whether two names (folded) sound alike. Cheap for those that begin otherwise, which are most.
export const soundsLike = (typed, key) =>
  sound(typed[0]) === sound(key[0]) && typed.length >= KNOWN.doubled && sound(typed) === sound(key);

// Letters of the shorter word from which each slip is believed: a letter twice or two that changed places,
// one that is missing or too much, and another one. Of what everybody knows, and of all the others: of
// 4,600 names one in ten is another but for such a slip, and most of those are short.
export const KNOWN = { doubled: 5, missing: 6, other: 7 };
export const ANY = { doubled: 6, missing: 9, other: 10 };

// Whether what is typed is a name (both folded) but for one slip.
export const isSlip = (typed, key, letters = ANY) => {
  const [least, more] = [Math.min(typed.length, key.length), typed.length - key.length];
  if (least < letters.doubled || Math.abs(more) > 1 || typed[0] !== key[0]) return false;
  let at = 0;
  while (at < least && typed[at] === key[at]) at += 1;
  if (more) {
    const [long, short] = more > 0 ? [typed, key] : [key, typed];
    const doubled = long[at] === long[at - 1] || long[at] === long[at + 1];
    return long.slice(at + 1) === short.slice(at) && (doubled || least >= letters.missing);
  }
  const swapped = typed[at] === key[at + 1] && typed[at + 1] === key[at];
  if (swapped && typed.slice(at + 2) === key.slice(at + 2)) return true;
  return least >= letters.other && typed.slice(at + 1) === key.slice(at + 1);
};
