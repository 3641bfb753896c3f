// Markdown and one layout; the first folder is the language, and Swedish has none.
export default () => ({
  dir: { input: "content", includes: "../_includes", data: "../_data", output: "site" },
  // The pages hold nothing to fill in.
  markdownTemplateEngine: false,
});
