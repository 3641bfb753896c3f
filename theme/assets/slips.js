// Names that are spelled as they sound, or with a slip of the hand (terms.js).
// A guess is worse than a "don't know" where the text may as well be another word: the shorter a word,
// the fewer slips are believed of it. Siblings: tests/browser/test_place_names.py.

const SPELLINGS = [[/ |h(?=[lj])/g, ""], [/c[hk]?|q/g, "k"], [/w/g, "v"], [/z/g, "s"], [/th/g, "t"], [/ph/g, "f"], [/y/g, "i"], [/(.)\1/g, "$1"]];

// A name as it sounds in Swedish, however it is spelled: "Calmar" and "Jockmock" are as Kalmar and Jokkmokk.
// Each is told once.
const told = new Map();
const sound = (key) => {
  if (!told.has(key)) told.set(key, SPELLINGS.reduce((text, [letters, other]) => text.replace(letters, other), key));
  return told.get(key);
};

// Whether two names (folded) sound alike.
export const soundsLike = (typed, key) => typed.length >= KNOWN.doubled && sound(typed) === sound(key);

// Letters of the shorter word from which each slip is believed: a letter twice or two that changed places,
// one that is missing or too much, and another one. Of what everybody knows, and of all the others: of
// 4,600 names one in ten is another but for such a slip, and most of those are short.
export const KNOWN = { doubled: 5, missing: 6, other: 7 };
export const ANY = { doubled: 6, missing: 9, other: 10 };
