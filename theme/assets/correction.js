// The page on which a centre says what is right: makes the text of an answer of what is filled in.
// Siblings: templates/correction.html, tests/browser/test_correction.py.
// Nothing is kept and nothing is sent: the reader copies the text, or opens it as a letter of her own.
// Without this script the page is printed as it stands.
(() => {
  const answer = document.querySelector(".answer");
  const shown = document.getElementById("svar");
  const letter = answer.querySelector(".letter");
  const summary = document.querySelector(".problems");
  const asked = [...document.querySelectorAll("[data-label]")];
  const nothing = document.querySelector(".nothing");
  const rest = document.getElementById("resten");

  const choices = (one) => [...one.querySelectorAll("[type=radio]")];
  const field = (one) => one.querySelector("[type=text], textarea");
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

  // The values of a question's lines: a choice with what is added to it, or each line that is written.
  // What stands in parentheses belongs to the value, so there are none within them.
  const said = (one) => {
    const written = lines(field(one).value);
    if (!choices(one).length) return written;
    const added = written.join("; ").replace(/[()]+/g, " ").replace(/ +/g, " ").trim();
    const choice = choices(one).find(({ checked }) => checked);
    if (!choice && !added) return [];
    const value = choice ? choice.value : answer.dataset.unknown;
    return [added ? `${value} (${added})` : value];
  };
  const whole = (one) => said(one).join("\n");
  // What stood there when the page came.
  const before = new Map();
  const changed = () => asked.filter((one) => whole(one) !== before.get(one));

  // What cannot be read is said as the check of the answer says it.
  const wrong = (one) => {
    const { pattern, wrong: message } = one.dataset;
    if (!pattern || whole(one) === before.get(one)) return "";
    const bad = lines(field(one).value).find((line) => !new RegExp(pattern, "i").test(line));
    return bad === undefined ? "" : message.replace("%(value)s", () => bad);
  };
  const mark = (one, message) => {
    if (!one.dataset.pattern) return;
    const place = one.querySelector(".wrong");
    place.hidden = !message;
    place.textContent = message;
    one.classList.toggle("is-wrong", Boolean(message));
    field(one).setAttribute("aria-invalid", String(Boolean(message)));
  };
  const point = (one) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${field(one).id}`;
    link.textContent = `${one.dataset.label}: ${one.querySelector(".wrong").textContent}`;
    link.addEventListener("click", () => field(one).focus());
    item.append(link);
    return item;
  };

  // On a screen there is no line to add to an answer that nobody has given.
  const fold = () => {
    for (const one of asked)
      if (choices(one).length) one.classList.toggle("idle", !whole(one));
  };

  const text = () => {
    const own = [];
    for (const one of changed())
      for (const value of whole(one) ? said(one) : [answer.dataset.none])
        own.push(`${one.dataset.label}: ${value}`);
    if (rest.checked) own.push(rest.value);
    if (!own.length) return "";
    return [answer.dataset.first, "", ...own, ""].join("\n");
  };
  const write = () => {
    if (!letter) return;
    const { to, subject } = letter.dataset;
    const mail = text().replace(/\n/g, "\r\n");
    const href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(mail)}`;
    letter.hidden = href.length >= letter.dataset.most;
    answer.querySelector(".too-long").hidden = !letter.hidden;
    letter.href = href;
  };
  const show = () => {
    for (const one of asked) mark(one, wrong(one));
    const bad = asked.filter((one) => one.classList.contains("is-wrong"));
    summary.hidden = !bad.length;
    answer.hidden = true;
    if (bad.length) {
      const list = summary.querySelector("ul");
      list.textContent = "";
      list.append(...bad.map(point));
      return summary.focus();
    }
    shown.textContent = text();
    nothing.textContent = shown.textContent ? "" : nothing.dataset.said;
    answer.hidden = !shown.textContent;
    if (answer.hidden) return;
    write();
    answer.querySelector("h3").focus();
  };
  const begin = () => {
    for (const one of asked) {
      for (const choice of choices(one)) choice.checked = choice.defaultChecked;
      field(one).value = field(one).defaultValue;
      before.set(one, whole(one));
      mark(one, "");
    }
    fold();
    rest.checked = false;
    answer.hidden = true;
    summary.hidden = true;
  };
  document.querySelector(".make").addEventListener("click", show);
  document.querySelector(".again").addEventListener("click", begin);
  // An answer that is shown is that of what is filled in now.
  addEventListener("input", () => {
    answer.hidden = true;
    fold();
  });
  begin();
  // A browser may bring back what was filled in when the page is opened anew.
  addEventListener("pageshow", ({ persisted }) => persisted || begin());
})();
