// The browser's engine over the shards of a built site, for Node.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const assets = path.join(__dirname, "../../../theme/assets");
const ENGINE = ["layout", "words", "letters", "query", "lexicon", "terms", "store", "matching", "ranking", "snippets", "asking"];

function run(file) {
  vm.runInThisContext(fs.readFileSync(file, "utf-8"), { filename: file });
}

exports.load = function () {
  for (const name of ["fold", "stem", "suffixes", "russian", "english"]) run(path.join(assets, "stem", name + ".js"));
  for (const name of ENGINE) run(path.join(assets, "search", name + ".js"));
  return Ushtil;
};

// The value of a shard, and its build.
exports.shard = function (site, name) {
  let held;
  Ushtil.search.add = (told, build, value) => { held = { told, build, value }; };
  run(path.join(site, "search", name + ".js"));
  return held;
};

exports.store = function (site, code) {
  return new Ushtil.search.Store(code, exports.shard(site, code + "/manifest").value);
};

// What `ask` gives when all that it misses has been put in; `asked` counts the rounds and the shards.
exports.complete = function (site, store, ask, asked) {
  for (;;) {
    try { return ask(); } catch (missing) {
      if (!(missing instanceof Ushtil.search.Missing)) throw missing;
      const names = Array.from(new Set(missing.names));
      if (asked) asked.push(names);
      for (const name of names) store.put(name, exports.shard(site, store.code + "/" + name).value);
    }
  }
};
