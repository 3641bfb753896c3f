// The full-text index. (To be replaced.)
let engine;
const forget = (error) => {
  engine = undefined;
  throw error;
};
export const loadIndex = () =>
  (engine = engine ?? import(new URL("../pagefind/pagefind.js", import.meta.url))
    .then(({ createInstance }) => createInstance({ noWorker: true, ranking: { metaWeights: { title: 5, title_parts: 5, parts: 1 } } }))
    .catch(forget));
export const findPages = async (typed) => {
  const loaded = await loadIndex();
  const { results } = await loaded.search(typed).catch(forget);
  const pages = await Promise.all(results.slice(0, 8).map((hit) => hit.data()));
  return {
    hits: pages.map(({ url, meta, excerpt }) => ({
      url,
      title: meta.title,
      titleLanguage: meta.title_language,
      excerpt: [...new DOMParser().parseFromString(excerpt, "text/html").body.childNodes],
      guessed: false,
    })),
  };
};
