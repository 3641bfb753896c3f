// Say what of style sheets and scripts the oldest browsers lack, by MDN's browser compatibility data.
// Reads {"browsers": {"safari": "13.1"}, "ecmascript": 2020, "files": [{"name", "kind": "css" | "script" | "module",
// "text"}]} and writes [{"name", "feature", "excerpt", "browsers"}]. A feature is named as MDN does,
// "css.properties.inset". Siblings: tests/oldest_browsers.toml, tests/build/test_oldest_browsers.py.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve("tests/npm/package.json"));
const acorn = require("acorn");
const walk = require("acorn-walk");
const csstree = require("css-tree");
const mdn = require("@mdn/browser-compat-data");
const { browsers, files, ecmascript } = JSON.parse(readFileSync(0, "utf8"));

// What of regular expressions is younger in some browser than the year of JavaScript says.
const IN_REGEXP = {
  lookbehind_assertion: /\(\?<[=!]/,
  named_capturing_group: /\(\?<\w/,
  unicode_character_class_escape: /\\p\{/i,
};

const numbers = (version) => version.replace("≤", "").split(".").map(Number);
const reached = (version, added) => {
  const [[a, b = 0], [c, d = 0]] = [numbers(version), numbers(added)];
  return a > c || (a === c && b >= d);
};
// Whether a browser has a feature as it is written: without a flag, and with this prefix, none, or ANY.
const ANY = Symbol("any prefix");
const has = (browser, feature, prefix = "") =>
  [feature.__compat.support[browser]].flat().some(
    (one) =>
      typeof one?.version_added === "string" &&
      one.version_added !== "preview" &&
      reached(browsers[browser], one.version_added) &&
      !(one.version_removed && reached(browsers[browser], one.version_removed)) &&
      !one.flags &&
      !one.alternative_name &&
      (prefix === ANY || (one.prefix ?? "") === prefix),
  );

const found = [];
// The browsers that lack what a name stands for: it may be many interfaces', and one is enough.
const lacking = (features, prefix) => {
  const known = features.filter((feature) => feature?.__compat);
  return known.length ? Object.keys(browsers).filter((browser) => !known.some((one) => has(browser, one, prefix))) : [];
};
const report = (file, feature, excerpt, missing) => {
  if (missing.length) found.push({ name: file.name, feature, excerpt, browsers: missing });
};
const look = (file, feature, features, excerpt) => report(file, feature, excerpt, lacking(features));
const at = (root, path) => path.reduce((node, key) => node?.[key], root);

// What a declaration uses: the name of each feature, and who lacks it.
const uses = ({ property, value }, block) => {
  const [, prefix, plain] = /^(-[a-z]+-)?(.*)$/.exec(property);
  const name = `css.properties.${plain}`;
  const feature = mdn.css.properties[plain];
  if (!feature) return [[name, ["unknown to MDN"]]];
  const used = [[name, lacking([feature], prefix)]];
  // Unless the same rule says that it is a grid or has columns, a gap is one of a flexible box.
  const flexible = !block.some((one) => /^(display:(inline-)?grid|columns:)/.test(csstree.generate(one)));
  if (/gap$/.test(plain) && flexible) used.push([`${name}.flex_context`, lacking([feature.flex_context])]);
  csstree.walk(value, (node) => {
    const word = node.name?.toLowerCase();
    const { types } = mdn.css;
    if (node.type === "Identifier") used.push([`${name}.${word}`, lacking([feature[word]], ANY)]);
    if (node.type === "Function")
      used.push([`css.types.${word}`, lacking([types[word], types.color[word], types.gradient[word]])]);
  });
  return used;
};

// A declaration that a browser does not know is passed over there, and another of the same property holds.
const checkBlock = (file, block) => {
  const declarations = block.children.toArray().filter(({ type, property }) => type === "Declaration" && !property.startsWith("--"));
  const plain = ({ property }) => property.replace(/^-[a-z]+-/, "");
  const all = declarations.map((one) => ({ one, used: uses(one, declarations) }));
  for (const { one, used } of all) {
    const others = all.filter((other) => other.one !== one && plain(other.one) === plain(one));
    const covered = (browser) => others.some((other) => other.used.every(([, missing]) => !missing.includes(browser)));
    for (const [name, missing] of used)
      report(file, name, csstree.generate(one), missing.filter((browser) => !covered(browser)));
  }
};

const checkSheet = (file) => {
  csstree.walk(csstree.parse(file.text, { parseValue: true, positions: false }), function (node) {
    const excerpt = () => csstree.generate(node).slice(0, 80);
    if (node.type === "Atrule") look(file, `css.at-rules.${node.name}`, [mdn.css["at-rules"][node.name]], excerpt());
    if (node.type === "Feature")
      look(file, `css.at-rules.media.${node.name}`, [at(mdn.css, ["at-rules", "media", node.name])], excerpt());
    if (/^Pseudo(Class|Element)Selector$/.test(node.type))
      look(file, `css.selectors.${node.name}`, [mdn.css.selectors[node.name]], csstree.generate(this.rule.prelude));
    if (node.type === "Block") checkBlock(file, node);
  });
};

const { builtins, regular_expressions } = mdn.javascript;
const interfaces = [...Object.values(mdn.api), ...Object.values(builtins)];

const checkScript = (file) => {
  const sourceType = file.kind;
  let tree;
  try {
    tree = acorn.parse(file.text, { ecmaVersion: ecmascript, sourceType });
  } catch ({ message, pos }) {
    const excerpt = file.text.slice(Math.max(0, pos - 20), pos + 20);
    return report(file, `ECMAScript ${ecmascript}: ${message}`, excerpt, ["older than the script"]);
  }
  const excerptOf = ({ start, end }) => file.text.slice(start, Math.min(end, start + 60));
  const known = (name) => [mdn.api[name], builtins[name], at(mdn.api, ["Window", name])];
  walk.fullAncestor(tree, (node, _, ancestors) => {
    if (node.type === "Literal" && node.bigint) look(file, "javascript.builtins.BigInt", [builtins.BigInt], node.raw);
    if (node.regex)
      for (const [name, written] of Object.entries(IN_REGEXP))
        if (written.test(node.regex.pattern))
          look(file, `javascript.regular_expressions.${name}`, [regular_expressions[name]], node.raw);
    if (node.type === "ExportAllDeclaration" && node.exported)
      look(file, "javascript.statements.export.namespace", [mdn.javascript.statements.export.namespace], excerptOf(node));
    const parent = ancestors[ancestors.length - 2];
    const isGlobal = ["callee", "object"].some((role) => parent?.[role] === node);
    if (node.type === "Identifier" && isGlobal) look(file, node.name, known(node.name), excerptOf(parent));
    if (node.type !== "MemberExpression" || node.computed) return;
    const { name } = node.property;
    const own = known(node.object.name).flatMap((one) => [one?.[name], one?.[`${name}_static`]]);
    const one = own.some(Boolean) ? own : interfaces.map((each) => each[name]);
    look(file, `.${name}`, one, excerptOf(node));
  });
};

for (const file of files) (file.kind === "css" ? checkSheet : checkScript)(file);
process.stdout.write(JSON.stringify(found));
