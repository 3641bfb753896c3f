// What has happened, or what somebody wants to know: which pages answer it, and which cards come first.
// hooks/centres/site/answers.py makes the lists. Siblings: tests/browser/test_queries.py.
import { apart, fold, forms, nearlyStandsIn, standsTogether, standsWithSlips, term } from "./terms.js";

export const MOST_PAGES = 4;
// While fewer letters stand there, only places are offered.
export const LEAST = 3;
// A heading says less of a page than a term that somebody has written for it.
const OF_HEADING = 0.5;
// A term of several words says more than each of its words.
const FOR_EACH_MORE = 0.25;
// A page is an answer beside another if it is at least this much as good.
const BESIDE = 0.5;
// A word in the headings of more pages than this tells none of them.
const COMMON = 4;

const written = (terms) => (terms ? terms.split("|").map(term) : []);

export const topicsOf = ({ topics, cards, exceptions, glued }) => {
  const kinds = Object.entries(cards).map(([kind, terms]) => ({ kind, terms: written(terms) }));
  const words = kinds.flatMap(({ terms }) => terms.flatMap(({ parts }) => parts.flat()));
  return {
    all: topics.split("\n").map((line) => {
      const [path, title, terms, language] = line.split("\t");
      return { path, title, language: language || undefined, terms: written(terms), headings: [] };
    }),
    exceptions: written(exceptions),
    cards: kinds,
    known: new Set(words.filter(({ open }) => !open).map(({ text }) => text)),
    glued,
    telling: () => false,
  };
};

// The same with more terms, the headings of each topic's page, and the names of other countries, which lead
// to one.
export const allTopics = ({ all, ...topics }, { topics: more, headings, abroad, before, after }) => {
  const whole = all.map(({ terms, ...topic }, at) => ({
    ...topic,
    terms: [...terms, ...written(more[at]), ...(topic.path === abroad.path ? written(abroad.terms) : [])],
    headings: Object.entries(headings[at]).map(([anchor, text]) => ({ anchor, words: [...new Set(text.split(" "))] })),
  }));
  const times = new Map();
  for (const { headings: those } of whole)
    for (const word of new Set(those.flatMap(({ words }) => words))) times.set(word, (times.get(word) ?? 0) + 1);
  const ofPlaces = new Set([before, after].join(" ").split(" "));
  const telling = (word) => word.length > LEAST && times.get(word) <= COMMON && !ofPlaces.has(word);
  return { ...topics, all: whole, telling };
};

const wordsOf = (typed, glued) => fold(typed).split(" ").filter(Boolean).map((word) => forms(word, glued));

// The same, each word also as one with the next: "hat brott" is hatbrott.
const withJoined = (words) => words.map((those, at) => (words[at + 1] ? [...those, those[0] + words[at + 1][0]] : those));

// The cards that come above every answer, also with slips of the hand, or with words written as one; but not
// for words that mean something else where they stand side by side, as in "hänga med".
export const raised = ({ cards, exceptions, known, glued }, typed) => {
  const text = fold(typed);
  if (text.length < LEAST) return [];
  const joined = text.split(" ").flatMap((word) => apart(word, known)).join(" ");
  const texts = [...new Set([text, joined])].map((one) => {
    const words = wordsOf(one, glued);
    for (const other of exceptions) for (const place of standsTogether(other, words)?.covered ?? []) words[place] = [""];
    return words;
  });
  return cards.filter(({ terms }) => terms.some((one) => texts.some((words) => standsWithSlips(one, words))));
};

// How well each typed word is covered by a topic's terms: 0 to 1, more where several words are one term.
const coverage = ({ terms, headings }, words, telling, begun) => {
  const covered = words.map(() => 0);
  let [named, exact] = [false, false];
  for (const one of terms) {
    const found = nearlyStandsIn(one, words, begun);
    // In a text of several words, the beginning of one says little by itself.
    if (!found || (begun && found.covered.length < Math.min(2, words.length))) continue;
    const worth = found.alike * (1 + FOR_EACH_MORE * (found.covered.length - 1));
    named = true;
    exact = exact || found.alike === 1;
    for (const place of found.covered) covered[place] = Math.max(covered[place], worth);
  }
  let best = { anchor: "", hits: 0 };
  for (const { anchor, words: heading } of headings) {
    let hits = 0;
    words.forEach((typed, place) => {
      if (!typed.some((form) => telling(form) && heading.includes(form))) return;
      hits += 1;
      covered[place] = Math.max(covered[place], OF_HEADING);
    });
    if (hits > best.hits) best = { anchor, hits };
  }
  // One word of several that stands in a heading says nothing.
  if (!named && best.hits < Math.min(2, words.length)) covered.fill(0);
  // A page that its own term leads to is answered from its top, unless more than a word is of one heading.
  return { covered, anchor: named && best.hits < 2 ? "" : best.anchor, named, exact };
};

// The pages that answer, best first; `sure` if the very words of a term, or those of a heading, lead there.
// A page is `named` if a term of its own leads to it.
export const topicsFor = ({ all, glued, telling }, typed) => {
  const text = fold(typed);
  // As it is typed: #31# is long enough.
  if (typed.trim().length < LEAST || !text) return { found: [], sure: false };
  const words = withJoined(wordsOf(typed, glued));
  const last = words[words.length - 1][0];
  const begun = /[\p{L}\p{N}]$/u.test(typed) && last.length >= LEAST;
  const scored = (texts, mayBegin) =>
    all
      .map((topic) => {
        const { covered, anchor, named, exact } = coverage(topic, texts, telling, mayBegin);
        return { ...topic, anchor, named, exact, score: covered.reduce((sum, worth, at) => sum + worth * texts[at][0].length, 0) };
      })
      .filter(({ score }) => score)
      .sort((a, b) => b.score - a.score);
  let found = scored(words, false);
  const sure = found.some((page) => page.exact || !page.named);
  if (!found.length && words.length > 1) found = scored([forms(text.replace(/ /g, ""), glued)], false);
  if (!found.length && begun) found = scored(words, true);
  return {
    found: found.filter(({ score }) => score >= BESIDE * found[0].score).slice(0, MOST_PAGES),
    sure,
  };
};
