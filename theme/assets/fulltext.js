// Full-text search: asks Pagefind's index, and makes of each page found the best section of it, with an
// excerpt that begins where a sentence does. hooks/centres/site/full_text.py makes what is indexed.
// Siblings: tests/browser/test_full_text.py.
import { fold } from "./terms.js";
import { element } from "./shown.js";

const MOST_HITS = 8;
// Those of them whose texts are fetched before the others.
const AT_FIRST = 3;
const OPTIONS = {
  ranking: { metaWeights: { title: 5, title_parts: 5, parts: 1 } },
  // The worker is one file more to wait for, and after five seconds all is fetched anew without it:
  // on a slow network that is everybody.
  noWorker: true,
  // Without it the engine's first file has another address each time, and could not be fetched ahead.
  metaCacheTag: "",
};
// Words of an excerpt: where it may end with a sentence, and where it ends anyway.
const EXCERPT = 25;
const LONGEST = 40;
// Letters that a typed word must have in common with a found one, if not all; and more than which part of what
// is typed must be found: for a hit, and for a guess. Measured with some 170 words in three languages.
const LEAST_SHARED = 3;
const ENOUGH = 0.5;
const FAINT = 0.4;

// Asked for again after a failure: a phone may have been without contact the first time.
let engine;
const forget = (error) => {
  engine = undefined;
  throw error;
};
export const loadIndex = () =>
  (engine = engine ?? import(new URL("../pagefind/pagefind.js", import.meta.url))
    .then(({ createInstance }) => createInstance(OPTIONS))
    .catch(forget));

// A text as nodes: what is found in it is marked, and numbers are isolated, since "114 14" would be drawn
// as "14 114" among letters that are read from the right. `marked` are pairs of positions in the text.
const NUMBER = /[+#]?\d+(?:[ \u00a0\-–./:]\d+)*[#%]?/gu;
const nodes = (text, marked = []) => {
  const marks = (from, to) => {
    const parts = [];
    let at = from;
    for (const [first, last] of marked) {
      const [start, end] = [Math.max(first, at), Math.min(last, to)];
      if (start >= end) continue;
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at, to)].filter(Boolean);
  };
  const made = [];
  let at = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    made.push(...marks(at, index), element("bdi", { dir: "ltr" }, ...marks(index, index + number.length)));
    at = index + number.length;
  }
  return [...made, ...marks(at, text.length)];
};

// Where the sentences of `words` begin, from `first` to before `last`. In the index a sign of ours stands after
// each heading, item and paragraph. An abbreviation is followed by a small letter.
const BLOCK_END = "¶";
const ENDS = /[.!?؟۔…][\p{Pe}\p{Pf}\p{Po}]*$/u;
const GOES_ON = /^[\p{P}]*\p{Ll}/u;
const sentencesIn = (words, first, last) => {
  const begins = [first];
  for (let at = first + 1; at < last; at++) {
    const [before, after] = [words[at - 1], words[at]];
    if (after === BLOCK_END) continue;
    if (before === BLOCK_END || (ENDS.test(before) && !GOES_ON.test(after))) begins.push(at);
  }
  return begins.map((from, number) => ({ from, to: begins[number + 1] ?? last }));
};
const isWhole = (words, { to }) => ENDS.test(words[to - 1] === BLOCK_END ? words[to - 2] : words[to - 1]);

const scoreIn = ({ from, to }, found) =>
  [...found].reduce((sum, [at, score]) => sum + (at >= from && at < to ? score : 0), 0);
const best = (parts, found) =>
  parts.reduce((a, b) => (scoreIn(b, found) > scoreIn(a, found) ? b : a), parts[0]);

// The excerpt of a section: the sentence where most is found, and those after it that fit.
const excerptOf = (words, section, found) => {
  const all = sentencesIn(words, section.text, section.to);
  const chosen = best(all, found);
  let { to } = chosen;
  for (const one of all)
    if (one.from === to && one.to - chosen.from <= EXCERPT && isWhole(words, chosen) && isWhole(words, one)) ({ to } = one);
  const lastFound = Math.max(chosen.from, ...[...found.keys()].filter((at) => at < to));
  const end = Math.min(to, Math.max(chosen.from + LONGEST, lastFound + 1));
  let text = "";
  const marked = [];
  for (let at = chosen.from; at < end; at++) {
    if (words[at] === BLOCK_END) continue;
    if (at > chosen.from) text += " ";
    const [, before, inner] = /^(\P{L}*?)([\p{L}\p{N}].*?)?[^\p{L}\p{N}]*$/u.exec(words[at]) ?? [];
    const start = text.length + (before?.length ?? 0);
    if (found.has(at) && inner) marked.push([start, start + inner.length]);
    text += words[at];
  }
  return nodes(end < to ? `${text.replace(/[^\p{L}\p{N}]+$/u, "")} …` : text, marked);
};

