// Shards that come late, come broken or from another copy of the site.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const path = require("path");
const vm = require("vm");
const fs = require("fs");
const search = require("./engine.js").load().search;
const assets = path.join(__dirname, "../../../theme/assets/search");
const never = () => false;

// A page that has no network: script elements ask `serve`, which answers or does not.
let serve = null, asked = [];
const head = {
  appendChild(script) {
    script.parentNode = head;
    asked.push(script.src);
    setImmediate(() => serve(script));
  },
  removeChild(script) { script.parentNode = null; }
};
globalThis.document = { createElement: () => ({}), head };
search.box = { dataset: { top: "../" } };
search.PATIENCE = 40;
for (const name of ["shards", "session"]) {
  vm.runInThisContext(fs.readFileSync(path.join(assets, name + ".js"), "utf-8"), { filename: name });
}
search.speak({ code: "xx", languages: ["xx", "aa", "bb", "cc", "dd", "ee"].map((code) => ({ code, stemmer: "" })) });

const manifest = {
  format: 1, keys: {}, typings: {}, stop: [], hyphen: "(?!)", pages: "B", continued: "", idf: [1],
  lex: [""], hot: [], post: [0], pos: [0], doc: [0], near: [], rear: [], endings: []
};

function serving(shards) {
  asked = [];
  serve = (script) => {
    const name = /search\/(.*)\.js/.exec(script.src)[1], found = shards[name];
    if (found === undefined) return script.onerror();
    if (found === "silent") return undefined;
    if (found !== "broken") search.add(name, found[0], found[1]);
    return script.onload && script.onload();
  };
}

const wants = (name) => (store) => store.get(name);
const kind = (wanted) => (failure) => failure instanceof search.Failure && failure.kind === wanted;

test("what is missing is asked for once, with the build of the manifest", async () => {
  serving({ "xx/manifest": ["1", manifest], "xx/a": ["1", "A"], "xx/b": ["1", "B"] });
  const both = (store) => search.each(["a", "b"], store.get).join("");
  const found = await Promise.all([search.run("xx", both, never), search.run("xx", both, never)]);
  assert.deepStrictEqual(found, ["AB", "AB"]);
  assert.deepStrictEqual(asked, ["../search/xx/manifest.js", "../search/xx/a.js?1", "../search/xx/b.js?1"]);
});

test("a query that nobody waits for ends", async () => {
  await assert.rejects(search.run("xx", wants("c"), () => true), (end) => end === search.STALE);
});

test("a shard that is missing, broken or silent is told, and asked for again the next time", async () => {
  serving({ "aa/manifest": ["1", manifest], "aa/half": "broken", "aa/late": "silent" });
  await assert.rejects(search.run("aa", wants("none"), never), kind("missing"));
  await assert.rejects(search.run("aa", wants("half"), never), kind("broken"));
  await assert.rejects(search.run("aa", wants("late"), never), kind("slow"));
  serving({ "aa/none": ["1", "here"] });
  assert.strictEqual(await search.run("aa", wants("none"), never), "here");
});

test("a manifest that is missing is asked for again", async () => {
  serving({});
  await assert.rejects(search.run("bb", wants("a"), never), kind("missing"));
  serving({ "bb/manifest": ["1", manifest], "bb/a": ["1", "A"] });
  assert.strictEqual(await search.run("bb", wants("a"), never), "A");
});

test("a site that was published anew is begun anew", async () => {
  serving({ "cc/manifest": ["1", manifest], "cc/a": ["1", "old"] });
  await search.run("cc", wants("a"), never);
  serving({ "cc/manifest": ["2", manifest], "cc/a": ["2", "new"], "cc/b": ["2", "B"] });
  assert.strictEqual(await search.run("cc", (store) => store.get("b") + store.get("a"), never), "Bnew");
  assert.ok(asked.includes("../search/cc/manifest.js?2"));
});

test("shards of several copies of the site are told", async () => {
  serving({ "dd/manifest": ["1", manifest], "dd/a": ["2", "A"] });
  await assert.rejects(search.run("dd", wants("a"), never), kind("other"));
});

test("an index of another form is told", async () => {
  serving({ "ee/manifest": ["1", Object.assign({}, manifest, { format: 99 })] });
  await assert.rejects(search.run("ee", wants("a"), never), kind("other"));
});
