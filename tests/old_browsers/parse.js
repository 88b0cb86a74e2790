/*
 * Parses scripts as a browser of 2017 would, and names what they use that it has not.
 *
 * node --expose-internals parse.js, for the parser that Node itself carries (acorn).
 * In:  {"scripts": {"name": "text"}, "members": ["flat"], "globals": ["globalThis"]}
 * Out: {"faults": [{"script", "line", "what"}], "uses": [{"script", "line", "name"}]}
 */
"use strict";

var VERSION = 2017;
var acorn = require("internal/deps/acorn/acorn/dist/acorn");
var walk = require("internal/deps/acorn/acorn-walk/dist/walk");
var asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
var members = new Set(asked.members);
var globals = new Set(asked.globals);
var faults = [];
var uses = [];

Object.keys(asked.scripts).forEach(function (script) {
  try {
    var tree = acorn.parse(asked.scripts[script], { ecmaVersion: VERSION, locations: true });
  } catch (error) {
    faults.push({ script: script, line: error.loc ? error.loc.line : 0, what: error.message });
    return;
  }
  scan(script, tree);
});
process.stdout.write(JSON.stringify({ faults: faults, uses: uses }));

/*
 * A method is known by its name alone, whatever it is called on. To ask whether there is one is no use of it,
 * nor is what stands under such a question.
 */
function scan(script, tree) {
  var text = asked.scripts[script];
  walk.fullAncestor(tree, function (node, _, ancestors) {
    var above = ancestors[ancestors.length - 2];
    if (node.type === "NewExpression" || node.type === "CallExpression") expression(script, node);
    var name = node.type === "Identifier" ? node.name : called(node, above);
    if (!(node.type === "Identifier" ? globals.has(name) && above.operator !== "typeof" : name)) return;
    if (!guarded(name, ancestors, text)) uses.push({ script: script, line: node.loc.start.line, name: name });
  });
}

/* The name by which something newer is called or reached into, as in `a.flat()` and `window.Intl.Segmenter`. */
function called(node, above) {
  if (node.type !== "MemberExpression") return "";
  var name = node.computed ? node.property.value : node.property.name;
  if (above.callee === node) return members.has(name) || globals.has(name) ? name : "";
  return above.object === node && globals.has(name) ? name : "";
}

/* Under `if`, `?` or `&&` that asks for the name; or only where there is no window, which no browser is. */
function guarded(name, ancestors, text) {
  return ancestors.some(function (above, n) {
    var below = ancestors[n + 1], test = above.test || (above.operator === "&&" && above.left);
    if (!below || !test || test === below) return false;
    var question = text.slice(test.start, test.end);
    return new RegExp("\\b" + name + "\\b").test(question) || question === 'typeof window === "undefined"';
  });
}

/* RegExp("…") is parsed when it runs, which is too late to find out. */
function expression(script, node) {
  var given = node.arguments;
  if (node.callee.name !== "RegExp" || !given.length || typeof given[0].value !== "string") return;
  var flags = given[1] && typeof given[1].value === "string" ? given[1].value : "";
  try {
    acorn.parse("/" + (given[0].value || "(?:)").replace(/\//g, "\\/") + "/" + flags, { ecmaVersion: VERSION });
  } catch (error) {
    faults.push({ script: script, line: node.loc.start.line, what: error.message });
  }
}