// The parts of a page, each with its own heading and address: `text` is where what follows that begins.
const sectionsOf = ({ anchors, content }, words) => {
  const headings = anchors.filter(({ element: name, text }) => /^h[2-6]$/.test(name) && text?.trim());
  const starts = [{ from: 0, id: "", heading: "" }, ...headings.map(({ location, id, text }) => ({ from: location, id, heading: text }))];
  return starts.map(({ from, id, heading }, number) => {
    const to = starts[number + 1]?.from ?? words.length;
    const [title] = id ? [{ to: from + heading.trim().split(/\s+/).length }] : sentencesIn(words, from, to);
    return { from, to, id, heading: heading.replace(BLOCK_END, "").trim(), text: title.to < to ? title.to : from };
  });
};

// The longest run of letters that two words have in common.
const inCommon = (one, other) => {
  let longest = 0;
  for (let i = 0; i < one.length; i++)
    for (let j = 0; j < other.length; j++) {
      let length = 0;
      while (i + length < one.length && one[i + length] === other[j + length]) length += 1;
      longest = Math.max(longest, length);
    }
  return longest;
};

// How much of the letters typed stands in words found: 0 to 1. Pagefind shortens a word that it does not have
// until it has something: "inbrott" to "in". Of each typed word more than half must be there, or it is no
// inflection and no part of a compound; of a guess (`least`) less.
const shareOf = (typed, candidates, least) => {
  const asked = fold(typed).split(" ").filter(Boolean);
  const met = asked.map((word) => {
    const most = Math.max(0, ...candidates.map((one) => inCommon(word, one)));
    return most === word.length || (most >= LEAST_SHARED && most > word.length * least) ? most : 0;
  });
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  return sum(met) / sum(asked.map(({ length }) => length));
};

// Words that hold a typed one, where nothing but the index's own words for a page were found.
const holding = (typed, words) => {
  const asked = fold(typed).split(" ").filter(({ length }) => length > LEAST_SHARED);
  return new Map(words.map((word, at) => [at, asked.some((one) => fold(word).includes(one)) ? 1 : 0]).filter(([, score]) => score));
};

// A page found as it is shown; undefined if hardly anything of what is typed is in it.
const hitOf = (typed, page) => {
  const { url, meta, content, weighted_locations: locations } = page;
  const words = content.split(/\s+/);
  let found = new Map(locations.map(({ location, balanced_score: score }) => [location, score]));
  const terms = fold([meta.title, meta.title_parts, meta.parts].join(" ")).split(" ");
  const candidates = [...terms, ...[...found.keys()].flatMap((at) => fold(words[at] ?? "").split(" "))];
  const guessed = shareOf(typed, candidates, ENOUGH) <= ENOUGH;
  if (guessed && shareOf(typed, candidates, FAINT) <= FAINT) return undefined;
  if (!found.size) found = holding(typed, words);
  const section = best(sectionsOf(page, words), found);
  const title = element("bdi", { lang: meta.title_language }, ...nodes(meta.title));
  return {
    url: section.id ? `${url}#${section.id}` : url,
    title: section.id ? [title, " – ", element("bdi", {}, ...nodes(section.heading))] : [title],
    // A page of nothing but sections has nothing before the first.
    excerpt: excerptOf(words, section.from < section.to ? section : { ...section, to: words.length }, found),
    guessed,
  };
};

// One that nobody waits for any more may fail unheard.
const dataOf = (result) => {
  const coming = result.data();
  coming.catch(() => {});
  return coming;
};

// The pages found, best first, each as soon as its text has come. Guesses come last, and only if nothing
// else is found.
export async function* findPages(typed) {
  const loaded = await loadIndex();
  const { results } = await loaded.search(typed).catch(forget);
  const wanted = results.slice(0, MOST_HITS);
  // A few first, so that they need not share a slow network with all: the lists may know the best already.
  let coming = wanted.slice(0, AT_FIRST).map(dataOf);
  const guesses = [];
  let any = false;
  for (let number = 0; number < wanted.length; number++) {
    if (number === AT_FIRST) coming = [...coming, ...wanted.slice(AT_FIRST).map(dataOf)];
    const hit = hitOf(typed, await coming[number].catch(forget));
    if (hit?.guessed) guesses.push(hit);
    else if (hit) {
      any = true;
      yield hit;
    }
  }
  if (!any) yield* guesses;
}
