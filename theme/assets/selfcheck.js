// The self-check: counts the answers on the page and makes a file of them that the reader saves.
// Siblings: templates/guide/answer.html, templates/guide/result.html,
// tests/browser/test_using_the_guide.py.
// Nothing is kept and nothing is sent; without this script the page is printed as it stands.
const result = document.querySelector(".result .with-script");
const said = JSON.parse(result.dataset.answers);
const measures = [...document.querySelectorAll(".answer")];
const counted = result.querySelector(".count");
const nothingYet = counted.textContent;

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
const chosen = (measure) => measure.querySelector("input:checked");
const notes = (measure) => measure.querySelector("textarea");
// The nearest of these headings above an element.
const headingOf = (element, kinds) =>
  [...document.querySelectorAll(kinds)]
    .filter((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    .pop()
    .textContent.trim();

const count = () => {
  const counts = { yes: 0, partly: 0, no: 0, unknown: 0, left: 0 };
  for (const measure of measures) counts[chosen(measure)?.value ?? "left"] += 1;
  const left = counts.left ? ` ${fill(said.left, counts)}` : "";
  counted.textContent =
    counts.left === measures.length ? nothingYet : fill(said.count, counts) + left;
};

const asText = () => {
  const lines = measures.map((measure) => {
    const answer = chosen(measure)?.parentElement.textContent.trim() ?? said.unanswered;
    const note = notes(measure).value.trim();
    const line = `${headingOf(measure, "h2, h3")}: ${answer}`;
    return note ? `${line}\n   ${said.note}: ${note}` : line;
  });
  // Sweden writes its days as ISO 8601 does, which is read in every language.
  const day = new Date().toLocaleDateString("sv-SE");
  const title = headingOf(measures[0], "h1, .chapter");
  return [title, day, "", ...lines, "", counted.textContent, ""].join("\n");
};

const save = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([asText()], { type: "text/plain;charset=utf-8" }));
  link.download = said.file;
  link.click();
  // Not at once: a browser that asks where to put the file reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

const clear = () => {
  for (const measure of measures) {
    if (chosen(measure)) chosen(measure).checked = false;
    notes(measure).value = "";
  }
  count();
};

// A note is as high as its text, or the rest of it would not be printed.
const grow = ({ target }) => {
  target.style.height = "auto";
  target.style.height = `${target.scrollHeight}px`;
};

result.hidden = false;
document.querySelector(".without-script").hidden = true;
result.querySelector(".save").addEventListener("click", save);
result.querySelector(".print").addEventListener("click", () => print());
result.querySelector(".clear").addEventListener("click", clear);
for (const measure of measures) {
  measure.addEventListener("change", count);
  notes(measure).addEventListener("input", grow);
}
// A browser may bring back what was filled in, when the page is opened anew or reached by Back.
addEventListener("pageshow", clear);
