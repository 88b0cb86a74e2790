// The engine's parts by themselves: what the comparison with Python would show only as a wrong result somewhere.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const search = require("./engine.js").load().search;

const letters = new search.Letters({
  keys: { "қ": "k", "к": "k", "ұ": "u", "у": "u", "ы": "i", "sh": "x", "s'": "x", "q": "k", "y": "i" },
  typings: { "қ": "к", "ұ": "у" }
});

test("numbers are unpacked as layout.py draws them", () => {
  assert.deepStrictEqual(search.decode("AfgBof"), [0, 31, 32, 1000]);
  assert.deepStrictEqual(search.decode("A"), [0]);
  assert.deepStrictEqual(search.decode("f"), [31]);
  assert.deepStrictEqual(search.decode("gB"), [32]);
  assert.deepStrictEqual(search.decode("of"), [1000]);
  assert.deepStrictEqual(search.decode(""), []);
});

test("a shard is the last one that begins no later", () => {
  assert.deepStrictEqual([0, 9, 10, 11, 99].map((n) => search.placeOf([0, 10, 20], n)), [0, 0, 1, 1, 2]);
  assert.strictEqual(search.placeOf(["", "ba"], "a"), 0);
  assert.strictEqual(search.placeOf(["b"], "a"), 0);
});

test("keys make one of what is typed in several ways", () => {
  assert.deepStrictEqual(["құқық", "кукык", "quqyq"].map(letters.key), ["kukik", "kukik", "kukik"]);
  assert.strictEqual(letters.key("sshs'"), "sx");
});

test("a letter agrees with itself and with what is typed for it, not the other way round", () => {
  assert.ok(letters.agree("кукык", "құқық"));
  assert.ok(!letters.agree("құқык", "кукык"));
  assert.ok(letters.agree("quqyq", "құқық"));
  assert.ok(!letters.agree("құқықтар", "құқық"));
});

test("one edit", () => {
  for (const pair of [["abcd", "abcd"], ["abcd", "abd"], ["abd", "abcd"], ["abcd", "abxd"], ["abcd", "acbd"]]) {
    assert.ok(search.isOneEdit(...pair), pair.join(" "));
  }
  for (const pair of [["abcd", "ab"], ["abcd", "badc"], ["abcd", "axyd"], ["abcd", "dbca"]]) {
    assert.ok(!search.isOneEdit(...pair), pair.join(" "));
  }
});

test("a minus excludes only where a word begins", () => {
  const read = (text) => search.pieces(text).map((piece) => (piece.minus ? "-" : "+") + piece.held);
  assert.deepStrictEqual(read("a -b"), ["+a", "-b"]);
  assert.deepStrictEqual(read("a-b"), ["+a-b"]);
  assert.deepStrictEqual(read("a - b"), ["+a", "+-", "+b"]);
  assert.deepStrictEqual(read('-"a b" c'), ["-a b", "+c"]);
  assert.deepStrictEqual(read('"a"-b'), ["+a", "+-b"]);
  assert.deepStrictEqual(read("--a"), ["--a"]);
  assert.deepStrictEqual(read("-«a"), ["-a"]);
});

test("all that is missing of a list is asked for at once", () => {
  assert.throws(
    () => search.each(["a", "b", "c"], (name) => { if (name !== "b") throw new search.Missing([name]); }),
    (missing) => missing instanceof search.Missing && missing.names.join() === "a,c"
  );
  assert.throws(() => search.each([1], () => { throw new TypeError("x"); }), TypeError);
});
