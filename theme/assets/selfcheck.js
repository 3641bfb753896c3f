// The self-check: counts the answers on the page and makes a file of them that the reader saves.
// Nothing is kept and nothing is sent; without this script the page is printed as it stands.
const result = document.querySelector(".result .with-script");
const said = JSON.parse(result.dataset.answers);
const measures = [...document.querySelectorAll(".answer")];
const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

const chosen = (measure) => measure.querySelector("input:checked");
const note = (measure) => measure.querySelector("textarea").value.trim();

const unanswered = result.querySelector(".count").textContent;
const count = () => {
  const counts = { yes: 0, partly: 0, no: 0, unknown: 0, left: 0 };
  for (const measure of measures) counts[chosen(measure)?.value ?? "left"] += 1;
  const left = counts.left ? ` ${fill(said.left, counts)}` : "";
  result.querySelector(".count").textContent =
    counts.left === measures.length ? unanswered : fill(said.count, counts) + left;
};

const text = () => {
  const heading = (measure) => {
    let before = measure.previousElementSibling;
    while (before && before.tagName !== "H2" && before.tagName !== "H3")
      before = before.previousElementSibling;
    return before?.textContent.trim() ?? "";
  };
  const lines = measures.map((measure) => {
    const answer = chosen(measure)?.parentElement.textContent.trim() ?? said.unanswered;
    const remark = note(measure) ? `\n   ${said.note}: ${note(measure)}` : "";
    return `${heading(measure)}: ${answer}${remark}`;
  });
  const title = document.querySelector("h1").textContent.trim();
  const day = new Date().toLocaleDateString(document.documentElement.lang);
  return [title, day, "", ...lines, "", result.querySelector(".count").textContent, ""].join("\n");
};

const save = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text()], { type: "text/plain;charset=utf-8" }));
  link.download = said.file;
  link.click();
  // Not at once: a browser that asks where to put the file reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const clear = () => {
  for (const measure of measures) {
    if (chosen(measure)) chosen(measure).checked = false;
    measure.querySelector("textarea").value = "";
  }
  count();
};

// A browser may bring back what was filled in before the page was opened anew.
clear();
result.hidden = false;
document.querySelector(".without-script").hidden = true;
result.querySelector(".save").addEventListener("click", save);
result.querySelector(".print").addEventListener("click", () => print());
result.querySelector(".clear").addEventListener("click", clear);
for (const measure of measures) measure.addEventListener("change", count);
